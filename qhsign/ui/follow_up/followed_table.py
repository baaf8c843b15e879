"""The view of the followed contracts: ticks, states as steps, funds as a bar."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qhsign.domain.contract import LifeCycle
from qhsign.domain.money import Amount
from qhsign.ui.follow_up.follow_words import amount_word, state_word
from qhsign.ui.follow_up.followed_model import ROW_ROLE, FollowedColumn, FollowedModel, Index
from qhsign.ui.follow_up.followed_row import FollowedRow
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

_ROW_PX, _HEADER_PX, _PAD, _TICK_WIDE = 32, 34, 8, 44
_BAR_PX, _BAR_HIGH, _PIP_PX, _PIP_GAP = 64, 8, 5, 2
_TITLE_LEAST, _SLACK = 210, 4
_SAMPLES = {
    FollowedColumn.NUMBER: "00000",
    FollowedColumn.SIGNED: "2024-07-11",
    FollowedColumn.LAST: "2024-07-11",
    FollowedColumn.REGION: "海西蒙古族藏族州",
}
_SAMPLE = Amount(12_345 * 10**8)
"""An amount as wide as most: 1.2345亿元."""
_FIRST_TO_GO = (FollowedColumn.REGION, FollowedColumn.SIGNED, FollowedColumn.LAST)
"""Columns the panel also shows; they give way where the title would have no room."""
STATE_COLOURS = {
    LifeCycle.TALKS: "text-3",
    LifeCycle.TO_SIGN: "text-2",
    LifeCycle.SIGNED: "accent-text",
    LifeCycle.IMPLEMENTED: "ok",
    LifeCycle.STARTED: "ok",
    LifeCycle.OPERATING: "ok",
    LifeCycle.TERMINATED: "bad",
}
_STEPS = tuple(state for state in LifeCycle if state is not LifeCycle.TERMINATED)


class FollowedHeader(QHeaderView):
    """Paints the tick box of its first section; the rest is Qt's own."""

    def __init__(self, look: Look, model: FollowedModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._model = look, model
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFixedHeight(_HEADER_PX)
        model.ticks_changed.connect(self.viewport().update)
        model.modelReset.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Paint one heading."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex == FollowedColumn.TICK:
            paint_tick(painter, _tick_box(rect), self._model.ticks_of_shown(), self._look)


class FollowedTable(QTableView):
    """``opened`` asks for the panel of the current contract: Enter or a double click.

    Space ticks; a click on the tick box too, with Shift everything from the last one.
    """

    opened = Signal()

    def __init__(self, look: Look, model: FollowedModel) -> None:
        super().__init__()
        self._look, self._model, self._anchor, self.hovered = look, model, -1, -1
        self.setModel(model)
        self.setHorizontalHeader(FollowedHeader(look, model, self))
        self.setItemDelegate(_Delegate(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW_PX)
        rows.setDefaultSectionSize(_ROW_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().sectionClicked.connect(self._order_by)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        look.changed.connect(self.viewport().update)
        self.lay_columns()

    @property
    def current(self) -> FollowedRow | None:
        """The row the keyboard is at."""
        found = self.currentIndex().data(ROW_ROLE)
        return found if isinstance(found, FollowedRow) else None

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the contracts that are ticked."""
        return self._model.ticked

    def go_to(self, number: int) -> None:
        """Bring the keyboard's row to a contract, or to the first where it is not shown."""
        place = max(self._model.place_of(number), 0)
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(place, FollowedColumn.TITLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, all with Ctrl+A, open with Enter."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid():
            self._anchor = here.row()
            self._model.toggle([here.row()])
        elif event.key() == Qt.Key.Key_A and control:
            self._model.tick_all()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and here.isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the tick box is hit."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() == FollowedColumn.TICK:
            row, shift = index.row(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if shift and 0 <= self._anchor < self._model.rowCount():
                first, last = sorted((self._anchor, row))
                self._model.toggle(range(first, last + 1), ticked=True)
            else:
                self._anchor = row
                self._model.toggle([row])
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what is left."""
        super().resizeEvent(event)
        self.lay_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.lay_columns()

    def lay_columns(self) -> None:
        """Measure the columns; those the panel shows too give way to the title."""
        widths = {column: self._width(column) for column in FollowedColumn}
        widths.pop(FollowedColumn.TITLE)
        hidden: set[FollowedColumn] = set()
        for column in _FIRST_TO_GO:
            if self.viewport().width() - sum(widths.values()) >= _TITLE_LEAST:
                break
            hidden.add(column)
            widths.pop(column)
        for column in FollowedColumn:
            self.setColumnHidden(column, column in hidden)
            if column in widths:
                self.setColumnWidth(column, widths[column])
        room = self.viewport().width() - sum(widths.values())
        self.setColumnWidth(FollowedColumn.TITLE, max(room, _TITLE_LEAST))

    def _width(self, column: FollowedColumn) -> int:
        if column is FollowedColumn.TICK:
            return _TICK_WIDE
        model = self._model
        small = QFontMetrics(self._look.font(12))
        cells = QFontMetrics(self._look.font(13, bold=True))
        widest = small.horizontalAdvance(f"{model.heading(column)} ↓")
        if column in _SAMPLES:
            widest = max(widest, cells.horizontalAdvance(_SAMPLES[column]))
        elif column is FollowedColumn.STATE:
            words = (state_word(state, self._look.language) for state in LifeCycle)
            pips = len(_STEPS) * (_PIP_PX + _PIP_GAP) + _PAD
            widest = max(widest, pips + max(map(cells.horizontalAdvance, words)))
        elif column in {FollowedColumn.AMOUNT, FollowedColumn.FUNDS}:
            wide = cells.horizontalAdvance(amount_word(_SAMPLE, self._look.language))
            bar = _BAR_PX + _PAD if column is FollowedColumn.FUNDS else 0
            widest = max(widest, bar + wide)
        return widest + 2 * _PAD + _SLACK

    def _order_by(self, section: int) -> None:
        if section == FollowedColumn.TICK:
            self._model.tick_all()
            return
        current = self.current
        by, order = self._model.order
        down = section == by and order is Qt.SortOrder.AscendingOrder
        self._model.sort(
            section, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        )
        if current is not None:
            self.go_to(current.number)


def paint_pips(painter: QPainter, look: Look, left: int, middle: int, state: LifeCycle) -> int:
    """Paint how far a contract came as six small squares; return how wide they are."""
    if state is LifeCycle.TERMINATED:
        colour, reached = "bad", 0
    else:
        colour, reached = STATE_COLOURS[state], _STEPS.index(state) + 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for place in range(len(_STEPS)):
        box = QRect(left + place * (_PIP_PX + _PIP_GAP), middle - 4, _PIP_PX, 9)
        if place < reached:
            painter.fillRect(box, look.colour(colour))
        else:
            painter.setPen(QPen(look.colour("line-strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
    return len(_STEPS) * (_PIP_PX + _PIP_GAP)


def paint_share(
    painter: QPainter, look: Look, box: QRectF, share: float, passed: str = "warn-fill"
) -> None:
    """Paint a share as a bar; one that passes the whole takes the colour ``passed``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("control"), 1) if look.edge > 1 else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("track"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(passed if share > 1 else "accent"))
    filled = QRectF(box.left(), box.top(), box.width() * min(share, 1.0), box.height())
    if share > 0:
        filled.setWidth(max(filled.width(), 3.0))
        painter.drawRoundedRect(filled, 3, 3)


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: FollowedTable) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        row: FollowedRow = index.data(ROW_ROLE)
        column = FollowedColumn(index.column())
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, rect, option, index, column)
        if column is FollowedColumn.TICK:
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            paint_tick(painter, _tick_box(rect), state, self._look)
        else:
            cell = rect.adjusted(_PAD, 0, -_PAD, -1)
            if column is FollowedColumn.STATE:
                wide = paint_pips(
                    painter, self._look, cell.left(), cell.center().y(), row.contract.state
                )
                cell.setLeft(cell.left() + wide + _PAD)
            elif column is FollowedColumn.FUNDS:
                self._bar(painter, cell, row)
            self._write(painter, cell, index, column, row)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: Index,
        column: FollowedColumn,
    ) -> None:
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self._view.hovered
        if current and column is not FollowedColumn.TICK:
            painter.fillRect(rect, self._look.colour("selected"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.colour("line"))
        else:
            ticked = index.data(ROW_ROLE).number in self._view.ticked
            paint_ground(painter, self._look, rect, current=current, hovered=hovered or ticked)

    def _bar(self, painter: QPainter, cell: QRect, row: FollowedRow) -> None:
        if row.share is not None:
            top = cell.center().y() - _BAR_HIGH // 2 + 1
            box = QRectF(cell.left(), top, _BAR_PX, _BAR_HIGH)
            paint_share(painter, self._look, box, row.share)
        cell.setLeft(cell.left() + _BAR_PX + _PAD)

    def _write(
        self,
        painter: QPainter,
        cell: QRect,
        index: Index,
        column: FollowedColumn,
        row: FollowedRow,
    ) -> None:
        text = str(index.data())
        bold = column is FollowedColumn.STATE
        colour = "text-3" if text == "—" else "text"
        if column is FollowedColumn.NUMBER:
            colour = "text-2"
        elif bold:
            colour = STATE_COLOURS[row.contract.state]
        elif column is FollowedColumn.FUNDS and row.contract.funds_pass_amount:
            colour = "warn"
        painter.setFont(self._look.font(14 if column is FollowedColumn.TITLE else 13, bold=bold))
        painter.setPen(self._look.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)


def _tick_box(rect: QRect) -> QRect:
    return QRect(rect.left() + 14, rect.center().y() - TICK_PX // 2, TICK_PX, TICK_PX)
