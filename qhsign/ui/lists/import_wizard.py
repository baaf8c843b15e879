"""The import wizard: a page over the guest screen, from a file to one undoable import."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.import_records import ImportReport
from qhsign.services.list_records import (
    CONTRACTS,
    GUESTS,
    ImportPreview,
    ListChoice,
    ListLook,
    ListSource,
    MarkedList,
    PastedList,
)
from qhsign.ui.lists.choose_page import ChoosePage
from qhsign.ui.lists.columns_page import ColumnsPage
from qhsign.ui.lists.list_provider import ListProvider
from qhsign.ui.lists.preview_page import PreviewPage
from qhsign.ui.lists.step_bar import StepBar
from qhsign.ui.lists.wizard_foot import WizardFoot
from qhsign.ui.notices import Notice
from qhsign.ui.shared.file_ending import with_ending
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.theme import Look

T = TypeVar("T")
CHOOSE, COLUMNS, PREVIEW, APPLY = range(4)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_IMPORTED = frozenset({Changed.GUESTS, Changed.ACTIVITIES})


class ImportWizard(QFrame):
    """``imported`` gives the report of a finished import, ``undone`` asks to take one back."""

    imported = Signal(object)
    undo_asked = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, runner: Runner, provider: ListProvider) -> None:
        super().__init__()
        self.setObjectName("page-over")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._runner, self._provider = look, runner, provider
        self._source: ListSource | None = None
        self._name = ""
        self.cancelled = 0
        self._progress: Progress | None = None
        self.notice = Notice(look)
        self.choose_page = ChoosePage(look)
        self.columns_page = ColumnsPage(look)
        self.preview_page = PreviewPage(look)
        self.foot = WizardFoot(look, self.preview_page)
        self.steps = StepBar(look)
        self._title, self._close = label("page-title"), QPushButton()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_words()
        self.hide()

    @property
    def step(self) -> int:
        """The page in front: CHOOSE, COLUMNS or PREVIEW."""
        return self._stack.currentIndex()

    @property
    def kind(self) -> str:
        """What the list is read as: guests or contracts."""
        return self.columns_page.kind

    @property
    def is_busy(self) -> bool:
        """Whether the wizard waits for an answer."""
        return self._progress is not None

    def open_first(self) -> None:
        """Begin anew."""
        self.notice.put_away()
        self._go_to(CHOOSE)
        self.show()
        self.raise_()
        self.choose_page.choose.setFocus()
        self.read_past()

    def read_past(self) -> None:
        """Read the imports of the event again."""
        self._runner.start(
            Operation(self._provider.past, self.choose_page.show_past, self, self._fail)
        )

    def ask_file(self) -> None:
        """Let a person choose a file."""
        kinds = self.tr("Lists (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list"), "", kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Look at a file somebody chose or dropped."""
        self._look_at(path, None)

    def paste(self) -> None:
        """Look at the rows on the clipboard."""
        text = QGuiApplication.clipboard().text()
        self._look_at(PastedList(text, self.tr("Clipboard")), None)

    def close_wizard(self) -> None:
        """Stop what runs and go back to the guests; nothing is changed."""
        if self._progress is not None:
            self._progress.cancel()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Ctrl+Enter goes on; pasting works wherever the keyboard is at first."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wizard()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.foot.forward.isEnabled() and not self.is_busy:
                self.go_on()
        elif event.matches(QKeySequence.StandardKey.Paste) and self.step == CHOOSE:
            self.paste()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("toolbar")
        head.setFixedHeight(56)
        bar = QHBoxLayout(head)
        bar.setContentsMargins(16, 0, 12, 0)
        bar.setSpacing(16)
        self._close.setProperty("kind", "flat")
        self._look.put_icon(self._close, "close", "text-2", 18)
        bar.addWidget(self._title)
        bar.addWidget(self.steps, 1)
        bar.addWidget(self._close)
        for page in (self.choose_page, self.columns_page, self.preview_page):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (head, self.notice):
            column.addWidget(each)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_wizard)
        self.choose_page.chosen.connect(self.ask_file)
        self.choose_page.pasted.connect(self.paste)
        self.choose_page.undone.connect(self.undo_asked)
        self.columns_page.sheet_chosen.connect(self._choose_sheet)
        self.columns_page.kind_chosen.connect(self._choose_kind)
        self.preview_page.columns_asked.connect(self._back)
        self.preview_page.marks_asked.connect(self.ask_marks)
        self.foot.back.clicked.connect(self._back)
        self.foot.forward.clicked.connect(self.go_on)

    def go_on(self) -> None:
        """Preview the list, or import it."""
        if self.step == COLUMNS:
            self._read_preview()
        elif self.step == PREVIEW:
            self._apply()

    def ask_marks(self) -> None:
        """Ask where the marked list shall lie, and write it."""
        stem = Path(self._name).stem
        proposal = self.tr("{name} to mend.xlsx").format(name=stem)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the marked list"), proposal, "xlsx (*.xlsx)"
        )
        if chosen:
            self.write_marks(with_ending(Path(chosen), "xlsx"))

    def write_marks(self, out: Path) -> None:
        """Write the list with its problems marked."""
        choice, language = self._choice(), self._look.language

        def told(done: MarkedList) -> None:
            words = self.tr("{cells} cells in {rows} rows are marked in {path}")
            sentence = words.format(cells=done.cells, rows=done.rows, path=out)
            self.notice.show_sentence(sentence)

        title = self.tr("Writing the marked list")
        self._run(title, lambda _: self._provider.mark(choice, out, language), told)

    def _look_at(self, source: ListSource, sheet: str | None, kind: str = "") -> None:
        def told(seen: ListLook) -> None:
            self._source, self._name = source, seen.name
            self.columns_page.show_look(seen)
            if seen.kind == CONTRACTS:
                self._read_slates()
            self._go_to(COLUMNS)
            asked = self.columns_page.slate.slate if self.columns_page.asks_slate else None
            (asked or self.foot.forward).setFocus()

        def work(_progress: Progress) -> ListLook:
            return self._provider.look(source, sheet, kind)

        self._run(self.tr("Reading the list"), work, told, Pool.FILES)

    def _choose_sheet(self, sheet: str) -> None:
        if self._source is not None:
            self._look_at(self._source, sheet, self.kind)

    def _choose_kind(self, kind: str) -> None:
        """Look at the same list as one of the other kind."""
        if self._source is not None:
            self._look_at(self._source, self.columns_page.sheets.currentText() or None, kind)

    def _read_slates(self) -> None:
        taken = self.columns_page.slate.show_slates
        self._runner.start(Operation(self._provider.slates, taken, self, self._fail))

    def _choice(self) -> ListChoice:
        page = self.columns_page
        if self._source is None:
            raise ValueError("no list was chosen")
        return ListChoice(
            self._source,
            page.sheets.currentText(),
            page.mapping(),
            page.passed_over(),
            page.digest,
            page.kind,
            *page.slate.given(),
        )

    def _read_preview(self) -> None:
        choice, cards = self._choice(), self.columns_page.cards()

        def told(preview: ImportPreview) -> None:
            self.preview_page.show_preview(preview, cards, name=self._name)
            self._go_to(PREVIEW)
            self.preview_page.table.setFocus()

        title = self.tr("Comparing the list with the event")
        self._run(title, lambda progress: self._provider.preview(choice, progress), told)

    def _apply(self) -> None:
        choice, leave_out = self._choice(), self.preview_page.ticks.left_out
        cancel = self.preview_page.gone.ticked if choice.kind == GUESTS else frozenset()

        def told(report: ImportReport) -> None:
            self.hide()
            self.closed.emit()
            self.cancelled = len(cancel)
            self.imported.emit(report)

        def work(progress: Progress) -> ImportReport:
            return self._provider.take(choice, leave_out, progress, cancel)

        self.steps.go_to(APPLY)
        title = self.tr("Importing the list")
        self._run(title, work, told, changes=_IMPORTED, even_cancelled=True)

    def _run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        pool: Pool = Pool.DATA,
        changes: frozenset[Changed] = frozenset(),
        *,
        even_cancelled: bool = False,
    ) -> None:
        """Do one thing at a time, with a count and a way to cancel.

        ``even_cancelled`` tells of what was finished although somebody cancelled: too late.
        """
        if self.is_busy:
            return
        self.notice.put_away()
        progress = self._progress = Progress()
        dialog = ProgressDialog(title, progress, self)
        self.foot.forward.setEnabled(False)

        def ended() -> None:
            self._progress = None
            dialog.finish()
            self.steps.go_to(self.step)
            self.foot.refresh(self.step)

        def succeed(answer: T) -> None:
            ended()
            if even_cancelled or not progress.cancelled:
                done(answer)

        def fail(problem: ProblemForUser) -> None:
            ended()
            self._fail(problem)

        self._runner.start(
            Operation(lambda: work(progress), succeed, self, fail, ended, pool, changes, progress)
        )

    def _fail(self, problem: ProblemForUser) -> None:
        self.notice.show_problem(problem)

    def _back(self) -> None:
        if not self.is_busy and self.step > CHOOSE:
            self._go_to(self.step - 1)
            if self.step == COLUMNS:
                self.columns_page.focus_first()
            else:
                self.choose_page.choose.setFocus()

    def _go_to(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.steps.go_to(step)
        self.foot.refresh(step)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Import a list"))
        self._close.setText(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the import"))
        self.steps.set_words(
            (self.tr("File"), self.tr("Columns"), self.tr("Preview"), self.tr("Import"))
        )
