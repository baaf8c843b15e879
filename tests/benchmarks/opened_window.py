"""The real window on an event file, as ``launch`` builds it, with its guests shown."""

# The window's own modules are loaded where they are used: as in the program, a look inside the
# event file begins before them.
# ruff: noqa: PLC0415
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

import qhsign.ui  # noqa: F401 - it tells PySide6 to read no sources, as the program does
from qhsign import launch
from qhsign.preferences.desk_preferences import DeskPreferences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qhsign.ui.event_frame import EventFrame
    from qhsign.ui.main_window import MainWindow


@contextmanager
def opened_window(event: Path) -> "Iterator[EventFrame]":
    """Give the frame of the shown window once it is usable."""

    def make_demo(path: Path, _: object) -> None:
        raise AssertionError(f"nothing asked for a demonstration at {path}")

    preferences = DeskPreferences(event.with_suffix(".json"))
    open_event = launch.EventOpener(preferences, event)
    from qhsign.ui.application import build_window

    application = QApplication.instance() or QApplication(["qhsign"])
    if not isinstance(application, QApplication):
        raise TypeError("the window needs a QApplication")
    window = build_window(application, open_event, make_demo, preferences)
    window.resize(1366, 768)
    window.open_path(event)
    window.show()
    wait_until_usable(window)
    try:
        if window.frame is not None:
            yield window.frame
    finally:
        window.close()
        window.runner.close()


def wait_until_usable(window: "MainWindow") -> None:
    """Wait until guests can be searched and a scan handed in now would be answered at once."""
    from qhsign.background.operation import Operation

    answered: list[None] = []
    asked = False
    while not answered:
        sleep_until_something_happens()
        frame = window.frame
        if not asked and frame is not None and frame.book.is_loaded:
            # Comes back when the worker that scans go to has nothing else to do.
            window.runner.start(Operation(lambda: None, answered.append, window))
            asked = True


def sleep_until_something_happens() -> None:
    """Handle events as the running program does: asleep while there are none.

    With a longest time to wait Qt would not sleep, and a window that asks and asks keeps its
    workers from working.
    """
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
