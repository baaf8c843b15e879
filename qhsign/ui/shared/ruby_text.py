"""Text with readings above names (注音): what a host reads aloud, painted in lines that wrap."""

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.domain.stage_papers import HostWords
from qhsign.ui.shared.ruby_lines import RubyLine, RubyPiece, ruby_lines
from qhsign.ui.theme import Look

USUAL_PX = 20
_SMALLEST_RUBY = 12
_RUBY_SHARE = 0.5
# Shares of the text's size: how high a character stands, what hangs below, and the room between.
_HEIGHT, _DEPTH, _LEADING = 0.9, 0.26, 0.22
_RUBY_DEPTH, _RUBY_HEIGHT = 0.24, 0.98
_SIDE = 0.4
"""Room at both sides, so that a reading may stand out beyond the first character."""
_UNDERLINE_DOWN = 0.14
_DASHES = [3.0, 2.0]


class RubyText(QWidget):
    """Shows words with their readings; as high as they need for its width.

    ``set_words`` marks readings nobody confirmed, given by where they begin in the text: they are
    drawn in the colour of warnings over a broken line. The accessible name is the text with each
    reading after its name.
    """

    def __init__(self, look: Look, pixels: int = USUAL_PX) -> None:
        super().__init__()
        self._look, self._pixels = look, pixels
        self._words, self._unconfirmed = HostWords(""), frozenset[int]()
        self._lines: list[RubyLine] = []
        self._laid_out_for = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._lay_out_again)

    @property
    def words(self) -> HostWords:
        """What is shown."""
        return self._words

    @property
    def pixels(self) -> int:
        """The size of the text in logical pixels."""
        return self._pixels

    @property
    def lines(self) -> list[str]:
        """The text line by line, as it is wrapped now."""
        return ["".join(piece.text for piece in line) for line in self._laid_out(self.width())]

    def set_words(self, words: HostWords, unconfirmed: Collection[int] = ()) -> None:
        """Show words; ``unconfirmed`` are the beginnings of readings to be marked."""
        self._words, self._unconfirmed = words, frozenset(unconfirmed)
        self.setAccessibleName(_spoken(words))
        self._lay_out_again()

    def set_pixels(self, pixels: int) -> None:
        """Set the size of the text."""
        if pixels != self._pixels:
            self._pixels = pixels
            self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        """Tell Qt to ask for the height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines need in a width."""
        return round(len(self._laid_out(width)) * self._pitch() + self._leading()) + 1

    def sizeHint(self) -> QSize:
        """Ask for a line of some 20 characters."""
        width = self._pixels * 20
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Hold at least a few characters."""
        return QSize(self._pixels * 6, round(self._pitch()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, and ask for the height of the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are looked at."""
        pitch, shown = self._pitch(), event.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, line in enumerate(self._laid_out(self.width())):
            top = number * pitch
            if top + pitch >= shown.top() and top <= shown.bottom():
                self._paint_line(painter, line, top + pitch - _DEPTH * self._pixels)
        painter.end()

    def _paint_line(self, painter: QPainter, line: RubyLine, baseline: float) -> None:
        x = _SIDE * self._pixels
        font, ruby_font = self._look.font(self._pixels), self._look.font(self._ruby_px())
        for piece in line:
            painter.setFont(font)
            painter.setPen(self._look.colour("text"))
            at = x + (piece.width - piece.text_width) / 2
            painter.drawText(QPointF(at, baseline), piece.text)
            if piece.reading:
                painter.setFont(ruby_font)
                self._paint_reading(painter, piece, x, baseline)
            x += piece.width

    def _paint_reading(
        self, painter: QPainter, piece: RubyPiece, x: float, baseline: float
    ) -> None:
        is_open = piece.start in self._unconfirmed
        colour = self._look.colour("warn" if is_open else "accent-text")
        painter.setPen(colour)
        up = _HEIGHT * self._pixels + _RUBY_DEPTH * self._ruby_px()
        centre = x + piece.width / 2
        painter.drawText(QPointF(centre - piece.reading_width / 2, baseline - up), piece.reading)
        if is_open:
            pen = QPen(colour, max(1.5, self._pixels / 16))
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            y = baseline + _UNDERLINE_DOWN * self._pixels
            half = piece.text_width / 2
            painter.drawLine(QPointF(centre - half, y), QPointF(centre + half, y))

    def _laid_out(self, width: int) -> list[RubyLine]:
        if width != self._laid_out_for:
            self._lines = ruby_lines(
                self._words,
                QFontMetricsF(self._look.font(self._pixels)),
                QFontMetricsF(self._look.font(self._ruby_px())),
                width - 2 * _SIDE * self._pixels,
                self._pixels,
            )
            self._laid_out_for = width
        return self._lines

    def _lay_out_again(self) -> None:
        self._laid_out_for = -1
        self.updateGeometry()
        self.update()

    def _ruby_px(self) -> int:
        return max(_SMALLEST_RUBY, round(self._pixels * _RUBY_SHARE))

    def _leading(self) -> float:
        return _LEADING * self._pixels

    def _pitch(self) -> float:
        """Return from line to line; even, so that the eye keeps its step."""
        line = (_HEIGHT + _DEPTH) * self._pixels + self._leading()
        above = (_RUBY_DEPTH + _RUBY_HEIGHT) * self._ruby_px() - self._leading()
        return line + max(above, 0.0) if self._words.readings else line

    def line_rect(self, number: int) -> QRectF:
        """Return where a line stands, counted from 0."""
        return QRectF(0, number * self._pitch(), self.width(), self._pitch())


def _spoken(words: HostWords) -> str:
    """Return the text with each reading in brackets after what it stands above."""
    text = words.text
    for reading in sorted(words.readings, key=lambda each: -each.start):
        end = reading.start + reading.length
        text = f"{text[:end]}（{reading.pinyin}）{text[end:]}"
    return text
