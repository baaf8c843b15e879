"""Rosters as xlsx, the way offices print them."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from qhsign.exchange.roster import Column, ColumnKind, NotWrittenError, Roster, Value
from qhsign.exchange.sheet_cells import clean, is_exact, lines_of, sheet_name

_A4 = 9
_ROW_PT, _LINE_PT = 20, 14
_FONT = "Noto Sans SC"


def write_roster(path: Path, roster: Roster) -> int:
    """Write a roster as xlsx and return its number of rows.

    Title and subtitle over the whole width, headings frozen and repeated on every printed page,
    A4 landscape as wide as the paper, borders, page numbers. Every text is stored as text, so
    that none is a formula and no phone, document or seat loses a digit. Rows are written as they
    come, in constant memory. Raises NotWrittenError when the file cannot be.
    """
    try:
        # The writer collects rows in temporary files, which it leaves behind where it fails late.
        path.open("ab").close()
        with xlsxwriter.Workbook(
            path,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "in_memory": False,
            },
        ) as book:
            return _write(book, roster)
    except (OSError, XlsxWriterException) as error:
        raise NotWrittenError(path) from error


def _write(book: Any, roster: Roster) -> int:
    sheet = book.add_worksheet(sheet_name(roster.sheet_name or roster.title) or "名册")
    last = max(len(roster.columns) - 1, 0)
    heading_row = _write_titles(book, sheet, roster, last)
    formats = [_format(book, column) for column in roster.columns]
    heading = book.add_format(
        {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "text_wrap": True,
         "bg_color": "#E8EEF0", "font_name": _FONT, "font_size": 11}
    )  # fmt: skip
    for place, column in enumerate(roster.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(heading_row, place, clean(column.heading), heading)
    sheet.set_row(heading_row, 24)
    count = 0
    for count, values in enumerate(roster.rows, 1):
        _write_row(sheet, heading_row + count, values, roster.columns, formats)
    _set_print(sheet, roster, heading_row, count, last)
    return count


def _write_titles(book: Any, sheet: Any, roster: Roster, last: int) -> int:
    """Write the lines above the headings and return the row of the headings."""
    lines: list[tuple[str, dict[str, object], int]] = [
        (roster.demo_mark, {"bold": True, "font_size": 12, "font_color": "#B42318"}, 20),
        (roster.title, {"bold": True, "font_size": 18}, 34),
        ("　".join(filter(None, (roster.order_note, roster.subtitle))), {"font_size": 11}, 20),
    ]
    row = 0
    for text, look, height in lines:
        if not text:
            continue
        centred = book.add_format(
            {"align": "center", "valign": "vcenter", "font_name": _FONT, "text_wrap": True, **look}
        )
        if last:
            sheet.merge_range(row, 0, row, last, "", centred)
        sheet.write_string(row, 0, clean(text), centred)
        sheet.set_row(row, height)
        row += 1
    return row


def _format(book: Any, column: Column) -> Any:
    look: dict[str, object] = {
        "border": 1, "valign": "vcenter", "text_wrap": True, "font_name": _FONT, "font_size": 10.5,
    }  # fmt: skip
    if column.kind is ColumnKind.TEXT:
        look["num_format"] = "@"
    elif column.kind is ColumnKind.DATE:
        look |= {"num_format": "yyyy-mm-dd", "align": "center"}
    else:
        look |= {"align": "right", "indent": 1}
    return book.add_format(look)


def _write_row(
    sheet: Any, row: int, values: Sequence[Value], columns: Sequence[Column], formats: Sequence[Any]
) -> None:
    # Not every program fits the height of a row to its wrapped text by itself.
    lines = max(map(_lines, values, columns), default=1)
    sheet.set_row(row, _ROW_PT + (lines - 1) * _LINE_PT)
    for place, (value, column, look) in enumerate(zip(values, columns, formats, strict=True)):
        if value is None or value == "":
            sheet.write_blank(row, place, None, look)
        elif column.kind is ColumnKind.NUMBER and is_exact(value):
            sheet.write_number(row, place, value, look)
        elif column.kind is ColumnKind.DATE and isinstance(value, date):
            moment = value.replace(tzinfo=None) if isinstance(value, datetime) else value
            sheet.write_datetime(row, place, moment, look)
        else:
            sheet.write_string(row, place, clean(str(value)), look)


def _lines(value: Value, column: Column) -> int:
    return lines_of("" if value is None else str(value), column.width)


def _set_print(sheet: Any, roster: Roster, heading_row: int, count: int, last: int) -> None:
    sheet.freeze_panes(heading_row + 1, 0)
    sheet.repeat_rows(heading_row)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    footer = " ".join(filter(None, (roster.demo_mark, roster.footer))).replace("&", "&&")
    sheet.set_footer(f"&L{footer[:200]}&R第 &P 页，共 &N 页")
    sheet.print_area(0, 0, heading_row + count, last)
    if count:
        sheet.autofilter(heading_row, 0, heading_row + count, last)
