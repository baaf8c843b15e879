"""The 对账表: what was published beside what is recorded, never forced to agree."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from qhsign.services.overview_records import Reconciled
from qhsign.ui.overview.row_list import LEFT, RIGHT, ROW_ROLE, Index
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look

_ROW, _PAD = 42, 8
_TEXT, _CAPTION = 13, 12
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns in their order."""

    SUBJECT = 0
    DECLARED = 1
    ENTERED = 2
    CHECKED_IN = 3
    GAP = 4


class ReconciliationModel(QAbstractTableModel):
    """One line a published figure."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.lines: Sequence[Reconciled] = ()

    def show_lines(self, lines: Sequence[Reconciled]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def words_changed(self) -> None:
        """Name the columns in the new language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; the first names measure and qualifier as well."""
        if role == ROW_ROLE:
            return self.lines[index.row()]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        line = self.lines[index.row()]
        match Column(index.column()):
            case Column.SUBJECT:
                return f"{line.subject}\n{line.measure} · {self._qualifier(line.qualifier)}"
            case Column.DECLARED:
                return line.declared
            case Column.ENTERED:
                return line.entered
            case Column.CHECKED_IN:
                return line.checked_in
        return line.gap

    def _qualifier(self, qualifier: str) -> str:
        """Return how a published figure relates to the true one, in the window's language."""
        words = {
            "整": self.tr("exact"),
            "余": self.tr("or somewhat more"),
            "超": self.tr("more than"),
            "近": self.tr("nearly"),
            "约": self.tr("about"),
        }
        return words.get(qualifier, qualifier)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section == Column.SUBJECT else RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Subject"),
            self.tr("Declared"),
            self.tr("Entered"),
            self.tr("Arrived"),
            self.tr("Gap"),
        )[section]


class _LinePainter(QStyledItemDelegate):
    """Paints the subject in two lines and a gap in amber."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(parent)
        self._look, self._view = look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room the cell's words need."""
        del option
        metrics = QFontMetrics(self._look.font(_TEXT))
        lines = str(index.data()).split("\n")
        return QSize(max(map(metrics.horizontalAdvance, lines)) + 2 * _PAD, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = self._look
        painter.save()
        if bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus():
            painter.fillRect(rect, look.colour("selected"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        words = str(index.data())
        if index.column() == Column.SUBJECT:
            cell = rect.adjusted(16, 3, -_PAD, 0)
            subject, _, measure = words.partition("\n")
            half = QRect(cell.left(), cell.top(), cell.width(), 20)
            self._words(painter, half, LEFT, subject, "text", _TEXT)
            self._words(painter, half.translated(0, 18), LEFT, measure, "text-3", _CAPTION)
        else:
            cell = rect.adjusted(_PAD, 0, -_PAD, -1)
            colour = _colour(Column(index.column()), index.data(ROW_ROLE))
            self._words(painter, cell, RIGHT, words, colour, _TEXT)
        painter.restore()

    def _words(
        self, painter: QPainter, room: QRect, how: Qt.AlignmentFlag, words: str, colour: str,
        pixels: int,
    ) -> None:  # fmt: skip
        painter.setFont(self._look.font(pixels))
        painter.setPen(self._look.colour(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, how, shown)


def _colour(column: Column, line: Reconciled) -> str:
    if column is Column.GAP:
        return "text-2" if line.agrees else "warn"
    if column is Column.CHECKED_IN:
        return "text-2"
    return "text"


class ReconciliationCard(QFrame):
    """The table, or one sentence where nothing was published."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title, self._hint = label("card-title"), ElidedLabel("caption")
        self.table = QTableView()
        self.model = ReconciliationModel(self.table)
        self.table.setModel(self.model)
        self.table.setItemDelegate(_LinePainter(look, self.table))
        self.table.setObjectName("reconciliation")
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(34)
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.SUBJECT, QHeaderView.ResizeMode.Stretch)
        self._nothing = EmptyState(look, "list")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        look.changed.connect(self.table.viewport().update)
        self._set_words()

    def show_lines(self, lines: Sequence[Reconciled]) -> None:
        """Show other lines."""
        self.model.show_lines(lines)
        self._stack.setCurrentWidget(self.table if lines else self._nothing)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Reconciliation"))
        self._hint.setText(self.tr("Declared and entered figures are kept apart"))
        self.table.setAccessibleName(self._title.text())
        self._nothing.set_words(
            self.tr("Nothing was declared for this event, so there is nothing to compare.")
        )
        self.model.words_changed()
