"""The head of a panel in the side column: its name, and a button that puts it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look


class PanelHead(QWidget):
    """``closed`` is emitted by its button."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = label("strong")
        self._close = QToolButton()
        self._close.setProperty("kind", "bare")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self._close, "close", "text-2", 18)
        self._close.clicked.connect(self.closed)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 10, 7)
        line.addWidget(self._title)
        line.addStretch(1)
        line.addWidget(self._close)

    def set_words(self, title: str, close: str) -> None:
        """Set the panel's name and what the button does."""
        self._title.setText(title)
        self._close.setToolTip(close)
        self._close.setAccessibleName(close)
