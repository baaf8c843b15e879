import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from threading import enumerate as threads

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.background.progress import Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.application import build_window
from qhsign.ui.crash_dialog import CrashDialog, write_log
from qhsign.ui.main_window import MainWindow
from qhsign.ui.shared.progress_dialog import ProgressDialog
from qhsign.ui.theme import Theme
from qhsign.wording import Language
from support.window_fakes import FakeEvent


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, event: FakeEvent) -> Iterator[MainWindow]:
    made = build_window(qapp, event.open, event.make_demo, DeskPreferences())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.runner.close()


def test_without_an_event_there_are_ways_in(start: MainWindow) -> None:
    assert start.start is not None
    assert not start.start.new_button.isVisible(), "nothing was given to make one with"
    assert start.start.open_button.text() == "打开活动文件…"
    assert start.start.demo_button.text() == "打开演示活动"
    assert not start.start.recent.isVisible()


def test_the_demo_is_made_once_and_opened(
    start: MainWindow, event: FakeEvent, qtbot: QtBot
) -> None:
    assert start.start is not None
    start.start.demo_button.click()
    assert not start.start.demo_button.isEnabled()
    qtbot.waitUntil(lambda: start.frame is not None)
    demo = start._parts.demo_path
    assert [each.name for each in demo.parent.iterdir()] == ["demo.qhsign"]
    assert start.windowTitle() == "第25届青洽会 — qhsign"
    assert start._parts.preferences.settings.last_event == str(demo)
    before = demo.stat().st_mtime_ns
    start.open_demo()
    qtbot.waitUntil(lambda: start.runner.running == 0)
    assert demo.stat().st_mtime_ns == before
    assert event.closed == 1, "the event left was closed"


def test_a_cancelled_demo_leaves_nothing_behind(
    start: MainWindow, event: FakeEvent, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Event()

    def slow(path: Path, progress: Progress) -> None:
        path.write_text("half")
        gate.wait(5)
        progress(1, 2)

    object.__setattr__(start._parts, "make_demo", slow)
    start.open_demo()
    dialog = start.findChild(ProgressDialog)
    assert dialog is not None
    dialog.reject()
    gate.set()
    qtbot.waitUntil(lambda: start.runner.running == 0)
    assert start.start is not None
    assert start.start.demo_button.isEnabled()
    assert not start._parts.demo_path.exists()
    assert list(start._parts.demo_path.parent.glob("*")) == []


def test_a_file_that_cannot_be_opened_says_why_in_place(
    start: MainWindow, event: FakeEvent, qtbot: QtBot
) -> None:
    event.problem = ProblemForUser("event-missing", path="nowhere.qhsign")
    start.open_path(Path("nowhere.qhsign"))
    assert start.start is not None
    notice = start.start.notice
    qtbot.waitUntil(notice.isVisible)
    assert "nowhere.qhsign" in notice.sentence
    assert start.start.open_button.isEnabled()
    start._choose_language("en")
    qtbot.waitUntil(lambda: "nowhere.qhsign" in notice.sentence and "no" in notice.sentence[:12])
    start._choose_language("zh")


def test_language_and_theme_change_at_once_and_are_kept(window: MainWindow, qtbot: QtBot) -> None:
    frame = window.frame
    assert frame is not None
    frame.settings.language_chosen.emit("en")
    qtbot.waitUntil(lambda: frame.guests.toolbar.title.text() == "Guests")
    assert frame.rail._group.button(1).text() == "Check-in"
    frame.settings.theme_chosen.emit("dark")
    assert window._look.theme is Theme.DARK
    frame.settings.desk_named.emit("East gate 3")
    settings = DeskPreferences().settings
    assert (settings.language, settings.theme, settings.desk) == ("en", "dark", "East gate 3")
    frame.settings.language_chosen.emit("zh")
    frame.settings.theme_chosen.emit("light")
    qtbot.waitUntil(lambda: frame.guests.toolbar.title.text() == "嘉宾")


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_draws_every_screen(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    frame = window.frame
    assert frame is not None
    window._choose_theme(theme)
    for page in ("guests", "check-in"):
        frame.show_page(page)
        assert not window.grab().isNull()
    window._choose_theme(Theme.LIGHT)


def test_the_window_works_from_the_keyboard(window: MainWindow) -> None:
    frame = window.frame
    assert frame is not None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert frame.page == "check-in"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert frame.page == "guests"
    seen = set()
    for _ in range(12):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or focused.property("text"), focused
        seen.add(focused)
    assert {frame.guests.table, frame.guests.facets} <= seen


def test_closing_ends_every_thread_and_the_event(
    qtbot: QtBot, qapp: QApplication, event: FakeEvent
) -> None:
    before = {each.name for each in threads()}
    window = build_window(qapp, event.open, event.make_demo, DeskPreferences())
    qtbot.addWidget(window)
    window.open_path(event.path)
    qtbot.waitUntil(lambda: window.frame is not None)
    window.show()
    window.close()
    window.runner.close()
    assert event.closed == 1
    assert {each.name for each in threads()} <= before


def test_scans_handed_in_before_closing_are_stored(
    qtbot: QtBot, qapp: QApplication, event: FakeEvent
) -> None:
    window = build_window(qapp, event.open, event.make_demo, DeskPreferences())
    qtbot.addWidget(window)
    window.open_path(event.path)
    qtbot.waitUntil(lambda: window.frame is not None and window.runner.running == 0)
    assert window.frame is not None
    for _ in range(20):
        window.frame.check_in.field.submit("5")
    window.close()
    window.runner.close()
    assert len(event.codes) == 20
    assert event.closed == 1


def test_a_bug_is_shown_with_details_to_copy_and_logged(qtbot: QtBot, tmp_path: Path) -> None:
    bug = ZeroDivisionError("a bug")
    log = tmp_path / "logs" / "crash.log"
    write_log(bug, log)
    assert "a bug" in log.read_text("utf-8")
    dialog = CrashDialog(bug, log)
    qtbot.addWidget(dialog)
    dialog.copy()
    assert "ZeroDivisionError: a bug" in QApplication.clipboard().text()
    (tmp_path / "file").write_text("")
    write_log(bug, tmp_path / "file" / "crash.log")


def test_progress_shows_count_and_time(qtbot: QtBot, start: MainWindow) -> None:
    progress = Progress()
    dialog = ProgressDialog("生成", progress, start)
    qtbot.addWidget(dialog)
    assert not dialog.isVisible()
    assert dialog._wait.interval() == 600
    progress(57, 190)
    dialog._look()
    assert dialog._state.text().startswith("57 / 190，约还要")
    dialog.finish()


def test_settings_of_another_version_start_the_window_all_the_same(
    qtbot: QtBot, qapp: QApplication, event: FakeEvent
) -> None:
    preferences = DeskPreferences()
    preferences.change(language="tlh", theme="pink", order="height", window="!!")
    window = build_window(qapp, event.open, event.make_demo, preferences)
    qtbot.addWidget(window)
    window.open_path(event.path)
    qtbot.waitUntil(lambda: window.frame is not None)
    assert window._look.language is Language.CHINESE
    window.close()
    window.runner.close()


def test_tests_run_without_a_screen() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen" or sys.platform != "linux"
