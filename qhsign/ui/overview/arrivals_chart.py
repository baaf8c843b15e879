"""The arrivals on the screen, and the same painting as a picture to keep."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QImageWriter,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.ui.overview.arrivals_picture import ArrivalsFacts, paint_arrivals
from qhsign.ui.theme import Look

_LEAST = QSize(320, 205)
_PICTURE = QSize(1200, 640)
_SHARPER = 2
_MARGIN = 32
_TITLE, _LINE = 20, 14


class ArrivalsChart(QWidget):
    """Left and Right ask for the day before and the day after through ``day_asked`` (−1, +1)."""

    day_asked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.facts: ArrivalsFacts | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_facts(self, facts: ArrivalsFacts) -> None:
        """Draw other arrivals."""
        self.facts = facts
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the size at which every word still has room."""
        return _LEAST

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(800, 205)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day with Left and Right."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.day_asked.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrivals, and the ring while the keyboard is here."""
        del event
        painter = QPainter(self)
        if self.facts is not None:
            paint_arrivals(
                painter, self._look, QRectF(self.rect()).adjusted(4, 0, -4, 0), self.facts
            )
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What stands above the arrivals in a picture that leaves the program."""

    title: str
    figures: str
    mark: str


def arrivals_png(look: Look, facts: ArrivalsFacts, words: PictureWords) -> bytes:
    """Return the arrivals as a PNG in the light look, 2400 × 1280 pixels."""
    look = look.on_paper()
    image = QImage(_PICTURE * _SHARPER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPER)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    room = QRectF(0, 0, _PICTURE.width(), _PICTURE.height()).adjusted(
        _MARGIN, _MARGIN, -_MARGIN, -_MARGIN
    )
    below = _head(painter, look, room, words)
    paint_arrivals(painter, look, room.adjusted(0, below, 0, 0), facts)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, b"PNG").write(image)
    return bytes(kept.data().data())


def _head(painter: QPainter, look: Look, room: QRectF, words: PictureWords) -> float:
    """Write the title and the figures; return how deep they reach."""
    title = look.font(_TITLE, bold=True)
    metrics = QFontMetricsF(title)
    mark_wide = QFontMetricsF(look.font(_LINE)).horizontalAdvance(words.mark)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    first = QRectF(room.left(), room.top(), room.width() - mark_wide - _MARGIN, metrics.height())
    second = QRectF(room.left(), first.bottom() + 8, room.width(), 22)
    lines: list[tuple[QRectF, str, int, QColor, bool]] = [
        (
            first,
            metrics.elidedText(words.title, Qt.TextElideMode.ElideRight, first.width()),
            _TITLE,
            look.colour("text"),
            True,
        ),
        (second, words.figures, _LINE, look.colour("text-2"), False),
        (
            QRectF(room.right() - mark_wide, room.top(), mark_wide + 1, metrics.height()),
            words.mark,
            _LINE,
            look.colour("text-2"),
            False,
        ),
    ]
    for box, text, pixels, colour, bold in lines:
        painter.setFont(look.font(pixels, bold=bold))
        painter.setPen(colour)
        painter.drawText(box, left, text)
    return second.bottom() + 12 - room.top()
