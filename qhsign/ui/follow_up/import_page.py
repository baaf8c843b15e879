"""Taking in a follow-up list: the file, what it would change, its problems, one undoable import."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qhsign.domain.contract import LifeCycle
from qhsign.domain.list_sheet import ListProblem
from qhsign.domain.money import Amount
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.domain.roles import Act
from qhsign.services.import_records import Undone
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
from qhsign.ui.follow_up.follow_words import NOTHING, amount_word, state_word
from qhsign.ui.reports.figure_tables import ShownTable
from qhsign.ui.reports.figure_view import FigureView
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.wording import Language, say

if TYPE_CHECKING:
    from qhsign.services.follow_up_import import FollowUpTaken

_FILE, _LOOK = range(2)
_MOST_SHARES = 8


class ImportPage(PageOver):
    """Nothing is changed before the last button; ``taken`` tells that an import was made."""

    taken = Signal()

    def __init__(self, parts: CeremonyParts, provider: FollowUpProvider, under: QWidget) -> None:
        super().__init__(parts.look, under)
        self._parts, self._provider = parts, provider
        self._path: Path | None = None
        self._seen: FollowUpTaken | None = None
        self.is_busy = False
        self.choose = EmptyState(parts.look, "import")
        self.changes, self.problems = FigureView(parts.look), FigureView(parts.look)
        self._changes_title, self._problems_title = label("strong"), label("strong")
        self._said = ElidedLabel("second")
        self.other, self.apply = QPushButton(), QPushButton()
        self.apply.setProperty("kind", "primary")
        self._stack = QStackedWidget()
        self._fill_page()
        self.choose.acted.connect(self.ask_file)
        self.other.clicked.connect(self.ask_file)
        self.apply.clicked.connect(self.take)
        parts.rights.explain(self.apply, Act.IMPORT)
        self._set_words()

    def begin(self) -> None:
        """Cover the follow-up, with no file chosen."""
        self._path = self._seen = None
        self._show()
        self.open_over()

    def ask_file(self) -> None:
        """Let a person choose a file."""
        kinds = self.tr("Lists (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a follow-up list"), "", kinds)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """See what a file would change."""
        if self.is_busy:
            return
        self._work_begins()

        def told(seen: "FollowUpTaken") -> None:
            self.is_busy = False
            self._path, self._seen = path, seen
            self._show()
            self.changes.setFocus()

        self._parts.change(self, lambda: self._provider.look(path), told, self._fail, frozenset())

    def take(self) -> None:
        """Import the file, and go back to the contracts."""
        path = self._path
        if path is None or self.is_busy or not self.apply.isEnabled():
            return
        self._work_begins()

        def told(done: "FollowUpTaken") -> None:
            self.is_busy = False
            report = done.report
            words = self.tr("Import {number}: {changed} contracts changed, {same} unchanged.")
            number = report.number
            said = words.format(number=number, changed=report.changed, same=report.unchanged)
            undo = None if number is None else lambda: self._undo(number)
            self._parts.bar.show_done(said, undo)
            self.put_away()
            self.taken.emit()

        self._parts.change(self, lambda: self._provider.take(path), told, self._fail)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show()
        super().changeEvent(event)

    def _work_begins(self) -> None:
        self.notice.put_away()
        self.is_busy = True
        self.apply.setEnabled(False)

    def _undo(self, number: int) -> None:
        def told(done: Undone) -> None:
            words = self.tr("Import {number} is taken back.")
            if done.kept:
                words = self.tr("Import {number} is taken back; {kept} contracts stay changed.")
            self._parts.bar.show_done(words.format(number=number, kept=done.kept))

        self._parts.change(self, lambda: self._provider.undo_import(number), told)

    def _fail(self, problem: ProblemForUser) -> None:
        self.is_busy = False
        self._show()
        self.notice.show_problem(problem)

    def _fill_page(self) -> None:
        look = QWidget()
        column = self._column = QVBoxLayout(look)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._changes_title)
        column.addWidget(self.changes)
        column.addSpacing(6)
        column.addWidget(self._problems_title)
        column.addWidget(self.problems)
        self._stack.addWidget(self.choose)
        self._stack.addWidget(look)
        self.body.addWidget(self._stack, 1)
        self.foot.addWidget(self._said, 1)
        self.foot.addWidget(self.other)
        self.foot.addWidget(self.apply)

    def _show(self) -> None:
        seen = self._seen
        self._stack.setCurrentIndex(_FILE if seen is None else _LOOK)
        self.other.setVisible(seen is not None)
        self.apply.setVisible(seen is not None)
        self._said.setText("")
        if seen is None or self._path is None:
            return
        changed = [one for one in seen.outcomes if one.outcome == "changed"]
        found = list(seen.report.problems)
        self.changes.show_table(self._changes(seen))
        self.problems.show_table(self._problems(found))
        # Each list gets room by its rows, so that neither hides behind an empty other.
        for table, rows in ((self.changes, changed), (self.problems, found)):
            self._column.setStretchFactor(table, min(len(rows) + 1, _MOST_SHARES))
        self._changes_title.setText(
            self.tr("{count} contracts would change").format(count=len(changed))
        )
        self._problems_title.setText(self.tr("{count} to look at").format(count=len(found)))
        self._problems_title.setVisible(bool(found))
        self.problems.setVisible(bool(found))
        words = self.tr("{file}: {rows} contracts read, {changed} change, {same} stay as they are")
        self._said.setText(
            words.format(
                file=self._path.name, rows=seen.report.rows, changed=len(changed),
                same=seen.report.unchanged,
            )
        )  # fmt: skip
        self.apply.setEnabled(bool(changed) and self._parts.rights.may(Act.IMPORT))

    def _changes(self, seen: "FollowUpTaken") -> ShownTable:
        language = self._parts.look.language
        rows = []
        for one in seen.outcomes:
            if one.outcome != "changed":
                continue
            said = {name: _change(pair, language) for name, pair in one.changes.items()}
            state, funds = said.get("status", NOTHING), said.get("funds", NOTHING)
            rows.append([one.title, f"{one.number:04d}", state, funds, str(one.row)])
        headings = [
            self.tr("Contract"), self.tr("No."), self.tr("State"),
            self.tr("Funds in place"), self.tr("Row"),
        ]  # fmt: skip
        return ShownTable(headings, rows, 4)

    def _problems(self, found: list[ListProblem]) -> ShownTable:
        language = self._parts.look.language
        words = {
            Severity.ERROR: self.tr("Not taken"),
            Severity.WARNING: self.tr("To check"),
            Severity.NOTE: self.tr("Note"),
        }
        rows = [
            [
                say(each.code, language, **each.parameters),
                words.get(each.severity, ""),
                each.column,
                str(each.row),
            ]
            for each in found
        ]
        headings = [
            self.tr("What is said"), self.tr("Kind"), self.tr("Column"), self.tr("Row"),
        ]  # fmt: skip
        return ShownTable(headings, rows, 3)

    def _set_words(self) -> None:
        self.set_heading(
            self.tr("Import a follow-up list"),
            self.tr("States and funds of contracts the event has; none is added"),
            self.tr("Close without importing (Esc)"),
        )
        self.choose.set_words(
            self.tr(
                "Choose the list an office sent back: number or title of the contract, its state, "
                "days and funds in place. You see what would change before anything does."
            ),
            self.tr("Choose a file"),
        )
        self.other.setText(self.tr("Another file"))
        self.apply.setText(self.tr("Import"))
        self.changes.setAccessibleName(self.tr("What would change"))
        self.problems.setAccessibleName(self.tr("What is to be looked at"))


def _change(pair: tuple[LifeCycle | Amount, LifeCycle | Amount], language: Language) -> str:
    """Say what a value was and what it becomes."""
    words = [
        state_word(value, language) if isinstance(value, LifeCycle)
        else amount_word(value, language)
        for value in pair
    ]  # fmt: skip
    return " → ".join(words)
