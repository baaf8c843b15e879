"""Whether the codes of a layout have the size and the white around them that scanners need."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from qhsign.printing.layouts.layout import Element, Image, Layout, Line, QrCode, Rectangle, Text
from qhsign.printing.page_texts import QR_TOO_LONG, PreflightFinding, is_printed
from qhsign.printing.pdf_file import POINTS_PER_MM
from qhsign.printing.qr_code import BADGE_MODULES, QUIET_MODULES, qr_pattern

QR_SMALL = "print-qr-small"
QR_CROWDED = "print-qr-crowded"
QR_PALE = "print-qr-pale"
QR_NONE = "print-qr-none"

LEAST_SYMBOL = 20.0  # millimetres without the quiet zone
_LEAST_MODULE = 0.33  # millimetres: below, scanners at a gate need several tries
_PLACES = BADGE_MODULES + 2 * QUIET_MODULES
_NOBODY = ""  # the subject of what is wrong with the layout itself
_TOKEN = "token"  # noqa: S105 - the field of a layout
_WITH_CODE = frozenset({"badge", "certificate"})
_DARKEST_GROUND = 0xE0
_PALEST_CODE = 0x80
_FREE_ABOVE_LETTERS = 0.12  # em between the top of a line and its letters
_ROUNDING = 0.01


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > _ROUNDING
            and min(self.bottom, other.bottom) - max(self.top, other.top) > _ROUNDING
        )

    def covers(self, other: "_Box") -> bool:
        return (
            self.left <= other.left + _ROUNDING
            and self.top <= other.top + _ROUNDING
            and self.right >= other.right - _ROUNDING
            and self.bottom >= other.bottom - _ROUNDING
        )


def qr_problems(layout: Layout) -> list[PreflightFinding]:
    """Return what is wrong with the codes of a layout and of its variants, whoever is printed.

    Such findings have no subject. A badge or certificate without a code is one of them.
    """
    found: list[PreflightFinding] = []
    for first in (layout, *layout.variants):
        codes = [each for page in _pages(first) for each in _codes(page)]
        if layout.piece in _WITH_CODE and not any(_TOKEN in code.fields for code in codes):
            parameters: dict[str, object] = {"layout": first.name}
            found.append(PreflightFinding(_NOBODY, "token", QR_NONE, parameters))
    pages = {page.name: page for first in (layout, *layout.variants) for page in _pages(first)}
    for page in pages.values():
        found += _problems(page)
    return found


def code_findings(
    subject: str, elements: Iterable[Element], values: Mapping[str, str]
) -> list[PreflightFinding]:
    """Return codes of one page that say more than a badge's and so become too fine or too long."""
    found = []
    for element in elements:
        if not isinstance(element, QrCode) or element.only_field == _TOKEN:
            continue
        text = element.filled(values)
        if not text or not is_printed(element, values):
            continue
        try:
            modules = qr_pattern(text).modules
        except ValueError:
            found.append(
                PreflightFinding(subject, _named(element), QR_TOO_LONG, {"subject": subject})
            )
            continue
        module = element.module * _PLACES / (modules + 2 * QUIET_MODULES)
        if module < _LEAST_MODULE:
            found.append(_small(subject, subject, element, modules * module))
    return found


def _pages(layout: Layout) -> Iterator[Layout]:
    """Give a layout and those of the pages that follow it, with their variants."""
    yield layout
    if layout.then is not None:
        for following in (layout.then, *layout.then.variants):
            yield from _pages(following)


def _codes(layout: Layout) -> list[QrCode]:
    return [element for element in layout.elements if isinstance(element, QrCode)]


def _problems(layout: Layout) -> Iterator[PreflightFinding]:
    for code in _codes(layout):
        side = BADGE_MODULES * code.module
        if side < LEAST_SYMBOL - _ROUNDING:
            yield _small(_NOBODY, layout.name, code, side)
        if code.dark.startswith("@") or max(_channels(code.dark)) > _PALEST_CODE:
            parameters: dict[str, object] = {"layout": layout.name, "colour": code.dark}
            yield PreflightFinding(_NOBODY, _named(code), QR_PALE, parameters)
        for what in _crowding(layout, code):
            parameters = {"layout": layout.name, "what": what}
            yield PreflightFinding(_NOBODY, _named(code), QR_CROWDED, parameters)


def _small(subject: str, said: str, code: QrCode, side: float) -> PreflightFinding:
    parameters: dict[str, object] = {
        "subject": said,
        "size": f"{side:.1f}",
        "least": f"{LEAST_SYMBOL:g}",
    }
    return PreflightFinding(subject, _named(code), QR_SMALL, parameters)


def _named(element: Element) -> str:
    return element.name or "token"


def _crowding(layout: Layout, code: QrCode) -> list[str]:
    """Return what reaches into a code with its quiet zone: names, or places in the layout."""
    side = _PLACES * code.module
    room = _Box(code.x, code.y, code.x + side, code.y + side)
    crowding: list[str] = []
    if not _Box(0, 0, *layout.page).covers(room):
        crowding.append(f"{layout.page[0]:g} × {layout.page[1]:g}")
    beneath: list[str] = []
    is_beneath = True
    texts = {each.name: each for each in layout.elements if isinstance(each, Text)}
    for position, element in enumerate(layout.elements):
        if element is code:
            is_beneath = False
        elif _never_together(element, code):
            continue
        elif is_beneath and _is_white_under(element, room, code):
            beneath = []
        elif not _is_light(element) and any(box.meets(room) for box in _boxes(element, texts)):
            where = beneath if is_beneath else crowding
            where.append(element.name or f"elements[{position}]")
    return [*crowding, *beneath]


def _never_together(element: Element, code: QrCode) -> bool:
    return (element.when is not None and element.when == code.unless) or (
        element.unless is not None and element.unless == code.when
    )


def _is_white_under(element: Element, room: _Box, code: QrCode) -> bool:
    """Tell whether an element hides all that lies under the code, whenever the code is there."""
    return (
        isinstance(element, Rectangle)
        and element.fill is not None
        and _is_light(element)
        and element.when in {None, code.when}
        and element.unless in {None, code.unless}
        and _box_of(element).covers(room)
    )


def _is_light(element: Element) -> bool:
    """Tell whether an element is a light ground without an outline."""
    return (
        isinstance(element, Rectangle)
        and element.stroke is None
        and (element.fill is None or _is_light_colour(element.fill))
    )


def _is_light_colour(colour: str) -> bool:
    return not colour.startswith("@") and min(_channels(colour)) >= _DARKEST_GROUND


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _boxes(element: Element, texts: Mapping[str, Text]) -> list[_Box]:
    """Return where an element prints."""
    match element:
        case QrCode():
            side = _PLACES * element.module
            return [_Box(element.x, element.y, element.x + side, element.y + side)]
        case Text():
            return [_ink(element, texts)]
        case Line():
            half = element.width / 2 / POINTS_PER_MM
            xs, ys = sorted((element.x1, element.x2)), sorted((element.y1, element.y2))
            return [_Box(xs[0] - half, ys[0] - half, xs[1] + half, ys[1] + half)]
        case Rectangle() if element.fill is None or _is_light_colour(element.fill):
            return _outline(element)
        case Rectangle() | Image():
            return [_box_of(element)]
        case _:
            return []


def _box_of(element: Rectangle | Image) -> _Box:
    return _Box(element.x, element.y, element.x + element.w, element.y + element.h)


def _outline(element: Rectangle) -> list[_Box]:
    left, top, right, bottom = _box_of(element)
    half = element.line_width / 2 / POINTS_PER_MM
    return [
        _Box(left - half, top - half, left + half, bottom + half),
        _Box(right - half, top - half, right + half, bottom + half),
        _Box(left - half, top - half, right + half, top + half),
        _Box(left - half, bottom - half, right + half, bottom + half),
    ]


def _ink(text: Text, texts: Mapping[str, Text]) -> _Box:
    """Return where a text may print: its box, or the one line it has there."""
    style = text.style
    if text.rotation:
        wide, high = style.width, style.height
        left, top, right, bottom = {
            90: (-high, 0.0, 0.0, wide),
            180: (-wide, -high, 0.0, 0.0),
            270: (0.0, -wide, high, 0.0),
        }[text.rotation]
        return _Box(text.x + left, text.y + top, text.x + right, text.y + bottom)
    top, bottom = text.y, text.y + style.height
    if text.below is not None:
        top = min(top, texts[text.below].y)
    elif max(style.lines, style.last_lines) == 1:
        size = style.size / POINTS_PER_MM
        spare = style.height - size
        top += {"t": 0.0, "m": spare / 2, "b": spare}[text.valign]
        top, bottom = top + _FREE_ABOVE_LETTERS * size, top + size
    return _Box(text.x, top, text.x + style.width, bottom)
