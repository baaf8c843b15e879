"""Brings a scanner's keystrokes to the scan field, wherever in the window they land."""

from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from qhsign.ui.check_in.key_burst import KeyBurst, is_whole_code
from qhsign.ui.shared.windows import is_in_window_of

# Shorter runs may be a person's rolling fingers; the shortest code is seven digits.
_SHORTEST_BURST = 7
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ENDS_OF_FIELD = {*_ENDS, Qt.Key.Key_Tab}


class LineTaker(Protocol):
    """The field the keystrokes are meant for; ``submit`` takes a whole line."""

    @property
    def input(self) -> QWidget:
        """What takes the keys that land where they should."""

    def type_keys(self, event: QKeyEvent) -> None:
        """Take a key that landed elsewhere."""

    def submit(self, line: str) -> None:
        """Take a whole line that was typed into another field."""


class StrayKeys(QObject):
    """An application event filter, at work while ``is_wanted`` says so.

    A character on a button, list or menu of the page's window goes to the scan field at once. In
    another text field a person may be typing, so only a burst that ends with Enter is taken: the
    field gets back the text it had before. A burst in which the focus changes is one scan still.
    """

    def __init__(self, page: QWidget, field: LineTaker, is_wanted: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._field, self._is_wanted = page, field, is_wanted
        self.burst = KeyBurst()

    def install(self) -> None:
        """Begin to watch the application's keys."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key press, and at what an input method made of keys, on its way."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.InputMethod}:
            return False
        if not isinstance(watched, QWidget) or not shiboken6.isValid(watched):
            return False
        if not self._is_wanted():
            return False
        if isinstance(event, QInputMethodEvent):
            return self._composed(watched, event.commitString())
        return isinstance(event, QKeyEvent) and self._key(watched, event)

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.text() in {"\n", "\r"} and event.key() not in _ENDS:
            return _press_enter(watched, event)
        if watched is self._field.input:
            return isinstance(watched, QLineEdit) and self._in_place(watched, event)
        if isinstance(watched, QPlainTextEdit):
            # A sheet of many lines takes what is typed or scanned into it, line by line.
            return False
        if isinstance(watched, QLineEdit):
            return self._watch(watched, event)
        return self._fetch(watched, event)

    def _fetch(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Take a character that reached something one cannot write in."""
        if not is_character(event) or event.text() == " ":
            return False
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        elif not self._is_here(watched):
            return False
        if isinstance(self._field.input, QLineEdit):
            self.burst.follow(self._field.input, event.text(), self.burst.now(event))
        self._field.type_keys(event)
        return True

    def _in_place(self, field: QLineEdit, event: QKeyEvent) -> bool:
        """Follow what lands where it should; take the line only where it began elsewhere."""
        now = self.burst.now(event)
        if event.key() in _ENDS_OF_FIELD:
            line = self.burst.end(field, now)
            return self.burst.was_spread and _is_scan(line) and self._take(line)
        self._note(field, event, now)
        return False

    def _watch(self, target: QLineEdit, event: QKeyEvent) -> bool:
        """Follow the typing in another field; take it away if it was a scanner's."""
        if not self._is_here(target):
            return False
        now = self.burst.now(event)
        if event.key() in _ENDS:
            line = self.burst.end(target, now)
            return _is_scan(line) and self._take(line)
        self._note(target, event, now)
        return False

    def _note(self, target: QLineEdit, event: QKeyEvent, now: int) -> None:
        if is_character(event):
            self.burst.follow(target, event.text(), now)
        elif event.key() != Qt.Key.Key_Shift:
            # A scanner holds Shift for capital letters: that alone does not end its burst.
            self.burst.forget()

    def _composed(self, watched: QWidget, text: str) -> bool:
        """Follow what an input method hands over: a scanner's keys singly, or all at once."""
        if watched is self._field.input or not isinstance(watched, QLineEdit) or not text:
            return False
        if not self._is_here(watched):
            return False
        if is_whole_code(text):
            self.burst.begin(watched)
            return self._take(text)
        self.burst.follow(watched, text, self.burst.now())
        return False

    def _take(self, line: str) -> bool:
        self.burst.give_back()
        self._field.input.setFocus()
        self._field.submit(line)
        return True

    def _is_here(self, watched: QWidget) -> bool:
        return is_in_window_of(watched, self._page)


def _is_scan(line: str) -> bool:
    """Say whether a line may be a code: letters and digits; a sentence has blanks and stops."""
    return len(line) >= _SHORTEST_BURST and line.isalnum()


def is_character(event: QKeyEvent) -> bool:
    """Say whether a key writes something."""
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _COMMANDS


def _press_enter(watched: QWidget, event: QKeyEvent) -> bool:
    """Make Enter of a line feed or Ctrl+M, which some scanners send in its place."""
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    enter.setTimestamp(event.timestamp())
    QApplication.sendEvent(watched, enter)
    return True
