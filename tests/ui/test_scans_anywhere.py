"""A scan is never lost, wherever its keys land and whatever the keyboard makes of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qhsign.domain.badge_token import issue
from qhsign.domain.check_in import Verdict
from qhsign.launch.window import window_providers
from qhsign.services import activities, badges, check_ins
from qhsign.services.desk import Desk
from qhsign.store.schema import Badge
from qhsign.ui.check_in import key_burst
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.providers import WindowProviders
from support.counter_fakes import FakeCounter
from support.desks import add_guest, fresh_desk
from support.frame_fakes import FrameEvent
from support.window_fakes import FakeEvent

CODE = issue("25X", b"key", bytes(range(10)))


class _Event(FrameEvent):
    """Has a search over everything, and the counter's panels."""

    def open(self, path: Path) -> WindowProviders:
        return replace(super().open(path), counter=FakeCounter(FakeEvent()).open(path).counter)


@pytest.fixture
def event() -> FrameEvent:
    return _Event()


@pytest.fixture
def frame(window: MainWindow, qtbot: QtBot) -> EventFrame:
    assert window.frame is not None
    window.frame.show_page("check-in")
    # Before an activity is known there is nowhere to scan to.
    settled(window, qtbot)
    return window.frame


@pytest.fixture
def page(frame: EventFrame) -> CheckInPage:
    return frame.check_in


def scan(widget: QWidget, line: str = f"{CODE}\r") -> None:
    """Send a scanner's keys to whatever has the focus in a widget's window."""
    handle = widget.window().windowHandle()
    for key in line:
        if key == "\r":
            QTest.keyClick(handle, Qt.Key.Key_Return)
        else:
            QTest.keyClick(handle, key)  # type: ignore[call-overload]  # the stubs forget text


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def test_a_scan_in_the_form_at_the_door_leaves_the_writing_alone(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    assert page.counter is not None
    page.counter.open_walk_in()
    name = page.counter.walk_in.name
    name.setText("马小龙")
    name.setFocus()
    scan(window)
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert name.text() == "马小龙"


def test_a_scan_in_the_search_over_everything_is_a_scan(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    frame.top_bar.palette_field.open()
    QApplication.processEvents()
    scan(window)
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert window.focusWidget() is frame.check_in.field.input


@pytest.mark.parametrize("screen", ["guests", "settings"])
def test_a_badge_scanned_on_another_screen_brings_check_in_to_the_front(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot, screen: str
) -> None:
    frame.show_page(screen)
    scan(window)
    settled(window, qtbot)
    assert frame.page == "check-in"
    assert event.codes == [CODE]
    assert not frame.check_in.verdict.is_idle


def test_a_badge_scanned_into_a_field_of_another_screen_leaves_the_field_alone(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    frame.show_page("guests")
    frame.guests.focus_search()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("李")
    scan(window)
    settled(window, qtbot)
    assert field.text() == "李"
    assert event.codes == [CODE]


def test_a_badge_scanned_onto_a_button_that_enter_presses_presses_nothing(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    frame.show_page("guests")
    guests = frame.guests
    guests.model.tick({frame.book.rows[0].id})
    guests.middle.footer.clear.setFocus()
    scan(guests)
    qtbot.waitUntil(lambda: len(event.codes) == 1)
    assert event.codes == [CODE]
    assert guests.model.ticked, "the scanner's Enter belongs to the badge"
    frame.show_page("guests")
    guests.middle.footer.clear.setFocus()
    QTest.keyClick(guests.middle.footer.clear, Qt.Key.Key_Return)
    assert not guests.model.ticked


def test_a_short_burst_on_another_screen_stays_there(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    frame.show_page("guests")
    frame.guests.focus_search()
    scan(window, "1712717\r")
    settled(window, qtbot)
    assert frame.page == "guests"
    assert event.codes == []


def test_a_badge_scanned_into_a_dialog_is_a_scan(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    field = QLineEdit("开幕式名单", dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    scan(dialog)
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert field.text() == "开幕式名单"
    dialog.close()


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy computer's keys count as quick; the rhythm itself is another test's."""
    monkeypatch.setattr(key_burst, "_GAP_MS", 60_000)


def halves(widget: QWidget, turn: Callable[[], object]) -> None:
    """Scan a badge; in the middle the focus changes."""
    scan(widget, CODE[:17])
    turn()
    scan(widget, f"{CODE[17:]}\r")


@pytest.mark.usefixtures("steady")
def test_a_focus_that_changes_between_fields_loses_no_badge(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    assert page.counter is not None
    page.counter.open_walk_in()
    form = page.counter.walk_in
    form.name.setText("马小龙")
    form.organization.setText("青海大学")
    form.name.setFocus()
    halves(window, form.organization.setFocus)
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert (form.name.text(), form.organization.text()) == ("马小龙", "青海大学")
    assert window.focusWidget() is page.field.input


@pytest.mark.usefixtures("steady")
def test_a_focus_that_comes_to_the_scan_field_or_leaves_it_loses_no_badge(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    assert page.counter is not None
    page.counter.open_walk_in()
    name = page.counter.walk_in.name
    name.setText("马小龙")
    name.setFocus()
    halves(window, page.field.input.setFocus)
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert (name.text(), page.field.input.text()) == ("马小龙", "")
    page.field.input.setFocus()
    halves(window, name.setFocus)
    settled(window, qtbot)
    assert event.codes == [CODE] * 2
    assert (name.text(), page.field.input.text()) == ("马小龙", "")
    page.field.input.setFocus()
    scan(window, f"{CODE}\r")
    settled(window, qtbot)
    assert event.codes == [CODE] * 3
    assert page.field.input.text() == ""


@pytest.mark.usefixtures("steady")
def test_a_scan_that_begins_on_a_button_goes_on_in_another_field(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.side.scan_list.setFocus()
    halves(window, page.find_guest)
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert (page.side.search.input.text(), page.field.input.text()) == ("", "")


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize(("begins", "ends"), [("guests", "check-in"), ("check-in", "guests")])
def test_another_screen_in_the_middle_of_a_scan_loses_no_badge(
    window: MainWindow,
    frame: EventFrame,
    event: FakeEvent,
    qtbot: QtBot,
    begins: str,
    ends: str,
) -> None:
    frame.show_page(begins)
    if begins == "guests":
        frame.guests.focus_search()
    else:
        assert frame.check_in.counter is not None
        frame.check_in.counter.open_walk_in()
        frame.check_in.counter.walk_in.name.setFocus()
    first = window.focusWidget()
    assert isinstance(first, QLineEdit)
    first.setText("李")

    def turn() -> None:
        frame.show_page(ends)
        if ends == "guests":
            frame.guests.focus_search()

    halves(window, turn)
    second = window.focusWidget()
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert first.text() == "李"
    assert isinstance(second, QLineEdit)
    assert CODE[17:] not in second.text()
    assert frame.page == "check-in"


@pytest.mark.usefixtures("steady")
def test_a_dialog_that_comes_up_in_the_middle_of_a_scan_loses_no_badge(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    frame.show_page("guests")
    frame.guests.focus_search()
    first = window.focusWidget()
    assert isinstance(first, QLineEdit)
    scan(window, CODE[:17])
    dialog = QDialog(window)
    field = QLineEdit("开幕式名单", dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    field.setCursorPosition(3)
    scan(dialog, f"{CODE[17:]}\r")
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert (first.text(), field.text()) == ("", "开幕式名单")
    dialog.close()


def test_what_a_person_types_before_they_change_the_focus_is_no_scan(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.find_guest()
    search = page.side.search.input
    scan(window, "zhang")
    QTest.keyClick(search, Qt.Key.Key_Left)
    page.focus_scan()
    scan(window, "1712717\r")
    settled(window, qtbot)
    assert event.codes == ["1712717"]
    assert search.text() == "zhang"


@pytest.mark.parametrize("screen", ["check-in", "guests"])
def test_what_an_input_method_made_of_a_scan_is_a_scan(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot, screen: str
) -> None:
    frame.show_page(screen)
    if screen == "guests":
        frame.guests.focus_search()
    else:
        frame.check_in.find_guest()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    composed = QInputMethodEvent(CODE.lower(), [])
    QApplication.sendEvent(field, composed)
    whole = QInputMethodEvent("", [])
    whole.setCommitString(CODE.lower())
    QApplication.sendEvent(field, whole)
    settled(window, qtbot)
    assert event.codes == [CODE.lower()]
    assert field.text() == ""


def test_what_a_person_writes_with_an_input_method_stays(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.find_guest()
    written = QInputMethodEvent("", [])
    written.setCommitString("张弘靓")
    QApplication.sendEvent(page.side.search.input, written)
    QTest.keyClick(page.side.search.input, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert event.codes == []
    assert page.side.search.text == "张弘靓"


def test_keys_of_a_full_width_layout_arrive_whole(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    wide = "".join(chr(ord(key) + 0xFEE0) for key in CODE)
    page.find_guest()
    for key in wide:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, page.side.search.input, Qt.Key.Key_unknown, key,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
    QTest.keyClick(page.side.search.input, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert event.codes == [wide]


def test_a_stray_enter_does_nothing_anywhere(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    for _ in range(3):
        scan(window, "\r")
    frame.check_in.side.scan_list.setFocus()
    scan(window, "\r")
    settled(window, qtbot)
    assert event.codes == []
    assert frame.check_in.verdict.is_idle


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Desk]:
    """Give an event file with an activity and thirty guests who have badges."""
    desk = fresh_desk(tmp_path / "event.qhsign", now=lambda: datetime.now(UTC))
    activities.set_activity(desk, "开幕式", {"invited": "all", "reentry": "once"})
    for number in range(30):
        add_guest(desk, f"来宾{number}")
    badges.print_badges(desk, tmp_path / "badges.pdf")
    yield desk
    desk.file.close()


def test_twenty_scans_a_second_are_all_stored_in_order(
    real: Desk, open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> None:
    with real.read() as session:
        codes = list(session.scalars(select(Badge.code).order_by(Badge.serial)))
    assert len(codes) == 30
    window = open_window(lambda _: window_providers(real))
    assert window.frame is not None
    window.frame.show_page("check-in")
    lines = []
    for place, code in enumerate(codes):
        spoiled = (code, code.lower(), f"{code[:17]}{code}", code[1:])[place % 4]
        lines.append(spoiled)
    for line in lines:
        scan(window, f"{line}\r")
    settled(window, qtbot)
    stored = check_ins.recent_scans(real, "开幕式", 100)
    assert [each.verdict for each in stored] == [Verdict.ADMITTED] * 30
    names = [each.guest.full_name for each in reversed(stored) if each.guest]
    assert len(set(names)) == 30
    assert window.frame.check_in.side.scans.rowCount() == 30
    moments = [each.at for each in reversed(stored)]
    assert moments == sorted(moments)
    assert moments[0] <= datetime.now(UTC)
