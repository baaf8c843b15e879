"""Writing one report, from the file's name to the sentence at the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qhsign.background.progress import Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.services.report_records import ReportWish, ReportWritten
from qhsign.ui.notices import Notice
from qhsign.ui.reports.export_work import ExportWork, Outcome
from qhsign.ui.reports.report_words import report_word
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.theme import Look
from qhsign.wording import say

_MOST_DOUBTS = 3


class ReportRun(QObject):
    """``began`` and ``ended`` frame the writing of a file."""

    began = Signal()
    ended = Signal()

    def __init__(self, look: Look, work: ExportWork, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._work, self._notice, self._window = look, work, notice, window
        self.is_running = False

    def ask_where(self, wish: ReportWish, ending: str) -> None:
        """Ask for the file, and write it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export"),
            f"{report_word(wish.what)}.{ending}",
            f"{ending} (*.{ending})",
        )
        if chosen:
            self.write(wish, Path(chosen).with_suffix(f".{ending}"))

    def write(self, wish: ReportWish, out: Path) -> None:
        """Write a report into a file, with progress and a way to cancel."""
        progress = Progress()
        title = self.tr("Writing {name}").format(name=out.name)
        dialog = ProgressDialog(title, progress, self._window)
        self._notice.put_away()
        self.is_running = True
        self.began.emit()

        def then(tell: Callable[[], None]) -> None:
            dialog.finish()
            self.is_running = False
            tell()
            self.ended.emit()

        def done(written: ReportWritten) -> None:
            then(lambda: self._tell(written, out))

        def failed(problem: ProblemForUser) -> None:
            then(lambda: self._notice.show_problem(problem))

        def stopped() -> None:
            said = self.tr("The export was cancelled, and no file was left.")
            then(lambda: self._notice.show_sentence(said, "warn"))

        self._work.write(wish, out, progress, Outcome(done, failed, stopped))

    def _tell(self, written: ReportWritten, out: Path) -> None:
        words = self.tr("{rows} rows are written to {file}.")
        if written.pages is not None:
            words = self.tr("{rows} rows on {pages} pages are written to {file}.")
        sentences = [words.format(rows=f"{written.rows:,}", pages=written.pages, file=out.name)]
        for code, parameters in written.doubts[:_MOST_DOUBTS]:
            sentences.append(say(code, self._look.language, **parameters))
        more = len(written.doubts) - _MOST_DOUBTS
        if more > 0:
            sentences.append(self.tr("{count} more to look at").format(count=more))
        folder = QUrl.fromLocalFile(str(out.parent))
        self._notice.show_sentence(
            "\n".join(sentences),
            "warn" if written.doubts else "ok",
            self.tr("Open folder"),
            lambda: (QDesktopServices.openUrl(folder), None)[1],
        )
