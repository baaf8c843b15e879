"""What there is to mend about the guest: one sentence each; a click goes where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qhsign.services.guest_detail_records import GuestProblem
from qhsign.ui.guest_panel.panel_section import SIDE_PX
from qhsign.ui.guest_panel.problem_line import ProblemLine
from qhsign.ui.theme import Look
from qhsign.wording import say


class ProblemSection(QWidget):
    """``mend_asked`` carries the field that mends a problem."""

    mend_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: list[ProblemLine] = []
        self._frame = QFrame()
        self._frame.setProperty("role", "notice")
        self._frame.setProperty("tone", "warn")
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        around = QVBoxLayout(self)
        around.setContentsMargins(SIDE_PX, 0, SIDE_PX, 10)
        around.addWidget(self._frame)
        self.hide()

    def show_problems(self, problems: Sequence[GuestProblem]) -> None:
        """Show other problems; without any there is nothing here."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for problem in problems:
            sentence = say(problem.code, self._look.language, **problem.parameters)
            line = ProblemLine(self._look, sentence)
            line.clicked.connect(lambda field=problem.field: self.mend_asked.emit(field))
            self.lines.append(line)
            self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(problems))
