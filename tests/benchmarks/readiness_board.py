"""From a recorded scan to the painted board, with twenty scans a second coming in."""

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

SCANS, EVERY_MS = 200, 50
FEW, MANY = 18, 1_000
TARGET = 100.0


class Stream:
    """Scans coming in one after the other, and when each was recorded and painted.

    Every scan is of another signatory: as many as the board shows have been painted.
    """

    def __init__(self, frame: EventFrame, column: ReadinessColumn, codes: Sequence[str]) -> None:
        self.recorded: list[float] = []
        self.painted: list[float] = []
        self.paints: list[float] = []
        self._frame, self._column, self._codes = frame, column, list(codes)
        self._wanted = len(codes)
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._scan)
        self._told = [
            frame.work.answered.connect(lambda *_: self.recorded.append(perf_counter())),
            column.watch.read.connect(self._paint),
        ]

    def run(self) -> list[float]:
        """Return the milliseconds from each record to its paint."""
        self._timer.start(EVERY_MS)
        while len(self.painted) < self._wanted:
            sleep_until_something_happens()
        self._frame.work.answered.disconnect(self._told[0])
        self._column.watch.read.disconnect(self._told[1])
        times = zip(self.recorded, self.painted, strict=True)
        return [(painted - recorded) * 1000 for recorded, painted in times]

    def _scan(self) -> None:
        if self._codes:
            self._frame.work.scan(self._codes.pop(0), leaving=False)
        else:
            self._timer.stop()

    def _paint(self) -> None:
        board = self._column.board
        if board is None:
            return
        with timed() as watch:
            self._column.repaint()
        self.paints.append(watch.seconds * 1000)
        there = sum(contract.arrived for contract in board.contracts)
        self.painted += [perf_counter()] * (there - len(self.painted))


def choose(column: ReadinessColumn, batch: str) -> None:
    """Have the board of a batch in front."""
    column.book.choose_batch(batch)
    while column.board is None or column.board.batch.id != batch:
        sleep_until_something_happens()


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``, over a batch of few contracts and one of many."""
    event = event_with(guests, folder)
    few, many = FEW * 2, min(SCANS, guests // 4)
    codes = badge_codes(event, few + many)
    with Desk(EventFile.open(event), name="签约厅1号台") as desk:
        starts = desk.now() + timedelta(minutes=12)
        batches = {
            FEW: crowded_batch(desk, FEW, starts),
            MANY: crowded_batch(desk, MANY, starts, after=few),
        }
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
        for count, given in ((FEW, codes[:few]), (MANY, codes[few:])):
            choose(column, batches[count])
            say(count, Stream(frame, column, given))


def say(count: int, stream: Stream) -> None:
    """Let the scans come in and tell how long it took."""
    taken = stream.run()
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"scan to painted board of {count} contracts, {word} of {len(taken)}"
        value, least = percentile(taken, share), percentile(stream.paints, share)
        Figure(name, value, "ms", TARGET, f"painting the board alone, {word}", least).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
