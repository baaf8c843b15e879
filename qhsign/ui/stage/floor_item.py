"""Everything of the plan that is no card: ground, backdrop, tables, titles, lights, words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.readiness import Light
from qhsign.domain.stage_terms import Side
from qhsign.ui.stage.flag_painting import paint_flags
from qhsign.ui.stage.stage_floor import Floor, TableBox
from qhsign.ui.theme import Look

_ICONS = {
    Light.GREEN: ("ring-tick", "ok"),
    Light.AMBER: ("triangle", "warn"),
    Light.RED: ("ring-cross", "bad"),
}
_RADIUS = 8.0
_CAPTION_PX, _TITLE_PX, _NUMBER_PX, _NOTE_PX = 13, 12, 15, 13
_TITLE_STEP = 16.0
_ICON_SIDE = 18
_EDGE_ROOM = 6.0
_ARROW = 5.0


@dataclass(frozen=True, slots=True)
class TableWords:
    """What stands at a table. ``is_wrong`` tells that a finding names its contract."""

    contract: int
    title: str
    flags: Mapping[Side, Sequence[CountryFlag]] = field(default_factory=dict)
    light: Light | None = None
    light_word: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class FloorWords:
    """What stands on the floor; ``tables`` by number."""

    backdrop: str
    witnesses: str
    witnesses_order: str
    signing: str
    signing_order: str
    audience: str
    note: str
    tables: Mapping[int, TableWords]
    audience_is_first: bool = False


class FloorItem(QGraphicsItem):
    """Paints the floor under the cards; ``chosen`` is the contract with a line around it."""

    def __init__(self, look: Look, floor: Floor, words: FloorWords) -> None:
        super().__init__()
        self._look, self._floor, self._words = look, floor, words
        self.chosen = 0
        self.setZValue(-1)
        # Without it every table would be painted for one light that changes.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_words(self, words: FloorWords) -> None:
        """Paint the tables at which other words or another light stand now."""
        before, self._words = self._words, words
        for box in self._floor.tables:
            if words.tables[box.number] != before.tables[box.number]:
                self.update(box.whole)

    def choose(self, contract: int) -> None:
        """Draw the line around another contract."""
        both = {self.chosen, contract}
        self.chosen = contract
        for box in self._floor.tables:
            if self._words.tables[box.number].contract in both:
                self.update(box.whole.adjusted(-2, -2, 2, 2))

    def boundingRect(self) -> QRectF:
        """Return the paper with its edge."""
        return QRectF(QPointF(0, 0), self._floor.size).adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint from back to front; of the tables those that are in sight."""
        del widget
        seen = option.exposedRect
        look, floor = self._look, self._floor
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line-strong"), look.edge))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(QPointF(0, 0), floor.size), _RADIUS, _RADIUS)
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(floor.backdrop, 4, 4)
        self._write(painter, floor.backdrop, self._words.backdrop, Qt.AlignmentFlag.AlignCenter)
        self._paint_captions(painter)
        self._paint_note(painter)
        self._paint_audience(painter)
        for box in floor.tables:
            if seen.intersects(box.whole.adjusted(-2, -2, 2, 2)):
                self._paint_table(painter, box, self._words.tables[box.number])

    def _paint_captions(self, painter: QPainter) -> None:
        floor, words = self._floor, self._words
        for rect, first, second in (
            (floor.witness_caption, words.witnesses, words.witnesses_order),
            (floor.table_caption, words.signing, words.signing_order),
        ):
            if rect.isEmpty():
                continue
            self._write(painter, rect, first, Qt.AlignmentFlag.AlignLeft)
            metrics = QFontMetricsF(self._look.font(_CAPTION_PX))
            taken = metrics.horizontalAdvance(first) + metrics.horizontalAdvance(second)
            if taken + 2 * _EDGE_ROOM <= rect.width():
                self._write(painter, rect, second, Qt.AlignmentFlag.AlignRight)

    def _paint_note(self, painter: QPainter) -> None:
        look, rect = self._look, self._floor.note
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setPen(look.colour("text-2"))
        painter.setFont(look.font(_NOTE_PX))
        lines = set_lines(look, self._words.note, rect.width(), 9, _NOTE_PX)
        step = rect.height() / max(len(lines), 1)
        for place, line in enumerate(lines):
            box = QRectF(rect.x(), rect.y() + 2 + place * step, rect.width(), step)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)

    def _paint_audience(self, painter: QPainter) -> None:
        rect, words = self._floor.audience, self._words.audience
        self._write(painter, rect, words, Qt.AlignmentFlag.AlignCenter)
        half = QFontMetricsF(self._look.font(_CAPTION_PX)).horizontalAdvance(words) / 2
        up = self._words.audience_is_first
        painter.setBrush(self._look.colour("text-3"))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = rect.center().y() + (-_ARROW / 2 if up else _ARROW / 2)
        base = middle + (_ARROW if up else -_ARROW)
        for x in (rect.center().x() - half - 14, rect.center().x() + half + 14):
            corners = [QPointF(x - _ARROW, base), QPointF(x + _ARROW, base), QPointF(x, middle)]
            painter.drawPolygon(QPolygonF(corners))

    def _paint_table(self, painter: QPainter, box: TableBox, words: TableWords) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("accent-line"), look.edge))
        painter.setBrush(look.colour("accent-tint"))
        painter.drawRect(box.bar)
        painter.setPen(look.colour("accent-text"))
        painter.setFont(look.font(_NUMBER_PX, bold=True))
        painter.drawText(box.bar, Qt.AlignmentFlag.AlignCenter, str(box.number))
        if words.is_wrong:
            at = QPointF(box.bar.right() - _ICON_SIDE - 6, box.bar.center().y() - _ICON_SIDE / 2)
            self._icon(painter, "triangle", "warn", at)
        for side, rect in box.flags.items():
            paint_flags(look, painter, rect, words.flags.get(side, ()), _fineness(painter))
        painter.setPen(look.colour("text-2"))
        painter.setFont(look.font(_TITLE_PX))
        most = max(int(box.title.height() // _TITLE_STEP), 1)
        lines = set_lines(look, words.title, box.title.width(), most, _TITLE_PX)
        for place, line in enumerate(lines):
            at_line = QRectF(
                box.title.x(), box.title.y() + place * _TITLE_STEP, box.title.width(), _TITLE_STEP
            )
            painter.drawText(at_line, Qt.AlignmentFlag.AlignCenter, line)
        if words.light is not None and not box.light.isEmpty():
            self._paint_light(painter, box.light, words.light, words.light_word)
        if words.contract and words.contract == self.chosen:
            painter.setPen(QPen(look.colour("accent" if look.edge == 1 else "accent-text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.whole, _RADIUS, _RADIUS)

    def _paint_light(self, painter: QPainter, rect: QRectF, light: Light, word: str) -> None:
        icon, colour = _ICONS[light]
        font = self._look.font(_TITLE_PX, bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(word)
        left = rect.center().x() - (wide + _ICON_SIDE + 3) / 2
        self._icon(painter, icon, colour, QPointF(left, rect.center().y() - _ICON_SIDE / 2))
        painter.setPen(self._look.colour(colour))
        painter.setFont(font)
        words = QRectF(left + _ICON_SIDE + 3, rect.y(), wide + 8, rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, word)

    def _icon(self, painter: QPainter, icon: str, colour: str, at: QPointF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(at, self._look.pixmap(icon, colour, _ICON_SIDE, _fineness(painter)))

    def _write(self, painter: QPainter, rect: QRectF, words: str, side: Qt.AlignmentFlag) -> None:
        painter.setPen(self._look.colour("text-3"))
        painter.setFont(self._look.font(_CAPTION_PX))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)


def _fineness(painter: QPainter) -> float:
    """Return how fine pictures are drawn for screen and zoom: in steps, so that few are kept."""
    scale = painter.worldTransform().m11() * painter.device().devicePixelRatio()
    return min(max(round(scale * 2 + 0.5) / 2, 1.0), 6.0)


def set_lines(look: Look, text: str, width: float, most: int, pixels: int) -> Sequence[str]:
    """Return a text in lines of a width; what goes beyond ``most`` of them ends in …."""
    font = look.font(pixels)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")  # Qt counts in these, two bytes each
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        if len(lines) == most - 1 and end < len(units):
            rest = units[start:].decode("utf-16-le")
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[start:end].decode("utf-16-le").strip())
    layout.endLayout()
    return lines
