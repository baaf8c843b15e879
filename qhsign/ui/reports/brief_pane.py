"""The statistics brief (统计简报) as it will print, and writing it as a document or PDF."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qhsign.background.runner import Runner
from qhsign.domain.roles import Act
from qhsign.services.report_records import Report, ReportWish
from qhsign.ui.notices import Notice
from qhsign.ui.prints.preview_pane import PreviewPane
from qhsign.ui.reports.export_work import ExportWork
from qhsign.ui.reports.report_provider import ReportProvider
from qhsign.ui.reports.report_run import ReportRun
from qhsign.ui.shift.rights import Rights
from qhsign.ui.theme import Look


class BriefPane(QWidget):
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
        self._look, self._rights = look, rights
        self.work = ExportWork(provider, runner, self)
        self.run = ReportRun(look, self.work, notice, self)
        self.preview = PreviewPane(look)
        self.buttons = {ending: QPushButton() for ending in Report.BRIEF.formats}
        foot = QFrame()
        foot.setObjectName("run-foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(8)
        line.addStretch(1)
        for ending, button in self.buttons.items():
            look.put_icon(button, "export", "text-2", 18)
            button.clicked.connect(lambda _=False, ending=ending: self._ask(ending))
            rights.explain(button, Act.PRINT)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addWidget(foot)
        self._connect()
        self._set_words()

    def wish(self) -> ReportWish:
        """Return the brief in the window's language."""
        return ReportWish(Report.BRIEF, language=self._look.language)

    def refresh(self) -> None:
        """Make the brief again, as of now."""
        self.work.show(self.wish())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language; the brief is made again in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            if self.work.preview is not None:
                self.refresh()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.work.shown.connect(self.preview.show_picture)
        self.work.not_shown.connect(self.preview.show_problem)
        self.work.moved.connect(self._moved)
        self.preview.went.connect(self.work.step)
        self.preview.went_to_end.connect(self.work.step_to_end)
        self.preview.view.sharper.connect(self.work.draw_at)
        for come in (self.run.began, self.run.ended, self._rights.changed):
            come.connect(self._enable)
        self._enable()

    def _ask(self, ending: str) -> None:
        self.run.ask_where(self.wish(), ending)

    def _enable(self) -> None:
        for button in self.buttons.values():
            button.setEnabled(not self.run.is_running and self._rights.may(Act.PRINT))

    def _moved(self) -> None:
        work = self.work
        if work.preview is None:
            self.preview.show_place("", "", back=False, on=False)
            return
        place = self.tr("page {page} of {pages}").format(page=work.page, pages=work.pages)
        self.preview.show_place(place, "", back=work.page > 1, on=work.page < work.pages)

    def _set_words(self) -> None:
        words = {"docx": self.tr("Save as docx…"), "pdf": self.tr("Save as PDF…")}
        for ending, button in self.buttons.items():
            button.setText(words[ending])
            button.setAccessibleName(words[ending])
        self._moved()
