"""The next step of one contract or of several: where to, on which day, for what reason."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.follow_up.follow_words import state_word
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.theme import Look
from qhsign.wording import say

_MOST = 200


class StepForm(QWidget):
    """``asked`` carries a state, a day ("" for today) and a reason; ``back_asked`` a reason.

    A step the rules refuse is told under the fields in one sentence, and nothing is lost.
    """

    asked = Signal(object, str, str)
    back_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = LifeCycle.TALKS
        self._next: Sequence[LifeCycle] = ()
        self.to = WideChooser(look)
        self.day, self.reason = QLineEdit(), QLineEdit()
        self.day.setMaxLength(20)
        self.reason.setMaxLength(_MOST)
        self.take, self.back = QPushButton(), QPushButton()
        self.take.setProperty("kind", "primary")
        self.hint, self.error = WrappedLabel("caption"), WrappedLabel("error")
        self.error.hide()
        self._lay_out()
        self.take.clicked.connect(self._ask)
        self.back.clicked.connect(lambda: self.back_asked.emit(self.reason.text()))
        for field in (self.day, self.reason):
            field.returnPressed.connect(self._ask)
        self._set_words()

    @property
    def chosen(self) -> LifeCycle:
        """The state the contract is to be brought to."""
        return LifeCycle(self.to.current or self._state)

    def show_state(
        self, state: LifeCycle, next_states: Sequence[LifeCycle], *, afresh: bool
    ) -> None:
        """Offer the steps from a state; ``afresh`` empties what was typed for another contract."""
        moved = state is not self._state
        self._state, self._next = state, next_states
        if afresh or moved:
            self.day.clear()
            self.reason.clear()
            self.error.hide()
        self._fill(keep=not (afresh or moved))

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why a step was refused; what was typed stays."""
        self.error.setText(say(problem.code, self._look.language, **problem.parameters))
        self.error.show()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._fill(keep=True)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for field in (self.day, self.reason):
            field.setMinimumWidth(60)
        grid.addWidget(self.to, 0, 0)
        grid.addWidget(self.day, 0, 1)
        grid.addWidget(self.reason, 1, 0, 1, 2)
        grid.addWidget(self.take, 2, 0)
        grid.addWidget(self.back, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(6)
        column.addWidget(self.hint)
        column.addLayout(grid)
        column.addWidget(self.error, 0, Qt.AlignmentFlag.AlignTop)

    def _ask(self) -> None:
        if self.take.isEnabled():
            self.error.hide()
            self.asked.emit(self.chosen, self.day.text(), self.reason.text())

    def _fill(self, *, keep: bool) -> None:
        """Offer what may follow first, then the rest, which the rules answer with a sentence."""
        language = self._look.language
        rest = [state for state in LifeCycle if state not in {*self._next, self._state}]
        choices = [(state.value, state_word(state, language)) for state in (*self._next, *rest)]
        current = self.to.current if keep else ""
        self.to.set_choices(choices, current)
        self.take.setEnabled(bool(self._next))
        self.to.setEnabled(bool(self._next))
        here = state_word(self._state, language)
        named = self.tr(" or ").join(f"“{state_word(each, language)}”" for each in self._next)
        words = self.tr("After “{here}” comes {next}; a later state only after those before it.")
        if not self._next:
            words = self.tr("“{here}” is the end; if that was a mistake, take the last step back.")
        elif self._next == (LifeCycle.TERMINATED,):
            words = self.tr("After “{here}” only {next} may come.")
        self.hint.setText(words.format(here=here, next=named))

    def _set_words(self) -> None:
        self.to.set_caption(self.tr("Next step"))
        self.day.setPlaceholderText(self.tr("Day: today"))
        self.day.setAccessibleName(self.tr("Day of the step"))
        self.day.setToolTip(self.tr("Such as 2024-09-30; empty for today"))
        self.reason.setPlaceholderText(self.tr("Reason or remark"))
        self.reason.setAccessibleName(self.tr("Reason or remark"))
        self.take.setText(self.tr("Take the step"))
        self.back.setText(self.tr("Step back"))
        self.back.setToolTip(self.tr("Takes the last step back; write the reason first"))
