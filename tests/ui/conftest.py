"""Screens are tested over providers that keep everything in memory."""

import gc
from collections.abc import Callable, Iterator
from itertools import count
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui import garbage_rounds
from qhsign.ui.application import build_window
from qhsign.ui.check_in import key_burst
from qhsign.ui.garbage_rounds import collect_if_due
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.sounds import verdict_sounds
from qhsign.ui.theme import Look
from support.silent_loudspeaker import SilentLoudspeaker
from support.window_fakes import FakeEvent

_CLOSED = count(1)


@pytest.fixture(autouse=True)
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> SilentLoudspeaker:
    """Keep the tests silent, and what would be heard written down."""
    made = SilentLoudspeaker()
    monkeypatch.setattr(verdict_sounds, "find_loudspeaker", lambda: made)
    return made


@pytest.fixture(autouse=True, scope="session")
def on_this_thread_only() -> Iterator[None]:
    """Collect garbage where the window does, also between two windows.

    What was loaded and kept by then is not looked at again: with thousands of tests a look takes
    longer than most windows are open. No window may take that back, nor keep another from it.
    """
    gc.disable()
    gc.collect()
    gc.freeze()
    lasting = {**vars(gc), "freeze": lambda: None, "unfreeze": lambda: None}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(garbage_rounds, "gc", SimpleNamespace(**lasting))
        yield


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    """Delete what a test leaves: whatever changes the style later would change it there, too."""
    before = set(QApplication.topLevelWidgets())
    yield
    for left in QApplication.topLevelWidgets():
        if left.parent() is None and left not in before:
            left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def scanner_rhythm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow a scanner longer between its keys: a busy machine may be away for a while."""
    monkeypatch.setattr(key_burst, "_GAP_MS", 400)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    qapp.setStyle("Fusion")
    made = Look()
    made.dress(qapp)
    return made


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def event() -> FakeEvent:
    return FakeEvent(guests=40)


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, event: FakeEvent
) -> Iterator[Callable[[OpenEvent], MainWindow]]:
    """Give a way to have the window on an event opened in one way or another, ready for keys."""
    windows = []

    def opened(open_event: OpenEvent) -> MainWindow:
        made = build_window(qapp, open_event, event.make_demo, DeskPreferences())
        windows.append(made)
        made.resize(1366, 768)
        made.open_path(event.path)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        qtbot.waitUntil(lambda: made.frame is not None and made.runner.running == 0)
        return made

    yield opened
    for made in windows:
        made.close()
        made.runner.close()
        # At once: a window that goes while the next test runs takes the keyboard from its window.
        made.deleteLater()
    windows.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.disable()
    if next(_CLOSED) % 10:
        collect_if_due()
    else:
        # Windows live long enough to be passed over by the short rounds.
        gc.collect()


@pytest.fixture
def window(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    return open_window(event.open)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the display without a screen says it cannot do."""
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
