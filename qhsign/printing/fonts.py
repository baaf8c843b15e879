"""The only finder of fonts: which font shows a character, how wide it is, and where the files lie.

A role is a kind of writing on a layout. Each role has its own font and others to fall back on,
character by character; what no shipped font has is looked for among the fonts of the system.
"""

import threading
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining, normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from qhsign.domain.problems import ProblemForUser
from qhsign.printing.embedded_font import EmbeddedFont, is_blank, needs_shaping
from qhsign.printing.system_fonts import kai_files, rare_character_files
from qhsign.shipped_files import shipped


class Role(StrEnum):
    """A kind of writing; the values are the words layouts use."""

    SANS = "sans"
    BOLD = "bold"
    SONG = "song"
    KAI = "kai"
    SERIF = "serif"


_FALLBACK: dict[str, tuple[str, ...]] = {
    Role.SANS: ("sans", "kai", "serif", "song"),
    Role.BOLD: ("bold", "sans", "kai", "serif", "song"),
    Role.SONG: ("song", "serif", "sans", "kai"),
    Role.KAI: ("kai", "sans", "song", "serif"),
    Role.SERIF: ("serif", "song", "sans", "kai"),
}
# Only Kai may be missing: its font is not to be had everywhere the program is built.
_WITHOUT_KAI = {Role.KAI: ("song", "serif", "sans")}
_DIGITS = "0123456789"


class Run(NamedTuple):
    """A piece of text set in one font; ``font_name`` is known to reportlab."""

    font_name: str
    text: str


def composed(text: str) -> str:
    """Return ``text`` with letters and their combining marks as one character where there is one.

    Nothing else changes: full normalisation would turn compatibility ideographs of names, such as
    U+FA11 﨑, into other characters.
    """
    if not any(map(combining, text)):
        return text
    pieces: list[str] = []
    for character in text:
        if pieces and combining(character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return "".join(normalize("NFC", piece) if len(piece) > 1 else piece for piece in pieces)


class FontBook:
    """All fonts the prints know. Fonts are opened when first needed and then kept."""

    def __init__(self, folder: Path) -> None:
        """Open the book on a folder of built fonts.

        Raises ProblemForUser when a font that belongs to the program is not there.
        """
        self._folder = folder
        self._opened: dict[str, EmbeddedFont | None] = {}
        self._found: dict[tuple[str, str], EmbeddedFont | None] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._system: list[EmbeddedFont] = []
        self._unread = iter(rare_character_files())
        self._lock = threading.RLock()
        for role in Role:
            if role is not Role.KAI and not self._file(role).is_file():
                raise ProblemForUser("fonts-not-installed", path=str(self._file(role)))

    def runs(self, role: str, text: str) -> list[Run]:
        """Return ``text`` cut into pieces of one font each; joined they are ``composed(text)``.

        A character no font has stands in the role's own font: drawing it raises ProblemForUser.
        Ask `missing` beforehand.
        """
        text = composed(text)
        if not text:
            return []
        named = zip(self._names(role, text), text, strict=True)
        return [
            Run(name, "".join(character for _, character in piece))
            for name, piece in groupby(named, lambda pair: pair[0])
        ]

    def _names(self, role: str, text: str) -> Iterator[str]:
        """Name the font of each character; blanks stay in the font of what stands before them."""
        current: EmbeddedFont | None = None
        for character in text:
            blank_or_mark = is_blank(character) or combining(character)
            if not (current and blank_or_mark and current.has(character)):
                current = self._font_for(role, character)
            yield current.fontName

    def char_width(self, role: str, ch: str) -> float:
        """Return the width of one character in em; 0 for marks and invisible characters."""
        key = (role, ch)
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = self._font_for(role, ch).em_width(ch)
        return width

    def width(self, role: str, text: str, size: float) -> float:
        """Return the width of ``text`` in points at ``size`` points, without extra spacing."""
        return size * sum(self.char_width(role, character) for character in composed(text))

    def digit_width(self, role: str) -> float:
        """Return the width in em that holds any digit, for figures that stand in columns."""
        return max(self.char_width(role, digit) for digit in _DIGITS)

    def missing(self, role: str, text: str) -> list[str]:
        """Return the characters of ``text`` no font shows, each once, in their order.

        Blanks, format characters and variation selectors are never missing. Letters of scripts
        that must be shaped (Arabic, Tibetan) are: set one by one they would be wrong.
        """
        different = dict.fromkeys(composed(text))
        return [character for character in different if self._find(role, character) is None]

    def path(self, role: str) -> Path:
        """Return the file of a role's own font, for the window."""
        return self._own(role).path

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.ttf"

    def _font_for(self, role: str, character: str) -> EmbeddedFont:
        return self._find(role, character) or self._own(role)

    def _own(self, role: str) -> EmbeddedFont:
        return next(self._chain(role))

    def _find(self, role: str, character: str) -> EmbeddedFont | None:
        key = (role, character)
        if key not in self._found:
            with self._lock:
                self._found[key] = self._search(role, character)
        return self._found[key]

    def _search(self, role: str, character: str) -> EmbeddedFont | None:
        for font in self._chain(role):
            if font.has(character):
                return font
        if needs_shaping(ord(character)):
            return None
        for font in self._system_fonts():
            if font.has(character):
                return font
        return None

    def _chain(self, role: str) -> Iterator[EmbeddedFont]:
        names = _FALLBACK[role]
        if self._open(names[0]) is None:
            names = _WITHOUT_KAI[Role.KAI]
        for name in names:
            font = self._open(name)
            if font is not None:
                yield font

    def _open(self, name: str) -> EmbeddedFont | None:
        if name not in self._opened:
            with self._lock:
                if name not in self._opened:
                    self._opened[name] = self._open_file(name)
        return self._opened[name]

    def _open_file(self, name: str) -> EmbeddedFont | None:
        if name != Role.KAI or self._file(name).is_file():
            return self._register(EmbeddedFont(name, self._file(name)))
        for path, index in kai_files():
            font = _readable(name, path, index)
            if font is not None:
                return self._register(font)
        return None

    def _system_fonts(self) -> Iterator[EmbeddedFont]:
        """Give the fonts of the system one by one; each file is read at most once."""
        yield from self._system
        for path, index in self._unread:
            font = _readable(f"system-{path.stem}-{index}", path, index)
            if font is not None and not self._is_open(font):
                self._system.append(self._register(font))
                yield font

    def _is_open(self, font: EmbeddedFont) -> bool:
        return any(other and other.face.name == font.face.name for other in self._opened.values())

    @staticmethod
    def _register(font: EmbeddedFont) -> EmbeddedFont:
        pdfmetrics.registerFont(font)
        return font


def _readable(name: str, path: Path, index: int) -> EmbeddedFont | None:
    """Open a font of the system; None for one that is damaged or must not be embedded."""
    try:
        return EmbeddedFont(name, path, index)
    except (TTFError, OSError, ValueError, KeyError, IndexError):
        return None


@cache
def load() -> FontBook:
    """Return the fonts shipped with the program.

    Raises ProblemForUser when they are not there: they are built, not kept with the sources.
    """
    try:
        folder = shipped("resources", "fonts")
    except FileNotFoundError as missing:
        raise ProblemForUser("fonts-not-installed", path="resources/fonts") from missing
    return FontBook(folder)
