"""Parting a slate into batches that go on stage one after the other (domain notes §6).

What counts, the first most: nobody stands at two places of one batch; nobody goes on stage in two
batches in a row; what one host signs goes on stage together; contracts stay near their places in
the slate's order, which is their rank. Contracts keep their numbers whatever batch they are in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qhsign.domain.batch_search import Parting, ToSign, standing

__all__ = [
    "BatchFault",
    "BatchState",
    "Fault",
    "Proposal",
    "ToSign",
    "even_sizes",
    "faults",
    "in_table_order",
    "may_change",
    "propose",
]


class BatchState(StrEnum):
    """Where a batch stands on its way over the stage."""

    NOT_CALLED = "not-called"  # 未候场
    WAITING = "waiting"  # 候场
    ON_STAGE = "on-stage"  # 上台
    SIGNED = "signed"  # 已签
    LEFT = "left"  # 撤下

    @property
    def is_fixed(self) -> bool:
        """Whether the batch is on stage already or was: its contracts stay in it."""
        return self in {BatchState.ON_STAGE, BatchState.SIGNED, BatchState.LEFT}


class Fault(StrEnum):
    """What is wrong with batches."""

    TWICE = "twice"  # 同一人在一批里有两个台位
    IN_A_ROW = "in-a-row"  # 同一人接连两批上台
    TOO_LARGE = "too-large"  # 项目数超过签字台数


@dataclass(frozen=True, slots=True)
class BatchFault:
    """One fault: who, in which batch (from 0; of two in a row the second), in which contracts."""

    fault: Fault
    batch: int
    person: str = ""
    contracts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The batches in order, each with its contracts in order, and what could not be avoided."""

    batches: tuple[tuple[str, ...], ...]
    faults: tuple[BatchFault, ...] = ()


def may_change(before: BatchState, after: BatchState) -> bool:
    """Say whether a batch may go from one state to another: one step on, or one step back."""
    states = list(BatchState)
    return abs(states.index(after) - states.index(before)) == 1


def propose(
    contracts: Sequence[ToSign], size: int, locked: Mapping[int, Sequence[str]] | None = None
) -> Proposal:
    """Part contracts, given by rank, into batches of at most ``size``, evenly filled.

    ``locked`` batches, by their place, keep exactly their contracts in their order. The same
    contracts give the same batches. Raises ValueError for a size below one.
    """
    if size < 1:
        raise ValueError("a batch holds at least one contract")
    kept = dict(locked or {})
    held = {each for batch in kept.values() for each in batch}
    sizes = even_sizes(sum(contract.id not in held for contract in contracts), size)
    found = Parting(contracts, _filled(contracts, sizes, kept), frozenset(kept)).settle()
    by_id = {contract.id: place for place, contract in enumerate(contracts)}
    batches = tuple(
        tuple(kept[place])
        if place in kept
        else in_table_order(
            [contracts[by_id[each]] for each in sorted(batch, key=by_id.__getitem__)]
        )
        for place, batch in enumerate(found)
    )
    return Proposal(batches, faults(contracts, batches, size))


def _filled(
    contracts: Sequence[ToSign], sizes: Sequence[int], locked: Mapping[int, Sequence[str]]
) -> list[list[str]]:
    """Return batches filled by rank around the locked ones."""
    held = {each for batch in locked.values() for each in batch}
    rest = [contract.id for contract in contracts if contract.id not in held]
    left = list(sizes)
    batches: list[list[str]] = []
    while left or rest or len(batches) <= max(locked, default=-1):
        if len(batches) in locked:
            batches.append(list(locked[len(batches)]))
            continue
        count = left.pop(0) if left else 0
        batches.append(rest[:count])
        rest = rest[count:]
    return batches


def even_sizes(count: int, size: int) -> list[int]:
    """Return the sizes of as few batches as hold ``count``, the larger ones first: 20 → 5 5 5 5."""
    batches = -(-count // size)
    return [count // batches + (place < count % batches) for place in range(batches)]


def in_table_order(contracts: Sequence[ToSign]) -> tuple[str, ...]:
    """Return the contracts of one batch, given by rank, from the first table on.

    What one host signs stands side by side, where the first of it stands.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for contract in contracts:
        groups[contract.host or f" {contract.id}"].append(contract.id)
    return tuple(each for group in groups.values() for each in group)


def faults(
    contracts: Sequence[ToSign], batches: Sequence[Sequence[str]], size: int | None = None
) -> tuple[BatchFault, ...]:
    """Return what is wrong with batches however they came about, in their order.

    Witnesses of more than half of the contracts stay on stage; nobody is told of them.
    """
    staying = standing(contracts)
    known = {contract.id: contract for contract in contracts}
    found: list[BatchFault] = []
    before: dict[str, list[str]] = {}
    for place, batch in enumerate(batches):
        held = [known[each] for each in batch if each in known]
        if size is not None and len(batch) > size:
            found.append(BatchFault(Fault.TOO_LARGE, place, contracts=tuple(batch)))
        at_tables = _by_person((each.id, each.bound) for each in held)
        found += [
            BatchFault(Fault.TWICE, place, who, tuple(where))
            for who, where in at_tables.items()
            if len(where) > 1
        ]
        there = _by_person((each.id, each.people) for each in held)
        found += [
            BatchFault(Fault.IN_A_ROW, place, who, (*before[who], *where))
            for who, where in there.items()
            if who in before and who not in staying
        ]
        before = there
    return tuple(found)


def _by_person(held: Iterable[tuple[str, frozenset[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for contract, people in held:
        for who in sorted(people):
            found.setdefault(who, []).append(contract)
    return found
