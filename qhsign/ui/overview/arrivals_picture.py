"""Paints the arrivals: a curve of how many are here, five-minute bars below, one time axis.

The same painter serves the screen and the picture that is saved.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from qhsign.services.overview_records import SPAN, DayArrivals
from qhsign.ui.overview.arrivals_axis import DAY, TimeAxis, clock, number_marks, time_axis
from qhsign.ui.theme import Look

_SMALL, _LARGE = 12, 20
_GAP, _INSET = 8, 4
_FOOT, _CAPTION = 26, 38
_BARS_SHARE, _BARS_MOST = 0.2, 96
_NOW_WITHIN = 60
"""Minutes after the last arrival during which the present is still on the axis."""
_MOST_NUMBERS = 5
_HAIR, _CURVE, _DOT = 1.0, 2.2, 4.5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class ArrivalsWords:
    """Every word on the picture; ``days`` names each day with its number of people."""

    curve: str
    bars: str
    expected: str
    now: str
    days: Sequence[str]


@dataclass(frozen=True, slots=True)
class ArrivalsFacts:
    """``current`` is the place of the day that is drawn in full; the others stand behind it.

    ``now`` is the minute of the day while that day is today, else None.
    """

    days: Sequence[DayArrivals]
    current: int
    expected: int
    now: int | None
    words: ArrivalsWords

    @property
    def day(self) -> DayArrivals:
        """The day that is drawn in full."""
        return self.days[self.current]


def paint_arrivals(painter: QPainter, look: Look, box: QRectF, facts: ArrivalsFacts) -> None:
    """Paint the picture inside ``box``; there is at least one day."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Picture(painter, look, box, facts).paint()
    painter.restore()


def shown_now(facts: ArrivalsFacts) -> int | None:
    """Return the present minute if it is near enough to the arrivals to stand on their axis."""
    if facts.now is None:
        return None
    spans = [minute for day in facts.days for minute in day.by_span]
    near = not spans or min(spans) - SPAN <= facts.now <= max(spans) + SPAN + _NOW_WITHIN
    return facts.now if near else None


class _Picture:
    def __init__(self, painter: QPainter, look: Look, box: QRectF, facts: ArrivalsFacts) -> None:
        self.painter, self.look, self.facts = painter, look, facts
        self.small = QFontMetricsF(look.font(_SMALL))
        self.now = shown_now(facts)
        self.highest = max(facts.expected, *(day.total for day in facts.days), 1)
        widest = self.small.horizontalAdvance(f"{self.highest:,}")
        named = [facts.words.expected, *self._others().values()]
        beside = max(self.small.horizontalAdvance(words) for words in named)
        left, right = box.left() + widest + _GAP, box.right() - beside - _GAP
        top = box.top() + self.small.height()
        bottom = box.bottom() - _FOOT
        deep = min(box.height() * _BARS_SHARE, _BARS_MOST)
        self.bars = QRectF(left, bottom - deep, right - left, deep)
        self.plot = QRectF(left, top, right - left, self.bars.top() - _CAPTION - top)
        most = int(self.plot.height() // (2 * self.small.height()))
        self.numbers = number_marks(self.highest, min(max(most, 1), _MOST_NUMBERS))
        self.axis = self._time_axis()

    def paint(self) -> None:
        self._numbers()
        self._times()
        self._captions()
        self._expected()
        self._other_days()
        self._bars()
        self._curve()

    def _others(self) -> dict[int, str]:
        words = self.facts.words.days
        return {place: words[place] for place in range(len(words)) if place != self.facts.current}

    def _time_axis(self) -> TimeAxis:
        spans = [minute for day in self.facts.days for minute in day.by_span]
        if self.now is not None:
            spans.append(self.now)
        first, last = (min(spans), max(spans) + SPAN) if spans else (9 * 60, 10 * 60)
        room = self.small.horizontalAdvance("00:00") + 3 * _GAP
        return time_axis(first, min(last, DAY), max(int(self.plot.width() // room), 2))

    def _x(self, minute: float) -> float:
        return self.plot.left() + self.plot.width() * self.axis.share(minute)

    def _y(self, people: float) -> float:
        return self.plot.bottom() - self.plot.height() * people / self.highest

    def _pen(self, colour: str, width: float = _HAIR) -> None:
        self.painter.setPen(QPen(self.look.colour(colour), width))

    def _text(
        self, box: QRectF, how: Qt.AlignmentFlag, words: str, colour: str = "text-2", *,
        bold: bool = False, pixels: int = _SMALL,
    ) -> None:  # fmt: skip
        self.painter.setFont(self.look.font(pixels, bold=bold))
        self.painter.setPen(self.look.colour(colour))
        self.painter.drawText(box, how, words)

    def _numbers(self) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for number in self.numbers:
            y = self._y(number)
            if number and abs(y - self._y(self.facts.expected)) < self.small.height() / 2:
                continue
            self._pen("line" if number else "line-strong")
            self.painter.drawLine(QPointF(self.plot.left(), y), QPointF(self.plot.right(), y))
            beside = QRectF(self.plot.left() - 200 - _GAP, y - 10, 200, 20)
            self._text(beside, _RIGHT, f"{number:,}", "text-3")
        self._pen("line-strong")
        self.painter.drawLine(self.bars.bottomLeft(), self.bars.bottomRight())
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _times(self) -> None:
        row = QRectF(0, self.bars.bottom() + 4, 120, _FOOT - 4)
        half = self.small.horizontalAdvance("00:00") / 2
        taken = QRectF()
        if self.now is not None:
            wide = QFontMetricsF(self.look.font(_SMALL, bold=True)).horizontalAdvance(
                self.facts.words.now
            )
            x = self._x(self.now)
            self._pen("line-strong")
            self.painter.drawLine(QPointF(x, self.plot.top()), QPointF(x, self.bars.bottom() + 4))
            left = min(x - wide / 2, self.bars.right() + _GAP - wide)
            taken = QRectF(left, row.top(), wide + 1, row.height())
            self._text(taken, _CENTRE, self.facts.words.now, "text", bold=True)
        for minute in self.axis.marks:
            place = QRectF(self._x(minute) - half - 1, row.top(), 2 * half + 2, row.height())
            if not place.intersects(taken.adjusted(-_GAP, 0, _GAP, 0)):
                self._text(place, _CENTRE, clock(minute), "text-3")

    def _captions(self) -> None:
        """Write what is drawn, at the left of each half, clear of the line of the present."""
        words = self.facts.words
        places = ((words.curve, self.plot.top() + _GAP), (words.bars, self.plot.bottom() + 3))
        for caption, top in places:
            wide = self.small.horizontalAdvance(caption) + 2 * _INSET
            box = QRectF(self.plot.left() + _GAP, top, wide, self.small.height())
            if self.now is not None and box.left() <= self._x(self.now) <= box.right():
                box.moveLeft(self._x(self.now) + _INSET)
            self.painter.fillRect(box, self.look.colour("surface"))
            self._text(box.adjusted(_INSET, 0, 0, 0), _LEFT, caption)

    def _expected(self) -> None:
        if not self.facts.expected:
            return
        y = self._y(self.facts.expected)
        pen = QPen(self.look.colour("text-2"), _HAIR, Qt.PenStyle.DashLine)
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(self.plot.left(), y), QPointF(self.plot.right(), y))
        self._beside(y, self.facts.words.expected, "text-2")

    def _beside(self, y: float, words: str, colour: str) -> None:
        box = QRectF(self.plot.right() + _GAP, y - 10, 400, 20)
        self._text(box, _LEFT, words, colour)

    def _other_days(self) -> None:
        """Draw the days behind the current one, each with its name beside the axis."""
        line = self.small.height()
        taken = self._y(self.facts.expected) if self.facts.expected else -line
        others = self._others()
        for place in sorted(others, key=lambda place: -self.facts.days[place].total):
            day = self.facts.days[place]
            if not day.by_span:
                continue
            path = self._path(day, self.axis.end)
            self._pen("control", 1.3)
            self.painter.drawPath(path)
            # Names keep a line's distance, however close the curves end.
            taken = max(self._y(day.total), taken + line)
            self._beside(taken, others[place], "text-3")

    def _path(self, day: DayArrivals, until: float) -> QPainterPath:
        """Return the curve of a day, flat after its last arrival."""
        first, last = min(day.by_span), max(day.by_span)
        path = QPainterPath(QPointF(self._x(first), self._y(0)))
        here = 0
        for minute in range(first, last + 1, SPAN):
            here += day.by_span.get(minute, 0)
            end = min(minute + SPAN, until)
            path.lineTo(QPointF(self._x(end), self._y(here)))
        path.lineTo(QPointF(self._x(max(until, first)), self._y(here)))
        return path

    def _curve(self) -> None:
        day = self.facts.day
        if not day.by_span:
            return
        first, last = min(day.by_span), max(day.by_span) + SPAN
        until = last if self.now is None else max(self.now, first)
        pen = QPen(self.look.colour("chart"), _CURVE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(self._path(day, until))
        end = QPointF(self._x(until), self._y(day.total))
        self._pen("surface", 2)
        self.painter.setBrush(self.look.colour("chart"))
        self.painter.drawEllipse(end, _DOT, _DOT)
        self._total(end, f"{day.total:,}")

    def _total(self, end: QPointF, words: str) -> None:
        """Write how many are here above the end of the curve, or below where there is no room."""
        metrics = QFontMetricsF(self.look.font(_LARGE, bold=True))
        wide, high = metrics.horizontalAdvance(words) + 2, metrics.height()
        top = end.y() - high - 4
        expected = self._y(self.facts.expected) if self.facts.expected else self.plot.top()
        crossed = top < expected + 2 and end.y() >= expected - 1
        if crossed or top < self.plot.top() - self.small.height():
            top = end.y() + 6
        box = QRectF(max(end.x() - wide - 6, self.plot.left()), top, wide, high)
        self._text(box, _CENTRE, words, "accent-text", bold=True, pixels=_LARGE)

    def _bars(self) -> None:
        spans = self.facts.day.by_span
        most = max(spans.values(), default=1)
        wide = self.plot.width() * SPAN / (self.axis.end - self.axis.start)
        gap = min(1.5, wide * 0.12)
        labels: list[QRectF] = []
        largest = max(spans, key=lambda minute: spans[minute], default=None)
        last = max(spans, default=None)
        for minute, people in spans.items():
            high = max(self.bars.height() * people / most, 1.0)
            left = self._x(minute)
            bar = QRectF(left + gap, self.bars.bottom() - high, wide - 2 * gap, high)
            self.painter.fillRect(bar, self.look.colour("accent-soft"))
            if minute in {largest, last}:
                labels.append(self._label(bar, f"{people:,}", labels))

    def _label(self, bar: QRectF, words: str, taken: Sequence[QRectF]) -> QRectF:
        wide, high = self.small.horizontalAdvance(words) + 2, self.small.height()
        box = QRectF(bar.center().x() - wide / 2, bar.top() - high, wide, high)
        if not any(box.intersects(other) for other in taken):
            self._text(box, _CENTRE, words, "text-2")
        return box
