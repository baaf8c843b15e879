"""Photos from a folder: which file is whose, what is not taken and why, before anything is."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.services.photo_records import PhotoFinding, PhotoReport
from qhsign.ui.guest_panel.guest_panel_provider import PhotoFolderProvider
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.shared.plain_parts import ElidedLabel, label, pressed_by_enter
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.theme import Look
from qhsign.wording import say

_AMBIGUOUS = "photo-ambiguous"


class PhotoFolderPage(PageOver):
    """Lies over the guest screen; ``taken`` carries the report of photos that were taken in."""

    taken = Signal(object)

    def __init__(
        self, look: Look, runner: Runner, provider: PhotoFolderProvider, under: QWidget
    ) -> None:
        super().__init__(look, under)
        self._look, self._runner, self._provider = look, runner, provider
        self._folder: Path | None = None
        self._progress: Progress | None = None
        self.report: PhotoReport | None = None
        self._name, self._summary = ElidedLabel("strong"), label("second", wrap=True)
        self._title = label("section")
        self.list = QListWidget()
        self.list.setObjectName("photo-findings")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.another, self.back, self.take = QPushButton(), QPushButton(), QPushButton()
        pressed_by_enter(self.another, self.back, self.take)
        self.take.setProperty("kind", "primary")
        self._fill()
        self.another.clicked.connect(self.ask_folder)
        self.back.clicked.connect(self.put_away)
        self.take.clicked.connect(self._take)
        self._set_words()

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being read."""
        return self._progress is not None

    def ask_folder(self) -> None:
        """Let a person choose a folder, and look at it."""
        chosen = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder"))
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, folder: Path) -> None:
        """Tell whose the pictures of a folder are; nothing is taken yet."""
        if self.is_busy:
            return
        self._folder = folder
        self._show(None)
        self.open_over()
        self._run(
            self.tr("Looking at the photos"), partial(self._provider.look, folder), self._show
        )

    def put_away(self) -> None:
        """Stop what runs and give the screen back."""
        if self._progress is not None:
            self._progress.cancel()
        super().put_away()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _take(self) -> None:
        folder = self._folder
        if folder is None or self.is_busy:
            return

        def done(report: PhotoReport) -> None:
            super(PhotoFolderPage, self).put_away()
            self.taken.emit(report)

        self._run(
            self.tr("Taking the photos"),
            partial(self._provider.take, folder),
            done,
            frozenset({Changed.GUESTS}),
        )

    def _run(
        self,
        title: str,
        work: Callable[[Progress], PhotoReport],
        done: Callable[[PhotoReport], None],
        changes: frozenset[Changed] = frozenset(),
    ) -> None:
        """Read pictures beside other work, with a count and a way to cancel."""
        progress = self._progress = Progress()
        dialog = ProgressDialog(title, progress, self.window())
        self.take.setEnabled(False)

        def ended() -> None:
            self._progress = None
            dialog.finish()

        def finished(report: PhotoReport) -> None:
            ended()
            done(report)

        def failed(problem: object) -> None:
            ended()
            self.notice.show_problem(problem)  # type: ignore[arg-type] # a ProblemForUser

        def stopped() -> None:
            ended()
            # What was taken before stays taken: one undo among the imports takes it back.
            self._runner.announce(changes)
            if self.report is None:
                self.put_away()
            else:
                self._offer()

        self._runner.start(
            Operation(
                lambda: work(progress), finished, self, failed, stopped, Pool.FILES, changes,
                progress,
            )
        )  # fmt: skip

    def _show(self, report: PhotoReport | None) -> None:
        """Show what would happen, the files that need somebody first."""
        self.report = report
        self._name.setText(self._folder.name if self._folder is not None else "")
        self.list.clear()
        if report is None:
            self._summary.setText(self.tr("Looking at the photos…"))
            self._title.setText("")
        else:
            for finding in self._findings(report):
                self._add(finding)
            self._summary.setText(self._sum_up(report))
            words = self.tr("{count} files need a look") if self.list.count() else ""
            self._title.setText(words.format(count=self.list.count()))
        self._offer()

    @staticmethod
    def _findings(report: PhotoReport) -> Iterator[PhotoFinding]:
        yield from (each for each in report.unmatched if each.code == _AMBIGUOUS)
        yield from (each for each in report.unmatched if each.code != _AMBIGUOUS)
        yield from report.refused
        yield from report.low_resolution

    def _add(self, finding: PhotoFinding) -> None:
        item = QListWidgetItem(say(finding.code, self._look.language, **finding.parameters))
        blurred = self.report is not None and finding in self.report.low_resolution
        icon, colour = ("triangle", "warn") if blurred else ("ring-cross", "bad")
        item.setIcon(self._look.icon(icon, colour, 18))
        self.list.addItem(item)

    def _sum_up(self, report: PhotoReport) -> str:
        ambiguous = sum(each.code == _AMBIGUOUS for each in report.unmatched)
        words = self.tr(
            "{matched} photos are a guest's: {fresh} new, {replaced} instead of another, "
            "{unchanged} there already. {ambiguous} may be several guests', {unmatched} nobody's, "
            "{refused} cannot be taken."
        )
        return words.format(
            matched=report.matched,
            fresh=report.matched - report.replaced - report.unchanged,
            replaced=report.replaced,
            unchanged=report.unchanged,
            ambiguous=ambiguous,
            unmatched=len(report.unmatched) - ambiguous,
            refused=len(report.refused),
        )

    def _offer(self) -> None:
        report = self.report
        count = report.matched - report.unchanged if report is not None else 0
        self.take.setText(self.tr("Take {count} photos").format(count=count))
        self.take.setEnabled(count > 0 and not self.is_busy)
        if self.take.isEnabled():
            self.take.setFocus()

    def _fill(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 14, 16, 0)
        inside.setSpacing(8)
        for each in (self._name, self._summary, self._title):
            inside.addWidget(each)
        inside.addWidget(self.list, 1)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QHBoxLayout()
        around.addLayout(inside)
        self.body.addLayout(around, 1)
        self.foot.addWidget(self.another)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.take)

    def _set_words(self) -> None:
        self.set_heading(
            self.tr("Photos from a folder"),
            self.tr("Files are known by guest number, document number or name"),
            self.tr("Back to the guests (Esc)"),
        )
        self.another.setText(self.tr("Another folder…"))
        self.back.setText(self.tr("Cancel"))
        self.list.setAccessibleName(self.tr("Files that need a look"))
        self._show(self.report)
