"""A tick box drawn by the look: ticked, partly ticked, empty."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from qhsign.ui.theme import Look

TICK_PX = 16
_GAP = 8
_HEIGHT = 24


def paint_tick(painter: QPainter, box: QRect, state: Qt.CheckState, look: Look) -> None:
    """Paint a tick box into a square of ``TICK_PX``."""
    ratio, size = painter.device().devicePixelRatioF(), QSizeF(TICK_PX, TICK_PX)
    picture = look.drawn(("tick", state), size, ratio, lambda p: _draw(p, state, look))
    painter.drawPixmap(QPointF(box.topLeft()), picture)


def _draw(painter: QPainter, state: Qt.CheckState, look: Look) -> None:
    box = QRect(0, 0, TICK_PX, TICK_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is Qt.CheckState.Unchecked:
        painter.setPen(QPen(look.colour("control"), 1.2))
        painter.setBrush(look.colour("surface"))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
    if state is not Qt.CheckState.Unchecked:
        pen = QPen(look.colour("on-accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        left, top, side = box.left(), box.top(), box.width()
        if state is Qt.CheckState.Checked:
            painter.drawLine(
                left + side * 4 // 16, top + side // 2, left + side * 7 // 16, top + side * 11 // 16
            )
            painter.drawLine(
                left + side * 7 // 16,
                top + side * 11 // 16,
                left + side * 12 // 16,
                top + side * 5 // 16,
            )
        else:
            middle = top + side // 2
            painter.drawLine(left + side // 4, middle, left + side * 12 // 16, middle)


class TickBox(QCheckBox):
    """A check box with the look's own box; it can show “some of them”, which nobody clicks."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def nextCheckState(self) -> None:
        """From “some” to all, else to and fro."""
        ticked = self.checkState() is not Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(TICK_PX + _GAP + words + 6, max(_HEIGHT, self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere on the box or its words."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, words and focus."""
        del event
        painter = QPainter(self)
        top = (self.height() - TICK_PX) // 2
        paint_tick(painter, QRect(2, top, TICK_PX, TICK_PX), self.checkState(), self._look)
        painter.setPen(self._look.colour("text" if self.isEnabled() else "disabled"))
        room = self.rect().adjusted(TICK_PX + _GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
