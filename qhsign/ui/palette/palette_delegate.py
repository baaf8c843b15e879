"""Paints the lines under the search field: icon or shape, title with marks, detail, number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qhsign.domain.name_reading import Reading
from qhsign.domain.search import hit_spans, plain_hit_spans
from qhsign.ui.palette.palette_lines import LINE_ROLE, Heading, Line
from qhsign.ui.shared.category_shapes import category_shape, vip_shape
from qhsign.ui.theme import Look

LINE_PX = 34
HEADING_PX = 28
_PAD = 12
_ICON = 18
_SHAPE = 11
_GAP = 10
_TITLE_SHARE = 0.62
_VCENTER = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _VCENTER
_RIGHT = Qt.AlignmentFlag.AlignRight | _VCENTER

Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """``query`` is what was typed."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look
        self.query = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading or a line."""
        del option
        heading = isinstance(index.data(LINE_ROLE), Heading)
        return QSize(100, HEADING_PX if heading else LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if isinstance(line, Heading):
            self._heading(painter, rect, line, first=index.row() == 0)
        else:
            state: QStyle.StateFlag = option.state
            self._line(painter, rect, line, current=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, line: Heading, *, first: bool) -> None:
        if not first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), self._colour("line"))
        painter.setPen(self._colour("text-3"))
        font = self._look.font(12, bold=True)
        painter.setFont(font)
        room = rect.adjusted(_PAD, 4, -_PAD, 0)
        shown = QFontMetricsF(font).elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _line(self, painter: QPainter, rect: QRect, line: Line, *, current: bool) -> None:
        if current:
            painter.fillRect(rect, self._colour("selected"))
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self._colour("accent"))
        room = QRectF(rect).adjusted(_PAD, 0, -_PAD, 0)
        self._sign(painter, room, line)
        room.setLeft(room.left() + _ICON + _GAP)
        room.setRight(self._right_end(painter, room, line))
        font = self._look.font(14)
        metrics = QFontMetricsF(font)
        most = room.width() * (_TITLE_SHARE if line.detail else 1)
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(title)
        self._marks(painter, room, line, metrics, width)
        painter.setFont(font)
        painter.setPen(self._colour("text" if line.target is not None else "text-2"))
        painter.drawText(room, _LEFT, title)
        room.setLeft(room.left() + width + _GAP)
        self._text(painter, room, line.detail, 13, "text-2")

    def _sign(self, painter: QPainter, room: QRectF, line: Line) -> None:
        middle = room.center().y()
        if line.guest is None:
            ratio = painter.device().devicePixelRatio()
            pixmap = self._look.pixmap(line.icon, "text-2", _ICON, ratio)
            painter.drawPixmap(QPointF(room.left(), middle - _ICON / 2), pixmap)
            return
        guest = line.guest
        inset = (_ICON - _SHAPE) / 2
        box = QRectF(room.left() + inset, middle - _SHAPE / 2, _SHAPE, _SHAPE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = vip_shape(box) if guest.vip else category_shape(guest.category, box)
        painter.fillPath(outline, self._colour("vip" if guest.vip else f"cat-{guest.category}"))

    def _right_end(self, painter: QPainter, room: QRectF, line: Line) -> float:
        """Paint the number or the key at the right; return where the rest must end."""
        text = line.key or line.note
        if not text:
            return room.right()
        font = self._look.font(12)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if line.key:
            cap = QRectF(room.right() - width - 12, room.center().y() - 10, width + 12, 20)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._colour("line-strong"))
            painter.setBrush(self._colour("sunken"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._colour("text-2"))
            painter.setFont(font)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
            return cap.left() - _GAP
        painter.setFont(font)
        painter.setPen(self._colour("text-3"))
        painter.drawText(room, _RIGHT, text)
        return room.right() - width - _GAP

    def _marks(
        self, painter: QPainter, room: QRectF, line: Line, metrics: QFontMetricsF, most: float
    ) -> None:
        """Put the mark behind the characters that were typed."""
        if not self.query:
            return
        spans = (
            hit_spans(self.query, line.title, Reading(tuple(line.reading.split())))
            if line.guest is not None
            else plain_hit_spans(self.query, line.title)
        )
        for start, end in spans:
            left = metrics.horizontalAdvance(line.title[:start])
            width = min(metrics.horizontalAdvance(line.title[start:end]), most - left)
            if width > 0:
                hit = QRectF(room.left() + left, room.top() + 7, width, room.height() - 14)
                painter.fillRect(hit, self._colour("mark"))

    def _text(self, painter: QPainter, room: QRectF, text: str, pixels: int, colour: str) -> None:
        if not text or room.width() <= 0:
            return
        font = self._look.font(pixels)
        painter.setFont(font)
        painter.setPen(self._colour(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _colour(self, name: str) -> QColor:
        return self._look.colour(name)
