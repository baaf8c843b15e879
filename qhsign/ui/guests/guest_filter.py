"""Which guests are shown and how many each filter would show: plain code over rows in memory."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from qhsign.domain.guest import Category, Invitation
from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow

VIP = "vip"
KINDS: tuple[str, ...] = (VIP, *(str(each) for each in Category))
STATUSES: tuple[str, ...] = tuple(str(each) for each in Invitation)
ARRIVED, ABSENT = "arrived", "absent"


class Facet(Enum):
    """The groups of filters beside the table."""

    KIND = "kind"
    STATUS = "status"
    ARRIVAL = "arrival"


VALUES: Mapping[Facet, tuple[str, ...]] = {
    Facet.KIND: KINDS,
    Facet.STATUS: STATUSES,
    Facet.ARRIVAL: (ARRIVED, ABSENT),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for; an empty set of a facet asks for nothing."""

    query: str = ""
    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    arrivals: frozenset[str] = frozenset()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked for, so that every guest is shown."""
        return not (self.query.strip() or self.kinds or self.statuses or self.arrivals)

    def chosen(self, facet: Facet) -> frozenset[str]:
        """Return the ticked values of a facet."""
        return {
            Facet.KIND: self.kinds,
            Facet.STATUS: self.statuses,
            Facet.ARRIVAL: self.arrivals,
        }[facet]

    def toggled(self, facet: Facet, value: str) -> "Wanted":
        """Return the same wishes with one value ticked or unticked."""
        values = self.chosen(facet) ^ {value}
        if facet is Facet.KIND:
            return replace(self, kinds=values)
        if facet is Facet.STATUS:
            return replace(self, statuses=values)
        return replace(self, arrivals=values)


@dataclass(frozen=True, slots=True)
class Found:
    """The rows shown, in the list's order, and the count beside each filter value."""

    rows: Sequence[GuestRow]
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)


def kind_of(row: GuestRow) -> str:
    """Return the filter value of a guest's chip: the VIP mark goes over the category."""
    return VIP if row.vip else row.category


def find(rows: Sequence[GuestRow], wanted: Wanted, arrived: Mapping[str, object]) -> Found:
    """Return what matches; a facet's counts follow the search and the other facets."""
    matched = search(rows, wanted.query)
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    arrivals: Counter[str] = Counter()
    shown: list[GuestRow] = []
    for row in matched:
        kind, status = kind_of(row), row.status
        arrival = ARRIVED if row.id in arrived else ABSENT
        kind_fits = not wanted.kinds or kind in wanted.kinds
        status_fits = not wanted.statuses or status in wanted.statuses
        arrival_fits = not wanted.arrivals or arrival in wanted.arrivals
        if kind_fits and status_fits:
            arrivals[arrival] += 1
        if kind_fits and arrival_fits:
            statuses[status] += 1
        if status_fits and arrival_fits:
            kinds[kind] += 1
            if kind_fits:
                shown.append(row)
    return Found(shown, {Facet.KIND: kinds, Facet.STATUS: statuses, Facet.ARRIVAL: arrivals})


def search(rows: Sequence[GuestRow], query: str, most: int | None = None) -> Sequence[GuestRow]:
    """Return the rows a query finds, all of them for an empty one; stop after ``most``."""
    if not query.strip():
        return rows if most is None else rows[:most]
    matches: Callable[[str], bool] = matcher(query)
    if most is None:
        return [row for row in rows if matches(row.search_text)]
    found: list[GuestRow] = []
    for row in rows:
        if matches(row.search_text):
            found.append(row)
            if len(found) == most:
                break
    return found
