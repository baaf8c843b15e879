from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.guest import Category
from qhsign.ui.guests.guest_filter import (
    ABSENT,
    ARRIVED,
    VALUES,
    Facet,
    Wanted,
    find,
    kind_of,
    search,
)
from support.window_fakes import guest_row

ROWS = [guest_row(number) for number in range(1, 80)]
ARRIVALS: dict[str, object] = {row.id: None for row in ROWS[::4]}


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
    vip = next(row for row in ROWS if row.vip)
    assert kind_of(vip) == "vip"
    found = find(ROWS, Wanted(kinds=frozenset({"vip"})), {})
    assert all(row.vip for row in found.rows)


def test_counts_of_a_group_do_not_follow_its_own_ticks() -> None:
    plain = find(ROWS, Wanted(), ARRIVALS)
    ticked = find(ROWS, Wanted(kinds=frozenset({"media"})), ARRIVALS)
    assert ticked.counts[Facet.KIND] == plain.counts[Facet.KIND]
    assert sum(ticked.counts[Facet.STATUS].values()) == len(ticked.rows)


wishes = st.builds(
    Wanted,
    st.sampled_from(["", "li", "zhang", "王", "zzzz"]),
    st.frozensets(st.sampled_from(VALUES[Facet.KIND])),
    st.frozensets(st.sampled_from(VALUES[Facet.STATUS])),
    st.frozensets(st.sampled_from(VALUES[Facet.ARRIVAL])),
)


@given(wishes, st.sampled_from([(f, v) for f in Facet for v in VALUES[f]]))
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
