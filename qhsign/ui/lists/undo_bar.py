"""What was just done, with a way back for ten seconds; it lies over the foot of a screen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from qhsign.ui.notices import Notice
from qhsign.ui.theme import Look

SHOWN_MS = 10_000
_MARGIN, _ABOVE = 12, 50


class UndoBar(Notice):
    """A notice that goes away by itself; it keeps to ``beside`` where that is given.

    It is a child of ``over``, so that it also shows over what covers the screen.
    """

    def __init__(self, look: Look, over: QWidget, beside: QWidget | None = None) -> None:
        super().__init__(look)
        self.setParent(over)
        self._over, self._beside = over, beside or over
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self.put_away)

    def show_done(self, sentence: str, word: str, undo: Callable[[], None] | None) -> None:
        """Say what was done; ``word`` names the button that takes it back."""
        self.show_sentence(sentence, "ok", word if undo else "", undo)
        self.place()
        self._time.start(SHOWN_MS)

    def place(self) -> None:
        """Lie over the foot of the screen."""
        room = QRect(self._beside.mapTo(self._over, QPoint(0, 0)), self._beside.size())
        width = min(room.width() - 2 * _MARGIN, 720)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.bottom() + 1 - _ABOVE - height, width, height)
        self.raise_()
