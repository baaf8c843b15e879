"""Dates and times as lists write them, as one spelling: 2024-07-11 or 2024-07-11 15:00."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from qhsign.domain.problems import Problem, Severity

_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = (36_526, 73_050)  # 2000 to 2099
_MINUTES = 24 * 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_DAY = (
    r"(?:(?P<year>20\d\d)\s?[年./-]\s?)?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})\s?[日号]?"
)
_NAMED_DAY = (
    r"(?P<day>\d{1,2})[-\s]?(?P<name>[a-z]{3})[a-z]*\.?(?:[-,\s]*(?P<year>20\d\d|\d\d(?!:)))?"
)
_NAMED_MONTH_FIRST = (
    r"(?P<name>[a-z]{3})[a-z]*\.?\s?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s*(?P<year>20\d\d))?"
)
_COMPACT = r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)"
_WEEKDAY = r"(?:\s*\(?\s*(?:星期|周)[一二三四五六日天]\s*\)?)?"
_TIME = (
    r"(?:[\sT,]*(?P<part>凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里|am|pm)?\s*"
    r"(?:(?P<hour>\d{1,2})\s?(?:[:时点]\s?(?P<minute>\d{1,2})?|(?=\s?[ap]m))(?P<half>半)?分?"
    r"(?::\d\d)?\s*(?P<after>am|pm)?)?)?\s*(?:左右|前|到达|抵达|到|离开)?"
)
_FORMS = tuple(
    re.compile(form + _WEEKDAY + _TIME) for form in (_DAY, _NAMED_DAY, _NAMED_MONTH_FIRST, _COMPACT)
)
_TIME_ONLY = re.compile(_TIME)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LATER = frozenset({"下午", "傍晚", "晚上", "晚", "夜里", "pm"})
_LONGEST_MOMENT = 60
_NOON = 12
_LAST_NOON_HOUR = 2  # 中午1点 is after noon, 中午11点 before
_CENTURY, _CENTURIES = 100, 2000
_LAST_MONTH, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59


@lru_cache(maxsize=2048)
def read_moment(text: str, year: int, *, numeric: bool = False) -> tuple[str, Problem | None]:
    """Return a date or moment in one spelling, or the text as it is where it is none.

    Reads 7.11, 7月11日下午3点, 2024/7/11 14:30, 45484 and 45484.5 (a spreadsheet's count of days),
    20240711 and 11-Jul; a date without a year gets ``year``. Flights and trains stay as they
    stand. The problem tells a date that does not exist, and 7.1 typed as a number, which may
    have been 7.10.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not folded or len(folded) > _LONGEST_MOMENT:
        return text, None
    if _NUMBER.fullmatch(folded) and _SERIALS[0] <= float(folded) < _SERIALS[1]:
        return _from_serial(float(folded)), None
    for form in _FORMS:
        if found := form.fullmatch(folded):
            moment = _moment(found.groupdict(), year)
            if moment is None:
                return text, Problem("date-impossible", Severity.WARNING, {"text": text})
            if numeric and re.fullmatch(r"\d{1,2}\.[123]", folded):
                parameters: dict[str, object] = {"text": text, "date": moment}
                return moment, Problem("date-may-have-lost-zero", Severity.WARNING, parameters)
            return moment, None
    found = _TIME_ONLY.fullmatch(folded)
    if found and found["hour"]:
        return _clock(found.groupdict()) or text, None
    return text, None


def _from_serial(days: float) -> str:
    day = _SERIAL_ZERO + timedelta(days=int(days))
    minutes = round((days - int(days)) * _MINUTES)
    if not minutes:
        return day.isoformat()
    return f"{day.isoformat()} {minutes // 60:02}:{minutes % 60:02}"


def _moment(found: dict[str, str | None], year: int) -> str | None:
    if name := found.get("name"):
        month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
    else:
        month = int(found["month"] or 0)
    given = int(found["year"]) if found["year"] else year
    try:
        day = date(
            given if given >= _CENTURY else _CENTURIES + given, month, int(found["day"] or 0)
        )
    except ValueError:
        return None
    if not found["hour"]:
        part = found["part"] or ""
        return f"{day.isoformat()} {part}".strip()
    clock = _clock(found)
    return f"{day.isoformat()} {clock}" if clock else None


def _clock(found: dict[str, str | None]) -> str | None:
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    if found["half"]:
        minute = 30
    part = found["after"] or found["part"]
    if (part in _LATER or (part == "中午" and hour <= _LAST_NOON_HOUR)) and hour < _NOON:
        hour += _NOON
    if part in {"am", "凌晨"} and hour == _NOON:
        hour = 0
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    return f"{hour:02}:{minute:02}"
