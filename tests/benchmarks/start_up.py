"""Whole processes: help on the command line, and the window to its first usable paint."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.large_event import event_with, many
from benchmarks.measuring import Figure, best

BARE_WINDOW = (
    "from PySide6.QtWidgets import QApplication, QWidget\n"
    "application = QApplication([]); window = QWidget(); window.show()\n"
    "application.processEvents(); window.grab()\n"
)


def process(*words: str | Path) -> None:
    """Run a Python process to its end."""
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)


def first_paint(event: Path) -> None:
    """Be the window process: show the event, paint it once, and leave without tidying up."""
    # Only the window's process may pay for loading Qt.
    from benchmarks.opened_window import opened_window  # noqa: PLC0415 - as said above

    with opened_window(event) as frame:
        frame.window().grab()
        sys.stdout.flush()
        os._exit(0)


def seconds_to_first_paint(event: Path) -> float:
    """Return the seconds from starting the process until it has painted the guests."""
    began = time.perf_counter()
    process(__file__, "--paint", event)
    return time.perf_counter() - began


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder``."""
    nothing = best(lambda: process("-c", "pass"))
    helped = best(lambda: process("-m", "qhsign", "--help"))
    Figure("qhsign --help, whole process", helped, "s", 0.3, "Python alone", nothing).say()
    bare = best(lambda: process("-c", BARE_WINDOW))
    for count, target in ((guests, 1.2), (many(guests), 2.0)):
        event = event_with(count, folder)
        painted = min(seconds_to_first_paint(event) for _ in range(5))
        name = f"window usable with {count} guests, whole process"
        Figure(name, painted, "s", target, "a bare Qt window", bare).say()


if __name__ == "__main__":
    if sys.argv[1] == "--paint":
        first_paint(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]))
