"""What every workbook minds: texts a cell may hold, numbers it keeps whole, how deep a row is."""

import math
import re
from decimal import Decimal
from typing import TypeGuard

LONGEST_SHEET_NAME = 31
_HALF_WIDTH = 0x2E7F
"""The last code before the scripts whose characters are as wide as high."""
_LONGEST_CELL = 32_767
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_MOST_EXACT_DIGITS = 15


def clean(text: str) -> str:
    """Return a text as a cell may hold it."""
    return _CONTROL.sub("", text)[:_LONGEST_CELL]


def sheet_name(words: str) -> str:
    """Return a name a sheet may bear; ``""`` where nothing of the words is left."""
    return _NOT_IN_SHEET_NAMES.sub(" ", words).strip(" '")[:LONGEST_SHEET_NAME]


def is_exact(value: object) -> TypeGuard[int | Decimal]:
    """Tell whether a spreadsheet, which counts in binary fractions, keeps the number whole."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return False
    return len(str(value).replace(".", "").lstrip("-0")) <= _MOST_EXACT_DIGITS


def lines_of(text: str, width: float) -> int:
    """Count the lines a text takes in a column of ``width`` characters; a Chinese one is two."""
    room = max(width - 1, 1)
    return sum(
        max(1, math.ceil(sum(2 if ord(c) > _HALF_WIDTH else 1 for c in line) / room))
        for line in text.split("\n")
    )
