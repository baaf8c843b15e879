"""Taking back one follow-up operation: steps, screening, payments, targets, figures."""

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.services.contract_steps import stepped_on_since, steps_of
from qhsign.services.desk import Desk
from qhsign.services.follow_up_records import FollowUpUndone
from qhsign.store import journal
from qhsign.store.schema import Contract, ContractStep, Event, JournalEntry, JournalValue
from qhsign.store.take_back import take_back

_UNDO = "undo follow-up"
_ACTIONS = frozenset(
    {
        "contract move", "contract agree", "contract step-back", "payment add", "payment set",
        "payment remove", "target set", "edition set", "edition published",
    }
)  # fmt: skip
_COUNTED = frozenset({"contract", "payment", "target", "edition_figure"})


def undo(desk: Desk, operation: str) -> FollowUpUndone:
    """Take an operation back; what took a later step or was changed since stays, and is counted.

    Raises ProblemForUser ``undo-nothing-left`` where nothing of it can be taken back.
    """
    with desk.write(_UNDO) as session:
        action = session.scalars(
            select(JournalEntry.action).where(JournalEntry.operation == operation).limit(1)
        ).one_or_none()
        if action not in _ACTIONS:
            raise ProblemForUser("undo-nothing-left")
        stepped = stepped_on_since(session, operation)
        gone_on = _gone_on(session, operation)
        touched = set(
            session.scalars(
                select(JournalEntry.entity_id).where(JournalEntry.operation == operation)
            )
        )
        taken = take_back(
            session, operation, keep=frozenset(stepped), gone=_gone(session),
            only=frozenset(touched - gone_on.keys() - set(gone_on.values())),
        )  # fmt: skip
        undone = _counted(taken.undone)
        if not undone:
            raise ProblemForUser("undo-nothing-left")
        kept = _counted(taken.kept) + len(set(gone_on.values()))
        if not kept:
            event = session.scalars(select(Event.id)).one()
            journal.note(session, "event", event, undone=operation)
        return FollowUpUndone(undone, kept)


def _gone_on(session: Session, operation: str) -> dict[str, str]:
    """Return the steps an operation took away whose contracts went on since, with these contracts.

    Such a step fits in no more.
    """
    removed = session.execute(
        select(JournalEntry.entity_id, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id)
        .where(
            JournalEntry.operation == operation,
            JournalEntry.entity_kind == ContractStep.__tablename__,
            JournalEntry.change == "delete",
        )
    )
    held: dict[str, str] = {}
    for step, content in removed:
        old = json.loads(content)["old"] if content is not None else None
        if old is None:
            continue
        contract = session.get(Contract, old["contract_id"])
        last = next(reversed(steps_of(session, old["contract_id"])), None)
        if contract is None or contract.status != old["left"] or (last and last.id > step):
            held[step] = old["contract_id"]
    return held


def _gone(session: Session) -> frozenset[str]:
    """Return the operations that were taken back whole, with those that took them back."""
    notes = session.execute(
        select(JournalEntry.operation, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id)
        .where(
            JournalEntry.action == _UNDO,
            JournalEntry.change == "view",
        )
    )
    return frozenset(
        each
        for undoing, content in notes
        if content is not None
        for each in (undoing, json.loads(content)["new"]["undone"])
    )


def _counted(records: Iterable[tuple[str, str]]) -> int:
    return len({entity for kind, entity in records if kind in _COUNTED})
