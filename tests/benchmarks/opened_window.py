"""The real window on an event file, as ``launch`` builds it, with its guests shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from qhsign import launch
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.application import build_window
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.main_window import MainWindow


@contextmanager
def opened_window(event: Path) -> Iterator[EventFrame]:
    """Give the frame of the shown window once its guests are there and nothing is running."""

    def make_demo(path: Path, _: object) -> None:
        raise AssertionError(f"nothing asked for a demonstration at {path}")

    preferences = DeskPreferences(event.with_suffix(".json"))
    open_event = launch.EventOpener(preferences, event)
    application = QApplication.instance() or QApplication(["qhsign"])
    if not isinstance(application, QApplication):
        raise TypeError("the window needs a QApplication")
    window = build_window(application, open_event, make_demo, preferences)
    window.resize(1366, 768)
    window.open_path(event)
    window.show()
    while not is_usable(window):
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    try:
        if window.frame is not None:
            yield window.frame
    finally:
        window.close()
        window.runner.close()


def is_usable(window: MainWindow) -> bool:
    """Tell whether guests can be searched and nothing more is on its way."""
    frame = window.frame
    return frame is not None and frame.book.is_loaded and not window.runner.running
