"""The view of the filters: groups of ticks with a shape, a word and a count."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qhsign.domain.guest import Category
from qhsign.ui.guests.facet_model import (
    LINE_ROLE,
    FacetModel,
    Index,
    Line,
    LineKind,
)
from qhsign.ui.guests.wanted import VIP, Facet
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.shared.category_shapes import category_shape, vip_shape
from qhsign.ui.shared.plain_parts import may_be_too_long
from qhsign.ui.theme import Look

_ITEM_PX, _HEADING_PX = 26, 38
_CHEVRON = 16
_TEXT_PX = 13
_VCENTER = Qt.AlignmentFlag.AlignVCenter


class FacetList(QListView):
    """Ticks by mouse or with the space key; Left and Right fold and open a group."""

    def __init__(self, look: Look, model: FacetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self._model = model
        self._current: Line | None = None
        self.setModel(model)
        self.setItemDelegate(_FacetDelegate(look, self, model))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.clicked.connect(model.act)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)
        look.changed.connect(self.viewport().update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current line with space or Enter; fold with Left, open with Right."""
        key, index = event.key(), self.currentIndex()
        if key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._model.act(index)
            return
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and index.isValid():
            line: Line = index.data(LINE_ROLE)
            self._model.set_folded(line.facet, folded=key == Qt.Key.Key_Left)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what is clicked rather than ticked."""
        index = self.indexAt(event.position().toPoint())
        line: Line | None = index.data(LINE_ROLE) if index.isValid() else None
        leads = line is not None and line.kind in {LineKind.MORE, LineKind.LINK}
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def _keep_place(self) -> None:
        index = self.currentIndex()
        self._current = index.data(LINE_ROLE) if index.isValid() else None
        self._top = self.verticalScrollBar().value()

    def _find_place(self) -> None:
        place = self._model.place_of(self._current) if self._current else QModelIndex()
        if place.isValid():
            self.setCurrentIndex(place)
        self.verticalScrollBar().setValue(self._top)


class _FacetDelegate(QStyledItemDelegate):
    """Paints tick, shape, word and count.

    It asks the model itself: every letter typed into the search changes every count.
    """

    def __init__(self, look: Look, view: QListView, model: FacetModel) -> None:
        super().__init__(view)
        self._look, self._view, self._model = look, view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        line = self._model.line_at(index.row())
        return QSize(120, _HEADING_PX if line.kind is LineKind.HEADING else _ITEM_PX)

    def editorEvent(self, *_: object) -> bool:
        """Leave clicks to the view, which ticks wherever the line is hit."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line_at(index.row())
        rect: QRect = option.rect
        box = rect.adjusted(14, 0, -14, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index)
        if line.kind is LineKind.HEADING:
            self._heading(painter, box, line, first=index.row() == 0)
        elif line.kind is LineKind.VALUE:
            self._value(painter, box, line)
        else:
            self._word(painter, QRectF(box), self._model.word_of(line), "accent-text")
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.colour("hover"))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), 4, 4)

    def _heading(self, painter: QPainter, box: QRect, line: Line, *, first: bool) -> None:
        if not first:
            painter.fillRect(
                QRect(box.left(), box.top() + 2, box.width(), 1), self._look.colour("line")
            )
        words = QRectF(box.adjusted(0, 6, -_CHEVRON - 4, 0))
        icon = "next" if self._model.is_folded(line) else "chevron"
        pixmap = self._look.pixmap(icon, "text-2", _CHEVRON, painter.device().devicePixelRatio())
        corner = QPointF(box.right() - _CHEVRON + 1, words.center().y() - _CHEVRON / 2)
        painter.drawPixmap(corner, pixmap)
        ticked = self._model.count_of(line)
        if ticked:
            painter.setFont(self._look.font(_TEXT_PX, bold=True))
            painter.setPen(self._look.colour("accent-text"))
            painter.drawText(words, _VCENTER | Qt.AlignmentFlag.AlignRight, f"{ticked:,}")
            words.adjust(0, 0, -20, 0)
        self._word(painter, words, self._model.word_of(line), "text-2", bold=True)

    def _word(
        self, painter: QPainter, box: QRectF, text: str, colour: str, *, bold: bool = False
    ) -> None:
        painter.setFont(self._look.font(_TEXT_PX, bold=bold))
        painter.setPen(self._look.colour(colour))
        if may_be_too_long(text, _TEXT_PX, box.width()):
            cut = Qt.TextElideMode.ElideRight
            text = painter.fontMetrics().elidedText(text, cut, int(box.width()))
        painter.drawText(box, _VCENTER, text)

    def _value(self, painter: QPainter, box: QRect, line: Line) -> None:
        checked = self._model.is_ticked(line)
        state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        square = QRect(box.left(), box.center().y() - 7, TICK_PX, TICK_PX)
        paint_tick(painter, square, state, self._look)
        tick = QRectF(square)
        left = self._shape(painter, line, tick)
        painter.setFont(self._look.font(_TEXT_PX, bold=checked))
        count = f"{self._model.count_of(line):,}"
        painter.setPen(self._look.colour("accent-text" if checked else "text-3"))
        painter.drawText(box, _VCENTER | Qt.AlignmentFlag.AlignRight, count)
        room = box.right() - left - painter.fontMetrics().horizontalAdvance(count) - 6
        words = QRectF(left, box.top(), room, box.height())
        colour = "accent-text" if checked else "text"
        self._word(painter, words, self._model.word_of(line), colour, bold=checked)

    def _shape(self, painter: QPainter, line: Line, tick: QRectF) -> float:
        """Paint a category's shape; return where the word begins."""
        if line.facet is not Facet.KIND:
            return tick.right() + 8
        box = QRectF(tick.right() + 8, tick.center().y() - 5, 10, 10)
        if line.value == VIP:
            painter.fillPath(vip_shape(box), self._look.colour("vip"))
        else:
            outline = category_shape(Category(line.value), box)
            painter.fillPath(outline, self._look.colour(f"cat-{line.value}"))
        return box.right() + 8
