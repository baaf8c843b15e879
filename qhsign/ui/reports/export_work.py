"""What the exports ask of the event, and what they were told: choices, pages, the last exports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.print_records import PagePicture
from qhsign.services.report_records import (
    PastExport,
    Report,
    ReportPreview,
    ReportWish,
    ReportWritten,
)
from qhsign.ui.export.export_provider import ColumnChoice
from qhsign.ui.reports.report_provider import ReportProvider
from qhsign.ui.shared.latest import Latest

PAST = 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is called on the window's thread when an export has ended, one of the three."""

    done: Callable[[ReportWritten], None]
    failed: Callable[[ProblemForUser], None]
    stopped: Callable[[], None]


class ExportWork(QObject):
    """Keeps the newest answer to each question; nothing here blocks the window.

    ``columns_read`` carries the columns of the report asked for last. ``shown`` carries a page's
    picture, ``not_shown`` the problem in place of one; ``moved`` follows both.
    """

    columns_read = Signal(object)
    choices_read = Signal(object, object)
    past_read = Signal(object)
    shown = Signal(object)
    not_shown = Signal(object)
    moved = Signal()
    failed = Signal(object)

    def __init__(self, provider: ReportProvider, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._provider, self._runner = provider, runner
        self.preview: ReportPreview | None = None
        self.page, self.pages = 1, 1
        self._dots_per_mm = 4.0
        fail = self.failed.emit
        self._columns = Latest[Sequence[ColumnChoice]](runner, self.columns_read.emit, fail, self)
        self._choices = Latest[tuple[Sequence[str], Sequence[str]]](
            runner, lambda both: self.choices_read.emit(*both), fail, self
        )
        self._past = Latest[Sequence[PastExport]](runner, self.past_read.emit, fail, self)
        self._previews = Latest[ReportPreview](runner, self._take, self._fail, self)
        self._pictures = Latest[PagePicture](runner, self._take_picture, self._fail, self)

    def read_columns(self, report: Report) -> None:
        """Read the columns a report may have."""
        self._columns.ask(lambda: self._provider.columns(report))

    def forget_columns(self) -> None:
        """Want no columns: the report has its own."""
        self._columns.forget()

    def read_choices(self) -> None:
        """Read the delegations and the slates there are."""
        provider = self._provider
        self._choices.ask(lambda: (provider.delegations(), provider.slates()))

    def read_past(self) -> None:
        """Read the last exports."""
        self._past.ask(lambda: self._provider.history(PAST))

    def show(self, wish: ReportWish) -> None:
        """Make the first page of another wish."""
        self._previews.ask(lambda: self._provider.preview(wish))

    def step(self, step: int) -> None:
        """Go on or back by a page of a report that was laid out whole."""
        if 1 <= self.page + step <= self.pages:
            self.page += step
            self._draw()

    def step_to_end(self, end: int) -> None:
        """Go to the first page (-1) or the last (1)."""
        self.page = 1 if end < 0 else self.pages
        self._draw()

    def draw_at(self, dots_per_mm: float) -> None:
        """Draw the page shown again, sharper or coarser."""
        self._dots_per_mm = dots_per_mm
        self._draw()

    def write(self, wish: ReportWish, out: Path, progress: Progress, outcome: Outcome) -> None:
        """Write a report into a file; one of the functions of ``outcome`` is called at the end."""
        self._runner.start(
            Operation(
                lambda: self._provider.write(wish, out, progress),
                outcome.done,
                self,
                outcome.failed,
                outcome.stopped,
                Pool.FILES,
                frozenset({Changed.PRINTS}),
                progress,
            )
        )

    def _take(self, preview: ReportPreview) -> None:
        self.preview, self.page = preview, 1
        self._draw()

    def _draw(self) -> None:
        if self.preview is None:
            return
        pdf, page, dots = self.preview.pdf, self.page, self._dots_per_mm
        self._pictures.ask(lambda: self._provider.picture(pdf, page, dots))

    def _take_picture(self, picture: PagePicture) -> None:
        # Of a report that was cut only the first page is as it will be.
        cut = self.preview is not None and self.preview.is_cut
        self.page, self.pages = picture.page, 1 if cut else picture.pages
        self.shown.emit(picture)
        self.moved.emit()

    def _fail(self, problem: ProblemForUser) -> None:
        self.preview, self.page, self.pages = None, 1, 1
        self._pictures.forget()
        self.not_shown.emit(problem)
        self.moved.emit()
