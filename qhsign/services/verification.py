"""Proving that an event file is whole and its journal unbroken."""

from collections.abc import Callable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.services import print_ledger
from qhsign.services.desk import Desk
from qhsign.services.verification_records import Check
from qhsign.store import journal
from qhsign.store.schema import Badge, CheckIn, EventKey, Guest, GuestSearch, PrintItem, PrintRun


def verify(desk: Desk, progress: Callable[[int, int], None] | None = None) -> list[Check]:
    """Check the file, the journal's chain, and what must hold between records.

    ``progress`` is told journal entries walked and entries in all, and may stop by raising.
    """
    complaints = desk.file.check_integrity()
    with desk.read() as session:
        chain = journal.verify_chain(session, progress)
        return [
            Check("file", not complaints, "; ".join(complaints[:5])),
            Check("journal", chain.broken_at is None, chain.broken_at or str(chain.entries)),
            _none("one-key", _count(session, EventKey, EventKey.retired_at.is_(None)) != 1),
            _none("one-active-badge", _twice_active(session)),
            _none("search", _count(session, Guest) != _count(session, GuestSearch)),
            _none("prints", _incomplete_runs(session)),
            Check("check-ins", ok=True, found=str(_count(session, CheckIn))),
        ]


def _none(name: str, wrong: int | bool) -> Check:  # noqa: FBT001 - a count, or whether there is one
    return Check(name, not wrong, str(int(wrong)) if wrong else "")


def _count(session: Session, model: type, *conditions: object) -> int:
    return session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0  # type: ignore[arg-type] # column expressions


def _incomplete_runs(session: Session) -> int:
    """Count the runs whose items are not as many as the journaled run says it printed."""
    done = (
        select(func.count())
        .where(PrintItem.run_id == PrintRun.id, PrintItem.outcome == print_ledger.DONE)
        .correlate(PrintRun)
        .scalar_subquery()
    )
    return _count(session, PrintRun, PrintRun.outcome == print_ledger.DONE, PrintRun.pieces != done)


def _twice_active(session: Session) -> int:
    twice = (
        select(Badge.guest_id)
        .where(Badge.status == "active")
        .group_by(Badge.guest_id)
        .having(func.count() > 1)
    )
    return session.scalar(select(func.count()).select_from(twice.subquery())) or 0
