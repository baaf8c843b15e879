"""What was entered from a sheet, and a way to take it all back with a reason, in place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from qhsign.services.late_sheet_records import Sheet
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look, restyle


class LateSheetNotice(QFrame):
    """Stays until it is used or put away; ``annulled`` carries the sheet's id and the reason."""

    annulled = Signal(str, str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        restyle(self, tone="ok")
        self._sheet = Sheet("", 0)
        self._words = ElidedLabel()
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.returnPressed.connect(self._annul)
        self.button, self._close = QPushButton(), QPushButton()
        for button in (self.button, self._close):
            button.setProperty("kind", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self.button, "undo", "text-2", 16)
        self.button.clicked.connect(self._annul)
        self._close.clicked.connect(self._leave)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(10)
        line.addWidget(self._words, 1)
        line.addWidget(self.reason, 1)
        line.addWidget(self.button)
        line.addWidget(self._close)
        self._set_words()
        self.hide()

    def offer(self, sheet: Sheet) -> None:
        """Tell what was entered, and offer to take it back."""
        self._sheet = sheet
        self.reason.clear()
        self.reason.hide()
        self._set_words()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave everything entered on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _annul(self) -> None:
        """Ask for the reason first; with one, take the sheet back."""
        reason = self.reason.text().strip()
        if self.reason.isHidden() or not reason:
            self.reason.show()
            self.reason.setFocus()
            return
        self.hide()
        self.annulled.emit(self._sheet.id, reason)
        self.closed.emit()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _set_words(self) -> None:
        words = self.tr("{count} people are entered late.").format(count=self._sheet.entered)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.reason.setPlaceholderText(self.tr("Reason, then Enter"))
        self.reason.setAccessibleName(self.tr("Reason for annulling the sheet"))
        self.button.setText(self.tr("Annul all"))
        self._close.setText(self.tr("Close"))
