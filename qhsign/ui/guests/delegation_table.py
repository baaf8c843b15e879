"""The view of the delegations: fixed rows, cells that can be edited, gaps in amber."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qhsign.ui.guests.delegation_model import SORT_ROLE, DelegationColumn, DelegationModel
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _HEADER_PX = 32, 34
_COUNT_PX = 96
_PAD, _MARGIN = 8, 16


class SortedDelegations(QSortFilterProxyModel):
    """The delegations found, with an arrow at the heading they are ordered by."""

    def __init__(self, model: DelegationModel) -> None:
        super().__init__(model)
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a heading."""
        found = super().headerData(section, orientation, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn():
            return found
        return f"{found} {'↑' if self.sortOrder() == Qt.SortOrder.AscendingOrder else '↓'}"


class DelegationTable(QTableView):
    """``opened`` asks for the guests of the current delegation (Enter)."""

    opened = Signal()

    def __init__(self, look: Look, proxy: QSortFilterProxyModel) -> None:
        super().__init__()
        self.setObjectName("delegations")
        self.setModel(proxy)
        self.setItemDelegate(_Delegate(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(_ROW_PX)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(_HEADER_PX)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in DelegationColumn:
            header.resizeSection(column, _COUNT_PX)
        header.setSectionResizeMode(DelegationColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)
        self.sortByColumn(DelegationColumn.NAME, Qt.SortOrder.AscendingOrder)
        look.changed.connect(self.viewport().update)

    @property
    def is_editing(self) -> bool:
        """Whether somebody is typing in a cell."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the guests on Enter, unless it ends the typing in a cell."""
        if self.is_editing:
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints figures at the right and a gap in amber; edits with a line."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if current and index.column():
            painter.fillRect(rect, self._look.colour("selected"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._look.colour("line"))
        else:
            paint_ground(painter, self._look, rect, current=current, hovered=hovered)
        text = str(index.data())
        gap = index.column() == DelegationColumn.GAP and text[:1] in "−+"
        quiet = text in {"—", "0"}
        colour = "warn" if gap else "text-3" if quiet else "text"
        painter.setFont(self._look.font(14 if not index.column() else 13, bold=gap))
        painter.setPen(self._look.colour(colour))
        cell = rect.adjusted(_PAD if index.column() else _MARGIN, 0, -_PAD, -1)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
        painter.drawText(cell, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(self._look.colour("accent-line"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        line = QLineEdit(parent)
        line.setProperty("kind", "cell")
        line.setMaxLength(200 if index.column() == DelegationColumn.NAME else 6)
        line.setAccessibleName(
            str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        )
        return line
