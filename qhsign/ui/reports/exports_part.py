"""导出: which report, what it holds, its first page, the file, and the exports before it."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qhsign.background.runner import Runner
from qhsign.domain.roles import Act
from qhsign.services.report_records import Report, ReportPreview
from qhsign.ui.notices import Notice
from qhsign.ui.prints.preview_pane import PreviewPane
from qhsign.ui.reports.export_form import ExportForm
from qhsign.ui.reports.export_work import ExportWork
from qhsign.ui.reports.past_list import PastList
from qhsign.ui.reports.report_list import ReportList
from qhsign.ui.reports.report_provider import ReportProvider
from qhsign.ui.reports.report_run import ReportRun
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look

_WIDE = 1100
_REPORTS_PX, _REPORTS_NARROW_PX, _FORM_PX, _FORM_NARROW_PX, _BAR_PX = 248, 188, 316, 288, 14
_LIST_LEAST_PX, _ANY_PX = 120, 16_777_215
_PREVIEW, _PAST = range(2)


class ExportsPart(QWidget):
    """Reads nothing until ``refresh`` is called."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: ReportProvider,
        notice: Notice,
        rights: Rights,
    ) -> None:
        super().__init__()
        self._look, self.notice, self._rights = look, notice, rights
        self.work = ExportWork(provider, runner, self)
        self.run = ReportRun(look, self.work, notice, self)
        self.reports = ReportList(look)
        self.form = ExportForm(look)
        self.preview = PreviewPane(look)
        self.past = PastList(look)
        self._rows = label("second", wrap=True)
        self.button = QPushButton()
        self._other = QPushButton()
        self._right = QStackedWidget()
        self._reports_pane, self._form_pane, self._sheet = QFrame(), QFrame(), QWidget()
        self._lay_out()
        self._connect()
        self._set_words()

    def refresh(self) -> None:
        """Read what there is to choose from, the page and the last exports again."""
        self.work.read_choices()
        self.work.read_past()
        if self.form.columns_of_report() and not self.form.columns.count():
            self.work.read_columns(self.reports.current)
        else:
            self._ask()

    def focus_first(self) -> None:
        """Be ready to choose a report."""
        self.reports.setFocus()

    def ask_where(self) -> None:
        """Ask for the file, and write it."""
        if not self.may_write:
            return
        self.run.ask_where(self.form.wish(), self.form.format)

    def write_to(self, out: Path) -> None:
        """Write the report into a file."""
        self.run.write(self.form.wish(), out)

    @property
    def may_write(self) -> bool:
        """Whether who works here may write, there is something to write and its purpose is told.

        Never while something is being written.
        """
        if not self._rights.may(Act.EXPORT):
            return False
        form = self.form
        return not (self.run.is_running or form.lacks_columns or form.lacks_purpose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the reports and the form less room in a narrow window."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the page is made again in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self.work.preview is not None:
                self._ask()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._reports_pane.setObjectName("choices-pane")
        left = QVBoxLayout(self._reports_pane)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addWidget(self.reports, 1)
        self._past_slot = QVBoxLayout()
        self._past_slot.setContentsMargins(0, 0, 0, 0)
        left.addLayout(self._past_slot, 1)
        self._other.setProperty("kind", "text")
        left.addWidget(self._other, 0, Qt.AlignmentFlag.AlignHCenter)
        self._form_pane.setObjectName("choices-pane")
        inside = QVBoxLayout(self._sheet)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.form)
        foot = QFrame()
        foot.setObjectName("run-foot")
        ends = QVBoxLayout(foot)
        ends.setContentsMargins(16, 10, 16, 12)
        ends.setSpacing(8)
        self.button.setProperty("kind", "primary")
        self._look.put_icon(self.button, "export", "on-accent", 18)
        ends.addWidget(self._rows)
        ends.addWidget(self.button)
        middle = QVBoxLayout(self._form_pane)
        middle.setContentsMargins(0, 0, 1, 0)
        middle.setSpacing(0)
        middle.addWidget(TallScroll(self._sheet), 1)
        middle.addWidget(foot)
        self._right.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._reports_pane)
        row.addWidget(self._form_pane)
        row.addWidget(self._right, 1)

    def _connect(self) -> None:
        self.reports.chosen.connect(self._choose)
        self.form.changed.connect(self._ask)
        self.form.settled.connect(self._settle)
        self.button.clicked.connect(self.ask_where)
        self._other.clicked.connect(self._turn_over)
        self.preview.went.connect(self.work.step)
        self.preview.went_to_end.connect(self.work.step_to_end)
        self.preview.view.sharper.connect(self.work.draw_at)
        work = self.work
        work.columns_read.connect(self.form.show_columns)
        work.choices_read.connect(self.form.show_choices)
        work.past_read.connect(self.past.show_exports)
        work.shown.connect(self.preview.show_picture)
        work.not_shown.connect(self.preview.show_problem)
        work.moved.connect(self._moved)
        work.failed.connect(self.notice.show_problem)
        self._rights.changed.connect(self._settle)
        self._rights.explain(self.button, Act.EXPORT)
        self.run.began.connect(self._settle)
        self.run.ended.connect(self._ended)

    def _choose(self, report: Report) -> None:
        self.notice.put_away()
        self.form.show_report(report)
        if self.form.columns_of_report():
            self.work.read_columns(report)  # the page follows the columns
        else:
            self.work.forget_columns()
            self._ask()

    def _ask(self) -> None:
        wish = self.form.wish()
        if self.form.lacks_columns:
            self.preview.show_words(self.tr("Tick at least one column."))
            return
        self.work.show(wish)

    def _moved(self) -> None:
        work, preview = self.work, self.work.preview
        if preview is None:
            self.preview.show_place("", "", back=False, on=False)
            self._settle()
            return
        if preview.is_cut:
            place = self.tr("First page")
        else:
            words = self.tr("page {page} of {pages}")
            place = words.format(page=work.page, pages=work.pages)
        rows = self.tr("{count} rows").format(count=f"{preview.rows:,}")
        if self._is_narrow():
            # The part that gives way; how many rows there are stands over the button, too.
            place, rows = "", place if preview.is_cut else f"{place}  {rows}"
        self.preview.show_place(place, rows, back=work.page > 1, on=work.page < work.pages)
        self._settle()

    def _settle(self) -> None:
        """Say what an export would write now."""
        preview = self.work.preview
        if self.form.lacks_purpose:
            self._rows.setText(self.tr("Say what the columns with a lock are for."))
        elif preview is not None:
            words = self._rows_words(preview)
            self._rows.setText(words.format(count=f"{preview.rows:,}"))
        else:
            self._rows.setText("")
        self._rows.setVisible(bool(self._rows.text()))
        self.button.setEnabled(self.may_write)

    def _rows_words(self, preview: ReportPreview) -> str:
        if preview.is_cut and self.form.wish().purpose:
            return self.tr("{count} rows; the preview is the first page, sensitive values masked.")
        if preview.is_cut:
            return self.tr("{count} rows; the preview is the first page.")
        if self.form.wish().purpose:
            return self.tr("{count} rows; sensitive values stay masked in the preview.")
        return self.tr("{count} rows")

    def _ended(self) -> None:
        self._settle()
        self.work.read_past()

    def _turn_over(self) -> None:
        """Show the last exports in place of the page, or the page again."""
        if not self._is_narrow():
            return
        self._right.setCurrentIndex(_PAST if self._right.currentIndex() == _PREVIEW else _PREVIEW)
        self._name_other()

    def _is_narrow(self) -> bool:
        return self.window().width() < _WIDE

    def _place(self) -> None:
        narrow = self._is_narrow()
        self._reports_pane.setFixedWidth(_REPORTS_NARROW_PX if narrow else _REPORTS_PX)
        needed = self._sheet.minimumSizeHint().width() + _BAR_PX
        self._form_pane.setFixedWidth(max(_FORM_NARROW_PX if narrow else _FORM_PX, needed))
        self._other.setVisible(narrow)
        whole = self.reports.whole_height
        self.reports.setMinimumHeight(_LIST_LEAST_PX if narrow else whole)
        self.reports.setMaximumHeight(_ANY_PX if narrow else whole)
        if narrow and self._right.count() == 1:
            self._right.addWidget(self.past)
        elif not narrow and self._past_slot.count() == 0:
            self._past_slot.addWidget(self.past)
        self.past.setVisible(not narrow or self._right.currentIndex() == _PAST)

    def _name_other(self) -> None:
        on_page = self._right.currentIndex() == _PREVIEW
        self._other.setText(self.tr("Last exports") if on_page else self.tr("Preview"))

    def _set_words(self) -> None:
        self.button.setText(self.tr("Export…"))
        self.button.setAccessibleName(self.tr("Export…"))
        self._name_other()
        self._moved()
        self._place()
