"""报表: exports, the audit trail and the statistics, one of them in front."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.roles import Act
from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.notices import Notice
from qhsign.ui.reports.audit_part import AuditPart
from qhsign.ui.reports.exports_part import ExportsPart
from qhsign.ui.reports.figures_part import FiguresPart
from qhsign.ui.reports.report_commands import EXPORTS, FIGURES, TRAIL
from qhsign.ui.reports.report_provider import ReportProvider
from qhsign.ui.screen import Screen
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.segmented_switch import SegmentedSwitch
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look

_WIDE = 1100


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What the report screen is built from; times are shown in ``zone``."""

    look: Look
    runner: Runner
    provider: ReportProvider
    book: GuestBook
    activities: Callable[[], Sequence[ActivityRow]]
    zone: tzinfo | None
    rights: Rights


class ReportsPage(Screen):
    """Each part reads when it first comes to the front, and again after changes."""

    def __init__(self, parts: ReportParts) -> None:
        super().__init__()
        self._parts = parts
        look, runner, provider, rights = parts.look, parts.runner, parts.provider, parts.rights
        self._stale = {EXPORTS, TRAIL, FIGURES}
        self._title, self._hint = label("page-title"), ElidedLabel("second")
        self.switch = SegmentedSwitch(look, ("export", "shield", "overview"), 32)
        self.notice = Notice(look)
        self.exports = ExportsPart(look, runner, provider, self.notice, rights)
        self.trail = AuditPart(
            look, runner, provider.audit, parts.book, self.notice, self._now, rights
        )
        self.figures = FiguresPart(look, runner, provider, self.notice, rights)
        self._pages = QStackedWidget()
        self._lay_out()
        self.switch.chosen.connect(self._turn)
        runner.changed.connect(self._look_again)
        self._set_words()

    @property
    def current(self) -> ExportsPart | AuditPart | FiguresPart:
        """The part in front."""
        return (self.exports, self.trail, self.figures)[self.switch.current]

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""
        self.switch.choose(part)
        self.current.focus_first()

    def be_shown(self) -> None:
        """Be ready for the keyboard."""
        self.current.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Read at the first look, and again after changes."""
        super().showEvent(event)
        self._read_if_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in a narrow window."""
        super().resizeEvent(event)
        self._hint.setVisible(self.window().width() >= _WIDE)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        toolbar = QFrame()
        toolbar.setObjectName("toolbar")
        toolbar.setFixedHeight(56)
        bar = QHBoxLayout(toolbar)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self._title)
        bar.addWidget(self._hint, 1)
        bar.addStretch(0)
        bar.addWidget(self.switch)
        for part in (self.exports, self.trail, self.figures):
            self._pages.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)

    def _turn(self, part: int) -> None:
        self.notice.put_away()
        self._pages.setCurrentIndex(part)
        self._set_hint()
        self._read_if_stale()

    def _read_if_stale(self) -> None:
        part = self.switch.current
        if part not in self._stale:
            return
        self._stale.discard(part)
        self.current.refresh()
        if part != TRAIL:
            self._read_activities()

    def read_again(self) -> None:
        """Read the part in front again."""
        self._stale.add(self.switch.current)
        self._read_if_stale()

    def _read_activities(self) -> None:
        def take(activities: Sequence[ActivityRow]) -> None:
            self.exports.form.show_activities(activities)
            self.figures.show_activities(activities)

        self._parts.runner.start(
            Operation(self._parts.activities, take, self, self.notice.show_problem)
        )

    def _look_again(self, changes: frozenset[Changed]) -> None:
        """Read again when the screen is next looked at; what somebody reads now stays."""
        if changes:
            self._stale = {EXPORTS, TRAIL, FIGURES}

    def write_out(self) -> None:
        """Ask where what is in front shall be written; the brief has buttons of its own."""
        why_not = self._parts.rights.why_not(Act.EXPORT)
        if why_not:
            self.notice.show_sentence(why_not, "warn")
        elif self.current is self.exports:
            self.exports.ask_where()
        elif self.current is self.trail:
            self.trail.bar.ask_purpose()

    def search_trail(self) -> None:
        """Put the cursor into the search of the audit trail."""
        self.switch.choose(TRAIL)
        self.trail.focus_search()

    def _now(self) -> datetime:
        return datetime.now(self._parts.zone).astimezone(self._parts.zone)

    def _set_hint(self) -> None:
        self._hint.setText(
            (
                self.tr("Lists and papers for offices, with only the columns they need"),
                self.tr("Who changed what, when and where; nothing here can be altered"),
                self.tr("Counted from the records, as of now"),
            )[self.switch.current]
        )

    def _set_words(self) -> None:
        self._title.setText(self.tr("Reports"))
        self.switch.set_words(self.tr("Exports"), self.tr("Audit trail"), self.tr("Statistics"))
        self.switch.setAccessibleName(self.tr("Parts of the reports"))
        self._set_hint()
