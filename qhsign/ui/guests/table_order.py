"""The order of the guest table: an order of the domain, and over it the order of one column.

Columns that are an order of the domain lead to it: a name to strokes or pinyin, a title or rank to
precedence, a country to countries, a reading to pinyin. The others are put in their own order over
the guests as the domain has ordered them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.guests.table_columns import READ_LATER, Column

_FIGURES = re.compile(r"(\d+)")
_CATEGORIES = {str(each): place for place, each in enumerate(Category)}
_INVITATIONS = {str(each): place for place, each in enumerate(Invitation)}
_VETTINGS = {str(each): place for place, each in enumerate(Vetting)}
_DOMAIN = {
    Column.TITLE: "precedence",
    Column.RANK: "precedence",
    Column.COUNTRY: "country",
    Column.READING: "pinyin",
}
STROKES, PINYIN = "surname-strokes", "pinyin"
BY_NAME = frozenset({Column.ORGANIZATION, Column.DELEGATION, Column.LIAISON})
"""Columns of names: who looks for one knows its strokes or its pinyin."""
SORTABLE = (
    Column.NUMBER, Column.ORGANIZATION, Column.DELEGATION, Column.CATEGORY, Column.STATUS,
    Column.ARRIVAL,
)  # fmt: skip
"""The columns the menu of orders offers beside the domain's own orders."""


@dataclass(frozen=True, slots=True)
class TableOrder:
    """``base`` is one of ORDERS; ``column`` is sorted over it, None where the base alone holds."""

    base: str
    column: Column | None = None
    descending: bool = False

    @property
    def marked(self) -> Column:
        """The column whose heading shows the arrow."""
        return Column.NAME if self.column is None else self.column

    @property
    def names_by(self) -> str:
        """The order in which names of organizations and delegations go."""
        return PINYIN if self.base == PINYIN else STROKES

    def after_click(self, column: Column) -> "TableOrder":
        """Return the order that a click on a heading asks for."""
        if column is Column.NAME:
            if self.column is not None:
                return TableOrder(self.base)
            return TableOrder(PINYIN if self.base == STROKES else STROKES)
        if column in _DOMAIN:
            return TableOrder(_DOMAIN[column])
        if self.column is not column:
            return TableOrder(self.base, column)
        return TableOrder(self.base) if self.descending else TableOrder(self.base, column, True)

    @property
    def text(self) -> str:
        """The sorted column as a desk keeps it: ``organization``, ``-arrival``, or nothing."""
        if self.column is None:
            return ""
        return f"{'-' if self.descending else ''}{self.column.name.lower()}"


def order_of(base: str, text: str) -> TableOrder:
    """Return the order a desk has kept; what is no column gives the base alone."""
    known = {column.name.lower(): column for column in Column if column is not Column.TICK}
    column = known.get(text.removeprefix("-"))
    if column is None or column in _DOMAIN or column is Column.NAME:
        return TableOrder(base)
    return TableOrder(base, column, text.startswith("-"))


@dataclass(frozen=True, slots=True)
class Beside:
    """What an order may look at beyond the lines: arrivals, columns read later, places of names."""

    arrivals: Mapping[str, Arrival]
    more: Mapping[str, Mapping[str, str]]
    places: Mapping[str, int]


def in_order(rows: Sequence[GuestRow], order: TableOrder, beside: Beside) -> Sequence[GuestRow]:
    """Return the rows, already in the base's order, in the order of the column.

    Who has nothing there goes last, whichever way it goes.
    """
    if order.column is None:
        return rows
    key = _key(order.column, beside)
    known = [(found, row) for row in rows if (found := key(row)) is not None]
    lacking = [row for row in rows if key(row) is None]
    known.sort(key=lambda pair: pair[0], reverse=order.descending)
    return [row for _, row in known] + lacking


def _key(column: Column, beside: Beside) -> Callable[[GuestRow], Any]:
    if column is Column.NUMBER:
        return lambda row: row.number
    if column is Column.CATEGORY:
        return lambda row: (not row.vip, _CATEGORIES[row.category])
    if column is Column.STATUS:
        return lambda row: _INVITATIONS[row.status]
    if column is Column.VETTING:
        return lambda row: _VETTINGS[row.vetting]
    if column is Column.ARRIVAL:
        return lambda row: arrival.at if (arrival := beside.arrivals.get(row.id)) else None
    text = _text(column, beside)
    if column in BY_NAME:
        return lambda row: beside.places.get(found) if (found := text(row)) else None
    return lambda row: _natural(found) if (found := text(row)) else None


def _text(column: Column, beside: Beside) -> Callable[[GuestRow], str]:
    if column in READ_LATER:
        held = beside.more.get(READ_LATER[column], {})
        return lambda row: held.get(row.id, "")
    attribute = column.name.lower()
    return lambda row: str(getattr(row, attribute))


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key by which 2排10号 goes before 10排2号."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in _FIGURES.split(text)
        if part
    )


def names_of(rows: Sequence[GuestRow], order: TableOrder, beside: Beside) -> frozenset[str]:
    """Return the names the order has to know the places of; nothing where it needs none."""
    if order.column is None or order.column not in BY_NAME:
        return frozenset()
    return frozenset(filter(None, map(_text(order.column, beside), rows)))
