"""Writing down one guest who stands on no list (新增嘉宾), at the office rather than the door."""

from dataclasses import dataclass

from qhsign.domain import names
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services import guests
from qhsign.services.desk import Desk


@dataclass(frozen=True, slots=True)
class NewGuestEntry:
    """What is written of somebody new; only the name must be there."""

    name: str
    organization: str = ""
    title: str = ""
    category: Category = Category.GUEST


@dataclass(frozen=True, slots=True)
class AddedGuest:
    """Who was added, and the operation an undo takes back."""

    id: str
    number: int
    full_name: str
    operation: str


def add_guest(desk: Desk, entry: NewGuestEntry) -> AddedGuest:
    """Add one guest, confirmed like those of a list that says nothing else.

    Vetting stays as for everybody new. Raises ProblemForUser ``guest-name-missing``.
    """
    if not names.split_attributes(entry.name).name:
        raise ProblemForUser("guest-name-missing")
    with desk.write("guest add") as session:
        guest = guests.written_down(
            session, entry.name, entry.organization, entry.title, entry.category
        )
        return AddedGuest(guest.id, guest.number, guest.full_name, session.pen.operation)
