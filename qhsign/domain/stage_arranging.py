"""Arranging a plan of the stage: from the contracts anew, or as near as may be to the last one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qhsign.domain.seating import (
    GapPolicy,
    Place,
    PlaceKind,
    closed_up,
    numbered,
    ranked_at,
    settled,
)
from qhsign.domain.stage_terms import Side

Seats = Mapping[Place, str]
"""Who stands at each place; nobody stands at a place that is not in it."""


@dataclass(frozen=True, slots=True)
class AtTable:
    """What is signed at one table: for each side the parties from the centre outward.

    A party is its signer and its assistant, "" where there is none.
    """

    contract: str
    guests: Sequence[tuple[str, str]] = ()
    hosts: Sequence[tuple[str, str]] = ()

    def seats(self, table: int) -> dict[Place, str]:
        """Return the places at the table with who is there."""
        return {
            Place(kind, table, side, rank): who
            for side, parties in ((Side.GUEST, self.guests), (Side.HOST, self.hosts))
            for rank, party in enumerate(parties, start=1)
            for kind, who in zip((PlaceKind.SIGNER, PlaceKind.ASSISTANT), party, strict=True)
            if who
        }


@dataclass(frozen=True, slots=True)
class Arranged:
    """A plan: who stands where, and which contract lies on which table."""

    seats: Seats
    tables: Mapping[int, str]


NOTHING = Arranged({}, {})


def arranged(
    contracts: Sequence[AtTable],
    witnesses: Mapping[Side, Sequence[str]],
    before: Arranged = NOTHING,
    *,
    frozen: bool = False,
    policy: GapPolicy = GapPolicy.KEEP,
) -> Arranged:
    """Return the plan for contracts, in the order of their tables, and ranked witnesses.

    What staff moved by hand in the plan before stays, as long as the same people are there. In a
    frozen plan everybody who stays stands where they stood, and contracts stay at their tables.
    Otherwise a witness who dropped out leaves a gap or the others close up, by the ``policy``.
    """
    tables = _tables(contracts, before, frozen=frozen)
    seats: dict[Place, str] = {}
    for table, contract in tables.items():
        at_table = next(each for each in contracts if each.contract == contract)
        seats.update(_at(at_table, table, before))
    for side, wanted in witnesses.items():
        row = _row(wanted, ranked_at(before.seats, PlaceKind.WITNESS, side), policy, frozen=frozen)
        seats.update(numbered(PlaceKind.WITNESS, side, row))
    return Arranged(seats, tables)


def exchanged(plan: Arranged, one: Place, other: Place) -> Arranged:
    """Return the plan with two places exchanged; one of them may be free."""
    seats = dict(plan.seats)
    first, second = seats.pop(one, ""), seats.pop(other, "")
    if second:
        seats[one] = second
    if first:
        seats[other] = first
    return Arranged(seats, plan.tables)


def _tables(contracts: Sequence[AtTable], before: Arranged, *, frozen: bool) -> dict[int, str]:
    if not frozen:
        return {table: each.contract for table, each in enumerate(contracts, start=1)}
    wanted = [each.contract for each in contracts]
    kept = {table: contract for table, contract in before.tables.items() if contract in wanted}
    last = max(before.tables, default=0)
    new = [contract for contract in wanted if contract not in kept.values()]
    return kept | {last + place: contract for place, contract in enumerate(new, start=1)}


def _at(at_table: AtTable, table: int, before: Arranged) -> dict[Place, str]:
    """Return who stands at a table: as before where the same people were at the same contract."""
    usual = at_table.seats(table)
    was = next((t for t, contract in before.tables.items() if contract == at_table.contract), None)
    if was is None:
        return usual
    held = {
        Place(place.kind, table, place.side, place.rank): who
        for place, who in before.seats.items()
        if place.kind is not PlaceKind.WITNESS and place.table == was
    }
    return held if sorted(held.values()) == sorted(usual.values()) else usual


def _row(
    wanted: Sequence[str], before: Sequence[str], policy: GapPolicy, *, frozen: bool
) -> tuple[str, ...]:
    staying = [who for who in before if who]
    new = [who for who in wanted if who not in staying]
    if frozen and before:
        return settled(before, wanted)
    if new or not before:
        return tuple(wanted)
    # Somebody left, or nobody: staff's own order stays.
    row = settled(before, wanted)
    return row if policy is GapPolicy.KEEP else closed_up(row)
