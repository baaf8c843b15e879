"""Values typed for a field or a setting: yes or no, whole numbers, days."""

from datetime import date

_YES = frozenset({"yes", "true", "1", "是", "on"})
_NO = frozenset({"no", "false", "0", "否", "off"})
_LARGEST = 10**9


def yes_or_no(text: str) -> bool:
    """Read yes or no in either language. Raises ValueError for anything else."""
    word = text.strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(text)


def whole_number(text: str) -> int | None:
    """Read a whole number; nothing is None. Raises ValueError for what no field can hold."""
    if not text.strip():
        return None
    number = int(text)
    if abs(number) >= _LARGEST:
        raise ValueError(text)
    return number


def count(text: str) -> int | None:
    """Read how many there are; nothing is None. Raises ValueError for less than none."""
    number = whole_number(text)
    if number is not None and number < 0:
        raise ValueError(text)
    return number


def day(text: str) -> date | None:
    """Read an ISO date; nothing is None. Raises ValueError."""
    return date.fromisoformat(text.strip()) if text.strip() else None


def on_lines(text: str) -> str:
    r"""Read a text of several lines, parted as they are or by a typed ``\n``."""
    return "\n".join(line.strip() for line in text.replace("\\n", "\n").split("\n")).strip()
