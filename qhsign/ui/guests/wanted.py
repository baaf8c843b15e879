"""What a person asked of the guest list: words to search for and ticked filters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.open_questions import OpenQuestion
from qhsign.services.guest_records import GuestRow

VIP = "vip"
KINDS: tuple[str, ...] = (VIP, *(str(each) for each in Category))
STATUSES: tuple[str, ...] = tuple(str(each) for each in Invitation)
ARRIVED, ABSENT = "arrived", "absent"


class Facet(Enum):
    """The groups of filters beside the table, from above; the value is how a desk keeps them."""

    KIND = "kind"
    STATUS = "status"
    VETTING = "vetting"
    ARRIVAL = "arrival"
    PROBLEM = "problem"
    DELEGATION = "delegation"
    ACTIVITY = "activity"


VALUES: Mapping[Facet, tuple[str, ...]] = {
    Facet.KIND: KINDS,
    Facet.STATUS: STATUSES,
    Facet.VETTING: tuple(str(each) for each in Vetting),
    Facet.ARRIVAL: (ARRIVED, ABSENT),
    Facet.PROBLEM: tuple(str(each) for each in OpenQuestion),
}
"""The filters that are the same in every event; delegations and activities are the event's own."""

Tick = tuple[Facet, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for; a facet without a tick asks for nothing.

    Ticks of one facet mean “or”, facets and the words of ``query`` mean “and”.
    """

    query: str = ""
    ticks: frozenset[Tick] = frozenset()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked for, so that every guest is shown."""
        return not (self.query.strip() or self.ticks)

    def chosen(self, facet: Facet) -> frozenset[str]:
        """Return the ticked values of a facet."""
        return frozenset(value for ticked, value in self.ticks if ticked is facet)

    def toggled(self, facet: Facet, value: str) -> "Wanted":
        """Return the same wishes with one value ticked or unticked."""
        return replace(self, ticks=self.ticks ^ {(facet, value)})


def _nowhere(_: str) -> int:
    return -1


@dataclass(frozen=True, slots=True)
class Found:
    """The rows shown, in the list's order, and the count beside each filter value.

    ``place_of`` gives the place of a guest (by id) among these rows, -1 for one not among them.
    """

    rows: Sequence[GuestRow]
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)
    place_of: Callable[[str], int] = _nowhere
