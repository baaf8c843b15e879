"""The bar over the footer that says what a change of many would do, and then does it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from qhsign.background.progress import Progress
from qhsign.services.guest_bulk_records import Bulk, BulkChange
from qhsign.ui.guests.bulk_menu import ASKING
from qhsign.ui.shared.plain_parts import ElidedLabel, pressed_by_enter
from qhsign.ui.theme import Look

_LOOK_EVERY_MS = 100
_SHOWN_AFTER_LOOKS = 6


class BulkBar(QFrame):
    """``asked`` carries a change to be told of, ``agreed`` the change to be made.

    ``given_up`` says that the person wants nothing more of it. While a change is being made the
    bar shows how far it has come; the button then stops it.
    """

    asked = Signal(object)
    agreed = Signal(object)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        del look
        self.setObjectName("bulk-bar")
        self._change = BulkChange(Bulk.VIP, "")
        self._progress: Progress | None = None
        self._looks = 0
        self.sentence = ElidedLabel()
        self.input = QLineEdit()
        self.input.setMaxLength(200)
        self.input.textChanged.connect(self._typed)
        self.input.returnPressed.connect(self._agree)
        self.make = QPushButton()
        self.make.setProperty("kind", "primary")
        self.make.clicked.connect(self._agree)
        self.stop = QPushButton()
        self.stop.clicked.connect(self._stop)
        pressed_by_enter(self.make, self.stop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.input, 1)
        line.addWidget(self.sentence, 2)
        line.addWidget(self.make)
        line.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.bar)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)
        self._set_words()
        self.hide()

    def open_for(self, change: BulkChange, known: Sequence[str]) -> None:
        """Ask about a change; ``known`` are the names a text may be completed to."""
        self._change = change
        self._end_work()
        asks = change.what in ASKING
        self.input.setVisible(asks)
        self.input.blockSignals(True)
        self.input.clear()
        self.input.blockSignals(False)
        completer = QCompleter(list(known), self.input)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.input.setCompleter(completer)
        completer.activated.connect(self._typed)
        self._set_words()
        self.sentence.setText("")
        self.make.setEnabled(False)
        self.show()
        (self.input if asks else self.stop).setFocus()
        if change.what is Bulk.REVOKE:
            self.sentence.setText(self.tr("Write the reason; scans of these badges are refused."))
        else:
            self.asked.emit(change)

    def tell(self, sentence: str, *, can_make: bool) -> None:
        """Say what would happen, or why it cannot."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.make.setEnabled(can_make)
        if can_make and not self.input.isVisibleTo(self):
            self.make.setFocus()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work has come, if it takes long enough to be worth showing."""
        self._progress, self._looks = progress, 0
        self.make.setEnabled(False)
        self.input.setEnabled(False)
        self.bar.setRange(0, 0)
        self._clock.start()

    def close_bar(self) -> None:
        """Go away: the change was made, or nobody wants it."""
        self._end_work()
        self.hide()

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

    def _typed(self) -> None:
        self._change = BulkChange(self._change.what, self.input.text())
        self.make.setEnabled(False)
        self.asked.emit(self._change)

    def _agree(self) -> None:
        if self.make.isEnabled():
            self.agreed.emit(self._change)

    def _stop(self) -> None:
        if self._progress is None:
            self.close_bar()
            self.given_up.emit()
            return
        self._progress.cancel()
        self.stop.setEnabled(False)

    def _look(self) -> None:
        step = self._progress.step if self._progress else None
        self._looks += 1
        if step is None or self._looks < _SHOWN_AFTER_LOOKS:
            return
        self.bar.show()
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        count = self.tr("{done} of {total}").format(done=f"{step.done:,}", total=f"{step.total:,}")
        self.sentence.setText(count)
        self.bar.setAccessibleName(count)

    def _end_work(self) -> None:
        self._progress = None
        self._clock.stop()
        self.bar.hide()
        self.input.setEnabled(True)
        self.stop.setEnabled(True)

    def _set_words(self) -> None:
        self.make.setText(
            self.tr("Revoke") if self._change.what is Bulk.REVOKE else self.tr("Change")
        )
        self.stop.setText(self.tr("Cancel"))
        prompts = {
            Bulk.DELEGATION: self.tr("Delegation, empty for none"),
            Bulk.LIAISON: self.tr("Liaison, empty for none"),
            Bulk.REVOKE: self.tr("Reason, such as: lost"),
        }
        prompt = prompts.get(self._change.what, "")
        self.input.setPlaceholderText(prompt)
        self.input.setAccessibleName(prompt)
