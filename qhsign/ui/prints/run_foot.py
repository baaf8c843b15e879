"""The foot of the choices: how much would be printed, why again, and the button that prints."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look


class RunFoot(QFrame):
    """``asked`` asks to print; the reason is asked for here, only where a piece prints again."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("run-foot")
        self._summary = label("second", wrap=True)
        self._again = label("second", wrap=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.returnPressed.connect(self.asked)
        self._choices = [QPushButton(), QPushButton()]
        self._asking = QWidget()
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        look.put_icon(self.button, "print", "on-accent", 18)
        self.button.clicked.connect(self.asked)
        self._lay_out()
        self._asking.hide()
        self._set_words()

    @property
    def lacks_reason(self) -> bool:
        """Whether a reason is asked for and not given."""
        return not self._asking.isHidden() and not self.reason.text().strip()

    @property
    def given_reason(self) -> str:
        """The reason, "" where none is asked for."""
        return "" if self._asking.isHidden() else self.reason.text().strip()

    @property
    def summary(self) -> str:
        """What is said of the run."""
        return self._summary.text()

    def show_run(self, summary: str, *, may_print: bool, word: str) -> None:
        """Say how much would be printed; the button is called ``word``."""
        self._summary.setText(summary)
        self._summary.setVisible(bool(summary))
        self.button.setText(word)
        self.button.setAccessibleName(word)
        self.button.setEnabled(may_print)

    def ask_why(self, sentence: str) -> None:
        """Ask for a reason, saying how many print again; "" asks for none."""
        self._again.setText(sentence)
        self._asking.setVisible(bool(sentence))
        if not sentence:
            self.reason.clear()

    def focus_reason(self) -> None:
        """Go to the reason."""
        self.reason.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(6)
        asking.addWidget(self._again)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        for choice in self._choices:
            choice.setProperty("kind", "small")
            choice.clicked.connect(lambda _=False, choice=choice: self._take(choice.text()))
            choices.addWidget(choice)
        choices.addStretch(1)
        asking.addLayout(choices)
        asking.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._asking)
        column.addWidget(self._summary)
        column.addWidget(self.button)

    def _take(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setFocus()

    def _set_words(self) -> None:
        self._choices[0].setText(self.tr("Damaged"))
        self._choices[1].setText(self.tr("Details changed"))
        self.reason.setPlaceholderText(self.tr("Reason for printing again"))
        self.reason.setAccessibleName(self.tr("Reason for printing again"))
