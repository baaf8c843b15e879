"""A TrueType font as the prints embed it: text reads back as set, nothing prints as a box."""

import threading
import unicodedata
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.unicode_map import to_unicode_map

_SPACE = 0x20
_NO_BREAK_SPACE = 0xA0
# Widths in em of the spaces a font may lack (Unicode, chapter 6.2); the others are as wide as U+20.
_SPACES = {
    0x2000: 0.5,
    0x2001: 1.0,
    0x2002: 0.5,
    0x2003: 1.0,
    0x2004: 1 / 3,
    0x2005: 0.25,
    0x2006: 1 / 6,
    0x2009: 0.2,
    0x200A: 0.1,
    0x202F: 0.2,
    0x205F: 0.222,
    0x3000: 1.0,
}
_BLANKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, _NO_BREAK_SPACE, 0x1680, 0x2007, 0x2008)
_LINE_SEPARATORS = (0x2028, 0x2029)
_UNITS = 1000  # reportlab measures glyphs in thousandths of the em
# Format characters, variation selectors and fillers take no ink: the base character is what shows.
_INVISIBLE = frozenset(
    code
    for first, last in (
        (0x01, 0x08),
        (0x0E, 0x1F),
        (0x7F, 0x84),
        (0x86, 0x9F),
        (0xAD, 0xAD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF9, 0xFFFB),
        (0xE0001, 0xE007F),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)
# Scripts whose letters join, stack or run from the right. Set one by one they are wrong, so they
# count as characters no font has (Hebrew to Myanmar, jamo, Khmer, Mongolian and their kin).
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
_saving = threading.Lock()


def is_blank(character: str) -> bool:
    """Tell whether a character takes room but no ink, or neither."""
    code = ord(character)
    return code in _INVISIBLE or code in _BLANKS or character.isspace()


def needs_shaping(code: int) -> bool:
    """Tell whether a character cannot be set by itself (Arabic, Tibetan, Thai …)."""
    return any(first <= code <= last for first, last in _NEEDS_SHAPING)


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font registered with reportlab under the name of its role.

    Blanks the file lacks are set as empty glyphs of their proper width, so they read back as they
    were. A character the font does not have raises ProblemForUser when it is drawn.
    """

    def __init__(self, name: str, path: Path, index: int = 0) -> None:
        super().__init__(name, str(path), subfontIndex=index, shapable=False)
        self.path = path
        self._add_blanks()
        self._drop_what_cannot_be_set()

    def _add_blanks(self) -> None:
        glyphs: dict[int, int] = self.face.charToGlyph
        widths: dict[int, float] = self.face.charWidths
        blank = glyphs.get(_SPACE)
        if blank is None:  # a font of rare characters only
            return
        for code, ems in _SPACES.items():
            if code not in glyphs:
                glyphs[code], widths[code] = blank, ems * _UNITS
        for code in _BLANKS:
            glyphs[code], widths[code] = blank, widths[_SPACE]
        for code in (*_INVISIBLE, *_LINE_SEPARATORS):
            glyphs[code], widths[code] = blank, 0

    def _drop_what_cannot_be_set(self) -> None:
        """Forget letters that need shaping and marks that would stand beside their letter."""
        glyphs: dict[int, int] = self.face.charToGlyph
        for code in [code for code in glyphs if self._cannot_be_set(code)]:
            del glyphs[code]

    def _cannot_be_set(self, code: int) -> bool:
        if code in _INVISIBLE:
            return False
        if needs_shaping(code):
            return True
        is_mark = unicodedata.category(chr(code)) in ("Mn", "Me")
        return is_mark and self.face.charWidths.get(code, 0) != 0

    def has(self, character: str) -> bool:
        """Tell whether the font shows this character."""
        return ord(character) in self.face.charToGlyph

    def em_width(self, character: str) -> float:
        """Return the width of a character in em."""
        return float(self.face.getCharWidth(ord(character))) / _UNITS

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - reportlab's name
        """Return the codes of ``text`` by subset; raises ProblemForUser for what is not there."""
        glyphs = self.face.charToGlyph
        lacking = [character for character in text if ord(character) not in glyphs]
        if lacking:
            characters = "".join(dict.fromkeys(lacking))
            raise ProblemForUser("font-lacks-characters", text=text, characters=characters)
        split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return split

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Put the subsets into the document, with tables of characters every reader understands."""
        with _saving:  # the face keeps one reading position, and two papers may be saved at once
            subsets = [list(subset) for subset in self.state[doc].subsets]
            before = set(doc.idToObject)
            super().addObjects(doc)
        tables = [key for key in doc.idToObject if key not in before and "toUnicodeCMap:" in key]
        for key, subset in zip(tables, subsets, strict=True):
            doc.idToObject[key].content = to_unicode_map(subset)
