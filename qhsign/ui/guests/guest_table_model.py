"""The guest table: a thin model over rows in memory."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.shared.words import category_word, invitation_word, vip_word

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
ARRIVAL_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    NUMBER = 0
    NAME = 1
    ORGANIZATION = 2
    TITLE = 3
    DELEGATION = 4
    CATEGORY = 5
    STATUS = 6
    ARRIVAL = 7


class GuestTableModel(QAbstractTableModel):
    """Shows the guests it is given; filtering and ordering happen before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[GuestRow] = ()
        self._arrivals: Mapping[str, Arrival] = {}
        self._activity = ""

    def show_rows(self, rows: Sequence[GuestRow], arrivals: Mapping[str, Arrival]) -> None:
        """Show other guests."""
        self.beginResetModel()
        self._rows, self._arrivals = rows, arrivals
        self.endResetModel()

    def name_activity(self, name: str) -> None:
        """Put the activity's name over the last column."""
        self._activity = name
        self.words_changed()

    def words_changed(self) -> None:
        """Have headings and cells read again in the new language."""
        last = len(Column) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    def guest_at(self, row: int) -> GuestRow:
        """Return the guest of a row."""
        return self._rows[row]

    def row_of(self, guest_id: str) -> int:
        """Return the row of a guest, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.id == guest_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many guests are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; its guest under ROW_ROLE, its arrival under ARRIVAL_ROLE."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == ROW_ROLE:
            return row
        if role == ARRIVAL_ROLE:
            return self._arrivals.get(row.id)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's heading."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings()[section] if 0 <= section < len(Column) else None

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Number"),
            self.tr("Name"),
            self.tr("Organization"),
            self.tr("Title"),
            self.tr("Delegation"),
            self.tr("Category"),
            self.tr("Status"),
            self._activity or self.tr("Arrived"),
        )

    def _text(self, row: GuestRow, column: Column) -> str:
        if column is Column.CATEGORY:
            word = category_word(row.category)
            return f"{vip_word()} {word}" if row.vip else word
        if column is Column.STATUS:
            return invitation_word(row.status)
        if column is Column.ARRIVAL:
            arrival = self._arrivals.get(row.id)
            return f"{arrival.at:%H:%M}" if arrival else self.tr("Not yet")
        return (row.label, row.full_name, row.organization, row.title, row.delegation)[column]
