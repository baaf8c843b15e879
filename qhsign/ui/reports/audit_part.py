"""审计: the whole journal, newest first, filtered, in words; the chain's check; writing it out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qhsign.background.progress import Progress
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.audit_records import AuditExported, AuditPage
from qhsign.services.verification_records import Check
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.notices import Notice
from qhsign.ui.reports.audit_bar import AuditBar
from qhsign.ui.reports.audit_details import AuditDetails
from qhsign.ui.reports.audit_filters import AuditFilters
from qhsign.ui.reports.audit_list import AuditList
from qhsign.ui.reports.audit_model import AuditModel
from qhsign.ui.reports.audit_work import AuditWork, Outcome
from qhsign.ui.reports.report_provider import AuditProvider
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look
from qhsign.wording import say

_WIDE = 1100
_FILTERS_PX, _DETAILS_PX, _SIDE_NARROW_PX = 256, 320, 268
_LIST, _EMPTY = range(2)


class AuditPart(QWidget):
    """Reads nothing until ``refresh`` is called; ``now`` is in the event's own zone."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: AuditProvider,
        book: GuestBook,
        notice: Notice,
        now: Callable[[], datetime],
        rights: Rights,
    ) -> None:
        super().__init__()
        self._look, self.notice, self._now = look, notice, now
        self.work = AuditWork(provider, runner, self)
        self.filters = AuditFilters(look, book, now)
        # Its place depends on the width; without a parent it would outlive a window never shown.
        self.filters.setParent(self)
        self.bar = AuditBar(look, rights)
        self.model = AuditModel(self)
        self.list = AuditList(look, self.model)
        self.details = AuditDetails(look)
        self.empty = EmptyState(look, "search")
        self._pages, self._side = QStackedWidget(), QStackedWidget()
        self._is_read = False
        self._lay_out()
        self._connect()
        self._set_words()

    def refresh(self) -> None:
        """Read what there is to choose among, and search again."""
        self._is_read = True
        self.work.read_choices(self._look.language)
        self._search()

    def focus_first(self) -> None:
        """Be ready to go through the entries."""
        self.list.setFocus()

    def focus_search(self) -> None:
        """Go to the search, bringing the filters up."""
        if self._is_narrow():
            self._side.setCurrentWidget(self.filters)
            self._name_turn()
        self.filters.focus_first()

    def verify(self) -> None:
        """Check the file and walk the whole journal."""
        progress = Progress()

        def done(checks: Sequence[Check]) -> None:
            self.bar.show_checks(checks, self._now())
            self._tell_checks(checks)

        self._run(self.tr("Checking the journal"), progress, done, self.work.verify)

    def ask_where(self, ending: str) -> None:
        """Ask for the file, and write what is shown."""
        name = self.tr("Audit trail")
        chosen, _ = QFileDialog.getSaveFileName(
            self, name, f"{name}.{ending}", f"{ending} (*.{ending})"
        )
        if chosen:
            self.write_to(Path(chosen).with_suffix(f".{ending}"))

    def write_to(self, out: Path) -> None:
        """Write what is shown into a file, with progress and a way to cancel."""
        progress, purpose = Progress(), self.bar.given_purpose

        def done(written: AuditExported) -> None:
            self.bar.stop_asking()
            words = self.tr("{rows} entries are written to {file}.")
            folder = QUrl.fromLocalFile(str(out.parent))
            self.notice.show_sentence(
                words.format(rows=f"{written.rows:,}", file=out.name),
                "ok",
                self.tr("Open folder"),
                lambda: (QDesktopServices.openUrl(folder), None)[1],
            )
            self._search()

        def start(progress: Progress, outcome: Outcome) -> None:
            self.work.export(out, purpose, progress, outcome)

        title = self.tr("Writing {name}").format(name=out.name)
        self._run(title, progress, done, start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show filters and details beside the list, or one of them in a narrow window."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the entries are read again in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self._is_read:
                self.refresh()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self._pages, 1)
        self._left = QHBoxLayout()
        self._left.setContentsMargins(0, 0, 0, 0)
        self._side.addWidget(self.details)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left)
        row.addLayout(middle, 1)
        row.addWidget(self._side)

    def _connect(self) -> None:
        work = self.work
        self.filters.changed.connect(self._search)
        self.list.shown.connect(self.details.show_entry)
        self.details.operation_asked.connect(self.filters.show_operation)
        self.model.wanted.connect(work.read_more)
        self.empty.acted.connect(self._clear)
        self.bar.verify_asked.connect(self.verify)
        self.bar.turn_asked.connect(self._turn)
        self.bar.write_asked.connect(self.ask_where)
        work.first_read.connect(self._show)
        work.more_read.connect(self.model.add_page)
        work.counted.connect(lambda _: self._say_count())
        work.choices_read.connect(self.filters.show_choices)
        work.contracts_read.connect(self.filters.subject.show_contracts)
        work.failed.connect(self._fail)

    def _search(self) -> None:
        self.work.search(self.filters.wanted(), self._look.language)
        self._say_count()

    def _show(self, page: AuditPage) -> None:
        self.model.show_page(page)
        self.list.scrollToTop()
        if page.entries:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            self.details.show_entry(None)
        self._pages.setCurrentIndex(_LIST if page.entries else _EMPTY)
        self._say_count()

    def _fail(self, problem: ProblemForUser) -> None:
        self.model.give_up()
        self.notice.show_problem(problem)
        self._say_count()

    def _say_count(self) -> None:
        self.bar.show_count(self.work.total, searching=self.work.is_searching)

    def _clear(self) -> None:
        self.filters.put_back()
        self._search()

    def _run(
        self,
        title: str,
        progress: Progress,
        done: Callable[..., None],
        start: Callable[[Progress, Outcome], None],
    ) -> None:
        """Do long work with a count and a way to cancel."""
        dialog = ProgressDialog(title, progress, self)
        self.notice.put_away()
        self.bar.be_writing(writing=True)

        def ended() -> None:
            dialog.finish()
            self.bar.be_writing(writing=False)

        def succeed(answer: object) -> None:
            ended()
            done(answer)

        def failed(problem: ProblemForUser) -> None:
            ended()
            self.notice.show_problem(problem)

        start(progress, Outcome(succeed, failed, ended))

    def _tell_checks(self, checks: Sequence[Check]) -> None:
        """Say every check with what was found, those that do not hold first."""
        language = self._look.language
        lines = []
        for each in sorted(checks, key=lambda each: each.ok):
            name = say(f"check-{each.name}", language)
            mark = self.tr("yes") if each.ok else self.tr("NO")
            said = f"{name} {each.found}".strip()
            lines.append(self.tr("{check}: {mark}").format(check=said, mark=mark))
        wrong = any(not each.ok for each in checks)
        self.notice.show_sentence(self.tr("; ").join(lines), "bad" if wrong else "ok")

    def _is_narrow(self) -> bool:
        return self.window().width() < _WIDE

    def _turn(self) -> None:
        """Show the filters in place of the details, or the details again."""
        if not self._is_narrow():
            return
        other = self.filters if self._side.currentWidget() is self.details else self.details
        self._side.setCurrentWidget(other)
        self._name_turn()
        if other is self.filters:
            self.filters.focus_first()
        else:
            self.list.setFocus()

    def _place(self) -> None:
        narrow = self._is_narrow()
        self.bar.be_narrow(narrow=narrow)
        self._side.setFixedWidth(_SIDE_NARROW_PX if narrow else _DETAILS_PX)
        if narrow and self._side.count() == 1:
            self._side.addWidget(self.filters)
            self.filters.setMaximumWidth(_SIDE_NARROW_PX)
        elif not narrow and self._left.count() == 0:
            self._left.addWidget(self.filters)
            self.filters.show()
        if not narrow:
            self.filters.setFixedWidth(_FILTERS_PX)
        self._name_turn()

    def _name_turn(self) -> None:
        on_details = self._side.currentWidget() is self.details
        self.bar.name_turn(self.tr("Filter") if on_details else self.tr("Details"))

    def _set_words(self) -> None:
        self.list.setAccessibleName(self.tr("Entries of the journal"))
        self.empty.set_words(
            self.tr("No entry of the journal is like that."), self.tr("Clear the filters")
        )
        self._name_turn()
