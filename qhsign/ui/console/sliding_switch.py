"""A switch that is on or off, with its word before it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qhsign.ui.theme import Look

_WIDE, _HIGH, _GAP, _KNOB = 28, 16, 8, 12


class SlidingSwitch(QAbstractButton):
    """Checkable; Space and a click turn it over."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the word and the switch."""
        word = QFontMetrics(self._look.font(13)).horizontalAdvance(self.text())
        return QSize(word + _GAP + _WIDE + 8, 28)

    def minimumSizeHint(self) -> QSize:
        """Keep the word whole."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint word, groove and knob."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(4, 0, -4, 0)
        enabled = self.isEnabled()
        painter.setFont(self._look.font(13))
        painter.setPen(self._look.colour("text-2" if enabled else "disabled"))
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, line, self.text())
        groove = QRect(area.right() - _WIDE, (self.height() - _HIGH) // 2, _WIDE, _HIGH)
        on = self.isChecked()
        painter.setPen(QPen(self._look.colour("accent" if on and enabled else "control"), 1))
        painter.setBrush(self._look.colour("accent" if on and enabled else "surface"))
        painter.drawRoundedRect(QRectF(groove), _HIGH / 2, _HIGH / 2)
        left = groove.right() - _KNOB - 1 if on else groove.left() + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("on-accent" if on and enabled else "control"))
        painter.drawEllipse(QRect(left, groove.top() + 2, _KNOB, _KNOB))
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()
