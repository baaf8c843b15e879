"""Tells a scanner's keys from a person's by their rhythm."""

from collections import deque

import shiboken6
from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qhsign.domain import badge_token
from qhsign.domain.badge_token import CodeKind

# A scanner sends its keys a few milliseconds apart; the fastest typist needs about sixty.
_GAP_MS = 35
_WHOLE_CODE = 38
_LONGEST = 128


class KeyBurst:
    """Follows what is typed into one place; the place can be given back what it had before."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._keys: deque[tuple[str, str]] = deque(maxlen=_LONGEST)
        """Each character with what stood in the target before it."""
        self._quick = 0
        self._last = 0
        self._before = ""
        self._target: QWidget | None = None

    def now(self, event: QKeyEvent | None = None) -> int:
        """Return when a key was pressed, in milliseconds; a busy window handles it later."""
        return (event.timestamp() if event is not None else 0) or self._clock.elapsed()

    def follow(self, target: QWidget, text: str, now: int) -> None:
        """Take the next characters, about to reach ``target``; after a pause a burst begins."""
        if target is not self._target:
            self.begin(target)
        if now - self._last > _GAP_MS:
            self._quick = 0
        before = _text_of(target)
        self._keys.extend((character, before) for character in text)
        self._quick += len(text)
        self._last = now

    def begin(self, target: QWidget) -> None:
        """Begin anew, and keep what stands in the target."""
        self.forget()
        if target is not self._target:
            self._leave()
            self._target = target
            target.destroyed.connect(self._leave)
        self._before = _text_of(target)

    def end(self, target: QWidget, now: int) -> str:
        """Return the scan that Enter ends in ``target``, or "" where a person was typing.

        A whole code needs no rhythm: a computer that was busy for a moment broke it.
        """
        keys, quick = list(self._keys), self._quick
        self.forget()
        if target is not self._target:
            return ""
        length = quick if now - self._last <= _GAP_MS else 0
        if is_whole_code("".join(key for key, _ in keys[-_WHOLE_CODE:])):
            length = max(length, _WHOLE_CODE)
        scanned = keys[-length:] if length else []
        self._before = scanned[0][1] if scanned else ""
        return "".join(key for key, _ in scanned)

    def forget(self) -> None:
        """Take what was typed so far for a person's."""
        self._keys.clear()
        self._quick = 0

    def _leave(self) -> None:
        """Let go of a target, above all of one that goes: Qt may put another where it was."""
        target, self._target = self._target, None
        if target is not None and shiboken6.isValid(target):
            target.destroyed.disconnect(self._leave)

    def give_back(self) -> None:
        """Have the target as it was before the scan."""
        if isinstance(self._target, QLineEdit):
            self._target.setText(self._before)
        elif isinstance(self._target, QPlainTextEdit):
            _take_away(self._target, self._before)


def _text_of(target: QWidget) -> str:
    if isinstance(target, QPlainTextEdit):
        return target.toPlainText()
    return target.text() if isinstance(target, QLineEdit) else ""


def _take_away(target: QPlainTextEdit, before: str) -> None:
    """Take what was scanned out of a sheet, the cursor where it was."""
    cursor, now = target.textCursor(), target.toPlainText()
    added = len(now) - len(before)
    place = cursor.position()
    if added > 0 and now[: place - added] + now[place:] == before:
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, added)
        cursor.removeSelectedText()
    elif now != before:
        target.setPlainText(before)


def is_whole_code(text: str) -> bool:
    """Say whether a text is a whole code of ours: nobody types that by chance."""
    whole = len(text.strip()) >= _WHOLE_CODE
    return whole and badge_token.read(text).kind in {CodeKind.BADGE, CodeKind.CERTIFICATE}
