"""主管放行: a supervisor lets somebody in after a refusal, with a reason, without a dialog."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look


class OverrideBar(QWidget):
    """Closed it says that F9 opens it; open it asks for the reason and records on Enter."""

    recorded = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._offered = False
        self._hint = ElidedLabel("second")
        self._key = label("key")
        self._key.setText("F9")
        self._choices = [QPushButton(), QPushButton()]
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.returnPressed.connect(self._record)
        self.reason.textEdited.connect(self.opened)
        self._button = QPushButton()
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self._record)
        look.put_icon(self._button, "shield", "on-accent", 18)
        self._pages = QStackedWidget()
        self._lay_out()
        self._set_words()

    @property
    def is_open(self) -> bool:
        """Whether a reason is being asked for."""
        return self._offered and self._pages.currentIndex() == 1

    def offer(self, *, offered: bool) -> None:
        """Offer the override for the verdict now shown, or take the offer away."""
        self._offered = offered
        self._close()
        self.setVisible(offered)

    def open(self) -> None:
        """Ask for the reason."""
        if not self._offered:
            return
        self._pages.setCurrentIndex(1)
        self.reason.clear()
        self.reason.setFocus()
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave without letting in on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._close()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _close(self) -> None:
        self._pages.setCurrentIndex(0)

    def _record(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.setFocus()
            return
        self._close()
        self.recorded.emit(reason)

    def _lay_out(self) -> None:
        closed, asking = QWidget(), QWidget()
        line = QHBoxLayout(closed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._key)
        line.addWidget(self._hint, 1)
        row = QHBoxLayout(asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for choice in self._choices:
            choice.setProperty("kind", "choice")
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            choice.clicked.connect(lambda _=False, choice=choice: self._take(choice.text()))
            row.addWidget(choice)
        row.addWidget(self.reason, 1)
        row.addWidget(self._button)
        self._pages.addWidget(closed)
        self._pages.addWidget(asking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _take(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setFocus()
        self.opened.emit()

    def _set_words(self) -> None:
        self._hint.setText(self.tr("A supervisor may let this person in with a reason"))
        self._choices[0].setText(self.tr("Identity checked"))
        self._choices[1].setText(self.tr("Badge left behind"))
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason for letting in"))
        self._button.setText(self.tr("Record and let in"))
