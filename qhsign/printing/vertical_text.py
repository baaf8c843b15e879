"""Names set downwards in a narrow box, as on the places of a stage plan.

Chinese characters stand one below the other; a name with a · takes two columns, the right one
first, with the · at its foot. A name in letters is turned clockwise and stays one line.
"""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from qhsign.printing.fitted_text import FittedText, TextStyle
from qhsign.printing.fonts import composed
from qhsign.printing.line_breaking import continues_letter, is_han
from qhsign.printing.text_fit import Typesetter

_POINTS_PER_MM = 72 / 25.4
_STEP = 0.25
_ROUNDING = 1e-6
_DOT = "·"
_DOT_HEIGHT = 0.5
_BASELINE = 0.88  # of the size below the top of the em box
_MIDDLE = 0.38  # of the em box above the baseline, where the · of every font stands
_COLUMN_PITCH = 1.2  # from column to column, in em
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

    Where ``turned`` is given, the name is this line, to be drawn in the middle of the box and
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
    columns = _columns(letters)
    width = 1 + (len(columns) - 1) * _COLUMN_PITCH
    depth = max(_depth(column, style.line_height) for column in columns)
    measure, room = style.width * _POINTS_PER_MM, style.height * _POINTS_PER_MM
    too_much = style.size - min(measure / width, room / depth)
    wanted = style.size - max(math.ceil(too_much / _STEP - _ROUNDING), 0) * _STEP
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
    return first not in _TURNED_BY_COLUMNS and east_asian_width(first) == "W"


def _columns(letters: list[str]) -> list[list[str]]:
    """Return one column, or two of about equal length, the first of which ends with its ·."""
    places = [place + 1 for place in range(len(letters) - 1) if letters[place] == _DOT]
    if not places:
        return [letters]
    place = min(places, key=lambda each: max(each, len(letters) - each))
    return [letters[:place], letters[place:]]


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
        tracking=style.tracking,
        tabular=style.tabular,
    )
    fitted = typesetter.fit(lying, text)
    return VerticalText(fitted.size, text, (), fitted, fitted.fits, fitted.missing)
