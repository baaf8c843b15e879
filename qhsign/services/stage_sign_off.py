"""Signing off the papers of the stage: plans by batch, the run of show by slate."""

from sqlalchemy.orm import Session

from qhsign.domain.roles import Act
from qhsign.domain.stage_arranging import Arranged
from qhsign.services import batches, run_of_show, stage_plans
from qhsign.services.desk import Desk
from qhsign.services.run_of_show import Show
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_approvals import (
    Approval,
    ApprovalStep,
    approval_of,
    fingerprint,
    sign,
    signed_otherwise,
)
from qhsign.store.schema import StagePlan

PLAN, SHOW = "stage-plan", "run-of-show"


def sign_plan(desk: Desk, batch: str, step: ApprovalStep, by: str) -> Approval:
    """Do a step of the approval of a batch's plan as it stands now.

    Raises ProblemForUser ``batch-unknown``, ``batch-ambiguous`` and what `stage_approvals.sign`
    raises.
    """
    with desk.write("stage plan sign") as session:
        _ask(desk, session, step)
        found = batches.find(session, batch)
        content = _of_plan(session, stage_plans.kept(session, desk, found))
        return sign(session, PLAN, found.id, content, step=step, by=by, at=desk.now())


def sign_show(desk: Desk, slate: str, step: ApprovalStep, by: str) -> Approval:
    """Do a step of the approval of a slate's run of show as it stands now.

    Raises ProblemForUser ``slate-unknown``, ``slate-ambiguous``, what `run_of_show.show_of` and
    `stage_approvals.sign` raise.
    """
    with desk.write("run of show sign") as session:
        _ask(desk, session, step)
        found = find_slate(session, slate)
        content = _of_show(run_of_show.show_of(session, found))
        return sign(session, SHOW, found.id, content, step=step, by=by, at=desk.now())


def _ask(desk: Desk, session: Session, step: ApprovalStep) -> None:
    """Refuse the last step to who may not approve."""
    if step is ApprovalStep.APPROVED:
        desk.require(session, Act.APPROVE)


def of_plan(session: Session, plan: StagePlan) -> Approval:
    """Return how far a version of a plan has come."""
    return approval_of(session, PLAN, plan.batch_id, _of_plan(session, plan))


def of_arranged(session: Session, batch: str, now: Arranged) -> tuple[Approval, Approval | None]:
    """Return how far a batch's plan has come as it is arranged, stored or not.

    Beside it stands what was signed of another arrangement last; None where nothing was.
    """
    content = _of_arranged(now)
    return (
        approval_of(session, PLAN, batch, content),
        signed_otherwise(session, PLAN, batch, content),
    )


def of_show(session: Session, show: Show) -> Approval:
    """Return how far a run of show has come; its words in Chinese are what is approved."""
    return approval_of(session, SHOW, show.slate.id, _of_show(show))


def of_show_now(session: Session, show: Show) -> tuple[Approval, Approval | None]:
    """Return how far a run of show has come, and what was signed of another content last."""
    content = _of_show(show)
    return (
        approval_of(session, SHOW, show.slate.id, content),
        signed_otherwise(session, SHOW, show.slate.id, content),
    )


def _of_plan(session: Session, plan: StagePlan) -> str:
    return _of_arranged(stage_plans.arranged_of(session, plan))


def _of_arranged(now: Arranged) -> str:
    seats = sorted([place.key, who] for place, who in now.seats.items())
    return fingerprint([seats, sorted(now.tables.items())])


def _of_show(show: Show) -> str:
    return fingerprint(run_of_show.content_of(show))
