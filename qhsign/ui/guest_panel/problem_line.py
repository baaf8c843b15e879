"""One problem of the guest; a click or Enter goes where it is mended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.theme import Look

_ICON_PX = 16


class ProblemLine(QFrame):
    """``clicked`` asks to mend it."""

    clicked = Signal()

    def __init__(self, look: Look, sentence: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "fact")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON_PX, 18)
        self.words = WrappedLabel("fact-text")
        self.words.setText(sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 3, 6, 3)
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(sentence)
        look.changed.connect(self._draw)
        self._draw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go and mend it."""
        del event
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go and mend it on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def _draw(self) -> None:
        picture = self._look.pixmap("triangle", "warn", _ICON_PX, self.devicePixelRatioF())
        self._icon.setPixmap(picture)
