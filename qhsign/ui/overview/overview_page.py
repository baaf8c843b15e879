"""The overview: arrivals, rates, VIPs, the 对账表; read again each minute while it is looked at."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.file_names import file_name
from qhsign.domain.problems import ProblemForUser
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.overview_records import Overview, Reconciled
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.guests.guest_commands import GUESTS
from qhsign.ui.notices import Notice
from qhsign.ui.overview.overview_cards import OverviewCards
from qhsign.ui.overview.overview_provider import OverviewProvider
from qhsign.ui.overview.stage_line import StageLine
from qhsign.ui.providers import EventFacts
from qhsign.ui.screen import Screen
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.theme import Look

_READ_EVERY_MS = 60_000
_PICTURE = ".png"


class OverviewPage(Screen):
    """Given what reads the event, the runner and a way to another screen; knows no service."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: OverviewProvider,
        event: EventFacts,
        show_page: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._look, self._runner, self._provider = look, runner, provider
        self._event = event
        self._activity = ""
        self._reading = self._read_again = False
        self._stale, self._failing = True, False
        self.overview: Overview | None = None
        self._lines: Sequence[Reconciled] = ()
        self.cards: OverviewCards | None = None
        self.notice = Notice(look)
        self.stage = self._stage_line(show_page)
        self.empty = EmptyState(look, "guests")
        self.empty.acted.connect(lambda: show_page(GUESTS))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self._set_words()
        self._timer = QTimer(self)
        self._timer.setInterval(_READ_EVERY_MS)
        self._timer.timeout.connect(self._read)
        runner.changed.connect(self._look_again)

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Show the arrivals at another activity; without one, at any."""
        self._activity = activity.id if activity else ""
        self._look_again(frozenset(Changed))

    def be_shown(self) -> None:
        """Be ready for the keyboard: the arrow keys scroll and change the day."""
        if self.cards is not None:
            self.cards.arrivals.chart.setFocus()

    def read_again(self) -> None:
        """Read everything again."""
        self._stale = True
        self._read()

    def save_chart(self) -> None:
        """Ask for a file and keep the arrivals there as a PNG."""
        if self.cards is None or not self.cards.arrivals.may_save:
            self.notice.show_sentence(
                self.tr("There are no arrivals to save yet; they are drawn once people check in."),
                "warn",
            )
            return
        kind = self.tr("Pictures")
        suggested = file_name(self.cards.arrivals.picture_name(), _PICTURE)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the arrivals as a picture"),
            str(self._event.path.parent / suggested),
            f"{kind} (*{_PICTURE})",
        )
        if chosen:
            path = Path(chosen)
            self._keep(path if path.suffix else path.with_suffix(_PICTURE), self.cards)

    def _keep(self, path: Path, cards: OverviewCards) -> None:
        """Write the arrivals as drawn now; say where, or why not."""
        mark = self.tr("Demo data") if self._event.is_demo else ""
        picture = cards.arrivals.picture(self._event.short_title, mark)

        def done(_: None) -> None:
            self.notice.show_sentence(self.tr("Saved: {path}").format(path=path))

        self._runner.start(
            Operation(
                lambda: self._provider.keep_picture(path, picture),
                done,
                self,
                self.notice.show_problem,
                pool=Pool.FILES,
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while another screen was in front."""
        super().showEvent(event)
        self._timer.start()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop reading while another screen is in front."""
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the window's size."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the 对账表 is read in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._look_again(frozenset({Changed.GUESTS}))
        super().changeEvent(event)

    def _fit(self) -> None:
        if self.cards is not None:
            self.cards.fit_window(self.window().width(), self.window().height())

    def _stage_line(self, show_page: Callable[[str], None]) -> StageLine | None:
        stage = self._provider.stage
        if stage is None:
            return None
        made = StageLine(
            self._look, self._runner, stage, self._event.time_zone, lambda: show_page(CEREMONY)
        )
        made.setParent(self)
        made.failed.connect(self.notice.show_problem)
        made.turned.connect(self._fit)
        return made

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes - {Changed.PRINTS}:
            self._stale = True
            if self.isVisible():
                self._read()
        elif changes and self.isVisible():
            self._read_stage()

    def _read_stage(self) -> None:
        """Read the next batch: its papers count, too."""
        if self.stage is not None:
            self.stage.read()

    def _read(self) -> None:
        """Read the figures; asked for while reading, once more afterwards."""
        self._read_stage()
        if self._reading:
            self._read_again = True
            return
        self._reading, self._read_again = True, False
        activity = self._activity

        def take(overview: Overview) -> None:
            if self._failing:
                self._failing = False
                self.notice.put_away()
            if activity == self._activity:
                self._show(overview)
            self._has_read()

        def fail(problem: ProblemForUser) -> None:
            self._failing = True
            self.notice.show_problem(problem)
            self._has_read()

        self._runner.start(Operation(lambda: self._provider.load(activity), take, self, fail))

    def _has_read(self) -> None:
        self._reading = False
        if self._read_again:
            self._read()
        elif self._stale:
            self._stale = False
            self._reconcile()

    def _reconcile(self) -> None:
        """Read the 对账表, once what it is written with has been brought along elsewhere."""
        language = self._look.language

        def take(lines: Sequence[Reconciled]) -> None:
            if language is self._look.language:
                self._lines = lines
                if self.cards is not None:
                    self.cards.reconciliation.show_lines(lines)

        def ready(_: None) -> None:
            self._runner.start(
                Operation(
                    lambda: self._provider.reconciliation(language),
                    take,
                    self,
                    self.notice.show_problem,
                )
            )

        self._runner.start(Operation(self._provider.get_ready, ready, self, pool=Pool.FILES))

    def _show(self, overview: Overview) -> None:
        self.overview = overview
        if not overview.guests:
            self._stack.setCurrentWidget(self.empty)
            return
        if self.cards is None:
            self._build()
        if self.cards is not None:
            self.cards.show_overview(overview)
            self._stack.setCurrentWidget(self.cards)

    def _build(self) -> None:
        """Make the cards, not before there is something to show on them."""
        self.cards = OverviewCards(self._look, self.stage)
        self.cards.arrivals.save_asked.connect(self.save_chart)
        self.cards.reconciliation.show_lines(self._lines)
        self._stack.addWidget(self.cards)
        self._fit()

    def _set_words(self) -> None:
        self.empty.set_words(
            self.tr("There are no guests yet. Import a list first, then the arrivals show here."),
            self.tr("Go to the guests"),
        )
