"""Setting targets: of all contracts, of a slate, an industry or a region."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from qhsign.domain.follow_up import TargetMeasure
from qhsign.domain.money import Amount, written
from qhsign.domain.problems import ProblemForUser
from qhsign.services.follow_up_records import RateGroup, RateRow, RatesReport
from qhsign.ui.follow_up.rate_facts import COUNTS
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look
from qhsign.wording import say

_NARROW, _MOST = 720, 40


class TargetForm(QFrame):
    """``asked`` carries what changed, by measure, and the name of the row; ``closed`` gives up.

    A target left empty is taken away.
    """

    asked = Signal(object, str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._rows: Sequence[RateRow] = ()
        self._title, self._hint = label("card-title"), WrappedLabel("caption")
        self.of = WideChooser(look)
        self.fields = {measure: QLineEdit() for measure in TargetMeasure}
        self._captions = {measure: label("fact-second") for measure in TargetMeasure}
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setProperty("kind", "primary")
        self.error = WrappedLabel("error")
        self._grid, self._across = QGridLayout(), 0
        self._lay_out()
        self.of.chosen.connect(lambda _: self._fill())
        self.save.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.closed)
        self._set_words()
        self.hide()

    @property
    def row(self) -> RateRow:
        """The row whose targets are shown."""
        return next((row for row in self._rows if row.name == self.of.current), self._rows[0])

    def show_rates(self, report: RatesReport, group: RateGroup | None) -> None:
        """Offer the whole and the rows of a group; what is being typed stays."""
        named = [row for row in (group.rows if group else ()) if row.name]
        before = self._held()
        self._rows = [report.whole, *named]
        self._offer()
        if self._held() != before:
            self._fill()

    def open(self) -> None:
        """Show the form with the targets there are."""
        self.error.hide()
        self.show()
        self._fill()
        self.of.setFocus()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why a target was not taken; what was typed stays."""
        self.error.setText(say(problem.code, self._look.language, **problem.parameters))
        self.error.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields two by two where there is little room."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._offer()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self.of, 1)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for field in self.fields.values():
            field.setMaxLength(_MOST)
            field.setMinimumWidth(80)
        self.error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(self._hint)
        column.addWidget(self.error)
        column.addLayout(buttons)
        self._place()

    def _place(self) -> None:
        across = 4 if self.width() >= _NARROW else 2
        if across == self._across:
            return
        self._across = across
        for at, measure in enumerate(TargetMeasure):
            row, column = 2 * (at // across), at % across
            self._grid.addWidget(self._captions[measure], row, column)
            self._grid.addWidget(self.fields[measure], row + 1, column)
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < across))

    def _held(self) -> Mapping[TargetMeasure, int]:
        return self.row.targets if self._rows else {}

    def _offer(self) -> None:
        if not self._rows:
            return
        every = say("rates-whole", self._look.language)
        choices = [("", every), *((row.name, row.name) for row in self._rows[1:])]
        self.of.set_choices(choices, self.of.current)

    def _fill(self) -> None:
        if not self._rows:
            return
        targets = self.row.targets
        for measure, field in self.fields.items():
            value = targets.get(measure)
            field.setText("" if value is None else _written(measure, value))

    def _ask(self) -> None:
        if not self._rows:
            return
        self.error.hide()
        held = self.row.targets
        changed = {
            measure.value: field.text().strip()
            for measure, field in self.fields.items()
            if field.text().strip()
            != ("" if measure not in held else _written(measure, held[measure]))
        }
        if changed:
            self.asked.emit(changed, self.of.current)
        else:
            self.closed.emit()

    def _set_words(self) -> None:
        language = self._look.language
        self._title.setText(self.tr("Targets of"))
        self.of.set_caption(self.tr("Targets of"))
        for measure, caption in self._captions.items():
            word = say(f"target-measure-{measure}", language)
            caption.setText(word[:1].upper() + word[1:])
            self.fields[measure].setAccessibleName(word)
        self._hint.setText(
            self.tr("Money such as 1000亿元, in CNY only; an empty field sets no target.")
        )
        self.save.setText(self.tr("Set the targets"))
        self.cancel.setText(self.tr("Cancel"))


def _written(measure: TargetMeasure, value: int) -> str:
    return str(value) if measure in COUNTS else written(Amount(value))
