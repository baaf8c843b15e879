"""From a recorded scan to the painted board: scans one by one, and twenty a second."""

import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from benchmarks.large_event import event_with
from benchmarks.measuring import Figure, percentile, timed
from benchmarks.opened_window import opened_window, sleep_until_something_happens
from benchmarks.scan_to_verdict import badge_codes
from qhsign.services import activities
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.readiness.readiness_column import ReadinessColumn
from support.crowded_batch import DOOR, crowded_batch

EVERY_MS, BURST_MS = 200, 50
FEW, MANY = 18, 1_000
TARGET, BURST_TARGET = 100.0, 200.0
"""In a burst a scan may wait for the gap between two reads, and for the read after it."""


class Stream:
    """Scans coming in one after the other, and when each was recorded and painted.

    Every scan is of another signatory: as many as the board shows have been painted.
    """

    def __init__(self, frame: EventFrame, column: ReadinessColumn, codes: Sequence[str]) -> None:
        self.paints: list[float] = []
        self._frame, self._column, self._codes = frame, column, list(codes)
        self._recorded: list[float] = []
        self._painted: list[float] = []
        self._before = 0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._scan)

    def run(self, every_ms: int) -> list[float]:
        """Let a scan come so often; return the milliseconds from each record to its paint."""
        wanted, self._before = len(self._codes), self._there()
        told = self._frame.work.answered.connect(lambda *_: self._recorded.append(perf_counter()))
        read = self._column.watch.read.connect(self._paint)
        self._timer.start(every_ms)
        while len(self._painted) < wanted:
            sleep_until_something_happens()
        self._timer.stop()
        self._frame.work.answered.disconnect(told)
        self._column.watch.read.disconnect(read)
        times = zip(self._recorded, self._painted, strict=True)
        return [(painted - recorded) * 1000 for recorded, painted in times]

    def _scan(self) -> None:
        if self._codes:
            self._frame.work.scan(self._codes.pop(0), leaving=False)

    def _paint(self) -> None:
        with timed() as watch:
            self._column.head.repaint()
            self._column.list.viewport().repaint()
        self.paints.append(watch.seconds * 1000)
        new = self._there() - self._before - len(self._painted)
        self._painted += [perf_counter()] * new

    def _there(self) -> int:
        """Return how many signatories the board shows as arrived."""
        board = self._column.board
        return sum(contract.arrived for contract in board.contracts) if board else 0


def choose(column: ReadinessColumn, batch: str) -> None:
    """Have the board of a batch in front."""
    column.book.choose_batch(batch)
    while column.board is None or column.board.batch.id != batch:
        sleep_until_something_happens()


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``: a batch on its own, and one beside a thousand contracts."""
    event = event_with(guests, folder)
    each = FEW * 2
    codes = badge_codes(event, each * 2)
    with Desk(EventFile.open(event), name="签约厅1号台") as desk:
        starts = desk.now() + timedelta(minutes=12)
        first = crowded_batch(desk, FEW, starts)
        second = crowded_batch(desk, FEW, starts, after=each, name="第二批")
        door = next(row.id for row in activities.list_activities(desk) if row.name == DOOR)
    with opened_window(event) as frame:
        frame.show_page(CEREMONY)
        page = frame.screens.screen_of(CEREMONY)
        if not isinstance(page, CeremonyPage):
            raise TypeError("the ceremony has another page")
        column = page.readiness()
        while not column.book.is_loaded:
            sleep_until_something_happens()
        frame.work.show_activity(door)
        for count, batch, given in ((FEW, first, codes[:each]), (MANY, second, codes[each:])):
            if count == MANY:
                with Desk(EventFile.open(event), name="签约厅1号台") as desk:
                    crowded_batch(desk, MANY, starts, after=each * 2)
            choose(column, batch)
            say(count, Stream(frame, column, given[:FEW]), Stream(frame, column, given[FEW:]))


def say(count: int, stream: Stream, burst: Stream) -> None:
    """Let the scans come in and tell how long it took."""
    board = f"board of {FEW}, {count} contracts in all"
    taken = stream.run(EVERY_MS)
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"scan to painted {board}, {word} of {len(taken)}"
        value, least = percentile(taken, share), percentile(stream.paints, share)
        Figure(name, value, "ms", TARGET, f"painting the board alone, {word}", least).say()
    taken = burst.run(BURST_MS)
    name = f"twenty scans a second to the {board}, p99 of {len(taken)}"
    least = percentile(burst.paints, 0.99)
    floor = "painting the board alone, p99"
    Figure(name, percentile(taken, 0.99), "ms", BURST_TARGET, floor, least).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
