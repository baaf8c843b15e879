"""The preview's table: fixed rows, ticks by click or the space bar, columns as wide as needed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from qhsign.services.list_records import GUESTS, PreviewRow
from qhsign.ui.lists.list_words import field_word, value_word
from qhsign.ui.lists.preview_delegate import PAD, PreviewDelegate
from qhsign.ui.lists.preview_model import NAME, NUMBER, TICK, PreviewModel, Ticks
from qhsign.ui.theme import Look

ROW_PX, CHANGE_ROW_PX = 32, 48
_HEADER_PX = 34
_TICK_PX, _NUMBER_PX = 44, 64
_NAME_LEAST, _NAME_MOST, _TITLE_MOST = 84, 190, 300
_LEAST, _MOST = 72, 260
_MEASURED = 400
_STRETCH = ("organization", "parties")


class PreviewTable(QTableView):
    """One view for all tabs of the preview."""

    def __init__(self, look: Look, model: PreviewModel) -> None:
        super().__init__()
        self._look, self._model = look, model
        self.setModel(model)
        self.setItemDelegate(PreviewDelegate(look, model, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(_HEADER_PX)
        header.setMinimumSectionSize(40)
        self.clicked.connect(self._clicked)
        look.changed.connect(self.viewport().update)

    def show_rows(
        self,
        rows: Sequence[PreviewRow],
        fields: Sequence[str],
        *,
        with_ticks: bool = False,
        numbers_guests: bool = False,
        ticks: Ticks | None = None,
    ) -> None:
        """Show another tab's rows, the first one current."""
        tall = any(row.changes for row in rows[:1])
        height = CHANGE_ROW_PX if tall else ROW_PX
        header = self.verticalHeader()
        header.setMinimumSectionSize(height)
        header.setDefaultSectionSize(height)
        self._model.show_rows(
            rows, fields, with_ticks=with_ticks, numbers_guests=numbers_guests, ticks=ticks
        )
        self._lay_columns()
        self.scrollToTop()
        if rows:
            self.setCurrentIndex(self._model.index(0, 0))

    def go_to(self, file_row: int) -> bool:
        """Make a row of the file the current one; False where this tab lacks it."""
        place = self._model.place_of(file_row)
        if place < 0:
            return False
        self.selectRow(place)
        self.scrollTo(self._model.index(place, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the selected rows with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self._model.toggle([index.row() for index in self.selectionModel().selectedRows()])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the organization what is left."""
        super().resizeEvent(event)
        self._stretch()

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.key(index.column()) == TICK:
            self._model.toggle([index.row()])

    def _lay_columns(self) -> None:
        for column, key in enumerate(self._model.keys()):
            self.setColumnWidth(column, self._width(key))
        self._stretch()

    def _width(self, key: str) -> int:
        if key == TICK:
            return _TICK_PX
        if key == NUMBER:
            return _NUMBER_PX
        rows = self._model.rows[:_MEASURED]
        bold = QFontMetrics(self._look.font(13, bold=True))
        if key == NAME:
            metrics = QFontMetrics(self._look.font(14))
            words = [metrics.horizontalAdvance(row.full_name) + 24 for row in rows]
            most = _NAME_MOST if self._model.kind == GUESTS else _TITLE_MOST
            return min(max([_NAME_LEAST, *words]), most)
        words = [bold.horizontalAdvance(text) for row in rows if (text := self._text(row, key))]
        heading = QFontMetrics(self._look.font(12)).horizontalAdvance(
            field_word(key, self._model.kind)
        )
        return min(max([_LEAST, heading + 2 * PAD + 6, *(w + 2 * PAD + 4 for w in words)]), _MOST)

    def _text(self, row: PreviewRow, key: str) -> str:
        language = self._model.language
        if key in row.changes:
            return max((value_word(key, v, language) for v in row.changes[key]), key=len)
        value = row.values.get(key, "")
        return value_word(key, value, language) if value else ""

    def _stretch(self) -> None:
        keys = list(self._model.keys())
        grows = next((keys.index(key) for key in _STRETCH if key in keys), len(keys) - 1)
        others = sum(self.columnWidth(c) for c in range(len(keys)) if c != grows)
        least = self._width(keys[grows]) if keys[grows] != NAME else _NAME_LEAST
        self.setColumnWidth(grows, max(least, self.viewport().width() - others))
