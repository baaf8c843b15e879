"""The axes of the arrivals: which times and which numbers are written beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

DAY = 24 * 60
_STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360)
_SHORTEST = 30


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """From ``start`` to ``end``, with a mark every ``step``; all in minutes of the day."""

    start: int
    end: int
    step: int

    @property
    def marks(self) -> Sequence[int]:
        """The times that are written, the last one included."""
        return range(self.start, self.end + 1, self.step)

    def share(self, minute: float) -> float:
        """Return how far along the axis a time lies, from 0 to 1."""
        return (minute - self.start) / (self.end - self.start)


def time_axis(first: int, last: int, most: int) -> TimeAxis:
    """Return an axis that holds both times, with whole steps and at most ``most`` marks."""
    last = max(last, first + _SHORTEST)
    for step in _STEPS:
        start, end = first // step * step, -(-last // step) * step
        if (end - start) // step + 1 <= most or step == _STEPS[-1]:
            break
    return TimeAxis(start, end, step)


def number_marks(top: int, most: int) -> Sequence[int]:
    """Return round numbers from 0 that stay within ``top``, at most ``most`` above 0."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if top // step <= most:
                return range(0, top + 1, step)
        size *= 10


def clock(minute: int) -> str:
    """Return a minute of the day as people read it: 09:05."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
