"""The bar over the footer that asks for the name of a filter."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from qhsign.ui.guests.saved_filters import LONGEST_NAME
from qhsign.ui.shared.plain_parts import label, pressed_by_enter


class NameBar(QFrame):
    """``named`` carries the name; ``given_up`` says that none is wanted."""

    named = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bulk-bar")
        self._words = label()
        self.input, self.save, self.stop = QLineEdit(), QPushButton(), QPushButton()
        self.input.setMaxLength(LONGEST_NAME)
        self.input.textChanged.connect(self._offer)
        self.input.returnPressed.connect(self._take)
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self._take)
        self.stop.clicked.connect(self._stop)
        pressed_by_enter(self.save, self.stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(8)
        line.addWidget(self._words)
        line.addWidget(self.input, 1)
        line.addWidget(self.save)
        line.addWidget(self.stop)
        self._set_words()
        self.hide()

    def ask(self, name: str = "") -> None:
        """Ask for a name, or for another than ``name``."""
        self.input.setText(name)
        self.input.selectAll()
        self._offer()
        self.show()
        self.input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _offer(self) -> None:
        self.save.setEnabled(bool(self.input.text().strip()))

    def _take(self) -> None:
        if self.save.isEnabled():
            self.hide()
            self.named.emit(self.input.text().strip())

    def _stop(self) -> None:
        self.hide()
        self.given_up.emit()

    def _set_words(self) -> None:
        self._words.setText(self.tr("Name of the filter"))
        self.input.setAccessibleName(self.tr("Name of the filter"))
        self.save.setText(self.tr("Save"))
        self.stop.setText(self.tr("Cancel"))
