"""The published figures as a table."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from qhsign.services.setting_records import FigureRow

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    SUBJECT = 0
    MEASURE = 1
    VALUE = 2
    SOURCE = 3


class FigureModel(QAbstractTableModel):
    """Rows in the order they were entered."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[FigureRow] = ()

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show these figures."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def words_changed(self) -> None:
        """Have the headings read again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: _Index = _NONE) -> int:
        """Return how many figures there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NONE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _texts(row)[Column(index.column())]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.VALUE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if section == Column.VALUE
                else (Qt.AlignmentFlag.AlignLeft)
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Whose"), self.tr("What"), self.tr("Figure"), self.tr("Source"))[section]


def _texts(row: FigureRow) -> tuple[str, str, str, str]:
    close = not row.unit or row.unit == "%" or row.unit.endswith("元")
    value = f"{row.value}{row.unit}" if close else f"{row.value} {row.unit}"
    exact = "" if row.qualifier == "整" else f"{row.qualifier} "
    return row.subject, row.measure, f"{exact}{value}", row.source
