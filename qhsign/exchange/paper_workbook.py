"""Working papers as xlsx, for offices that edit and print them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from io import BytesIO
from typing import IO, Any

import xlsxwriter

from qhsign.domain.paper import (
    GAP,
    MARGIN,
    Cell,
    CellKind,
    Figures,
    Group,
    Paper,
    PaperColumn,
    Row,
    Seal,
    Statements,
    Table,
    cell_text,
)
from qhsign.exchange.sheet_cells import clean, is_exact, lines_of, sheet_name

_A4, _A3 = 9, 8
_HEI, _SONG = "黑体", "宋体"
_POINTS_PER_MM = 72 / 25.4
_INCHES_PER_MM = 1 / 25.4
_CHARACTER, _PADDING, _PIXELS_PER_MM = 7, 5, 96 / 25.4
_LINE = 14.0
_SOFT, _DEEP, _RED, _PALE, _HAIR = "#56646A", "#0A4A55", "#A3332B", "#E8EEF0", "#B9C4C7"
_LONGEST_FOOTER = 180


def write_paper_workbook(stream: IO[bytes], paper: Paper) -> int:
    """Write a paper as xlsx and return its number of rows; the same paper gives the same bytes.

    One sheet: headings frozen and repeated on every printed page, A4, as wide as the paper, page
    numbers, and exactly what was written as the area to print. Every text is stored as text, so
    that none is a formula; whole numbers stay numbers.
    """
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    # Whole before it is written: on a full disk the library would try once more when it is gone.
    whole = BytesIO()
    with xlsxwriter.Workbook(whole, options) as book:
        book.set_properties(
            {"title": paper.title, "author": paper.author, "subject": paper.head.kind,
             "created": paper.made.astimezone(UTC).replace(tzinfo=None, microsecond=0)}
        )  # fmt: skip
        sheet = book.add_worksheet(sheet_name(paper.head.kind) or "表")
        _SheetOfPaper(book, sheet, paper).write()
    stream.write(whole.getvalue())
    return paper.rows


@dataclass(slots=True)
class _SheetOfPaper:
    """One paper being written from the top row downwards."""

    book: Any
    sheet: Any
    paper: Paper
    row: int = 0
    columns: Sequence[PaperColumn] = ()
    formats: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    def write(self) -> None:
        """Write everything."""
        sections = [
            section.without_bars() if isinstance(section, Table) else section
            for section in self.paper.sections
        ]
        first = next((section for section in sections if isinstance(section, Table)), None)
        self.columns = first.columns if first else ()
        self._write_head()
        for section in sections:
            match section:
                case Table():
                    self.columns = section.columns
                    self._write_table(section, is_first=section is first)
                case Statements():
                    for label, text in section.lines:
                        words = GAP.join(filter(None, (label, text)))
                        self._line(words, 20, bold=not section.quiet)
                case Figures():
                    for figure in section.figures:
                        self._line(GAP.join((figure.label, figure.value, figure.note)), 20)
                case Seal():
                    self._write_seals(section)
        if self.paper.page_line is not None:
            self._line("", 10)
            self._line(self.paper.page_line.words_of_all(self.paper.rows), 22)
        self._set_print()

    def _write_head(self) -> None:
        head = self.paper.head
        for place, column in enumerate(self.columns):
            self.sheet.set_column(place, place, _characters(column.width))
        if self.paper.demo_mark:
            self._line(self.paper.demo_mark, 20, bold=True, font_color=_RED)
        title = GAP.join(filter(None, (head.kind, head.what_for)))
        self._line(title, 34, bold=True, font_size=18, font_color=_DEEP, align="center")
        more = (*head.particulars, head.figure, head.version, head.made)
        self._line(GAP.join(filter(None, more)), 20, font_color=_SOFT, align="center")

    def _write_table(self, table: Table, *, is_first: bool) -> None:
        if table.title:
            self._line(table.title, 24, bold=True, font_size=12)
        heading = self._format(
            font_name=_HEI, font_size=10, bg_color=_PALE, border=1, align="center",
            valign="vcenter", text_wrap=True,
        )  # fmt: skip
        for place, column in enumerate(self.columns):
            self.sheet.write_string(self.row, place, clean(column.heading), heading)
        self.sheet.set_row(self.row, 24)
        if is_first:
            self.sheet.freeze_panes(self.row + 1, 0)
            self.sheet.repeat_rows(self.row)
        self.row += 1
        if not table.rows and table.empty:
            self._line(table.empty, table.depth * _POINTS_PER_MM, border=1, font_color=_SOFT)
        for group in self._groups(table):
            self._write_group(table, group)
        for total in table.totals:
            self._write_row(table, total, bold=True)

    def _groups(self, table: Table) -> Iterator[Group]:
        yield from table.groups
        if table.blank_rows:
            rows = [[None] * len(table.columns)] * table.blank_rows
            yield Group(rows, table.blank_heading)

    def _write_group(self, table: Table, group: Group) -> None:
        if group.heading:
            words = f"{group.heading}{GAP}{GAP}{group.note}" if group.note else group.heading
            self._line(words, 20, bold=True, bg_color=_PALE, border=1)
        for row in group.rows:
            self._write_row(table, row)
        if group.closing:
            self._line(group.closing, 24, border=1)

    def _write_row(self, table: Table, row: Row, *, bold: bool = False) -> None:
        lines = 1
        for place, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            look = self._cell_format(table, column, bold=bold)
            self._write_cell(place, cell, look)
            lines = max(lines, lines_of(cell_text(cell), _characters(column.width)))
        depth = table.depth * _POINTS_PER_MM
        self.sheet.set_row(self.row, max(depth, lines * _LINE + 6))
        self.row += 1

    def _write_cell(self, place: int, cell: Cell, look: Any) -> None:
        if cell is None or cell == "":
            self.sheet.write_blank(self.row, place, None, look)
        elif is_exact(cell):
            self.sheet.write_number(self.row, place, cell, look)
        else:
            self.sheet.write_string(self.row, place, clean(cell_text(cell)), look)

    def _cell_format(self, table: Table, column: PaperColumn, *, bold: bool) -> Any:
        look: dict[str, object] = {
            "font_name": _HEI if bold else _SONG, "font_size": min(table.text_size, 10.5),
            "border": 1, "border_color": _HAIR, "valign": "vcenter", "text_wrap": True,
        }  # fmt: skip
        if bold:
            look["bold"] = True
        if column.kind is CellKind.NUMBER:
            look |= {"align": "right", "indent": 1}
        elif column.kind is CellKind.ORDINAL:
            look |= {"align": "center", "num_format": "@"}
        else:
            look["num_format"] = "@"
        if column.kind is CellKind.NAME:
            look |= {"font_name": _HEI, "font_size": min(table.name_size, 12)}
        return self._format(**look)

    def _write_seals(self, seal: Seal) -> None:
        self._line("", 16)
        for sealer in seal.sealers:
            self._line(sealer, 30, align="right")
            self._line(f"{seal.mark}{GAP}{GAP}{seal.date}", 60, align="right")

    def _line(self, text: str, depth: float, **look: object) -> None:
        """Write one line over the whole width."""
        last = max(len(self.columns) - 1, 0)
        made = self._format(
            **{"font_name": _HEI if look.get("bold") else _SONG, "font_size": 10.5,
               "valign": "vcenter", "text_wrap": True, "num_format": "@", **look}
        )  # fmt: skip
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, "", made)
        self.sheet.write_string(self.row, 0, clean(text), made)
        width = sum(_characters(column.width) for column in self.columns)
        lines = lines_of(text, width) if width else 1
        self.sheet.set_row(self.row, max(depth, lines * _LINE + 4))
        self.row += 1

    def _format(self, **look: object) -> Any:
        key = tuple(sorted(look.items(), key=lambda item: item[0]))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(look)
        return self.formats[key]

    def _set_print(self) -> None:
        sheet, paper = self.sheet, self.paper
        sheet.set_paper(_A3 if paper.large else _A4)
        if paper.wide:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        margin = MARGIN * _INCHES_PER_MM
        sheet.set_margins(left=margin, right=margin, top=0.5, bottom=0.7)
        sheet.center_horizontally()
        words = " ".join(filter(None, (paper.demo_mark, paper.footer)))
        footer = clean(words)[:_LONGEST_FOOTER].replace("&", "&&")
        number = paper.page_number.replace("&", "&&").format(page="&P", pages="&N")
        sheet.set_footer(f"&L&8{footer}&R&8{number}")
        sheet.print_area(0, 0, max(self.row - 1, 0), max(len(self.columns) - 1, 0))


def _characters(millimetres: float) -> float:
    """Return a width in characters of the default font, as spreadsheets count."""
    return max((millimetres * _PIXELS_PER_MM - _PADDING) / _CHARACTER, 1)
