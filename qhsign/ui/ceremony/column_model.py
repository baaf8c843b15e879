"""The lines of the column as a Qt model; contracts can be ticked, they and batches dragged."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.ui.ceremony.column_lines import Chosen, Line, LineKind

LINE_ROLE = Qt.ItemDataRole.UserRole
CONTRACTS_MIME = "application/x-qhsign-contracts"
BATCH_MIME = "application/x-qhsign-batch"
_NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractListModel):
    """``spoken`` says a line to a screen reader. ``ticks_changed`` tells of other ticks.

    ``redrawn`` tells that the same lines, as high as before, look otherwise: a list would lay all
    of them out again for ``dataChanged``.
    """

    ticks_changed = Signal()
    redrawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._shapes: Sequence[object] = ()
        self.ticked: frozenset[int] = frozenset()
        self.chosen = Chosen()
        self.spoken: Callable[[Line], str] = lambda line: line.key[1]

    def show_lines(self, lines: Sequence[Line], chosen: Chosen | None = None) -> None:
        """Show other lines; the same ones in the same order stay where they are."""
        same_slate = chosen is None or chosen.slate == self.chosen.slate
        self.chosen = chosen or self.chosen
        shapes = [_shape(each) for each in lines]
        if same_slate and shapes == self._shapes:
            self.lines = lines
            self.redrawn.emit()
            return
        self.beginResetModel()
        self.lines, self._shapes = lines, shapes
        self.endResetModel()

    def choose(self, chosen: Chosen) -> None:
        """Show what is chosen now among the same lines."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.redrawn.emit()

    def keep_ticks(self, numbers: Sequence[int]) -> None:
        """Take the ticks off contracts that are no more."""
        self.tick(self.ticked & frozenset(numbers))

    def tick(self, numbers: frozenset[int]) -> None:
        """Have exactly these contracts ticked."""
        if numbers != self.ticked:
            self.ticked = numbers
            self.redrawn.emit()
            self.ticks_changed.emit()

    def row_of(self, line: Line | None) -> int:
        """Return where a line stands, -1 for none."""
        if line is None:
            return -1
        if line.contract is not None:
            return self.row_of_contract(line.contract.number)
        key = line.key
        return next((row for row, each in enumerate(self.lines) if each.key == key), -1)

    def row_of_contract(self, number: int) -> int:
        """Return where a contract stands, -1 where it is not shown."""
        for row, each in enumerate(self.lines):
            if each.contract is not None and each.contract.number == number:
                return row
        return -1

    def line_at(self, row: int) -> Line | None:
        """Return a line, None past the ends."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or what is said of it."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.spoken(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be chosen, dragged and dropped on."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or line.kind is LineKind.NOTHING:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if line.kind in {LineKind.CONTRACT, LineKind.BATCH}:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def dragged(self, row: int) -> Sequence[int]:
        """Return the contracts that move with one: it alone, or all ticked in their order."""
        line = self.line_at(row)
        if line is None or line.contract is None:
            return ()
        number = line.contract.number
        if number not in self.ticked:
            return (number,)
        shown = [each.contract.number for each in self.lines if each.contract is not None]
        return tuple(each for each in shown if each in self.ticked)

    def mimeTypes(self) -> list[str]:
        """Return what is dragged."""
        return [CONTRACTS_MIME, BATCH_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give the numbers of the contracts, or the id of the batch."""
        made = QMimeData()
        line = self.line_at(indexes[0].row()) if indexes else None
        if line is not None and line.batch is not None:
            made.setData(BATCH_MIME, line.batch.id.encode())
            return made
        numbers = self.dragged(indexes[0].row()) if indexes else ()
        made.setData(CONTRACTS_MIME, ",".join(map(str, numbers)).encode())
        return made

    def supportedDragActions(self) -> Qt.DropAction:
        """Contracts and batches are moved, never copied."""
        return Qt.DropAction.MoveAction


def _shape(line: Line) -> object:
    """Return what tells whether a line is the same one, as high as before."""
    if line.contract is not None:
        return line.contract.number, line.batch_id
    return line.key, bool(line.findings)


def numbers_of(data: QMimeData) -> Sequence[int]:
    """Return the contracts that are dragged; none of anything else."""
    if not data.hasFormat(CONTRACTS_MIME):
        return ()
    text = bytes(data.data(CONTRACTS_MIME).data()).decode()
    return tuple(int(each) for each in text.split(",") if each)


def batch_of(data: QMimeData) -> str:
    """Return the id of the batch that is dragged, "" for anything else."""
    return bytes(data.data(BATCH_MIME).data()).decode() if data.hasFormat(BATCH_MIME) else ""
