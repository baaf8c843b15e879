"""Delegations as lists name them, with the number of people that often stands behind."""

import re

_NUMBER_BEFORE = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．\s]+|[IVX]{1,4}\.\s)|\s*[:：]\s*$"
)
_COUNT_BEHIND = re.compile(r"\s*[（(]?\s*共?(\d{1,4})\s*[人名位][)）]?\s*[:：]?\s*$")


def delegation_named(text: str, group: str = "") -> tuple[str, int | None]:
    """Return a delegation's name and the number declared with it: 西宁市代表团（12人） → 12.

    ``text`` is the cell of the list; where it is empty, ``group``, the title of the group of rows
    (二、西宁市代表团（12人）), without its own number.
    """
    named = text or _NUMBER_BEFORE.sub("", group)
    counted = _COUNT_BEHIND.search(named)
    if counted is None or not counted.start():
        return named.strip(), None
    return named[: counted.start()].strip(), int(counted[1])
