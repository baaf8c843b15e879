"""Proving that an event file is whole and its journal unbroken."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.services import print_ledger
from qhsign.services.desk import Desk
from qhsign.store import journal
from qhsign.store.schema import Badge, CheckIn, EventKey, Guest, GuestSearch, PrintItem, PrintRun


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name in the message catalogue (``check-…``), the verdict, what was found."""

    name: str
    ok: bool
    found: str


def verify(desk: Desk) -> list[Check]:
    """Check the file, the journal's chain, and what must hold between records."""
    complaints = desk.file.check_integrity()
    with desk.read() as session:
        chain = journal.verify_chain(session)
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
    """Count the guests with more active badges than records: one for each of those joined."""
    records = (
        select(func.count()).where(Guest.joined_into == Badge.guest_id).correlate(Badge)
    ).scalar_subquery()
    twice = (
        select(Badge.guest_id)
        .where(Badge.status == "active")
        .group_by(Badge.guest_id)
        .having(func.count() > 1 + records)
    )
    return session.scalar(select(func.count()).select_from(twice.subquery())) or 0
