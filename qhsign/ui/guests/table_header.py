"""The header of the guest table: a tick box for all guests found, headings that sort and move."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.lists.tick_box import TICK_PX, paint_tick
from qhsign.ui.theme import Look

_HEADER_PX = 34


class TableHeader(QHeaderView):
    """Paints the tick box of its first section; the rest is Qt's own."""

    def __init__(self, look: Look, model: GuestTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._model = look, model
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFixedHeight(_HEADER_PX)
        self.setMinimumSectionSize(36)
        model.ticks_changed.connect(self.viewport().update)
        model.modelReset.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Paint one heading."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex == Column.TICK:
            box = QRect(rect.left() + 14, rect.center().y() - TICK_PX // 2, TICK_PX, TICK_PX)
            paint_tick(painter, box, self._model.ticks_of_shown(), self._look)
