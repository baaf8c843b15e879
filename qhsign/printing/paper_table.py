"""The table of a working paper, as pieces that pages are filled with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from qhsign.domain.paper import Cell, CellKind, Group, Mark, PaperColumn, Row, Table, cell_text
from qhsign.printing.line_breaking import SOFT_BREAK
from qhsign.printing.paper_breaks import Piece
from qhsign.printing.paper_head import one_line
from qhsign.printing.paper_page import (
    DEEP,
    HAIR,
    INK,
    LAKE,
    PALE,
    SOFT,
    PaperPage,
)
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.pen import Align, depth_of
from qhsign.printing.text_fit import FittedText, TextStyle

_HEADINGS, _DENSE_HEADINGS, _DENSE = 7.4, 6.4, 7.0
_TITLE, _BAND, _CLOSING = 9.5, 7.2, 9.0
_GAP, _INSET = 2.0, 2.0
_NUMBER_GAP = 4.0
_AIR = 1.0  # above and below the text of a row
_HEADING_SIZE, _ORDINAL_SIZE, _WORD_SIZE = 8.0, 9.0, 8.5
_SHAPE, _SHAPE_ROOM = 3.0, 4.5
_BAR = 2.8
_NAME_LEADING, _TEXT_LEADING = 1.15, 1.3
_LONG_LINES, _LONG_DEPTH = 40, 130.0
_SMALLEST = 5.0  # of a number or word that must not be broken
_TO_SMALLEST = 2.0  # points between the size of a text and its smallest
_NAME_LEAST, _NAME_FLOOR = 5.0, 3.5  # the same of a name, and of one on a single line
_HEADING_DOWN = 0.06  # below the middle, as the reference has it
_HEADING_RULE, _ROW_RULE = 0.7, 0.5
_FIRST_ROWS = 2  # of a group stay with its heading


class _Placed(NamedTuple):
    """A text of a row, fitted: where it stands, and in which colour."""

    x: float
    style: TextStyle
    fitted: FittedText
    colour: str
    align: Align


@dataclass(frozen=True, slots=True)
class _Place:
    """A column with its left edge."""

    column: PaperColumn
    x: float

    @property
    def text_x(self) -> float:
        """Where its texts begin."""
        return self.x + (_INSET if self.column.kind is CellKind.BLANK else 0.0)

    @property
    def text_width(self) -> float:
        """How wide its texts may be."""
        gap = _NUMBER_GAP if self.column.kind is CellKind.NUMBER else _GAP
        return self.column.width - gap


class TableSetter:
    """Sets one table on the pages of a paper."""

    def __init__(self, page: PaperPage, table: Table) -> None:
        self._page = page
        self._table = table
        self._places = list(_places(table.columns, page.margin))
        self._right = page.margin + sum(column.width for column in table.columns)
        self._styles: dict[tuple[CellKind, float, bool], TextStyle] = {}
        self._heading_depth = _DENSE_HEADINGS if table.depth < _DENSE else _HEADINGS
        self._headings = Piece(self._heading_depth, self._draw_headings, keeps=True)
        self._verticals = [
            place.x
            for before, place in zip([None, *self._places[:-1]], self._places, strict=True)
            if place.column.kind is CellKind.BLANK
            or (before is not None and before.column.kind is CellKind.BLANK)
        ]

    def pieces(self) -> Iterator[Piece]:
        """Give the table from its title to its totals; blank rows come from `blank_pieces`."""
        table = self._table
        if table.title:
            yield Piece(_TITLE, self._draw_title, keeps=True, bookmark=table.title)
        yield self._headings
        if not table.rows and table.empty:
            yield self._sentence(table.empty)
        rows = [piece for group in table.groups for piece in self._group(group)]
        if table.whole:
            rows = [*(replace(row, keeps=True) for row in rows[:-1]), *rows[-1:]]
        if rows and table.totals:
            rows[-1] = replace(rows[-1], keeps=True)
        yield from rows
        last = len(table.totals) - 1
        for place, total in enumerate(table.totals):
            yield replace(self._total(total), keeps=place < last)

    def blank_pieces(self) -> list[Piece]:
        """Return the band and the least number of blank rows, kept together."""
        table = self._table
        if not table.blank_rows:
            return []
        band = Group((), table.blank_heading)
        opening = (self._headings,)
        rows = [replace(self.blank_row(), keeps=True) for _ in range(table.blank_rows)]
        rows[-1] = replace(rows[-1], keeps=False)
        head = []
        if table.blank_heading:
            head.append(replace(self._band(band, table.blank_heading), opening=opening))
        return [*head, *rows]

    def blank_row(self) -> Piece:
        """Return a row with nothing in it but its rules."""
        return Piece(
            self._table.depth,
            lambda page, y: self._draw_row(page, y, self._table.depth, ()),
            opening=(self._headings,),
            table=self,
        )

    def end(self, page: PaperPage, y: float) -> None:
        """Draw the heavy rule under the last row on a page."""
        page.line(page.margin, y, self._right, y, colour=INK, width=_HEADING_RULE)

    # Groups and rows

    def _group(self, group: Group) -> list[Piece]:
        opening: tuple[Piece, ...] = (self._headings,)
        pieces: list[Piece] = []
        if group.heading:
            band = self._band(group, group.heading)
            pieces.append(replace(band, opening=opening, bookmark=group.heading))
            again = self._table.continued.format(heading=group.heading)
            opening = (*opening, self._band(group, again))
        rows = [replace(self._row(row), opening=opening) for row in group.rows]
        if group.heading:
            for place in range(min(_FIRST_ROWS, len(rows)) - 1):
                rows[place] = replace(rows[place], keeps=True)
        if group.closing:
            if rows:
                rows[-1] = replace(rows[-1], keeps=True)
            rows.append(self._closing(group.closing))
        return [*pieces, *rows]

    def _band(self, group: Group, heading: str) -> Piece:
        def draw(page: PaperPage, y: float) -> None:
            width = self._right - page.margin
            # Below the rule that may stand at its upper edge.
            page.rectangle(page.margin, y + 0.15, width, _BAND - 0.15, fill=PALE)
            note = one_line("sans", 8.0, width * 0.4)
            style = one_line("bold", 9.5, width * 0.58 - _INSET, 7.0)
            page.text_in(heading, style, page.margin + _INSET, y, depth=_BAND, colour=DEEP)
            left = self._right - note.width - _INSET
            page.text_in(group.note, note, left, y, depth=_BAND, colour=SOFT, align="r")
            self._rule(page, y + _BAND)

        return Piece(_BAND, draw, keeps=True, table=self)

    def _closing(self, words: str) -> Piece:
        def draw(page: PaperPage, y: float) -> None:
            style = one_line("sans", 8.5, self._right - page.margin - _INSET, 6.5)
            page.text_in(words, style, page.margin + _INSET, y, depth=_CLOSING)
            self._rule(page, y + _CLOSING)

        return Piece(_CLOSING, draw, table=self)

    def _sentence(self, words: str) -> Piece:
        def draw(page: PaperPage, y: float) -> None:
            style = one_line("sans", 9.0, self._right - page.margin)
            page.text_in(words, style, page.margin, y, depth=self._table.depth, colour=SOFT)
            self._rule(page, y + self._table.depth)

        return Piece(self._table.depth, draw, table=self)

    def _row(self, row: Row) -> Piece:
        placed, others = self._fitted(row, bold=False)
        depth = self._depth(placed)
        return Piece(
            depth,
            lambda page, y: self._draw_row(page, y, depth, placed, others),
            table=self,
            counted=True,
            bookmark=row_label(self._table.columns, row),
        )

    def _total(self, row: Row) -> Piece:
        placed, others = self._fitted(row, bold=True)
        depth = self._depth(placed)

        def draw(page: PaperPage, y: float) -> None:
            self.end(page, y)
            self._draw_row(page, y, depth, placed, others)

        return Piece(
            depth,
            draw,
            opening=(self._headings,),
            table=self,
        )

    def _depth(self, placed: Sequence[_Placed]) -> float:
        deepest = max((depth_of(each.fitted, each.style.line_height) for each in placed), default=0)
        return max(self._table.depth, deepest + 2 * _AIR)

    def _fitted(
        self, row: Row, *, bold: bool
    ) -> tuple[list[_Placed], list[Callable[[PaperPage, float, float], None]]]:
        """Fit the texts of a row; what is painted in it is returned to be drawn."""
        label = row_label(self._table.columns, row)
        placed: list[_Placed] = []
        others: list[Callable[[PaperPage, float, float], None]] = []
        for place, cell in zip(self._places, row, strict=True):
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

    # Drawing

    def _draw_title(self, page: PaperPage, y: float) -> None:
        style = one_line("bold", 11.0, self._right - page.margin)
        page.text(self._table.title, style, page.margin, y + 4.0, colour=DEEP)

    def _draw_headings(self, page: PaperPage, y: float) -> None:
        for place in self._places:
            depth = self._heading_depth
            style = TextStyle(
                "sans", _HEADING_SIZE, 5.0, place.text_width, depth - 0.8, lines=2, line_height=1.15
            )
            page.text_in(
                place.column.heading,
                style,
                place.text_x,
                y + _HEADING_DOWN,
                depth=depth,
                colour=SOFT,
                align="r" if place.column.kind is CellKind.NUMBER else "l",
            )
        self.end(page, y + self._heading_depth)

    def _draw_row(
        self,
        page: PaperPage,
        y: float,
        depth: float,
        placed: Sequence[_Placed],
        others: Sequence[Callable[[PaperPage, float, float], None]] = (),
    ) -> None:
        for each in placed:
            page.place(
                each.fitted, each.style, each.x, y,
                colour=each.colour, align=each.align, valign="m", height=depth,
            )  # fmt: skip
        for draw in others:
            draw(page, y, depth)
        for x in self._verticals:
            page.line(x, y, x, y + depth, colour=HAIR, width=_ROW_RULE)
        self._rule(page, y + depth)

    def _rule(self, page: PaperPage, y: float) -> None:
        page.line(page.margin, y, self._right, y, colour=HAIR, width=_ROW_RULE)


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


def _places(columns: Sequence[PaperColumn], left: float) -> Iterator[_Place]:
    for column in columns:
        yield _Place(column, left)
        left += column.width


def _shape_at(x: float, shape: str) -> Callable[[PaperPage, float, float], None]:
    def draw(page: PaperPage, y: float, depth: float) -> None:
        top = y + (depth - _SHAPE) / 2
        page.shape(shape, x, top, _SHAPE)

    return draw


def _bar_at(x: float, width: float, share: Cell) -> Callable[[PaperPage, float, float], None]:
    length = width * float(share) if isinstance(share, Decimal) else 0.0

    def draw(page: PaperPage, y: float, depth: float) -> None:
        if length > 0:
            page.rectangle(x, y + (depth - _BAR) / 2, length, _BAR, fill=LAKE)

    return draw
