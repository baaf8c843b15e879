"""A roster (名册) as plain data: what the workbook and the delimited writer both take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto

Value = str | int | Decimal | date | datetime | None


class NotWrittenError(Exception):
    """A roster could not be written; whoever named the file says so."""


class ColumnKind(Enum):
    """How a column's values are written."""

    TEXT = auto()
    """As text, whatever it looks like: names, phones, documents, seat numbers."""
    NUMBER = auto()
    DATE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``width`` in characters of the default font, a Chinese one counting two."""

    heading: str
    width: float = 12
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Roster:
    """What is written.

    ``order_note`` names the order (以姓氏笔画为序), ``subtitle`` whatever stands with it (date and
    count); ``footer`` stands on every printed page; ``demo_mark`` marks demonstration data loudly.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    subtitle: str = ""
    order_note: str = ""
    footer: str = ""
    demo_mark: str = ""
    sheet_name: str = ""
