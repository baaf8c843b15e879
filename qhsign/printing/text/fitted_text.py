"""How a text is to be set, and a text as it is set: plain data."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: sizes in points, the box in millimetres, spacing in em.

    ``one_line_floor`` is the smallest size on a single line before the text takes more lines (a
    name). ``last_lines`` and ``last_min`` are one more allowance before a text counts as too big.
    ``clauses`` is for words read aloud: lines end after punctuation where that is possible.
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
    clauses: bool = False


class Glyph(NamedTuple):
    """One character on a line: ``before`` and ``after`` are extra space in em around its width."""

    font_name: str
    character: str
    before: float
    after: float


class FittedLine(NamedTuple):
    """A line ready to draw: widths in em; ``hanging`` is the width of a final · left out of it.

    ``text`` is given where the glyphs do not tell it: shaped words are drawn by private characters.
    Where ``in_order`` is False, the glyphs of words from the right stand in the order of the page.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    hanging: float
    text: str = ""
    in_order: bool = True

    @property
    def reads(self) -> str:
        """What a reader finds on the line."""
        return self.text or "".join(glyph.character for glyph in self.glyphs)


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
