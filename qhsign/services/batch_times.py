"""When batches go on stage: as planned, or as far as it can be told from the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain import ceremony
from qhsign.domain.ceremony import OwnStep, Plan, ShowBatch, Step, StepKind
from qhsign.store.schema import Activity, Batch, Contract, ShowStep, Slate


@dataclass(frozen=True, slots=True)
class Schedule:
    """The batches of a slate in order, with the steps of its ceremony.

    ``steps`` is empty where nothing is known of the time.
    """

    batches: Sequence[Batch]
    steps: Sequence[Step]

    def starts(self, batch: str) -> datetime | None:
        """Return when a batch goes on stage."""
        found = (s.begins for s in self.steps if s.batch == batch and s.kind is StepKind.ENTER)
        return next(found, None)

    def leaves(self, batch: str) -> datetime | None:
        """Return when a batch has left the stage."""
        found = (s.ends for s in self.steps if s.batch == batch and s.kind is StepKind.LEAVE)
        return next(found, None)


def batches_of(session: Session, slate: str) -> list[Batch]:
    """Return the batches of a slate in their order."""
    return list(
        session.scalars(
            select(Batch).where(Batch.slate_id == slate).order_by(Batch.position, Batch.number)
        )
    )


def schedule(session: Session, slate: Slate) -> Schedule:
    """Return the steps of a slate's ceremony; batches without contracts are passed over.

    Where no batch has a planned time the ceremony begins when its activity opens.
    """
    held = select(Contract.batch_id, func.count()).group_by(Contract.batch_id)
    counts = dict(session.execute(held).all())
    batches = [batch for batch in batches_of(session, slate.id) if counts.get(batch.id)]
    shown = [ShowBatch(each.id, counts[each.id], each.starts) for each in batches]
    plan = _plan(decided(session, slate.id))
    first = _first(session, slate, batches, plan)
    return Schedule(batches, [] if first is None else ceremony.steps_of(shown, first, plan))


def decided(session: Session, slate: str) -> list[ShowStep]:
    """Return what the office decided of a slate's steps; its own steps in their order."""
    return list(
        session.scalars(
            select(ShowStep)
            .where(ShowStep.slate_id == slate)
            .order_by(ShowStep.position, ShowStep.id)
        )
    )


def is_own(key: str) -> bool:
    """Tell whether a key is that of a step the office put in."""
    return key.startswith(f"{StepKind.OWN}:")


def _plan(steps: Sequence[ShowStep]) -> Plan:
    return Plan(
        {s.key: s.minutes for s in steps if s.minutes is not None and not is_own(s.key)},
        [OwnStep(s.key, s.after, s.minutes) for s in steps if is_own(s.key)],
    )


def starts_of(session: Session, batch: Batch) -> datetime | None:
    """Return when one batch goes on stage, planned or estimated."""
    if batch.starts is not None or batch.slate_id is None:
        return batch.starts
    return schedule(session, session.get_one(Slate, batch.slate_id)).starts(batch.id)


def _first(session: Session, slate: Slate, batches: Sequence[Batch], plan: Plan) -> datetime | None:
    """Return when the first batch goes on stage, as far as anything is known."""
    if batches and batches[0].starts is not None:
        return batches[0].starts
    if slate.activity_id is not None:
        opens = session.get_one(Activity, slate.activity_id).opens
        if opens is not None:
            return opens + ceremony.lead(plan)
    # A later batch with a time tells the latest moment the first can begin.
    known = [batch.starts for batch in batches if batch.starts is not None]
    return min(known) if known else None
