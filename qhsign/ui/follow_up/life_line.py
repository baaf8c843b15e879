"""The life of one contract as a line from talks to production, with the day of each step."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qhsign.domain.contract import LifeCycle
from qhsign.services.follow_up_records import FollowedContract, StepRow
from qhsign.ui.follow_up.follow_words import state_word
from qhsign.ui.theme import Look

_ROW_PX, _REASON_PX, _NODE_PX, _LEFT_PX, _GAP = 26.0, 16.0, 5.0, 9.0, 10.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WAY = tuple(state for state in LifeCycle if state is not LifeCycle.TERMINATED)


@dataclass(frozen=True, slots=True)
class Station:
    """One state on the line: reached or not yet, with the step that reached it, where known."""

    state: LifeCycle
    reached: bool
    current: bool
    step: StepRow | None

    @property
    def reason(self) -> str:
        """What was given as the reason of the step."""
        return self.step.reason if self.reached and self.step is not None else ""

    @property
    def height(self) -> float:
        """How much room it takes, with a second line for its reason."""
        return _ROW_PX + (_REASON_PX if self.reason else 0.0)


def stations(contract: FollowedContract) -> Sequence[Station]:
    """Return the states in their order; 终止 stands last, and only where it happened."""
    steps = {step.reached: step for step in contract.steps}
    ended = contract.state is LifeCycle.TERMINATED
    here = contract.state
    if ended:
        # Where it stood before, as far as anybody knows.
        last = steps.get(LifeCycle.TERMINATED)
        here = last.left if last is not None and last.left is not None else _WAY[0]
    reached = _WAY[: _WAY.index(here) + 1]
    line = [
        Station(state, state in reached, not ended and state is here, steps.get(state))
        for state in _WAY
    ]
    if ended:
        step = steps.get(LifeCycle.TERMINATED)
        line.append(Station(LifeCycle.TERMINATED, reached=True, current=True, step=step))
    return line


class LifeLine(QWidget):
    """As high as its states; says the whole line to those who hear the screen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stations: Sequence[Station] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_contract(self, contract: FollowedContract) -> None:
        """Draw another contract's life."""
        self._stations = stations(contract)
        self.setFixedHeight(int(sum(station.height for station in self._stations)))
        self.setAccessibleDescription("; ".join(map(self._said, self._stations)))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the states."""
        return QSize(240, max(self.height(), int(_ROW_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, its stations, their words and days."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, before = 0.0, 0.0
        for station in self._stations:
            self._paint(painter, top, before, station)
            top, before = top + station.height, station.height
        painter.end()

    def _paint(self, painter: QPainter, top: float, above: float, station: Station) -> None:
        """Paint a station whose neighbour above, if there is one, is so high."""
        look = self._look
        middle = QPointF(_LEFT_PX, top + _ROW_PX / 2)
        colour = "bad" if station.state is LifeCycle.TERMINATED else "accent"
        if above:
            before = QPointF(_LEFT_PX, top - above + _ROW_PX / 2 + _NODE_PX)
            after = QPointF(_LEFT_PX, middle.y() - _NODE_PX)
            painter.setPen(QPen(look.colour(colour if station.reached else "line-strong"), 2))
            painter.drawLine(before, after)
        painter.setPen(QPen(look.colour(colour if station.reached else "control"), 2))
        painter.setBrush(look.colour(colour if station.reached else "surface"))
        radius = _NODE_PX + 1 if station.current else _NODE_PX - 1
        painter.drawEllipse(middle, radius, radius)
        text = "text" if station.reached else "text-3"
        room = QRectF(_LEFT_PX + _NODE_PX + _GAP, top, 0, _ROW_PX)
        room.setRight(self.width())
        day = self._day(station)
        small = look.font(12)
        wide = QFontMetricsF(small).horizontalAdvance(day)
        painter.setFont(small)
        painter.setPen(look.colour("text-2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | _MIDDLE, day)
        painter.setFont(look.font(13, bold=station.current))
        painter.setPen(look.colour("bad" if station.state is LifeCycle.TERMINATED else text))
        word = state_word(station.state, look.language)
        painter.drawText(room.adjusted(0, 0, -wide - _GAP, 0), _MIDDLE, word)
        if station.reason:
            painter.setFont(small)
            painter.setPen(look.colour("text-3"))
            below = QRectF(room.left(), top + _ROW_PX - 5, room.width(), _REASON_PX)
            shown = QFontMetricsF(small).elidedText(
                station.reason, Qt.TextElideMode.ElideRight, below.width()
            )
            painter.drawText(below, _MIDDLE, shown)

    def _day(self, station: Station) -> str:
        if not station.reached:
            return ""
        step = station.step
        if step is None or step.day is None:
            return self.tr("day not known")
        return f"{step.day.isoformat()}　{step.who}".rstrip("　")

    def _said(self, station: Station) -> str:
        word = state_word(station.state, self._look.language)
        told = self._day(station) if station.reached else self.tr("not yet")
        return " ".join(filter(None, (word, told, station.reason)))
