"""Where a person stands in the wizard: numbered steps, done, current and to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.ui.theme import Look

_DISC = 20
_GAP, _LINE = 8, 24
_SIZE = 14


class StepBar(QWidget):
    """Shows the words of the steps where there is room, else only those of the current one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: Sequence[str] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(32)
        look.changed.connect(self.update)

    @property
    def current(self) -> int:
        """The current step, from 0."""
        return self._current

    def set_words(self, words: Sequence[str]) -> None:
        """Name the steps."""
        self._words = words
        self._tell()

    def go_to(self, step: int) -> None:
        """Show another step as the current one."""
        self._current = step
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """Keep room for the discs and the current word."""
        return QSize(self._width(all_words=False), 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps in the middle."""
        del event
        all_words = self._width(all_words=True) <= self.width()
        left = (self.width() - self._width(all_words=all_words)) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, word in enumerate(self._words):
            if place:
                painter.setPen(self._look.colour("line-strong"))
                y = self.height() // 2
                painter.drawLine(int(left), y, int(left + _LINE), y)
                left += _LINE + _GAP
            self._disc(painter, left, place)
            left += _DISC + _GAP
            if all_words or place == self._current:
                left = self._word(painter, left, word, current=place == self._current)
        painter.end()

    def _disc(self, painter: QPainter, left: float, place: int) -> None:
        look = self._look
        disc = QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC)
        done, current = place < self._current, place == self._current
        painter.setPen(look.colour("accent-line" if done else "accent" if current else "control"))
        painter.setBrush(look.colour("accent-tint" if done else "accent" if current else "surface"))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if done:
            picture = look.pixmap("tick", "accent-text", 14, self.devicePixelRatioF())
            painter.drawPixmap(int(left + 3), int(disc.top() + 3), picture)
            return
        painter.setPen(look.colour("on-accent" if current else "text-3"))
        painter.setFont(look.font(12, bold=current))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _word(self, painter: QPainter, left: float, word: str, *, current: bool) -> float:
        font = self._look.font(_SIZE, bold=current)
        wide = QFontMetrics(font).horizontalAdvance(word)
        painter.setFont(font)
        painter.setPen(self._look.colour("text" if current else "text-2"))
        room = QRectF(left, 0, wide + 2, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
        return left + wide + _GAP

    def _width(self, *, all_words: bool) -> int:
        bold = QFontMetrics(self._look.font(_SIZE, bold=True))
        words = [
            bold.horizontalAdvance(word) + _GAP
            for place, word in enumerate(self._words)
            if all_words or place == self._current
        ]
        count = len(self._words)
        return count * (_DISC + _GAP) + max(count - 1, 0) * (_LINE + _GAP) + sum(words)

    def _tell(self) -> None:
        if self._words:
            word = self._words[self._current]
            self.setAccessibleName(f"{self._current + 1} / {len(self._words)} {word}")
        self.updateGeometry()
        self.update()
