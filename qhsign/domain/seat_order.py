"""The order of seats as people walk along them: 主席台 before 1排2号 before 1排10号."""

import re

_PART = re.compile(r"(\d+)")
_STAGE = ("主席台", "主席", "台上")
_FIGURES = {figure: value for value, figure in enumerate("零一二三四五六七八九")} | {"十": 10}
_CHINESE_NUMBER = re.compile("[一二三四五六七八九十]{1,3}(?=[排座号桌区行列])")


def seat_key(seat: str) -> tuple[object, ...]:
    """Return what seats are sorted by: the stage first, numbers by size, no seat last.

    A number in Chinese figures before 排, 座, 号, 桌, 区, 行 or 列 counts as a number.
    """
    text = seat.strip()
    if not text:
        return (2,)
    plain = _CHINESE_NUMBER.sub(lambda found: str(_number(found.group())), text)
    parts = tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part.casefold())
        for part in _PART.split(plain)
        if part.strip()
    )
    return (0 if plain.startswith(_STAGE) else 1, *parts)


def _number(figures: str) -> int:
    """Return the value of 1 to 99 in Chinese figures: 十二, 二十, 三."""
    tens, ten, ones = figures.rpartition("十")
    if not ten:
        return sum(_FIGURES[figure] * 10**place for place, figure in enumerate(reversed(figures)))
    return (_FIGURES[tens] if tens else 1) * 10 + (_FIGURES[ones] if ones else 0)
