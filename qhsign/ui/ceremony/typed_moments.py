"""Moments as people type them at a ceremony: a time alone means the day that is known."""

import re
from datetime import date, datetime, time, tzinfo

from qhsign.ui.shared.typed_days import read_day

_TIME = re.compile(r"(?P<day>.*?)\s*(?P<hour>\d{1,2})\s*[:：.时点]\s*(?P<minute>\d{2})\s*分?")


def read_moment(text: str, usual: date | None) -> str:
    """Return the moment in ISO, "" for nothing. Raises ValueError for what is no moment.

    Takes 14:30, 14时30分 and 2024-07-11 14:30; a time alone is on the ``usual`` day.
    """
    if not text.strip():
        return ""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    day = read_day(found["day"]) or usual
    if day is None:
        raise ValueError(text)
    return datetime.combine(day, time(int(found["hour"]), int(found["minute"]))).isoformat()


def written_moment(moment: datetime | None, zone: tzinfo | None) -> str:
    """Write a moment in the event's time, such as 2024-07-11 14:30; nothing for none."""
    return "" if moment is None else f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
