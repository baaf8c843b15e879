"""Printing the plan, the marks on the floor and the call list of the batch shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.domain.stage_terms import Viewpoint
from qhsign.services.stage_looks import StageLook
from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.notices import Notice
from qhsign.ui.stage.stage_head import CALLS, MARKS, PLAN
from qhsign.ui.stage.stage_provider import StageProvider
from qhsign.ui.stage.stage_words import batch_word

if TYPE_CHECKING:
    from qhsign.services.stage_marks import MarksPrinted
    from qhsign.services.stage_prints import StagePrinted

_PRINTED = frozenset({Changed.PRINTS, Changed.CONTRACTS})
_ENDINGS = (".docx", ".xlsx")


class StagePrint(QObject):
    """Tells in ``notice`` what is wrong before anything is printed, and afterwards what was."""

    def __init__(
        self, parts: CeremonyParts, provider: StageProvider, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts, self._provider = parts, provider
        self._notice, self._window = notice, window

    def ask(self, what: str, batch: BatchRow, plan: StageLook, viewpoint: Viewpoint) -> None:
        """Say what is wrong with the batch, if anything is; then ask for the file and print."""
        doubts = self._doubts(what, plan)
        if doubts:
            self._notice.show_sentence(
                "\n".join(doubts),
                "warn",
                self.tr("Print all the same"),
                lambda: self.ask_where(what, batch, viewpoint),
            )
        else:
            self.ask_where(what, batch, viewpoint)

    def ask_where(self, what: str, batch: BatchRow, viewpoint: Viewpoint) -> None:
        """Ask for the file, and print into it."""
        word = {
            PLAN: self.tr("Plan of the stage"),
            MARKS: self.tr("Marks on the floor"),
            CALLS: self.tr("Call list"),
        }[what]
        kinds = [self.tr("PDF files") + " (*.pdf)"]
        if what == CALLS:
            kinds += [
                self.tr("Word documents") + " (*.docx)", self.tr("Workbooks") + " (*.xlsx)",
            ]  # fmt: skip
        start = self._parts.preferences.print_folder
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, word, str(start / f"{word} {batch_word(batch)}.pdf"), ";;".join(kinds)
        )
        if chosen:
            ending = next((each for each in _ENDINGS if each in kind), ".pdf")
            self.print_into(what, batch, Path(chosen).with_suffix(ending), viewpoint)

    def print_into(self, what: str, batch: BatchRow, out: Path, viewpoint: Viewpoint) -> None:
        """Print into a file; what was printed is told in the notice."""
        provider, language = self._provider, self._parts.look.language
        if what == MARKS:
            self._start(
                lambda: provider.print_marks(batch.number, out),
                lambda done: self._tell_marks(done, out),
            )
        elif what == CALLS:
            self._start(
                lambda: provider.print_calls(batch.number, out, language),
                lambda done: self._tell(done, out),
            )
        else:
            self._start(
                lambda: provider.print_plan(batch.number, out, viewpoint, language),
                lambda done: self._tell(done, out),
            )

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._notice.put_away()
        self._parts.runner.start(
            Operation(
                work, done, self, self._notice.show_problem, pool=Pool.FILES, changes=_PRINTED
            )
        )

    def _doubts(self, what: str, plan: StageLook) -> list[str]:
        doubts = []
        if plan.findings:
            words = self.tr("{count} things are to be looked at first: they stand over the plan.")
            doubts.append(words.format(count=len(plan.findings)))
        if what == PLAN and not plan.approval.is_approved:
            doubts.append(self.tr("The plan is not approved yet: its foot says so in print."))
        return doubts

    def _tell(self, done: "StagePrinted", out: Path) -> None:
        words = self.tr("Saved as {file}.").format(file=out.name)
        if done.pages is not None:
            words = self.tr("Saved as {file}: {pages} pages.").format(
                file=out.name, pages=done.pages
            )
        self._told(words, len(done.findings), out)

    def _tell_marks(self, done: "MarksPrinted", out: Path) -> None:
        words = self.tr("Saved as {file}: {count} marks on {pages} pages.").format(
            file=out.name, count=done.marks, pages=done.pages
        )
        self._told(words, len(done.findings), out)

    def _told(self, words: str, findings: int, out: Path) -> None:
        if findings:
            found = self.tr("{count} texts could not be set as they should.").format(count=findings)
            words = f"{words}\n{found}"
        file = QUrl.fromLocalFile(str(out))
        self._notice.show_sentence(
            words,
            "warn" if findings else "ok",
            self.tr("Open"),
            lambda: (QDesktopServices.openUrl(file), None)[1],
        )
