"""A badge scanned while another screen or a dialog is in front: the guest stands at the desk."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from qhsign.ui.check_in.key_burst import KeyBurst, is_whole_code
from qhsign.ui.check_in.stray_keys import is_character

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class StrayBadges(QObject):
    """An application event filter beside that of the check-in screen.

    ``take`` gets the line of a whole code that was typed in a scanner's rhythm, or handed over by
    an input method, into a widget ``is_elsewhere`` says yes to. Anything shorter may be meant for
    the field it went to and stays there.
    """

    def __init__(
        self, parent: QObject, is_elsewhere: Callable[[QWidget], bool], take: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._is_elsewhere, self._take_line = is_elsewhere, take
        self.burst = KeyBurst()
        # Not while the screens are being made: nobody types yet, and it would see all they do.
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every key press on its way to a widget."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.InputMethod}:
            return False
        if not isinstance(watched, QWidget) or not shiboken6.isValid(watched):
            return False
        if watched is not _keyboard_widget(watched) or not self._is_elsewhere(watched):
            return False
        field = _field_of(watched)
        if isinstance(event, QInputMethodEvent):
            return self._composed(field, event.commitString())
        return isinstance(event, QKeyEvent) and self._key(field, event)

    def _key(self, watched: QWidget, event: QKeyEvent) -> bool:
        now = self.burst.now(event)
        if event.key() in _ENDS or event.text() in {"\n", "\r"}:
            line = self.burst.end(watched, now)
            return is_whole_code(line) and self._take(line)
        if is_character(event):
            self.burst.follow(watched, event.text(), now)
        elif event.key() != Qt.Key.Key_Shift:
            self.burst.forget()
        return False

    def _composed(self, watched: QWidget, text: str) -> bool:
        if is_whole_code(text):
            self.burst.begin(watched)
            return self._take(text)
        if text:
            self.burst.follow(watched, text, self.burst.now())
        return False

    def _take(self, line: str) -> bool:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.burst.give_back()
        self._take_line(line)
        return True


def _keyboard_widget(watched: QWidget) -> QWidget:
    """Return where keys go first; what they are not wanted by hands them on to its parents.

    The application forgets its focus for a moment whenever one of its windows goes; then the
    widget itself still knows where the keyboard is within it.
    """
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    known = QApplication.focusWidget() or QApplication.activeWindow()
    return known or watched.focusWidget() or watched


def _field_of(watched: QWidget) -> QWidget:
    """Return what the keys write into: what is suggested under a line hands them back to it."""
    line = watched.focusProxy()
    return line if watched.isWindow() and isinstance(line, QLineEdit) else watched
