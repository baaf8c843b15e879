"""Painting for a hall: sizes as shares of the height, texts made to fit, never below 26 of 1080."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from qhsign.ui.big_screen.hall_words import HallVoice
from qhsign.ui.theme import Look

GROUND, TEXT, QUIET, RULE, FIGURE = (
    QColor(each) for each in ("#0B353C", "#F4F2EE", "#A9D3D6", "#21565E", "#7CCBD1")
)
"""look.md: the hall's own colours, the same in every theme."""
DRAWN_HIGH, LEAST = 1080, 26
_LINE = 1.22
_LITTLE_SMALLER = 0.86
_BALANCING = 5


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: ``size`` as drawn on a height of 1080, and its lines."""

    size: int
    lines: Sequence[str]

    @property
    def height(self) -> float:
        """What the lines take, as drawn on a height of 1080."""
        return len(self.lines) * self.size * _LINE


class HallPen:
    """Paints on a ground of any size; all places and sizes are given as on a height of 1080.

    ``voice`` is the language of what is painted.
    """

    def __init__(
        self, painter: QPainter, look: Look, size: QSizeF, voice: HallVoice = HallVoice.CHINESE
    ) -> None:
        self._painter, self._look, self.voice = painter, look, voice
        self._kept: dict[tuple[int, bool], QFontMetricsF] = {}
        self.unit = size.height() / DRAWN_HIGH
        self.width = size.width() / self.unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), size), GROUND)

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the font of a size as drawn on 1080."""
        return self._look.font(max(1, round(size * self.unit)), bold=bold)

    def _metrics(self, size: float, *, bold: bool) -> QFontMetricsF:
        key = (max(1, round(size * self.unit)), bold)
        if key not in self._kept:
            self._kept[key] = QFontMetricsF(self.font(size, bold=bold))
        return self._kept[key]

    def width_of(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide a text is."""
        return self._metrics(size, bold=bold).horizontalAdvance(text) / self.unit

    def text(
        self, x: float, middle: float, text: str, size: float, colour: QColor = TEXT, *,
        bold: bool = False, right: bool = False,
    ) -> float:  # fmt: skip
        """Write one line around a middle; ``right`` ends it at ``x``. Returns its width."""
        font = self.font(size, bold=bold)
        metrics = self._metrics(size, bold=bold)
        wide = metrics.horizontalAdvance(text)
        left = x * self.unit - (wide if right else 0.0)
        baseline = middle * self.unit + (metrics.capHeight() or metrics.ascent() * 0.75) / 2
        self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(left, baseline), text)
        return wide / self.unit

    def block(
        self, x: float, middle: float, setting: Setting, colour: QColor = TEXT, *,
        bold: bool = False, right: bool = False,
    ) -> None:  # fmt: skip
        """Write the lines of a setting around a middle."""
        step = setting.size * _LINE
        top = middle - (len(setting.lines) - 1) * step / 2
        for place, line in enumerate(setting.lines):
            self.text(x, top + place * step, line, setting.size, colour, bold=bold, right=right)

    def rule(self, left: float, right: float, y: float) -> None:
        """Draw a hair line, never thinner than a dot."""
        high = max(1.0, 2 * self.unit)
        area = QRectF(left * self.unit, y * self.unit, (right - left) * self.unit, high)
        self._painter.fillRect(area, RULE)

    def bar(self, left: float, right: float, y: float, high: float, share: float) -> None:
        """Draw a share of a whole."""
        u = self.unit
        whole = QRectF(left * u, y * u, (right - left) * u, high * u)
        self._painter.fillRect(whole, RULE)
        whole.setWidth(whole.width() * min(max(share, 0.0), 1.0))
        self._painter.fillRect(whole, FIGURE)

    def fit(
        self, text: str, width: float, sizes: tuple[int, int], *, lines: int = 2, bold: bool = False
    ) -> Setting:
        """Return the largest setting of a text from ``sizes[0]`` down to ``sizes[1]``.

        One line a little smaller is better than two, two better than one much smaller; what is too
        long for the smallest ends in ….
        """
        largest, smallest = sizes
        room = width * self.unit
        for size in range(largest, max(smallest, round(largest * _LITTLE_SMALLER)) - 1, -2):
            if self._metrics(size, bold=bold).horizontalAdvance(text) <= room:
                return Setting(size, (text,))
        for size in (*range(largest, smallest, -2), smallest):
            found = _broken(text, self.font(size, bold=bold), room, lines)
            if found is not None:
                return Setting(size, found)
        return Setting(smallest, _cut(text, self.font(smallest, bold=bold), room, lines))

    def one_line(self, text: str, width: float, sizes: tuple[int, int], *, bold: bool) -> Setting:
        """Return a setting in one line, smaller until it fits, then cut."""
        return self.fit(text, width, sizes, lines=1, bold=bold)


def _broken(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...] | None:
    """Return the lines a text takes, of about the same length; None where there are too many."""
    found = _whole(text, font, width, lines)
    if found is None or len(found) == 1:
        return found
    least, most = width / 2, width
    for _ in range(_BALANCING):
        middle = (least + most) / 2
        narrower = _whole(text, font, middle, len(found))
        if narrower is None:
            least = middle
        else:
            found, most = narrower, middle
    return found


def _whole(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...] | None:
    made = _lines(text, font, width, lines + 1)
    stripped = tuple(line.strip() for line in made)
    metrics = QFontMetricsF(font)
    if len(made) > lines or any(metrics.horizontalAdvance(line) > width + 1 for line in stripped):
        return None
    return stripped


def _cut(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...]:
    made = _lines(text, font, width, lines)
    begun = "".join(made[:-1])
    rest = QFontMetricsF(font).elidedText(
        text[len(begun) :].strip(), Qt.TextElideMode.ElideRight, width
    )
    return (*(line.strip() for line in made[:-1]), rest)


def _lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Part a text at its line breaks, at most so many lines."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    made: list[str] = []
    while len(made) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        made.append(_part(text, line.textStart(), line.textLength()))
    layout.endLayout()
    return made


def _part(text: str, start: int, length: int) -> str:
    """Return a part by Qt's places, which count a rare character as two."""
    units = text.encode("utf-16-le")
    return units[start * 2 : (start + length) * 2].decode("utf-16-le")
