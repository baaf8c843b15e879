"""The guest table's view: fixed rows, hover, columns that give way in a narrow window."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from qhsign.domain.guest import Category, Invitation
from qhsign.ui.guests.guest_delegate import ROW_PX, GuestDelegate
from qhsign.ui.guests.guest_table_model import Column, GuestTableModel
from qhsign.ui.shared.chip import ChipKind, chip_width
from qhsign.ui.shared.words import invitation_word
from qhsign.ui.theme import Look

_WIDTHS = {
    Column.NUMBER: 64,
    Column.NAME: 84,
    Column.TITLE: 100,
    Column.DELEGATION: 76,
    Column.CATEGORY: 96,
    Column.STATUS: 88,
    Column.ARRIVAL: 80,
}
_HEADER_PX = 34
_NAME_MOST = 168
_WIDEST = 600
# Where an organization would get less than this, columns the side panel also shows give way.
_ORGANIZATION_LEAST = 150
_FIRST_TO_GO = (Column.DELEGATION, Column.TITLE, Column.STATUS)


class GuestTable(QTableView):
    """``opened`` asks for the side panel of the current guest (Enter or a double click).

    ``widths_chosen`` tells the widths a person gave to columns, as ``keep_widths`` takes them.
    """

    opened = Signal()
    widths_chosen = Signal(str)

    def __init__(self, look: Look, model: GuestTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hovered = -1
        self._kept: dict[int, int] = {}
        self._fitting = False
        self.setModel(model)
        self.delegate = GuestDelegate(look, self, lambda: self._hovered)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fix_rows()
        self._lay_columns()
        self.doubleClicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def _fix_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_PX)
        rows.setDefaultSectionSize(ROW_PX)

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(_HEADER_PX)
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.ORGANIZATION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.sectionResized.connect(self._resized)

    def keep_widths(self, text: str) -> None:
        """Take over the widths of ``column:width`` parted by commas; what is no such is left."""
        for part in text.split(","):
            column, _, width = part.partition(":")
            if column.isdecimal() and width.isdecimal() and int(column) in _WIDTHS:
                self._kept[int(column)] = min(int(width), _WIDEST)
        for kept in self._kept:
            self._fit(kept, 0)
        self._hide_what_does_not_fit()

    def _fit(self, column: int, width: int) -> None:
        """Give a column a width, unless a person has given it another."""
        self._fitting = True
        self.setColumnWidth(column, self._kept.get(column, width))
        self._fitting = False

    def _resized(self, column: int, _: int, width: int) -> None:
        """Remember a width that a person has given to a column."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if pressed and not self._fitting and width and column in _WIDTHS:
            self._kept[column] = width
            self.widths_chosen.emit(",".join(f"{c}:{w}" for c, w in sorted(self._kept.items())))

    def fit_names(self, longest: str) -> None:
        """Make the name column as wide as a long name of the list, within reason."""
        wide = QFontMetrics(self._look.font(14)).horizontalAdvance(longest) + 20
        self._fit(Column.NAME, max(_WIDTHS[Column.NAME], min(wide, _NAME_MOST)))
        self._hide_what_does_not_fit()

    def fit_words(self) -> None:
        """Make room for the longest category and state in the window's language."""
        chips = max(chip_width(self._look, ChipKind(each)) for each in Category)
        self._fit(Column.CATEGORY, round(chips) + 20)
        metrics = QFontMetrics(self._look.font(13))
        words = max(metrics.horizontalAdvance(invitation_word(each)) for each in Invitation)
        self._fit(Column.STATUS, max(_WIDTHS[Column.STATUS], words + 40))
        self._hide_what_does_not_fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what does not fit."""
        self._hide_what_does_not_fit()
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the whole row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current guest on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _hide_what_does_not_fit(self) -> None:
        widths = {column: self.columnWidth(column) or _WIDTHS[column] for column in _WIDTHS}
        room = self.viewport().width() - _ORGANIZATION_LEAST - sum(widths.values())
        for column in _FIRST_TO_GO:
            self.setColumnHidden(column, room < 0)
            if room < 0:
                room += widths[column]

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit()

    def _hover(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.row() != self._hovered:
            self._hovered = index.row()
            self.viewport().update()
