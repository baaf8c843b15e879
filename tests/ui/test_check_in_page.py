from dataclasses import replace
from itertools import count

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.key_button import KeyButton
from qhsign.ui.check_in.scan_list_model import RESULT_ROLE, ScanListModel
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.main_window import MainWindow
from qhsign.ui.theme import Look
from support.window_fakes import FakeEvent, scan_result

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def frame(window: MainWindow) -> EventFrame:
    assert window.frame is not None
    window.frame.show_page("check-in")
    return window.frame


@pytest.fixture
def page(frame: EventFrame) -> CheckInPage:
    return frame.check_in


def press(window: QWidget, keys: str) -> None:
    """Send keys to the window, which gives each to whatever has the focus."""
    handle = window.windowHandle()
    for key in keys:
        if key == "\r":
            QTest.keyClick(handle, Qt.Key.Key_Return)
        else:
            QTest.keyClick(handle, key)  # type: ignore[call-overload]  # the stubs forget text


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def test_every_key_is_named_in_the_new_language(window: MainWindow, page: CheckInPage) -> None:
    keys = [each for each in page.findChildren(KeyButton) if each.accessibleName()]
    before = {each: each.accessibleName() for each in keys}
    assert page.camera.key in before
    assert window.frame is not None
    language = "zh" if page.camera.key.accessibleName().isascii() else "en"
    window.frame.language_chosen.emit(language)
    QApplication.processEvents()
    assert [name for key, name in before.items() if key.accessibleName() == name] == []


def test_every_line_is_in_its_place_before_the_verdict_is_painted(
    page: CheckInPage, event: FakeEvent
) -> None:
    names = [each for each in page.verdict.findChildren(QWidget) if each.objectName()]
    places = []
    # A second line, a post, a reason and a foot come and go from one to the next.
    for verdict, row in zip((Verdict.CLOSED, Verdict.ADMITTED), event.rows, strict=False):
        page.verdict.show_result(scan_result(verdict, row))
        at_once = [each.geometry() for each in names]
        QApplication.processEvents()
        assert [each.geometry() for each in names] == at_once
        places.append(at_once)
    assert places[0] != places[1]


def test_the_scan_list_keeps_its_promises(look: Look, event: FakeEvent) -> None:
    model = ScanListModel(look)
    tester = QAbstractItemModelTester(model, FATAL)
    for number in range(230):
        model.add(scan_result(Verdict.ADMITTED, event.rows[number % 40], scan=f"s{number}"))
    assert model.rowCount() == 200
    model.mark_annulled("s229")
    assert model.index(0).data(RESULT_ROLE).annulled
    model.show_results([scan_result(Verdict.ALREADY, event.rows[0])])
    model.show_results([])
    assert tester.model() is model


def test_the_scan_field_is_ready_and_has_no_input_method(page: CheckInPage) -> None:
    assert page.field.input.hasFocus()
    assert not page.field.input.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert page.field.input.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


def test_a_scan_is_answered_shown_listed_and_counted(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "3\r")
    settled(window, qtbot)
    assert event.asked[-1][0:2] == ("3", "a1")
    assert event.asked[-1][2] == "1号台"
    assert page.field.input.text() == ""
    assert page.verdict.property("tone") == "ok"
    assert page.verdict.accessibleName().startswith("签到成功 易卜雷")
    assert page.side.scans.rowCount() == 1
    qtbot.waitUntil(lambda: page.side.counters._numbers[1].text() == "1")


def test_an_empty_line_is_no_scan(window: MainWindow, page: CheckInPage, event: FakeEvent) -> None:
    press(window, "\r\r")
    page.field.submit("   ")
    assert event.asked == []


def test_a_burst_of_scans_is_answered_in_order_and_none_is_lost(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    codes = [str(number % 40 + 1) for number in range(60)]
    for code in codes:
        press(window, f"{code}\r")
    settled(window, qtbot)
    assert event.codes == codes
    assert page.side.scans.rowCount() == 60
    assert len({str(each[3]) for each in event.asked}) == 60, "every scan has its own nonce"
    qtbot.waitUntil(lambda: page.side.counters._numbers[1].text() == "40")


def test_keys_that_land_elsewhere_reach_the_scan_field(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    widgets = (page.side.scan_list, page.direction._group.button(1), page.override_key)
    for widget in widgets:
        widget.setFocus()
        press(window, "12\r")
        settled(window, qtbot)
    assert event.codes == ["12", "12", "12"]
    assert page.direction.current == 0


def test_a_burst_in_the_search_field_is_a_scan_and_leaves_the_search_alone(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.find_guest()
    page.side.search.input.setText("王")
    press(window, "QH1ABC0000000\r")
    settled(window, qtbot)
    assert event.codes == ["QH1ABC0000000"]
    assert page.side.search.text in {"王", ""}
    assert page.field.input.hasFocus()


def test_slow_typing_in_the_search_field_is_a_search(
    window: MainWindow,
    page: CheckInPage,
    event: FakeEvent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = count(1_000, 600)
    monkeypatch.setattr(page._stray.burst, "now", lambda _: next(clock))
    page.find_guest()
    press(window, "zhanghonglia\r")
    settled(window, qtbot)
    assert event.codes == []
    assert page.side.guests.rowCount() == 3


def test_a_key_typed_before_a_burst_is_not_part_of_it(
    window: MainWindow,
    page: CheckInPage,
    event: FakeEvent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times = iter([0, 90, 500, 500, *range(503, 600, 3)])
    monkeypatch.setattr(page._stray.burst, "now", lambda _: next(times))
    page.find_guest()
    press(window, "zh")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    press(window, "QH1ABC0000000\r")
    settled(window, qtbot)
    assert event.codes == ["QH1ABC0000000"]


def test_a_guest_without_a_badge_is_found_and_checked_in(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F3)
    assert page.side.search.input.hasFocus()
    page.side.search.input.setText("oyw")
    assert page.side.guests.rowCount() == 3
    page.side.search.entered.emit()
    assert page.side.guest_list.hasFocus()
    QTest.keyClick(page.side.guest_list, Qt.Key.Key_Down)
    QTest.keyClick(page.side.guest_list, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert event.asked[-1][:2] == ("g17", "a1")
    assert page.verdict.result is not None
    assert page.side.search.text == ""
    assert page.field.input.hasFocus()


def test_the_only_guest_found_is_checked_in_with_enter(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.find_guest()
    page.side.search.input.setText("00021")
    page.side.search.entered.emit()
    settled(window, qtbot)
    assert event.asked[-1][0] == "g21"


def test_a_bare_number_offers_the_guest_for_a_look(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    result = scan_result(Verdict.UNKNOWN, event.rows[4])
    found = scan_result(Verdict.ALREADY, event.rows[4]).guest
    page._answered(replace(result, guest=found), "a1")
    assert page.side.search.text == "00005"
    assert page.side.guests.rowCount() == 1
    press(window, "6\r")
    settled(window, qtbot)
    assert page.side.search.text == ""


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_face_and_a_sentence(
    window: MainWindow, page: CheckInPage, verdict: Verdict, qtbot: QtBot
) -> None:
    page.field.submit(verdict)
    settled(window, qtbot)
    tones = {
        "ok": {"admitted", "re-entered", "unsynced"},
        "neutral": {"exited"},
        "warn": {"already", "too-early", "closed", "wrong-zone", "not-inside"},
    }
    tone = next((name for name, those in tones.items() if verdict in those), "bad")
    assert page.verdict.property("tone") == tone
    assert page.verdict._band._word.text()
    assert page.may_override == (tone in {"warn", "bad"} and verdict != "unknown")
    assert page.override_key.isEnabled() == page.may_override
    page.verdict.grab()


def test_a_supervisor_lets_in_with_a_reason_and_the_verdict_stays(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "revoked\r")
    settled(window, qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    reason = page.verdict.override_bar.reason
    assert reason.hasFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert len(event.asked) == 1, "no reason, no override"
    QTest.keyClicks(reason, "OK by hand")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert event.asked[-1] == ("s0", "OK by hand")
    assert page.verdict.property("tone") == "ok"
    assert page.verdict._band._word.text() == "主管放行"
    assert page.verdict._band._second.text() == "证件已作废"
    assert page.side.scans.rowCount() == 1
    assert page.field.input.hasFocus()
    assert not page.may_override


def test_escape_leaves_the_override(window: MainWindow, page: CheckInPage, qtbot: QtBot) -> None:
    page.field.submit("not-invited")
    settled(window, qtbot)
    page.ask_override()
    QTest.keyClick(page.verdict.override_bar.reason, Qt.Key.Key_Escape)
    assert not page.verdict.override_bar.is_open
    assert page.field.input.hasFocus()


def test_a_scan_during_the_override_is_answered_and_the_reason_is_dropped(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.field.submit("not-invited")
    settled(window, qtbot)
    page.ask_override()
    press(window, "QH1ABC0000000\r")
    settled(window, qtbot)
    assert event.codes[-1] == "QH1ABC0000000"
    assert page.verdict.property("tone") == "ok"
    assert all(len(each) > 2 for each in event.asked), "nothing was overruled"


def test_a_check_in_is_annulled_in_its_row_with_a_reason(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.field.submit("5")
    settled(window, qtbot)
    page.show_scans()
    QTest.keyClick(page.side.scan_list, Qt.Key.Key_Delete)
    editor = page.side.scan_list.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "scanned the wrong one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: event.asked[-1] == ("s0", "scanned the wrong one"))
    settled(window, qtbot)
    assert page.side.scans.index(0).data(RESULT_ROLE).annulled
    assert page.side.counters._numbers[1].text() == "0"


def test_leaving_the_reason_field_annuls_nothing(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.field.submit("5")
    settled(window, qtbot)
    page.side.scan_list.ask_reason(page.side.scans.index(0))
    editor = page.side.scan_list.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "half a rea")
    page.focus_scan()
    settled(window, qtbot)
    assert len(event.asked) == 1


def test_refusals_have_nothing_to_annul(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    page.field.submit("not-invited")
    settled(window, qtbot)
    page.side.scan_list.ask_reason(page.side.scans.index(0))
    assert page.side.scan_list.findChild(QLineEdit) is None


def test_exit_scans_are_sent_as_exits(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F4)
    press(window, "7\r")
    settled(window, qtbot)
    assert event.asked[-1][-1] is True


def test_at_an_exit_a_guest_without_a_badge_leaves_and_the_desk_stays_an_exit(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    page.switch_direction()
    assert page.field.input.placeholderText() == "请扫描离场者的证件"
    page.find_guest()
    page.side.search.input.setText("00012")
    page.side.search.entered.emit()
    settled(window, qtbot)
    result = page.verdict.result
    assert result is not None
    assert (result.verdict, result.leaving) == (Verdict.EXITED, True)
    assert window._parts.preferences.settings.direction == "out"
    page.switch_direction()
    assert window._parts.preferences.settings.direction == "in"


def test_the_panel_goes_back_to_the_prompt_with_the_last_name(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    page.field.submit("3")
    settled(window, qtbot)
    assert page.verdict._timer.interval() == 20_000
    page.verdict._timer.timeout.emit()
    assert page.verdict.is_idle
    assert "易卜雷" in page.verdict._idle._last.text()
    page.field.submit("4")
    settled(window, qtbot)
    assert not page.verdict.is_idle


def test_a_scan_that_cannot_be_stored_says_so(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    event.problem = ProblemForUser("event-missing", path="x.qhsign")
    page.field.submit("3")
    settled(window, qtbot)
    assert page.verdict.property("tone") == "bad"
    assert "x.qhsign" in page.verdict.accessibleName()
    event.problem = None
    page.field.submit("3")
    settled(window, qtbot)
    assert page.verdict.property("tone") == "ok"


def test_an_answer_for_another_activity_is_not_shown_here(
    window: MainWindow, frame: EventFrame, qtbot: QtBot
) -> None:
    frame.check_in.field.submit("3")
    frame._choose_activity("a2")
    settled(window, qtbot)
    assert frame.check_in.verdict.is_idle
    assert frame.check_in.side.scans.rowCount() == 0
    frame._choose_activity("a1")
    settled(window, qtbot)
    assert frame.check_in.side.scans.rowCount() == 1


def test_without_activities_the_screen_says_what_to_do(
    window: MainWindow, frame: EventFrame, event: FakeEvent, qtbot: QtBot
) -> None:
    event.activities = []
    frame._load_activities()
    qtbot.waitUntil(lambda: not frame.check_in.may_scan)
    assert "活动" in frame.check_in.verdict._idle._title.text()
    frame.check_in.field.submit("3")
    assert event.codes == []


def test_a_vip_has_a_gold_strip_and_a_chip(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    page.field.submit("3")
    settled(window, qtbot)
    body = page.verdict._body
    assert body._strip.isVisible()
    assert body._vip.isVisible()
    page.field.submit("4")
    settled(window, qtbot)
    assert not body._strip.isVisible()


def test_narrow_windows_keep_search_and_scans_behind_keys(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    window.resize(911, 512)
    qtbot.waitUntil(lambda: not page.side.isVisible())
    press(window, "5\r")
    settled(window, qtbot)
    qtbot.waitUntil(lambda: page._short.text() == "实到1 / 40")
    page.find_guest()
    assert page.side.isVisible()
    assert not page.verdict.isVisible()
    press(window, "QH1ABC0000000\r")
    settled(window, qtbot)
    assert page.verdict.isVisible()
    assert not page.side.isVisible()
    window.resize(1366, 768)
    qtbot.waitUntil(page.side.isVisible)


def test_tab_ends_a_line_like_enter(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "8")
    QTest.keyClick(page.field.input, Qt.Key.Key_Tab)
    settled(window, qtbot)
    assert event.codes == ["8"]
    assert page.field.input.hasFocus()


def test_a_line_feed_ends_a_line_like_enter(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "8")
    for key, modifier, text in (
        (Qt.Key(0x0A), Qt.KeyboardModifier.NoModifier, "\n"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, "\r"),
    ):
        page.field.input.setText("8")
        line_feed = QKeyEvent(QEvent.Type.KeyPress, key, modifier, text)
        QApplication.sendEvent(page.field.input, line_feed)
    settled(window, qtbot)
    assert event.codes == ["8", "8"]


def test_figures_are_read_again_without_piling_up(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    settled(window, qtbot)
    for _ in range(50):
        page._work.count()
    assert window.runner.running <= 1
    settled(window, qtbot)
