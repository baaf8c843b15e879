"""The flags that stand on the signing tables of the plan, each over its country's name."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from qhsign.domain.flag_drawing import CountryFlag, FlagDrawing, Polygon
from qhsign.ui.theme import Look

FLAGS_DEPTH = 40.0
"""How deep flags and names are together, in logical pixels."""

_FLAG_DEPTH, _NAME_DEPTH, _NAME_PX = 22.0, 16.0, 12
_APART, _PLATE_PAD, _PLATE_RADIUS = 8.0, 5.0, 3.0
# Flags are painted so much finer and then averaged, or a hairline of the ground would show through
# between two stripes.
_FINER = 4


def flags_width(look: Look, flags: Sequence[CountryFlag]) -> float:
    """Return how wide the place of a side's flags is at least, in logical pixels."""
    return len(flags) * max((_width(look, each) for each in flags), default=0.0)


def paint_flags(
    look: Look, painter: QPainter, rect: QRectF, flags: Sequence[CountryFlag], ratio: float
) -> None:
    """Paint flags side by side in a place; ``ratio`` is how many dots a logical pixel has."""
    width = rect.width() / max(len(flags), 1)
    for place, flag in enumerate(flags):
        cell = QRectF(rect.x() + place * width, rect.y(), width, rect.height())
        if flag.drawing is None:
            _paint_plate(look, painter, cell, flag.name)
        else:
            _paint_flag(look, painter, cell, flag, flag.drawing, ratio)


def flag_path(polygons: Sequence[Polygon]) -> QPainterPath:
    """Return polygons as a path, in the units of the drawing."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for first, *others in polygons:
        path.moveTo(*first)
        for x, y in others:  # a tenth of the time that points and polygons of Qt take
            path.lineTo(x, y)
        path.closeSubpath()
    return path


def flag_image(drawing: FlagDrawing, height: int) -> QImage:
    """Return a flag as a picture so many dots high, clear where it is no rectangle."""
    finer = height * _FINER
    scale = finer / drawing.height
    width = max(round(drawing.ratio * height), 1)
    size = QSizeF(width * _FINER, finer).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(width * _FINER / drawing.width, scale)
    for shape in drawing.shapes:
        painter.fillPath(flag_path(shape.polygons), QColor(shape.colour))
    painter.end()
    return image.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip


def _width(look: Look, flag: CountryFlag) -> float:
    name = QFontMetricsF(look.font(_NAME_PX)).horizontalAdvance(flag.name)
    if flag.drawing is None:
        return name + 2 * _PLATE_PAD + _APART
    return max(name, flag.drawing.ratio * _FLAG_DEPTH) + _APART


def _paint_flag(
    look: Look,
    painter: QPainter,
    cell: QRectF,
    flag: CountryFlag,
    drawing: FlagDrawing,
    ratio: float,
) -> None:
    size = QSizeF(drawing.ratio * _FLAG_DEPTH, _FLAG_DEPTH)
    around = look.edge  # the edge lies around the flag, not on it
    whole = QSizeF(size.width() + 2 * around, size.height() + 2 * around)

    def draw(on_clear: QPainter) -> None:
        image = flag_image(drawing, round(_FLAG_DEPTH * ratio))
        on_clear.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_clear.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        on_clear.translate(around, around)
        scale = _FLAG_DEPTH / drawing.height
        on_clear.save()
        on_clear.scale(scale, scale)
        pen = QPen(look.colour("line-strong"), 2 * around / scale)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        on_clear.strokePath(flag_path(drawing.outline), pen)
        on_clear.restore()
        on_clear.drawImage(QRectF(QPointF(0, 0), size), image)

    picture = look.drawn(("flag", flag.country), whole, ratio, draw)
    left = cell.center().x() - whole.width() / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(QPointF(left, cell.y() - around + 1), picture)
    below = QRectF(cell.x(), cell.bottom() - _NAME_DEPTH, cell.width(), _NAME_DEPTH)
    _write(look, painter, below, flag.name)


def _paint_plate(look: Look, painter: QPainter, cell: QRectF, name: str) -> None:
    """Paint the name on a plate where a flag would stand."""
    width = QFontMetricsF(look.font(_NAME_PX)).horizontalAdvance(name) + 2 * _PLATE_PAD
    width = min(width, cell.width())
    plate = QRectF(cell.center().x() - width / 2, cell.y() + 1, width, _FLAG_DEPTH)
    painter.setPen(QPen(look.colour("line-strong"), look.edge))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(plate, _PLATE_RADIUS, _PLATE_RADIUS)
    _write(look, painter, plate.adjusted(2, 0, -2, 0), name)


def _write(look: Look, painter: QPainter, rect: QRectF, name: str) -> None:
    font = look.font(_NAME_PX)
    words = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(look.colour("text-2"))
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
