"""Tells a scanner's keys from a person's by their rhythm."""

from collections import deque
from dataclasses import dataclass

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


class _Place:
    """A widget that was typed into, for as long as it lives."""

    def __init__(self, target: QWidget) -> None:
        self._target: QWidget | None = target
        self.left_with: str | None = None
        """What stood there when the burst went on elsewhere; None where it did not."""
        target.destroyed.connect(self.leave)

    def leave(self) -> None:
        """Let go of the widget, above all of one that goes: Qt may put another where it was."""
        target, self._target = self.target, None
        if target is not None:
            target.destroyed.disconnect(self.leave)

    @property
    def target(self) -> QWidget | None:
        """The widget; None once it went, or PySide takes it for gone with the dialog it was in."""
        target = self._target
        return target if target is not None and shiboken6.isValid(target) else None

    def give_back(self, before: str) -> None:
        """Have the widget as it was; one that holds something else by now is left alone."""
        target = self.target
        if target is None or (self.left_with is not None and _text_of(target) != self.left_with):
            return
        if isinstance(target, QLineEdit):
            target.setText(before)
        elif isinstance(target, QPlainTextEdit):
            _take_away(target, before)


@dataclass(frozen=True, slots=True)
class _Key:
    """A character with where it went, and what stood there before it."""

    character: str
    place: _Place
    before: str


class KeyBurst:
    """Follows what is typed, also where the focus changes in the middle of a burst.

    The places typed into can be given back what they had before.
    """

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._keys: deque[_Key] = deque(maxlen=_LONGEST)
        self._quick = 0
        self._last = 0
        self._places: list[_Place] = []
        """Where the burst went, the present place last."""
        self._before: dict[_Place, str] = {}

    @property
    def was_spread(self) -> bool:
        """Whether the scan that ended last went to more than one place."""
        return len(self._before) > 1

    def now(self, event: QKeyEvent | None = None) -> int:
        """Return when a key was pressed, in milliseconds; a busy window handles it later."""
        return (event.timestamp() if event is not None else 0) or self._clock.elapsed()

    def follow(self, target: QWidget, text: str, now: int) -> None:
        """Take the next characters, about to reach ``target``; after a pause a burst begins.

        Another target is another burst, but for what comes in a scanner's rhythm: no person
        changes the focus between two such keys.
        """
        if not self._is_at(target):
            if self._keys and 0 <= now - self._last <= _GAP_MS:
                self._go_on(target)
            else:
                self.begin(target)
        if now - self._last > _GAP_MS:
            self._quick = 0
        before, place = _text_of(target), self._places[-1]
        self._keys.extend(_Key(character, place, before) for character in text)
        self._quick += len(text)
        self._last = now

    def begin(self, target: QWidget) -> None:
        """Begin anew, and keep what stands in the target."""
        self.forget()
        if not self._is_at(target) or len(self._places) > 1:
            for place in self._places:
                place.leave()
            self._places = [_Place(target)]
        self._before = {self._places[-1]: _text_of(target)}

    def end(self, target: QWidget, now: int) -> str:
        """Return the scan that Enter ends in ``target``, or "" where a person was typing.

        A whole code needs no rhythm: a computer that was busy for a moment broke it.
        """
        keys, quick = list(self._keys), self._quick
        self.forget()
        if not self._is_at(target):
            return ""
        length = quick if now - self._last <= _GAP_MS else 0
        if is_whole_code("".join(key.character for key in keys[-_WHOLE_CODE:])):
            length = max(length, _WHOLE_CODE)
        scanned = keys[-length:] if length else []
        self._before = {key.place: key.before for key in reversed(scanned)}
        return "".join(key.character for key in scanned)

    def forget(self) -> None:
        """Take what was typed so far for a person's."""
        self._keys.clear()
        self._quick = 0

    def give_back(self) -> None:
        """Have the places typed into as they were before the scan."""
        for place, before in self._before.items():
            place.give_back(before)

    def _is_at(self, target: QWidget) -> bool:
        return bool(self._places) and self._places[-1].target is target

    def _go_on(self, target: QWidget) -> None:
        """Follow the burst to another target, perhaps one it has been in."""
        left = self._places[-1]
        if left.target is not None:
            left.left_with = _text_of(left.target)
        place = next((each for each in self._places if each.target is target), None)
        if place is None:
            place = _Place(target)
        else:
            self._places.remove(place)
        place.left_with = None
        self._places.append(place)


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
