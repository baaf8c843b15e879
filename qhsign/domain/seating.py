"""Who sits and stands where on the stage: presidium, signing table, witnesses (domain notes §6).

Rows are given as the audience sees them, from left to right, unless a viewpoint is asked for. A
row of ranked people is kept as a `Ranked` list, the first in rank first; ``""`` is a gap kept
where somebody dropped out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import TypeVar

from qhsign.domain.stage_terms import Side, Viewpoint

Ranked = Sequence[str]
"""People by rank, the first first; an empty text is a place kept free."""
GAP = ""

_SeatT = TypeVar("_SeatT")


class Custom(StrEnum):
    """Which hand is the place of honour, as those on the stage see it facing the audience."""

    DOMESTIC = "domestic"  # 左为上
    INTERNATIONAL = "international"  # 右为上


class EvenPresidium(StrEnum):
    """Where the second of an even presidium sits, as the audience sees it (setting)."""

    SECOND_AT_RIGHT = "second-right"  # 9 7 5 3 1 2 4 6 8 10
    SECOND_AT_LEFT = "second-left"  # 10 8 6 4 2 1 3 5 7 9


class GapPolicy(StrEnum):
    """What happens to a row when somebody drops out (setting)."""

    KEEP = "keep"  # 留空位，不动别人
    CLOSE = "close"  # 重排，其余的人递补


class PlaceKind(StrEnum):
    """What somebody does at a place."""

    SIGNER = "signer"  # 主签
    ASSISTANT = "assistant"  # 助签
    WITNESS = "witness"  # 见证


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place on the stage.

    ``table`` counts from the left as the audience sees it, 0 for the witnesses' row; ``rank``
    counts from the centre outward on its side, from 1.
    """

    kind: PlaceKind
    table: int
    side: Side
    rank: int

    @property
    def key(self) -> str:
        """The place as commands name it: ``signer/3/guest/1``."""
        return f"{self.kind}/{self.table}/{self.side}/{self.rank}"


@dataclass(frozen=True, slots=True)
class Moved:
    """A card that lies elsewhere than before: ``None`` is off the stage."""

    person: str
    was: Place | None
    now: Place | None


def place_of(key: str) -> Place:
    """Read a place's key. Raises ValueError for anything else."""
    kind, table, side, rank = key.strip().split("/")
    return Place(PlaceKind(kind), int(table), Side(side), int(rank))


# The presidium (主席台)


def presidium(
    count: int,
    custom: Custom = Custom.DOMESTIC,
    even: EvenPresidium = EvenPresidium.SECOND_AT_RIGHT,
) -> tuple[int, ...]:
    """Return the ranks of a presidium of so many from left to right as the audience sees them.

    Nine at home sit 9 7 5 3 1 2 4 6 8; the international row is the mirror of the one at home.
    An even row has no middle: ``even`` says on which side the second sits.
    """
    row = (
        *sorted((rank for rank in range(1, count + 1) if rank % 2), reverse=True),
        *(rank for rank in range(1, count + 1) if not rank % 2),
    )
    is_mirrored = custom is Custom.INTERNATIONAL
    if count % 2 == 0 and even is EvenPresidium.SECOND_AT_LEFT:
        is_mirrored = not is_mirrored
    return row[::-1] if is_mirrored else row


def seated(
    ranked: Ranked,
    custom: Custom = Custom.DOMESTIC,
    even: EvenPresidium = EvenPresidium.SECOND_AT_RIGHT,
) -> tuple[str, ...]:
    """Return the people of a presidium from left to right as the audience sees them."""
    return tuple(ranked[rank - 1] for rank in presidium(len(ranked), custom, even))


def offsets(row: Sequence[str]) -> dict[str, int]:
    """Return how far from the centre each of a row sits, in half chairs, negative at the left.

    With one chair more or fewer the row is set anew around the centre: everybody moves half a
    chair at least, which is why a gap is often kept.
    """
    middle = len(row) - 1
    return {who: 2 * place - middle for place, who in enumerate(row) if who}


def moved_in_row(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return who sits elsewhere than before, came or left, in the order of their chairs."""
    was, now = offsets(before), offsets(after)
    everybody = dict.fromkeys([*filter(None, after), *filter(None, before)])
    return tuple(who for who in everybody if was.get(who) != now.get(who))


# Coming and going


def dropped_out(ranked: Ranked, person: str, policy: GapPolicy) -> tuple[str, ...]:
    """Return the row without somebody: the place stays empty, or the others close up.

    Gaps at the low end of the row are no places any more.
    """
    if policy is GapPolicy.CLOSE:
        return tuple(who for who in ranked if who != person)
    return _without_loose_end([GAP if who == person else who for who in ranked])


def replaced(ranked: Ranked, person: str, by: str) -> tuple[str, ...]:
    """Return the row with a substitute at exactly the place of the one replaced."""
    return tuple(by if who == person else who for who in ranked)


def settled(before: Ranked, wanted: Ranked) -> tuple[str, ...]:
    """Return a frozen row for the people wanted now: nobody of before moves.

    Who left leaves a gap; who is new stands outside of all others, in the order wanted.
    """
    staying = [who if who in set(wanted) else GAP for who in before]
    new = [who for who in wanted if who and who not in set(before)]
    return (*staying, *new) if new else _without_loose_end(staying)


def closed_up(ranked: Ranked) -> tuple[str, ...]:
    """Return the row without its gaps."""
    return tuple(filter(None, ranked))


def _without_loose_end(ranked: list[str]) -> tuple[str, ...]:
    end = len(ranked)
    while end and not ranked[end - 1]:
        end -= 1
    return tuple(ranked[:end])


# The signing table and the witnesses' row


def from_left(guests: Sequence[_SeatT], hosts: Sequence[_SeatT]) -> tuple[_SeatT, ...]:
    """Return both sides, each from the centre outward, from left to right for the audience.

    Hosts are at the left and guests at the right as those on the stage see it (主左客右), so the
    audience sees 客n … 客2 客1 | 主1 主2 … 主n.
    """
    return (*reversed(guests), *hosts)


def witness_row(guests: int, hosts: int) -> tuple[Place, ...]:
    """Return the places of the witnesses' row from left to right for the audience."""
    return from_left(
        [Place(PlaceKind.WITNESS, 0, Side.GUEST, rank) for rank in range(1, guests + 1)],
        [Place(PlaceKind.WITNESS, 0, Side.HOST, rank) for rank in range(1, hosts + 1)],
    )


def table_row(table: int, guests: int = 1, hosts: int = 1) -> tuple[Place, ...]:
    """Return the places at one table from left to right for the audience.

    Of two parties: 客助签 · 客主签 · 主主签 · 主助签. Each assistant stands at the outer side of
    the signer; of several parties on a side the first is nearest to the centre.
    """
    return from_left(_signing(table, Side.GUEST, guests), _signing(table, Side.HOST, hosts))


def _signing(table: int, side: Side, parties: int) -> list[Place]:
    return [
        Place(kind, table, side, rank)
        for rank in range(1, parties + 1)
        for kind in (PlaceKind.SIGNER, PlaceKind.ASSISTANT)
    ]


def seen_from(row: Sequence[_SeatT], viewpoint: Viewpoint) -> tuple[_SeatT, ...]:
    """Return a row given for the audience as it is seen from there: the stage sees its mirror."""
    return tuple(row) if viewpoint is Viewpoint.AUDIENCE else tuple(reversed(row))


# Plans


def moved_cards(before: Mapping[Place, str], after: Mapping[Place, str]) -> tuple[Moved, ...]:
    """Return the cards that lie elsewhere in a plan than in the one before it.

    People who stay come first in the order of their new places, then who left. Somebody who stands
    at several places counts once for each.
    """
    was, now = _places_of(before), _places_of(after)
    moved: list[Moved] = []
    for person in dict.fromkeys([*now, *was]):
        stays = set(was.get(person, ())) & set(now.get(person, ()))
        left = [place for place in was.get(person, ()) if place not in stays]
        taken = [place for place in now.get(person, ()) if place not in stays]
        moved += [Moved(person, old, new) for old, new in zip_longest(left, taken)]
    return tuple(moved)


def changed_places(before: Mapping[Place, str], after: Mapping[Place, str]) -> frozenset[Place]:
    """Return the places where somebody else stands than before, or nobody any more."""
    return frozenset(
        place for place in {*before, *after} if before.get(place, GAP) != after.get(place, GAP)
    )


def _places_of(plan: Mapping[Place, str]) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for place in sorted(plan):
        if plan[place]:
            places.setdefault(plan[place], []).append(place)
    return places


def numbered(kind: PlaceKind, side: Side, ranked: Ranked, table: int = 0) -> dict[Place, str]:
    """Return the places of one side of a row, from the centre outward, with who is there."""
    return {Place(kind, table, side, rank): who for rank, who in enumerate(ranked, start=1) if who}


def ranked_at(
    plan: Mapping[Place, str], kind: PlaceKind, side: Side, table: int = 0
) -> tuple[str, ...]:
    """Return one side of a row by rank, with the gaps it has."""
    theirs = {
        place.rank: who
        for place, who in plan.items()
        if (place.kind, place.side, place.table) == (kind, side, table) and who
    }
    return tuple(theirs.get(rank, GAP) for rank in range(1, max(theirs, default=0) + 1))


def twice(people: Iterable[str]) -> tuple[str, ...]:
    """Return who is named more than once, in the order of the second naming."""
    seen: set[str] = set()
    found: dict[str, None] = {}
    for who in filter(None, people):
        if who in seen:
            found[who] = None
        seen.add(who)
    return tuple(found)
