"""Ticking guests in the table: by mouse, with space and Shift, all found at once."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from qhsign.ui.guests.guest_table_model import GuestTableModel

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class GuestTicks(QObject):
    """Ticks are apart from the current row: what is ticked stays so while one looks around."""

    def __init__(self, table: QTableView, model: GuestTableModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._anchor = -1
        model.modelReset.connect(self._forget_anchor)

    def click(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Tick or untick a row; with Shift everything from the last one clicked to here."""
        if modifiers & _SHIFT and 0 <= self._anchor < self._model.rowCount():
            anchor = self._model.guest_at(self._anchor).id
            self._set(self._anchor, row, ticked=anchor in self._model.ticked)
        else:
            self._anchor = row
            self._set(row, row, ticked=self._model.guest_at(row).id not in self._model.ticked)

    def tick_all(self) -> None:
        """Tick every guest shown; untick them where all were ticked."""
        shown = {self._model.guest_at(row).id for row in range(self._model.rowCount())}
        if shown <= self._model.ticked:
            self._model.tick(self._model.ticked - shown)
        else:
            self._model.tick(self._model.ticked | shown)

    def key(self, event: QKeyEvent) -> bool:
        """Take space, Shift with an arrow, and Ctrl+A; tell whether the key was one of them."""
        row = self._table.currentIndex().row()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_A and control:
            self.tick_all()
        elif event.key() == Qt.Key.Key_Space and row >= 0:
            self.click(row, event.modifiers())
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and event.modifiers() & _SHIFT:
            self._walk(row, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _walk(self, row: int, by: int) -> None:
        """Tick the current row and the one the arrow leads to, and go there."""
        reached = row + by
        if row < 0 or not 0 <= reached < self._model.rowCount():
            return
        self._set(min(row, reached), max(row, reached), ticked=True)
        self._anchor = row if self._anchor < 0 else self._anchor
        self._table.setCurrentIndex(self._model.index(reached, self._table.currentIndex().column()))

    def _set(self, one: int, other: int, *, ticked: bool) -> None:
        rows = range(min(one, other), max(one, other) + 1)
        guests = {self._model.guest_at(row).id for row in rows}
        now = self._model.ticked
        self._model.tick(now | guests if ticked else now - guests)

    def _forget_anchor(self) -> None:
        self._anchor = -1
