from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.guest import Category
from qhsign.domain.open_questions import OpenQuestion
from qhsign.services.guest_facts import GuestFacts
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests.facet_index import FacetIndex
from qhsign.ui.guests.guest_filter import search
from qhsign.ui.guests.wanted import ABSENT, ARRIVED, VALUES, Facet, Found, Wanted
from support.window_fakes import guest_row

ROWS = [guest_row(number) for number in range(1, 80)]
ARRIVALS: dict[str, object] = {row.id: None for row in ROWS[::4]}
FACTS = GuestFacts(
    activities={"a1": "开幕式", "a2": "酒会"},
    invited={
        "a1": frozenset(row.id for row in ROWS),
        "a2": frozenset(row.id for row in ROWS[::5]),
    },
    listed=frozenset({"a2"}),
    problems={
        OpenQuestion.NO_PHOTO: frozenset(row.id for row in ROWS[3:40]),
        OpenQuestion.READING: frozenset(row.id for row in ROWS[::7]),
    },
    vetting_required=False,
)


def find(
    rows: Sequence[GuestRow], wanted: Wanted, arrived: Mapping[str, object] = ARRIVALS
) -> Found:
    index = FacetIndex(rows)
    index.know_arrivals(arrived)
    index.know_facts(FACTS)
    return index.find(wanted)


def test_everything_is_shown_in_the_order_given() -> None:
    found = find(ROWS, Wanted(), ARRIVALS)
    assert list(found.rows) == ROWS
    assert sum(found.counts[Facet.KIND].values()) == len(ROWS)
    assert found.counts[Facet.ARRIVAL] == {ARRIVED: 20, ABSENT: 59}


def test_search_finds_pinyin_initials_numbers_and_phone_tails() -> None:
    for query, name in (("zhl", "张弘靓"), ("lv", "吕布"), ("shanxx", "单雄信"), ("冰岛", None)):
        names = {row.full_name for row in search(ROWS, query)}
        assert names
        assert name is None or names == {name}
    assert [row.number for row in search(ROWS, "00007")] == [7]
    assert search(ROWS, "   ") is ROWS


def test_a_vip_counts_as_vip_and_not_as_a_category() -> None:
    found = find(ROWS, Wanted(ticks=frozenset({(Facet.KIND, "vip")})), {})
    assert all(row.vip for row in found.rows)


def test_counts_of_a_group_do_not_follow_its_own_ticks() -> None:
    plain = find(ROWS, Wanted(), ARRIVALS)
    ticked = find(ROWS, Wanted(ticks=frozenset({(Facet.KIND, "media")})), ARRIVALS)
    assert ticked.counts[Facet.KIND] == plain.counts[Facet.KIND]
    assert sum(ticked.counts[Facet.STATUS].values()) == len(ticked.rows)


CHOICES = [
    *((facet, value) for facet, values in VALUES.items() for value in values),
    *((Facet.DELEGATION, value) for value in ("西宁市", "", "nobody's")),
    *((Facet.ACTIVITY, value) for value in ("a1", "a2")),
]
wishes = st.builds(
    Wanted,
    st.sampled_from(["", "li", "zhang", "王", "zzzz"]),
    st.frozensets(st.sampled_from(CHOICES), max_size=6),
)


@given(wishes, st.sampled_from(CHOICES))
def test_a_count_is_what_ticking_only_it_would_show(
    wanted: Wanted, choice: tuple[Facet, str]
) -> None:
    facet, value = choice
    only = wanted
    for ticked in wanted.chosen(facet):
        only = only.toggled(facet, ticked)
    only = only.toggled(facet, value)
    counts = find(ROWS, wanted, ARRIVALS).counts[facet]
    assert counts.get(value, 0) == len(find(ROWS, only, ARRIVALS).rows)


def test_every_category_has_a_place_among_the_filters() -> None:
    assert set(VALUES[Facet.KIND]) == {"vip", *Category}


@given(wishes)
def test_every_guest_shown_is_wanted(wanted: Wanted) -> None:
    found = find(ROWS, wanted)
    shown = {row.id for row in found.rows}
    for row in search(ROWS, wanted.query):
        holds: dict[Facet, set[str]] = {
            Facet.KIND: {"vip" if row.vip else row.category},
            Facet.STATUS: {row.status},
            Facet.VETTING: {row.vetting},
            Facet.ARRIVAL: {ARRIVED if row.id in ARRIVALS else ABSENT},
            Facet.DELEGATION: {row.delegation},
            Facet.ACTIVITY: {key for key, ids in FACTS.invited.items() if row.id in ids},
            Facet.PROBLEM: {key for key, ids in FACTS.problems.items() if row.id in ids},
        }
        fits = all(
            not wanted.chosen(facet) or wanted.chosen(facet) & holds[facet] for facet in Facet
        )
        assert fits == (row.id in shown)
    assert [row.number for row in found.rows] == sorted(row.number for row in found.rows)


def test_delegations_are_offered_the_largest_first() -> None:
    rows = [
        guest_row(number, delegation=delegation)
        for number, delegation in enumerate(["乙", "甲", "", "乙", "丙", "丙"], start=1)
    ]
    assert FacetIndex(rows).delegations == ("丙", "乙", "甲", "")
    assert FacetIndex(rows[2:3]).delegations == ()
    assert FacetIndex(()).find(Wanted("x")).rows == ()


def test_a_hundred_thousand_guests_are_counted_by_every_filter() -> None:
    people = [guest_row(number) for number in range(1, 1001)]
    rows = [row._replace(id=f"{row.id}-{copy}") for copy in range(100) for row in people]
    index = FacetIndex(rows)
    index.know_arrivals({row.id: None for row in rows[::4]})
    index.know_facts(
        replace(FACTS, problems={OpenQuestion.NO_PHOTO: frozenset(row.id for row in rows[::10])})
    )
    found = index.find(Wanted(ticks=frozenset({(Facet.PROBLEM, "no-photo")})))
    assert len(found.rows) == 10_000
    assert found.counts[Facet.PROBLEM] == {"no-photo": 10_000}
    for facet in (Facet.KIND, Facet.STATUS, Facet.VETTING, Facet.ARRIVAL, Facet.DELEGATION):
        assert sum(found.counts[facet].values()) == 10_000, facet
    everyone = index.find(Wanted())
    assert everyone.rows is rows
    assert everyone.counts[Facet.ARRIVAL] == {ARRIVED: 25_000, ABSENT: 75_000}
