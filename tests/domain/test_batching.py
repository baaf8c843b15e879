"""Parting a slate into batches: evenly, by rank, and nobody at two places."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qhsign.domain.batching import (
    BatchState,
    Fault,
    Proposal,
    ToSign,
    even_sizes,
    faults,
    in_table_order,
    may_change,
    propose,
)


def contract(number: int, *people: str, shared: str = "", host: str = "") -> ToSign:
    return ToSign(str(number), frozenset((*people, *shared)), frozenset(shared), host)


def slate(count: int) -> list[ToSign]:
    return [contract(n, f"host{n}", f"guest{n}") for n in range(1, count + 1)]


def numbers(proposal: Proposal) -> list[list[int]]:
    return [[int(each) for each in batch] for batch in proposal.batches]


@pytest.mark.parametrize(
    ("count", "size", "sizes"),
    [
        (18, 6, [6, 6, 6]), (18, 9, [9, 9]), (20, 6, [5, 5, 5, 5]), (19, 6, [5, 5, 5, 4]),
        (7, 6, [4, 3]), (6, 6, [6]), (1, 6, [1]), (0, 6, []),
    ],
)  # fmt: skip
def test_batches_are_few_and_even(count: int, size: int, sizes: list[int]) -> None:
    assert even_sizes(count, size) == sizes
    assert [len(batch) for batch in propose(slate(count), size).batches] == sizes


def test_strangers_go_by_rank() -> None:
    proposal = propose(slate(18), 6)
    assert numbers(proposal) == [
        list(range(1, 7)), list(range(7, 13)), list(range(13, 19)),
    ]  # fmt: skip
    assert proposal.faults == ()


def test_who_signs_twice_is_in_two_batches_that_are_not_in_a_row() -> None:
    contracts = slate(18)
    for place in (0, 1, 8):
        contracts[place] = contract(place + 1, "马骏", f"guest{place}")
    proposal = propose(contracts[:12] + contracts[12:], 6)
    found = {n: place for place, batch in enumerate(numbers(proposal)) for n in batch}
    # Three contracts in three batches: in a row they must be, twice in one never.
    assert sorted((found[1], found[2], found[9])) == [0, 1, 2]
    assert {fault.fault for fault in proposal.faults} == {Fault.IN_A_ROW}
    contracts[8] = contract(9, "别人")
    proposal = propose(contracts, 6)
    found = {n: place for place, batch in enumerate(numbers(proposal)) for n in batch}
    assert (found[1], found[2]) == (0, 2)
    assert proposal.faults == ()


def test_what_cannot_be_avoided_is_told() -> None:
    contracts = [contract(n, "马骏", f"guest{n}") for n in range(1, 4)]
    (fault,) = propose(contracts, 3).faults
    assert (fault.fault, fault.batch, fault.person, fault.contracts) == (
        Fault.TWICE, 0, "马骏", ("1", "2", "3"),
    )  # fmt: skip


def test_a_witness_may_stand_behind_several_contracts_of_a_batch() -> None:
    contracts = [contract(n, f"g{n}", shared="王" if n < 3 else "") for n in range(1, 7)]
    assert numbers(propose(contracts, 3)) == [[1, 2, 3], [4, 5, 6]]
    # Parted by rank alone the witness would go on stage twice in a row.
    contracts = [contract(n, f"g{n}", shared="王" if n in {3, 4} else "") for n in range(1, 7)]
    assert propose(contracts, 3).faults == ()


def test_who_witnesses_most_contracts_stays_on_stage() -> None:
    contracts = [contract(n, f"g{n}", shared="王") for n in range(1, 7)]
    assert numbers(propose(contracts, 2)) == [[1, 2], [3, 4], [5, 6]]
    assert propose(contracts, 2).faults == ()
    contracts[5] = contract(6, "王")
    assert propose(contracts, 2).faults != ()


def test_one_host_signs_in_one_batch_at_tables_side_by_side() -> None:
    hosts = ("西宁", "海东", "西宁", "玉树", "海东", "果洛")
    contracts = [contract(n, f"p{n}", host=host) for n, host in enumerate(hosts, start=1)]
    assert in_table_order(contracts) == ("1", "3", "2", "5", "4", "6")
    # What the highest in rank sign stays where it is; the lower half gathers by host.
    contracts = [contract(n, f"p{n}", host=host) for n, host in enumerate("abcdefegh", start=1)]
    assert numbers(propose(contracts, 3)) == [[1, 2, 3], [4, 5, 7], [6, 8, 9]]
    contracts = [contract(n, f"p{n}", host=host) for n, host in enumerate("abcade", start=1)]
    assert numbers(propose(contracts, 3)) == [[1, 2, 3], [4, 5, 6]]


def test_locked_batches_stay() -> None:
    contracts = slate(18)
    proposal = propose(contracts, 6, {1: ["9", "2", "17"]})
    assert proposal.batches[1] == ("9", "2", "17")
    assert [len(batch) for batch in proposal.batches] == [5, 3, 5, 5]
    assert sorted(n for batch in numbers(proposal) for n in batch) == list(range(1, 19))
    later = propose(contracts[:3], 6, {2: ["3"]})
    assert numbers(later) == [[1, 2], [], [3]]


def test_a_batch_larger_than_its_tables_is_told() -> None:
    (fault,) = faults(slate(3), [["1", "2", "3"]], 2)
    assert (fault.fault, fault.contracts) == (Fault.TOO_LARGE, ("1", "2", "3"))
    assert propose(slate(4), 2, {0: ["1", "2", "3"]}).faults[0].fault is Fault.TOO_LARGE


def test_a_size_below_one_is_a_bug() -> None:
    with pytest.raises(ValueError, match="at least one"):
        propose(slate(3), 0)


def test_a_batch_goes_one_step_on_or_back() -> None:
    assert may_change(BatchState.NOT_CALLED, BatchState.WAITING)
    assert may_change(BatchState.ON_STAGE, BatchState.WAITING)
    assert not may_change(BatchState.WAITING, BatchState.SIGNED)
    assert not may_change(BatchState.LEFT, BatchState.LEFT)
    assert [state for state in BatchState if state.is_fixed] == [
        BatchState.ON_STAGE, BatchState.SIGNED, BatchState.LEFT,
    ]  # fmt: skip


PEOPLE = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=14
)


def made(people: Sequence[tuple[int, int, int]]) -> list[ToSign]:
    return [
        contract(n, f"h{one}", f"g{other}", host=f"o{host}")
        for n, (one, other, host) in enumerate(people, start=1)
    ]


@settings(deadline=None, max_examples=60)
@given(PEOPLE, st.integers(1, 6), st.integers(0, 3))
def test_every_contract_is_in_exactly_one_batch(
    people: Sequence[tuple[int, int, int]], size: int, place: int
) -> None:
    contracts = made(people)
    locked = {place: ["1"]} if place else {}
    proposal = propose(contracts, size, locked)
    assert sorted(each for batch in proposal.batches for each in batch) == sorted(
        each.id for each in contracts
    )
    held = [len(b) for p, b in enumerate(proposal.batches) if p not in locked and b]
    assert max(held, default=0) <= size
    assert max(held, default=0) - min(held, default=0) <= 1
    assert all(proposal.batches[p] == tuple(batch) for p, batch in locked.items())
    assert propose(contracts, size, locked) == proposal


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(4, 7), st.just(0)), min_size=2, max_size=6),
    st.integers(1, 3),
)
def test_a_parting_without_faults_is_found_where_there_is_one(
    people: Sequence[tuple[int, int, int]], size: int
) -> None:
    contracts = made(people)
    sizes = even_sizes(len(contracts), size)
    kinds: set[frozenset[Fault]] = set()
    for order in permutations([each.id for each in contracts]):
        rest, batches = list(order), []
        for each in sizes:
            batches.append(rest[:each])
            rest = rest[each:]
        kinds.add(frozenset(fault.fault for fault in faults(contracts, batches)))
    found = {fault.fault for fault in propose(contracts, size).faults}
    if frozenset() in kinds:
        assert not found
    if any(Fault.TWICE not in kind for kind in kinds):
        assert Fault.TWICE not in found
