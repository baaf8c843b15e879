"""Where the big screen is shown: on which monitor, or as a window, and that it closes in time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.big_screen import BigScreen
from qhsign.ui.big_screen.big_screen_view import BigScreenView
from qhsign.ui.big_screen.hall_words import HallVoice
from qhsign.ui.theme import Look

WINDOW = "window"
"""The place of a big screen that is a window one can move."""
_OPEN = "on"
_WINDOW_SIZE = (960, 540)


class HallScreen(QObject):
    """Keeps the one big screen of an event; ``changed`` tells that it opened, closed or moved.

    What this desk keeps says where it was and whether it was open. ``owner`` is a part of the
    event's window: the big screen goes with it. A monitor that is unplugged takes the big screen
    away, so that it never covers the operator's own; plugged in again, it has it back.
    """

    changed = Signal()

    def __init__(self, look: Look, preferences: DeskPreferences, owner: QWidget) -> None:
        super().__init__(owner)
        self._preferences, self._owner = preferences, owner
        self.view = BigScreenView(look)
        self.follow_voice()
        self._place = ""
        self._is_lost = False
        self.view.closed.connect(self._closed)
        self.view.doubled.connect(self._fill_or_not)
        owner.destroyed.connect(self.view.deleteLater)
        owner.window().installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._removed)
            application.screenAdded.connect(self._added)

    @property
    def is_open(self) -> bool:
        """Whether the hall sees it."""
        return self.view.isVisible()

    @property
    def is_lost(self) -> bool:
        """Whether its monitor was unplugged while it was open."""
        return self._is_lost

    @property
    def place(self) -> str:
        """The name of the monitor it is on or was last on, or WINDOW."""
        return self._place or self._preferences.settings.big_screen or self._usual_place()

    @property
    def size_words(self) -> str:
        """How large it is in dots, such as 1920×1080."""
        ratio = self.view.devicePixelRatioF()
        return f"{round(self.view.width() * ratio)}×{round(self.view.height() * ratio)}"

    def places(self) -> Sequence[tuple[str, str]]:
        """Return the monitors beside the operator's own: name, and name with size."""
        own = self._owner.screen()
        return [
            (each.name(), f"{each.name()}  {dots(each)}")
            for each in QGuiApplication.screens()
            if each is not own
        ]

    @property
    def voice(self) -> HallVoice:
        """What the hall reads."""
        return HallVoice.read(self._preferences.settings.big_screen_language)

    def speak(self, voice: HallVoice) -> None:
        """Have the hall read another language from now on."""
        self._preferences.change(big_screen_language=str(voice))
        self.follow_voice()

    def follow_voice(self) -> None:
        """Show the language this desk has chosen, wherever that was."""
        self.view.speak(self.voice)

    def show_screen(self, shown: BigScreen, *, held: bool) -> None:
        """Show what the console says."""
        self.view.show_screen(shown, held=held)

    def open(self, place: str = "") -> None:
        """Open on a monitor by its name, or as a window; on the last one where none is named."""
        place = place or self.place
        screen = next((each for each in QGuiApplication.screens() if each.name() == place), None)
        self._is_lost = False
        self.view.hide()
        if screen is None or screen is self._owner.screen():
            place = WINDOW
            self._be_window()
        else:
            self.view.setScreen(screen)
            self.view.setGeometry(screen.geometry())
            self._fill()
        self._place = place
        self._preferences.change(big_screen=place, big_screen_open=_OPEN)
        self.changed.emit()

    def reopen(self) -> None:
        """Open where it was when this desk was left, if it was open then."""
        if not self.is_open and self._preferences.settings.big_screen_open == _OPEN:
            self.open()

    def close(self) -> None:
        """Take it from the hall."""
        self._is_lost = False
        self.view.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the window of the event, and be there again when it is opened again."""
        del watched
        if event.type() == QEvent.Type.Close:
            self.view.hide()
        return False

    def _be_window(self) -> None:
        self.view.unsetCursor()
        self.view.setWindowState(Qt.WindowState.WindowNoState)
        self.view.resize(*_WINDOW_SIZE)
        self.view.show()

    def _fill(self) -> None:
        self.view.setCursor(Qt.CursorShape.BlankCursor)
        # Not showFullScreen: it would ask for the keyboard as well.
        self.view.setWindowState(Qt.WindowState.WindowFullScreen)
        self.view.show()

    def _fill_or_not(self) -> None:
        if self.view.isFullScreen():
            self._be_window()
        else:
            self._fill()
        self.changed.emit()

    def _closed(self) -> None:
        self._preferences.change(big_screen_open="")
        self.changed.emit()

    def _usual_place(self) -> str:
        beside = self.places()
        return beside[0][0] if beside else WINDOW

    def _removed(self, screen: QScreen) -> None:
        if self.is_open and screen.name() == self._place:
            self._is_lost = True
            self.view.hide()
            self.changed.emit()

    def _added(self, screen: QScreen) -> None:
        if self._is_lost and screen.name() == self._place:
            self.open(self._place)
        else:
            self.changed.emit()


def dots(screen: QScreen) -> str:
    """Return a monitor's size in dots, such as 1920×1080."""
    size, ratio = screen.geometry().size(), screen.devicePixelRatio()
    return f"{round(size.width() * ratio)}×{round(size.height() * ratio)}"
