"""Texts, lines, shapes and codes as PDF operators: what layouts and working papers are drawn with.

Places are in millimetres from the top left of the page, y downwards; sizes and line widths are in
points; colours are ``#RRGGBB``. A pen keeps nothing but what it may write again unchanged.
"""

from functools import cache
from itertools import pairwise
from typing import Literal

from qhsign.domain.flag_drawing import FlagDrawing
from qhsign.printing.emblem import emblem
from qhsign.printing.flag import flag_operators, flag_outline
from qhsign.printing.pdf_file import POINTS_PER_MM, PdfFile
from qhsign.printing.qr_code import BADGE_MODULES, QUIET_MODULES, qr_pattern
from qhsign.printing.shapes import SHAPES
from qhsign.printing.text.text_fit import FittedLine, FittedText
from qhsign.printing.text.vertical_text import TURNED_LINE_HEIGHT, VerticalText

Align = Literal["l", "c", "r"]
VerticalAlign = Literal["t", "m", "b"]

_BASELINE = 0.88  # of the size below the top of the em box
_THOUSANDTHS = 1000
_FULL_WIDTH_SPACE = "\u3000"
_LINES_KEPT = 10_000
_GAP_READ_AS_SPACE = 0.08  # em; readers of PDF take a tenth of an em for a space
_LAST_READ_IN_MARKS = "\ufffc"
_FLAG_EDGE = 0.3  # points
_TURNS = {0: (1, 0, 0, 1), 90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}


@cache
def colour_operands(colour: str) -> str:
    """Return the operands of ``rg`` for ``#RRGGBB``."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def turned(operators: str, x: float, y: float, degrees: int) -> str:
    """Return a drawing made about the origin, moved to (x, y) points and turned clockwise.

    ``degrees`` is 0, 90, 180 or 270; x and y count from the bottom left, as PDF does.
    """
    a, b, c, d = _TURNS[degrees]
    return f"q {a} {b} {c} {d} {x:.3f} {y:.3f} cm {operators} Q"


class Pen:
    """Draws on pages of one ``height`` in millimetres of one file."""

    def __init__(self, file: PdfFile, height: float) -> None:
        self.file = file
        self._height = height * POINTS_PER_MM

    def y(self, millimetres: float) -> float:
        """Return a place from the top as points from the bottom."""
        return self._height - millimetres * POINTS_PER_MM

    def rectangle(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        width: float = 0.0,
    ) -> str:
        """Return a filled or outlined rectangle."""
        k = POINTS_PER_MM
        box = f"{x * k:.3f} {self.y(y + h):.3f} {w * k:.3f} {h * k:.3f} re"
        parts = []
        if fill is not None:
            parts.append(f"{colour_operands(fill)} rg {box} f")
        if stroke is not None:
            parts.append(f"0 J 0 j {colour_operands(stroke)} RG {width:g} w {box} S")
        return " ".join(parts)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        colour: str,
        width: float,
        cap: int = 0,
        dash: tuple[float, ...] = (),
    ) -> str:
        """Return a straight line; ``cap`` as PDF numbers line ends, ``dash`` in millimetres."""
        k = POINTS_PER_MM
        pattern = f"[{' '.join(f'{each * k:.2f}' for each in dash)}] 0 d " if dash else ""
        solid = " [] 0 d" if dash else ""
        return (
            f"{pattern}{cap} J {colour_operands(colour)} RG {width:g} w"
            f" {x1 * k:.3f} {self.y(y1):.3f} m {x2 * k:.3f} {self.y(y2):.3f} l S{solid}"
        )

    def polygon(self, *points: tuple[float, float], fill: str) -> str:
        """Return a filled polygon through ``points``."""
        k = POINTS_PER_MM
        (x, y), *others = points
        path = " ".join(f"{px * k:.3f} {self.y(py):.3f} l" for px, py in others)
        return f"{colour_operands(fill)} rg {x * k:.3f} {self.y(y):.3f} m {path} h f"

    def tick_box(
        self, x: float, y: float, side: float, *, colour: str, ticked: bool = False
    ) -> str:
        """Return an empty or ticked box; no font here has ☐ and ☑ in every weight."""
        box = self.rectangle(x, y, side, side, stroke=colour, width=0.6)
        if not ticked:
            return box
        k = POINTS_PER_MM
        at = [
            (x + share_x * side, y + share_y * side)
            for share_x, share_y in ((0.22, 0.52), (0.42, 0.72), (0.8, 0.28))
        ]
        path = " ".join(
            f"{px * k:.3f} {self.y(py):.3f} {'l' if place else 'm'}"
            for place, (px, py) in enumerate(at)
        )
        return f"{box} 1 J 1 j {side * 0.36:.2f} w {path} S 0 j"

    def emblem(self, x: float, y: float, w: float, h: float, *, colour: str, second: str) -> str:
        """Return the emblem; ``second`` is the colour of the reflection."""
        drawing = emblem(f"{colour_operands(colour)} rg", f"{colour_operands(second)} rg")
        return self._in_box(x, y, w, h, drawing)

    def shape(
        self, name: str, x: float, y: float, w: float, h: float, *, colour: str, ground: str
    ) -> str:
        """Return the shape of a category; ``ground`` is the colour seen through it."""
        first, second = (f"{colour_operands(each)} rg" for each in (colour, ground))
        drawing = f"{first} " + SHAPES[name].format(first=first, second=second)
        return self._in_box(x, y, w, h, drawing)

    def flag(self, drawing: FlagDrawing, x: float, y: float, h: float, *, edge: str) -> str:
        """Return a flag so high, with a thin edge around it that shows where it is white."""
        scale = h * POINTS_PER_MM / drawing.height
        width = 2 * _FLAG_EDGE / scale  # the flag hides its inner half
        return (
            f"q {scale:.6f} 0 0 {-scale:.6f} {x * POINTS_PER_MM:.3f} {self.y(y):.3f} cm"
            f" 0 j {colour_operands(edge)} RG {width:.2f} w {flag_outline(drawing)} S"
            f" {flag_operators(drawing)} Q"
        )

    def _in_box(self, x: float, y: float, w: float, h: float, unit_drawing: str) -> str:
        k = POINTS_PER_MM
        return f"q {w * k:.3f} 0 0 {-h * k:.3f} {x * k:.3f} {self.y(y):.3f} cm {unit_drawing} Q"

    def qr_code(self, x: float, y: float, module: float, text: str, *, dark: str) -> str:
        """Return a code of 25 modules of ``module`` millimetres with its quiet zone inside."""
        pattern = qr_pattern(text)
        # A longer text has more modules: they shrink, the code with its quiet zone keeps its place.
        places = BADGE_MODULES + 2 * QUIET_MODULES
        module = module * places / (pattern.modules + 2 * QUIET_MODULES)
        quiet = QUIET_MODULES * module
        side = pattern.modules * module * POINTS_PER_MM
        left = (x + quiet) * POINTS_PER_MM
        bottom = self.y(y + quiet) - side
        return (
            f"q {colour_operands(dark)} rg"
            f" {side:.3f} 0 0 {side:.3f} {left:.3f} {bottom:.3f} cm"
            f" BI /W {pattern.modules} /H {pattern.modules} /IM true /BPC 1 /D [1 0] /F /AHx"
            f" ID {pattern.rows.hex()}> EI Q"
        )

    def picture(
        self, name: str, x: float, y: float, w: float, h: float, pixels: tuple[int, int]
    ) -> str:
        """Return a stored picture filling its box, cut evenly at the longer sides."""
        k = POINTS_PER_MM
        wide, high = pixels
        scale = max(w / wide, h / high)
        width, height = wide * scale, high * scale
        left = x - (width - w) / 2
        bottom = y + h + (height - h) / 2
        return (
            f"q {x * k:.3f} {self.y(y + h):.3f} {w * k:.3f} {h * k:.3f} re W n"
            f" {width * k:.3f} 0 0 {height * k:.3f} {left * k:.3f} {self.y(bottom):.3f} cm"
            f" /{name} Do Q"
        )

    def text(
        self,
        fitted: FittedText,
        x: float,
        top: float,
        *,
        width: float,
        line_height: float,
        colour: str,
        align: Align = "l",
        rotation: int = 0,
    ) -> str:
        """Return a fitted text whose first em box begins at ``top``; ``width`` is its box's.

        With ``rotation`` the box is turned clockwise about (x, ``top``) by 90, 180 or 270 degrees.
        """
        if not fitted.lines:
            return ""
        left, height = x * POINTS_PER_MM, self.y(top)
        if rotation:
            return turned(
                self._lines(fitted, 0.0, 0.0, width, line_height, colour, align),
                left,
                height,
                rotation,
            )
        return self._lines(fitted, left, height, width, line_height, colour, align)

    def vertical_text(
        self, vertical: VerticalText, x: float, y: float, width: float, height: float, colour: str
    ) -> str:
        """Return a name set downwards in the box it was fitted for."""
        if vertical.turned is not None:
            line = vertical.turned
            right = x + (width + depth_of(line, TURNED_LINE_HEIGHT)) / 2
            return self.text(
                line,
                right,
                y,
                width=height,
                line_height=TURNED_LINE_HEIGHT,
                colour=colour,
                align="c",
                rotation=90,
            )
        if not vertical.glyphs:
            return ""
        left, top = x * POINTS_PER_MM, self.y(y)
        parts = []
        current = ""
        for glyph in vertical.glyphs:
            name, code = self.file.code(glyph.font_name, glyph.character)
            if name != current:
                parts.append(f"{name} {vertical.size:g} Tf")
                current = name
            place = f"{left + glyph.x:.2f} {top - glyph.y:.2f}"
            parts.append(f"1 0 0 1 {place} Tm <{code}> Tj")
        shown = _marked(vertical.text, " ".join(parts))
        return f"BT {colour_operands(colour)} rg {shown} ET"

    def _lines(
        self,
        fitted: FittedText,
        left: float,
        top: float,
        width: float,
        line_height: float,
        colour: str,
        align: Align,
    ) -> str:
        size = fitted.size
        step = size * line_height
        baseline = top - _BASELINE * size
        room = width * POINTS_PER_MM
        parts = [f"BT {colour_operands(colour)} rg"]
        shown = self._shown_lines(fitted)
        for number, line in enumerate(fitted.lines):
            x = left
            if align == "c":
                x += (room - (line.width - line.hanging) * size) / 2
            elif align == "r":
                x += room - line.width * size
            parts.append(f"1 0 0 1 {x:.2f} {baseline - number * step:.2f} Tm")
            parts.append(shown[number])
        parts.append("ET")
        return " ".join(parts)

    def _shown_lines(self, fitted: FittedText) -> tuple[str, ...]:
        """Return what shows each line; organizations and titles come again and again."""
        known = self.file.shown_lines.get(id(fitted))
        if known is not None:
            return known[1]
        shown = tuple(_read_as_one(line, self._shown(line, fitted.size)) for line in fitted.lines)
        if len(self.file.shown_lines) >= _LINES_KEPT:
            self.file.shown_lines.clear()
        # The text is kept beside, or its identity could become another one's.
        self.file.shown_lines[id(fitted)] = (fitted, shown)
        return shown

    def _shown(self, line: FittedLine, size: float) -> str:
        """Return the operators that show a line: one array for each font, shifts inside it."""
        parts: list[str] = []
        current = ""
        array: list[str] = []
        text = ""
        shift = 0.0
        code_of = self.file.code
        for glyph in line.glyphs:
            name, code = code_of(glyph.font_name, glyph.character)
            shift += glyph.before
            if name != current:
                if array or text:
                    parts.append(_array(array, text))
                parts.append(f"{name} {size:g} Tf")
                current, array, text = name, [], ""
            thousandths = round(-shift * _THOUSANDTHS)
            if thousandths:
                if text:
                    array.append(f"<{text}>")
                    text = ""
                array.append(str(thousandths))
                shift += thousandths / _THOUSANDTHS
            text += code
            shift += glyph.after
        if text:
            parts.append(_array(array, text))
        return " ".join(parts)


def depth_of(fitted: FittedText, line_height: float) -> float:
    """Return how deep a fitted text is in millimetres, from its first em box to its last."""
    return fitted.depth(line_height) / POINTS_PER_MM


def top_of(
    fitted: FittedText, y: float, height: float, line_height: float, align: VerticalAlign
) -> float:
    """Return where a fitted text begins in a box of ``height`` millimetres at ``y``."""
    if align == "t":
        return y
    spare = height - depth_of(fitted, line_height)
    return y + (spare / 2 if align == "m" else spare)


def _read_as_one(line: FittedLine, shown: str) -> str:
    """Mark a line with wide gaps as one text, for readers that see 李　刚 as two columns.

    The gaps are full-width spaces, tracking, and the sides of a · narrower than half an em. Words
    from the right are never marked: readers turn their letters round by themselves.
    """
    if not line.in_order:
        return shown
    text = line.reads
    wide = any(
        before.after + after.before > _GAP_READ_AS_SPACE for before, after in pairwise(line.glyphs)
    )
    if not line.text and not wide and _FULL_WIDTH_SPACE not in text:
        return shown
    return _marked(text, shown)


def _marked(text: str, shown: str) -> str:
    """Mark what is shown as one text, whatever its glyphs and gaps.

    A text with a character beyond U+FFFF stays unmarked: the reader of Chrome and Edge leaves such
    characters out of marked texts, and 𬱖 would be lost. Its glyphs tell it all the same.
    """
    if max(text) > _LAST_READ_IN_MARKS:
        return shown
    actual = text.encode("utf-16-be").hex()
    return f"/Span <</ActualText <feff{actual}>>> BDC {shown} EMC"


def _array(before: list[str], text: str) -> str:
    if before:
        last = f"<{text}>" if text else ""
        return f"[{''.join(before)}{last}] TJ"
    return f"<{text}> Tj"
