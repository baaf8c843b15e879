"""The one large button of the console, and the way back beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qhsign.ui.theme import Look

NEXT_PX, LOW_PX = 104, 64
_RING = 4
"""Room around the button for the ring that shows where the keyboard is."""
_RADIUS = 8.0
_TITLE_SIZES = (34, 30, 26, 22, 19, 16)
_CAP_H = 32


class _StepButton(QAbstractButton):
    """Leaves all keys to the console: it alone knows a person's from a scanner's."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._key = ""
        self._high = NEXT_PX
        self.setFixedHeight(NEXT_PX + 2 * _RING)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def be_low(self, *, low: bool) -> None:
        """Take less height in a low window."""
        self._high = LOW_PX if low else NEXT_PX
        self.setFixedHeight(self._high + 2 * _RING)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press nothing."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Release nothing."""
        event.ignore()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)

    def _paint_ring(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def _paint_cap(self, painter: QPainter, area: QRect, edge: QColor, text: QColor) -> None:
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(text)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)


class NextButton(_StepButton):
    """Says what comes next, in as large letters as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._caption = self._title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def title(self) -> str:
        """What comes next."""
        return self._title

    def say(self, caption: str, title: str, key: str) -> None:
        """Say what pressing it does, and with which key."""
        self._caption, self._title, self._key = caption, title, key
        self.setAccessibleName(f"{caption}：{title}" if caption else title)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for a few words."""
        return QSize(320, self._high + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the page."""
        return QSize(200, self._high + 2 * _RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint arrow, caption, title and key."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        enabled = self.isEnabled()
        ground = "accent-press" if self.isDown() else "accent"
        if self.underMouse() and not self.isDown():
            ground = "accent-hover"
        painter.setPen(Qt.PenStyle.NoPen if enabled else QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour(ground if enabled else "sunken"))
        area = self._area()
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        self._paint_words(painter, area, "on-accent" if enabled else "disabled")
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF, colour: str) -> None:
        words = self._look.colour(colour)
        left = int(area.left()) + 28
        arrow = self._look.pixmap("arrow-next", colour, 36, self.devicePixelRatioF())
        painter.drawPixmap(left, int(area.center().y()) - 18, arrow)
        left += 36 + 20
        painter.setFont(self._look.font(14))
        cap = painter.fontMetrics().horizontalAdvance(self._key) + 24
        right = int(area.right()) - 24
        self._paint_cap(
            painter, QRect(right - cap, int(area.center().y()) - _CAP_H // 2, cap, _CAP_H),
            words, words,
        )  # fmt: skip
        room = right - cap - 20 - left
        size = self._fitting(room)
        is_high = self._high == NEXT_PX
        top = int(area.top()) + (20 if is_high else 6)
        painter.setPen(words)
        painter.setFont(self._look.font(14))
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, room, 20), line, self._caption)
        painter.setFont(self._look.font(size, bold=True))
        shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        below = QRect(left, top + 20, room, int(area.bottom()) - top - (26 if is_high else 22))
        painter.drawText(below, line, shown)

    def _fitting(self, room: int) -> int:
        """Return the largest size the title fits in."""
        sizes = _TITLE_SIZES if self._high == NEXT_PX else _TITLE_SIZES[2:]
        for size in sizes:
            font = self._look.font(size, bold=True)
            if _advance(font, self._title) <= room:
                return size
        return sizes[-1]


class BackButton(_StepButton):
    """退回上一步."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, word: str, key: str) -> None:
        """Say what it does, and with which key."""
        self._key = key
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width of the word."""
        word = _advance(self._look.font(14), self.text())
        return QSize(max(word + 40, 132) + 2 * _RING, self._high + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """Keep the word whole."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, word and key one under the other."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        enabled = self.isEnabled()
        ground = "selected" if self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setPen(QPen(self._look.colour("line-strong" if enabled else "line"), 1))
        painter.setBrush(self._look.colour(ground if enabled else "sunken"))
        area = self._area().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        colour = "text" if enabled else "disabled"
        middle, is_high = int(area.center().x()), self._high == NEXT_PX
        top = int(area.top()) + (16 if is_high else 10)
        if is_high:
            icon = self._look.pixmap("undo", colour, 20, self.devicePixelRatioF())
            painter.drawPixmap(middle - 10, top, icon)
            top += 26
        painter.setPen(self._look.colour(colour))
        painter.setFont(self._look.font(14))
        line = QRect(int(area.left()), top, int(area.width()), 20)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(self._look.font(12))
        wide = painter.fontMetrics().horizontalAdvance(self._key) + 16
        cap = QRect(middle - wide // 2, top + 25, wide, 20)
        quiet = self._look.colour("text-2" if enabled else "disabled")
        self._paint_cap(painter, cap, self._look.colour("line-strong"), quiet)
        painter.end()


def _advance(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
