"""The cells of a working paper's table: how each kind is set, and how deep a row is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from qhsign.domain.paper import Cell, CellKind, Mark, PaperColumn, Row, Table, cell_text
from qhsign.printing.papers.paper_head import one_line
from qhsign.printing.papers.paper_page import INK, LAKE, SOFT, PaperPage
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.pen import Align, depth_of
from qhsign.printing.text.line_breaking import SOFT_BREAK
from qhsign.printing.text.text_fit import FittedText, TextStyle

INSET = 2.0
"""Between a rule at the left and what stands there."""
_GAP, _NUMBER_GAP = 2.0, 4.0
_AIR = 1.0  # above and below the text of a row
_ORDINAL_SIZE, _WORD_SIZE = 9.0, 8.5
_SHAPE, _SHAPE_ROOM = 3.0, 4.5
_BAR = 2.8
_NAME_LEADING, _TEXT_LEADING = 1.15, 1.3
_LONG_LINES, _LONG_DEPTH = 40, 130.0
_SMALLEST = 5.0  # of a number or word that must not be broken
_TO_SMALLEST = 2.0  # points between the size of a text and its smallest
_NAME_LEAST, _NAME_FLOOR = 5.0, 3.5  # the same of a name, and of one on a single line

_Painted = Callable[[PaperPage, float, float], None]


class _Placed(NamedTuple):
    """A text of a row, fitted: where it stands, and in which colour."""

    x: float
    style: TextStyle
    fitted: FittedText
    colour: str
    align: Align


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """A column with its left edge."""

    column: PaperColumn
    x: float

    @property
    def text_x(self) -> float:
        """Where its texts begin."""
        return self.x + (INSET if self.column.kind is CellKind.BLANK else 0.0)

    @property
    def text_width(self) -> float:
        """How wide its texts may be."""
        gap = _NUMBER_GAP if self.column.kind is CellKind.NUMBER else _GAP
        return self.column.width - gap


class SetRow(NamedTuple):
    """A row ready to draw, ``depth`` millimetres deep."""

    depth: float
    texts: Sequence[_Placed]
    painted: Sequence[_Painted]

    def draw(self, page: PaperPage, y: float) -> None:
        """Draw it from ``y`` down."""
        for each in self.texts:
            page.place(
                each.fitted, each.style, each.x, y,
                colour=each.colour, align=each.align, valign="m", height=self.depth,
            )  # fmt: skip
        for paint in self.painted:
            paint(page, y, self.depth)


class CellSetter:
    """Sets the rows of one table; what is wrong with a text is kept by ``page``."""

    def __init__(self, page: PaperPage, table: Table) -> None:
        self.places = list(_places(table.columns, page.margin))
        self._page = page
        self._table = table
        self._styles: dict[tuple[CellKind, float, bool], TextStyle] = {}

    def row(self, row: Row, *, bold: bool = False) -> SetRow:
        """Fit the cells of a row; ``bold`` is for totals."""
        texts, painted = self._fitted(row, bold=bold)
        deepest = max((depth_of(each.fitted, each.style.line_height) for each in texts), default=0)
        return SetRow(max(self._table.depth, deepest + 2 * _AIR), texts, painted)

    def _fitted(self, row: Row, *, bold: bool) -> tuple[list[_Placed], list[_Painted]]:
        """Fit the texts of a row; what is painted in it is returned to be drawn."""
        label = row_label(self._table.columns, row)
        placed: list[_Placed] = []
        others: list[_Painted] = []
        for place, cell in zip(self.places, row, strict=True):
            x, width = place.text_x, place.text_width
            if isinstance(cell, Mark):
                others.append(_shape_at(x, cell.shape))
                x, width = x + _SHAPE_ROOM, width - _SHAPE_ROOM
            elif place.column.kind is CellKind.BAR:
                others.append(_bar_at(x, width, cell))
                continue
            text = cell.word if isinstance(cell, Mark) else cell_text(cell)
            if place.column.kind is CellKind.TEXT:
                # Of several people or posts each is better whole on its line.
                text = text.replace("、", f"、{SOFT_BREAK}")
            if text:
                placed.append(self._fit(place.column.kind, x, width, text, label, bold=bold))
        return placed, others

    def _fit(
        self, kind: CellKind, x: float, width: float, text: str, label: str, *, bold: bool
    ) -> _Placed:
        key = (kind, width, bold)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._style(kind, width, bold=bold)
        if not self._page.fits(text, style):
            style = self._longer(style, text)
            if not self._page.fits(text, style):
                style = replace(style, size=style.min_size, lines=_LONG_LINES, height=_LONG_DEPTH)
        fitted = self._page.fit(text, style, subject=label)
        colour = SOFT if kind is CellKind.ORDINAL else INK
        return _Placed(x, style, fitted, colour, "r" if kind is CellKind.NUMBER else "l")

    def _style(self, kind: CellKind, width: float, *, bold: bool) -> TextStyle:
        table = self._table
        height = table.depth - 2 * _AIR
        if kind is CellKind.ORDINAL:
            return replace(one_line("sans", _ORDINAL_SIZE, width, 6.5), tabular=True)
        if kind is CellKind.NAME:
            size = table.name_size
            return TextStyle(
                "bold", size, size - _NAME_LEAST, width, height, lines=2,
                line_height=_NAME_LEADING, one_line_floor=size - _NAME_FLOOR,
            )  # fmt: skip
        role = "bold" if bold else "sans"
        if kind is CellKind.MARK:
            return one_line(role, _WORD_SIZE, width, 6.5)
        size = table.text_size
        if kind is CellKind.NUMBER:
            return replace(one_line(role, size, width, size - _TO_SMALLEST), tabular=True)
        # Two lines at full size make a low row deeper: texts of one table keep one size.
        height = max(height, _lines_deep(size, 2, _TEXT_LEADING))
        return TextStyle(
            role, size, size - _TO_SMALLEST, width, height, lines=2, line_height=_TEXT_LEADING
        )

    def _longer(self, style: TextStyle, text: str) -> TextStyle:
        """Return the style of a text that needs more room than a row usually has.

        A number or a word shrinks, for it must not be broken; of other texts every line given
        (each party of a contract) may take two.
        """
        if len(text.split()) == 1 and text.isascii():
            small = replace(style, lines=1, min_size=_SMALLEST, one_line_floor=None)
            if self._page.fits(text, small):
                return small
        lines = max(2 * (text.count("\n") + 1), style.lines + 1)
        height = _lines_deep(style.size, lines, style.line_height)
        return replace(style, lines=lines, height=height)


def _lines_deep(size: float, lines: int, leading: float) -> float:
    """Return the depth of lines of a size in millimetres."""
    return size * (1 + (lines - 1) * leading) / POINTS_PER_MM


def row_label(columns: Sequence[PaperColumn], row: Row) -> str:
    """Return what a row is called in findings and bookmarks: its number and its name or text."""
    ordinal, said = "", ""
    for column, cell in zip(columns, row, strict=True):
        if column.kind is CellKind.ORDINAL and not ordinal:
            ordinal = cell_text(cell)
        elif column.kind in {CellKind.NAME, CellKind.TEXT} and not said:
            said = cell_text(cell).replace("\u200b", "").replace("\n", " ")
    return f"{ordinal} {said}".strip()


def _places(columns: Sequence[PaperColumn], left: float) -> Iterator[ColumnPlace]:
    for column in columns:
        yield ColumnPlace(column, left)
        left += column.width


def _shape_at(x: float, shape: str) -> _Painted:
    def draw(page: PaperPage, y: float, depth: float) -> None:
        top = y + (depth - _SHAPE) / 2
        page.shape(shape, x, top, _SHAPE)

    return draw


def _bar_at(x: float, width: float, share: Cell) -> _Painted:
    length = width * float(share) if isinstance(share, Decimal) else 0.0

    def draw(page: PaperPage, y: float, depth: float) -> None:
        if length > 0:
            page.rectangle(x, y + (depth - _BAR) / 2, length, _BAR, fill=LAKE)

    return draw
