"""The desk's work beside scanning: registering at the door, printing one badge."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.guest import Category
from qhsign.domain.name_reading import Reading
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.search import search_text
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.findings import Finding
from qhsign.services.guest_records import GuestRow
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.counter import Counter
from qhsign.ui.check_in.scan_list_model import RESULT_ROLE
from qhsign.ui.guests.namesakes import namesakes
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.counter_fakes import FakeCounter
from support.window_fakes import FakeEvent, guest_row


@pytest.fixture
def fake(event: FakeEvent) -> FakeCounter:
    return FakeCounter(event)


@pytest.fixture
def window(
    fake: FakeCounter, tmp_path: Path, open_window: Callable[[OpenEvent], MainWindow]
) -> MainWindow:
    DeskPreferences().change(print_folder=str(tmp_path / "prints"))
    made = open_window(fake.open)
    assert made.frame is not None
    made.frame.show_page("check-in")
    return made


@pytest.fixture
def page(window: MainWindow) -> CheckInPage:
    assert window.frame is not None
    return window.frame.check_in


@pytest.fixture
def counter(page: CheckInPage) -> Counter:
    assert page.counter is not None
    return page.counter


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)


def test_somebody_at_the_door_is_registered_and_checked_in_by_keys_alone(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_F6)
    assert counter.walk_in.name.hasFocus()
    counter.walk_in.name.setText("马小龙")
    press(window, Qt.Key.Key_Return)
    assert counter.walk_in.organization.hasFocus()
    counter.walk_in.organization.setText("海东农业集团")
    press(window, Qt.Key.Key_Return)
    counter.walk_in.title.setText("经理")
    counter.walk_in._categories.button(3).click()
    counter.walk_in.title.setFocus()
    press(window, Qt.Key.Key_Return)
    settled(window, qtbot)
    ((guest, desk),) = fake.registered
    assert (guest.name, guest.organization, guest.title) == ("马小龙", "海东农业集团", "经理")
    assert guest.category is list(Category)[3]
    assert desk == "1号台"
    assert page.verdict.accessibleName().startswith("签到成功 马小龙")
    assert page.field.input.hasFocus()
    assert not counter.panel_is_open
    assert counter.walk_in.name.text() == ""
    assert any(row.full_name == "马小龙" for row in page._book.rows), "the list has been read again"


def test_pressing_twice_registers_once(
    window: MainWindow, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    counter.open_walk_in()
    counter.walk_in.name.setText("马小龙")
    counter.walk_in._register()
    counter.walk_in._register()
    settled(window, qtbot)
    assert len(fake.registered) == 1


def test_without_a_name_nobody_is_registered_and_a_sentence_says_why(
    window: MainWindow, counter: Counter, fake: FakeCounter
) -> None:
    counter.open_walk_in()
    counter.walk_in.organization.setText("某单位")
    counter.walk_in.button.click()
    assert fake.registered == []
    assert "没有写姓名" in counter.walk_in.notice.sentence
    assert counter.walk_in.name.hasFocus()
    counter.walk_in.name.setText("王")
    assert counter.walk_in.notice.isHidden()


def test_what_was_written_stays_when_it_could_not_be_stored(
    window: MainWindow, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    fake.problem = ProblemForUser("disk-full", path="e.qhsign", mebibytes=3)
    counter.open_walk_in()
    counter.walk_in.name.setText("马小龙")
    counter.walk_in.button.click()
    settled(window, qtbot)
    assert counter.walk_in.notice.isVisible()
    assert counter.walk_in.name.text() == "马小龙"
    assert counter.walk_in.button.isEnabled()


def test_a_namesake_on_the_list_is_shown_and_checked_in_instead(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    counter.open_walk_in()
    counter.walk_in.name.setText("易")
    assert counter.walk_in.namesake_list.isHidden()
    counter.walk_in.name.setText("易卜雷")
    assert counter.walk_in.namesake_list.isVisible()
    found = counter.walk_in.guests.guest_at(0)
    assert found.full_name == "易卜雷"
    counter.walk_in.namesake_list.setFocus()
    counter.walk_in.namesake_list.setCurrentIndex(counter.walk_in.guests.index(0))
    press(window, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert fake.registered == []
    assert page.verdict.accessibleName().startswith("签到成功 易卜雷")


def test_a_scan_in_between_leaves_the_writing_alone(
    window: MainWindow, page: CheckInPage, counter: Counter, qtbot: QtBot
) -> None:
    window.resize(911, 512)
    qtbot.waitUntil(lambda: window.width() == 911)
    counter.open_walk_in()
    assert page.verdict.isHidden()
    counter.walk_in.name.setText("马小龙")
    page.field.submit("3")
    settled(window, qtbot)
    assert page.verdict.isVisible()
    counter.open_walk_in()
    assert counter.walk_in.name.text() == "马小龙"
    press(window, Qt.Key.Key_Escape)
    assert page.verdict.isVisible()
    assert page.field.input.hasFocus()


def test_f8_prints_the_badge_of_the_last_person(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot,
    tmp_path: Path,
) -> None:  # fmt: skip
    assert not counter.print_key.isEnabled()
    press(window, Qt.Key.Key_F8)
    page.field.submit("5")
    settled(window, qtbot)
    assert counter.print_key.toolTip() == "打印单雄信的证件"
    press(window, Qt.Key.Key_F8)
    settled(window, qtbot)
    counter.print_badge()
    counter.print_badge()
    settled(window, qtbot)
    assert fake.printed == 2 * [(5, tmp_path / "prints")], "pressed twice, printed once"
    assert "badge-00005.pdf" in counter.notice.sentence
    assert page.field.input.hasFocus()


def test_what_the_check_found_is_said_with_the_path(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    fake.findings = (Finding("00005", "printed-before", {"name": "单雄信"}),)
    page.field.submit("5")
    settled(window, qtbot)
    counter.print_badge()
    settled(window, qtbot)
    assert "badge-00005.pdf" in counter.notice.sentence
    assert "单雄信 的证件已经打印过" in counter.notice.sentence
    fake.problem = ProblemForUser("not-vetted", name="单雄信")
    counter.print_badge()
    settled(window, qtbot)
    assert "还没有通过审核" in counter.notice.sentence


@pytest.mark.parametrize("code", ["revoked", "cancelled", "not-vetted", "forged", "unknown"])
def test_who_was_turned_away_gets_no_badge(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot,
    code: str,
) -> None:  # fmt: skip
    page.field.submit("5")
    page.field.submit(code)
    settled(window, qtbot)
    assert not counter.print_key.isEnabled()
    press(window, Qt.Key.Key_F8)
    settled(window, qtbot)
    assert fake.printed == []


def test_another_activity_begins_without_a_person(
    window: MainWindow, page: CheckInPage, counter: Counter, qtbot: QtBot
) -> None:
    page.field.submit("5")
    settled(window, qtbot)
    assert window.frame is not None
    window.frame._choose_activity("a2")
    assert not counter.print_key.isEnabled()


def test_the_words_follow_the_language(window: MainWindow, counter: Counter) -> None:
    window._choose_language(Language.ENGLISH)
    QApplication.processEvents()
    assert counter.walk_in.button.text() == "Register and check in"
    assert counter.walk_in_key.accessibleName() == "Register"
    window._choose_language(Language.CHINESE)
    QApplication.processEvents()
    assert counter.walk_in.button.text() == "登记并签到"


def called(number: int, name: str, organization: str) -> GuestRow:
    reading = Reading(("ōu", "yáng", "wén"))
    text = search_text(full_name=name, reading=reading, organization=organization)
    return guest_row(number, full_name=name, organization=organization, search_text=text)


def test_a_name_finds_its_namesakes_the_same_name_first_and_no_house() -> None:
    rows = [
        called(1, "欧阳文静", "海东农业集团"),
        called(2, "李刚", "欧阳文旅公司"),
        called(3, "欧阳文", "三江源文旅"),
    ]
    assert [row.number for row in namesakes(rows, "欧阳 文", 8)] == [3, 1]
    assert [row.number for row in namesakes(rows, "欧阳文", 1)] == [3]
    assert [row.number for row in namesakes(rows, "ouyang", 8)] == [1, 2, 3]
    assert namesakes(rows, "欧", 8) == ()
    assert namesakes(rows, "", 8) == ()


def test_a_rehearsal_is_loud_stands_apart_and_leaves_no_trace_when_it_ends(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    page.field.submit("5")
    settled(window, qtbot)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert page.is_rehearsing
    assert frame.rehearsal_strip.isVisible()
    assert frame._rehearsal_mark.geometry() == frame.rect()
    assert page.verdict.is_idle
    assert page.side.scans.rowCount() == 0
    page.field.submit("3")
    settled(window, qtbot)
    assert [each.guest.id for each in fake.rehearsals if each.guest] == ["g3"]
    assert "g3" not in page._book.arrivals
    assert page.side.scans.rowCount() == 1
    assert not counter.print_key.isEnabled(), "a rehearsal hands out no badges"
    assert not counter.walk_in_key.isEnabled()
    frame.show_page("guests")
    assert frame.rehearsal_strip.isVisible(), "the mark stands over every screen"
    frame.rehearsal_strip._button.click()
    settled(window, qtbot)
    assert not frame.rehearsal_strip.isVisible()
    assert not frame._rehearsal_mark.isVisible()
    assert page.side.scans.rowCount() == 1
    assert page.side.scans.index(0).data(RESULT_ROLE).guest.id == "g5"


def test_a_scan_handed_in_before_the_rehearsal_stays_real(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    page.field.submit("5")
    counter.switch_rehearsal()
    page.field.submit("7")
    counter.switch_rehearsal()
    page.field.submit("8")
    settled(window, qtbot)
    assert fake.event.codes == ["5", "8"]
    assert len(fake.rehearsals) == 1


def test_the_menu_says_how_things_stand(page: CheckInPage, counter: Counter) -> None:
    page.more.fill()
    marks = {each.text().partition("\t")[0]: each.isChecked() for each in page.more._menu.actions()}
    assert marks == {"补签": False, "演练": False, "自助签到": False, "提示音": True}
    counter.switch_rehearsal()
    page.more.fill()
    marks = {each.text().partition("\t")[0]: each.isChecked() for each in page.more._menu.actions()}
    assert marks["演练"]


def write_sheet(window: MainWindow, counter: Counter, qtbot: QtBot, text: str) -> None:
    counter.open_late_sheet()
    counter.late_sheet.sheet.setPlainText(text)
    assert not counter.late_sheet.button.isEnabled(), "what is shown does not hold any more"
    counter.late_sheet.read()
    settled(window, qtbot)


def test_a_paper_sheet_is_read_entered_and_taken_back_with_a_reason(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    panel = counter.late_sheet
    assert panel.sheet.hasFocus()
    assert (panel.day.text(), panel.time.text()) == ("2026-07-11", "09:00")
    panel.time.setText("08:45")
    write_sheet(window, counter, qtbot, "5\n2\n7\n王五")
    assert [panel.preview.item(row).text().split("  ")[:2] for row in range(4)] == [
        ["00005 单雄信", "08:45"],
        ["00002 李刚", "已于到场"],
        ["00007 吕布", "08:45"],
        ["王五", "名单上没有"],
    ]
    assert panel.button.text() == "补签2人"
    panel.button.click()
    settled(window, qtbot)
    ((activity, arrivals, desk),) = fake.entered
    assert (activity, desk) == ("a1", "1号台")
    assert {guest: f"{at:%H:%M%z}" for guest, at in arrivals.items()} == {
        "g5": "08:45+0800",
        "g7": "08:45+0800",
    }
    assert page.field.input.hasFocus()
    assert panel.sheet.toPlainText() == ""
    notice = counter.late_notice
    assert notice.isVisible()
    notice.button.click()
    assert fake.annulled == [], "a reason is wanted first"
    notice.reason.setText("贴错了一页")
    press(window, Qt.Key.Key_Return)
    settled(window, qtbot)
    assert fake.annulled == [("sheet", "贴错了一页")]
    assert counter.notice.sentence == "已撤销2条补签。"


def test_a_sheet_that_could_not_be_stored_is_still_there(
    window: MainWindow, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    write_sheet(window, counter, qtbot, "5")
    fake.problem = ProblemForUser("late-sheet-empty")
    counter.late_sheet.button.click()
    settled(window, qtbot)
    assert "没有需要补签的人" in counter.late_sheet.notice.sentence
    assert counter.late_sheet.sheet.toPlainText() == "5"
    assert counter.late_sheet.button.isEnabled()


def test_a_day_that_is_none_is_said(window: MainWindow, counter: Counter, qtbot: QtBot) -> None:
    counter.open_late_sheet()
    counter.late_sheet.day.setText("7月11日")
    write_sheet(window, counter, qtbot, "5")
    assert "2026-07-11" in counter.late_sheet.notice.sentence
    assert not counter.late_sheet.button.isEnabled()


def test_keys_typed_into_the_sheet_stay_there(
    window: MainWindow, page: CheckInPage, counter: Counter, fake: FakeCounter, qtbot: QtBot
) -> None:
    counter.open_late_sheet()
    QTest.keyClicks(counter.late_sheet.sheet, "12")
    assert counter.late_sheet.sheet.toPlainText() == "12"
    assert page.field.input.text() == ""
    press(window, Qt.Key.Key_Escape)
    assert page.field.input.hasFocus()
    counter.open_late_sheet()
    assert counter.late_sheet.sheet.toPlainText() == "12"


@pytest.mark.parametrize("width", [911, 1366])
def test_the_row_of_keys_comes_to_rest(
    window: MainWindow, page: CheckInPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    window.resize(width, 512)
    qtbot.waitUntil(lambda: window.width() == width)
    for _ in range(5):
        QApplication.processEvents()
    fitted: list[str] = []
    monkeypatch.setattr(page._keys, "fit", partial(fitted.append, "again"))
    for _ in range(5):
        QApplication.processEvents()
    assert fitted == [], "a row that fits itself without end would hold up every scan"
