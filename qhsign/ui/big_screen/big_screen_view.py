"""The picture the hall sees: one screen of the ceremony, painted at whatever size it has."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from qhsign.domain.ceremony import Screen
from qhsign.services.big_screen import BigScreen
from qhsign.ui.big_screen.hall_pen import GROUND, HallPen
from qhsign.ui.big_screen.hall_words import HallVoice
from qhsign.ui.big_screen.plain_pictures import (
    paint_arrivals,
    paint_statistics,
    paint_thanks,
    paint_welcome,
)
from qhsign.ui.big_screen.signing_picture import pages_of, paint_signing
from qhsign.ui.theme import Look

TURN_MS = 12_000
"""How long each page of a long batch stays."""
_DRAWN = (1920, 1080)
_LEAST = (480, 270)
_PLAIN: Mapping[Screen, Callable[[HallPen, BigScreen], None]] = {
    Screen.WELCOME: paint_welcome,
    Screen.ARRIVALS: paint_arrivals,
    Screen.STATISTICS: paint_statistics,
    Screen.THANKS: paint_thanks,
}


class BigScreenView(QWidget):
    """A window of its own that never takes the keyboard; ``changed`` tells of another picture.

    ``closed`` is emitted when somebody closes the window by its frame, ``doubled`` when it is
    double-clicked. A batch of several pages turns them by itself, except while it is held.
    """

    changed = Signal()
    closed = Signal()
    doubled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("big-screen")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(*_LEAST)
        self.resize(*_DRAWN)
        self._look = look
        self._shown: BigScreen | None = None
        self._page, self._held, self._voice = 0, False, HallVoice.CHINESE
        self._turner = QTimer(self)
        self._turner.setInterval(TURN_MS)
        self._turner.timeout.connect(self.turn)
        look.changed.connect(self.update)

    @property
    def shown(self) -> BigScreen | None:
        """What is on the screen; None before anything was read."""
        return self._shown

    @property
    def page(self) -> int:
        """The page of the batch that shows, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages the batch takes."""
        if self._shown is None or self._shown.screen is not Screen.SIGNING:
            return 1
        return len(pages_of(self._shown.rows, self._voice))

    def show_screen(self, shown: BigScreen, *, held: bool = False) -> None:
        """Show another screen with one cut; ``held`` keeps the picture that is there (停住画面)."""
        keeps = held and self._held and self._shown is not None
        self._held = held
        if not keeps and shown != self._shown:
            if self._shown is None or _subject(shown) != _subject(self._shown):
                self._page = 0
            self._shown = shown
            self._page = min(self._page, self.pages - 1)
            self.setAccessibleName(" ".join(each for each in _subject(shown) if each))
            # At once: the hall goes before the window of the operator.
            self.repaint()
            self.changed.emit()
        self._keep_turning()

    def speak(self, voice: HallVoice) -> None:
        """Show the same in another language."""
        if voice is not self._voice:
            self._voice = voice
            self._page = min(self._page, self.pages - 1)
            self.update()
            self.changed.emit()
            self._keep_turning()

    def turn(self) -> None:
        """Show the next page of a long batch, after the last the first."""
        if self.pages > 1:
            self._page = (self._page + 1) % self.pages
            self.update()
            self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the screen; before anything was read the hall sees the bare ground."""
        del event
        painter = QPainter(self)
        if self._shown is None:
            painter.fillRect(self.rect(), GROUND)
        else:
            pen = HallPen(painter, self._look, QSizeF(self.size()), self._voice)
            if self._shown.screen is Screen.SIGNING:
                paint_signing(pen, self._shown, self._page)
            else:
                _PLAIN[self._shown.screen](pen, self._shown)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the copy follow the shape."""
        super().resizeEvent(event)
        self.changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the screen, or be a window again."""
        event.accept()
        self.doubled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the hall has no picture any more."""
        super().closeEvent(event)
        self.closed.emit()

    def _keep_turning(self) -> None:
        if self.pages > 1 and not self._held:
            if not self._turner.isActive():
                self._turner.start()
        else:
            self._turner.stop()


def _subject(shown: BigScreen) -> tuple[str, ...]:
    """Return what tells one picture from the next version of the same."""
    return (shown.event, shown.slate, shown.screen.value, shown.batch)
