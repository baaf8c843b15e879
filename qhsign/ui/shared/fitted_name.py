"""A person's name as large as its place allows: never elided, in two lines when it must."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.ui.theme import Look

# look.md: 112 up to 4 characters, 96 up to 6, 85 up to 8, then 64, then two lines at 48.
VERDICT_STEPS = (112, 96, 85, 64)
_LONGEST = (4, 6, 8)
_LATIN_START = 2
_TWO_LINES = 48
_FIRST_HAN = 0x2E80  # where Chinese radicals and characters begin in Unicode
_SMALLEST = 12
_LINE = 1.14
_ASCENT = 0.88


@dataclass(frozen=True, slots=True)
class Fit:
    """The size in pixels and the lines the name is set in."""

    pixels: int
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.pixels * _LINE


def verdict_steps(name: str, *, smaller: bool) -> tuple[int, ...]:
    """Return the one-line sizes to try for a name in the verdict, largest first.

    Latin names start at 85; ``smaller`` (refusals, low windows) starts one step down.
    """
    start = next((step for step, most in enumerate(_LONGEST) if len(name) <= most), 3)
    if name and all(ord(each) < _FIRST_HAN for each in name):
        start = _LATIN_START
    start = min(start + smaller, len(VERDICT_STEPS) - 1)
    return VERDICT_STEPS[start:]


def fit_name(
    name: str,
    room: tuple[float, float],
    steps: Sequence[int],
    two_lines: int,
    font: Callable[[int], QFont],
) -> Fit:
    """Return the largest setting of ``name`` that fits ``room`` (width, height).

    One line at the sizes of ``steps``, then two from ``two_lines`` down; a name too long even for
    that takes as many lines as it needs at the smallest size.
    """
    width, height = room
    for pixels in steps:
        if pixels * _LINE <= height and _width(name, font(pixels)) <= width:
            return Fit(pixels, (name,))
    pauses = [place + 1 for place, each in enumerate(name[:-1]) if each in "· -"]
    # A name broken where one pauses may be a quarter smaller than one broken inside a word.
    tries = [(pixels, pauses) for pixels in range(two_lines, two_lines * 3 // 4 - 1, -2)]
    anywhere = list(range(1, len(name)))
    tries += [(pixels, anywhere) for pixels in range(two_lines, _SMALLEST - 1, -2)]
    for pixels, places in tries:
        metrics = QFontMetricsF(font(pixels))
        if pixels * _LINE <= height and metrics.horizontalAdvance(name) <= width:
            return Fit(pixels, (name,))
        lines = _break(name, places, metrics, width)
        if lines is not None and 2 * pixels * _LINE <= height:
            return Fit(pixels, lines)
    return Fit(_SMALLEST, _fill(name, QFontMetricsF(font(_SMALLEST)), width))


def _width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _break(
    name: str, places: Sequence[int], metrics: QFontMetricsF, width: float
) -> tuple[str, str] | None:
    """Break in two at the place that gives the most even lines, if any gives lines that fit."""
    best: tuple[float, tuple[str, str]] | None = None
    for place in places:
        halves = name[:place].rstrip(), name[place:].lstrip()
        widest = max(metrics.horizontalAdvance(half) for half in halves)
        if widest <= width and (best is None or widest < best[0]):
            best = widest, halves
    return best[1] if best is not None else None


def _fill(name: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """Fill line after line."""
    lines = [""]
    for each in name:
        if lines[-1] and metrics.horizontalAdvance(lines[-1] + each) > width:
            lines.append("")
        lines[-1] += each
    return tuple(lines)


class FittedName(QWidget):
    """Paints a name by ``fit_name`` and takes just the height the setting needs."""

    def __init__(
        self,
        look: Look,
        most_height: int,
        two_lines: int = _TWO_LINES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._most_height, self._two_lines = look, most_height, two_lines
        self._steps: Sequence[int] = VERDICT_STEPS
        self._name = ""
        self._fit = Fit(_SMALLEST, ("",))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._set)

    @property
    def fit(self) -> Fit:
        """How the name stands now."""
        return self._fit

    @property
    def name(self) -> str:
        """The whole name."""
        return self._name

    def show_name(self, name: str, steps: Sequence[int]) -> None:
        """Show a name at the largest of ``steps`` that fits."""
        self._name, self._steps = name, steps
        self.setAccessibleName(name)
        self._set()

    def allow_height(self, most: int) -> None:
        """Give the name another greatest height."""
        if most != self._most_height:
            self._most_height = most
            self._set()

    def sizeHint(self) -> QSize:
        """Return the height of the lines; the width is the layout's."""
        return QSize(40, round(self._fit.height + 0.5))

    def minimumSizeHint(self) -> QSize:
        """Allow any width."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        self._set()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the fonts have changed."""
        if event.type() == QEvent.Type.FontChange:
            self._set()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines from the top."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(self._look.colour("text"))
        painter.setFont(self._font(self._fit.pixels))
        step = self._fit.pixels * _LINE
        for place, line in enumerate(self._fit.lines):
            baseline = place * step + self._fit.pixels * (_ASCENT + (_LINE - 1) / 2)
            painter.drawText(QPointF(0, baseline), line)
        painter.end()

    def _font(self, pixels: int) -> QFont:
        return self._look.font(pixels, bold=True)

    def _set(self) -> None:
        room = (float(max(self.width(), 40)), float(self._most_height))
        fit = fit_name(self._name, room, self._steps, self._two_lines, self._font)
        if fit != self._fit:
            self._fit = fit
            self.updateGeometry()
        self.update()
