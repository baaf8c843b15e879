"""Writing the follow-up list: for a slate, for a region, as PDF, docx or xlsx."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import Progress
from qhsign.domain.file_names import file_name
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.follow_up.follow_up_provider import FollowUpProvider
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.wording import say

if TYPE_CHECKING:
    from qhsign.services.papers import PaperWritten

ENDINGS = (".xlsx", ".docx", ".pdf")


class ListWriter(QObject):
    """One list at a time; what was written is told in the bar."""

    def __init__(self, parts: CeremonyParts, provider: FollowUpProvider, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._provider, self._window = parts, provider, window
        self.is_running = False

    def ask_where(self, slate: str | None, region: str | None) -> None:
        """Ask for the file; its ending tells the format."""
        title = say("document-follow-up-list", self._parts.look.language)
        stem = "-".join(filter(None, (title, slate, region)))
        kinds = {f"{ending[1:]} (*{ending})": ending for ending in ENDINGS}
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Write the follow-up list"),
            file_name(stem, ENDINGS[0]),
            ";;".join(kinds),
        )
        if chosen:
            path = Path(chosen)
            known = path.suffix.lower() in ENDINGS
            ending = kinds.get(kind, ENDINGS[0])
            self.write(path if known else path.with_name(path.name + ending), slate, region)

    def write(self, out: Path, slate: str | None, region: str | None) -> None:
        """Write the list, with progress and a way to cancel."""
        if self.is_running:
            return
        progress, language = Progress(), self._parts.look.language
        title = self.tr("Writing {name}").format(name=out.name)
        dialog = ProgressDialog(title, progress, self._window)
        self.is_running = True

        def ended() -> None:
            dialog.finish()
            self.is_running = False

        def done(written: "PaperWritten") -> None:
            ended()
            self._tell(written, out)

        def failed(problem: ProblemForUser) -> None:
            ended()
            self._parts.bar.show_problem(problem)

        def stopped() -> None:
            ended()
            self._parts.bar.show_wrong(self.tr("Cancelled; no file was left."))

        provider = self._provider
        self._parts.runner.start(
            Operation(
                lambda: provider.write_list(out, slate, region, language, progress),
                done,
                self,
                failed,
                stopped,
                Pool.FILES,
                frozenset({Changed.PRINTS}),
                progress,
            )
        )

    def _tell(self, written: "PaperWritten", out: Path) -> None:
        words = self.tr("{rows} contracts are written to {file}.")
        if written.pages is not None:
            words = self.tr("{rows} contracts on {pages} pages are written to {file}.")
        said = words.format(rows=f"{written.rows:,}", pages=written.pages, file=out.name)
        folder = QUrl.fromLocalFile(str(out.parent))
        self._parts.bar.shown.emit(True)
        self._parts.bar.show_sentence(
            said, "ok", self.tr("Open folder"), lambda: (QDesktopServices.openUrl(folder), None)[1]
        )
