"""The run of show as a screen shows it: each step with what may be changed, and the sign-off."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.ceremony import Step, StepKind, minutes_of
from qhsign.domain.name_reading import reading_of
from qhsign.services import (
    events,
    host_words,
    reference,
    run_of_show,
    show_changes,
    stage_findings,
    stage_sign_off,
)
from qhsign.services.desk import Desk
from qhsign.services.run_of_show import Show
from qhsign.services.show_records import OpenReading, ShowLine, ShowTable, SignedBefore, StepWords
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_approvals import Approval, Signed
from qhsign.store.schema import StageApproval
from qhsign.wording import Language

if TYPE_CHECKING:
    from qhsign.services.stage_cast import CastPerson

_READ = frozenset({StepKind.OPENING, StepKind.SIGN, StepKind.CLOSING, StepKind.OWN})
_TEXTS = ("title", "content", "screen", "sound", "responsible")


def table(desk: Desk, slate: str, language: Language = Language.CHINESE) -> ShowTable:
    """Return a slate's run of show.

    Raises ProblemForUser ``slate-unknown``, ``slate-ambiguous``, ``batch-none-on-slate`` or
    ``stage-start-unknown``.
    """
    with desk.read() as session:
        found = find_slate(session, slate)
        show = run_of_show.show_of(session, found, language)
        zone = events.facts_in(session).zone
        in_chinese = replace(show, language=Language.CHINESE)
        approval = stage_sign_off.of_show(session, in_chinese)
        return ShowTable(
            found.name,
            [_line(show, step, zone) for step in show.times.steps],
            list(_readings(show)),
            approval,
            _before(session, show, approval, language),
            show.times.steps[-1].ends.astimezone(zone),
        )


def _line(show: Show, step: Step, zone: tzinfo) -> ShowLine:
    begins = step.begins.astimezone(zone)
    said = show.step(step, begins)
    usual = replace(show, decided={}).step(step, begins)
    decided = show.decided.get(step.key)
    written = {name: getattr(decided, name) for name in _TEXTS} if decided else {}
    if decided and decided.minutes is not None:
        written["minutes"] = str(decided.minutes)
    staged = show.batches.get(step.batch)
    tables = len(staged.cast.contracts) if staged else 0
    return ShowLine(
        key=step.key,
        kind=step.kind,
        begins=begins,
        minutes=step.minutes,
        title=said.title,
        content=said.content,
        screen=said.screen,
        sound=said.sound,
        responsible=said.responsible,
        batch=staged.name if staged else "",
        words=_words(show, step) if step.kind in _READ else None,
        written=written,
        usual={
            **{name: getattr(usual, name) for name in _TEXTS},
            "minutes": str(minutes_of(step.kind, tables)),
        },
        is_planned=(
            step.kind is StepKind.ENTER and staged is not None and staged.batch.starts is not None
        ),
        is_key=said.is_key,
    )


def _words(show: Show, step: Step) -> StepWords:
    usual, written = show.usual_words(step), show.written_words(step)
    text, people = written or usual, show.people(step)
    return StepWords(
        host_words.read_aloud(text, people),
        usual,
        written,
        host_words.open_readings(text, people),
        list(stage_findings.of_words(show, step)),
    )


def _readings(show: Show) -> Iterator[OpenReading]:
    named: dict[str, tuple[CastPerson, list[str]]] = {}
    for step in show.times.steps:
        words = show.words(step)
        if words is None:
            continue
        for person in show.people(step):
            if person.name in words.text and host_words.is_unconfirmed(person):
                steps = named.setdefault(person.key, (person, []))[1]
                if step.key not in steps:
                    steps.append(step.key)
    tables = reference.reading_tables()
    for person, steps in named.values():
        guest = person.guest
        yield OpenReading(
            guest.id if guest else "",
            guest.label if guest else "",
            person.name,
            person.organization,
            str(reading_of(person.name, guest.country if guest else None, tables)),
            steps,
        )


def _before(
    session: Session, show: Show, approval: Approval, language: Language
) -> SignedBefore | None:
    """Return the last sign-off of other content; None while this content is signed as far."""
    query = select(StageApproval).where(
        StageApproval.subject == show.slate.id, StageApproval.paper == stage_sign_off.SHOW
    )
    every: Sequence[StageApproval] = list(session.scalars(query.order_by(StageApproval.at)))
    if not every or approval.steps:
        return None
    last = every[-1]
    changes = show_changes.since(session, show, last.id, language)
    return SignedBefore(last.step, Signed(last.by, last.at), changes)
