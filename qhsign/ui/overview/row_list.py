"""A quiet list of painted rows: moved through with the arrow keys, told to a screen reader."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

ROW_ROLE = Qt.ItemDataRole.UserRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel, Generic[Row]):
    """Rows with the sentence that tells each to somebody who does not see it."""

    def __init__(self, tell: Callable[[Row], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._tell = tell
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; as many rows as before keep the current one current."""
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or what it says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._tell(row)
        return None


PaintRow = Callable[[QPainter, QRect, Row], None]


class _Painter(QStyledItemDelegate, Generic[Row]):
    """Paints the ground and the rule; ``paint_row`` paints what stands on them."""

    def __init__(
        self, look: Look, height: int, paint_row: PaintRow[Row], parent: QAbstractItemView
    ) -> None:
        super().__init__(parent)
        self._look, self._height, self._paint_row, self._view = look, height, paint_row, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setClipRect(rect)
        current = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        paint_ground(painter, self._look, rect, current=current)
        self._paint_row(painter, rect.adjusted(16, 0, -16, -1), index.data(ROW_ROLE))
        painter.restore()


class RowList(QListView, Generic[Row]):
    """Takes what paints a row and what tells it."""

    def __init__(
        self, look: Look, height: int, paint_row: PaintRow[Row], tell: Callable[[Row], str]
    ) -> None:
        super().__init__()
        self.rows = RowsModel(tell, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(look, height, paint_row, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        look.changed.connect(self.viewport().update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard comes here."""
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0))
        super().focusInEvent(event)
