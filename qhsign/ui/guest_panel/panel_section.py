"""One part of the side panel: a hair line, a title with one thing to do, and what belongs to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.shared.plain_parts import label, rule

SIDE_PX = 16


class PanelSection(QWidget):
    """``acted`` is emitted by the word at the right of the title; without a word it is not there.

    What is shown goes into ``column``; ``clear`` takes it out again.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("section")
        self.button = QPushButton()
        self.button.setProperty("kind", "text")
        self.button.setProperty("small", "true")
        self.button.clicked.connect(self.acted)
        self.button.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.button)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        inside = QVBoxLayout()
        inside.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addLayout(self.column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(rule())
        whole.addLayout(inside)

    def set_title(self, title: str, act: str = "") -> None:
        """Set the title, and the word of what there is to do."""
        self._title.setText(title)
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.setAccessibleName(title)

    def clear(self) -> None:
        """Take out what is shown."""
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, widget: QWidget) -> None:
        """Show one more thing."""
        self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
