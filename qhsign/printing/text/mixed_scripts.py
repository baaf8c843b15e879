"""Texts with letters that are shaped: Tibetan, Arabic, Hebrew, letters with marks of their own.

A text is cut into words of one script and one direction, each word is shaped in one font, and every
line is laid out in the order it stands on the page. The rest of the text is set as everywhere.
"""

from collections.abc import Iterator
from typing import NamedTuple

from qhsign.printing.text.embedded_font import EmbeddedFont
from qhsign.printing.text.fitted_text import FittedLine, Glyph, TextStyle
from qhsign.printing.text.fonts import FontBook
from qhsign.printing.text.line_breaking import LINE_END, SOFT_BREAK, continues_letter, is_han
from qhsign.printing.text.scripts import ZERO_WIDTH_JOINERS, Script, is_loose_mark, script_of
from qhsign.printing.text.shaping import shape
from qhsign.printing.text.text_setting import Cell, Setting
from qhsign.printing.text.writing_direction import Directions, directions, visual_order


class ShapedLetter(NamedTuple):
    """A cluster of a shaped word: where it ends in the text, what draws it, its width in em.

    ``joins`` says that it is written in one stroke with the letter before: no room between them.
    """

    end: int
    font_name: str
    drawn: str
    width: float
    joins: bool


class ShapedText(NamedTuple):
    """The shaped letters of a text by the place where they begin, and the ways its letters run."""

    directions: Directions
    letters: dict[int, ShapedLetter]
    missing: tuple[str, ...]


class _Word(NamedTuple):
    start: int
    end: int
    script: Script | None


def shaped_text(fonts: FontBook, role: str, text: str) -> ShapedText:
    """Return what of ``text`` is shaped, in the fonts that go with ``role``.

    Words no font can shape are among the missing characters.
    """
    ways = directions(text)
    letters: dict[int, ShapedLetter] = {}
    missing: dict[str, None] = {}
    for word in _words(text, ways.levels):
        letters_of_word = text[word.start : word.end]
        font = fonts.shaping_font(role, word.script, letters_of_word)
        if font is None:
            if word.script is not None:
                lacking = fonts.missing(role, letters_of_word) or letters_of_word
                missing.update(dict.fromkeys(lacking))
            continue
        letters.update(_letters(font, text, word, ways.levels))
    return ShapedText(ways, letters, tuple(missing))


def _letters(
    font: EmbeddedFont, text: str, word: _Word, levels: list[int]
) -> Iterator[tuple[int, ShapedLetter]]:
    from_right = levels[word.start] % 2 == 1
    letters = text[word.start : word.end]
    for cluster in shape(font, letters, word.script, from_right=from_right):
        joins = word.script is Script.ARABIC and cluster.start > 0
        yield (
            word.start + cluster.start,
            ShapedLetter(
                word.start + cluster.end,
                font.fontName,
                cluster.drawn,
                cluster.width,
                joins or continues_letter(letters[cluster.start]),
            ),
        )
    # Readers that turn words round do it font by font, so the blank between them is of the same.
    if text[word.end : word.end + 1] == " " and levels[word.end] % 2 and font.has(" "):
        blank = ShapedLetter(word.end + 1, font.fontName, " ", font.em_width(" "), joins=False)
        yield word.end, blank


def _words(text: str, levels: list[int]) -> Iterator[_Word]:
    place = 0
    while place < len(text):
        script = script_of(text[place])
        end = place + 1
        if script is not None:
            while (
                end < len(text) and levels[end] == levels[place] and _continues(text[end], script)
            ):
                end += 1
            yield _Word(place, end, script)
        elif text[place].isalpha() and not is_han(text[place]):
            while end < len(text) and is_loose_mark(text[end]):
                end += 1
            if end > place + 1:
                yield _Word(place, end, None)
        place = end


def _continues(character: str, script: Script) -> bool:
    return (
        script_of(character) is script
        or character in ZERO_WIDTH_JOINERS
        or is_loose_mark(character)
    )


class MixedSetting(Setting):
    """A text with shaped letters being fitted; its lines are laid out as they stand on the page."""

    def __init__(self, cells: list[Cell], style: TextStyle, text: str, ways: Directions) -> None:
        super().__init__(cells, style, text)
        self._ways = ways

    def _line(self, start: int, end: int) -> FittedLine:
        text = self._text[start:end].replace(SOFT_BREAK, "").replace(LINE_END, "").strip()
        places = [place for place in range(start, end) if self._cells[place].glyph.font_name]
        while places and self._text[places[-1]].isspace():
            places.pop()
        while places and self._text[places[0]].isspace():
            places.pop(0)
        if not places:
            return FittedLine((), 0.0, 0.0)
        cells = [self._cells[place] for place in places]
        gaps = [-cells[0].trim_start, *(cell.gap for cell in cells[1:])]
        levels = [self._ways.levels[place] for place in places]
        glyphs = tuple(_glyph(cells[place], gap) for place, gap in visual_order(levels, gaps))
        hanging = 0.0
        if len(cells) > 1 and text[-1] == "·" and not levels[-1]:
            hanging = cells[-1].advance + cells[-1].gap
        in_order = not any(level % 2 for level in levels)
        return FittedLine(glyphs, self.width(start, end), hanging, text, in_order)


def _glyph(cell: Cell, gap: float) -> Glyph:
    name, character = cell.glyph.font_name, cell.glyph.character
    return Glyph(name, character, cell.shift + gap, cell.advance - cell.shift - cell.width)
