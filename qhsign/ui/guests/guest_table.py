"""The guest table's view: fixed rows, hover, columns a desk chooses, orders and moves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.ui.guests.guest_delegate import GuestDelegate
from qhsign.ui.guests.guest_rows import ROW_PX, ColumnPlace, GuestRows, RowPlace
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.guest_ticks import GuestTicks
from qhsign.ui.guests.table_columns import AT_FIRST, TICK_WIDTH, WIDTHS, Column
from qhsign.ui.guests.table_header import TableHeader
from qhsign.ui.shared.chip import ChipKind, chip_width
from qhsign.ui.shared.words import invitation_word, vetting_word
from qhsign.ui.theme import Look

_NAME_MOST = 168
_WIDEST = 600
_HEADING_ROOM = 22
# Where an organization would get less than this, columns the side panel also shows give way.
_ORGANIZATION_LEAST = 140
_FIRST_TO_GO = (Column.DELEGATION, Column.TITLE, Column.STATUS)


class GuestTable(QTableView):
    """``opened`` asks for the side panel of the current guest: Enter, or a double click.

    A double click on a cell that can be edited edits it, as F2 does.

    ``widths_chosen`` tells the widths a person gave to columns, as ``keep_widths`` takes them,
    ``columns_moved`` the columns in the order a person dragged them to, ``heading_clicked`` the
    column whose order is asked for.
    """

    opened = Signal()
    widths_chosen = Signal(str)
    columns_moved = Signal(object)
    heading_clicked = Signal(object)

    def __init__(self, look: Look, model: GuestTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hovered = -1
        self._kept: dict[int, int] = {}
        self._fitting = False
        self.columns: Sequence[Column] = AT_FIRST
        self._model = model
        self.setModel(model)
        self.setHorizontalHeader(TableHeader(look, model, self))
        self.ticks = GuestTicks(self, model)
        self.delegate = GuestDelegate(look, self)
        self.setItemDelegate(self.delegate)
        self.rows = GuestRows(look, model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._fix_rows()
        self._lay_columns()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def _fix_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_PX)
        rows.setDefaultSectionSize(ROW_PX)

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TICK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.TICK, TICK_WIDTH)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        header.sectionClicked.connect(self._heading_clicked)
        self.show_columns(AT_FIRST)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns in this order, behind the ticks."""
        self.columns = columns
        header = self.horizontalHeader()
        self._fitting = True
        for place, column in enumerate((Column.TICK, *columns)):
            header.moveSection(header.visualIndex(column), place)
        self._fitting = False
        self._hide_what_does_not_fit()

    def keep_widths(self, text: str) -> None:
        """Take over the widths of ``column:width`` parted by commas; what is no such is left."""
        for part in text.split(","):
            column, _, width = part.partition(":")
            if column.isdecimal() and width.isdecimal() and int(column) in WIDTHS:
                self._kept[int(column)] = min(int(width), _WIDEST)
        for kept in self._kept:
            self._fit(kept, 0)
        self._hide_what_does_not_fit()

    def _fit(self, column: int, width: int) -> None:
        """Give a column a width, unless a person has given it another."""
        self._fitting = True
        self.setColumnWidth(column, self._kept.get(column, width))
        self._fitting = False

    def _resized(self, column: int, _: int, width: int) -> None:
        """Remember a width that a person has given to a column."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if pressed and not self._fitting and width and column in WIDTHS:
            self._kept[column] = width
            self.widths_chosen.emit(",".join(f"{c}:{w}" for c, w in sorted(self._kept.items())))

    def _moved(self, *_: int) -> None:
        """Tell the order a person dragged the columns to; the ticks stay in front."""
        if self._fitting:
            return
        header = self.horizontalHeader()
        columns = sorted(self.columns, key=header.visualIndex)
        self.show_columns(columns)
        self.columns_moved.emit(columns)

    def _heading_clicked(self, section: int) -> None:
        if section == Column.TICK:
            self.ticks.tick_all()
        else:
            self.heading_clicked.emit(Column(section))

    def fit_names(self, longest: str) -> None:
        """Make the name column as wide as a long name of the list, within reason."""
        wide = QFontMetrics(self._look.font(14)).horizontalAdvance(longest) + 20
        self._fit(Column.NAME, max(WIDTHS[Column.NAME], min(wide, _NAME_MOST)))
        self._hide_what_does_not_fit()

    def fit_words(self) -> None:
        """Make room for headings, categories and states in the window's language."""
        heading, cell = QFontMetrics(self._look.font(12)), QFontMetrics(self._look.font(13))
        chips = max(chip_width(self._look, ChipKind(each)) for each in Category)
        states = max(cell.horizontalAdvance(invitation_word(each)) for each in Invitation)
        vettings = max(cell.horizontalAdvance(vetting_word(each)) for each in Vetting)
        cells = {
            Column.CATEGORY: round(chips) + 20,
            Column.STATUS: states + 40,
            Column.VETTING: vettings + 40,
        }
        for column, width in WIDTHS.items():
            if column not in {Column.NAME, Column.ARRIVAL}:
                words = heading.horizontalAdvance(self._model.heading(column)) + _HEADING_ROOM
                self._fit(column, max(width, words, cells.get(column, 0)))
        self._hide_what_does_not_fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen."""
        painter = QPainter(self.viewport())
        self.rows.paint(painter, self._rows_in(event.rect()), self._columns_in_sight())
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            painter.setPen(self._look.colour("accent-line"))
            painter.drawRect(self.visualRect(current).adjusted(1, 1, -2, -3))
        painter.end()

    def _rows_in(self, part: QRect) -> Sequence[RowPlace]:
        """Return the rows of which anything lies in a part of the viewport."""
        shift, count = self.verticalOffset(), self._model.rowCount()
        first = (part.top() + shift) // ROW_PX
        last = min((part.bottom() + shift) // ROW_PX, count - 1)
        chosen = self.currentIndex().row() if self.selectionModel().hasSelection() else -1
        return [
            RowPlace(row, row * ROW_PX - shift, row == chosen, row == self._hovered)
            for row in range(first, last + 1)
        ]

    def _columns_in_sight(self) -> Sequence[ColumnPlace]:
        header, wide = self.horizontalHeader(), self.viewport().width()
        shown = (column for column in Column if not header.isSectionHidden(column))
        places = (
            ColumnPlace(column, header.sectionViewportPosition(column), header.sectionSize(column))
            for column in shown
        )
        return [place for place in places if place.left < wide and place.left + place.width > 0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what does not fit."""
        self._hide_what_does_not_fit()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the tick box is hit, or anywhere in the row with Ctrl."""
        index = self.indexAt(event.position().toPoint())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and (index.column() == Column.TICK or control):
            self.ticks.click(index.row(), event.modifiers())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current guest on Enter, edit the cell on F2, tick with space."""
        if self.is_editing:
            return  # The key has ended the typing in a cell already.
        if event.key() == Qt.Key.Key_F2:
            self.edit_current()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            return
        if not self.ticks.key(event):
            super().keyPressEvent(event)

    def _hide_what_does_not_fit(self) -> None:
        """Let columns give way in a narrow window, unless a desk has chosen its own."""
        shown = set(self.columns)
        widths = {column: self.columnWidth(column) or WIDTHS[column] for column in WIDTHS}
        taken = TICK_WIDTH + sum(widths[column] for column in shown if column in WIDTHS)
        room = self.viewport().width() - taken - _ORGANIZATION_LEAST
        if tuple(self.columns) == AT_FIRST:
            for column in _FIRST_TO_GO:
                if room < 0:
                    shown.discard(column)
                    room += widths[column]
        self._fitting = True
        for column in Column:
            self.setColumnHidden(column, column not in shown and column is not Column.TICK)
        self._fit_organization(room)
        self._fitting = False

    def _fit_organization(self, room: int) -> None:
        """Give the organization what the others leave; where that is little, the table scrolls."""
        header = self.horizontalHeader()
        if room < 0:
            header.setSectionResizeMode(Column.ORGANIZATION, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(Column.ORGANIZATION, _ORGANIZATION_LEAST)
        else:
            header.setSectionResizeMode(Column.ORGANIZATION, QHeaderView.ResizeMode.Stretch)

    @property
    def is_editing(self) -> bool:
        """Whether somebody is typing in a cell."""
        return self.state() == QAbstractItemView.State.EditingState

    def go_to(self, row: int) -> None:
        """Make another row the current one, staying in the column."""
        column = self.currentIndex().column()
        if column < 0 or self.isColumnHidden(column) or column == Column.TICK:
            column = Column.NAME
        self.setCurrentIndex(self.model().index(row, column))

    def edit_current(self) -> None:
        """Edit the current cell, or the name where it cannot be edited."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(Column.NAME)
            self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _open(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif index.isValid() and index.column() != Column.TICK:
            self.opened.emit()

    def _hover(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.row() != self._hovered:
            self._hovered = index.row()
            self.viewport().update()
