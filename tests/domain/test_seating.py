"""The rules of the stage: the vectors of the domain notes, and what holds of every row."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.seating import (
    Custom,
    EvenPresidium,
    GapPolicy,
    Moved,
    Place,
    PlaceKind,
    changed_places,
    closed_up,
    dropped_out,
    moved_cards,
    moved_in_row,
    numbered,
    offsets,
    place_of,
    presidium,
    ranked_at,
    replaced,
    seated,
    seen_from,
    settled,
    table_row,
    twice,
    witness_row,
)
from qhsign.domain.stage_terms import Side, Viewpoint

PEOPLE = st.lists(st.text("abcdefghij", min_size=1, max_size=3), unique=True, max_size=12)
CUSTOMS = st.sampled_from(Custom)
EVENS = st.sampled_from(EvenPresidium)
LEFT = EvenPresidium.SECOND_AT_LEFT


@pytest.mark.parametrize(
    ("count", "custom", "even", "row"),
    [
        (9, Custom.DOMESTIC, EvenPresidium.SECOND_AT_RIGHT, "9 7 5 3 1 2 4 6 8"),
        (9, Custom.DOMESTIC, LEFT, "9 7 5 3 1 2 4 6 8"),
        (10, Custom.DOMESTIC, EvenPresidium.SECOND_AT_RIGHT, "9 7 5 3 1 2 4 6 8 10"),
        (10, Custom.DOMESTIC, LEFT, "10 8 6 4 2 1 3 5 7 9"),
        (9, Custom.INTERNATIONAL, EvenPresidium.SECOND_AT_RIGHT, "8 6 4 2 1 3 5 7 9"),
        (10, Custom.INTERNATIONAL, EvenPresidium.SECOND_AT_RIGHT, "10 8 6 4 2 1 3 5 7 9"),
        (10, Custom.INTERNATIONAL, LEFT, "9 7 5 3 1 2 4 6 8 10"),
        (1, Custom.DOMESTIC, EvenPresidium.SECOND_AT_RIGHT, "1"),
        (2, Custom.DOMESTIC, EvenPresidium.SECOND_AT_RIGHT, "1 2"),
        (0, Custom.DOMESTIC, EvenPresidium.SECOND_AT_RIGHT, ""),
    ],
)
def test_a_presidium_as_the_audience_sees_it(
    count: int, custom: Custom, even: EvenPresidium, row: str
) -> None:
    assert " ".join(map(str, presidium(count, custom, even))) == row


def test_two_parties_at_a_table_and_the_row_behind_them() -> None:
    assert [(place.side, place.kind) for place in table_row(3)] == [
        (Side.GUEST, PlaceKind.ASSISTANT),
        (Side.GUEST, PlaceKind.SIGNER),
        (Side.HOST, PlaceKind.SIGNER),
        (Side.HOST, PlaceKind.ASSISTANT),
    ]
    assert {place.table for place in table_row(3)} == {3}
    words = [f"{place.side}{place.rank}" for place in witness_row(3, 4)]
    assert words == ["guest3", "guest2", "guest1", "host1", "host2", "host3", "host4"]


def test_the_second_guest_party_sits_further_out() -> None:
    signers = [place for place in table_row(1, guests=2) if place.kind is PlaceKind.SIGNER]
    assert [(place.side, place.rank) for place in signers] == [
        (Side.GUEST, 2), (Side.GUEST, 1), (Side.HOST, 1),
    ]  # fmt: skip


def test_the_stage_sees_the_mirror() -> None:
    row = table_row(1)
    from_stage = seen_from(row, Viewpoint.STAGE)
    assert [place.side for place in from_stage] == [Side.HOST, Side.HOST, Side.GUEST, Side.GUEST]
    assert seen_from(row, Viewpoint.AUDIENCE) == row


def test_who_drops_out_leaves_a_gap_or_the_others_close_up() -> None:
    nine = "123456789"
    kept = dropped_out(nine, "3", GapPolicy.KEEP)
    assert kept == ("1", "2", "", "4", "5", "6", "7", "8", "9")
    assert moved_in_row(seated(nine), seated(kept)) == ("3",)
    closed = dropped_out(nine, "3", GapPolicy.CLOSE)
    assert "".join(closed) == "12456789"
    # Parity flips: everybody sits half a chair further.
    assert set(moved_in_row(seated(nine), seated(closed))) == set(nine)
    assert dropped_out(nine, "9", GapPolicy.KEEP) == tuple("12345678")


def test_a_place_is_named_and_read_again() -> None:
    place = Place(PlaceKind.WITNESS, 0, Side.HOST, 2)
    assert place.key == "witness/0/host/2"
    assert place_of(place.key) == place
    for wrong in ("witness/0/host", "sofa/0/host/1", "signer/x/host/1", ""):
        with pytest.raises(ValueError, match=r".*"):
            place_of(wrong)


def test_moved_cards_say_from_where_to_where() -> None:
    def at(rank: int) -> Place:
        return Place(PlaceKind.WITNESS, 0, Side.GUEST, rank)

    before = {at(1): "甲", at(2): "乙", at(3): "丙"}
    after = {at(1): "甲", at(2): "丙", at(3): "丁"}
    assert moved_cards(before, after) == (
        Moved("丙", at(3), at(2)), Moved("丁", None, at(3)), Moved("乙", at(2), None),
    )  # fmt: skip
    assert changed_places(before, after) == {at(2), at(3)}
    assert moved_cards(before, before) == ()
    assert twice(["甲", "乙", "甲", "", "", "甲"]) == ("甲",)


@given(PEOPLE, CUSTOMS, EVENS)
def test_everybody_sits_exactly_once(
    ranked: Sequence[str], custom: Custom, even: EvenPresidium
) -> None:
    assert sorted(seated(ranked, custom, even)) == sorted(ranked)


@given(st.integers(1, 40), CUSTOMS, EVENS)
def test_the_next_in_rank_sits_one_chair_further_out(
    count: int, custom: Custom, even: EvenPresidium
) -> None:
    row = presidium(count, custom, even)
    place = {rank: where for where, rank in enumerate(row)}
    assert abs(place[1] - (count - 1) / 2) < 1
    for rank in range(3, count + 1):
        # Two ranks apart are neighbours, the lower one outside.
        step = place[rank] - place[rank - 2]
        assert abs(step) == 1
        assert step * (place[rank - 2] - place[1]) >= 0


@given(st.integers(0, 40), EVENS)
def test_the_international_row_is_the_mirror(count: int, even: EvenPresidium) -> None:
    at_home = presidium(count, Custom.DOMESTIC, even)
    assert presidium(count, Custom.INTERNATIONAL, even) == at_home[::-1]


@given(st.integers(0, 12), st.integers(0, 12), st.sampled_from(Viewpoint))
def test_witnesses_stand_by_rank_from_the_centre(
    guests: int, hosts: int, viewpoint: Viewpoint
) -> None:
    row = seen_from(witness_row(guests, hosts), viewpoint)
    assert len(set(row)) == guests + hosts
    if viewpoint is Viewpoint.STAGE:
        row = row[::-1]
    ranks = [place.rank if place.side is Side.HOST else -place.rank for place in row]
    assert ranks == sorted(ranks)


@given(PEOPLE, st.data())
def test_a_kept_gap_moves_nobody_else(ranked: Sequence[str], data: st.DataObject) -> None:
    if len(ranked) < 2:
        return
    person = data.draw(st.sampled_from(ranked[:-1]))
    kept = dropped_out(ranked, person, GapPolicy.KEEP)
    assert moved_in_row(seated(ranked), seated(kept)) == (person,)
    assert closed_up(kept) == dropped_out(ranked, person, GapPolicy.CLOSE)
    assert replaced(kept, "", "new").count("new") == 1


@given(PEOPLE, PEOPLE)
def test_a_frozen_row_moves_nobody_who_stays(before: Sequence[str], wanted: Sequence[str]) -> None:
    after = settled(before, wanted)
    assert sorted(closed_up(after)) == sorted(wanted)
    stay = set(before) & set(wanted)
    assert all(after.index(who) == list(before).index(who) for who in stay)
    new = [who for who in wanted if who not in before]
    assert list(after[len(after) - len(new) :]) == new
    assert settled(after, wanted) == after


@given(PEOPLE)
def test_a_row_is_read_back_from_its_plan(ranked: Sequence[str]) -> None:
    plan = numbered(PlaceKind.WITNESS, Side.GUEST, ranked)
    assert ranked_at(plan, PlaceKind.WITNESS, Side.GUEST) == tuple(ranked)
    assert ranked_at(plan, PlaceKind.WITNESS, Side.HOST) == ()
    assert moved_cards(plan, plan) == ()
    assert sum(offsets(seated(ranked)).values()) == 0
