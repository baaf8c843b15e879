"""The keys of the console: one press is one step, and a scanner's burst is none."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_GAP_MS = 35
"""A scanner sends its keys a few milliseconds apart; the fastest typist needs about sixty."""
_WAIT_MS = 45
"""How long a key is held back to see whether more follow in a scanner's rhythm."""
_BUSY_MS = 40
"""So much later than asked a timer is when the window was busy and keys may still be queued."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ConsoleKeys(QObject):
    """Watches whatever in ``page`` has the keyboard, after the filter that looks for badges.

    ``pressed`` is called with Qt.Key_Space or Qt.Key_Backspace pressed alone; a button that a
    person went to with Tab takes Space itself. Enter does nothing: scanners end their lines with
    it, and some desktops would press a button with it.
    """

    _HELD: ClassVar = {Qt.Key.Key_Space, Qt.Key.Key_Backspace}

    def __init__(
        self, page: QWidget, next_button: QWidget, pressed: Callable[[Qt.Key], None]
    ) -> None:
        super().__init__(page)
        self._page, self._next, self._pressed = page, next_button, pressed
        self._watched: QWidget | None = None
        self._held: tuple[Qt.Key, QWidget] | None = None
        self._stamp = 0
        self._seen = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._let_go)
        self._asked = QElapsedTimer()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, QApplication.focusWidget())

    @property
    def is_quiet(self) -> bool:
        """Whether no key is held back and the last one lies back longer than a scanner's gap."""
        rests = not self._seen.isValid() or self._seen.elapsed() > _GAP_MS
        return rests and not self._timer.isActive()

    def watch_also(self, widget: QWidget) -> None:
        """Take the keys of a window that should never get any, but may."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what makes steps until it is known to be alone."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return event.key() in self._HELD
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.isAutoRepeat():
            return event.key() in self._HELD or event.key() in _ENTER
        return self._key(watched, event)

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_burst = self._since_last(event) <= _GAP_MS
        if key != Qt.Key.Key_Shift:
            self._stamp = event.timestamp()
            self._seen.start()
        if is_burst:
            self._forget()
        elif key in self._HELD:
            self._held = (key, watched)
            self._asked.start()
            self._timer.start(_WAIT_MS)
        return key in self._HELD or key in _ENTER

    def _since_last(self, event: QKeyEvent) -> int:
        """Return the milliseconds since the last key was pressed; a busy window sees it later."""
        if not self._seen.isValid():
            return _GAP_MS + 1
        if self._stamp and event.timestamp() >= self._stamp:
            return event.timestamp() - self._stamp
        return self._seen.elapsed()

    def _let_go(self) -> None:
        """Act on the key that came alone; a window that was busy looks once more for others."""
        if self._asked.elapsed() > _WAIT_MS + _BUSY_MS:
            self._asked.start()
            self._timer.start(_WAIT_MS)
            return
        held, self._held = self._held, None
        if held is None or not self._page.isVisible():
            return
        key, widget = held
        is_other = isinstance(widget, QAbstractButton) and widget is not self._next
        if key == Qt.Key.Key_Space and is_other and widget is QApplication.focusWidget():
            if isinstance(widget, QAbstractButton):
                widget.click()
        else:
            self._pressed(key)

    def _forget(self) -> None:
        self._held = None
        self._timer.stop()

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = now if now is not None and self._is_ours(now) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _is_ours(self, widget: QWidget) -> bool:
        return widget is self._page or self._page.isAncestorOf(widget)
