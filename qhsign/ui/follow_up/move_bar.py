"""What can be done with several ticked contracts at once: one step further, or one step back."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.follow_up.follow_words import state_word
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look
from qhsign.wording import say

_MOST = 200


class MoveBar(QFrame):
    """``asked`` carries a state, a day and a reason; ``back_asked`` a reason.

    ``given_up`` takes the ticks away. What is refused is told in the bar; all or none are moved.
    """

    asked = Signal(object, str, str)
    back_asked = Signal(str)
    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bulk-bar")
        self._look, self._count = look, 0
        self.count = label("strong")
        self.to = WideChooser(look)
        self.to.setMinimumWidth(110)
        self.day, self.reason = QLineEdit(), QLineEdit()
        for field, most in ((self.day, 20), (self.reason, _MOST)):
            field.setMaxLength(most)
            field.setMinimumWidth(70)
        self.move_them, self.back, self.leave = QPushButton(), QPushButton(), QPushButton()
        self.move_them.setProperty("kind", "primary")
        self.leave.setProperty("kind", "flat")
        self.error = ElidedLabel("error")
        self.error.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.count)
        line.addWidget(self.to, 2)
        line.addWidget(self.day, 2)
        line.addWidget(self.reason, 3)
        for button in (self.move_them, self.back, self.leave):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.error)
        self.move_them.clicked.connect(self._ask)
        self.back.clicked.connect(lambda: self.back_asked.emit(self.reason.text()))
        self.leave.clicked.connect(self.given_up)
        for field in (self.day, self.reason):
            field.returnPressed.connect(self._ask)
        self._set_words()
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many contracts are ticked; without any the bar goes away."""
        if not self._count and count:
            self.day.clear()
            self.reason.clear()
        self._count = count
        self.error.hide()
        self.setVisible(bool(count))
        self._say_count()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why nothing was moved; what was typed stays."""
        self.error.setText(say(problem.code, self._look.language, **problem.parameters))
        self.error.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the ticks away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _ask(self) -> None:
        self.error.hide()
        self.asked.emit(LifeCycle(self.to.current), self.day.text(), self.reason.text())

    def _say_count(self) -> None:
        self.count.setText(self.tr("{count} ticked").format(count=f"{self._count:,}"))

    def _set_words(self) -> None:
        language = self._look.language
        states = [(state.value, state_word(state, language)) for state in LifeCycle]
        # Nothing leads back into talks.
        self.to.set_choices(states[1:], self.to.current or LifeCycle.SIGNED.value)
        self.to.set_caption(self.tr("Bring them to"))
        self.day.setPlaceholderText(self.tr("Day: today"))
        self.day.setAccessibleName(self.tr("Day of the step"))
        self.reason.setPlaceholderText(self.tr("Reason or remark"))
        self.reason.setAccessibleName(self.tr("Reason or remark"))
        self.move_them.setText(self.tr("Take the step"))
        self.back.setText(self.tr("Step back"))
        self.back.setToolTip(self.tr("Takes the last step back; write the reason first"))
        self.leave.setText(self.tr("Untick"))
        self._say_count()
