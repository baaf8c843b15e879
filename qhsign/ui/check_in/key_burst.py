"""Tells a scanner's keys from a person's by their rhythm."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from qhsign.domain import badge_token
from qhsign.domain.badge_token import CodeKind

# A scanner sends its keys a few milliseconds apart; the fastest typist needs about sixty.
_GAP_MS = 35
_WHOLE_CODE = 38


class KeyBurst:
    """Follows what is typed into one place; the place can be given back what it had before."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._text, self._before = "", ""
        self._last = 0
        self._target: QWidget | None = None

    def now(self, event: QKeyEvent | None = None) -> int:
        """Return when a key was pressed, in milliseconds; a busy window handles it later."""
        return (event.timestamp() if event is not None else 0) or self._clock.elapsed()

    def follow(self, target: QWidget, text: str, now: int) -> None:
        """Take the next characters, about to reach ``target``; after a pause a burst begins."""
        if not (self._text and self._is_quick(target, now)):
            self.begin(target)
        self._last = now
        self._text += text

    def begin(self, target: QWidget) -> None:
        """Begin anew, and keep what stands in the target."""
        self._text, self._target = "", target
        self._before = target.text() if isinstance(target, QLineEdit) else ""

    def end(self, target: QWidget, now: int) -> str:
        """Return the burst that Enter ends in ``target``, or "" where a person was typing."""
        text, self._text = self._text, ""
        return text if self._is_quick(target, now) else ""

    def forget(self) -> None:
        """Take what was typed so far for a person's."""
        self._text = ""

    def give_back(self) -> None:
        """Have the target as it was before the burst."""
        if isinstance(self._target, QLineEdit):
            self._target.setText(self._before)

    def _is_quick(self, target: QWidget, now: int) -> bool:
        return target is self._target and now - self._last <= _GAP_MS


def is_whole_code(text: str) -> bool:
    """Say whether a text is a whole code of ours: nobody types that by chance."""
    whole = len(text.strip()) >= _WHOLE_CODE
    return whole and badge_token.read(text).kind in {CodeKind.BADGE, CodeKind.CERTIFICATE}
