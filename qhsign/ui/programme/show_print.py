"""Printing the run of show from the screen: where to, and what is said of it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.services.stage_prints import StagePrinted
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.programme.programme_book import ProgrammeBook


class ShowPrint(QObject):
    """Asks for a file and writes the run of show into it, as a PDF or a Word document."""

    def __init__(self, parts: CeremonyParts, book: ProgrammeBook, window: QWidget) -> None:
        super().__init__(window)
        self._parts, self._book, self._window = parts, book, window

    def start(self) -> None:
        """Ask for the file and print into it."""
        if self._book.table is None:
            return
        files, documents = self.tr("PDF files"), self.tr("Word documents")
        name = self.tr("Run of show")
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Print the run of show"),
            f"{name}.pdf",
            f"{files} (*.pdf);;{documents} (*.docx)",
        )
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in {".pdf", ".docx"} or (
            ".docx" in kind and path.suffix.lower() == ".pdf"
        ):
            ending = ".docx" if ".docx" in kind else ".pdf"
            known = path.suffix.lower() == ".pdf"
            path = path.with_suffix(ending) if known else path.with_name(f"{path.name}{ending}")
        self.print_into(path)

    def print_into(self, path: Path) -> None:
        """Print into a file."""
        provider, slate = self._book.provider, self._book.shown
        language = self._parts.look.language
        self._parts.runner.start(
            Operation(
                lambda: provider.print_show(slate, path, language),
                lambda printed: self._tell(printed, path),
                self,
                self._parts.bar.show_problem,
                pool=Pool.FILES,
                changes=frozenset({Changed.PRINTS}),
            )
        )

    def _tell(self, printed: StagePrinted, path: Path) -> None:
        (paper,) = printed.papers
        said = self.tr("Saved as {file}, version {version}.")
        sentence = said.format(file=path.name, version=paper.version)
        found = len(printed.problems) + len(printed.findings)
        if found:
            more = self.tr("The check found {count} things: see the print screen.")
            sentence = f"{sentence} {more.format(count=found)}"
        self._parts.bar.show_done(sentence)
