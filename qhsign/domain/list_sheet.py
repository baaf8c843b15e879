"""A list as plain rows, and what its headings mean: what the readers hand to the rules.

Rows count from 1 as the file shows them (for text files the line a record begins on); columns
are positions from 0.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from qhsign.domain.problems import Severity

_OUTSIDE_KEY = re.compile(
    r"[\s*★☆※:。.·•#_“”\"'‘’、,/\\|&()\[\]【】〔〕<>《》\-]+|[\u200b-\u200f\u2060\ufeff]+"
)


class Cell(NamedTuple):
    """What a cell shows, and whether the file stores it as a number.

    Whole numbers stand without ``.0``; dates as ``2024-07-11`` or ``2024-07-11 14:30``.
    """

    text: str = ""
    numeric: bool = False


EMPTY = Cell()


class Row(NamedTuple):
    """One row that holds something; wholly empty rows are left out but still counted."""

    number: int
    cells: Sequence[Cell]

    def cell(self, column: int) -> Cell:
        """Return the cell at a column, an empty one beyond the row's end."""
        return self.cells[column] if column < len(self.cells) else EMPTY


class MergedRange(NamedTuple):
    """Cells joined into one; the value stands in the first. All ends are included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


class ListProblem(NamedTuple):
    """A finding in a list: the file's row, the column's heading (or ""), and the message's code."""

    row: int
    column: str
    severity: Severity
    code: str
    parameters: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a whole text file.

    ``tells_merges`` is False for text files, where a blank cell may stand for a merged one.
    ``altered`` gives the cells that could not be taken as they are: row, column, message code.
    """

    name: str
    rows: Sequence[Row]
    hidden_rows: Collection[int] = frozenset()
    merged: Sequence[MergedRange] = ()
    hidden: bool = False
    tells_merges: bool = True
    altered: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """Every sheet of a file, in order."""

    sheets: Sequence[Sheet]


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """A column and the field it holds; ``confidence`` from 0 to 1 (1: the very word)."""

    field: str
    column: int
    heading: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Headings:
    """Where a list's headings stand and what its columns hold.

    ``header_row`` is the last heading row (0 for a list without one); ``first_row`` the first.
    ``names`` gives every column's heading for problems; ``unknown`` the columns nobody knows;
    ``repeated`` the texts of the heading and title rows, to know them again on later pages.
    ``last_row`` ends the table where another follows on the sheet; ``further`` are those tables,
    below it or beside it.
    """

    sheet: str
    first_row: int
    header_row: int
    columns: Mapping[str, FoundColumn]
    names: Mapping[int, str] = field(default_factory=dict)
    unknown: Sequence[int] = ()
    repeated: Collection[tuple[str, ...]] = frozenset()
    problems: Sequence[ListProblem] = ()
    last_row: int | None = None
    further: Sequence["Headings"] = ()

    def position(self, name: str) -> int | None:
        """Return the column of a field, or None where the list has none."""
        found = self.columns.get(name)
        return None if found is None else found.column

    def heading(self, name: str) -> str:
        """Return the heading over a field's column, or "" where the list has none."""
        found = self.columns.get(name)
        return "" if found is None else found.heading


def heading_key(text: str) -> str:
    """Return a heading without width, case, spaces, line breaks, asterisks and punctuation."""
    return _OUTSIDE_KEY.sub("", unicodedata.normalize("NFKC", text)).casefold()


def row_key(row: Row) -> tuple[str, ...]:
    """Return the keys of a row's filled cells, by which a repeated row is known again."""
    return tuple(key for cell in row.cells if cell.text and (key := heading_key(cell.text)))
