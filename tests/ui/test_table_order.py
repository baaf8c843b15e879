from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.guest import Category
from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.guests.table_columns import AT_FIRST, CHOICES, Column, columns_of, text_of
from qhsign.ui.guests.table_order import Beside, TableOrder, in_order, names_of, order_of
from support.window_fakes import BEGAN, guest_row

ROWS = [guest_row(number) for number in range(1, 60)]
PLACES = {
    name: place
    for place, name in enumerate(
        sorted({row.organization for row in ROWS} | {row.delegation for row in ROWS} - {""})
    )
}
ARRIVALS = {
    row.id: Arrival(BEGAN + timedelta(minutes=(row.number * 7) % 31), "东门")
    for row in ROWS
    if row.number % 4
}
SEATS = {"seat": {"g1": "10排2号", "g2": "2排10号", "g3": "2排9号"}}
BESIDE = Beside(ARRIVALS, SEATS, PLACES)
orders = st.builds(
    TableOrder,
    st.just("surname-strokes"),
    st.sampled_from([None, *(column for column in CHOICES if column is not Column.NAME)]),
    st.booleans(),
)


@given(orders)
def test_an_order_loses_nobody_and_keeps_equals_as_they_were(order: TableOrder) -> None:
    ordered = in_order(ROWS, order, BESIDE)
    assert sorted(row.number for row in ordered) == [row.number for row in ROWS]
    again = in_order(ordered, order, BESIDE)
    assert list(again) == list(ordered)


def numbers(column: Column, *, descending: bool = False) -> list[int]:
    order = TableOrder("pinyin", column, descending)
    return [row.number for row in in_order(ROWS, order, BESIDE)]


def test_who_has_nothing_there_goes_last_either_way() -> None:
    absent = {row.number for row in ROWS if row.id not in ARRIVALS}
    for descending in (False, True):
        assert set(numbers(Column.ARRIVAL, descending=descending)[-len(absent) :]) == absent
    assert numbers(Column.SEAT)[:3] == [3, 2, 1], "figures count as numbers"
    assert numbers(Column.SEAT, descending=True)[:3] == [1, 2, 3]


def test_a_category_has_the_order_of_the_badges_with_vips_before() -> None:
    ordered = in_order(ROWS, TableOrder("pinyin", Column.CATEGORY), BESIDE)

    def rank(row: GuestRow) -> tuple[bool, int]:
        return (not row.vip, list(Category).index(row.category))

    assert [rank(row) for row in ordered] == sorted(map(rank, ROWS))


def test_a_click_on_the_name_goes_between_strokes_and_pinyin() -> None:
    order = TableOrder("surname-strokes")
    assert order.after_click(Column.NAME) == TableOrder("pinyin")
    assert TableOrder("pinyin").after_click(Column.NAME) == order
    assert TableOrder("precedence").after_click(Column.NAME) == order


def test_a_heading_leads_there_and_back_again() -> None:
    order = TableOrder("pinyin").after_click(Column.ORGANIZATION)
    assert order == TableOrder("pinyin", Column.ORGANIZATION)
    assert order.names_by == "pinyin"
    back = order.after_click(Column.ORGANIZATION)
    assert back.descending
    assert back.after_click(Column.ORGANIZATION) == TableOrder("pinyin")
    assert order.after_click(Column.NAME) == TableOrder("pinyin")
    assert order.after_click(Column.TITLE) == TableOrder("precedence")
    assert order.after_click(Column.COUNTRY) == TableOrder("country")


@given(orders)
def test_a_desk_keeps_its_order(order: TableOrder) -> None:
    if order.column in {None, Column.TITLE, Column.RANK, Column.COUNTRY, Column.READING}:
        assert order_of("surname-strokes", order.text).column is None
    else:
        assert order_of("surname-strokes", order.text) == order
    assert order_of("pinyin", "nonsense") == TableOrder("pinyin")


def test_only_orders_by_name_ask_for_places() -> None:
    assert names_of(ROWS, TableOrder("pinyin", Column.NUMBER), BESIDE) == frozenset()
    assert names_of(ROWS, TableOrder("pinyin", Column.DELEGATION), BESIDE) == {"西宁市"}


@given(st.lists(st.sampled_from(CHOICES), unique=True))
def test_a_desk_keeps_its_columns(columns: list[Column]) -> None:
    kept = columns_of(text_of(columns))
    assert Column.NAME in kept
    if columns:
        assert [column for column in kept if column in columns] == columns
    assert columns_of("") == columns_of("nothing,such") == AT_FIRST
