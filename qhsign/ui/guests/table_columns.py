"""The columns a guest table may show: their names, their widths, and which are there at first."""

from collections.abc import Sequence
from enum import IntEnum


class Column(IntEnum):
    """Every column by its place in the model; where it stands on the screen is the desk's choice.

    The names in small letters are how a desk keeps its choice.
    """

    NUMBER = 0
    NAME = 1
    ORGANIZATION = 2
    TITLE = 3
    DELEGATION = 4
    CATEGORY = 5
    STATUS = 6
    ARRIVAL = 7
    READING = 8
    LATIN_NAME = 9
    VETTING = 10
    SEAT = 11
    LIAISON = 12
    PHONE = 13
    REMARK = 14
    RANK = 15
    COUNTRY = 16
    PHOTO = 17
    BADGE = 18
    TICK = 19


AT_FIRST: tuple[Column, ...] = tuple(Column)[: Column.ARRIVAL + 1]
"""What is shown until a desk chooses otherwise."""
CHOICES: tuple[Column, ...] = tuple(column for column in Column if column is not Column.TICK)
READ_LATER = {
    Column.SEAT: "seat",
    Column.LIAISON: "liaison",
    Column.PHONE: "phone",
    Column.REMARK: "remark",
    Column.RANK: "rank",
    Column.COUNTRY: "country",
    Column.PHOTO: "photo",
    Column.BADGE: "badge",
}
"""The columns a guest's line does not hold, by the name the provider knows them by."""
WIDTHS = {
    Column.NUMBER: 58,
    Column.NAME: 84,
    Column.TITLE: 92,
    Column.DELEGATION: 76,
    Column.CATEGORY: 96,
    Column.STATUS: 88,
    Column.ARRIVAL: 74,
    Column.READING: 140,
    Column.LATIN_NAME: 130,
    Column.VETTING: 88,
    Column.SEAT: 84,
    Column.LIAISON: 84,
    Column.PHONE: 112,
    Column.REMARK: 140,
    Column.RANK: 84,
    Column.COUNTRY: 76,
    Column.PHOTO: 60,
    Column.BADGE: 84,
}
"""Pixels; the organization takes what the others leave."""
TICK_WIDTH = 36


def columns_of(text: str) -> Sequence[Column]:
    """Return the columns a desk has kept, in its order; the name is always among them.

    What is no column is left out; nothing gives the usual ones.
    """
    known = {column.name.lower(): column for column in CHOICES}
    kept = list(dict.fromkeys(known[name] for name in text.split(",") if name in known))
    if not kept:
        return AT_FIRST
    return kept if Column.NAME in kept else [Column.NAME, *kept]


def text_of(columns: Sequence[Column]) -> str:
    """Return the columns as a desk keeps them; empty for the usual ones."""
    if tuple(columns) == AT_FIRST:
        return ""
    return ",".join(column.name.lower() for column in columns if column in CHOICES)
