"""Elements of a layout to PDF operators, with what many pages share stored once in the file."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics

from qhsign.printing.emblem import emblem
from qhsign.printing.layout import Element, Image, Layout, Line, QrCode, Rectangle, Text
from qhsign.printing.page_texts import is_printed
from qhsign.printing.qr_code import BADGE_MODULES, QUIET_MODULES, qr_pattern
from qhsign.printing.shapes import SHAPES
from qhsign.printing.text_fit import FittedLine, FittedText, Typesetter

POINTS_PER_MM = 72 / 25.4
_BASELINE = 0.88  # of the size below the top of the em box
_THOUSANDTHS = 1000
_FULL_WIDTH_SPACE = "\u3000"
_GAP_READ_AS_SPACE = 0.08  # em; readers of PDF take a tenth of an em for a space


class GlyphCodes:
    """The codes of characters in the fonts embedded in one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[tuple[str, str], tuple[str, str]] = {}

    def __call__(self, font_name: str, character: str) -> tuple[str, str]:
        """Return the font's name in the document and the character's code as hex digits."""
        key = (font_name, character)
        found = self._codes.get(key)
        if found is None:
            font = pdfmetrics.getFont(font_name)
            ((subset, code),) = font.splitString(character, self._document)
            name = font.getSubsetInternalName(subset, self._document)
            found = self._codes[key] = (name, code.hex())
        return found


class _End(NamedTuple):
    y: float  # in millimetres
    is_empty: bool


class PageDrawing:
    """Draws pages of one layout on a canvas.

    ``shared_fields`` are the fields equal on many pages: runs of elements that depend on nothing
    else become form objects, drawn once for each combination of their values.
    """

    def __init__(
        self, canvas: Any, typesetter: Typesetter, layout: Layout, shared_fields: frozenset[str]
    ) -> None:
        self._canvas = canvas
        self._typesetter = typesetter
        self._codes = _codes_of(canvas)
        self._height = layout.page[1] * POINTS_PER_MM
        self._layout = layout
        self._colours: dict[str, str] = {}
        shared = layout.shared_elements(shared_fields)
        self._segments = [
            (is_shared, tuple(element for _, element in run))
            for is_shared, run in groupby(zip(shared, layout.elements, strict=True), _first)
        ]
        self._forms: dict[tuple[int, object], str] = {}
        self._ends: dict[str, _End] = {}
        self._shared_ends: dict[tuple[int, object], dict[str, _End]] = {}

    def draw(
        self, values: Mapping[str, str], shared_key: object, photo: bytes | None = None
    ) -> None:
        """Draw one page and end it; the same ``shared_key`` means the same shared fields."""
        self._ends = {}
        for number, (is_shared, elements) in enumerate(self._segments):
            if is_shared:
                self._draw_form((number, shared_key), elements, values)
            else:
                self._draw_elements(elements, values, photo)
        self._canvas.showPage()

    def _draw_form(
        self, key: tuple[int, object], elements: Iterable[Element], values: Mapping[str, str]
    ) -> None:
        name = self._forms.get(key)
        if name is None:
            name = self._forms[key] = f"{self._layout.name}-{len(self._forms)}"
            self._canvas.beginForm(name)
            before = dict(self._ends)
            self._draw_elements(elements, values, None)
            self._canvas.endForm()
            self._shared_ends[key] = {
                text: end for text, end in self._ends.items() if before.get(text) != end
            }
        self._ends.update(self._shared_ends[key])
        self._canvas.doForm(name)

    def _draw_elements(
        self, elements: Iterable[Element], values: Mapping[str, str], photo: bytes | None
    ) -> None:
        operators: list[str] = []
        for element in elements:
            if not is_printed(element, values):
                continue
            if isinstance(element, Image) and element.picture == "photo":
                self._canvas.addLiteral("\n".join(operators))
                operators = []
                self._photo(element, photo)
            else:
                operators.append(self._operators(element, values))
        if operators:
            self._canvas.addLiteral("\n".join(operators))

    def _operators(self, element: Element, values: Mapping[str, str]) -> str:
        match element:
            case Text():
                return self._text(element, values)
            case QrCode():
                return self._qr(element, values)
            case Rectangle():
                return self._rectangle(element, values)
            case Line():
                return self._line(element, values)
            case Image():
                return self._picture(element, values)
            case _:
                raise TypeError(f"no way to draw {type(element).__name__}")

    def _colour(self, colour: str, values: Mapping[str, str]) -> str:
        """Return the operands of ``rg`` for a colour of the layout."""
        if colour.startswith("@"):
            colour = values[colour[1:]]
        operands = self._colours.get(colour)
        if operands is None:
            parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
            operands = self._colours[colour] = " ".join(f"{part:.4g}" for part in parts)
        return operands

    def _y(self, millimetres: float) -> float:
        return self._height - millimetres * POINTS_PER_MM

    def _text(self, element: Text, values: Mapping[str, str]) -> str:
        fitted = self._typesetter.fit(element.style, element.filled(values))
        top = self._top(element)
        if not fitted.lines:
            self._ends[element.name] = _End(top, is_empty=True)
            return ""
        depth = fitted.depth(element.style.line_height) / POINTS_PER_MM
        if element.valign != "t":
            spare = element.style.height - depth
            top += spare / 2 if element.valign == "m" else spare
        if element.name:
            self._ends[element.name] = _End(top + depth, is_empty=False)
        return self._text_lines(element, fitted, top, self._colour(element.colour, values))

    def _top(self, element: Text) -> float:
        """Return where a text begins: below the text it follows, or in place of an empty one."""
        end = self._ends.get(element.below) if element.below is not None else None
        if end is None:
            return element.y
        return end.y if end.is_empty else end.y + element.gap

    def _text_lines(self, element: Text, fitted: FittedText, top: float, colour: str) -> str:
        size = fitted.size
        step = size * element.style.line_height
        baseline = self._y(top) - _BASELINE * size
        left = element.x * POINTS_PER_MM
        room = element.style.width * POINTS_PER_MM
        parts = [f"BT {colour} rg"]
        for number, line in enumerate(fitted.lines):
            x = left
            if element.align == "c":
                x += (room - (line.width - line.hanging) * size) / 2
            elif element.align == "r":
                x += room - line.width * size
            parts.append(f"1 0 0 1 {x:.2f} {baseline - number * step:.2f} Tm")
            parts.append(_read_as_one(line, self._shown(line, size)))
        parts.append("ET")
        return " ".join(parts)

    def _shown(self, line: FittedLine, size: float) -> str:
        """Return the operators that show a line: one array for each font, shifts inside it."""
        parts: list[str] = []
        current = ""
        array: list[str] = []
        text = ""
        shift = 0.0
        for glyph in line.glyphs:
            name, code = self._codes(glyph.font_name, glyph.character)
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

    def _rectangle(self, element: Rectangle, values: Mapping[str, str]) -> str:
        k = POINTS_PER_MM
        box = (
            f"{element.x * k:.3f} {self._y(element.y + element.h):.3f}"
            f" {element.w * k:.3f} {element.h * k:.3f} re"
        )
        parts = []
        if element.fill is not None:
            parts.append(f"{self._colour(element.fill, values)} rg {box} f")
        if element.stroke is not None:
            colour = self._colour(element.stroke, values)
            parts.append(f"0 J {colour} RG {element.line_width:g} w {box} S")
        return " ".join(parts)

    def _line(self, element: Line, values: Mapping[str, str]) -> str:
        k = POINTS_PER_MM
        return (
            f"{element.cap} J {self._colour(element.colour, values)} RG {element.width:g} w"
            f" {element.x1 * k:.3f} {self._y(element.y1):.3f} m"
            f" {element.x2 * k:.3f} {self._y(element.y2):.3f} l S"
        )

    def _picture(self, element: Image, values: Mapping[str, str]) -> str:
        first = f"{self._colour(element.colour, values)} rg"
        second = f"{self._colour(element.second, values)} rg"
        if element.picture == "emblem":
            drawing = emblem(first, second)
        else:
            shape = element.shape
            shape = values[shape[1:]] if shape.startswith("@") else shape
            drawing = f"{first} " + SHAPES[shape].format(first=first, second=second)
        k = POINTS_PER_MM
        return (
            f"q {element.w * k:.3f} 0 0 {-element.h * k:.3f} {element.x * k:.3f}"
            f" {self._y(element.y):.3f} cm {drawing} Q"
        )

    def _qr(self, element: QrCode, values: Mapping[str, str]) -> str:
        text = element.filled(values)
        if not text:
            return ""
        pattern = qr_pattern(text)
        # A longer text has more modules: they shrink, the code with its quiet zone keeps its place.
        places = BADGE_MODULES + 2 * QUIET_MODULES
        module = element.module * places / (pattern.modules + 2 * QUIET_MODULES)
        quiet = QUIET_MODULES * module
        side = pattern.modules * module * POINTS_PER_MM
        x = (element.x + quiet) * POINTS_PER_MM
        y = self._y(element.y + quiet) - side
        return (
            f"q {self._colour(element.dark, values)} rg"
            f" {side:.3f} 0 0 {side:.3f} {x:.3f} {y:.3f} cm"
            f" BI /W {pattern.modules} /H {pattern.modules} /IM true /BPC 1 /D [1 0] /F /AHx"
            f" ID {pattern.rows.hex()}> EI Q"
        )

    def _photo(self, element: Image, photo: bytes | None) -> None:
        """Draw a photograph filling its box, cut evenly at the longer sides."""
        if photo is None:
            return
        k = POINTS_PER_MM
        canvas = self._canvas
        picture = ImageReader(BytesIO(photo))
        wide, high = picture.getSize()
        scale = max(element.w / wide, element.h / high)
        width, height = wide * scale, high * scale
        x = element.x - (width - element.w) / 2
        bottom = element.y + element.h + (height - element.h) / 2
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(element.x * k, self._y(element.y + element.h), element.w * k, element.h * k)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.drawImage(picture, x * k, self._y(bottom), width * k, height * k)
        canvas.restoreState()


def _codes_of(canvas: Any) -> GlyphCodes:
    return GlyphCodes(canvas._doc)  # noqa: SLF001 - reportlab hands its document to no one


def _first(pair: tuple[bool, Element]) -> bool:
    return pair[0]


def _read_as_one(line: FittedLine, shown: str) -> str:
    """Mark a line with wide gaps as one text, for readers that see 李　刚 as two columns.

    The gaps are full-width spaces, tracking, and the sides of a · narrower than half an em.
    """
    text = "".join(glyph.character for glyph in line.glyphs)
    wide = any(
        before.after + after.before > _GAP_READ_AS_SPACE for before, after in pairwise(line.glyphs)
    )
    if not wide and _FULL_WIDTH_SPACE not in text:
        return shown
    actual = text.encode("utf-16-be").hex()
    return f"/Span <</ActualText <feff{actual}>>> BDC {shown} EMC"


def _array(before: list[str], text: str) -> str:
    if before:
        last = f"<{text}>" if text else ""
        return f"[{''.join(before)}{last}] TJ"
    return f"<{text}> Tj"
