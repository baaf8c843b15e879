"""The tick box of lists and tables, painted: empty, ticked, or ticked in part."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from qhsign.ui.theme import Look

TICK_PX = 16


def paint_tick(painter: QPainter, look: Look, box: QRectF, state: Qt.CheckState) -> None:
    """Paint a tick box of TICK_PX into ``box``."""
    edge = look.edge
    filled = state != Qt.CheckState.Unchecked
    inner = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.setPen(QPen(look.colour("accent" if filled else "control"), edge))
    painter.setBrush(look.colour("accent" if filled else "surface"))
    painter.drawRoundedRect(inner, 3, 3)
    if not filled:
        return
    painter.setPen(QPen(look.colour("on-accent"), 2))
    corner = box.topLeft()
    if state == Qt.CheckState.Checked:
        painter.drawPolyline(
            [corner + QPointF(4, 8.3), corner + QPointF(7, 11.2), corner + QPointF(12, 5.2)]
        )
    else:
        painter.drawLine(corner + QPointF(4, 8), corner + QPointF(12, 8))
