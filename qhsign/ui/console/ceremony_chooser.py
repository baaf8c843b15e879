"""Which slate's ceremony is to be led, where there are several; what to do where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from qhsign.services.console import CeremonyRow
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_WIDEST = 560
_SLATE = Qt.ItemDataRole.UserRole


class CeremonyChooser(QStackedWidget):
    """``chosen`` carries the name of a slate; ``left`` goes back to the stage."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: Sequence[CeremonyRow] = ()
        self.empty = EmptyState(look, "contract")
        self.empty.acted.connect(self.left)
        self._title = label("step-title")
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.itemActivated.connect(self._activate)
        self.list.itemClicked.connect(self._activate)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(12)
        column.addStretch(1)
        for each in (self._title, self.list):
            each.setMaximumWidth(_WIDEST)
            column.addWidget(each)
        column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.addWidget(self.empty)
        self.addWidget(page)
        self._set_words()

    def show_rows(self, rows: Sequence[CeremonyRow]) -> None:
        """Offer these ceremonies."""
        if [*rows] != [*self._rows] or not self.list.count():
            self._rows = rows
            self._fill()
        self.setCurrentIndex(1 if rows else 0)

    def be_shown(self) -> None:
        """Have the keyboard at the list, or at the one button."""
        if self.currentIndex():
            self.list.setFocus()
        else:
            self.empty.setFocus()

    def press_current(self) -> None:
        """Choose the line the keyboard is at."""
        item = self.list.currentItem()
        if item is not None:
            self._activate(item)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _activate(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_SLATE))

    def _fill(self) -> None:
        self.list.clear()
        for row in self._rows:
            words = self.tr("{slate}: {batches} batches, {contracts} contracts").format(
                slate=row.slate, batches=row.batches, contracts=row.contracts
            )
            if row.is_running:
                words = self.tr("{line} — under way").format(line=words)
            elif row.is_over:
                words = self.tr("{line} — ended").format(line=words)
            item = QListWidgetItem(words)
            item.setData(_SLATE, row.slate)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(len(self._rows), 8) * 32 + 4)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Which ceremony do you lead?"))
        self.list.setAccessibleName(self.tr("Ceremonies"))
        self.empty.set_words(
            self.tr("There is nothing to sign yet. Arrange a slate into batches first."),
            self.tr("Go to the stage"),
        )
        self._fill()
