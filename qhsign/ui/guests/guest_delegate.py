"""Paints the guest table's cells: search hits, chips, states with an icon and a word."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from qhsign.domain.guest import Invitation, Vetting
from qhsign.domain.name_reading import Reading
from qhsign.domain.search import hit_spans
from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.guests.cell_editor import choices_of, fill, make_editor, typed, value_of
from qhsign.ui.guests.guest_table_model import ARRIVAL_ROLE, ROW_ROLE
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.shared.chip import SMALL, ChipKind, paint_chip
from qhsign.ui.theme import Look

ROW_PX = 32
_PAD = 8
_BAR = 3
_ICON = 16
_EDITOR_LEAST = 120
_CELL_PX = 13
_NAME_PX = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STATES = {
    Invitation.CONFIRMED: ("tick", "text-2"),
    Invitation.INVITED: ("clock", "warn"),
    Invitation.PROPOSED: ("clock", "text-3"),
    Invitation.DECLINED: ("minus", "text-3"),
    Invitation.CANCELLED: ("close", "text-3"),
}

_VETTINGS = {
    Vetting.PASSED: ("tick", "text-2"),
    Vetting.PENDING: ("clock", "warn"),
    Vetting.FAILED: ("close", "bad"),
}
_QUIET = {Column.NUMBER, Column.DELEGATION, Column.READING, Column.REMARK}

Index = QModelIndex | QPersistentModelIndex


class GuestDelegate(QStyledItemDelegate):
    """One delegate for all columns; ``hovered`` tells the row under the pointer.

    ``written`` carries a guest, a column and what was typed there instead. ``known`` gives the
    names a column's texts are completed to.
    """

    written = Signal(object, object, str)

    def __init__(self, look: Look, view: QAbstractItemView, hovered: Callable[[], int]) -> None:
        super().__init__(view)
        self._look, self._hovered, self._view = look, hovered, view
        self.query = ""
        self.known: Callable[[Column], Sequence[str]] = lambda _: ()
        self.typed_before = ""
        """What an editor opened next is to hold: what was typed and could not be taken."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give the cell an editor."""
        del option
        column = Column(index.column())
        heading = str(index.model().headerData(column, Qt.Orientation.Horizontal))
        return make_editor(self._look, parent, column, heading, self.known(column), self._finish)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands in the cell, or what was typed before and could not be taken."""
        column = Column(index.column())
        held = value_of(index.data(ROW_ROLE), column) if choices_of(column) else str(index.data())
        fill(editor, self.typed_before or held)
        self.typed_before = ""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed, where it is something else than before."""
        del model
        column, row = Column(index.column()), index.data(ROW_ROLE)
        text = typed(editor)
        held = value_of(row, column) if choices_of(column) else str(index.data())
        if text != held:
            self.written.emit(row, column, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let the editor be at least wide enough to type in."""
        del index
        rect: QRect = option.rect
        rect.setWidth(min(max(rect.width(), _EDITOR_LEAST), self._view.viewport().width()))
        if rect.right() > self._view.viewport().width():
            rect.moveRight(self._view.viewport().width())
        editor.setGeometry(rect)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        self._ground(painter, rect, option, index)
        cell = rect.adjusted(_PAD, 0, -_PAD, -1)
        painter.setClipRect(rect)
        self._content(painter, cell, row, index)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(self._look.colour("accent-line"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        ticked = index.sibling(index.row(), Column.TICK).data(Qt.ItemDataRole.CheckStateRole)
        if current:
            painter.fillRect(rect, self._look.colour("selected"))
        elif index.row() == self._hovered() or ticked == Qt.CheckState.Checked:
            painter.fillRect(rect, self._look.colour("hover"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line")
        )
        if current and index.column() == Column.TICK:
            painter.fillRect(
                QRect(rect.left(), rect.top(), _BAR, rect.height()), self._look.colour("accent")
            )

    def _content(self, painter: QPainter, cell: QRect, row: GuestRow, index: Index) -> None:
        column = index.column()
        if column == Column.NAME:
            self._name(painter, cell, row)
        elif column == Column.CATEGORY:
            corner = QPointF(cell.left(), cell.top() + (cell.height() - SMALL) / 2)
            paint_chip(painter, self._look, ChipKind(row.category, row.vip), corner)
        elif column == Column.TICK:
            box = QRect(cell.left() + 6, cell.center().y() - TICK_PX // 2 + 1, TICK_PX, TICK_PX)
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            paint_tick(painter, box, state, self._look)
        elif column in {Column.STATUS, Column.VETTING}:
            states = _STATES[row.status] if column == Column.STATUS else _VETTINGS[row.vetting]
            icon, colour = states
            words = "text" if colour in {"text-2", "text-3"} else colour
            self._state(painter, cell, icon, colour, str(index.data()), words)
        elif column == Column.ARRIVAL:
            self._arrival(painter, cell, index)
        else:
            quiet = column in _QUIET
            self._text(painter, cell, str(index.data()), "text-2" if quiet else "text")

    def _text(self, painter: QPainter, cell: QRect, text: str, colour: str) -> None:
        painter.setFont(self._look.font(_CELL_PX))
        painter.setPen(self._look.colour(colour))
        metrics = painter.fontMetrics()
        painter.drawText(
            cell, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
        )

    def _name(self, painter: QPainter, cell: QRect, row: GuestRow) -> None:
        font = self._look.font(_NAME_PX)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        if self.query:
            mark: QColor = self._look.colour("mark")
            for start, end in hit_spans(
                self.query, row.full_name, Reading(tuple(row.reading.split()))
            ):
                left = metrics.horizontalAdvance(row.full_name[:start])
                width = metrics.horizontalAdvance(row.full_name[start:end])
                hit = QRectF(cell.left() + left, cell.top() + 6, width, cell.height() - 12)
                painter.fillRect(hit.intersected(QRectF(cell)), mark)
        painter.setPen(self._look.colour("text"))
        shown = metrics.elidedText(row.full_name, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, _LEFT, shown)

    def _arrival(self, painter: QPainter, cell: QRect, index: Index) -> None:
        arrival: Arrival | None = index.data(ARRIVAL_ROLE)
        if arrival is None:
            self._text(painter, cell, str(index.data()), "text-3")
        else:
            self._state(painter, cell, "ring-tick", "ok", str(index.data()), "ok")

    def _state(
        self, painter: QPainter, cell: QRect, icon: str, colour: str, text: str, words: str
    ) -> None:
        device = painter.device()
        pixmap = self._look.pixmap(icon, colour, _ICON, device.devicePixelRatio())
        painter.drawPixmap(QPointF(cell.left(), cell.center().y() - _ICON / 2 + 1), pixmap)
        self._text(painter, cell.adjusted(_ICON + 4, 0, 0, 0), text, words)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cell that is cut short."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = str(index.data())
        rect: QRect = option.rect
        pixels = _NAME_PX if index.column() == Column.NAME else _CELL_PX
        wide = QFontMetrics(self._look.font(pixels)).horizontalAdvance(text)
        if index.column() != Column.CATEGORY and wide > rect.width() - 2 * _PAD:
            QToolTip.showText(event.globalPos(), text, view)
        else:
            QToolTip.hideText()
        return True
