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

from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.shift.shift_provider import ShiftProvider
from qhsign.ui.shift.supervisor_word import SupervisorWord
from qhsign.ui.theme import Look
from qhsign.wording import say


class OverrideBar(QWidget):
    """Closed it says that F9 opens it; open it asks for the reason and records on Enter.

    Where a clerk works at the desk it asks for a supervisor's name and PIN too; the clerk stays.
    """

    recorded = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._offered = False
        self._supervisor: SupervisorWord | None = None
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
        self._problem = ElidedLabel("error")
        self._problem.hide()
        self._row = QHBoxLayout()
        self._pages = QStackedWidget()
        self._lay_out()
        self._set_words()

    @property
    def is_open(self) -> bool:
        """Whether a reason is being asked for."""
        return self._offered and self._pages.currentIndex() == 1

    def ask_supervisor(self, rights: Rights, runner: Runner, provider: ShiftProvider) -> None:
        """Ask for a supervisor's word from now on, where who works here is none."""
        word = SupervisorWord(self._look, runner, provider, rights, Act.OVERRIDE)
        word.entered.connect(self._record)
        word.refused.connect(self._say_refused)
        word.pin.textEdited.connect(self._typing_pin)
        rights.changed.connect(self._show_choices)
        self._supervisor = word
        self._row.insertWidget(0, word)
        self._show_choices()

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
        self._show_problem(shown=False)
        if self._supervisor is not None:
            self._supervisor.begin()
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
        if self._supervisor is None:
            self._finish()
        else:
            self._supervisor.ask(self._finish)

    def _finish(self) -> None:
        self._close()
        self.recorded.emit(self.reason.text().strip())

    def _typing_pin(self) -> None:
        self._show_problem(shown=False)
        self.opened.emit()

    def _say_refused(self, problem: ProblemForUser) -> None:
        sentence = say(problem.code, self._look.language, **problem.parameters)
        self._problem.setText(sentence)
        self._show_problem(shown=True)
        self.opened.emit()

    def _show_problem(self, *, shown: bool) -> None:
        """Say what is wrong where the reason stands, which is kept: low windows have one line."""
        self._problem.setVisible(shown)
        self.reason.setHidden(shown)

    def _show_choices(self) -> None:
        """Give the supervisor's fields the room of the ready reasons."""
        wanted = self._supervisor is not None and self._supervisor.is_wanted
        for choice in self._choices:
            choice.setVisible(not wanted)

    def _lay_out(self) -> None:
        closed, asking = QWidget(), QWidget()
        line = QHBoxLayout(closed)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._key)
        line.addWidget(self._hint, 1)
        row = self._row
        asking.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for choice in self._choices:
            choice.setProperty("kind", "choice")
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            choice.clicked.connect(lambda _=False, choice=choice: self._take(choice.text()))
            row.addWidget(choice)
        row.addWidget(self.reason, 1)
        row.addWidget(self._problem, 1)
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
