"""The steps in which the host reads, one under the other: when, which, and what is open."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qhsign.services.show_records import ShowLine
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NOTE_ROLE = LINE_ROLE + 1
_NOWHERE = QModelIndex()
_ROW_PX, _TIME_PX = 48, 50
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReadStepModel(QAbstractListModel):
    """Holds the steps and a note for each, "" for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[ShowLine] = ()
        self._notes: Sequence[str] = ()

    def show_lines(self, lines: Sequence[ShowLine], notes: Sequence[str]) -> None:
        """Show other steps, or the same with other notes."""
        if [line.key for line in lines] == [line.key for line in self.lines]:
            self.lines, self._notes = lines, notes
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines, self._notes = lines, notes
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the steps."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a step in words, itself, or its note."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, note = self.lines[index.row()], self._notes[index.row()]
        if role == LINE_ROLE:
            return line
        if role == NOTE_ROLE:
            return note
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{line.begins:%H:%M}  {line.title}  {note}".strip()
        return None


class ReadSteps(QListView):
    """``shown`` carries the step a person goes to, ``opened`` that of Enter or a click."""

    shown = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("words-steps")
        self.steps = ReadStepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(_ReadStepDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_filling = False
        for taken in (self.clicked, self.activated):
            taken.connect(lambda index: self.opened.emit(index.data(LINE_ROLE)))
        look.changed.connect(self.viewport().update)

    @property
    def line(self) -> ShowLine | None:
        """The current step."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, ShowLine) else None

    def show_lines(self, lines: Sequence[ShowLine], notes: Sequence[str], key: str) -> None:
        """Show steps; the one of ``key`` is the current one, and nobody is told."""
        self._is_filling = True
        self.steps.show_lines(lines, notes)
        row = next((row for row, line in enumerate(lines) if line.key == key), -1)
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self.steps.index(row))
        self._is_filling = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which step a person goes to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_filling:
            self.shown.emit(current.data(LINE_ROLE))


class _ReadStepDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ShowLine = index.data(LINE_ROLE)
        note = str(index.data(NOTE_ROLE))
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, self._look, rect, current=current, hovered=hovered)
        box = rect.adjusted(16, 4, -10, -5)
        half = box.height() // 2
        above = QRect(box.left(), box.top(), box.width(), half if note else box.height())
        self._write(painter, above, f"{line.begins:%H:%M}", 13, "text-2")
        self._write(painter, above.adjusted(_TIME_PX, 0, 0, 0), line.title, 14, "text", bold=True)
        if note:
            below = QRect(box.left(), box.top() + half, box.width(), half)
            self._write(painter, below, note, 12, "warn")
        painter.restore()

    def _write(
        self, painter: QPainter, box: QRect, text: str, px: int, colour: str, *, bold: bool = False
    ) -> None:
        font = self._look.font(px, bold=bold)
        width = max(box.width(), 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, int(_LEFT), shown)
