"""The index behind the filters says what a plain look at every guest would say."""

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests import facet_index, shown_rows
from qhsign.ui.guests.facet_index import FacetIndex
from qhsign.ui.guests.wanted import Facet, Wanted
from support.window_fakes import guest_row

DELEGATIONS = ("", "西宁市代表团", "海东市代表团", "香港代表团")
QUERIES = ("", "li", "青", "7", "没有")
TICKS = (
    (Facet.DELEGATION, "西宁市代表团"),
    (Facet.DELEGATION, ""),
    (Facet.KIND, "media"),
    (Facet.KIND, "vip"),
)


def rows_of(count: int) -> list[GuestRow]:
    return [
        guest_row(
            number,
            search_text=f"\x01{('li', 'liu', 'wang')[number % 3]}\n青{number}\n\x02{number}\x02",
            delegation=DELEGATIONS[number % 7 % 4],
        )
        for number in range(count)
    ]


def plainly(rows: Sequence[GuestRow], wanted: Wanted) -> Sequence[GuestRow]:
    meets = matcher(wanted.query)
    kinds, delegations = wanted.chosen(Facet.KIND), wanted.chosen(Facet.DELEGATION)
    return [
        row
        for row in rows
        if meets(row.search_text)
        and (not kinds or ("vip" if row.vip else row.category) in kinds)
        and (not delegations or row.delegation in delegations)
    ]


@given(
    count=st.integers(0, 150),
    query=st.sampled_from(QUERIES),
    ticks=st.frozensets(st.sampled_from(TICKS)),
    is_ready=st.booleans(),
    were_read_together=st.booleans(),
    mixed=st.randoms(use_true_random=False),
)
def test_it_shows_and_counts_what_a_plain_look_does(
    *,
    count: int,
    query: str,
    ticks: frozenset[tuple[Facet, str]],
    is_ready: bool,
    were_read_together: bool,
    mixed: Random,
) -> None:
    rows, wanted = rows_of(count), Wanted(query, ticks)
    mixed.shuffle(rows)
    numbered = sorted(rows, key=attrgetter("number"))
    texts = [row.search_text for row in numbered]
    index = FacetIndex(rows, texts if were_read_together else None)
    while is_ready and index.get_ready():
        pass
    found, expected = index.find(wanted), plainly(rows, wanted)
    assert len(found.rows) == len(expected)
    assert list(found.rows[:3]) == expected[:3]
    assert list(found.rows) == expected
    assert [found.place_of(row.id) for row in expected] == list(range(len(expected)))
    hidden = {row.id for row in rows} - {row.id for row in expected}
    assert {found.place_of(guest) for guest in (*hidden, "nobody")} == {-1}
    without = frozenset(tick for tick in ticks if tick[0] is not Facet.DELEGATION)
    counts = Counter(row.delegation for row in plainly(rows, Wanted(query, without)))
    counted = found.counts[Facet.DELEGATION]
    assert {name: number for name, number in counted.items() if number} == counts


def test_more_delegations_than_are_worth_a_number_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facet_index, "_FEW", 2)
    index = FacetIndex(rows_of(40))
    while index.get_ready():
        pass
    found = index.find(Wanted("li", frozenset({TICKS[0]})))
    assert {row.delegation for row in found.rows} == {"西宁市代表团"}
    assert found.counts[Facet.DELEGATION] == Counter(
        row.delegation for row in plainly(rows_of(40), Wanted("li"))
    )


def test_nothing_below_the_screen_is_picked_before_somebody_looks() -> None:
    rows = rows_of(2_000)
    shown = FacetIndex(rows).find(Wanted("青")).rows
    assert shown is rows
    shown = FacetIndex(rows).find(Wanted("li")).rows
    assert shown[0] is rows[0]
    assert isinstance(shown, shown_rows.ShownRows)
    assert len(shown._picked) < 100
    assert shown[-1] is list(shown)[-1]
    assert shown[900] is list(shown)[900]
    with pytest.raises(IndexError):
        shown[len(shown)]
