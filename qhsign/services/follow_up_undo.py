"""Taking back one follow-up operation: steps, screening, payments, targets, figures."""

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.services.contract_steps import stepped_on_since
from qhsign.services.desk import Desk
from qhsign.services.import_records import Undone
from qhsign.store import journal
from qhsign.store.bring_back import bring_back
from qhsign.store.schema import ContractStep, Event, JournalEntry, JournalValue
from qhsign.store.take_back import take_back

_UNDO = "undo follow-up"
_ACTIONS = frozenset(
    {
        "contract move", "contract agree", "contract step-back", "payment add", "payment set",
        "payment remove", "target set", "edition set", "edition published",
    }
)  # fmt: skip
_REMOVED = ("payment", "contract_step", "target", "edition_figure")
_COUNTED = frozenset({"contract", "payment", "target", "edition_figure"})


def undo(desk: Desk, operation: str) -> Undone:
    """Take an operation back; what took a later step or was changed since stays, and is counted.

    Raises ProblemForUser ``undo-nothing-left`` where nothing of it can be taken back.
    """
    with desk.write(_UNDO) as session:
        action = session.scalars(
            select(JournalEntry.action).where(JournalEntry.operation == operation).limit(1)
        ).one_or_none()
        if action not in _ACTIONS:
            raise ProblemForUser("undo-nothing-left")
        held = stepped_on_since(session, operation)
        taken = take_back(session, operation, keep=frozenset(held), gone=_gone(session))
        restored = {entity for _, entity in taken.undone}
        again = [
            record
            for record in bring_back(session, operation, _REMOVED)
            # A step fits again only where the contract went back to the state after it.
            if not isinstance(record, ContractStep) or record.contract_id in restored
        ]
        session.add_all(again)
        undone = _counted([*taken.undone, *((each.__tablename__, each.id) for each in again)])
        if not undone:
            raise ProblemForUser("undo-nothing-left")
        if not taken.kept:
            event = session.scalars(select(Event.id)).one()
            journal.note(session, "event", event, undone=operation)
        return Undone(undone, _counted(taken.kept))


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
