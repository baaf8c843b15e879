"""Brings lists into the guest screen: the button, the drop, the wizard over it, the undo."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.services.list_records import CONTRACTS
from qhsign.ui.later import Later
from qhsign.ui.lists.list_provider import ListProvider
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from qhsign.services.import_records import ImportReport, Undone
    from qhsign.ui.lists.import_wizard import ImportWizard
    from qhsign.ui.lists.undo_bar import UndoBar


class ListDesk(QObject):
    """Lies over ``page``; ``gone_back`` is called when the wizard closes.

    What it says of an import keeps to the part of the page it was told to ``keep_beside``.
    """

    def __init__(
        self,
        look: Look,
        runner: Runner,
        provider: ListProvider,
        page: QWidget,
        gone_back: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._look, self._runner, self._provider = look, runner, provider
        self._page, self._gone_back = page, gone_back
        self._beside = page
        self._wizard, self._undo_bar = Later(self._build_wizard), Later(self._build_undo_bar)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the wizard covers the guest screen."""
        return self._wizard.is_built and not self.wizard.isHidden()

    @property
    def wizard(self) -> "ImportWizard":
        """The wizard that lies over the guest screen while a list is imported."""
        return self._wizard()

    @property
    def undo_bar(self) -> "UndoBar":
        """What says of an import that it can be taken back."""
        return self._undo_bar()

    def keep_beside(self, part: QWidget) -> None:
        """Say what was imported over the foot of a part of the page: filters stay in reach."""
        self._beside = part
        part.installEventFilter(self)

    def open_wizard(self) -> None:
        """Bring the wizard up; one that is open stays where it is."""
        if not self.is_open:
            self.wizard.setGeometry(self._page.rect())
            self.wizard.open_first()

    def take_file(self, path: Path) -> None:
        """Look at a file dropped on the screen."""
        if not self.wizard.is_busy:
            self.open_wizard()
            self.wizard.take_file(path)

    def undo(self, number: int) -> None:
        """Take an import back, and say so."""

        def told(done: "Undone") -> None:
            if done.kept and done.kind == CONTRACTS:
                words = self.tr("Import {number} is taken back; {kept} contracts stay changed.")
            elif done.kept:
                words = self.tr("Import {number} is taken back; {kept} changed since stay.")
            else:
                words = self.tr("Import {number} is taken back.")
            self.undo_bar.show_done(words.format(number=number, kept=done.kept), "", None)
            if self.is_open:
                self.wizard.read_past()

        changes = frozenset({Changed.GUESTS, Changed.CONTRACTS, Changed.ACTIVITIES})
        work = partial(self._provider.undo, number)
        failed = self.wizard.notice.show_problem if self.is_open else self.undo_bar.show_problem
        self._runner.start(Operation(work, told, self, failed, changes=changes))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wizard over the whole screen, and take files dropped on it."""
        if watched is self._page:
            if event.type() == QEvent.Type.Resize:
                self._place()
            elif isinstance(event, QDropEvent):
                return self._drop(event)
        elif watched is self._beside and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _drop(self, event: QDropEvent) -> bool:
        files = dropped_files(event)
        if len(files) != 1:
            event.ignore()
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.Drop:
            self.take_file(files[0])
        return True

    def _build_wizard(self) -> "ImportWizard":
        from qhsign.ui.lists.import_wizard import ImportWizard

        wizard = ImportWizard(self._look, self._runner, self._provider)
        wizard.setParent(self._page)
        wizard.hide()
        wizard.closed.connect(self._gone_back)
        wizard.imported.connect(self._tell)
        wizard.undo_asked.connect(self.undo)
        return wizard

    def _build_undo_bar(self) -> "UndoBar":
        from qhsign.ui.lists.undo_bar import UndoBar

        return UndoBar(self._look, self._page, self._beside)

    def _place(self) -> None:
        if self._wizard.is_built:
            self.wizard.setGeometry(self._page.rect())
        if self._undo_bar.is_built:
            self.undo_bar.place()

    def _tell(self, report: "ImportReport") -> None:
        number = report.number
        if number is None:
            return
        words = self.tr("Import {number}: {new} new guests, {changed} changed.")
        if self.wizard.kind == CONTRACTS:
            words = self.tr("Import {number}: {new} new contracts, {changed} changed.")
        cancelled = self.wizard.cancelled
        if cancelled:
            words = self.tr("{said} {count} set to cancelled.").format(said=words, count=cancelled)
        words = words.format(number=number, new=f"{report.new:,}", changed=f"{report.changed:,}")
        self.undo_bar.show_done(words, self.tr("Undo"), partial(self.undo, number))


def dropped_files(event: QDropEvent) -> Sequence[Path]:
    """Return the files of this machine that lie under the pointer."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
