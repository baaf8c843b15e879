"""Days as people type them."""

import re
from datetime import date

_PARTS = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*")
_PLAIN = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*")


def read_day(text: str) -> date | None:
    """Return the day, None for nothing. Raises ValueError for what is no day.

    Takes 2026-07-16, 2026/7/16, 2026.7.16, 2026年7月16日 and 20260716.
    """
    if not text.strip():
        return None
    found = _PARTS.fullmatch(text) or _PLAIN.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = map(int, found.groups())
    return date(year, month, day)
