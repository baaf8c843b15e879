"""The followed contracts as a table: filtered, ordered and ticked without asking the event."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.domain.contract import LifeCycle
from qhsign.ui.follow_up.follow_words import NOTHING, amount_word, state_word, sums_word
from qhsign.ui.follow_up.followed_row import FollowedFilter, FollowedRow
from qhsign.ui.theme import Look
from qhsign.wording import Language

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()
_STATES = list(LifeCycle)


class FollowedColumn(IntEnum):
    """The columns from left to right."""

    TICK = 0
    NUMBER = 1
    TITLE = 2
    STATE = 3
    SIGNED = 4
    LAST = 5
    AMOUNT = 6
    FUNDS = 7
    REGION = 8


_RIGHT = frozenset({FollowedColumn.AMOUNT})


class FollowedModel(QAbstractTableModel):
    """``ticks_changed`` follows every tick; ticks stay while the filter hides their rows."""

    ticks_changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.every: Sequence[FollowedRow] = ()
        self.shown: list[FollowedRow] = []
        self.ticked: frozenset[int] = frozenset()
        self.filter = FollowedFilter()
        self._order = (FollowedColumn.NUMBER, Qt.SortOrder.AscendingOrder)

    @property
    def order(self) -> tuple[FollowedColumn, Qt.SortOrder]:
        """The column the rows are ordered by, and the way."""
        return self._order

    def show_rows(self, rows: Sequence[FollowedRow]) -> None:
        """Show other contracts under the same filter; ticks of contracts that are gone go."""
        self.every = rows
        self._lay_out()
        self._tick(self.ticked & {row.number for row in rows})

    def look_for(self, wanted: FollowedFilter) -> None:
        """Show what fits another filter."""
        if wanted != self.filter:
            self.filter = wanted
            self._lay_out()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; rows without a value stand last either way."""
        if column == FollowedColumn.TICK or (column, order) == self._order:
            return
        self._order = (FollowedColumn(column), order)
        self._lay_out()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(FollowedColumn) - 1)

    def place_of(self, number: int) -> int:
        """Return the row of a contract, −1 where it is not shown."""
        return next((at for at, row in enumerate(self.shown) if row.number == number), -1)

    def toggle(self, places: Sequence[int], *, ticked: bool | None = None) -> None:
        """Tick rows, or with ``ticked`` None the other way round."""
        numbers = frozenset(self.shown[place].number for place in places)
        if ticked is None:
            self._tick(self.ticked ^ numbers)
        else:
            self._tick(self.ticked | numbers if ticked else self.ticked - numbers)

    def tick_all(self) -> None:
        """Tick every row shown; untick them where all were."""
        here = frozenset(row.number for row in self.shown)
        self._tick(self.ticked - here if here <= self.ticked else self.ticked | here)

    def untick(self) -> None:
        """Take every tick away, of hidden rows too."""
        self._tick(frozenset())

    def ticks_of_shown(self) -> Qt.CheckState:
        """Tell whether all rows shown are ticked, some, or none."""
        here = {row.number for row in self.shown}
        ticked = len(here & self.ticked)
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(here) else Qt.CheckState.PartiallyChecked

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(FollowedColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, its side, or under ROW_ROLE the whole row."""
        if not index.isValid():
            return None
        row, column = self.shown[index.row()], FollowedColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_side(column))
            case Qt.ItemDataRole.CheckStateRole if column is FollowedColumn.TICK:
                ticked = row.number in self.ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return row if role == ROW_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Name the columns, with an arrow at the one that orders."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(FollowedColumn):
            return None
        column = FollowedColumn(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(column))
        if role == Qt.ItemDataRole.ToolTipRole and column is FollowedColumn.FUNDS:
            return self.tr("Ordered by the funds against the amount")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        word, (by, order) = self.heading(column), self._order
        arrow = "↑" if order is Qt.SortOrder.AscendingOrder else "↓"
        return f"{word} {arrow}" if column is by else word

    def heading(self, column: FollowedColumn) -> str:
        """Return what a column is called."""
        return {
            FollowedColumn.TICK: "",
            FollowedColumn.NUMBER: self.tr("No."),
            FollowedColumn.TITLE: self.tr("Contract"),
            FollowedColumn.STATE: self.tr("State"),
            FollowedColumn.SIGNED: self.tr("Signed on"),
            FollowedColumn.LAST: self.tr("Last step"),
            FollowedColumn.AMOUNT: self.tr("Amount"),
            FollowedColumn.FUNDS: self.tr("Funds in place"),
            FollowedColumn.REGION: self.tr("Region"),
        }[column]

    def words_changed(self) -> None:
        """Have everything read again in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(FollowedColumn) - 1)
        if self.shown:
            last = self.index(len(self.shown) - 1, len(FollowedColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _text(self, row: FollowedRow, column: FollowedColumn) -> str:
        return _TEXTS[column](row, self._look.language)

    def _lay_out(self) -> None:
        self.beginResetModel()
        column, order = self._order
        found = self.filter.chosen(self.every)
        keyed = [(_key(row, column), row) for row in found]
        known = [each for each in keyed if each[0] is not None]
        known.sort(key=lambda each: each[0], reverse=order is Qt.SortOrder.DescendingOrder)
        self.shown = [row for _, row in known] + [row for key, row in keyed if key is None]
        self.endResetModel()

    def _tick(self, ticked: frozenset[int]) -> None:
        if ticked == self.ticked:
            return
        self.ticked = ticked
        if self.shown:
            last = self.index(len(self.shown) - 1, len(FollowedColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.ticks_changed.emit()


_TEXTS: Mapping[FollowedColumn, Callable[[FollowedRow, Language], str]] = {
    FollowedColumn.TICK: lambda *_: "",
    FollowedColumn.NUMBER: lambda row, _: row.contract.label,
    FollowedColumn.TITLE: lambda row, _: row.contract.title,
    FollowedColumn.STATE: lambda row, language: state_word(row.contract.state, language),
    FollowedColumn.SIGNED: lambda row, _: _day(row.contract.signed_on),
    FollowedColumn.LAST: lambda row, _: _day(row.last_day),
    FollowedColumn.AMOUNT: lambda row, language: amount_word(row.contract.amount, language),
    FollowedColumn.FUNDS: lambda row, language: sums_word(row.contract.funds, language),
    FollowedColumn.REGION: lambda row, _: row.row.region or NOTHING,
}


def _day(day: date | None) -> str:
    return NOTHING if day is None else day.isoformat()


def _side(column: FollowedColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _key(row: FollowedRow, column: FollowedColumn) -> Any:
    """Return what a row is ordered by; None where it has nothing there."""
    contract = row.contract
    amount = contract.amount
    keys: dict[FollowedColumn, Any] = {
        FollowedColumn.NUMBER: contract.number,
        FollowedColumn.TITLE: contract.title,
        FollowedColumn.STATE: _STATES.index(contract.state),
        FollowedColumn.SIGNED: _ordinal(contract.signed_on),
        FollowedColumn.LAST: _ordinal(row.last_day),
        # Different currencies are set apart, never converted.
        FollowedColumn.AMOUNT: None if amount is None else (amount.currency, amount.fen),
        FollowedColumn.FUNDS: row.share,
        FollowedColumn.REGION: row.row.region or None,
    }
    return keys[column]


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
