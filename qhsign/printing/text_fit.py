"""How large a text can be set in its box, and what stands on each of its lines.

A size is reached in steps of a quarter point. The rules of the reference prints: a name stays on
one line down to its one-line floor and then takes two, an organization wraps at once and shrinks
afterwards, a single line only shrinks. A text that is still too big is never cut: it is set at its
smallest size and reported.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qhsign.printing.fonts import FontBook, composed
from qhsign.printing.line_breaking import (
    LINE_END,
    SOFT_BREAK,
    BreakPlace,
    best_lines,
    break_places,
    is_han,
    is_word_character,
    narrowest,
    places_after_dot,
    places_anywhere,
    places_stored,
)

_STEP = 0.25
_WORDS_ROLE = "serif"  # has every Latin and Cyrillic letter
_HAN_TO_LATIN = 0.07
_DOT_WIDTH = 0.5
_ROUNDING = 1e-6
_FULL_WIDTH = 0.9
_CLOSING_FULL = frozenset("，。、；：！？）》」』】〕〉”’")
_NO_GLYPH_NEEDED = frozenset((SOFT_BREAK, LINE_END))
_OPENING_FULL = frozenset("（《「『【〔〈“‘")
_SET_BY_NEIGHBOURS = _CLOSING_FULL | _OPENING_FULL | {"·"}
_FITS_KEPT = 10_000  # of one style; a run of a hundred thousand must not keep them all


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: sizes in points, the box in millimetres, spacing in em.

    ``one_line_floor`` is the smallest size on a single line before the text takes more lines (a
    name). ``last_lines`` and ``last_min`` are one more allowance before a text counts as too big.
    """

    role: str
    size: float
    min_size: float
    width: float
    height: float
    lines: int = 1
    line_height: float = 1.3
    one_line_floor: float | None = None
    tracking: float = 0.0
    tabular: bool = False
    last_lines: int = 0
    last_min: float = 0.0


class Glyph(NamedTuple):
    """One character on a line: ``before`` and ``after`` are extra space in em around its width."""

    font_name: str
    character: str
    before: float
    after: float


class FittedLine(NamedTuple):
    """A line ready to draw: widths in em; ``hanging`` is the width of a final · left out of it."""

    glyphs: tuple[Glyph, ...]
    width: float
    hanging: float


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text at the size it is printed in; ``fits`` is False when the box is too small for it."""

    size: float
    lines: tuple[FittedLine, ...]
    fits: bool
    missing: tuple[str, ...] = ()  # characters no font has: such a text must not be printed

    def depth(self, line_height: float) -> float:
        """Return the height of the lines in points, from the first em box to the last."""
        return self.size * (1 + (len(self.lines) - 1) * line_height) if self.lines else 0.0


class _Cell(NamedTuple):
    glyph: Glyph  # inside a line
    width: float  # of the glyph itself
    shift: float  # from the cell's edge to the glyph
    advance: float  # of the cell
    gap: float  # before the cell, unless it opens a line
    trim_start: float
    trim_end: float

    @property
    def character(self) -> str:
        return self.glyph.character

    def opening(self) -> Glyph:
        """Return the glyph of a cell that opens a line."""
        before = self.shift - self.trim_start
        return self.glyph if before == self.glyph.before else self.glyph._replace(before=before)


def _cell_of(
    font_name: str,
    character: str,
    width: float,
    *,
    advance: float,
    gap: float,
    shift: float = 0.0,
    trim_start: float = 0.0,
    trim_end: float = 0.0,
) -> _Cell:
    glyph = Glyph(font_name, character, shift + gap, advance - shift - width)
    return _Cell(glyph, width, shift, advance, gap, trim_start, trim_end)


_NOTHING = {
    character: _cell_of("", character, 0.0, advance=0.0, gap=0.0) for character in _NO_GLYPH_NEEDED
}


class Typesetter:
    """Fits texts with one font book; widths and fitted texts are kept for the next badge."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self._glyphs: dict[tuple[str, str], tuple[str, float]] = {}
        self._fitted: dict[TextStyle, dict[str, FittedText]] = {}
        self._digit_widths: dict[str, float] = {}
        self._covered: dict[str, set[str]] = {}
        self._cells_known: dict[tuple[str, str, bool, float], _Cell] = {}

    def fits_of(self, style: TextStyle) -> dict[str, FittedText]:
        """Return the fitted texts of ``style``, to be looked up before `fit` is asked."""
        return self._fitted.setdefault(style, {})

    def fit(self, style: TextStyle, text: str) -> FittedText:
        """Return ``text`` at the largest size ``style`` allows."""
        known = self.fits_of(style)
        fitted = known.get(text)
        if fitted is None:
            if len(known) >= _FITS_KEPT:
                known.clear()
            whole = composed(text)
            fitted = _Setting(self._cells(style, whole), style, whole).fitted()
            missing = self._missing(style.role, whole)
            if missing:
                fitted = replace(fitted, missing=missing)
            known[text] = fitted
        return fitted

    def _missing(self, role: str, text: str) -> tuple[str, ...]:
        covered = self._covered.setdefault(role, set(_NO_GLYPH_NEEDED))
        unknown = "".join(dict.fromkeys(each for each in text if each not in covered))
        missing = tuple(self.fonts.missing(role, unknown)) if unknown else ()
        covered.update(set(unknown).difference(missing))
        return missing

    def _glyph(self, role: str, character: str) -> tuple[str, float]:
        key = (role, character)
        found = self._glyphs.get(key)
        if found is None:
            name = self.fonts.runs(role, character)[0].font_name
            found = self._glyphs[key] = (name, self.fonts.char_width(role, character))
        return found

    def _digit_width(self, role: str) -> float:
        width = self._digit_widths.get(role)
        if width is None:
            width = self._digit_widths[role] = self.fonts.digit_width(role)
        return width

    def _cells(self, style: TextStyle, text: str) -> list[_Cell]:
        cells: list[_Cell] = []
        previous = ""
        role_of_words = self._role_of_words(style.role, text)
        for position, character in enumerate(text):
            if character in _NO_GLYPH_NEEDED:
                cells.append(_NOTHING[character])
                continue
            gap = style.tracking if previous else 0.0
            if previous and _meet(previous, character):
                gap += _HAN_TO_LATIN
            if character in _SET_BY_NEIGHBOURS:
                following = text[position + 1 : position + 2]
                cells.append(self._neighbourly(style.role, previous, character, following, gap))
            else:
                role = role_of_words if is_word_character(character) else style.role
                key = (role, character, style.tabular, gap)
                cell = self._cells_known.get(key)
                if cell is None:
                    cell = self._cells_known[key] = self._cell(*key)
                cells.append(cell)
            previous = character
        return cells

    def _role_of_words(self, role: str, text: str) -> str:
        """Return the role for the words in letters: one font for them all, or they look patched.

        The Chinese fonts lack ң ө ү and Š: a Kyrgyz text is then set wholly in the serif font.
        """
        if text.isascii():
            return role
        words = {character for character in text if is_word_character(character)}
        names = {self._glyph(role, character)[0] for character in words}
        if len(names) > 1 and not self.fonts.missing(_WORDS_ROLE, "".join(sorted(words))):
            return _WORDS_ROLE
        return role

    def _cell(self, role: str, character: str, tabular: bool, gap: float) -> _Cell:  # noqa: FBT001 - a part of the key
        """Return the cell of a character that is set the same beside any other."""
        name, width = self._glyph(role, character)
        advance, shift = width, 0.0
        if tabular and character.isdigit():
            advance = self._digit_width(role)
            shift = (advance - width) / 2
        return _cell_of(name, character, width, advance=advance, gap=gap, shift=shift)

    def _neighbourly(
        self, role: str, previous: str, character: str, following: str, gap: float
    ) -> _Cell:
        """Return the cell of a · or of punctuation, which gives way to its neighbours."""
        name, width = self._glyph(role, character)
        advance, shift, trim_start, trim_end = width, 0.0, 0.0, 0.0
        if character == "·":
            advance = _DOT_WIDTH
            shift = (advance - width) / 2
        elif width > _FULL_WIDTH and character in _CLOSING_FULL:
            if following and (following in _CLOSING_FULL or following in _OPENING_FULL):
                advance = width / 2
            else:
                trim_end = width / 2
        elif width > _FULL_WIDTH:
            if previous in _OPENING_FULL and previous:
                advance, shift = width / 2, -width / 2
            else:
                trim_start = width / 2
        return _cell_of(
            name,
            character,
            width,
            advance=advance,
            gap=gap,
            shift=shift,
            trim_start=trim_start,
            trim_end=trim_end,
        )


def _meet(before: str, after: str) -> bool:
    """Tell whether a Chinese character and a Latin letter or digit stand side by side."""
    if is_han(before):
        return is_word_character(after)
    return is_han(after) and is_word_character(before)


class _Setting:
    """One text being fitted."""

    def __init__(self, cells: list[_Cell], style: TextStyle, text: str) -> None:
        self._cells = cells
        self._style = style
        self._text = text
        self._forced = [i + 1 for i, character in enumerate(text) if character == LINE_END]
        self._reach = [0.0]
        for cell in cells:
            self._reach.append(self._reach[-1] + cell.gap + cell.advance)
        points_per_mm = 72 / 25.4
        self._measure = style.width * points_per_mm
        self._depth = style.height * points_per_mm

    def fitted(self) -> FittedText:
        style = self._style
        end = len(self._cells)
        if all(_is_blank(character) for character in self._text):
            return FittedText(style.size, (), fits=True)
        if not self._forced:
            size = self._size_of(self.width(0, end), 1)
            if size >= min(self._enough_for_one_line(), style.size):
                return self._set(size, [end])
        return self._on_several_lines(end)

    def _enough_for_one_line(self) -> float:
        """Return the size below which a text rather takes a second line, if it may."""
        if self._style.one_line_floor is not None:
            return self._style.one_line_floor
        return self._style.min_size if self._style.lines == 1 else self._style.size

    def _on_several_lines(self, end: int) -> FittedText:
        style = self._style
        choices = [break_places(self._text)]
        if style.one_line_floor is not None and (after_dots := places_after_dot(self._text)):
            choices.insert(0, after_dots)
        if stored := places_stored(self._text):
            choices.insert(0, stored)
        allowances = ((style.lines, style.min_size), (style.last_lines, style.last_min))
        for most, least in allowances:
            for places in choices:
                best = self._best(places, range(1, most + 1))
                if best is not None and best[0] >= least:
                    return self._broken(places, *best)
        return self._too_big(end)

    def width(self, start: int, end: int) -> float:
        """Return the width in em of the line from ``start`` to ``end`` without outer blanks."""
        cells = self._cells
        while end > start and _is_blank(cells[end - 1].character):
            end -= 1
        while start < end and _is_blank(cells[start].character):
            start += 1
        if start == end:
            return 0.0
        first, last = cells[start], cells[end - 1]
        whole = self._reach[end] - self._reach[start] - first.gap
        return whole - first.trim_start - last.trim_end

    def _size_of(self, width: float, lines: int) -> float:
        """Return the largest size for lines of ``width`` em, in steps down from the style's."""
        by_height = self._depth / (1 + (lines - 1) * self._style.line_height)
        by_width = self._measure / width if width else self._style.size
        too_much = self._style.size - min(by_height, by_width)
        steps = max(math.ceil(too_much / _STEP - _ROUNDING), 0)
        return self._style.size - steps * _STEP

    def _best(self, places: Sequence[BreakPlace], counts: range) -> tuple[float, int] | None:
        """Return the largest size and the number of lines it takes; fewer lines win a tie."""
        best: tuple[float, int] | None = None
        end = len(self._cells)
        for count in counts:
            width = narrowest(places, self._forced, end, count, self.width)
            if width is None:
                continue
            size = self._size_of(width, count)
            if best is None or size > best[0]:
                best = (size, count)
        return best

    def _broken(self, places: Sequence[BreakPlace], size: float, count: int) -> FittedText:
        measure = self._measure / size + _ROUNDING
        end = len(self._cells)
        return self._set(size, best_lines(places, self._forced, end, count, self.width, measure))

    def _too_big(self, end: int) -> FittedText:
        """Set the text at its smallest size on as many lines as it takes: reported, never cut."""
        style = self._style
        size = style.last_min if style.last_lines else style.min_size
        measure = self._measure / size + _ROUNDING
        must = {*self._forced, end}
        ends: list[int] = []
        start = candidate = 0
        for place in sorted({place for place, _ in places_anywhere(self._text)} | must):
            if candidate > start and self.width(start, place) > measure:
                ends.append(candidate)
                start = candidate
            candidate = place
            if place in must:
                ends.append(place)
                start = place
        return self._set(size, ends, fits=False)

    def _set(self, size: float, ends: Sequence[int], *, fits: bool = True) -> FittedText:
        starts = [0, *ends[:-1]]
        lines = tuple(self._line(start, end) for start, end in zip(starts, ends, strict=True))
        return FittedText(size, lines, fits)

    def _line(self, start: int, end: int) -> FittedLine:
        width = self.width(start, end)
        cells = [cell for cell in self._cells[start:end] if cell.glyph.font_name]
        while cells and cells[-1].character.isspace():
            cells.pop()
        while cells and cells[0].character.isspace():
            cells.pop(0)
        glyphs = [cell.glyph for cell in cells]
        if cells:
            glyphs[0] = cells[0].opening()
        hanging = 0.0
        if len(cells) > 1 and cells[-1].character == "·":
            hanging = cells[-1].advance + cells[-1].gap
        return FittedLine(tuple(glyphs), width, hanging)


def _is_blank(character: str) -> bool:
    return character.isspace() or character == SOFT_BREAK
