"""The steps of the run of show in a table: when, how long, what, and who sees to it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from qhsign.services.show_records import ShowLine
from qhsign.ui.shared.row_ground import paint_ground
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ORDINAL, CLOCK, MINUTES, STEP, SCREEN, SOUND, BY = range(7)
_NOWHERE = QModelIndex()
_ROW_PX, _HEADER_PX, _PAD, _KEY_PX = 52, 34, 10, 4
_FIXED = {ORDINAL: 44, CLOCK: 74, MINUTES: 60}
_SHARES = {STEP: 10, SCREEN: 5, SOUND: 5, BY: 3}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = frozenset({ORDINAL, MINUTES})


class StepModel(QAbstractTableModel):
    """Holds the steps; a step that stays keeps its row where nothing came or went."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ShowLine] = ()
        self._headings: Sequence[str] = ("",) * 7

    @property
    def lines(self) -> Sequence[ShowLine]:
        """The steps in their order."""
        return self._lines

    def show_lines(self, lines: Sequence[ShowLine]) -> None:
        """Show other steps, or the same as they are now."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, BY))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def set_headings(self, *headings: str) -> None:
        """Name the columns."""
        self._headings = headings
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, BY)

    def row_of(self, key: str) -> int:
        """Return a step's row, -1 for none."""
        keys = [line.key for line in self._lines]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the steps."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, or the step itself."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._word(line, index)
            case Qt.ItemDataRole.ToolTipRole:
                whole = self._word(line, index)
                return f"{whole}\n{line.content}" if index.column() == STEP else whole
            case _:
                return line if role == LINE_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Name a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section in _AT_RIGHT else _LEFT)
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    @staticmethod
    def _word(line: ShowLine, index: Index) -> str:
        match index.column():
            case 0:
                return str(index.row() + 1)
            case 1:
                return f"{line.begins:%H:%M}"
            case 2:
                return str(line.minutes)
            case 3:
                return line.title
            case 4:
                return line.screen
            case 5:
                return line.sound
            case _:
                return line.responsible


class StepTable(QTableView):
    """``shown`` carries the step that is current, or None; ``opened`` that of Enter."""

    shown = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.steps = StepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(_StepDelegate(look, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(_HEADER_PX)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(LINE_ROLE)))
        look.changed.connect(self.viewport().update)

    @property
    def line(self) -> ShowLine | None:
        """The current step."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, ShowLine) else None

    def show_lines(self, lines: Sequence[ShowLine], key: str = "") -> None:
        """Show steps; the one of ``key``, the one that was current, or the first is current."""
        was = self.line
        wanted = key or (was.key if was else "")
        self.steps.show_lines(lines)
        row = self.steps.row_of(wanted)
        if row < 0:
            row = min(max(self.currentIndex().row(), 0), len(lines) - 1)
        if lines:
            self.setCurrentIndex(self.steps.index(row, STEP))
        self.shown.emit(self.line)

    def go_to(self, key: str) -> None:
        """Make a step the current one."""
        row = self.steps.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.steps.index(row, STEP))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which step is current now."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.shown.emit(current.data(LINE_ROLE) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the step on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line is not None:
            self.opened.emit(self.line)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current step as soon as the keyboard comes here."""
        if not self.currentIndex().isValid() and self.steps.rowCount():
            self.setCurrentIndex(self.steps.index(0, STEP))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, width in _FIXED.items():
            self.setColumnWidth(column, width)
        left = max(room - sum(_FIXED.values()), 0)
        whole = sum(_SHARES.values())
        for column, share in _SHARES.items():
            self.setColumnWidth(column, left * share // whole)


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ShowLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        self._ground(painter, option, index, line)
        words = str(index.data())
        box = rect.adjusted(_PAD, 0, -_PAD, -1)
        match index.column():
            case 1:
                colour = "text" if line.is_planned else "text-2"
                self._write(painter, box, words, 16, colour, bold=True)
            case 3:
                half = box.height() // 2
                above = QRect(box.left(), box.top() + 5, box.width(), half - 4)
                below = QRect(box.left(), box.top() + half, box.width(), half - 4)
                self._write(painter, above, words, 14, "text", bold=True)
                self._write(painter, below, _one_line(line.content), 12, "text-2")
            case 0 | 2:
                colour = "text-3" if index.column() == ORDINAL else "text"
                self._write(painter, box, words, 13, colour, right=True)
            case _:
                self._write(painter, box, _one_line(words), 13, "text-2")
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: ShowLine
    ) -> None:
        rect: QRect = option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        look = self._look
        if current:
            painter.fillRect(rect, look.colour("selected"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        else:
            paint_ground(painter, look, rect, current=False, hovered=hovered)
        if index.column() != ORDINAL:
            return
        if current and self._view.hasFocus():
            painter.fillRect(
                rect.left(), rect.top(), _KEY_PX - 1, rect.height(), look.colour("focus")
            )
        elif line.is_key:
            bar = (rect.left(), rect.top() + 4, _KEY_PX, rect.height() - 9)
            painter.fillRect(*bar, look.colour("accent"))

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        pixels: int,
        colour: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        font = self._look.font(pixels, bold=bold)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, int(_RIGHT if right else _LEFT), shown)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\u200b", "")
