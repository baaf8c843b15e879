"""Where a line of Chinese or mixed text may end, and which ends read best.

The rules are those of the reference prints: nothing starts with closing punctuation or ends with
opening punctuation; Latin words, a number with its unit (``1—6``, ``53.6亿元``) and spelled-out
figures stay whole; Arabic words and Tibetan syllables too, which end with their tsheg; a break the
staff stored (U+200B) is preferred, then one after the word for an office (省市州 …) or a company
(公司), then any other, always with lines of about equal length; a company's name is not torn before
its 有限公司, nor are the words titles of contracts are made of.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from qhsign.printing.text.scripts import ZERO_WIDTH_JOINERS, script_of

SOFT_BREAK = "\u200b"
LINE_END = "\n"

_TIBETAN_ENDS = "\u0f0b\u0f0d\u0f0e\u0f0f\u0f10\u0f11\u0f12\u0f14"  # tsheg, shad and their kin
_NO_BREAK = frozenset("\u0f0c\xa0\u202f\u2060")
_CLOSING = frozenset("，。、；：？！）》」』】〕〉”’…·,.;:?!)]}%％‰℃" + "،؛؟۔" + _TIBETAN_ENDS)
_OPENING = frozenset("（《「『【〔〈“‘([{" + "￥¥$＄€£№")
_CLAUSE_ENDS = frozenset("，。、；：？！）》」』】〕〉”’…,;:?!)") | {"—"}
_DASHES = frozenset("—–~～-/")
_LONG_DASH = "——"  # stands in a line as a word does; a line may end with it
_INSIDE_WORDS = frozenset("'’.,·&@_:")
_AFTER_NUMBER = frozenset("万亿千百元年月日号时分届个项人家期")
_CAPITAL_DIGITS = frozenset("零壹贰叁肆伍陆柒捌玖")
_CAPITAL_UNITS = frozenset("拾佰仟万亿元角分整")
_OFFICE_ENDS = frozenset("省市州区县府部委厅局院会团社台所处")
_WHOLE = (
    "集团股份有限公司", "集团有限责任公司", "集团公司", "项目", "协议书", "合同", "合作", "战略",
    "框架", "友好", "投资", "政府", "人民", "委员", "办公室",
)  # fmt: skip
# Two characters between which a line ends only in need: 集团|有限公司, 公|司, 协|议.
_TIED = frozenset(word[at : at + 2] for word in _WHOLE for at in range(len(word) - 1))
_COMPANY = "公司"
_STORED, _NATURAL, _ANYWHERE, _AWKWARD = -100.0, 0.0, 0.4, 1.2

# Han characters with their radicals and compatibility forms, kana left to the general rule.
_HAN_BLOCKS = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
_SUPPLEMENTARY_HAN = (0x20000, 0x3FFFF)


@cache
def is_han(character: str) -> bool:
    """Tell whether one character is a Chinese character (any Unicode block, 〇 and 々 too)."""
    code = ord(character)
    if any(first <= code <= last for first, last in _HAN_BLOCKS):
        return True
    return _SUPPLEMENTARY_HAN[0] <= code <= _SUPPLEMENTARY_HAN[1]


@cache
def is_word_character(character: str) -> bool:
    """Tell whether a character belongs to a Latin word, a Cyrillic word or a number.

    Chinese characters do not, nor do kana, Hangul and others that are as wide.
    """
    return character.isalnum() and east_asian_width(character) != "W"


@cache
def continues_letter(character: str) -> bool:
    """Tell whether a character belongs to the letter before it: a mark, a vowel sign, a joiner."""
    return character in ZERO_WIDTH_JOINERS or category(character) in ("Mn", "Mc", "Me")


class BreakPlace(NamedTuple):
    """A line may end before character ``place``; a lower ``cost`` reads better."""

    place: int
    cost: float


def break_places(text: str) -> list[BreakPlace]:
    """Return every place inside ``text`` where a line may end, without the stored line ends."""
    return [
        BreakPlace(index, cost)
        for index in range(1, len(text))
        if (cost := _cost_of_break(text, index)) is not None
    ]


def places_after_dot(text: str) -> list[BreakPlace]:
    """Return the places after a · of a name, where a long name is broken first."""
    return [BreakPlace(index, _NATURAL) for index in range(2, len(text)) if text[index - 1] == "·"]


def places_after_clauses(text: str) -> list[BreakPlace]:
    """Return the places after punctuation, where the words a host reads aloud are broken."""
    return [
        BreakPlace(index, _NATURAL)
        for index in range(1, len(text))
        if text[index - 1] in _CLAUSE_ENDS and not _stays_together(text, index)
    ]


def places_stored(text: str) -> list[BreakPlace]:
    """Return the places where the staff stored a soft break."""
    return [
        BreakPlace(index, _STORED)
        for index in range(1, len(text))
        if text[index - 1] == SOFT_BREAK and text[index] != SOFT_BREAK
    ]


def places_anywhere(text: str) -> list[BreakPlace]:
    """Return every place but those before blanks and closing punctuation: the last resort.

    Words that are shaped stay whole even here: torn letters would be other letters.
    """
    return [
        BreakPlace(index, _ANYWHERE)
        for index in range(1, len(text))
        if not (text[index].isspace() or text[index] in _CLOSING or _inside_shaped(text, index))
    ]


def _inside_shaped(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if continues_letter(after):
        return True
    return before not in _CLOSING and script_of(before) is script_of(after) is not None


def _cost_of_break(text: str, index: int) -> float | None:
    before, after = text[index - 1], text[index]
    if before == SOFT_BREAK:
        return _STORED
    if LINE_END in (before, after) or after == SOFT_BREAK or _stays_together(text, index):
        return None
    if before.isspace() or before == "·":
        return _NATURAL
    if before in "万亿" and after in _CAPITAL_DIGITS:
        return _NATURAL
    if before + after in _TIED:
        return _AWKWARD
    if before in _OFFICE_ENDS:
        return _AWKWARD if after == "长" else _NATURAL
    if after in _OFFICE_ENDS:
        return _AWKWARD
    return _NATURAL if text.endswith(_COMPANY, 0, index) else _ANYWHERE


def _stays_together(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after.isspace() or after in _CLOSING or before in _OPENING:
        return True
    if continues_letter(after) or after in _NO_BREAK or before in _NO_BREAK:
        return True
    if before in _DASHES or after in _DASHES:
        return after in _DASHES or not text.endswith(_LONG_DASH, 0, index)
    if after in _CAPITAL_UNITS and (before in _CAPITAL_DIGITS or before in _CAPITAL_UNITS):
        return True
    if is_word_character(before) or continues_letter(before):
        if after in _INSIDE_WORDS or is_word_character(after):
            return True
        return before.isdigit() and after in _AFTER_NUMBER
    # A mark inside a Latin word or a number: O'Brien, 3.5, 15:20, QH25·2.
    inside = before in _INSIDE_WORDS and index > 1 and is_word_character(text[index - 2])
    return inside and is_word_character(after)


def narrowest(
    places: Sequence[BreakPlace],
    forced: Sequence[int],
    end: int,
    lines: int,
    width: Callable[[int, int], float],
) -> float | None:
    """Return the least width that ``lines`` lines of the text need, or None if it cannot be done.

    ``forced`` are the places where a line must end; ``width(i, j)`` is the width of the line from
    character ``i`` to ``j``.
    """
    stops = _stops(places, forced, end)
    last = len(stops) - 1
    best: list[float | None] = [0.0] + [None] * last
    for line in range(1, lines + 1):
        following: list[float | None] = [None] * (last + 1)
        # The last line ends with the text; only the lines before it have a choice.
        for b in (last,) if line == lines else range(1, last):
            following[b] = min(
                (
                    max(reached, width(stops[a].place, stops[b].place))
                    for a in range(_earliest(stops, forced, b), b)
                    if (reached := best[a]) is not None
                ),
                default=None,
            )
        best = following
    return best[-1]


def best_lines(
    places: Sequence[BreakPlace],
    forced: Sequence[int],
    end: int,
    lines: int,
    width: Callable[[int, int], float],
    measure: float,
) -> list[int]:
    """Return the ends of exactly ``lines`` lines no wider than ``measure``, balanced and well read.

    The caller has asked `narrowest` first: a text that does not fit raises ValueError.
    """
    stops = _stops(places, forced, end)
    even = max(width(0, end) / lines, 1e-9)
    best: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ())] + [None] * (len(stops) - 1)
    last = len(stops) - 1
    for line_number in range(1, lines + 1):
        following: list[tuple[float, tuple[int, ...]] | None] = [None] * len(stops)
        for b in (last,) if line_number == lines else range(1, last):
            for a in range(_earliest(stops, forced, b), b):
                reached = best[a]
                if reached is None:
                    continue
                line = width(stops[a].place, stops[b].place)
                if line > measure:
                    continue
                cost = reached[0] + ((line - even) / even) ** 2 + stops[b].cost
                known = following[b]
                if known is None or cost < known[0]:
                    following[b] = (cost, (*reached[1], stops[b].place))
        best = following
    if best[-1] is None:
        raise ValueError("the text does not fit; ask narrowest first")
    return list(best[-1][1])


def _stops(places: Sequence[BreakPlace], forced: Sequence[int], end: int) -> list[BreakPlace]:
    taken = set(forced)
    stops = [BreakPlace(0, 0.0), BreakPlace(end, 0.0)]
    stops += [BreakPlace(index, 0.0) for index in forced]
    stops += [place for place in places if place.place not in taken]
    return sorted(stops)


def _earliest(stops: Sequence[BreakPlace], forced: Sequence[int], b: int) -> int:
    """Return the first stop a line ending at stop ``b`` may begin at: after the last forced one."""
    if not forced:
        return 0
    end = stops[b].place
    must = max((index for index in forced if index < end), default=0)
    return next(a for a, stop in enumerate(stops) if stop.place == must)
