"""The console as the screen of the ceremony has it: built when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.later import Later

if TYPE_CHECKING:
    from qhsign.ui.console.console_page import ConsolePage

_NARROW_PX = 1100
MANUAL_PAGE = "console"
"""The page of the manual that tells of it."""


class ConsoleDesk(QObject):
    """``button`` opens it over ``under``; ``to_board`` goes to the stage with a batch by its id.

    ``opened`` tells that it has come to the front.
    """

    opened = Signal()

    def __init__(
        self, parts: CeremonyParts, under: QWidget, to_board: Callable[[str], None]
    ) -> None:
        super().__init__(under)
        self._parts, self._under, self._to_board = parts, under, to_board
        self._page = Later(self._build)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        parts.look.put_icon(self.button, "monitor", "on-accent", 18)
        self.button.clicked.connect(self.open)
        if not self.is_there:
            self.button.hide()
        self.button.installEventFilter(self)
        under.installEventFilter(self)
        self._set_words()

    @property
    def is_there(self) -> bool:
        """Whether the event is given a console."""
        ceremony = self._parts.providers.ceremony
        return ceremony is not None and ceremony.console is not None

    @property
    def is_open(self) -> bool:
        """Whether it lies over the screen."""
        return self._page.is_built and self.page.is_open

    @property
    def page(self) -> "ConsolePage":
        """The console itself."""
        return self._page()

    def open(self) -> None:
        """Lay it over the screen and give it the keyboard."""
        if self.is_there:
            self.page.open_over(self._under)
            self.opened.emit()

    def turn_over(self) -> None:
        """Open it, or put it away; the ceremony goes on either way."""
        if self.is_open:
            self.page.put_away()
        else:
            self.open()

    def put_away(self) -> None:
        """Give the screen back."""
        if self.is_open:
            self.page.put_away()

    def turn_full(self) -> None:
        """Let it fill the monitor, or no longer."""
        if not self.is_open:
            self.open()
        if self.is_open:
            self.page.turn_full()

    def follow_hall(self) -> None:
        """Have the big screen speak the language this desk has chosen."""
        if self._page.is_built:
            self.page.hall.follow_voice()

    def turn_screen(self) -> None:
        """Show the big screen in the hall, or take it away."""
        if not self.is_open:
            self.open()
        if self.is_open:
            hall = self.page.hall
            if hall.is_open:
                hall.close()
            else:
                hall.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the button in the new language; a narrow window has room for its icon alone."""
        del watched
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.Resize}:
            self._set_words()
        return False

    def _build(self) -> "ConsolePage":
        from qhsign.ui.big_screen.hall_screen import HallScreen
        from qhsign.ui.console.console_page import ConsolePage
        from qhsign.ui.console.console_work import ConsoleWork

        parts = self._parts
        ceremony = parts.providers.ceremony
        if ceremony is None or ceremony.console is None:
            raise LookupError("this event has no console")
        work = ConsoleWork(parts.look, parts.runner, ceremony.console, self._under)
        hall = HallScreen(parts.look, parts.preferences, self._under)
        made = ConsolePage(parts, work, hall)
        made.left.connect(self.button.setFocus)
        made.board_asked.connect(self._to_board)
        return made

    def _set_words(self) -> None:
        narrow = self._under.window().width() < _NARROW_PX
        self.button.setText("" if narrow else self.tr("Console"))
        self.button.setAccessibleName(self.tr("Console"))
        self.button.setToolTip(self.tr("Lead the ceremony step by step: F10"))
