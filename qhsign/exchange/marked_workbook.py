"""A list written again with its doubtful cells marked, to send back to whoever made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from qhsign.domain.list_sheet import Row
from qhsign.exchange.roster import NotWrittenError
from qhsign.exchange.sheet_cells import clean, lines_of, sheet_name

_FONT = "Noto Sans SC"
_FILLS = {True: "#F6C9C4", False: "#FCE3BF"}
_WIDEST, _NARROWEST = 40.0, 6.0
_LONGEST_COMMENT = 2_000
_LINE_PX, _COMMENT_PX = 18, 260
_LETTERS_A_LINE = 34.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What is wrong with a cell; ``blocks`` where its value or row could not be taken."""

    sentence: str
    blocks: bool


def write_marked(
    path: Path,
    sheet: str,
    rows: Sequence[Row],
    marks: Mapping[tuple[int, int], Sequence[Mark]],
    author: str,
) -> int:
    """Write a sheet's rows where they stood and mark cells; return how many cells are marked.

    ``marks`` are by row from 1 and column from 0; a marked cell is filled, red where something
    blocks and amber otherwise, and bears its sentences as a comment by ``author``. Every value is
    text, so that long numbers keep their digits. Raises NotWrittenError.
    """
    try:
        # The writer collects rows in temporary files, which it leaves behind where it fails late.
        path.open("ab").close()
        options = {"strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(path, options) as book:
            page = book.add_worksheet(sheet_name(sheet) or "Sheet1")
            page.set_comments_author(clean(author))
            _write_cells(book, page, rows, marks)
    except (OSError, XlsxWriterException) as error:
        raise NotWrittenError(path) from error
    return len(marks)


def _write_cells(
    book: Any,
    page: Any,
    rows: Sequence[Row],
    marks: Mapping[tuple[int, int], Sequence[Mark]],
) -> None:
    plain = book.add_format(_look())
    filled = {blocks: book.add_format(_look(fill)) for blocks, fill in _FILLS.items()}
    widths: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell.text:
                widths[column] = max(widths.get(column, 0), _width(cell.text))
                page.write_string(row.number - 1, column, clean(cell.text), plain)
    texts = {row.number: row for row in rows}
    for (number, column), found in marks.items():
        look = filled[any(mark.blocks for mark in found)]
        text = texts[number].cell(column).text if number in texts else ""
        if text:
            page.write_string(number - 1, column, clean(text), look)
        else:
            page.write_blank(number - 1, column, None, look)
        _comment(page, number - 1, column, "\n".join(mark.sentence for mark in found))
    for column, width in widths.items():
        page.set_column(column, column, min(max(width + 2.0, _NARROWEST), _WIDEST))


def _comment(page: Any, row: int, column: int, text: str) -> None:
    text = clean(text)[:_LONGEST_COMMENT]
    height = (lines_of(text, _LETTERS_A_LINE) + 1) * _LINE_PX
    page.write_comment(row, column, text, {"width": _COMMENT_PX, "height": height, "font_size": 10})


def _look(fill: str = "") -> dict[str, object]:
    look: dict[str, object] = {"num_format": "@", "font_name": _FONT, "font_size": 10.5}
    return look | ({"bg_color": fill, "border": 1} if fill else {})


def _width(text: str) -> int:
    longest = max(text.split("\n"), key=len)
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in longest)  # noqa: PLR2004 - see sheet_cells
