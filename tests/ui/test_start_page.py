from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.application import build_window
from qhsign.ui.main_window import MainWindow
from qhsign.ui.shared.typed_days import read_day
from qhsign.ui.start.new_event_form import NewEvent, NewEventForm
from qhsign.ui.start.start_page import StartPage
from support.typing_keys import type_into
from support.window_fakes import FakeEvent

NOW = datetime(2026, 7, 16, 1, 0, tzinfo=UTC)


@pytest.fixture
def made() -> list[NewEvent]:
    return []


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, event: FakeEvent, made: list[NewEvent]
) -> Iterator[MainWindow]:
    def make(wanted: NewEvent) -> None:
        if wanted.path.exists():
            raise ProblemForUser("event-exists", path=wanted.path)
        wanted.path.write_text("an event")
        made.append(wanted)

    window = build_window(qapp, event.open, event.make_demo, DeskPreferences(), make)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.runner.close()


def page_of(window: MainWindow) -> StartPage:
    assert window.start is not None
    return window.start


def form_of(window: MainWindow) -> NewEventForm:
    page_of(window).new_button.click()
    return page_of(window).form


def test_a_new_event_is_made_from_the_keyboard_and_opened(
    start: MainWindow, made: list[NewEvent], tmp_path: Path, qtbot: QtBot
) -> None:
    form = form_of(start)
    form._folder = tmp_path
    assert form.title.hasFocus()
    type_into(form.title, "第26届青洽会")
    type_into(form.edition, "26")
    type_into(form.start, "2026年7月16日")
    type_into(form.end, "2026/7/20")
    assert form.place.text() == str(tmp_path / "第26届青洽会.qhsign")
    QTest.keyClick(form.end, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: start.frame is not None)
    path = tmp_path / "第26届青洽会.qhsign"
    assert made == [NewEvent(path, "第26届青洽会", 26, date(2026, 7, 16), date(2026, 7, 20))]
    assert [each.path for each in start._parts.recent.events] == [path]


def test_each_wrong_field_says_so_and_nothing_is_made(
    start: MainWindow, made: list[NewEvent]
) -> None:
    form = form_of(start)
    form.edition.setText("x")
    form.start.setText("16 July")
    form.end.setText("2026-13-01")
    form.place.clear()
    form.ask()
    rows = (form.title_row, form.edition_row, form.start_row, form.end_row, form.place_row)
    assert all(row.error for row in rows)
    assert form.title.hasFocus()
    form.title.setText("青洽会")
    form.edition.clear()
    form.start.setText("2026-07-16")
    form.end.setText("2026-07-15")
    form.ask()
    assert [bool(row.error) for row in rows] == [False, False, False, True, False]
    assert made == []


def test_a_file_that_is_there_is_refused_in_the_form(
    start: MainWindow, made: list[NewEvent], tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "there.qhsign"
    there.write_text("dear")
    form = form_of(start)
    form.title.setText("青洽会")
    form.place.setText(str(tmp_path / "there"))
    form.ask()
    qtbot.waitUntil(form.notice.isVisible)
    assert "不会被覆盖" in form.notice.sentence
    assert form.make.isEnabled()
    assert there.read_text() == "dear"
    assert made == []


def test_a_chosen_place_stays_while_the_title_changes(
    start: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "mine"), "")
    )
    form = form_of(start)
    form._choose.click()
    form.title.setText("a/b:c")
    assert form.place.text() == str(tmp_path / "mine.qhsign")
    form.place.clear()
    form._place_written("")
    form.title.setText("a/b:c?")
    assert Path(form.place.text()).name == "a_b_c_.qhsign"


def test_esc_goes_back(start: MainWindow) -> None:
    form = form_of(start)
    QTest.keyClick(form.title, Qt.Key.Key_Escape)
    assert page_of(start).new_button.isVisible()
    assert not form.isVisible()


def test_recent_events_open_and_missing_ones_can_be_taken_away(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    there, gone = tmp_path / "there.qhsign", tmp_path / "gone.qhsign"
    there.write_text("")
    recent = start._parts.recent
    recent.note(gone, "第24届", NOW)
    recent.note(there, "第25届", NOW)
    start._show_start()
    page = page_of(start)
    qtbot.waitUntil(lambda: start.runner.running == 0)
    first, second = page.recent.rows
    assert first.open.isEnabled()
    assert not first.forget.isVisible()
    assert not second.open.isEnabled()
    assert "找不到文件" in second.open.accessibleName()
    second.forget.click()
    qtbot.waitUntil(lambda: start.runner.running == 0)
    assert [row._event.path for row in page.recent.rows] == [there]
    page.recent.rows[0].open.click()
    qtbot.waitUntil(lambda: start.frame is not None)


def test_leaving_an_event_shows_the_start_page_with_it(
    start: MainWindow, event: FakeEvent, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "e.qhsign"
    path.write_text("")
    start.open_path(path)
    qtbot.waitUntil(lambda: start.frame is not None and start.runner.running == 0)
    assert start.frame is not None
    leave = next(each for each in start.frame.commands if each.id == "leave-event")
    leave.run()
    qtbot.waitUntil(lambda: start.runner.running == 0)
    assert event.closed == 1
    assert start.centralWidget() is start.start
    assert [row._event.path for row in page_of(start).recent.rows] == [path]


@pytest.mark.parametrize(
    ("names", "taken"),
    [(["e.qhsign"], True), (["e.xlsx"], False), (["a.qhsign", "b.qhsign"], False)],
)
def test_one_event_file_can_be_dropped(
    start: MainWindow, tmp_path: Path, qtbot: QtBot, names: list[str], *, taken: bool
) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), action, dragged, left, none)
    enter.ignore()
    QApplication.sendEvent(start, enter)
    assert enter.isAccepted() == taken
    QApplication.sendEvent(start, QDropEvent(QPointF(9, 9), action, dragged, left, none))
    qtbot.waitUntil(lambda: start.runner.running == 0)
    assert (start.frame is not None) == taken


def test_the_form_speaks_both_languages(start: MainWindow, qtbot: QtBot) -> None:
    form = form_of(start)
    assert form.make.text() == "建立活动"
    start._choose_language("en")
    qtbot.waitUntil(lambda: form.make.text() == "Make the event")
    assert form.title.accessibleName() == "Full name"
    start._choose_language("zh")


@pytest.mark.parametrize(
    "text", ["2026-07-16", "2026/7/16", "2026.7.16", " 2026年7月16日 ", "20260716"]
)
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert read_day(text) == date(2026, 7, 16)


@pytest.mark.parametrize("text", ["16.7.2026", "2026-02-30", "tomorrow", "２０２６-07"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - read_day's own answer or the calendar's
        read_day(text)


def test_nothing_is_no_day() -> None:
    assert read_day("  ") is None


def test_the_manual_opens_before_an_event_does(start: MainWindow) -> None:
    page = page_of(start)
    page.manual_button.click()
    assert page.manual.isVisible()
    assert page.manual.page == "start"
    QTest.keyClick(page.manual, Qt.Key.Key_Escape)
    assert not page.manual.isVisible()
