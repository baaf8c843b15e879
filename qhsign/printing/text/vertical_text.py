"""Names set downwards in a narrow box, as on the places of a stage plan.

Chinese characters stand one below the other; a name with a · takes two columns or more, the right
one first, with the · at its foot. A long name without a · takes one column as long as it stays
readable. A name in letters is turned clockwise, on one line where that is readable.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from qhsign.printing.text.fitted_text import FittedText, TextStyle
from qhsign.printing.text.fonts import composed
from qhsign.printing.text.line_breaking import (
    BreakPlace,
    best_lines,
    continues_letter,
    is_han,
    narrowest,
)
from qhsign.printing.text.text_fit import Typesetter

_POINTS_PER_MM = 72 / 25.4
_STEP = 0.25
_ROUNDING = 1e-6
_DOT = "·"
_DOT_HEIGHT = 0.5
_BASELINE = 0.88  # of the size below the top of the em box
_MIDDLE = 0.38  # of the em box above the baseline, where the · of every font stands
_COLUMN_PITCH = 1.2  # from column to column, in em
_MOST_COLUMNS = 4
_MOST_TURNED_LINES = 3
TURNED_LINE_HEIGHT = 1.15
_READABLE = 0.7  # of the largest size: below it a name rather takes another column or line
_TURNED_BY_COLUMNS = frozenset("（）〈〉《》「」『』【】〔〕…—ー～、，。：；！？")


class PlacedGlyph(NamedTuple):
    """A character and the beginning of its baseline, in points right and down from the box."""

    font_name: str
    character: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class VerticalText:
    """A name set downwards; ``fits`` and ``missing`` as in `FittedText`.

    Where ``turned`` is given, the name is these lines, to be drawn in the middle of the box and
    turned clockwise, and there are no ``glyphs``.
    """

    size: float
    text: str
    glyphs: tuple[PlacedGlyph, ...]
    turned: FittedText | None
    fits: bool
    missing: tuple[str, ...] = ()


def fit_vertical(typesetter: Typesetter, style: TextStyle, name: str) -> VerticalText:
    """Return ``name`` set downwards in the middle of the box of ``style``.

    The size goes down from the largest to the smallest in quarter points, as in `text_fit`; the
    line height of the style is the step from character to character.
    """
    text = composed(name)
    letters = _letters(text)
    if not letters:
        return VerticalText(style.size, text, (), None, fits=True)
    if not all(_stands_upright(letter) for letter in letters):
        return _turned(typesetter, style, text)
    wanted, columns = _columns(letters, style)
    measure, room = style.width * _POINTS_PER_MM, style.height * _POINTS_PER_MM
    depth = max(_depth(column, style.line_height) for column in columns)
    size = max(wanted, style.min_size)
    top = (room - depth * size) / 2
    glyphs: list[PlacedGlyph] = []
    for number, column in enumerate(columns):
        middle = measure / 2 + ((len(columns) - 1) / 2 - number) * _COLUMN_PITCH * size
        glyphs += _placed(typesetter, style, column, size, middle, top)
    missing = tuple(typesetter.fonts.missing(style.role, text))
    return VerticalText(size, text, tuple(glyphs), None, fits=wanted >= style.min_size,
                        missing=missing)  # fmt: skip


def _letters(text: str) -> list[str]:
    """Return the characters with the selectors and marks that belong to them."""
    letters: list[str] = []
    for character in text:
        if letters and continues_letter(character):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _stands_upright(letter: str) -> bool:
    first = letter[0]
    if first == _DOT or first.isspace() or is_han(first):
        return True
    return first not in _TURNED_BY_COLUMNS and east_asian_width(first) in "WF"


def _columns(letters: list[str], style: TextStyle) -> tuple[float, list[list[str]]]:
    """Return the largest size and the columns it takes, parted after a · where there is one."""
    after_dots = [
        BreakPlace(place, 0.0) for place in range(1, len(letters)) if letters[place - 1] == _DOT
    ]
    anywhere = [
        BreakPlace(place, 0.0) for place in range(1, len(letters)) if letters[place] != _DOT
    ]
    if not after_dots:
        best = _parted(letters, [], 1, style)
        if best[0] >= style.size * _READABLE:
            return best
        return max(_each_parting(letters, anywhere, style), key=_size_of)
    best = max(_each_parting(letters, after_dots, style)[1:], key=_size_of)
    if best[0] >= style.min_size:
        return best
    return max(_each_parting(letters, anywhere, style), key=_size_of)


def _each_parting(
    letters: list[str], places: Sequence[BreakPlace], style: TextStyle
) -> list[tuple[float, list[list[str]]]]:
    """Return the letters in one column, in two and so on, as far as they can be parted."""
    most = min(_MOST_COLUMNS, len(places) + 1)
    return [_parted(letters, places, count, style) for count in range(1, most + 1)]


def _size_of(parting: tuple[float, list[list[str]]]) -> float:
    return parting[0]


def _parted(
    letters: list[str], places: Sequence[BreakPlace], count: int, style: TextStyle
) -> tuple[float, list[list[str]]]:
    """Return the largest size of the letters in ``count`` columns, and the columns."""
    end = len(letters)

    def depth(start: int, stop: int) -> float:
        return _depth(letters[start:stop], style.line_height)

    deepest = narrowest(places, (), end, count, depth)
    if not deepest:
        return style.size, [letters]
    width = 1 + (count - 1) * _COLUMN_PITCH
    measure, room = style.width * _POINTS_PER_MM, style.height * _POINTS_PER_MM
    too_much = style.size - min(measure / width, room / deepest)
    size = style.size - max(math.ceil(too_much / _STEP - _ROUNDING), 0) * _STEP
    ends = best_lines(places, (), end, count, depth, deepest + _ROUNDING)
    return size, [letters[start:stop] for start, stop in pairwise((0, *ends))]


def _depth(column: list[str], step: float) -> float:
    """Return the height of a column in em, from its first em box to its last."""
    steps = sum(_advance(before, after, step) for before, after in pairwise(column))
    return steps + (_DOT_HEIGHT if column[-1] == _DOT else 1.0)


def _advance(letter: str, following: str, step: float) -> float:
    """Return the way from the top of one cell to the top of the next: a · takes half a cell."""
    half = _DOT in (letter, following)
    own = _DOT_HEIGHT if letter == _DOT else 1.0
    return own if half else step


def _placed(
    typesetter: Typesetter,
    style: TextStyle,
    column: list[str],
    size: float,
    middle: float,
    top: float,
) -> list[PlacedGlyph]:
    fonts = typesetter.fonts
    placed = []
    for place, letter in enumerate(column):
        if place:
            top += _advance(column[place - 1], letter, style.line_height) * size
        baseline = top + _BASELINE * size
        if letter == _DOT:
            baseline = top + (_DOT_HEIGHT / 2 + _MIDDLE) * size
        if not letter.isspace():
            x = middle - fonts.width(style.role, letter, size) / 2
            for run in fonts.runs(style.role, letter):
                for character in run.text:
                    placed.append(PlacedGlyph(run.font_name, character, x, baseline))
                    x += fonts.char_width(style.role, character) * size
    return placed


def _turned(typesetter: Typesetter, style: TextStyle, text: str) -> VerticalText:
    lying = TextStyle(
        style.role,
        style.size,
        style.min_size,
        style.height,
        style.width,
        lines=_MOST_TURNED_LINES,
        line_height=TURNED_LINE_HEIGHT,
        one_line_floor=style.size * _READABLE,
        tracking=style.tracking,
        tabular=style.tabular,
    )
    fitted = typesetter.fit(lying, text)
    return VerticalText(fitted.size, text, (), fitted, fitted.fits, fitted.missing)
