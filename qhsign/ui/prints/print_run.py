"""One run from the button to the file: where to, how far, and what is said at the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qhsign.background.progress import Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.services.print_records import Printable, Printed, PrintWish
from qhsign.ui.notices import Notice
from qhsign.ui.prints.print_words import what_word
from qhsign.ui.prints.print_work import Outcome, PrintWork
from qhsign.ui.shared.progress_dialog import ProgressDialog

_ENDINGS = (".docx", ".xlsx")


class PrintRun(QObject):
    """Prints a wish into the file a person names; ``began`` and ``ended`` frame it."""

    began = Signal()
    ended = Signal()

    def __init__(self, work: PrintWork, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._notice, self._window = work, notice, window
        self.is_running = False

    def start(self, wish: PrintWish, title: str) -> None:
        """Ask for the file in a dialog called ``title``, and print into it."""
        path = self._ask_for_file(wish.what, title)
        if path is not None:
            self.print_into(wish, path)

    def print_into(self, wish: PrintWish, path: Path) -> None:
        """Print into a file, with a dialog that counts and can cancel when it takes long."""
        progress = Progress()
        title = self.tr("Printing: {what}").format(what=what_word(wish.what))
        dialog = ProgressDialog(title, progress, self._window)
        self._notice.put_away()
        self.is_running = True
        self.began.emit()

        def then(say: Callable[[], None]) -> None:
            dialog.finish()
            self.is_running = False
            say()
            self.ended.emit()
            self._work.read_ledger()

        def done(printed: Printed) -> None:
            then(lambda: self._tell(printed, path, wish.what))

        def failed(problem: ProblemForUser) -> None:
            then(lambda: self._notice.show_problem(problem))

        def stopped() -> None:
            said = self.tr("Printing was cancelled, and no file was left.")
            then(lambda: self._notice.show_sentence(said, "warn"))

        self._work.print_out(wish, path, progress, Outcome(done, failed, stopped))

    def _ask_for_file(self, what: Printable, title: str) -> Path | None:
        files, documents = self.tr("PDF files"), self.tr("Word documents")
        workbooks = self.tr("Workbooks")
        words = {".pdf": files, ".docx": documents, ".xlsx": workbooks}
        kinds = [f"{words[ending]} (*{ending})" for ending in what.formats]
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, title, f"{what_word(what)}.pdf", ";;".join(kinds)
        )
        if not chosen:
            return None
        wanted = next((ending for ending in _ENDINGS if ending in kind), ".pdf")
        path = Path(chosen)
        known = path.suffix.lower() in {".pdf", *_ENDINGS}
        # The dialog proposes a PDF: another kind chosen there changes the ending, too.
        if known and (path.suffix.lower() == wanted or wanted == ".pdf"):
            return path
        return path.with_suffix(wanted) if known else path.with_name(f"{path.name}{wanted}")

    def _tell(self, printed: Printed, path: Path, what: Printable) -> None:
        if not printed.pieces and what.on_layouts:
            said = self.tr("Nothing was printed: see what the check found.")
            self._notice.show_sentence(said, "warn")
            return
        said = self.tr("Saved as {file}.").format(file=path.name)
        if printed.pages is not None:
            said = self.tr("Saved as {file}: {pages} pages.").format(
                file=path.name, pages=f"{printed.pages:,}"
            )
        self._notice.show_sentence(said, "ok", self.tr("Open"), lambda: _open(path))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
