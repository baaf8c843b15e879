"""What stands in place of a run of show that cannot be shown: why, and what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.programme.programme_book import ProgrammeBook
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label
from qhsign.wording import say

_FIELD_PX = 200


class NothingPlanned(QWidget):
    """``start_typed`` carries the moment at which the first batch is to go on stage."""

    start_typed = Signal(str)

    def __init__(self, parts: CeremonyParts, book: ProgrammeBook) -> None:
        super().__init__()
        self._look, self._book = parts.look, book
        self.empty = EmptyState(parts.look, "list")
        self.start = QLineEdit()
        self.start.setFixedWidth(_FIELD_PX)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self._caption = label("second")
        self._asking = QWidget()
        line = QHBoxLayout(self._asking)
        line.setSpacing(8)
        line.addWidget(self._caption)
        line.addWidget(self.start)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addWidget(self._asking, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        for asked in (self.button.clicked, self.start.returnPressed):
            asked.connect(lambda: self.start_typed.emit(self.start.text().strip()))
        self.say()

    @property
    def sentence(self) -> str:
        """What is said."""
        return self.empty.sentence

    def say(self) -> None:
        """Say what keeps the run of show from being there."""
        problem = self._book.problem
        code = problem.code if problem else ""
        self._asking.setVisible(code == "stage-start-unknown")
        if code == "stage-start-unknown":
            words = self.tr("Nobody knows yet when the first batch goes on stage.")
        elif code == "batch-none-on-slate":
            words = self.tr("No contract of this slate is in a batch yet.")
        elif problem is not None:
            words = say(problem.code, self._look.language, **problem.parameters)
        else:
            words = self.tr("There is no slate yet. Import the list of contracts first.")
        self.empty.set_words(words)
        self._caption.setText(self.tr("First batch on stage at"))
        self.start.setPlaceholderText("2024-07-11 15:20")
        self.start.setAccessibleName(self._caption.text())
        self.button.setText(self.tr("Plan it"))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)
