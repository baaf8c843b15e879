"""The only finder of fonts: which font shows a character, how wide it is, and where the files lie.

A role is a kind of writing on a layout. Each role has its own font and others to fall back on,
character by character; what no shipped font has is looked for among the fonts of the system, the
faces of the role's own kind first. Scripts that are shaped have fonts of their own, word by word.
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
from qhsign.printing.text.embedded_font import EmbeddedFont, is_blank
from qhsign.printing.text.scripts import Script, needs_shaping, script_of
from qhsign.printing.text.shaping import has_character
from qhsign.printing.text.system_fonts import (
    FontFile,
    kai_files,
    rare_character_files,
    script_files,
)
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
    "letters": ("letters", "sans", "kai", "serif", "song"),
    "letters-bold": ("letters-bold", "bold", "sans", "kai", "serif", "song"),
}
# Fonts with every Latin and Cyrillic letter in one face, and the places of marks on them.
_LETTERS: dict[str, str] = {Role.SANS: "letters", Role.BOLD: "letters-bold"}
# What stands behind the name of a script in the fonts that go with a role.
_KINDS: dict[str, tuple[str, ...]] = {Role.SANS: ("", "-serif"), Role.BOLD: ("-bold", "")}
_SERIF_KINDS = ("-serif", "")
_WITHOUT_SHAPING = frozenset((Role.SANS, Role.BOLD, Role.SONG, Role.KAI))
# Only Kai may be missing: its font is not to be had everywhere the program is built.
_WITHOUT_KAI = {Role.KAI: ("song", "serif", "sans")}


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
        self._system: dict[FontFile, EmbeddedFont | None] = {}
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
        """Return the width in em every digit gets where figures stand in columns: that of 0."""
        return self.char_width(role, "0")

    def missing(self, role: str, text: str) -> list[str]:
        """Return the characters of ``text`` no font shows, each once, in their order.

        Blanks, format characters and variation selectors are never missing. Letters of scripts
        that nothing here shapes (Thai, Khmer …) are: set one by one they would be wrong.
        """
        different = dict.fromkeys(composed(text))
        return [character for character in different if self._find(role, character) is None]

    def letters_role(self, role: str) -> str:
        """Return what words in letters are set in where the role's font lacks some of them."""
        letters = _LETTERS.get(role)
        return letters if letters and self._open(letters) else Role.SERIF

    def face_of_letter(self, role: str, letter: str) -> str:
        """Return a name that differs where two letters of a role would not look alike."""
        font = self._font_for(role, letter)
        return f"{font.fontName} grafted" if font.is_grafted(letter) else str(font.fontName)

    def shaping_font(self, role: str, script: Script | None, word: str) -> EmbeddedFont | None:
        """Return the font in which a word is shaped, the one of the role's own kind first.

        ``None`` for the script is a Latin word with marks; None as the answer says that no one
        font has the whole word.
        """
        return next((font for font in self._shaping(role, script) if font.can_shape(word)), None)

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
        script = script_of(character)
        if script is not None:
            return self.shaping_font(role, script, character)
        if needs_shaping(ord(character)):
            return None
        for file in rare_character_files(role):
            if has_character(file.path, file.number, character):
                rare = self._open_system(file)
                if rare is not None and rare.has(character):
                    return rare
        return None

    def _shaping(self, role: str, script: Script | None) -> Iterator[EmbeddedFont]:
        if script is None:
            names = dict.fromkeys((self.letters_role(role), str(Role.SERIF)))
        else:
            kinds = _KINDS.get(role, _SERIF_KINDS)
            names = dict.fromkeys(f"{script}{kind}" for kind in (*kinds, ""))
        yield from filter(None, map(self._open, names))
        if script is not None:
            yield from filter(None, map(self._open_system, script_files(script)))

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
        file = self._file(name)
        if file.is_file():
            shapes = name not in _WITHOUT_SHAPING
            return self._register(EmbeddedFont(name, file, for_shaping=shapes))
        for other in kai_files() if name == Role.KAI else ():
            kai = _readable(name, other)
            if kai is not None:
                return self._register(kai)
        return None

    def _open_system(self, file: FontFile) -> EmbeddedFont | None:
        """Open a font of the system, once; None for a bad one and for one that is open already."""
        with self._lock:
            if file not in self._system:
                font = _readable(f"system-{file.path.stem}-{file.number}", file, for_shaping=True)
                usable = font is not None and not self._is_open(font)
                self._system[file] = self._register(font) if font and usable else None
            return self._system[file]

    def _is_open(self, font: EmbeddedFont) -> bool:
        opened = (*self._opened.values(), *self._system.values())
        return any(other and other.face.name == font.face.name for other in opened)

    @staticmethod
    def _register(font: EmbeddedFont) -> EmbeddedFont:
        pdfmetrics.registerFont(font)
        return font


def _readable(name: str, file: FontFile, *, for_shaping: bool = False) -> EmbeddedFont | None:
    """Open a font of the system; None for one that is damaged or must not be embedded."""
    try:
        return EmbeddedFont(name, file.path, file.number, for_shaping=for_shaping)
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
