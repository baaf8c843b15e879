"""Pages of a layout, with what many pages share stored once in the file."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from qhsign.printing.faces import Photo
from qhsign.printing.layouts.layout import Element, Image, Layout, Line, QrCode, Rectangle, Text
from qhsign.printing.page_texts import is_printed
from qhsign.printing.pdf_file import POINTS_PER_MM, Page, PdfFile
from qhsign.printing.pen import Pen, depth_of, top_of
from qhsign.printing.text.text_fit import Typesetter

_BLEED = 5.0  # millimetres around the page in which a shared drawing may still print


class _End(NamedTuple):
    y: float  # in millimetres
    is_empty: bool


class PageDrawing:
    """Draws pages of one layout for one file.

    ``shared_fields`` are the fields equal on many pages: runs of elements that depend on nothing
    else are stored once for each combination of their values.
    """

    def __init__(
        self, file: PdfFile, typesetter: Typesetter, layout: Layout, shared_fields: frozenset[str]
    ) -> None:
        self._file = file
        self._typesetter = typesetter
        self._pen = Pen(file, layout.page[1])
        wide, high = (side * POINTS_PER_MM for side in layout.page)
        bleed = _BLEED * POINTS_PER_MM
        self._bounds = (-bleed, -bleed, wide + bleed, high + bleed)
        shared = layout.shared_elements(shared_fields)
        self._segments = [
            (is_shared, tuple(element for _, element in run))
            for is_shared, run in groupby(zip(shared, layout.elements, strict=True), _first)
        ]
        self._forms: dict[tuple[int, object], str] = {}
        self._ends: dict[str, _End] = {}
        self._shared_ends: dict[tuple[int, object], dict[str, _End]] = {}

    def page(
        self, values: Mapping[str, str], shared_key: object, photo: Photo | None = None
    ) -> Page:
        """Return one page's drawing; the same ``shared_key`` means the same shared fields."""
        self._ends = {}
        parts: list[str] = []
        uses: set[str] = set()
        for number, (is_shared, elements) in enumerate(self._segments):
            if is_shared:
                name = self._form((number, shared_key), elements, values)
                uses.add(name)
                parts.append(f"/{name} Do")
            else:
                parts.append(self._drawn(elements, values, photo, uses))
        return Page("\n".join(part for part in parts if part), frozenset(uses))

    def _form(
        self, key: tuple[int, object], elements: Iterable[Element], values: Mapping[str, str]
    ) -> str:
        name = self._forms.get(key)
        if name is None:
            before = dict(self._ends)
            drawn = Page(self._drawn(elements, values, None, set()))
            name = self._forms[key] = self._file.add_form(drawn, self._bounds)
            self._shared_ends[key] = {
                text: end for text, end in self._ends.items() if before.get(text) != end
            }
        self._ends.update(self._shared_ends[key])
        return name

    def _drawn(
        self,
        elements: Iterable[Element],
        values: Mapping[str, str],
        photo: Photo | None,
        uses: set[str],
    ) -> str:
        operators: list[str] = []
        for element in elements:
            if not is_printed(element, values):
                continue
            if isinstance(element, Image) and element.picture == "photo":
                if photo is not None:
                    name = self._file.add_jpeg(photo.read(), photo.width, photo.height)
                    uses.add(name)
                    box = (element.x, element.y, element.w, element.h)
                    operators.append(self._pen.picture(name, *box, (photo.width, photo.height)))
            else:
                operators.append(self._operators(element, values))
        return "\n".join(operators)

    def _operators(self, element: Element, values: Mapping[str, str]) -> str:
        match element:
            case Text():
                return self._text(element, values)
            case QrCode():
                text = element.filled(values)
                dark = _colour(element.dark, values)
                return (
                    self._pen.qr_code(element.x, element.y, element.module, text, dark=dark)
                    if text
                    else ""
                )
            case Rectangle():
                return self._pen.rectangle(
                    element.x,
                    element.y,
                    element.w,
                    element.h,
                    fill=_colour(element.fill, values) if element.fill else None,
                    stroke=_colour(element.stroke, values) if element.stroke else None,
                    width=element.line_width,
                )
            case Line():
                return self._pen.line(
                    element.x1,
                    element.y1,
                    element.x2,
                    element.y2,
                    colour=_colour(element.colour, values),
                    width=element.width,
                    cap=element.cap,
                )
            case Image():
                return self._picture(element, values)
            case _:
                raise TypeError(f"no way to draw {type(element).__name__}")

    def _text(self, element: Text, values: Mapping[str, str]) -> str:
        style = element.style
        fitted = self._typesetter.fit(style, element.filled(values))
        top = self._top(element)
        if not fitted.lines:
            self._ends[element.name] = _End(top, is_empty=True)
            return ""
        box_top = top
        top = top_of(fitted, top, style.height, style.line_height, element.valign)
        if element.name:
            end = top + depth_of(fitted, style.line_height)
            self._ends[element.name] = _End(end, is_empty=False)
        shift = element.shift * fitted.size / POINTS_PER_MM
        x = element.x
        if element.rotation:
            # The box turns about its own corner: what lies below that corner comes to lie beside.
            x, top = _turned_start(element, top - box_top + shift, box_top)
        else:
            top += shift
        return self._pen.text(
            fitted,
            x,
            top,
            width=style.width,
            line_height=style.line_height,
            colour=_colour(element.colour, values),
            align=element.align,
            rotation=element.rotation,
        )

    def _top(self, element: Text) -> float:
        """Return where a text begins: below the text it follows, or in place of an empty one."""
        end = self._ends.get(element.below) if element.below is not None else None
        if end is None:
            return element.y
        return end.y if end.is_empty else end.y + element.gap

    def _picture(self, element: Image, values: Mapping[str, str]) -> str:
        box = (element.x, element.y, element.w, element.h)
        colour, second = (_colour(each, values) for each in (element.colour, element.second))
        if element.picture == "emblem":
            return self._pen.emblem(*box, colour=colour, second=second)
        shape = element.shape
        shape = values[shape[1:]] if shape.startswith("@") else shape
        return self._pen.shape(shape, *box, colour=colour, ground=second)


def _turned_start(element: Text, inset: float, y: float) -> tuple[float, float]:
    """Return where a turned text begins, ``inset`` millimetres into its box."""
    match element.rotation:
        case 90:
            return element.x - inset, y
        case 180:
            return element.x, y - inset
        case _:
            return element.x + inset, y


def _colour(colour: str, values: Mapping[str, str]) -> str:
    return values[colour[1:]] if colour.startswith("@") else colour


def _first(pair: tuple[bool, Element]) -> bool:
    return pair[0]
