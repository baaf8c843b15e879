from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.preferences.kiosk_pin import hash_of
from qhsign.ui.application import _locked_event, build_window
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.kiosk.kiosk_view import KioskView
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.camera_fakes import Cameras, picture_of
from support.clipping import SIZES, cut
from support.window_fakes import FakeEvent, scan_result

CODE = "QH1ABC" + "0" * 32
PIN = "2468"


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> Cameras:
    made = Cameras()
    for module in ("check_in_page", "camera_desk"):
        monkeypatch.setattr(f"qhsign.ui.check_in.{module}.camera_parts", lambda _: made.parts())
    return made


@pytest.fixture
def window(
    cameras: Cameras, event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]
) -> MainWindow:
    made = open_window(event.open)
    assert made.frame is not None
    made.frame.show_page("check-in")
    return made


@pytest.fixture
def frame(window: MainWindow) -> EventFrame:
    assert window.frame is not None
    return window.frame


@pytest.fixture
def page(frame: EventFrame) -> CheckInPage:
    return frame.check_in


@pytest.fixture
def view(window: MainWindow, page: CheckInPage, frame: EventFrame, qtbot: QtBot) -> KioskView:
    """Give the kiosk as a person begins it."""
    page.open_kiosk()
    page.kiosk.pin.setText(PIN)
    page.kiosk.again.setText(PIN)
    page.kiosk.button.click()
    qtbot.waitUntil(lambda: frame.kiosk_is_on and frame.kiosk.view.isVisible())
    settled(window, qtbot)
    return frame.kiosk.view


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def come_to_rest() -> None:
    """Have words laid out that wrap anew at another size."""
    for _ in range(3):
        QApplication.processEvents()


def press(window: QWidget, keys: str) -> None:
    handle = window.window().windowHandle()
    for key in keys:
        if key == "\r":
            QTest.keyClick(handle, Qt.Key.Key_Return)
        else:
            QTest.keyClick(handle, key)  # type: ignore[call-overload]  # the stubs forget text


def test_the_panel_asks_for_a_pin_twice_and_says_what_is_wrong(
    page: CheckInPage, frame: EventFrame
) -> None:
    page.open_kiosk()
    panel = page.kiosk
    for first, again, words in (("12", "12", "4到6位"), ("1234", "1235", "不一样"), ("", "", "4")):
        panel.pin.setText(first)
        panel.again.setText(again)
        panel.button.click()
        assert words in panel.notice.sentence
    assert not frame.kiosk_is_on
    QTest.keyClick(panel.pin, Qt.Key.Key_Escape)
    assert page.side.panel is None
    assert page.field.input.hasFocus()


def test_only_a_hash_of_the_pin_is_kept(view: KioskView, window: MainWindow) -> None:
    kept = window._parts.preferences.path.read_text("utf-8")
    assert PIN not in kept
    assert "$argon2id$" in kept


def test_guests_have_the_whole_screen_and_no_lists(
    window: MainWindow, frame: EventFrame, page: CheckInPage, view: KioskView
) -> None:
    assert window.isFullScreen()
    assert view.is_idle
    for each in (frame.rail, frame.top_bar, page):
        assert not each.isVisible()
    assert "请扫描您的证件" in view.accessibleName()
    assert "Please scan your badge" in view.accessibleName()


def test_a_scan_is_answered_in_both_languages_with_name_organization_and_title(
    window: MainWindow, view: KioskView, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "3\r")
    settled(window, qtbot)
    assert event.codes == ["3"]
    assert not view.is_idle
    said = view.answer.words
    for part in ("欢迎您", "Welcome", "易卜雷", "大使", "冰岛驻华大使馆"):
        assert part in said
    for part in ("贵宾", "1排6号", "媒体", "00003"):
        assert part not in said
    view.be_idle()
    assert "易卜雷" not in view.accessibleName()


@pytest.mark.parametrize("code", ["already", "not-invited", "forged", "revoked", "too-early"])
def test_a_refusal_sends_to_the_desk_and_tells_nothing(
    window: MainWindow, view: KioskView, qtbot: QtBot, code: str
) -> None:
    press(window, "3\r")
    press(window, f"{code}\r")
    settled(window, qtbot)
    assert view.answer.words.startswith("请到签到台 Please go to the desk")
    assert "易卜雷" not in view.answer.words
    assert view.answer.property("tone") == "warn"


def test_a_scan_that_cannot_be_stored_sends_to_the_desk(
    window: MainWindow, view: KioskView, event: FakeEvent, qtbot: QtBot
) -> None:
    event.problem = ProblemForUser("tag-impossible")
    press(window, "3\r")
    settled(window, qtbot)
    assert view.answer.words.startswith("请到签到台")


def test_keys_of_the_staff_do_nothing(
    window: MainWindow, frame: EventFrame, view: KioskView, event: FakeEvent, qtbot: QtBot
) -> None:
    handle = window.windowHandle()
    for number in range(12):
        QTest.keyClick(handle, Qt.Key(Qt.Key.Key_F1 + number))
    for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_O, Qt.Key.Key_K, Qt.Key.Key_R, Qt.Key.Key_1):
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    press(window, "\r")
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    settled(window, qtbot)
    assert window.frame is frame
    assert view.isVisible()
    assert window.isVisible()
    assert frame.page == "check-in"
    assert event.codes == []


def test_the_window_does_not_close_and_says_how(window: MainWindow, view: KioskView) -> None:
    assert not window.close()
    assert window.isVisible()
    assert "输入密码" in view.pin.sentence.text()
    assert view.pin.field.hasFocus()


def test_the_right_pin_leads_back_to_the_desk(
    window: MainWindow, frame: EventFrame, page: CheckInPage, view: KioskView, qtbot: QtBot
) -> None:
    view.pin.open_button.click()
    press(window, f"{PIN}\r")
    qtbot.waitUntil(lambda: not frame.kiosk_is_on)
    assert not view.isVisible()
    assert page.isVisible()
    assert page.field.input.hasFocus()
    assert not window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert page.side.search.input.hasFocus()


def test_a_wrong_pin_makes_one_wait_longer_each_time_and_scans_go_on(
    window: MainWindow, frame: EventFrame, view: KioskView, event: FakeEvent, qtbot: QtBot
) -> None:
    waits = []
    for _ in range(3):
        view.pin.open_bar()
        view.pin.field.setText("0000")
        view.pin.leave.click()
        qtbot.waitUntil(lambda: view.pin.seconds_to_wait > 0)
        waits.append(view.pin.seconds_to_wait)
        assert "密码不对" in view.pin.sentence.text()
        assert not view.pin.field.isEnabled()
        press(window, "5\r")
        settled(window, qtbot)
        while view.pin.seconds_to_wait:
            view.pin._count_down()
        assert view.pin.field.isEnabled()
    assert waits == [2, 4, 8]
    assert event.codes == ["5", "5", "5"]
    assert frame.kiosk_is_on


def test_a_scan_into_the_pin_field_is_a_scan(
    window: MainWindow, view: KioskView, event: FakeEvent, qtbot: QtBot
) -> None:
    view.pin.open_button.click()
    press(window, f"{CODE}\r")
    settled(window, qtbot)
    assert event.codes == [CODE]
    assert view.pin.field.text() == ""
    assert view.pin.seconds_to_wait == 0


def test_the_camera_reads_for_guests(
    window: MainWindow, frame: EventFrame, page: CheckInPage, cameras: Cameras, qtbot: QtBot,
    event: FakeEvent,
) -> None:  # fmt: skip
    page.camera.switch()
    page.open_kiosk()
    page.kiosk.camera.setChecked(True)
    page.kiosk.begun.emit(PIN, True)
    qtbot.waitUntil(lambda: frame.kiosk_is_on)
    first, second = cameras.made
    assert (first.running, second.running) == ("", "built-in")
    code = "QH1ABC" + "0123456789ABCDEF" * 2
    second.show(picture_of(code))
    qtbot.waitUntil(lambda: event.codes == [code])
    frame.kiosk.view.pin.take_answer(fits=True)
    frame.kiosk._end()
    assert second.running == ""


def test_a_program_that_died_comes_back_locked(
    qtbot: QtBot, qapp: QApplication, event: FakeEvent, cameras: Cameras, tmp_path: Path
) -> None:
    preferences = DeskPreferences(tmp_path / "desk.json")
    preferences.change(
        kiosk="on", kiosk_pin=hash_of(PIN), kiosk_activity="a2", last_event=str(event.path)
    )
    again = DeskPreferences(tmp_path / "desk.json")
    assert _locked_event(again) == event.path
    window = build_window(qapp, event.open, event.make_demo, again)
    qtbot.addWidget(window)
    window.open_path(event.path)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.frame is not None and window.runner.running == 0)
    assert window.frame is not None
    assert window.isFullScreen()
    view = window.frame.kiosk.view
    assert view.isVisible()
    view.scanned.emit("7")
    settled(window, qtbot)
    assert event.asked[-1][:2] == ("7", "a2")
    view.pin_entered.emit(PIN)
    qtbot.waitUntil(lambda: not view.isVisible())
    assert _locked_event(again) is None
    window.close()
    window.runner.close()


def test_the_kept_pin_serves_again(
    window: MainWindow, frame: EventFrame, page: CheckInPage, view: KioskView, qtbot: QtBot
) -> None:
    view.pin_entered.emit(PIN)
    qtbot.waitUntil(lambda: not frame.kiosk_is_on)
    page.open_kiosk()
    assert "留空" in page.kiosk.pin.placeholderText()
    page.kiosk.button.click()
    assert frame.kiosk_is_on
    view.pin_entered.emit(PIN)
    qtbot.waitUntil(lambda: not frame.kiosk_is_on)


@pytest.mark.parametrize("size", [*SIZES, (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("camera", ["scanner", "camera"])
def test_nothing_is_cut_off_for_guests(
    window: MainWindow, view: KioskView, qtbot: QtBot, size: tuple[int, int], camera: str
) -> None:
    window.showNormal()
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    view.begin("第25届中国·青海绿色发展投资贸易洽谈会", camera=camera == "camera")
    come_to_rest()
    assert cut(view) == []
    book = window.frame.check_in._book if window.frame is not None else None
    assert book is not None
    for row in book.rows[8:12]:
        result = scan_result(Verdict.ADMITTED, row, tag="VIP-012")
        view.show_result(result)
        come_to_rest()
        assert cut(view) == [], row.full_name
    view.show_result(replace(result, verdict=Verdict.REVOKED))
    view.pin.show_hint()
    come_to_rest()
    assert cut(view) == []
