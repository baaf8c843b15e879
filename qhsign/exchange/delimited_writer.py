"""Rosters as csv that Excel and WPS open without damage."""

import csv
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qhsign.exchange.roster import Column, ColumnKind, NotWrittenError, Roster, Value

# What a spreadsheet would run or turn into something else when it opens the file.
_STARTS_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%\t\r]")
_PLAIN_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d+)?")
_PHONE_ABROAD = re.compile(r"\+\d[\d\s-]{4,18}")
_DASHES_ONLY = re.compile(r"-+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_delimited(path: Path, roster: Roster) -> int:
    """Write headings and rows as csv, UTF-8 with a mark and CRLF; return the number of rows.

    A text that a spreadsheet would run as a formula (it begins with ``=``, ``+``, ``-``, ``@``,
    a full-width form of one, ``|``, ``%`` or a tab) gets an apostrophe before it. Plain numbers
    (``-12.5``), telephone numbers (``+86 971 …``) and dashes alone stay as they are. Raises
    NotWrittenError when the file cannot be.
    """
    count = 0
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow([harmless(column.heading) for column in roster.columns])
            for values in roster.rows:
                writer.writerow(_fields(values, roster.columns))
                count += 1
    except OSError as error:
        raise NotWrittenError(path) from error
    return count


def _fields(values: Sequence[Value], columns: Sequence[Column]) -> list[str]:
    return [harmless(_text(value, column)) for value, column in zip(values, columns, strict=True)]


def _text(value: Value, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and column.kind is ColumnKind.DATE:
        return f"{value:%Y-%m-%d %H:%M}"
    return str(value)


def harmless(text: str) -> str:
    """Return a field that no spreadsheet runs; see ``write_delimited`` for the rule."""
    text = _CONTROL.sub("", text)
    if not _STARTS_FORMULA.match(text):
        return text
    if any(form.fullmatch(text) for form in (_PLAIN_NUMBER, _PHONE_ABROAD, _DASHES_ONLY)):
        return text
    return f"'{text}"
