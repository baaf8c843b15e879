"""Whether a code on a page is large enough to scan and has its quiet zone to itself."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from qhsign.printing.layout import Element, Image, Layout, Line, QrCode, Rectangle, Text
from qhsign.printing.page_texts import PreflightFinding, is_printed
from qhsign.printing.qr_code import BADGE_MODULES, QUIET_MODULES, qr_pattern

CODE_SMALL = "print-code-small"
CODE_CROWDED = "print-code-crowded"
LEAST_MODULE_MM = 0.33
_TOUCH = 0.01  # millimetres by which neighbours may meet


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "_Box") -> bool:
        """Tell whether the other box lies within this one."""
        return (
            self.left <= other.left + _TOUCH
            and self.top <= other.top + _TOUCH
            and other.right <= self.right + _TOUCH
            and other.bottom <= self.bottom + _TOUCH
        )

    def meets(self, other: "_Box") -> bool:
        """Tell whether the two have more than an edge in common."""
        return (
            self.left + _TOUCH < other.right
            and other.left + _TOUCH < self.right
            and self.top + _TOUCH < other.bottom
            and other.top + _TOUCH < self.bottom
        )


def code_findings(
    subject: str, layout: Layout, values: Mapping[str, str]
) -> list[PreflightFinding]:
    """Return what keeps the codes of one page from being scanned, in the order of the layout."""
    printed = [element for element in layout.elements if is_printed(element, values)]
    found = []
    for code in printed:
        if not isinstance(code, QrCode) or not code.filled(values):
            continue
        where = code.name or "token"
        parameters: dict[str, object] = {"subject": subject, "layout": layout.name}
        module = _module(code, values)
        if module + _TOUCH / BADGE_MODULES < LEAST_MODULE_MM:
            small = {**parameters, "module": f"{module:.2f}", "least": f"{LEAST_MODULE_MM:g}"}
            found.append(PreflightFinding(subject, where, CODE_SMALL, small))
        for other in _in_the_way(code, printed, layout, values):
            crowded = {**parameters, "other": other}
            found.append(PreflightFinding(subject, where, CODE_CROWDED, crowded))
    return found


def _module(code: QrCode, values: Mapping[str, str]) -> float:
    """Return the width of a module as it is drawn: a longer text has more of them."""
    modules = qr_pattern(code.filled(values)).modules
    quiet = 2 * QUIET_MODULES
    return code.module * (BADGE_MODULES + quiet) / (modules + quiet)


def _in_the_way(
    code: QrCode, printed: list[Element], layout: Layout, values: Mapping[str, str]
) -> Iterator[str]:
    room = _of_code(code)
    if not _Box(0, 0, *layout.page).holds(room):
        yield layout.name
    for element in printed:
        if element is code or (isinstance(element, Text) and not element.filled(values)):
            continue
        if any(room.meets(box) for box in _marks(element, room)):
            yield element.name or type(element).__name__


def _of_code(code: QrCode) -> _Box:
    side = code.module * (BADGE_MODULES + 2 * QUIET_MODULES)
    return _Box(code.x, code.y, code.x + side, code.y + side)


def _marks(element: Element, room: _Box) -> Iterator[_Box]:
    """Give the boxes an element marks; a plain ground that holds the whole code marks none."""
    match element:
        case Text():
            yield _of_text(element)
        case QrCode():
            yield _of_code(element)
        case Image():
            yield _Box(element.x, element.y, element.x + element.w, element.y + element.h)
        case Line():
            yield _of_line(element)
        case Rectangle():
            box = _Box(element.x, element.y, element.x + element.w, element.y + element.h)
            if not box.holds(room):
                yield box


def _of_text(text: Text) -> _Box:
    width, height = text.style.width, text.style.height
    corners = {
        0: (0.0, 0.0, width, height),
        90: (-height, 0.0, 0.0, width),
        180: (-width, -height, 0.0, 0.0),
        270: (0.0, -width, height, 0.0),
    }
    left, top, right, bottom = corners[text.rotation]
    return _Box(text.x + left, text.y + top, text.x + right, text.y + bottom)


def _of_line(line: Line) -> _Box:
    half = 0.5 * line.width * 25.4 / 72
    return _Box(
        min(line.x1, line.x2) - half,
        min(line.y1, line.y2) - half,
        max(line.x1, line.x2) + half,
        max(line.y1, line.y2) + half,
    )
