"""The row of function keys under the verdict; where room is short, key caps stand alone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from qhsign.ui.check_in.key_button import KeyButton

_SPACING = 8
HEIGHT = 44


class KeyRow(QWidget):
    """Keys from the left, in order of importance; ``last`` at the right end.

    The last keys lose their words first: what they do stays in the tooltip and for a screen reader.
    """

    def __init__(self, keys: Sequence[KeyButton], last: Sequence[QWidget]) -> None:
        super().__init__()
        self._keys, self._last = keys, last
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_SPACING)
        # The window decides how wide the row is, never the row.
        line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for key in keys:
            line.addWidget(key)
        line.addStretch(1)
        for each in last:
            line.addWidget(each)

    def fit(self) -> None:
        """Give words to as many keys as have room for them, from the first."""
        keys = [key for key in self._keys if not key.isHidden()]
        last = [each for each in self._last if not each.isHidden()]
        room = self.width() - _SPACING * (len(keys) + len(last) + 1)
        room -= sum(each.sizeHint().width() for each in last)
        room -= sum(key.width_with(words=False) for key in keys)
        for key in keys:
            more = key.width_with(words=True) - key.width_with(words=False)
            key.show_words(shown=more <= room)
            # Where one has no room the later ones have none either: no gaps among the words.
            room = room - more if more <= room else 0

    def sizeHint(self) -> QSize:
        """Take what the window has."""
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Give way to the window."""
        return QSize(200, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the keys into the new width."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a key or its words have come or gone."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)
