"""Lists in and out of the guest screen: two buttons, two commands, what they open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from qhsign.background.runner import Runner
from qhsign.ui.export.export_provider import ExportProvider
from qhsign.ui.export.guests_shown import GuestsShown
from qhsign.ui.later import Later
from qhsign.ui.lists.list_desk import ListDesk
from qhsign.ui.lists.list_provider import ListProvider
from qhsign.ui.shared.plain_parts import pressed_by_enter
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from qhsign.ui.export.export_dialog import ExportDialog

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
        self._dialog = Later(lambda: _export_dialog(look, runner, providers[1], page))
        self.take_in, self.give_out = QPushButton(), QPushButton()
        look.put_icon(self.take_in, "import", "text-2", 18)
        look.put_icon(self.give_out, "export", "text-2", 18)
        self.take_in.clicked.connect(self.open_wizard)
        self.give_out.clicked.connect(self.open_export)
        pressed_by_enter(self.take_in, self.give_out)
        page.installEventFilter(self)
        self._set_words()

    @property
    def covers(self) -> bool:
        """Whether the wizard lies over the guest screen."""
        return self.desk.is_open

    @property
    def dialog(self) -> "ExportDialog":
        """The export dialog."""
        return self._dialog()

    def open_wizard(self) -> None:
        """Import a list."""
        self.desk.open_wizard()

    def open_export(self) -> None:
        """Ask what is to be written, and for whom."""
        self.dialog.open_for(self._shown())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it in the new language, and with icons alone where the window is narrow."""
        del watched
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.Resize}:
            self._set_words()
        return False

    def _set_words(self) -> None:
        narrow = self._page.window().width() < _NARROW
        self.take_in.setText("" if narrow else self.tr("Import"))
        self.take_in.setAccessibleName(self.tr("Import"))
        self.take_in.setToolTip(self.tr("Import a list of guests or contracts (Ctrl+I)"))
        self.give_out.setText("" if narrow else self.tr("Export"))
        self.give_out.setAccessibleName(self.tr("Export"))
        self.give_out.setToolTip(self.tr("Write guests, check-ins or contracts to a file (Ctrl+E)"))


def _export_dialog(
    look: Look, runner: Runner, provider: ExportProvider, page: QWidget
) -> "ExportDialog":
    from qhsign.ui.export.export_dialog import ExportDialog

    return ExportDialog(look, runner, provider, page)
