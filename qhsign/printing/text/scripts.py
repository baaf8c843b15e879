"""Scripts whose letters join, stack or run from the right, and marks that sit on other letters.

Set one by one such letters are wrong: they are shaped as words. Everything else, nearly all that is
printed, is set character by character.
"""

import re
from enum import StrEnum
from functools import cache


class Script(StrEnum):
    """A script the prints shape; the values begin the names of its fonts."""

    ARABIC = "arabic"
    HEBREW = "hebrew"
    TIBETAN = "tibetan"


_BLOCKS: dict[Script, tuple[tuple[int, int], ...]] = {
    Script.ARABIC: (
        (0x0600, 0x06FF),
        (0x0750, 0x077F),
        (0x0870, 0x08FF),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFE),
    ),
    Script.HEBREW: ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    Script.TIBETAN: ((0x0F00, 0x0FFF),),
}
# Hebrew to Myanmar, jamo, Khmer, Mongolian and their kin: more than the three above.
_NEEDS_SHAPING = (
    (0x0590, 0x109F),
    (0x1100, 0x11FF),
    (0x1700, 0x1CFF),
    (0xA800, 0xA8FF),
    (0xA930, 0xABFF),
    (0xD7B0, 0xD7FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFE),
    (0x10800, 0x11FFF),
    (0x1E800, 0x1EFFF),
)
_LOOSE_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
ZERO_WIDTH_JOINERS = "\u200c\u200d"


def _class_of(*blocks: tuple[int, int]) -> str:
    return "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in blocks) + "]"


_SHAPED = re.compile(
    _class_of(*(block for blocks in _BLOCKS.values() for block in blocks), *_LOOSE_MARKS)
)
_MARKS = re.compile(_class_of(*_LOOSE_MARKS))


def is_shaped(text: str) -> bool:
    """Tell whether anything in ``text`` cannot be set character by character.

    ``text`` is composed (see `fonts.composed`): a letter with its mark counts when there is no one
    character for both.
    """
    return not text.isascii() and _SHAPED.search(text) is not None


def needs_shaping(code: int) -> bool:
    """Tell whether a character cannot be set by itself (Arabic, Tibetan, Thai …)."""
    return any(first <= code <= last for first, last in _NEEDS_SHAPING)


@cache
def script_of(character: str) -> Script | None:
    """Return the script a character is shaped in; None for one that is set by itself."""
    code = ord(character)
    for script, blocks in _BLOCKS.items():
        if any(first <= code <= last for first, last in blocks):
            return script
    return None


def is_loose_mark(character: str) -> bool:
    """Tell whether a character is a mark on the Latin, Cyrillic or Greek letter before it."""
    return _MARKS.match(character) is not None
