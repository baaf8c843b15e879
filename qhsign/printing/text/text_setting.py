"""One text being fitted into its box: the largest size it can be set in, and its lines.

The cells of the text are given; see `text_fit` for the rules.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from qhsign.printing.text.fitted_text import FittedLine, FittedText, Glyph, TextStyle
from qhsign.printing.text.line_breaking import (
    LINE_END,
    SOFT_BREAK,
    BreakPlace,
    best_lines,
    break_places,
    narrowest,
    places_after_clauses,
    places_after_dot,
    places_anywhere,
    places_stored,
)

_STEP = 0.25
_ROUNDING = 1e-6


class Cell(NamedTuple):
    """One character of a text and the room it takes, in em."""

    glyph: Glyph  # inside a line
    width: float  # of the glyph itself
    shift: float  # from the cell's edge to the glyph
    advance: float  # of the cell
    gap: float  # before the cell, unless it opens a line
    trim_start: float
    trim_end: float

    @property
    def character(self) -> str:
        """The character of the text; of a shaped letter, what draws it."""
        return self.glyph.character

    def opening(self) -> Glyph:
        """Return the glyph of a cell that opens a line."""
        before = self.shift - self.trim_start
        return self.glyph if before == self.glyph.before else self.glyph._replace(before=before)


def cell_of(
    font_name: str,
    character: str,
    width: float,
    *,
    advance: float,
    gap: float,
    shift: float = 0.0,
    trim_start: float = 0.0,
    trim_end: float = 0.0,
) -> Cell:
    """Return the cell of a character; see `Cell` and `Glyph` for the measures."""
    glyph = Glyph(font_name, character, shift + gap, advance - shift - width)
    return Cell(glyph, width, shift, advance, gap, trim_start, trim_end)


class Setting:
    """One text being fitted."""

    def __init__(self, cells: list[Cell], style: TextStyle, text: str) -> None:
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
        """Return the text at the largest size its style allows."""
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
        if style.clauses and (after_clauses := places_after_clauses(self._text)):
            choices.insert(0, after_clauses)
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
