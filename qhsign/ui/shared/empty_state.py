"""What a screen says when it has nothing to show: an icon, one sentence, at most one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.shared.plain_parts import label, pressed_by_enter
from qhsign.ui.theme import Look

_ICON_PX = 40


class EmptyState(QWidget):
    """``acted`` is emitted by its button."""

    acted = Signal()

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon_name = look, icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = label("second", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self.acted)
        pressed_by_enter(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        look.changed.connect(self._draw)
        self._draw()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def set_words(self, sentence: str, button: str = "") -> None:
        """Set the sentence, and the button's word where there is something to do."""
        self._sentence.setText(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap(self._icon_name, "text-3", _ICON_PX, ratio))
