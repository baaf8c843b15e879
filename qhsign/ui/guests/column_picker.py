"""Choosing the columns of the guest table: ticks and their order, under the button."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.export.column_list import ColumnList
from qhsign.ui.export.export_provider import ColumnChoice
from qhsign.ui.guests.table_columns import AT_FIRST, CHOICES, Column
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_WIDTH_PX, _LIST_PX = 248, 400
_NAME_ROLE = int(Qt.ItemDataRole.UserRole)


class TableColumnList(ColumnList):
    """The columns of the table by their headings."""

    def __init__(self, look: Look, heading: Callable[[Column], str]) -> None:
        self._heading = heading
        super().__init__(look)

    def words_changed(self) -> None:
        """Say it in the new language."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            item.setText(self._heading(Column[str(item.data(_NAME_ROLE))]))
        self.blockSignals(False)


class ColumnPicker(QFrame):
    """``chosen`` carries the ticked columns in their order; closes on Esc or a click elsewhere."""

    chosen = Signal(object)

    def __init__(self, look: Look, heading: Callable[[Column], str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._hint = label("caption", wrap=True)
        self.list = TableColumnList(look, heading)
        self.list.setMinimumHeight(120)
        self.usual = QPushButton()
        self.usual.setProperty("kind", "small")
        self.usual.clicked.connect(self._take_usual)
        self.list.changed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._set_words()

    def open_under(self, button: QWidget, columns: Sequence[Column]) -> None:
        """Show these columns ticked, those not shown behind them."""
        self.show_columns(columns)
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        window = button.window()
        room = window.mapToGlobal(QPoint(0, window.height())).y() - corner.y() - 8
        self.setFixedWidth(_WIDTH_PX)
        self._hint.setFixedHeight(self._hint.heightForWidth(_WIDTH_PX - 18))
        self.resize(_WIDTH_PX, max(240, min(_LIST_PX + 110, room)))
        self.move(corner)
        self.show()
        self.list.setFocus()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Tick these columns and no others."""
        others = (column for column in CHOICES if column not in columns)
        self.list.blockSignals(True)
        self.list.show_columns(
            "table",
            [
                *(ColumnChoice(column.name, usual=True, sensitive=False) for column in columns),
                *(ColumnChoice(column.name, usual=False, sensitive=False) for column in others),
            ],
        )
        self.list.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _take_usual(self) -> None:
        self.show_columns(AT_FIRST)
        self._tell()

    def _tell(self) -> None:
        """Tell what is ticked; nobody is found in a list without names."""
        columns = [Column[name] for name in self.list.chosen()]
        if Column.NAME not in columns:
            self.list.blockSignals(True)
            self.list.tick(Column.NAME.name, ticked=True)
            self.list.blockSignals(False)
            columns = [Column[name] for name in self.list.chosen()]
        self.chosen.emit(columns)

    def _set_words(self) -> None:
        self._hint.setText(self.tr("Space ticks a column, Alt with an arrow or dragging moves it."))
        self.usual.setText(self.tr("Usual columns"))
        self.list.setAccessibleName(self.tr("Columns of the table"))
        self.setAccessibleName(self.tr("Columns of the table"))
        self.list.words_changed()
