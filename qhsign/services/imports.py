"""Imports: reading lists into the event, and taking an import back."""

from sqlalchemy import select

from qhsign.domain.problems import ProblemForUser
from qhsign.services.contract_import import import_contracts
from qhsign.services.desk import Desk
from qhsign.services.guest_import import import_guests
from qhsign.services.import_records import ImportReport, Undone
from qhsign.store.schema import Certificate, ListImport
from qhsign.store.take_back import take_back

__all__ = ["ImportReport", "Undone", "import_contracts", "import_guests", "undo"]


def undo(desk: Desk, number: int) -> Undone:
    """Take an import back: what it brought goes, what it changed gets its old value.

    Guests and contracts that were badged, checked in, approved or changed since stay, and are
    counted. Raises ProblemForUser ``import-unknown`` or ``import-undone``.
    """
    with desk.write("undo import") as session:
        done = session.scalars(select(ListImport).where(ListImport.number == number)).one_or_none()
        if done is None:
            raise ProblemForUser("import-unknown", number=number)
        if done.undone_at is not None:
            raise ProblemForUser("import-undone", number=number)
        printed = set(session.scalars(select(Certificate.contract_id)))
        taken = take_back(session, done.operation, keep=frozenset({done.id, *printed}))
        done.undone_at = desk.now()
        return Undone(taken.undone, len(taken.kept))
