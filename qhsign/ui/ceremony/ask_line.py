"""A question with a field under it, in place: who agrees, for what reason, what name."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.guest_panel.fact_editor import FactEditor
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.theme import Look
from qhsign.wording import say

Answered = Callable[[str], None]


class AskLine(QWidget):
    """Hidden until something is asked; Enter answers, Esc or leaving the field does not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._answered: Answered | None = None
        self.editor: FactEditor | None = None
        self._question, self._error = WrappedLabel("caption"), WrappedLabel("error")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._question)
        self._column.addWidget(self._error)
        self.hide()

    @property
    def error(self) -> str:
        """What was wrong with the answer; empty where nothing was."""
        return "" if self._error.isHidden() else self._error.text()

    def ask(self, question: str, usual: str, answered: Answered) -> None:
        """Ask; ``usual`` stands in the field already. ``answered`` is told what was typed."""
        self.put_away()
        self._answered = answered
        self._question.setText(question)
        self._error.hide()
        self.editor = editor = FactEditor(self._look, question, usual, keeps=False)
        editor.committed.connect(answered)
        editor.left.connect(self.put_away)
        self._column.insertWidget(1, editor)
        self.show()
        editor.open()

    def refuse(self, problem: ProblemForUser) -> None:
        """Say what is wrong with the answer, which stays in the field."""
        self._error.setText(say(problem.code, self._look.language, **problem.parameters))
        self._error.show()
        if self.editor is not None:
            self.editor.be_asked_again()

    def put_away(self) -> None:
        """Ask nothing any more."""
        editor, self.editor = self.editor, None
        self.hide()
        if editor is not None:
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
