"""The rows of the attendance list (签到表) and of the seating list (座次表)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from qhsign.domain.ordering import Order
from qhsign.domain.seat_order import seat_key
from qhsign.services import events
from qhsign.services.export_rows import GuestLine, Say, placed_guest_lines
from qhsign.services.guest_records import GuestRow
from qhsign.services.presence import FirstEntry, first_entries
from qhsign.services.statistics import expected
from qhsign.store.schema import Activity


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """A guest whom an activity expects or who came, with the first entry that counts."""

    number: str
    full_name: str
    organization: str
    title: str
    category: str
    delegation: str
    vip: str
    seat: str
    liaison: str
    phone: str
    expected: str
    state: str
    at: datetime | None
    desk: str


@dataclass(frozen=True, slots=True)
class Attending:
    """Who is due at an activity, or at any, and the first entries of those who came."""

    due: Mapping[str, object]
    came: Mapping[str, FirstEntry]

    def has(self, guest: str) -> bool:
        """Tell whether a guest belongs on the list."""
        return guest in self.due or guest in self.came


def attending(session: Session, place: Activity | None) -> Attending:
    """Return who is due and who came at an activity, or at any."""
    return Attending(expected(session, place), first_entries(session, place.id if place else None))


def attendance_lines(
    session: Session, rows: list[GuestRow], order: Order, say: Say, seen: Attending
) -> Iterator[AttendanceLine]:
    """Give the guests in order, each with the first entry in the event's own time."""
    zone = events.facts_in(session).zone
    for guest, line in placed_guest_lines(session, rows, order, say):
        entry = seen.came.get(guest)
        yield AttendanceLine(
            number=line.number,
            full_name=line.full_name,
            organization=line.organization,
            title=line.title,
            category=line.category,
            delegation=line.delegation,
            vip=line.vip,
            seat=line.seat,
            liaison=line.liaison,
            phone=line.phone,
            expected=say("attendance-expected" if guest in seen.due else "attendance-unexpected"),
            state=say("attendance-here" if entry else "attendance-missing"),
            at=_local(entry.at.astimezone(zone)) if entry else None,
            desk=entry.desk if entry else "",
        )


def seating_lines(
    session: Session, rows: list[GuestRow], order: Order, say: Say
) -> list[GuestLine]:
    """Return the guests who have a seat, seat by seat; two on one seat stand in order."""
    lines = [line for _, line in placed_guest_lines(session, rows, order, say) if line.seat.strip()]
    return sorted(lines, key=lambda line: seat_key(line.seat))


def _local(moment: datetime) -> datetime:
    """Return a moment as lists write it: to the second, the zone being the event's."""
    return moment.replace(tzinfo=None, microsecond=0)
