"""The table of a working paper, as pieces that pages are filled with."""

from collections.abc import Iterator
from dataclasses import replace

from qhsign.domain.paper import CellKind, Group, Row, Table
from qhsign.printing.papers.paper_breaks import Piece
from qhsign.printing.papers.paper_cells import INSET, CellSetter, SetRow, row_label
from qhsign.printing.papers.paper_head import one_line
from qhsign.printing.papers.paper_page import (
    DEEP,
    HAIR,
    INK,
    PALE,
    SOFT,
    PaperPage,
)
from qhsign.printing.text.text_fit import TextStyle

_HEADINGS, _DENSE_HEADINGS, _DENSE = 7.4, 6.4, 7.0
_TITLE, _BAND, _CLOSING = 9.5, 7.2, 9.0
_HEADING_SIZE = 8.0
_HEADING_DOWN = 0.06  # below the middle, as the reference has it
_HEADING_RULE, _ROW_RULE = 0.7, 0.5
_FIRST_ROWS = 2  # of a group stay with its heading


class TableSetter:
    """Sets one table on the pages of a paper."""

    def __init__(self, page: PaperPage, table: Table) -> None:
        self._table = table
        self._cells = CellSetter(page, table)
        places = self._cells.places
        self._right = page.margin + sum(column.width for column in table.columns)
        self._heading_depth = _DENSE_HEADINGS if table.depth < _DENSE else _HEADINGS
        self._headings = Piece(self._heading_depth, self._draw_headings, keeps=True)
        self._verticals = [
            place.x
            for before, place in zip([None, *places[:-1]], places, strict=True)
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
            lambda page, y: self._draw_row(page, y, SetRow(self._table.depth, (), ())),
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
            style = one_line("bold", 9.5, width * 0.58 - INSET, 7.0)
            page.text_in(heading, style, page.margin + INSET, y, depth=_BAND, colour=DEEP)
            left = self._right - note.width - INSET
            page.text_in(group.note, note, left, y, depth=_BAND, colour=SOFT, align="r")
            self._rule(page, y + _BAND)

        return Piece(_BAND, draw, keeps=True, table=self)

    def _closing(self, words: str) -> Piece:
        def draw(page: PaperPage, y: float) -> None:
            style = one_line("sans", 8.5, self._right - page.margin - INSET, 6.5)
            page.text_in(words, style, page.margin + INSET, y, depth=_CLOSING)
            self._rule(page, y + _CLOSING)

        return Piece(_CLOSING, draw, table=self)

    def _sentence(self, words: str) -> Piece:
        def draw(page: PaperPage, y: float) -> None:
            style = one_line("sans", 9.0, self._right - page.margin)
            page.text_in(words, style, page.margin, y, depth=self._table.depth, colour=SOFT)
            self._rule(page, y + self._table.depth)

        return Piece(self._table.depth, draw, table=self)

    def _row(self, row: Row) -> Piece:
        made = self._cells.row(row)
        return Piece(
            made.depth,
            lambda page, y: self._draw_row(page, y, made),
            table=self,
            counted=True,
            bookmark=row_label(self._table.columns, row),
        )

    def _total(self, row: Row) -> Piece:
        made = self._cells.row(row, bold=True)

        def draw(page: PaperPage, y: float) -> None:
            self.end(page, y)
            self._draw_row(page, y, made)

        return Piece(made.depth, draw, opening=(self._headings,), table=self)

    # Drawing

    def _draw_title(self, page: PaperPage, y: float) -> None:
        style = one_line("bold", 11.0, self._right - page.margin)
        page.text(self._table.title, style, page.margin, y + 4.0, colour=DEEP)

    def _draw_headings(self, page: PaperPage, y: float) -> None:
        for place in self._cells.places:
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

    def _draw_row(self, page: PaperPage, y: float, row: SetRow) -> None:
        row.draw(page, y)
        for x in self._verticals:
            page.line(x, y, x, y + row.depth, colour=HAIR, width=_ROW_RULE)
        self._rule(page, y + row.depth)

    def _rule(self, page: PaperPage, y: float) -> None:
        page.line(page.margin, y, self._right, y, colour=HAIR, width=_ROW_RULE)
