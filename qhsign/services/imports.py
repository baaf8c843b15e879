"""Imports: reading lists into the event, and taking an import back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.services.contract_import import import_contracts
from qhsign.services.contract_steps import stepped_on_since
from qhsign.services.desk import Desk
from qhsign.services.follow_up_import import import_follow_up, take_follow_up
from qhsign.services.guest_import import import_guests
from qhsign.services.import_records import ImportReport, PastImport, Undone
from qhsign.store.schema import (
    Certificate,
    Contract,
    ContractStep,
    JournalEntry,
    ListImport,
    ListRow,
    Party,
    Payment,
)
from qhsign.store.take_back import take_back

_UNDO = "undo import"
_COUNTED = {"guests": "guest", "contracts": "contract", "photos": "guest", "follow-up": "contract"}
"""The records an undo counts, by what was imported."""

__all__ = [
    "ImportReport",
    "Undone",
    "import_contracts",
    "import_follow_up",
    "import_guests",
    "list_imports",
    "take_follow_up",
    "undo",
]


def undo(desk: Desk, number: int) -> Undone:
    """Take an import back: what it brought goes, what it changed gets its old value.

    Guests and contracts that were badged, checked in, approved or changed since stay, and are
    counted; so does a contract that took a step since. Counts are of guests or contracts,
    whichever the list held; a guest whose photo came with the import has the one before again.

    Raises ProblemForUser ``import-unknown`` or ``import-undone``.
    """
    with desk.write(_UNDO) as session:
        done = session.scalars(select(ListImport).where(ListImport.number == number)).one_or_none()
        if done is None:
            raise ProblemForUser("import-unknown", number=number)
        if done.undone_at is not None:
            raise ProblemForUser("import-undone", number=number)
        owners = _owners(session, done.operation)
        stepped = stepped_on_since(session, done.operation)
        taken = take_back(
            session,
            done.operation,
            keep=frozenset({done.id, *_built_on(session, done.at), *stepped}),
            gone=_taken_back_before(session),
        )
        done.undone_at = desk.now()
        kind = _COUNTED[done.kind]
        undone, kept = (
            {owners.get(entity, entity if each == kind else "") for each, entity in records} - {""}
            for records in (taken.undone, taken.kept)
        )
        return Undone(len(undone - kept), len(kept), done.kind)


def list_imports(desk: Desk) -> Sequence[PastImport]:
    """Return every import the event remembers, the latest first."""
    with desk.read() as session:
        counts = {
            (import_id, outcome): count
            for import_id, outcome, count in session.execute(
                select(ListRow.import_id, ListRow.outcome, func.count()).group_by(
                    ListRow.import_id, ListRow.outcome
                )
            )
        }
        done = session.scalars(select(ListImport).order_by(ListImport.number.desc()))
        return [
            PastImport(
                each.number,
                each.kind,
                each.file_name,
                each.at,
                counts.get((each.id, "new"), 0),
                counts.get((each.id, "changed"), 0),
                each.undone_at,
            )
            for each in done
        ]


def _owners(session: Session, operation: str) -> dict[str, str]:
    """Return the contract (by id) that each step and payment of an operation belongs to."""
    owners: dict[str, str] = {}
    for model in (ContractStep, Payment):
        ids = select(JournalEntry.entity_id).where(
            JournalEntry.operation == operation, JournalEntry.entity_kind == model.__tablename__
        )
        query = select(model.id, model.contract_id).where(model.id.in_(ids))
        owners.update(dict(session.execute(query).all()))
    return owners


def _taken_back_before(session: Session) -> frozenset[str]:
    """Return the operations of imports taken back earlier, and of taking them back."""
    imports = session.scalars(select(ListImport.operation).where(ListImport.undone_at.is_not(None)))
    undoing = session.scalars(select(JournalEntry.operation).where(JournalEntry.action == _UNDO))
    return frozenset({*imports, *undoing})


def _built_on(session: Session, since: datetime) -> set[str]:
    """Return the contracts approved or certified since a moment, with all their parties.

    What somebody approved, or a paper says, must not change behind their back.
    """
    built_on = {
        *session.scalars(select(Contract.id).where(Contract.approved_at >= since)),
        *session.scalars(select(Certificate.contract_id).where(Certificate.made_at >= since)),
    }
    parties = session.execute(select(Party.id, Party.contract_id))
    return built_on | {party for party, contract in parties if contract in built_on}
