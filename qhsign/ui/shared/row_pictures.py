"""Pictures of a list's rows, kept while the list moves on by a row at a time."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from qhsign.ui.theme import Look

MOST = 32
"""Pictures kept: a screen full of rows and some more."""


class RowPictures:
    """Paints a row once and its picture wherever it goes; the next scan waits for no old row."""

    def __init__(self, look: Look) -> None:
        self._kept: dict[Hashable, tuple[object, QPixmap]] = {}
        look.changed.connect(self._kept.clear)

    def paint(
        self,
        painter: QPainter,
        box: QRect,
        row: object,
        state: Hashable,
        ground: QColor,
        draw: Callable[[QPainter, QRect], object],
    ) -> None:
        """Paint ``row``, a thing that never changes, into ``box`` on ``ground``.

        ``state`` tells apart what one row may look like. ``draw`` is given a painter and the box.
        """
        ratio = painter.device().devicePixelRatio()
        if any(edge * ratio % 1 for edge in (box.left(), box.top(), box.width(), box.height())):
            # Between two pixels of the screen a picture would be blurred.
            painter.fillRect(box, ground)
            draw(painter, box)
            return
        key = (id(row), state, box.size().toTuple(), ratio, ground.rgba())
        kept = self._kept.pop(key, None) or (row, _picture(box.size(), ratio, ground, draw))
        # The row is kept with it: no other can have its id.
        self._kept[key] = kept
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        painter.drawPixmap(box.topLeft(), kept[1])


def _picture(
    size: QSize, ratio: float, ground: QColor, draw: Callable[[QPainter, QRect], object]
) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    painter = QPainter(picture)
    draw(painter, QRect(0, 0, size.width(), size.height()))
    painter.end()
    return picture
