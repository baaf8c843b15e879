"""The rows of one tab of the preview, as a table the view can page through."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.services.list_records import GUESTS, PreviewRow
from qhsign.ui.lists.list_words import field_word, value_word
from qhsign.wording import Language

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TICK, NUMBER, NAME = "tick", "number", "full_name"
ALWAYS = ("organization", "title", "phone")
Index = QModelIndex | QPersistentModelIndex


class Ticks(QObject):
    """Which rows of the file are left out; one row may stand in several tabs."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_out: set[int] = set()

    @property
    def left_out(self) -> frozenset[int]:
        """The rows without a tick."""
        return frozenset(self._left_out)

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is to be imported."""
        return row not in self._left_out

    def tick(self, rows: Collection[int], *, ticked: bool) -> None:
        """Tick rows, or take their ticks away."""
        if ticked:
            self._left_out.difference_update(rows)
        else:
            self._left_out.update(rows)
        self.changed.emit()

    def clear(self) -> None:
        """Tick every row."""
        self._left_out.clear()
        self.changed.emit()


class GoneTicks(Ticks):
    """Which missing guests are set to cancelled: nobody until somebody says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._allowed: frozenset[int] = frozenset()

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of those with a tick."""
        return self._allowed - self._left_out

    def offer(self, numbers: Collection[int], allowed: Collection[int]) -> None:
        """Offer these guests, of whom only some may still be cancelled."""
        self._allowed, self._left_out = frozenset(allowed), set(numbers)
        self.changed.emit()

    def tick(self, rows: Collection[int], *, ticked: bool) -> None:
        """Tick those who may be cancelled."""
        super().tick([row for row in rows if row in self._allowed], ticked=ticked)


class PreviewModel(QAbstractTableModel):
    """Holds the frozen rows; shows the columns in which at least one of them says something."""

    def __init__(self, ticks: Ticks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticks, self.kind = ticks, GUESTS
        self._known_ticks = [ticks]
        self.language = Language.CHINESE
        self.with_ticks = False
        self._rows: Sequence[PreviewRow] = ()
        self._keys: list[str] = [NUMBER, NAME]
        self._numbers_guests = False
        ticks.changed.connect(self._ticks_changed)

    def show_rows(
        self,
        rows: Sequence[PreviewRow],
        fields: Sequence[str],
        *,
        with_ticks: bool = False,
        numbers_guests: bool = False,
        ticks: Ticks | None = None,
    ) -> None:
        """Show other rows with these fields; ``numbers_guests`` counts guests, not file rows.

        ``ticks`` are kept elsewhere than those of the rows of the file.
        """
        self.beginResetModel()
        self.ticks = ticks or self._known_ticks[0]
        if self.ticks not in self._known_ticks:
            self._known_ticks.append(self.ticks)
            self.ticks.changed.connect(self._ticks_changed)
        self._rows = rows
        self.with_ticks, self._numbers_guests = with_ticks, numbers_guests
        self._keys = [*((TICK,) if with_ticks else ()), NUMBER, NAME, *fields]
        self.endResetModel()

    @property
    def rows(self) -> Sequence[PreviewRow]:
        """The rows shown."""
        return self._rows

    def key(self, column: int) -> str:
        """Return what a column shows."""
        return self._keys[column]

    def keys(self) -> Sequence[str]:
        """Return what the columns show."""
        return self._keys

    def place_of(self, file_row: int) -> int:
        """Return the place of a row of the file, -1 where it is not in this tab."""
        return next((p for p, row in enumerate(self._rows) if row.row == file_row), -1)

    def toggle(self, places: Sequence[int]) -> None:
        """Tick these rows, or take their ticks away where all have one."""
        if self.with_ticks and places:
            rows = [self._rows[place].row for place in places]
            self.ticks.tick(rows, ticked=not all(map(self.ticks.is_ticked, rows)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell: its text, the row behind it, its tick."""
        if not index.isValid():
            return None
        row, key = self._rows[index.row()], self._keys[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and key == TICK:
            return self._state(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row, key)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._keys):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self._keys[section] == NUMBER
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        key = self._keys[section]
        if key == TICK:
            return ""
        if key == NUMBER:
            return self.tr("No.") if self._numbers_guests else self.tr("Row")
        return field_word(key, self.kind)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the ticks be ticked."""
        flags = super().flags(index)
        if index.isValid() and self._keys[index.column()] == TICK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def words_changed(self) -> None:
        """Say it in the new language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._keys) - 1)
        self._all_changed()

    def _state(self, row: PreviewRow) -> Qt.CheckState:
        ticked = self.ticks.is_ticked(row.row)
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _text(self, row: PreviewRow, key: str) -> str:
        if key == TICK:
            return ""
        if key == NUMBER:
            places = 5 if self.kind == GUESTS else 4
            return f"{row.row:0{places}d}" if self._numbers_guests else str(row.row)
        if key == NAME:
            return row.full_name
        if key in row.changes:
            old, new = (value_word(key, value, self.language) for value in row.changes[key])
            return self.tr("{old} becomes {new}").format(old=old, new=new)
        value = row.values.get(key, "")
        return value_word(key, value, self.language) if value else ""

    def _ticks_changed(self) -> None:
        if self.with_ticks:
            self._all_changed()

    def _all_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._keys) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
