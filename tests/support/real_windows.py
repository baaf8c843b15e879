"""The window over a real event file, as the program opens it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.launch.window import window_providers
from qhsign.services.desk import Desk
from qhsign.services.shift import Shift
from qhsign.store.event_file import EventFile
from qhsign.ui.main_window import MainWindow
from qhsign.ui.providers import WindowProviders
from support.typing_keys import type_into


@dataclass
class RealEvent:
    """Stands where the tests of the window have an event in memory."""

    path: Path

    def make_demo(self, *_: object) -> None:
        """Make none: these tests open what is there."""
        raise NotImplementedError


def opening(
    name: str = "韩秋月", now: Callable[[], datetime] | None = None
) -> Callable[[Path], WindowProviders]:
    """Return what opens an event file for a window; ``name`` worked here last.

    ``now`` is the desk's clock, the real one where none is given.
    """

    def open_event(path: Path) -> WindowProviders:
        file = EventFile.open(path, for_window=True)
        desk = Desk(file, operator=name, shift=Shift())
        return window_providers(desk if now is None else replace(desk, now=now))

    return open_event


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything that was asked of the event has come back."""
    qtbot.waitUntil(lambda: window.runner.running == 0, timeout=30_000)


def write(control: QLineEdit, text: str) -> None:
    """Type a text in place of what stands in a field, and Enter."""
    control.setFocus()
    control.selectAll()
    type_into(control, text)
    QTest.keyClick(control, Qt.Key.Key_Return)
