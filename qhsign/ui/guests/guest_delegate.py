"""The guest table's cells under the pointer and while they are edited; rows paint themselves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from qhsign.ui.guests.cell_editor import choices_of, fill, make_editor, typed, value_of
from qhsign.ui.guests.guest_rows import CELL_PX, NAME_PX, PAD_PX
from qhsign.ui.guests.guest_table_model import ROW_ROLE
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EDITOR_LEAST = 120

Index = QModelIndex | QPersistentModelIndex
_ARROWS = " ↑↓"
"""What a heading bears beside its name, which a screen reader need not say of a cell."""


class GuestDelegate(QStyledItemDelegate):
    """One delegate for all columns; it paints nothing (see ``guest_rows``).

    ``written`` carries a guest, a column and what was typed there instead. ``known`` gives the
    names a column's texts are completed to.
    """

    written = Signal(object, object, str)

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.known: Callable[[Column], Sequence[str]] = lambda _: ()
        self.typed_before = ""
        """What an editor opened next is to hold: what was typed and could not be taken."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give the cell an editor."""
        del option
        column = Column(index.column())
        said = str(index.model().headerData(column, Qt.Orientation.Horizontal))
        heading = said.rstrip(_ARROWS)
        return make_editor(self._look, parent, column, heading, self.known(column), self._finish)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands in the cell, or what was typed before and could not be taken.

        Only once: what is being typed stays when the table shows news.
        """
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        column = Column(index.column())
        held = value_of(index.data(ROW_ROLE), column) if choices_of(column) else str(index.data())
        fill(editor, self.typed_before or held)
        self.typed_before = ""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was typed, where it is something else than before."""
        del model
        column, row = Column(index.column()), index.data(ROW_ROLE)
        text = typed(editor)
        held = value_of(row, column) if choices_of(column) else str(index.data())
        if text != held:
            self.written.emit(row, column, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let the editor be at least wide enough to type in."""
        del index
        rect: QRect = option.rect
        rect.setWidth(min(max(rect.width(), _EDITOR_LEAST), self._view.viewport().width()))
        if rect.right() > self._view.viewport().width():
            rect.moveRight(self._view.viewport().width())
        editor.setGeometry(rect)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cell that is cut short."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = str(index.data())
        rect: QRect = option.rect
        pixels = NAME_PX if index.column() == Column.NAME else CELL_PX
        wide = QFontMetrics(self._look.font(pixels)).horizontalAdvance(text)
        if index.column() != Column.CATEGORY and wide > rect.width() - 2 * PAD_PX:
            QToolTip.showText(event.globalPos(), text, view)
        else:
            QToolTip.hideText()
        return True
