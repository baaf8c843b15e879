"""One card of the plan: who stands at a place, painted alike at every zoom."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from qhsign.domain.seating import PlaceKind
from qhsign.domain.stage_terms import Side
from qhsign.ui.shared.fitted_name import Fit
from qhsign.ui.stage.name_setting import LINE, set_name
from qhsign.ui.theme import Look

_RADIUS = 6.0
_MARK_PX, _MARK_SIDE, _PAD = 12, 20.0, 2.0
_CORNER = 9.0
_SIZES = {
    PlaceKind.SIGNER: (15, 14, 13),
    PlaceKind.WITNESS: (14, 13, 12),
    PlaceKind.ASSISTANT: (13, 12),
}
_ROOM_OF_MARK = {PlaceKind.SIGNER: 27.0, PlaceKind.WITNESS: 21.0, PlaceKind.ASSISTANT: 0.0}


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card shows; without a ``name`` the place is free, and ``free`` stands on it.

    ``is_missed`` somebody is looked for, ``is_wrong`` a finding names them, ``is_moved`` the card
    lies elsewhere than in the version compared with.
    """

    kind: PlaceKind
    side: Side
    mark: str
    name: str
    free: str = ""
    is_missed: bool = False
    is_wrong: bool = False
    is_moved: bool = False


@dataclass(slots=True)
class CardState:
    """How a card is held: chosen with or without the keyboard, a target, lifted from its place."""

    is_current: bool = False
    has_keys: bool = False
    is_target: bool = False
    is_lifted: bool = False


def name_fit(look: Look, face: CardFace, width: float, height: float) -> Fit:
    """Return how the name is set in a card of this size."""
    room = _name_room(look, face, QRectF(0, 0, width, height))
    is_bold = face.kind is PlaceKind.SIGNER and bool(face.name)
    return set_name(
        face.name or face.free,
        room.width(),
        room.height(),
        _SIZES[face.kind],
        lambda pixels: look.font(pixels, bold=is_bold),
    )


def fits(look: Look, face: CardFace, width: float, height: float) -> bool:
    """Tell whether a name is wholly legible in a card of this size."""
    room = _name_room(look, face, QRectF(0, 0, width, height))
    fit = name_fit(look, face, width, height)
    return fit.height <= room.height() + 1


def paint_card(
    painter: QPainter, look: Look, face: CardFace, fit: Fit, rect: QRectF, state: CardState
) -> None:
    """Paint a card into a rectangle of the size its name was fitted to."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state.is_lifted:
        painter.setOpacity(0.45)
    _paint_ground(painter, look, face, rect, state)
    if face.is_moved:
        _paint_corner(painter, rect, look.colour("text"), at_left=False)
    if face.is_wrong and face.name:
        _paint_corner(painter, rect, look.colour("warn-fill"), at_left=True)
    if face.mark:
        _paint_mark(painter, look, face, rect)
    _paint_name(painter, look, face, fit, rect)
    painter.restore()


def _paint_ground(
    painter: QPainter, look: Look, face: CardFace, rect: QRectF, state: CardState
) -> None:
    ground, edge = _colours(face)
    if edge == "accent" and look.edge > 1:
        edge = "accent-line"  # in high contrast every edge has the colour of the text
    pen = QPen(look.colour(edge), 1.5 if face.kind is PlaceKind.SIGNER else 1.0)
    pen.setWidthF(max(pen.widthF(), look.edge))
    if face.is_missed or not face.name:
        pen.setStyle(Qt.PenStyle.DashLine)
    if state.is_target:
        ground = "accent-tint"
        pen = QPen(look.colour("accent"), 3)
    painter.setBrush(look.colour(ground))
    painter.setPen(pen)
    inset = pen.widthF() / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
    if state.is_current:
        ring = QPen(look.colour("focus"), 2.5 if state.has_keys else 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ring)
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)


def _colours(face: CardFace) -> tuple[str, str]:
    """Return the names of the ground's colour and the edge's."""
    if face.is_missed:
        return "bad-tint", "bad"
    if not face.name:
        return "sunken", "control"
    if face.kind is PlaceKind.WITNESS:
        return "sunken", "accent" if face.side is Side.HOST else "control"
    return "surface", "accent" if face.side is Side.HOST else "control"


def _paint_mark(painter: QPainter, look: Look, face: CardFace, rect: QRectF) -> None:
    if face.kind is PlaceKind.SIGNER:
        _paint_chip(painter, look, face, rect)
        return
    painter.setFont(look.font(_MARK_PX))
    painter.setPen(look.colour("bad" if face.is_missed else "text-2"))
    if face.kind is PlaceKind.ASSISTANT:
        if not has_room_for_mark(look, face, rect.width()):
            return
        box = QRectF(rect.x() + 4, rect.y(), _mark_width(look, face), rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, face.mark)
        return
    box = QRectF(rect.x(), rect.y() + 3, rect.width(), 18)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.mark)


def _paint_chip(painter: QPainter, look: Look, face: CardFace, rect: QRectF) -> None:
    width = max(
        _MARK_SIDE, QFontMetricsF(look.font(13, bold=True)).horizontalAdvance(face.mark) + 8
    )
    box = QRectF(rect.center().x() - width / 2, rect.y() + 5, width, _MARK_SIDE)
    fill, ink, edge = "sunken", "text-2", "line-strong"
    if face.is_missed:
        fill, ink, edge = "bad-fill", "on-fill", "bad-fill"
    elif face.side is Side.HOST and face.name:
        fill, ink, edge = "accent", "on-accent", "accent"
    painter.setBrush(look.colour(fill))
    painter.setPen(QPen(look.colour(edge), 1))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(look.colour(ink))
    painter.setFont(look.font(13, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, face.mark)


def _paint_name(painter: QPainter, look: Look, face: CardFace, fit: Fit, rect: QRectF) -> None:
    room = _name_room(look, face, rect)
    colour = "text" if face.name else "text-3"
    painter.setPen(look.colour("bad" if face.is_missed else colour))
    painter.setFont(look.font(fit.pixels, bold=face.kind is PlaceKind.SIGNER and bool(face.name)))
    lines = _shown_lines(fit, room.height())
    step = fit.pixels * LINE
    top = room.y() + (room.height() - step * len(lines)) / 2
    for place, line in enumerate(lines):
        box = QRectF(room.x() - 2, top + place * step, room.width() + 4, step)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line)


def _shown_lines(fit: Fit, height: float) -> list[str]:
    """Return the lines there is room for; what is left out is told by … and the tooltip."""
    most = max(int((height + 1) // (fit.pixels * LINE)), 1)
    if len(fit.lines) <= most:
        return list(fit.lines)
    return [*fit.lines[: most - 1], f"{fit.lines[most - 1][:-1]}…"]


def _name_room(look: Look, face: CardFace, rect: QRectF) -> QRectF:
    if face.kind is PlaceKind.ASSISTANT:
        has_mark = has_room_for_mark(look, face, rect.width())
        beside = _mark_width(look, face) + 6 if has_mark else _PAD
        return QRectF(rect.x() + beside, rect.y(), rect.width() - beside - _PAD, rect.height())
    top = _ROOM_OF_MARK[face.kind] if face.mark else 2.0
    return rect.adjusted(_PAD, top, -_PAD, -_PAD)


def has_room_for_mark(look: Look, face: CardFace, width: float) -> bool:
    """Tell whether sign and name stand side by side: where they do not, the name stands alone."""
    name = QFontMetricsF(look.font(_MARK_PX)).horizontalAdvance(face.name or face.free)
    return bool(face.mark) and _mark_width(look, face) + 8 + name + _PAD <= width


def _mark_width(look: Look, face: CardFace) -> float:
    return QFontMetricsF(look.font(_MARK_PX)).horizontalAdvance(face.mark)


def _paint_corner(painter: QPainter, rect: QRectF, colour: QColor, *, at_left: bool) -> None:
    x, step = (rect.left() + 1, _CORNER) if at_left else (rect.right() - 1, -_CORNER)
    y = rect.top() + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + step, y), QPointF(x, y + _CORNER)]))
