"""What the guest use cases hand out: frozen rows, safe to pass between threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services.findings import Finding


class GuestRow(NamedTuple):
    """One line of the guest list, with the text that search looks in.

    A tuple, unlike the other records: of a hundred thousand, each is made in a tenth of the time.
    ``reading`` is the pinyin with tone marks, syllables apart; ``search_text`` is what
    ``domain.search.matcher`` is run against.
    """

    id: str
    number: int
    full_name: str
    latin_name: str
    reading: str
    organization: str
    title: str
    delegation: str
    category: Category
    vip: bool
    status: Invitation
    vetting: Vetting
    search_text: str

    @property
    def label(self) -> str:
        """The number as people read it: five digits or more."""
        return f"{self.number:05d}"


class ReadGuests(NamedTuple):
    """Every guest, in an order, and the search texts of all of them by their numbers.

    So, as a rule, they were read and lie in memory; taken in another order, each is fetched anew.
    """

    rows: Sequence[GuestRow]
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """When and where a guest was first let in at an activity."""

    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class RegisteredGuest:
    """Somebody just registered at the door."""

    id: str
    number: int
    full_name: str


@dataclass(frozen=True, slots=True)
class DoorBadge:
    """Where a badge printed at the door lies, and what the check found but did not forbid."""

    path: Path
    findings: Sequence[Finding]
