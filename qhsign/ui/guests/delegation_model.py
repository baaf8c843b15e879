"""The delegations as a table: what was declared beside what is counted."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.services.delegations import DelegationRow

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_LAST = 1 << 30
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DelegationColumn(IntEnum):
    """The columns from left to right."""

    NAME = 0
    DECLARED = 1
    ENTERED = 2
    CONFIRMED = 3
    ARRIVED = 4
    GAP = 5


EDITABLE = frozenset({DelegationColumn.NAME, DelegationColumn.DECLARED})


class DelegationModel(QAbstractTableModel):
    """``written`` carries a delegation, a column and what was typed there instead."""

    written = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[DelegationRow] = ()

    @property
    def rows(self) -> Sequence[DelegationRow]:
        """The delegations in the event's order of names."""
        return self._rows

    def show_rows(self, rows: Sequence[DelegationRow]) -> None:
        """Show other delegations."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def words_changed(self) -> None:
        """Have the headings read again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(DelegationColumn) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many delegations there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(DelegationColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names and declared counts be edited."""
        flags = super().flags(index)
        if index.isValid() and index.column() in EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or under SORT_ROLE what it is ordered by."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], DelegationColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            if column is DelegationColumn.NAME:
                return row.name
            return "" if row.declared is None else str(row.declared)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column is DelegationColumn.NAME else _RIGHT
        if role == SORT_ROLE:
            if column is DelegationColumn.NAME:
                return index.row()
            count = self._count(row, column)
            return _LAST if count is None else count
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the table shows it once the event holds it."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if str(value) != index.data(Qt.ItemDataRole.EditRole):
            row, column = self._rows[index.row()], DelegationColumn(index.column())
            self.written.emit(row, column, str(value))
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a heading."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(DelegationColumn):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section == DelegationColumn.NAME else _RIGHT
        return self.heading(DelegationColumn(section)) if role == 0 else None

    def heading(self, column: DelegationColumn) -> str:
        """Return what a column is called."""
        return {
            DelegationColumn.NAME: self.tr("Delegation"),
            DelegationColumn.DECLARED: self.tr("Declared"),
            DelegationColumn.ENTERED: self.tr("Entered"),
            DelegationColumn.CONFIRMED: self.tr("Confirmed"),
            DelegationColumn.ARRIVED: self.tr("Arrived"),
            DelegationColumn.GAP: self.tr("Gap"),
        }[column]

    def _count(self, row: DelegationRow, column: DelegationColumn) -> int | None:
        counts = (None, row.declared, row.entered, row.confirmed, row.arrived, row.gap)
        return counts[column]

    def _text(self, row: DelegationRow, column: DelegationColumn) -> str:
        if column is DelegationColumn.NAME:
            return row.name
        count = self._count(row, column)
        if count is None:
            return "—"
        if column is DelegationColumn.GAP and count:
            return f"−{-count:,}" if count < 0 else f"+{count:,}"
        return f"{count:,}"
