"""A TrueType font as the prints embed it: text reads back as set, nothing prints as a box."""

import threading
import unicodedata
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.text.composite_glyphs import Component, CompositeGlyphs
from qhsign.printing.text.scripts import needs_shaping
from qhsign.printing.text.unicode_map import to_unicode_map

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
_GRAFTS = "qhGr"  # a table of our own: how many glyphs the font had before others were grafted
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
# Private characters stand in for the clusters of shaped words; no text can mean them.
_STAND_INS = range(0x100000, 0x10FFFE)
# Most of a Chinese font, and nothing in it is a mark or needs shaping.
_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF
_saving = threading.Lock()


def is_blank(character: str) -> bool:
    """Tell whether a character takes room but no ink, or neither."""
    code = ord(character)
    return code in _INVISIBLE or code in _BLANKS or character.isspace()


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font registered with reportlab under the name of its role.

    Blanks the file lacks are set as empty glyphs of their proper width, so they read back as they
    were. A character the font does not have raises ProblemForUser when it is drawn. A font of
    another script is opened ``for_shaping``: its words come from `shaping`.
    """

    def __init__(self, name: str, path: Path, index: int = 0, *, for_shaping: bool = False) -> None:
        super().__init__(name, str(path), subfontIndex=index, shapable=False)
        self.path = path
        self.index = index
        self._own_glyphs = self._glyphs_before_grafts()
        self._add_blanks()
        self._shaped = self._drop_what_cannot_be_set()
        self._composites = CompositeGlyphs(self.face) if for_shaping else None
        self._stand_ins: dict[tuple[object, ...], str] = {}
        self._readings: dict[int, str] = {}
        self._making = threading.Lock()

    def _glyphs_before_grafts(self) -> int:
        """Return how many glyphs the font was drawn with; later ones are its sister fonts'."""
        if _GRAFTS in self.face.table:
            return int.from_bytes(self.face.get_table(_GRAFTS)[:2], "big")
        return len(self.face.hmetrics)

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

    def _drop_what_cannot_be_set(self) -> frozenset[int]:
        """Forget letters that need shaping and marks that would stand beside their letter.

        Returns what was forgotten: the font has it all the same for words shaped as a whole.
        """
        glyphs: dict[int, int] = self.face.charToGlyph
        dropped = frozenset(
            code
            for code in glyphs
            if not (_FIRST_HAN <= code <= _LAST_HAN) and self._cannot_be_set(code)
        )
        for code in dropped:
            del glyphs[code]
        return dropped

    def _cannot_be_set(self, code: int) -> bool:
        if code in _INVISIBLE:
            return False
        if needs_shaping(code) or code in _STAND_INS:
            return True
        is_mark = unicodedata.category(chr(code)) in ("Mn", "Me")
        return is_mark and self.face.charWidths.get(code, 0) != 0

    def has(self, character: str) -> bool:
        """Tell whether the font shows this character, set by itself."""
        code = ord(character)
        return code in self.face.charToGlyph and code not in _STAND_INS

    def can_shape(self, word: str) -> bool:
        """Tell whether the font has every character of a word that is shaped as a whole."""
        return all(ord(each) in self._shaped or self.has(each) for each in word)

    def is_grafted(self, character: str) -> bool:
        """Tell whether a character was taken over from a sister font, and looks a little different.

        The Chinese fonts have the letters of few languages; see `packaging/build_fonts.py`.
        """
        return bool(self.face.charToGlyph.get(ord(character), 0) >= self._own_glyphs)

    def em_width(self, character: str) -> float:
        """Return the width of a character in em."""
        return float(self.face.getCharWidth(ord(character))) / _UNITS

    def stand_in(
        self, components: list[Component], advance: int, text: str, scale: float, rise: int
    ) -> str:
        """Return the private character that draws some glyphs as one and reads as ``text``.

        See `CompositeGlyphs.add`; only a font opened for shaping can do it.
        """
        key = (text, tuple(components), advance, scale, rise)
        with self._making:
            found = self._stand_ins.get(key)
            if found is None:
                found = self._stand_ins[key] = self._new_stand_in(
                    components, advance, text, scale, rise
                )
        return found

    def _new_stand_in(
        self, components: list[Component], advance: int, text: str, scale: float, rise: int
    ) -> str:
        if self._composites is None:
            raise ValueError(f"{self.fontName} was not opened for shaping")
        code = _STAND_INS[len(self._stand_ins)]
        glyph = self._composites.add(components, advance, scale, rise)
        self.face.charWidths[code] = self.face._pdfScale(advance)  # noqa: SLF001 - as reportlab measures its own glyphs
        self.face.charToGlyph[code] = glyph
        self._readings[code] = text
        return chr(code)

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
            if self._composites is not None:
                with self._making:
                    self._composites.write()
            subsets = [list(subset) for subset in self.state[doc].subsets]
            before = set(doc.idToObject)
            super().addObjects(doc)
        tables = [key for key in doc.idToObject if key not in before and "toUnicodeCMap:" in key]
        for key, subset in zip(tables, subsets, strict=True):
            texts = [self._readings.get(code) or (chr(code) if code else "") for code in subset]
            doc.idToObject[key].content = to_unicode_map(texts)
