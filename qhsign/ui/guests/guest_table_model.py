"""The guest table: a thin model over rows in memory."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.guests.cell_editor import FIELDS
from qhsign.ui.guests.table_columns import READ_LATER, Column
from qhsign.ui.shared.words import category_word, invitation_word, vetting_word, vip_word

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_ATTRIBUTES = {
    Column.NUMBER: "label",
    Column.NAME: "full_name",
    Column.ORGANIZATION: "organization",
    Column.TITLE: "title",
    Column.DELEGATION: "delegation",
    Column.READING: "reading",
    Column.LATIN_NAME: "latin_name",
}


class GuestTableModel(QAbstractTableModel):
    """Shows the guests it is given; filtering and ordering happen before.

    ``ticked`` are guests by id; they stay ticked while others are shown. ``ticks_changed`` follows
    every change of them.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[GuestRow] = ()
        self._arrivals: Mapping[str, Arrival] = {}
        self._activity = ""
        self._headings: Mapping[Column, str] = {}
        self._more: Mapping[str, Mapping[str, str]] = {}
        self._sorted: tuple[Column | None, bool] = (Column.NAME, False)
        self.ticked: AbstractSet[str] = frozenset()
        self._shown_ticks: Qt.CheckState | None = None
        self.can_edit = False

    def show_rows(self, rows: Sequence[GuestRow], arrivals: Mapping[str, Arrival]) -> None:
        """Show other guests."""
        self.beginResetModel()
        self._rows, self._arrivals = rows, arrivals
        self._shown_ticks = None
        self.endResetModel()

    def show_more(self, values: Mapping[str, Mapping[str, str]]) -> None:
        """Fill the columns that are read only when shown: by column's name, then guest's id."""
        self._more = values
        self.words_changed()

    def tick(self, guests: AbstractSet[str]) -> None:
        """Have exactly these guests ticked."""
        if guests != self.ticked:
            self.ticked = frozenset(guests)
            self._shown_ticks = None
            if self._rows:
                last = self.index(len(self._rows) - 1, Column.TICK)
                self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.TICK, Column.TICK)
            self.ticks_changed.emit()

    def name_activity(self, name: str) -> None:
        """Put the activity's name over the column of arrivals."""
        self._activity = name
        self.words_changed()

    def mark_order(self, column: Column | None, *, descending: bool) -> None:
        """Show by which column the rows are ordered."""
        self._sorted = (column, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def words_changed(self) -> None:
        """Have headings and cells read again in the new language."""
        self._headings = {}
        last = len(Column) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    def guest_at(self, row: int) -> GuestRow:
        """Return the guest of a row."""
        return self._rows[row]

    def has_arrived(self, row: GuestRow) -> bool:
        """Tell whether a guest has arrived at the activity shown."""
        return row.id in self._arrivals

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
        """Return a cell's text; its guest under ROW_ROLE."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(row, Column(index.column()))
        if role == ROW_ROLE:
            return row
        if index.column() == Column.TICK:
            return self._tick(row, role)
        return None

    def _tick(self, row: GuestRow, role: int) -> object:
        ticked = row.id in self.ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Ticked") if ticked else self.tr("Not ticked")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let those cells be edited that hold a field of the guest."""
        flags = super().flags(index)
        if self.can_edit and index.isValid() and Column(index.column()) in FIELDS:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's heading, with an arrow where the rows are ordered by it."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.TICK:
            return self.tr("Ticked")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column is self._sorted[0]:
            return f"{self.heading(column)} {'↓' if self._sorted[1] else '↑'}"
        return self.heading(column)

    def ticks_of_shown(self) -> Qt.CheckState:
        """Return whether all, some or none of the guests shown are ticked."""
        if self._shown_ticks is None:
            self._shown_ticks = self._count_ticks()
        return self._shown_ticks

    def _count_ticks(self) -> Qt.CheckState:
        if not self.ticked or not self._rows:
            return Qt.CheckState.Unchecked
        shown = sum(1 for row in self._rows if row.id in self.ticked)
        if shown == len(self._rows):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if shown else Qt.CheckState.Unchecked

    def heading(self, column: Column) -> str:
        """Return what a column is called."""
        if not self._headings:
            self._headings = self._named()
        return self._headings[column]

    def _named(self) -> Mapping[Column, str]:
        return {
            Column.NUMBER: self.tr("Number"),
            Column.NAME: self.tr("Name"),
            Column.ORGANIZATION: self.tr("Organization"),
            Column.TITLE: self.tr("Title"),
            Column.DELEGATION: self.tr("Delegation"),
            Column.CATEGORY: self.tr("Category"),
            Column.STATUS: self.tr("Status"),
            Column.ARRIVAL: self._activity or self.tr("Arrived"),
            Column.READING: self.tr("Reading"),
            Column.LATIN_NAME: self.tr("Latin name"),
            Column.VETTING: self.tr("Vetting"),
            Column.SEAT: self.tr("Seat"),
            Column.LIAISON: self.tr("Liaison"),
            Column.PHONE: self.tr("Phone"),
            Column.REMARK: self.tr("Remark"),
            Column.RANK: self.tr("Rank"),
            Column.COUNTRY: self.tr("Country"),
            Column.PHOTO: self.tr("Photo"),
            Column.BADGE: self.tr("Badge"),
            Column.TICK: "",
        }

    def word_for_absent(self) -> str:
        """Return what stands where somebody has not arrived."""
        return self.tr("Not yet")

    def text_of(self, row: GuestRow, column: Column) -> str:
        """Return what a cell says."""
        if column in _ATTRIBUTES:
            return str(getattr(row, _ATTRIBUTES[column]))
        if column in READ_LATER:
            return self._more.get(READ_LATER[column], {}).get(row.id, "")
        if column is Column.CATEGORY:
            word = category_word(row.category)
            return f"{vip_word()} {word}" if row.vip else word
        if column is Column.STATUS:
            return invitation_word(row.status)
        if column is Column.VETTING:
            return vetting_word(row.vetting)
        if column is Column.ARRIVAL:
            arrival = self._arrivals.get(row.id)
            return f"{arrival.at:%H:%M}" if arrival else self.word_for_absent()
        return ""
