"""Screens are built when they are first shown, and then know what the others know."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.later import Later, there_already
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.providers import WindowProviders
from support.counter_fakes import FakeCounter
from support.frame_fakes import FrameEvent
from support.list_fakes import FakeLists
from support.overview_samples import OverviewEvent
from support.print_fakes import PrintingEvent
from support.window_fakes import FakeEvent


class _EveryScreen(FrameEvent, PrintingEvent, OverviewEvent):
    """Opens with everything a screen of the rail needs."""

    def open(self, path: Path) -> WindowProviders:
        lists = FakeLists().open(path)
        return replace(super().open(path), lists=lists.lists, exports=lists.exports)


@pytest.fixture
def event() -> FakeEvent:
    return _EveryScreen()


@pytest.fixture
def window(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    return open_window(FakeCounter(event).open)


@pytest.fixture
def frame(window: MainWindow) -> EventFrame:
    assert window.frame is not None
    return window.frame


class _Windows(QObject):
    """Writes down every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[_Windows]:
    made = _Windows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def built(frame: EventFrame) -> set[str]:
    return {place.id for place in frame.screens.places if place.screen.is_built}


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)
    QApplication.processEvents()


def test_something_is_built_once_and_only_when_asked_for() -> None:
    made: list[int] = []

    def build() -> list[int]:
        made.append(1)
        return made

    later = Later(build)
    assert not later.is_built
    assert later.tells(bool, unbuilt=False) is False
    assert made == []
    assert later() is later() is made
    assert made == [1]
    assert later.tells(bool, unbuilt=False)
    assert there_already(7).is_built


def test_only_the_screen_in_front_is_built(frame: EventFrame) -> None:
    assert len(frame.screens.places) == 5
    assert built(frame) == {"guests"}
    frame.show_page("print")
    assert built(frame) == {"guests", "print"}


def test_the_desk_finds_the_screen_it_left(
    event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]
) -> None:
    DeskPreferences().change(page="check-in")
    window = open_window(event.open)
    assert window.frame is not None
    assert window.frame.page == "check-in"
    assert built(window.frame) == {"check-in"}
    assert window.frame.check_in.may_scan, "the activity was there before the screen or after"


def test_every_command_is_known_before_its_screen_is_built(frame: EventFrame) -> None:
    pages = {command.page for command in frame.commands}
    assert {"overview", "guests", "check-in", "print", ""} <= pages
    assert {"import-list", "export-list", "walk-in", "print-out"} <= set(frame._by_id)
    assert built(frame) == {"guests"}
    for command in frame.commands:
        command.enabled_when()
        assert command.text
    assert built(frame) == {"guests"}, "asking whether a command may run builds nothing"


def test_what_a_screen_cannot_have_yet_is_not_offered(frame: EventFrame) -> None:
    commands = frame._by_id
    assert not commands["override"].enabled_when(), "nobody has been refused yet"
    assert not commands["print-badge"].enabled_when(), "nobody has been scanned yet"
    assert commands["find-guest"].enabled_when()


def test_a_command_goes_to_its_screen_and_runs(frame: EventFrame, qtbot: QtBot) -> None:
    frame.run_command(frame._by_id["find-guest"])
    assert frame.page == "check-in"
    qtbot.waitUntil(frame.check_in.side.search.input.hasFocus)


def test_a_screen_built_late_has_the_guests_and_the_activity(
    event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> None:
    DeskPreferences().change(page="settings")
    window = open_window(event.open)
    frame = window.frame
    assert frame is not None
    frame._choose_activity("a2")
    settle(window, qtbot)
    assert built(frame) == {"settings"}
    frame.show_page("guests")
    assert frame.guests.model.rowCount() == len(event.rows)
    frame.show_page("check-in")
    frame.check_in.field.submit("3")
    settle(window, qtbot)
    assert event.results["a2"]
    assert frame.guests.model._activity == event.activities[1].name


def test_no_window_flashes_up_while_screens_are_built(
    windows: _Windows,
    event: FakeEvent,
    open_window: Callable[[OpenEvent], MainWindow],
    qtbot: QtBot,
) -> None:
    window = open_window(FakeCounter(event).open)
    frame = window.frame
    assert frame is not None
    for place in frame.screens.places:
        frame.show_page(place.id)
        settle(window, qtbot)
    frame.show_keys()
    frame.top_bar.palette_field.open()
    frame.run_command(frame._by_id["import-list"])
    settle(window, qtbot)
    assert windows.shown == [window]


def test_the_list_of_keys_and_the_search_wait_until_they_are_asked_for(frame: EventFrame) -> None:
    assert not frame._key_list.is_built
    assert not frame._palette.is_built
    frame.show_keys()
    assert frame.key_list.isVisible()
    frame.top_bar.palette_field.open()
    assert frame.palette_list.isVisible()
    assert not frame.key_list.isVisible(), "somebody went on working"
