"""How large a text can be set in its box, and what stands on each of its lines.

A size is reached in steps of a quarter point. The rules of the reference prints: a name stays on
one line down to its one-line floor and then takes two, an organization wraps at once and shrinks
afterwards, a single line only shrinks. A text that is still too big is never cut: it is set at its
smallest size and reported.
"""

from dataclasses import replace
from functools import cache

from qhsign.printing.text.fitted_text import FittedLine, FittedText, Glyph, TextStyle
from qhsign.printing.text.fonts import FontBook, composed, load
from qhsign.printing.text.line_breaking import LINE_END, SOFT_BREAK, is_han, is_word_character
from qhsign.printing.text.mixed_scripts import MixedSetting, ShapedText, shaped_text
from qhsign.printing.text.scripts import is_loose_mark, is_shaped, script_of
from qhsign.printing.text.text_setting import Cell, Setting, cell_of
from qhsign.printing.text.writing_direction import MIRRORED

_HAN_TO_LATIN = 0.07
_DOT_WIDTH = 0.5
_DIGITS = frozenset("0123456789")
_FULL_WIDTH = 0.9
_CLOSING_FULL = frozenset("，。、；：！？）》」』】〕〉”’")
_NO_GLYPH_NEEDED = frozenset((SOFT_BREAK, LINE_END))
_OPENING_FULL = frozenset("（《「『【〔〈“‘")
_QUOTES = frozenset("“”‘’")
_SET_BY_NEIGHBOURS = _CLOSING_FULL | _OPENING_FULL | {"·"}
_FITS_KEPT = 10_000  # of one style; a run of a hundred thousand must not keep them all

__all__ = ["FittedLine", "FittedText", "Glyph", "TextStyle", "Typesetter", "shared_typesetter"]

_NOTHING = {
    character: cell_of("", character, 0.0, advance=0.0, gap=0.0) for character in _NO_GLYPH_NEEDED
}
_INSIDE = cell_of("", "", 0.0, advance=0.0, gap=0.0)  # the rest of a shaped letter


class Typesetter:
    """Fits texts with one font book; widths and fitted texts are kept for the next badge."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self._glyphs: dict[tuple[str, str], tuple[str, float]] = {}
        self._fitted: dict[TextStyle, dict[str, FittedText]] = {}
        self._faces: dict[tuple[str, str], str] = {}
        self._digit_widths: dict[str, float] = {}
        self._covered: dict[str, set[str]] = {}
        self._cells_known: dict[tuple[str, str, bool, float], Cell] = {}

    def fit(self, style: TextStyle, text: str) -> FittedText:
        """Return ``text`` at the largest size ``style`` allows."""
        known = self._fitted.setdefault(style, {})
        fitted = known.get(text)
        if fitted is None:
            if len(known) >= _FITS_KEPT:
                known.clear()
            whole = composed(text)
            if is_shaped(whole):
                fitted = self._fit_mixed(style, whole)
            else:
                fitted = Setting(self._cells(style, whole), style, whole).fitted()
                missing = self._missing(style.role, whole)
                if missing:
                    fitted = replace(fitted, missing=missing)
            known[text] = fitted
        return fitted

    def _fit_mixed(self, style: TextStyle, text: str) -> FittedText:
        """Fit a text some letters of which are shaped: nearly none is, so they have a way apart."""
        shaped = shaped_text(self.fonts, style.role, text)
        cells = self._mixed_cells(style, text, shaped)
        fitted = MixedSetting(cells, style, text, shaped.directions).fitted()
        missing = dict.fromkeys((*self._missing(style.role, text), *shaped.missing))
        return replace(fitted, missing=tuple(missing)) if missing else fitted

    def _mixed_cells(self, style: TextStyle, text: str, shaped: ShapedText) -> list[Cell]:
        cells: list[Cell] = []
        previous = ""
        role_of_words = self._role_of_words(style.role, text)
        for position, character in enumerate(text):
            if len(cells) > position:  # inside a shaped letter
                continue
            if character in _NO_GLYPH_NEEDED:
                cells.append(_NOTHING[character])
                continue
            gap = _gap(style, previous, character)
            letter = shaped.letters.get(position)
            if letter is not None:
                name, drawn, width = letter.font_name, letter.drawn, letter.width
                gap = 0.0 if letter.joins else gap
                cells.append(cell_of(name, drawn, width, gap=gap, advance=width))
                cells += [_INSIDE] * (letter.end - position - 1)
            elif shaped.directions.base or shaped.directions.levels[position] % 2:
                # Punctuation keeps its room: which half is empty turns with the direction.
                turned = MIRRORED.get(character, character)
                role = role_of_words if is_word_character(character) else style.role
                cells.append(self._cell(role, turned, style.tabular, gap))
            else:
                role = role_of_words if is_word_character(character) else style.role
                cells.append(
                    self._neighbourly(role, previous, text, position, gap)
                    if character in _SET_BY_NEIGHBOURS
                    else self._cell(role, character, style.tabular, gap)
                )
            previous = character
        return cells

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

    def _cells(self, style: TextStyle, text: str) -> list[Cell]:
        cells: list[Cell] = []
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
                cells.append(self._neighbourly(style.role, previous, text, position, gap))
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
        """Return the role for the words in letters: one face for them all, or they look patched.

        The Chinese fonts were drawn without ң ө ү and Š: a Kyrgyz or Czech text is then set wholly
        in the font these letters come from.
        """
        if text.isascii():
            return role
        words = {each for each in text if is_word_character(each) and script_of(each) is None}
        if not words:
            return role
        faces = {self._face(role, character) for character in words}
        if len(faces) == 1 and not any(map(is_loose_mark, text)):
            return role
        of_letters = self.fonts.letters_role(role)
        return role if self.fonts.missing(of_letters, "".join(sorted(words))) else of_letters

    def _face(self, role: str, letter: str) -> str:
        key = (role, letter)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = self.fonts.face_of_letter(role, letter)
        return face

    def _cell(self, role: str, character: str, tabular: bool, gap: float) -> Cell:  # noqa: FBT001 - a part of the key
        """Return the cell of a character that is set the same beside any other."""
        name, width = self._glyph(role, character)
        advance, shift = width, 0.0
        if tabular and character in _DIGITS:
            advance = self._digit_width(role)
            shift = (advance - width) / 2
        return cell_of(name, character, width, advance=advance, gap=gap, shift=shift)

    def _neighbourly(self, role: str, previous: str, text: str, position: int, gap: float) -> Cell:
        """Return the cell of a · or of punctuation, which gives way to its neighbours."""
        character, following = text[position], text[position + 1 : position + 2]
        if character in _QUOTES and _is_western(text, position):
            role = self.fonts.letters_role(role)
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
        return cell_of(
            name,
            character,
            width,
            advance=advance,
            gap=gap,
            shift=shift,
            trim_start=trim_start,
            trim_end=trim_end,
        )


def _is_western(text: str, position: int) -> bool:
    """Tell whether a quotation mark or apostrophe belongs to Latin words: O’Brien.

    The Chinese fonts draw it as wide as a character.
    """
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if before and after and is_word_character(before) and is_word_character(after):
        return True
    return not any(map(is_han, text))


def _gap(style: TextStyle, previous: str, character: str) -> float:
    """Return the room before a character inside a line."""
    if not previous:
        return 0.0
    return style.tracking + (_HAN_TO_LATIN if _meet(previous, character) else 0.0)


def _meet(before: str, after: str) -> bool:
    """Tell whether a Chinese character and a Latin letter or digit stand side by side."""
    if is_han(before):
        return is_word_character(after)
    return is_han(after) and is_word_character(before)


@cache
def shared_typesetter() -> Typesetter:
    """Return the typesetter of the shipped fonts; what it fitted serves the next print as well.

    Raises ProblemForUser when the fonts are not there.
    """
    return Typesetter(load())
