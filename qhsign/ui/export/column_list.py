"""The columns of an export: ticked or not, in the order they are written."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qhsign.ui.export.export_provider import ColumnChoice
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.theme import Look
from qhsign.wording import Language, say

_ROW_PX = 32
_ICON_PX = 16
_NAME, _SENSITIVE = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class _ColumnDelegate(QStyledItemDelegate):
    """A tick box, the heading, and a lock where the column is sensitive."""

    def __init__(self, look: Look, view: QListWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one column."""
        look, rect = self._look, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("selected"))
            if self._view.hasFocus():
                painter.setPen(QPen(look.colour("focus"), 2))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
        top = rect.top() + (rect.height() - TICK_PX) // 2
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        paint_tick(painter, QRect(rect.left() + 10, top, TICK_PX, TICK_PX), state, look)
        painter.setFont(look.font(13))
        painter.setPen(look.colour("text"))
        words = rect.adjusted(38, 0, -34, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), index.data())
        if index.data(_SENSITIVE):
            picture = look.pixmap("lock", "warn", _ICON_PX, self._view.devicePixelRatioF())
            painter.drawPixmap(
                rect.right() - 28, rect.top() + (rect.height() - _ICON_PX) // 2, picture
            )
        painter.restore()


class ColumnList(QListWidget):
    """Space ticks, Alt with an arrow key or dragging moves; ``changed`` follows every change."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._what = ""
        self.setItemDelegate(_ColumnDelegate(look, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.model().rowsMoved.connect(lambda *_: self.changed.emit())
        look.changed.connect(self.viewport().update)

    def show_columns(self, what: str, columns: Sequence[ColumnChoice]) -> None:
        """Show the columns of another export, the usual ones ticked."""
        self._what = what
        self.blockSignals(True)
        self.clear()
        for column in columns:
            item = QListWidgetItem()
            item.setData(_NAME, column.name)
            item.setData(_SENSITIVE, column.sensitive)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if column.usual else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)
        self.words_changed()
        if columns:
            self.setCurrentRow(0)
        self.changed.emit()

    def chosen(self) -> list[str]:
        """Return the ticked columns in their order."""
        return [str(item.data(_NAME)) for item in self._items() if _is_ticked(item)]

    def sensitive(self) -> list[str]:
        """Return the headings of the ticked columns that need a purpose."""
        return [item.text() for item in self._items() if _is_ticked(item) and item.data(_SENSITIVE)]

    def tick(self, name: str, *, ticked: bool) -> None:
        """Tick a column or not."""
        for item in self._items():
            if item.data(_NAME) == name:
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def move_current(self, by: int) -> None:
        """Move the current column up (−1) or down (1)."""
        row = self.currentRow()
        if 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)
            self.changed.emit()

    def words_changed(self) -> None:
        """Say it in the new language."""
        self.blockSignals(True)
        for item in self._items():
            item.setText(column_word(self._what, str(item.data(_NAME)), self._look.language))
            sensitive = self.tr("{column}, sensitive").format(column=item.text())
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                sensitive if item.data(_SENSITIVE) else item.text(),
            )
            item.setToolTip(
                self.tr("Sensitive: written only for a stated purpose")
                if item.data(_SENSITIVE)
                else ""
            )
        self.blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow, tick with the space bar."""
        up, down = Qt.Key.Key_Up, Qt.Key.Key_Down
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {up, down}:
            self.move_current(-1 if event.key() == up else 1)
        elif event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self._toggle(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self._toggle(self.item(index.row()))

    @staticmethod
    def _toggle(item: QListWidgetItem) -> None:
        ticked = Qt.CheckState.Unchecked if _is_ticked(item) else Qt.CheckState.Checked
        item.setCheckState(ticked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


def column_word(what: str, name: str, language: Language) -> str:
    """Return a column's heading."""
    return say(f"export-{what}-{name}", language)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
