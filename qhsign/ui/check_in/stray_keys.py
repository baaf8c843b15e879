"""Brings a scanner's keystrokes to the scan field, wherever on the check-in screen they land."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from qhsign.ui.check_in.scan_field import ScanField

# A scanner sends its keys a few milliseconds apart; the fastest typist needs about sixty.
_BURST_GAP_MS = 35
# Shorter runs may be a person's rolling fingers; the shortest code is seven digits.
_SHORTEST_BURST = 7
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StrayKeys(QObject):
    """An application event filter, at work while ``is_wanted`` says so.

    A character on a button, list or menu goes to the scan field at once. In another text field a
    person may be typing, so only a burst that ends with Enter is taken: the field gets back the
    text it had before.
    """

    def __init__(self, page: QWidget, field: ScanField, is_wanted: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._field, self._is_wanted = page, field, is_wanted
        self._clock = QElapsedTimer()
        self._clock.start()
        self._burst = ""
        self._before = ""
        self._last = 0
        self._target: QLineEdit | None = None

    def install(self) -> None:
        """Begin to watch the application's keys."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key press that is about to reach a widget."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or not self._is_wanted():
            return False
        if event.text() in {"\n", "\r"} and event.key() not in _ENDS:
            return self._press_enter(watched, event)
        if watched is self._field.input or isinstance(watched, QPlainTextEdit):
            # A sheet of many lines takes what is typed or scanned into it, line by line.
            return False
        if isinstance(watched, QLineEdit):
            return self._watch(watched, event)
        return self._fetch(watched, event)

    @staticmethod
    def _press_enter(watched: QWidget, event: QKeyEvent) -> bool:
        """Make Enter of a line feed or Ctrl+M, which some scanners send in its place."""
        enter = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"
        )
        enter.setTimestamp(event.timestamp())
        QApplication.sendEvent(watched, enter)
        return True

    def _fetch(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Take a character that reached something one cannot write in."""
        if not _is_character(event) or event.text() == " ":
            return False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        elif watched.window() is not self._page.window():
            return False
        self._field.type_keys(event)
        return True

    def _watch(self, target: QLineEdit, event: QKeyEvent) -> bool:
        """Follow the typing in another field; take it away if it was a scanner's."""
        now = self._now(event)
        quick = now - self._last <= _BURST_GAP_MS and target is self._target
        if event.key() in _ENDS:
            burst, self._burst = self._burst, ""
            # Codes are letters and digits; a sentence has blanks and stops.
            if quick and len(burst) >= _SHORTEST_BURST and burst.isalnum():
                target.setText(self._before)
                self._field.setFocus()
                self._field.submit(burst)
                return True
            return False
        if not _is_character(event):
            # A scanner holds Shift for capital letters: that alone does not end its burst.
            if event.key() != Qt.Key.Key_Shift:
                self._burst = ""
            return False
        if not quick or not self._burst:
            self._burst, self._before = "", target.text()
        self._target, self._last = target, now
        self._burst += event.text()
        return False

    def _now(self, event: QKeyEvent) -> int:
        """Return when a key was pressed, in milliseconds; a busy window handles it later."""
        return event.timestamp() or self._clock.elapsed()


def _is_character(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _COMMANDS
