"""What a cell of any file format shows, as text."""

import re
from datetime import date, datetime, time, timedelta

from qhsign.domain.list_rows import LONGEST_CELL
from qhsign.domain.list_sheet import EMPTY, Cell

CONTROL_REMOVED = "control-characters-removed"
TOO_LONG = "cell-too-long"
DAMAGED = "damaged-character"
ERROR_VALUE = "cell-error"

_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#GETTING_DATA"}
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Other programs write the carriage return of a line break this way into xlsx.
_ESCAPED_RETURN = re.compile("_x000[dD]_")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_REPLACEMENT = "\ufffd"


def text_cell(text: str) -> tuple[Cell, str | None]:
    """Return a text as a cell, and the message code where it could not stay as it is.

    Blanks around it go, line breaks become one kind, control characters are taken out.
    Text longer than a spreadsheet can hold is not taken at all.
    """
    if text.isascii() and text.isprintable() and len(text) <= LONGEST_CELL and text not in _ERRORS:
        return Cell(text.strip()), None
    if len(text) > LONGEST_CELL:
        return EMPTY, TOO_LONG
    if text in _ERRORS:
        return EMPTY, ERROR_VALUE
    text = _LINE_ENDS.sub("\n", _ESCAPED_RETURN.sub("", text))
    text, removed = _CONTROL.subn("", text)
    if _REPLACEMENT in text:
        return Cell(text.strip()), DAMAGED
    return Cell(text.strip()), CONTROL_REMOVED if removed else None


def number_cell(value: float) -> Cell:
    """Return a number as spreadsheets show it: fifteen digits, E-notation beyond them."""
    return Cell(f"{value:.15g}", numeric=True)


def moment_cell(value: date | time | timedelta) -> Cell:
    """Return a date, a time of day or both: ``2024-07-11``, ``14:30``, ``2024-07-11 14:30``."""
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return Cell(value.strftime("%Y-%m-%d" if midnight else "%Y-%m-%d %H:%M"))
    if isinstance(value, date):
        return Cell(value.isoformat())
    if isinstance(value, time):
        return Cell(value.strftime("%H:%M"))
    minutes = int(value.total_seconds()) // 60
    return Cell(f"{minutes // 60:02}:{minutes % 60:02}")
