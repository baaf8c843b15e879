"""The contracts of the batch on stage, each with how far it is."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from qhsign.ui.theme import Look

ROW_PX = 26
_NUMBER_PX, _GAP, _STATE_PX, _ICON_PX = 30, 12, 76, 16
_MOST_AMOUNT = 160
_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ContractLine:
    """One line; ``tone`` and ``icon`` are of its state, ``state`` is its word."""

    number: int
    title: str
    amount: str
    state: str
    icon: str
    tone: str


class ContractLines(QAbstractListModel):
    """The lines of one batch."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ContractLine] = []

    def show_lines(self, lines: list[ContractLine]) -> None:
        """Show another batch, or the same one further on."""
        if lines == self.lines:
            return
        if len(lines) == len(self.lines):
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many contracts there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, or how a screen reader says it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return " ".join(filter(None, (str(line.number), line.title, line.amount, line.state)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.title
        return None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a line."""
        del option, index
        return QSize(100, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint number, title, amount and state."""
        line = index.data(_ROLE)
        area = option.rect
        if not isinstance(line, ContractLine):
            return
        painter.save()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(14))
        metrics = painter.fontMetrics()
        painter.setPen(self._look.colour("text-2"))
        painter.drawText(area.adjusted(0, 0, 0, 0), left, str(line.number))
        ends = area.right() - _STATE_PX - _GAP
        amount = metrics.elidedText(line.amount, Qt.TextElideMode.ElideRight, _MOST_AMOUNT)
        wide = metrics.horizontalAdvance(amount)
        painter.drawText(QRect(ends - wide - 2, area.top(), wide + 2, ROW_PX), right, amount)
        painter.setPen(self._look.colour("text"))
        begins = area.left() + _NUMBER_PX
        room = ends - wide - _GAP - begins
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(begins, area.top(), room, ROW_PX), left, title)
        self._paint_state(painter, area, line)
        painter.restore()

    def _paint_state(self, painter: QPainter, area: QRect, line: ContractLine) -> None:
        if not line.state:
            return
        painter.setPen(self._look.colour(line.tone))
        wide = painter.fontMetrics().horizontalAdvance(line.state)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, line.state)
        if line.icon:
            ratio = painter.device().devicePixelRatioF()
            icon = self._look.pixmap(line.icon, line.tone, _ICON_PX, ratio)
            left = area.right() - wide - _ICON_PX - 4
            painter.drawPixmap(left, area.top() + (ROW_PX - _ICON_PX) // 2, icon)


class StepContracts(QListView):
    """A list to be read: nothing in it is chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = ContractLines()
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(look, self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.viewport().update)

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the page."""
        return QSize(160, ROW_PX * 2)

    def sizeHint(self) -> QSize:
        """Ask for six lines."""
        return QSize(300, ROW_PX * 6)
