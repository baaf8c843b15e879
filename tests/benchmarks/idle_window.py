"""What the window does while nobody does anything."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.large_event import event_with
from benchmarks.measuring import Figure
from benchmarks.opened_window import opened_window

SETTLE_MS, MEASURED_MS = 10_000, 12_000
"""What is loaded once some seconds after opening, as the watch over alarms, is not idleness."""


def cpu_seconds_a_minute(measured: int) -> float:
    """Return the processor's seconds of a minute, from so many milliseconds of the event loop."""
    loop = QEventLoop()
    QTimer.singleShot(min(SETTLE_MS, measured), loop.quit)
    loop.exec()
    before = time.process_time()
    QTimer.singleShot(measured, loop.quit)
    loop.exec()
    return (time.process_time() - before) * 60_000 / measured


def main(folder: Path, guests: int) -> None:
    """Measure the guest screen and the check-in screen, beside a bare window.

    With few guests nothing is meant to be measured, and nothing is waited for.
    """
    measured = min(MEASURED_MS, guests * 2)
    application = QApplication(["qhsign"])
    bare = QWidget()
    bare.show()
    floor = cpu_seconds_a_minute(measured)
    bare.close()
    with opened_window(event_with(guests, folder)) as frame:
        for page in ("guests", "check-in"):
            frame.show_page(page)
            name = f"processor time of a minute at the screen {page}, nobody there"
            spent = cpu_seconds_a_minute(measured)
            Figure(name, spent, "s", 0.3, "a bare Qt window", floor).say()
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
