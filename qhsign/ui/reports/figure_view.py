"""One table of the statistics, with figures at the right; Ctrl+C copies what is selected."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from qhsign.ui.reports.figure_tables import ShownTable
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _HEADER_PX, _PAD_PX, _MEASURED = 32, 34, 36, 400
_LEAST_PX, _MOST_PX = 150, 320
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureModel(QAbstractTableModel):
    """Holds the table that is shown."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.table = ShownTable((), ())

    def show_table(self, table: ShownTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.table.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell: its text, side, weight and colour."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.table.rows[row][column]
            case Qt.ItemDataRole.ToolTipRole if column < self.table.words:
                return self.table.rows[row][column]  # a long one is cut short
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_LEFT if column < self.table.words else _RIGHT)
            case Qt.ItemDataRole.FontRole:
                return self._look.font(13, bold=row in self.table.strong)
            case Qt.ItemDataRole.ForegroundRole:
                return self._look.colour(self._colour(row, column))
        return None

    def _colour(self, row: int, column: int) -> str:
        table = self.table
        if (row, column) in table.gaps:
            return "warn"
        said_above = row not in table.strong and bool(table.strong) and column < table.words - 1
        return "text-3" if said_above else "text"

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.table.headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if section < self.table.words else _RIGHT)
        return self.table.headings[section] if role == Qt.ItemDataRole.DisplayRole else None


class FigureView(QTableView):
    """``copied`` follows Ctrl+C."""

    copied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.figures = FigureModel(look, self)
        self.setModel(self.figures)
        self.setObjectName("figures")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW_PX)
        rows.setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(_HEADER_PX)
        look.changed.connect(self.viewport().update)

    def show_table(self, table: ShownTable) -> None:
        """Show another table from its first row."""
        same = table.headings == self.figures.table.headings
        self.figures.show_table(table)
        self._lay_columns()
        if not same:
            self.scrollToTop()

    def selected_text(self) -> str:
        """Return the selected rows, or all, as a spreadsheet takes them."""
        table = self.figures.table
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if len(places) < 2:  # noqa: PLR2004 - one row is only where somebody looks
            return table.as_text()
        return ShownTable(table.headings, [table.rows[p] for p in places], table.words).as_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column what the others leave."""
        super().resizeEvent(event)
        self._lay_columns()

    def _lay_columns(self) -> None:
        table = self.figures.table
        if not table.headings:
            return
        bold = QFontMetrics(self._look.font(13, bold=True))
        small = QFontMetrics(self._look.font(12))
        for column, heading in enumerate(table.headings):
            widths = [bold.horizontalAdvance(row[column]) for row in table.rows[:_MEASURED]]
            widest = max([small.horizontalAdvance(heading), *widths])
            self.setColumnWidth(column, min(widest + _PAD_PX, _MOST_PX))
        others = sum(self.columnWidth(column) for column in range(1, len(table.headings)))
        room = self.viewport().width() - others
        # The figures are what is looked for: rather the first words are cut than a figure hidden.
        self.setColumnWidth(0, max(min(self.columnWidth(0), _LEAST_PX), room))
