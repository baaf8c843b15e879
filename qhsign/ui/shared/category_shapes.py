"""The shape of each category, so that colour is never the only sign (domain.md §7 of the fair).

The same outlines stand on the badges: drawn in a unit square, scaled into a box.
"""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF, QTransform

from qhsign.domain.guest import Category

_STAR_INNER = 0.46


def category_shape(category: Category, box: QRectF) -> QPainterPath:
    """Return the category's outline inside ``box``."""
    return _fit(_SHAPES[category](), box)


def shape_pixmap(
    category: Category, colour: QColor, size: int, ratio: float, gap: int = 0
) -> QPixmap:
    """Return the category's shape alone, for the icon of a button, with a gap to its word."""
    pixmap = QPixmap(QSize(size + gap, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(category_shape(category, QRectF(0, 0, size, size)), colour)
    painter.end()
    return pixmap


def vip_shape(box: QRectF) -> QPainterPath:
    """Return the five-point star of a VIP inside ``box``."""
    return _fit(_star(), box)


def _fit(path: QPainterPath, box: QRectF) -> QPainterPath:
    return QTransform(box.width(), 0, 0, box.height(), box.x(), box.y()).map(path)


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.02, 0.02, 0.96, 0.96))
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(0.05, 0.05, 0.9, 0.9))
    return path


def _triangle() -> QPainterPath:
    return _polygon((0.5, 0.02), (1.0, 0.95), (0.0, 0.95))


def _lens() -> QPainterPath:
    """Return a disc, a ring cut out of it and a dot in the middle."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for radius in (0.5, 0.345, 0.19):
        path.addEllipse(QPointF(0.5, 0.5), radius, radius)
    return path


def _two_diamonds() -> QPainterPath:
    """Return two touching diamonds: two sides sign."""
    path = _polygon((0.25, 0.1), (0.5, 0.5), (0.25, 0.9), (0.0, 0.5))
    path.addPath(_polygon((0.75, 0.1), (1.0, 0.5), (0.75, 0.9), (0.5, 0.5)))
    return path


def _three_bars() -> QPainterPath:
    path = QPainterPath()
    for top in (0.06, 0.40, 0.74):
        path.addRect(QRectF(0.02, top, 0.96, 0.20))
    return path


def _star() -> QPainterPath:
    points = []
    for corner in range(10):
        radius = 0.52 if corner % 2 == 0 else 0.52 * _STAR_INNER
        angle = corner * pi / 5
        points.append((0.5 + radius * sin(angle), 0.53 - radius * cos(angle)))
    return _polygon(*points)


_SHAPES = {
    Category.GUEST: _disc,
    Category.DELEGATE: _square,
    Category.EXHIBITOR: _triangle,
    Category.MEDIA: _lens,
    Category.SIGNATORY: _two_diamonds,
    Category.STAFF: _three_bars,
}
