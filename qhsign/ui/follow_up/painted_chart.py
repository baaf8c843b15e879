"""A painted chart as a widget, and the same painting as a picture that leaves the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.ui.theme import Look

SMALL, TEXT, TITLE = 12, 13, 14
_PICTURE_WIDE, _MARGIN, _GAP, _SHARPER = 1200, 32, 28, 2
_HEAD_TITLE, _HEAD_LINE, _HEAD_HIGH = 20, 14, 68
_TITLE_HIGH, _NOTE_HIGH, _BETWEEN = 26.0, 17.0, 48.0
_RING = 2
_AIR = (8, 6, -8, -6)
"""Room between the ring of the keyboard and what is painted."""
_LAST_LATIN = 0x2E7F
_CLOSING, _OPENING = frozenset("，。；：、）”》"), frozenset("（“《")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE
CENTRE = Qt.AlignmentFlag.AlignCenter


class Painting(Protocol):
    """A chart: as high as its width asks for, the same on the screen and on paper."""

    @property
    def said(self) -> str:
        """Everything it shows, in words."""

    def height(self, look: Look, width: float) -> float:
        """Return how high it is at a width."""

    def paint(self, brush: "Brush", box: QRectF) -> None:
        """Paint it into a box of that width and height."""


class Brush:
    """A painter that knows the look: words with their fonts and colours, bars with their edges."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter, self.look = painter, look

    def wide(self, words: str, pixels: int = SMALL, *, bold: bool = False) -> float:
        """Measure words."""
        return text_width(self.look, words, pixels, bold=bold)

    def write(
        self,
        box: QRectF,
        how: Qt.AlignmentFlag,
        words: str,
        colour: str = "text-2",
        pixels: int = SMALL,
        *,
        bold: bool = False,
    ) -> None:
        """Write one line, ending in … where the box is too narrow."""
        font = self.look.font(pixels, bold=bold)
        shown = QFontMetricsF(font).elidedText(
            words, Qt.TextElideMode.ElideRight, box.width() + 0.5
        )
        self.painter.setFont(font)
        self.painter.setPen(self.look.colour(colour))
        self.painter.drawText(box, how, shown)

    def line(self, one: QPointF, other: QPointF, colour: str = "line", width: float = 1.0) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(self.look.colour(colour), width))
        self.painter.drawLine(one, other)

    def bar(self, box: QRectF, colour: str, *, hollow: bool = False) -> None:
        """Fill a bar; a hollow one has a dashed edge: it is of another source than full ones."""
        painter, look = self.painter, self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hollow:
            painter.setPen(QPen(look.colour(colour), 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7))
            return
        edged = look.edge > 1
        painter.setPen(QPen(look.colour("text"), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(colour))
        painter.drawRoundedRect(box, 2, 2)


def text_width(look: Look, words: str, pixels: int = SMALL, *, bold: bool = False) -> float:
    """Measure words in the text font."""
    return QFontMetricsF(look.font(pixels, bold=bold)).horizontalAdvance(words) + 1


def wrapped(look: Look, words: str, width: float, pixels: int = SMALL) -> list[str]:
    """Break a sentence into lines that fit a width, anywhere between Han characters."""
    if "\n" in words:
        return [line for part in words.split("\n") for line in wrapped(look, part, width, pixels)]
    metrics = QFontMetricsF(look.font(pixels))
    lines: list[str] = []
    line = ""
    for piece in _pieces(words):
        if line and metrics.horizontalAdvance(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(words: str) -> list[str]:
    """Part a text where it may be broken: after blanks, and around Han characters.

    What closes a clause stays with what stands before it.
    """
    pieces: list[str] = []
    word = ""
    for mark in words:
        if mark in _CLOSING and not word and pieces:
            pieces[-1] += mark
            continue
        word += mark
        if mark == " " or (ord(mark) > _LAST_LATIN and mark not in _OPENING):
            pieces.append(word)
            word = ""
    return [*pieces, word] if word else pieces


class PaintedChart(QWidget):
    """Takes the height its painting asks for; Tab comes here so that it can be read aloud."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.painting: Painting | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)

    def show_painting(self, painting: Painting, title: str) -> None:
        """Show another painting, called ``title``."""
        self.painting = painting
        self.setAccessibleName(title)
        self.setAccessibleDescription(painting.said)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(360, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, with the ring while the keyboard is here."""
        del event
        if self.painting is None:
            return
        painter = QPainter(self)
        self.painting.paint(Brush(painter, self._look), QRectF(self.rect()).adjusted(*_AIR))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), _RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _fit(self) -> None:
        if self.painting is not None:
            left, top, right, bottom = _AIR
            deep = self.painting.height(self._look, self.width() - left + right)
            self.setFixedHeight(int(deep + top - bottom) + 1)
            self.update()


@dataclass(frozen=True, slots=True)
class PictureHead:
    """What stands above charts in a picture that leaves the program."""

    title: str
    line: str
    mark: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A painting with its title and how it is to be read."""

    title: str
    note: str
    painting: Painting

    def height(self, look: Look, width: float) -> float:
        """Return how high title, note and painting are together."""
        lines = len(wrapped(look, self.note, width))
        return _TITLE_HIGH + lines * _NOTE_HIGH + 6 + self.painting.height(look, width)

    def paint(self, brush: Brush, box: QRectF) -> None:
        """Paint title, note and painting under each other."""
        row = QRectF(box.left(), box.top(), box.width(), _TITLE_HIGH)
        brush.write(row, LEFT, self.title, "text", 16, bold=True)
        top = box.top() + _TITLE_HIGH
        for line in wrapped(brush.look, self.note, box.width()):
            brush.write(QRectF(box.left(), top, box.width() + 4, _NOTE_HIGH), LEFT, line, "text-3")
            top += _NOTE_HIGH
        deep = self.painting.height(brush.look, box.width())
        self.painting.paint(brush, QRectF(box.left(), top + 6, box.width(), deep))


def charts_picture(
    look: Look, head: PictureHead, charts: Sequence[Chart], across: int = 1
) -> QImage:
    """Return charts, so many beside each other, in the light look, 2400 pixels wide."""
    look = look.on_paper()
    room = float(_PICTURE_WIDE - 2 * _MARGIN)
    wide = (room - (across - 1) * _BETWEEN) / across
    rows = [charts[at : at + across] for at in range(0, len(charts), across)]
    deep = [max(chart.height(look, wide) for chart in row) for row in rows]
    high = _MARGIN + _HEAD_HIGH + sum(each + _GAP for each in deep) + _MARGIN / 2
    image = QImage(QSize(_PICTURE_WIDE, int(high)) * _SHARPER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPER)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    brush = Brush(painter, look)
    mark = brush.wide(head.mark, _HEAD_LINE)
    top = float(_MARGIN)
    first = QRectF(_MARGIN, top, room - mark - _GAP, 28)
    brush.write(first, LEFT, head.title, "text", _HEAD_TITLE, bold=True)
    brush.write(
        QRectF(_MARGIN + room - mark, top, mark, 28), RIGHT, head.mark, "text-2", _HEAD_LINE
    )
    brush.write(QRectF(_MARGIN, top + 30, room, 22), LEFT, head.line, "text-2", _HEAD_LINE)
    top += _HEAD_HIGH
    for row, each in zip(rows, deep, strict=True):
        for place, chart in enumerate(row):
            chart.paint(brush, QRectF(_MARGIN + place * (wide + _BETWEEN), top, wide, each))
        top += each + _GAP
    painter.end()
    return image


def as_png(picture: QImage) -> bytes:
    """Return a picture as a PNG; a plain value, so that a worker may do it."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, b"PNG").write(picture)
    return bytes(kept.data().data())
