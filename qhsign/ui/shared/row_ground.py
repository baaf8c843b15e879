"""The ground of a row in a list: the current one, the one under the pointer, and the rule below."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from qhsign.ui.theme import Look

_BAR_PX = 3


def paint_ground(
    painter: QPainter, look: Look, rect: QRect, *, current: bool, hovered: bool = False
) -> None:
    """Paint what stands behind a row's words; the current row has a bar at its left."""
    if current:
        painter.fillRect(rect, look.colour("selected"))
        painter.fillRect(rect.left(), rect.top(), _BAR_PX, rect.height(), look.colour("accent"))
    elif hovered:
        painter.fillRect(rect, look.colour("hover"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
