"""Scans in the real check-in page: to the painted verdict, and what thousands leave in memory."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.large_event import event_with
from benchmarks.measuring import Figure, percentile, resident_megabytes, timed
from benchmarks.opened_window import opened_window, sleep_until_something_happens
from benchmarks.scan_to_verdict import badge_codes, bare_commits
from qhsign.ui.event_frame import EventFrame

MEASURED = 1_000
FEW, MANY = 2_000, 20_000
FLAT = 10.0
"""Megabytes that so many more scans may leave behind."""


def scanned(frame: EventFrame, codes: Iterator[str]) -> float:
    """Hand in one scan; return the milliseconds until its verdict is painted."""
    page, answered = frame.check_in, []
    told = frame.work.answered.connect(lambda *_: answered.append(True))
    with timed() as watch:
        page.field.submit(next(codes))
        while not answered:
            sleep_until_something_happens()
        page.verdict.repaint()
    frame.work.answered.disconnect(told)
    return watch.seconds * 1000


def endless(codes: Sequence[str]) -> Iterator[str]:
    """Give the codes in turn, over and over: who comes again is told so."""
    while True:
        yield from codes


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``; of fewer guests, fewer scans."""
    event = event_with(guests, folder)
    codes = endless(badge_codes(event))
    few, many = (min(count, guests * count // FEW) for count in (FEW, MANY))
    taken = []
    with opened_window(event) as frame:
        frame.show_page("check-in")
        for _ in range(min(MEASURED, few)):
            taken.append(scanned(frame, codes))
            QApplication.processEvents()
        for _ in range(few - len(taken)):
            scanned(frame, codes)
        before = resident_megabytes()
        for _ in range(many - few):
            scanned(frame, codes)
        after = resident_megabytes()
    floor = bare_commits(folder / "bare.db", len(taken))
    for share, word in ((0.5, "p50"), (0.99, "p99")):
        name = f"scan to painted verdict in the window, {word} of {len(taken)}"
        value, least = percentile(taken, share), percentile(floor, share)
        Figure(name, value, "ms", 33.0, f"bare durable commit, {word}", least).say()
    name = f"memory after {many} scans in the window"
    Figure(name, after, "MB", before + FLAT, f"after {few}", before).say()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
