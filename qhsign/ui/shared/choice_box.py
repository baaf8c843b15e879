"""A combo box in the window's look, which leaves the wheel to the page around it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox

from qhsign.ui.theme import Look

_CHEVRON_PX, _RIGHT, _AROUND_PX = 16, 8, 20


class ChoiceBox(QComboBox):
    """Turning the wheel changes the choice only while the box has the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Cut a long choice with … where the box is narrower."""
        super().initStyleOption(option)
        room = self.width() - _CHEVRON_PX - _RIGHT - _AROUND_PX
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chevron of the look behind the choice."""
        super().paintEvent(event)
        colour = "text-2" if self.isEnabled() else "disabled"
        picture = self._look.pixmap("chevron", colour, _CHEVRON_PX, self.devicePixelRatioF())
        painter = QPainter(self)
        left = self.width() - _CHEVRON_PX - _RIGHT
        painter.drawPixmap(left, (self.height() - _CHEVRON_PX) // 2, picture)
        painter.end()
