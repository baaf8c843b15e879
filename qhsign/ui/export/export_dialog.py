"""The export dialog: what, in which format and order, with which columns, and for what."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Operation
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.export.column_list import ColumnList
from qhsign.ui.export.export_provider import (
    FORMATS,
    ColumnChoice,
    ExportProvider,
    ExportWish,
    Written,
)
from qhsign.ui.export.guests_shown import GuestsShown
from qhsign.ui.notices import Notice
from qhsign.ui.providers import ORDERS
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.file_ending import with_ending
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.shared.words import order_word
from qhsign.ui.theme import Look
from qhsign.wording import say

TICKED, FOUND, EVERY_GUEST, CHECK_INS, CONTRACTS = range(5)
_WHAT = {
    TICKED: "guests",
    FOUND: "guests",
    EVERY_GUEST: "guests",
    CHECK_INS: "check-ins",
    CONTRACTS: "contracts",
}
_MOST_DOUBTS = 3


class ExportDialog(QDialog):
    """Stays open after a file was written, to say where it lies."""

    def __init__(
        self, look: Look, runner: Runner, provider: ExportProvider, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._look, self._runner, self._provider = look, runner, provider
        self._page = parent
        self._shown = GuestsShown((), 0, ORDERS[0])
        self._busy = False
        self.notice = Notice(look)
        self.choices = [QRadioButton() for _ in _WHAT]
        self._what_group, self._format_group = QButtonGroup(self), QButtonGroup(self)
        self.formats = [QPushButton(name) for name in FORMATS]
        self.order, self.purpose = ChoiceBox(look), QLineEdit()
        self.columns = ColumnList(look)
        self.up, self.down = QPushButton(), QPushButton()
        self.write, self._close = QPushButton(), QPushButton()
        self._titles = [label("strong") for _ in range(5)]
        self._why = label("caption", wrap=True)
        self._hint = label("caption", wrap=True)
        self._lay_out()
        self._connect()
        self._set_words()

    def open_for(self, shown: GuestsShown) -> None:
        """Show the dialog for what the guest screen shows now."""
        self._shown = shown
        self.notice.put_away()
        self.purpose.clear()
        narrowed = len(shown.found) < shown.total
        first = FOUND if narrowed else EVERY_GUEST
        self.choices[TICKED if shown.ticked else first].setChecked(True)
        self.choices[TICKED].setVisible(bool(shown.ticked))
        self.choices[FOUND].setVisible(narrowed)
        self.order.setCurrentIndex(max(self.order.findData(shown.order), 0))
        self._set_words()
        self._choose()
        room = self._page.window().size()
        self.resize(min(760, room.width() - 24), min(600, room.height() - 24))
        self.open()
        self.write.setFocus()

    @property
    def format(self) -> str:
        """The ending of the file's name."""
        return FORMATS[self._format_group.checkedId()]

    def ask_where(self) -> None:
        """Ask for the file, and write it."""
        if not self._may_write():
            return
        proposal = f"{self._title()}.{self.format}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the file"), proposal, f"{self.format} (*.{self.format})"
        )
        if chosen:
            self.write_to(with_ending(Path(chosen), self.format))

    def write_to(self, out: Path) -> None:
        """Write the export into a file, with progress and a way to cancel."""
        wish, language, progress = self._wish(), self._look.language, Progress()
        working = ProgressDialog(self.tr("Writing {name}").format(name=out.name), progress, self)
        self._set_busy(busy=True)
        self.notice.put_away()

        def ended() -> None:
            working.finish()
            self._set_busy(busy=False)

        def told(done: Written) -> None:
            ended()
            self._tell(done, out)

        def failed(problem: ProblemForUser) -> None:
            ended()
            self.notice.show_problem(problem)

        def work() -> Written:
            return self._provider.write(wish, out, language, progress)

        self._runner.start(Operation(work, told, self, failed, stopped=ended, progress=progress))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        body = QGridLayout()
        body.setHorizontalSpacing(24)
        body.addLayout(self._wishes(), 0, 0)
        body.addLayout(self._column_side(), 0, 1)
        body.setColumnStretch(0, 5)
        body.setColumnStretch(1, 6)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        self._close.setAutoDefault(False)
        foot.addWidget(self._close)
        self.write.setProperty("kind", "primary")
        self.write.setDefault(True)
        foot.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addLayout(body, 1)
        column.addLayout(foot)

    def _wishes(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._titles[0])
        for place, choice in enumerate(self.choices):
            self._what_group.addButton(choice, place)
            left.addWidget(choice)
        left.addSpacing(6)
        left.addWidget(self._titles[1])
        formats = QHBoxLayout()
        formats.setSpacing(6)
        for place, button in enumerate(self.formats):
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            button.setAutoDefault(False)
            self._format_group.addButton(button, place)
            formats.addWidget(button)
        formats.addStretch(1)
        self.formats[0].setChecked(True)
        left.addLayout(formats)
        for title, field in ((2, self.order), (4, self.purpose)):
            left.addSpacing(6)
            left.addWidget(self._titles[title])
            left.addWidget(field)
        left.addWidget(self._why)
        left.addStretch(1)
        return left

    def _column_side(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._titles[3], 1)
        for button in (self.up, self.down):
            button.setProperty("kind", "small")
            button.setAutoDefault(False)
            head.addWidget(button)
        right.addLayout(head)
        right.addWidget(self.columns, 1)
        right.addWidget(self._hint)
        return right

    def _connect(self) -> None:
        self._what_group.idToggled.connect(lambda _, on: self._choose() if on else None)
        self.up.clicked.connect(lambda: self.columns.move_current(-1))
        self.down.clicked.connect(lambda: self.columns.move_current(1))
        self.columns.changed.connect(self._settle)
        self.purpose.textChanged.connect(self._settle)
        self._close.clicked.connect(self.reject)
        self.write.clicked.connect(self.ask_where)

    def _choose(self) -> None:
        """Show the columns of what was chosen."""
        what = _WHAT[self._what_group.checkedId()]
        self.order.setEnabled(what == "guests")

        def take(columns: Sequence[ColumnChoice]) -> None:
            if what == _WHAT[self._what_group.checkedId()]:
                self.columns.show_columns(what, columns)

        columns: Callable[[], Sequence[ColumnChoice]] = lambda: self._provider.columns(what)  # noqa: E731 - one expression, typed
        self._runner.start(Operation(columns, take, self, self.notice.show_problem))

    def _wish(self) -> ExportWish:
        choice = self._what_group.checkedId()
        what = _WHAT[choice]
        some = {TICKED: self._shown.ticked, FOUND: self._shown.found}
        return ExportWish(
            what,
            self.columns.chosen(),
            self.order.currentData() if what == "guests" else None,
            self.purpose.text().strip(),
            frozenset(some[choice]) if choice in some else None,
        )

    def _may_write(self) -> bool:
        wanting = bool(self.columns.sensitive()) and not self.purpose.text().strip()
        return bool(self.columns.chosen()) and not wanting and not self._busy

    def _settle(self) -> None:
        sensitive = self.columns.sensitive()
        self.purpose.setEnabled(bool(sensitive))
        if sensitive:
            words = self.tr("Asked for because of: {columns}. The journal keeps it.")
            self._why.setText(words.format(columns="、".join(sensitive)))
        else:
            self._why.setText(self.tr("Needed only for columns with a lock."))
        self.write.setEnabled(self._may_write())

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._settle()

    def _tell(self, done: Written, out: Path) -> None:
        words = self.tr("{rows} rows are written to {path}")
        sentences = [words.format(rows=f"{done.rows:,}", path=out)]
        for code, parameters in done.doubts[:_MOST_DOUBTS]:
            sentences.append(say(code, self._look.language, **parameters))
        more = len(done.doubts) - _MOST_DOUBTS
        if more > 0:
            sentences.append(self.tr("{count} more to look at").format(count=more))
        tone = "warn" if done.doubts else "ok"
        folder = QUrl.fromLocalFile(str(out.parent))
        self.notice.show_sentence(
            "\n".join(sentences),
            tone,
            self.tr("Open folder"),
            lambda: (QDesktopServices.openUrl(folder), None)[1],
        )

    def _title(self) -> str:
        return say(f"export-sheet-{_WHAT[self._what_group.checkedId()]}", self._look.language)

    def _set_words(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        titles = (
            self.tr("What"), self.tr("Format"), self.tr("Order of the guests"),
            self.tr("Columns"), self.tr("Purpose"),
        )  # fmt: skip
        for title, words in zip(self._titles, titles, strict=True):
            title.setText(words)
        found, total = f"{len(self._shown.found):,}", f"{self._shown.total:,}"
        ticked = f"{len(self._shown.ticked):,}"
        self.choices[TICKED].setText(self.tr("The {count} guests ticked").format(count=ticked))
        self.choices[FOUND].setText(self.tr("The {count} guests found").format(count=found))
        self.choices[EVERY_GUEST].setText(self.tr("All {count} guests").format(count=total))
        self.choices[CHECK_INS].setText(self.tr("Check-ins"))
        self.choices[CONTRACTS].setText(self.tr("Contracts"))
        current = self.order.currentIndex()
        self.order.clear()
        for order in ORDERS:
            self.order.addItem(order_word(order), order)
        self.order.setCurrentIndex(max(current, 0))
        self.order.setAccessibleName(titles[2])
        self.columns.setAccessibleName(titles[3])
        self.purpose.setAccessibleName(titles[4])
        self.purpose.setPlaceholderText(self.tr("What the file is for"))
        self.up.setText(self.tr("Up"))
        self.down.setText(self.tr("Down"))
        self._hint.setText(self.tr("Space ticks; drag or Alt+arrow moves."))
        self.write.setText(self.tr("Export…"))
        self._close.setText(self.tr("Close"))
        self.columns.words_changed()
        self._settle()
