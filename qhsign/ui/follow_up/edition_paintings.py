"""Painting the history of the editions: columns over editions, shares of a whole, parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from qhsign.ui.follow_up.painted_chart import CENTRE, LEFT, RIGHT, SMALL, TEXT, Brush, text_width
from qhsign.ui.theme import Look

_COLUMNS_HIGH, _FOOT, _HEAD, _GROWTH = 236.0, 26.0, 22.0, 26.0
_WIDEST, _ARROW = 72.0, 4.0
_LINE, _BAR = 44.0, 16.0
_PART_BAR = 30.0
_LABEL_GAP = 4.0
_FILLS = ("accent", "cat-delegate", "cat-media", "cat-exhibitor", "cat-signatory", "cat-staff")
"""Grounds of the parts of a whole; every part is named beside its own piece as well."""


@dataclass(frozen=True, slots=True)
class Column:
    """One edition of a series; ``rough`` figures (超, 近, 约) have an open end."""

    name: str
    label: str
    value: float | None
    counted_label: Sequence[str] = ()
    counted: float | None = None
    growth: str = ""
    is_rough: bool = False

    @property
    def said(self) -> str:
        """The edition in words."""
        return " ".join(filter(None, (self.name, self.label, self.growth, *self.counted_label)))


@dataclass(frozen=True, slots=True)
class SeriesColumns:
    """One measure over the editions, from zero; growth stands between the columns."""

    columns: Sequence[Column]

    @property
    def said(self) -> str:
        """Every edition."""
        return "; ".join(column.said for column in self.columns)

    def height(self, look: Look, width: float) -> float:
        """Return the same height for every series, so that two stand level."""
        del look, width
        return _COLUMNS_HIGH

    def paint(self, brush: Brush, box: QRectF) -> None:
        """Paint the columns on their ground line."""
        painter = brush.painter
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        ground = box.bottom() - _FOOT
        plot = QRectF(box.left(), box.top() + _HEAD + _GROWTH + 4, box.width(), 0)
        plot.setBottom(ground)
        most = max((self._highest(column) for column in self.columns), default=0.0) or 1.0
        room = box.width() / len(self.columns)
        brush.line(QPointF(box.left(), ground), QPointF(box.right(), ground), "line-strong")
        tops: list[QPointF | None] = []
        for place, column in enumerate(self.columns):
            middle = box.left() + (place + 0.5) * room
            tops.append(self._column(brush, plot, middle, room, column, most))
            foot = QRectF(middle - room / 2, ground + 4, room, _FOOT - 4)
            brush.write(foot, CENTRE, column.name, "text-2", SMALL)
        for place, column in enumerate(self.columns[1:], start=1):
            before, here = tops[place - 1], tops[place]
            if column.growth and before is not None and here is not None:
                self._growth(brush, box.top(), before, here, column.growth)

    @staticmethod
    def _highest(column: Column) -> float:
        return max(column.value or 0.0, column.counted or 0.0)

    def _column(
        self, brush: Brush, plot: QRectF, middle: float, room: float, column: Column, most: float
    ) -> QPointF | None:
        """Paint one edition; return where the arrow of its growth begins or ends."""
        wide = min(room * 0.42, _WIDEST)
        two = column.counted is not None
        full = QRectF(middle - wide / 2, plot.bottom(), wide, 0)
        if two:
            wide = min(room * 0.34, _WIDEST)
            full = QRectF(middle - room / 4 - wide / 2, plot.bottom(), wide, 0)
            hollow = QRectF(middle + room / 4 - wide / 2, plot.bottom(), wide, 0)
            hollow.setTop(plot.bottom() - max(plot.height() * (column.counted or 0) / most, 2.0))
            brush.bar(hollow, "control", hollow=True)
            for line, words in enumerate(reversed(column.counted_label)):
                above = hollow.translated(0, -15 * line)
                self._label(brush, above, room / 2, words, "text-2", bold=False)
        if column.value is None:
            return None
        full.setTop(plot.bottom() - max(plot.height() * column.value / most, 2.0))
        brush.bar(full, "accent")
        if column.is_rough:
            self._open_end(brush, full)
        self._label(brush, full, room / 2 if two else room, column.label, "text", bold=True)
        return QPointF(full.center().x(), full.top() - _HEAD)

    @staticmethod
    def _label(
        brush: Brush, bar: QRectF, room: float, words: str, colour: str, *, bold: bool
    ) -> None:
        wide = min(brush.wide(words, TEXT if bold else SMALL, bold=bold), room)
        box = QRectF(bar.center().x() - wide / 2, bar.top() - _HEAD + 2, wide, _HEAD - 4)
        brush.write(box, CENTRE, words, colour, TEXT if bold else SMALL, bold=bold)

    @staticmethod
    def _open_end(brush: Brush, bar: QRectF) -> None:
        """Cut the top of a figure that is not exact into a torn edge."""
        path = QPainterPath(QPointF(bar.left(), bar.top()))
        steps = 6
        step = bar.width() / steps
        for place in range(steps):
            path.lineTo(bar.left() + (place + 0.5) * step, bar.top() + 6)
            path.lineTo(bar.left() + (place + 1) * step, bar.top())
        path.lineTo(bar.right(), bar.top() - 2)
        path.lineTo(bar.left(), bar.top() - 2)
        path.closeSubpath()
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(brush.look.colour("surface"))
        brush.painter.drawPath(path)

    @staticmethod
    def _growth(brush: Brush, top: float, before: QPointF, here: QPointF, words: str) -> None:
        """Draw the way from one edition to the next over both, with the change on it."""
        colour = "bad" if words.startswith("−") else "ok"
        level = top + _GROWTH / 2
        painter = brush.painter
        painter.setPen(QPen(brush.look.colour("line-strong"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(before)
        path.lineTo(before.x(), level)
        path.lineTo(here.x(), level)
        path.lineTo(here.x(), here.y() - 1)
        painter.drawPath(path)
        end = here.y() - 1
        for side in (-_ARROW, _ARROW):
            painter.drawLine(QPointF(here.x() + side, end - _ARROW), QPointF(here.x(), end))
        wide = brush.wide(words, TEXT, bold=True) + 2 * _LABEL_GAP
        middle = (before.x() + here.x()) / 2
        box = QRectF(middle - wide / 2, level - 10, wide, 20)
        painter.fillRect(box, brush.look.colour("surface"))
        brush.write(box, CENTRE, words, colour, TEXT, bold=True)


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One measure as a bar; ``share`` is of the longest."""

    name: str
    label: str
    share: float


@dataclass(frozen=True, slots=True)
class ShareBars:
    """Two measures of one unit under each other; ``rate`` is what the second is of the first."""

    lines: Sequence[ShareLine]
    rate: str

    @property
    def said(self) -> str:
        """Both measures and the rate."""
        named = [f"{line.name} {line.label}" for line in self.lines]
        return "; ".join(filter(None, (*named, self.rate)))

    def height(self, look: Look, width: float) -> float:
        """Return the height of the lines."""
        del look, width
        return _LINE * len(self.lines) + 4

    def paint(self, brush: Brush, box: QRectF) -> None:
        """Paint name and figure over each bar."""
        longest = max((line.share for line in self.lines), default=1.0) or 1.0
        for place, line in enumerate(self.lines):
            top = box.top() + place * _LINE
            head = QRectF(box.left(), top, box.width(), 20)
            name = brush.wide(f"{line.name}　", TEXT)
            brush.write(head, LEFT, line.name, "text-2", TEXT)
            figure = QRectF(head.left() + name, top, head.width() - name, 20)
            brush.write(figure, LEFT, line.label, "text", TEXT, bold=True)
            wide = max(box.width() * line.share / longest, 2.0)
            bar = QRectF(box.left(), top + 22, wide, _BAR)
            brush.bar(bar, "accent" if place else "accent-soft")
            if place and self.rate:
                brush.write(head, RIGHT, self.rate, "accent-text", 16, bold=True)


@dataclass(frozen=True, slots=True)
class PartSegment:
    """One published part of a whole."""

    name: str
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class PartBar:
    """A published whole as one bar of its parts; a gap between both is shown, never closed."""

    whole_label: str
    whole: float
    segments: Sequence[PartSegment]
    agrees: bool

    @property
    def said(self) -> str:
        """The whole and its parts."""
        parts = ", ".join(f"{each.name} {each.label}" for each in self.segments)
        return f"{self.whole_label}: {parts}"

    def height(self, look: Look, width: float) -> float:
        """Return the height of the bar with its names, in as many rows as they need."""
        rows, left = 1, 0.0
        for segment in self.segments:
            wide = text_width(look, self._named(segment), TEXT) + 30
            if left and left + wide > width:
                rows, left = rows + 1, 0.0
            left += wide
        return 24 + _PART_BAR + 8 + 20 * rows + 4

    @staticmethod
    def _named(segment: PartSegment) -> str:
        return f"{segment.name} {segment.label}"

    def paint(self, brush: Brush, box: QRectF) -> None:
        """Paint the whole's figure, the bar, and under it each part's name and figure."""
        total = sum(segment.value for segment in self.segments)
        longest = max(total, self.whole) or 1.0
        head = QRectF(box.left(), box.top(), box.width(), 20)
        colour = "text" if self.agrees else "warn"
        brush.write(head, LEFT, self.whole_label, colour, 16, bold=True)
        left, top = box.left(), box.top() + 24
        for place, segment in enumerate(self.segments):
            wide = box.width() * segment.value / longest
            bar = QRectF(left, top, max(wide - 2, 1.5), _PART_BAR)
            fill = _FILLS[place % len(_FILLS)]
            brush.bar(bar, fill)
            left += wide
        self._names(brush, box, top + _PART_BAR + 8)
        if total < self.whole:
            rest = QRectF(left, top, box.width() * (self.whole - total) / longest, _PART_BAR)
            brush.bar(rest, "warn", hollow=True)

    def _names(self, brush: Brush, box: QRectF, top: float) -> None:
        """Name the parts in a row, each behind a square of its colour; wrap where it is full."""
        left = box.left()
        for place, segment in enumerate(self.segments):
            words = self._named(segment)
            wide = brush.wide(words, TEXT) + 30
            if left > box.left() and left + wide > box.right():
                left, top = box.left(), top + 20
            brush.bar(QRectF(left, top + 5, 10, 10), _FILLS[place % len(_FILLS)])
            brush.write(QRectF(left + 16, top, wide - 30, 20), LEFT, words, "text", TEXT)
            left += wide
