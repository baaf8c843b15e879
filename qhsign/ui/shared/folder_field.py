"""A folder to be typed or chosen; it is taken when the field is left."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget


class FolderField(QWidget):
    """``chosen`` carries the path as text, empty where the field was emptied."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known = ""
        self.text, self.button = QLineEdit(), QPushButton()
        self.text.editingFinished.connect(lambda: self._take(self.text.text().strip()))
        self.button.clicked.connect(self._ask)
        self.setFocusProxy(self.text)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.text, 1)
        line.addWidget(self.button)
        self._set_words()

    def show_folder(self, folder: str, usual: str) -> None:
        """Show what is chosen; ``usual`` stands in grey where nothing is."""
        self._known = folder
        self.text.setText(folder)
        self.text.setCursorPosition(0)
        self.text.setPlaceholderText(usual)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _take(self, folder: str) -> None:
        if folder != self._known:
            self.chosen.emit(folder)

    def _ask(self) -> None:
        start = self.text.text().strip() or str(Path(self.text.placeholderText()).parent)
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), start)
        if folder:
            self._take(folder)

    def _set_words(self) -> None:
        self.button.setText(self.tr("Choose…"))
