from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.check_in import Verdict
from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.scan_list_model import RESULT_ROLE
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.clipping import SIZES, cut
from support.window_fakes import ACTIVITY, FakeEvent, scan_result

CODE = "QH1ABC" + "0" * 32


@pytest.fixture
def event() -> FakeEvent:
    return FakeEvent(40, (replace(ACTIVITY, tags=TagRule.TYPED),))


@pytest.fixture
def window(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    made = open_window(event.open)
    assert made.frame is not None
    made.frame.show_page("check-in")
    return made


@pytest.fixture
def page(window: MainWindow) -> CheckInPage:
    assert window.frame is not None
    return window.frame.check_in


def press(window: MainWindow, keys: str) -> None:
    handle = window.windowHandle()
    for key in keys:
        if key == "\r":
            QTest.keyClick(handle, Qt.Key.Key_Return)
        else:
            QTest.keyClick(handle, key)  # type: ignore[call-overload]  # the stubs forget text


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def test_a_tag_is_typed_after_the_arrival_and_the_next_badge_can_come(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "4\r")
    settled(window, qtbot)
    cell = page.verdict.foot.tag
    assert cell.field.hasFocus()
    press(window, "a06\r")
    settled(window, qtbot)
    assert event.asked[-1] == ("s0", "a06")
    assert cell._tag.text() == "A06"
    assert not cell.field.isVisible()
    assert page.field.input.hasFocus()
    row = page.side.scans.index(0)
    assert row.data(RESULT_ROLE).tag == "A06"
    assert "号码牌A06" in row.data()


def test_a_scan_instead_of_a_tag_is_a_scan(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "4\r")
    settled(window, qtbot)
    press(window, f"{CODE}\r")
    settled(window, qtbot)
    assert event.codes == ["4", CODE]
    assert page.verdict.foot.tag.field.text() == ""


def test_enter_without_a_tag_goes_back_to_scanning(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    for leave in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press(window, "4\r")
        settled(window, qtbot)
        assert page.verdict.foot.tag.field.hasFocus()
        QTest.keyClick(window.windowHandle(), leave)
        assert page.field.input.hasFocus()


def test_a_taken_tag_is_refused_in_place_and_can_be_mended(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "4\r")
    settled(window, qtbot)
    event.problem = ProblemForUser("tag-taken", tag="A06", name="李刚")
    press(window, "a06\r")
    settled(window, qtbot)
    cell = page.verdict.foot.tag
    assert cell._error.text() == "号码牌 A06 已发给李刚：请换一个号码。"
    assert cell.field.hasFocus()
    event.problem = None
    press(window, "a07\r")
    settled(window, qtbot)
    assert cell._tag.text() == "A07"
    assert not cell._error.isVisible()


def test_f5_mends_a_tag_that_was_misread(
    window: MainWindow, page: CheckInPage, event: FakeEvent, qtbot: QtBot
) -> None:
    press(window, "4\ra06\r")
    settled(window, qtbot)
    page._work.give_tag(page.side.scans.index(0).data(RESULT_ROLE), "A06")
    settled(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F5)
    field = page.verdict.foot.tag.field
    assert field.hasFocus()
    assert field.selectedText() == "A06"
    press(window, "a60\r")
    settled(window, qtbot)
    assert page.verdict.foot.tag._tag.text() == "A60"


def test_nothing_is_typed_for_who_was_refused_or_leaves(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    for code in ("not-invited", "exited", "forged"):
        page.field.submit(code)
        settled(window, qtbot)
        assert not page.may_tag, code
        assert page.field.input.hasFocus()


def test_writing_in_a_form_goes_on_while_somebody_else_scans(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    page.find_guest()
    page.field.submit("4")
    settled(window, qtbot)
    assert page.side.search.input.hasFocus()


def test_the_idle_prompt_waits_for_a_tag_being_typed_and_for_no_other(
    window: MainWindow, page: CheckInPage, qtbot: QtBot
) -> None:
    press(window, "4\rA")
    settled(window, qtbot)
    page.verdict.foot.tag.ask()
    idle = []
    for text in ("A0", ""):
        page.verdict.foot.tag.field.setText(text)
        page.verdict.be_idle()
        idle.append(page.verdict.is_idle)
    assert idle == [False, True]
    assert page.field.input.hasFocus()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_seat_tag_and_field_fit(
    window: MainWindow, page: CheckInPage, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window._choose_language(language)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    settled(window, qtbot)
    QApplication.processEvents()
    row = page._book.rows[2]
    for tag in ("", "VIP-A-000123"):
        page._answered(scan_result(Verdict.ADMITTED, row, tag=tag), "a1")
        QApplication.processEvents()
        assert cut(window) == []
    page.verdict.foot.tag.show_problem(ProblemForUser("tag-taken", tag="A06", name="李刚"))
    QApplication.processEvents()
    assert cut(window) == []
    window._choose_language("zh")
