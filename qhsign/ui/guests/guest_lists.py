"""Lists in and out of the guest screen: two buttons, two commands, what they open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from qhsign.background.runner import Runner
from qhsign.ui.commands.command import Command
from qhsign.ui.export.export_dialog import ExportDialog, GuestsShown
from qhsign.ui.export.export_provider import ExportProvider
from qhsign.ui.guests.guest_commands import GUESTS
from qhsign.ui.lists.list_desk import ListDesk
from qhsign.ui.lists.list_provider import ListProvider
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP

_NARROW = 1100


class GuestLists(QObject):
    """``shown`` tells what the screen shows now; ``gone_back`` is called when the wizard closes."""

    def __init__(
        self,
        look: Look,
        runner: Runner,
        providers: tuple[ListProvider, ExportProvider],
        page: QWidget,
        shown: Callable[[], GuestsShown],
        gone_back: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._shown, self._page = shown, page
        self.desk = ListDesk(look, runner, providers[0], page, gone_back)
        self.dialog = ExportDialog(look, runner, providers[1], page)
        self.take_in, self.give_out = QPushButton(), QPushButton()
        look.put_icon(self.take_in, "import", "text-2", 18)
        look.put_icon(self.give_out, "export", "text-2", 18)
        self.take_in.clicked.connect(self.desk.open_wizard)
        self.give_out.clicked.connect(self.open_export)
        page.installEventFilter(self)
        self._set_words()

    @property
    def covers(self) -> bool:
        """Whether the wizard lies over the guest screen."""
        return self.desk.is_open

    def open_export(self) -> None:
        """Ask what is to be written, and for whom."""
        self.dialog.open_for(self._shown())

    def commands(self) -> Sequence[Command]:
        """Return what a person can ask for."""
        return (
            Command(
                "import-list", QT_TRANSLATE_NOOP("Commands", "Import a list"), "Ctrl+I", "import",
                GUESTS, self._is_free, self.desk.open_wizard,
            ),
            Command(
                "export-list", QT_TRANSLATE_NOOP("Commands", "Export a list"), "Ctrl+E", "export",
                GUESTS, self._is_free, self.open_export,
            ),
        )  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it in the new language, and with icons alone where the window is narrow."""
        del watched
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.Resize}:
            self._set_words()
        return False

    def _is_free(self) -> bool:
        return not self.covers

    def _set_words(self) -> None:
        narrow = self._page.window().width() < _NARROW
        self.take_in.setText("" if narrow else self.tr("Import"))
        self.take_in.setAccessibleName(self.tr("Import"))
        self.take_in.setToolTip(self.tr("Import a list of guests or contracts (Ctrl+I)"))
        self.give_out.setText("" if narrow else self.tr("Export"))
        self.give_out.setAccessibleName(self.tr("Export"))
        self.give_out.setToolTip(self.tr("Write guests, check-ins or contracts to a file (Ctrl+E)"))
