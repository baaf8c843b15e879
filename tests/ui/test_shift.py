"""Who works at the desk: signing in, what is greyed, a supervisor's word at the counter."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from qhsign.domain.roles import Act, Role
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services import activities, audit, operators
from qhsign.services.desk import Desk
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.settings.operator_section import OperatorSection
from qhsign.ui.shift.shift_button import ShiftButton
from support.desks import add_guest, fresh_desk
from support.real_windows import RealEvent, opening, settle, write

if TYPE_CHECKING:
    from qhsign.ui.reports.reports_page import ReportsPage

PIN, OTHER_PIN = "2580", "1379"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as opened:
        add_guest(opened, "韩秋月")
        yield opened


@pytest.fixture
def staffed(desk: Desk) -> Desk:
    operators.add_operator(desk, "马管理", Role.ADMINISTRATOR, PIN)
    operators.add_operator(desk, "李主管", Role.SUPERVISOR, OTHER_PIN)
    operators.add_operator(desk, "赵签到", Role.CHECK_IN)
    return desk


@pytest.fixture
def event(desk: Desk) -> RealEvent:
    return RealEvent(desk.file.path)


@pytest.fixture
def window(event: RealEvent, open_window: Callable[[OpenEvent], MainWindow]) -> MainWindow:
    return open_window(opening("赵签到"))


def button_of(window: MainWindow) -> ShiftButton:
    assert window.frame is not None
    button = window.frame.top_bar._shift
    assert button is not None
    return button


def take_over(window: MainWindow, name: str, pin: str, qtbot: QtBot) -> None:
    button = button_of(window)
    button.open()
    panel = button.panel
    names = [panel.names.item(place).text() for place in range(panel.names.count())]
    panel.names.setCurrentRow(next(i for i, text in enumerate(names) if text.startswith(name)))
    QTest.keyClick(panel.names, Qt.Key.Key_Return)
    if pin:
        panel.pin.setText(pin)
        QTest.keyClick(panel.pin, Qt.Key.Key_Return)
    settle(window, qtbot)


def section_of(window: MainWindow, qtbot: QtBot) -> OperatorSection:
    assert window.frame is not None
    window.frame.show_page("settings")
    settle(window, qtbot)
    page = window.frame.settings
    assert page.operators is not None
    page.show_section(6)
    return page.operators


def test_without_operators_nothing_is_asked_or_greyed(window: MainWindow, qtbot: QtBot) -> None:
    assert not button_of(window).isVisible()
    section = section_of(window, qtbot)
    assert section.new_name.isEnabled()
    assert window.frame is not None
    assert all(window.frame.rights.may(act) for act in Act)


def test_the_first_person_entered_works_here_at_once(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    section = section_of(window, qtbot)
    section.new_name.setText("马管理")
    section.new_role.choose("check-in")
    section.new_pin.setText(PIN)
    section.add.click()
    qtbot.waitUntil(lambda: bool(section.add_field.error))
    assert "管理员" in section.add_field.error
    section.new_role.choose("administrator")
    section.add.click()
    qtbot.waitUntil(lambda: button_of(window).isVisible())
    settle(window, qtbot)
    assert button_of(window).text() == "马管理"
    assert section.name.isEnabled()
    write(section.pin, "24680")
    settle(window, qtbot)
    assert operators.list_operators(desk)[0].has_pin
    section.remove.click()
    qtbot.waitUntil(lambda: not button_of(window).isVisible())
    settle(window, qtbot)
    assert window.frame is not None
    window.frame.settings.notice._button.click()
    qtbot.waitUntil(lambda: button_of(window).isVisible())


def test_who_needs_no_pin_goes_on_and_another_takes_over_on_the_same_screen(
    staffed: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    assert button_of(window).text() == "赵签到"
    section = section_of(window, qtbot)
    assert not section.new_name.isEnabled()
    assert not frame.settings.event_section.rows["title"].isEnabled()  # type: ignore[union-attr]
    assert "管理员" in frame.settings.event_section.rows["title"].toolTip()  # type: ignore[union-attr]
    take_over(window, "马管理", "0000", qtbot)
    assert "密码不对" in button_of(window).panel.error
    button_of(window).panel.pin.setText(PIN)
    QTest.keyClick(button_of(window).panel.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: button_of(window).text() == "马管理")
    assert (frame.page, window.frame) == ("settings", frame)
    assert section.new_name.isEnabled()
    assert DeskPreferences().settings.operator == "马管理"
    assert audit.trail(staffed, limit=1)[0].new == {"signed_in": "马管理"}
    button_of(window).open()
    button_of(window).panel.leave.click()
    settle(window, qtbot)
    assert frame.rights.working.operator is None
    assert not section.new_name.isEnabled()


def test_commands_and_buttons_ask_for_the_role(
    staffed: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    by_id = {command.id: command for command in frame.commands}
    for command in ("import-list", "export-list", "print-out"):
        assert not by_id[command].enabled_when()
    frame.show_page("print")
    settle(window, qtbot)
    assert not frame.screens.screen_of("print").foot.button.isEnabled()  # type: ignore[attr-defined]
    take_over(window, "李主管", OTHER_PIN, qtbot)
    for command in ("import-list", "export-list", "print-out"):
        assert by_id[command].enabled_when()
    qtbot.waitUntil(frame.screens.screen_of("print").foot.button.isEnabled)  # type: ignore[attr-defined]


def test_a_supervisor_lets_in_beside_the_clerk(
    staffed: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    activities.set_activity(staffed, "1", {"invited": "listed"})
    frame.show_page("check-in")
    settle(window, qtbot)
    frame.work.check_in(frame.book.rows[0].id)
    settle(window, qtbot)
    frame.check_in.ask_override()
    bar = frame.check_in.verdict.override_bar
    word = bar._supervisor
    assert word is not None
    assert word.who.text() == "李主管"
    bar.reason.setText("本人到场")
    word.pin.setText("0000")
    QTest.keyClick(word.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(bar._problem.isVisible)
    assert bar.is_open
    word.pin.clear()
    write(word.pin, OTHER_PIN)
    qtbot.waitUntil(lambda: not bar.is_open)
    settle(window, qtbot)
    assert frame.check_in.verdict.result is not None
    assert frame.check_in.verdict.result.overridden
    assert frame.rights.working.name == "赵签到"


def test_a_supervisor_who_works_here_needs_no_second_word(
    staffed: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    take_over(window, "李主管", OTHER_PIN, qtbot)
    activities.set_activity(staffed, "1", {"invited": "listed"})
    frame.show_page("check-in")
    settle(window, qtbot)
    frame.work.check_in(frame.book.rows[0].id)
    settle(window, qtbot)
    frame.check_in.ask_override()
    bar = frame.check_in.verdict.override_bar
    assert bar._supervisor is not None
    assert not bar._supervisor.isVisible()
    write(bar.reason, "本人到场")
    settle(window, qtbot)
    assert frame.check_in.verdict.result is not None
    assert frame.check_in.verdict.result.overridden


def test_who_may_not_annul_is_told_who_may(staffed: Desk, window: MainWindow, qtbot: QtBot) -> None:
    frame = window.frame
    assert frame is not None
    frame.show_page("check-in")
    settle(window, qtbot)
    frame.work.check_in(frame.book.rows[0].id)
    settle(window, qtbot)
    scans = frame.check_in.side.scan_list
    first = scans.model().index(0, 0)
    scans.ask_reason(first)
    assert scans.findChildren(QLineEdit) == []
    assert "主管" in QToolTip.text()
    counter = frame.check_in.desk_counter
    assert counter is not None
    assert not counter.late_notice.button.isEnabled()
    take_over(window, "李主管", OTHER_PIN, qtbot)
    scans.ask_reason(first)
    assert scans.findChildren(QLineEdit) != []
    assert counter.late_notice.button.isEnabled()


def test_a_role_changed_at_another_desk_holds_here(
    staffed: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.frame is not None
    assert not window.frame.rights.may(Act.EDIT)
    operators.set_operator(replace(staffed, shift=None), "赵签到", {"role": "editor"})
    window.frame._look_outside()
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.rights.may(Act.EDIT))


def test_reports_are_written_by_whom_the_role_allows(
    staffed: Desk, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask_where(*given: object) -> tuple[str, str]:
        asked.append(given)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask_where)
    frame = window.frame
    assert frame is not None
    frame.show_page("reports")
    settle(window, qtbot)
    page = cast("ReportsPage", frame.screens.screen_of("reports"))
    page.trail.bar.purpose.setText("存档")
    buttons = (
        page.exports.button, page.trail.bar.export, page.trail.bar.write,
        *page.figures.brief.buttons.values(),
    )  # fmt: skip
    assert [button.isEnabled() for button in buttons] == [False] * len(buttons)
    assert page.trail.bar.verify.isEnabled()
    QApplication.sendEvent(page.exports.button, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
    assert QToolTip.text() == "导出须由录入来做：请换人值班，或请录入来。"
    page.write_out()
    assert "录入" in page.notice.sentence
    assert asked == []
    take_over(window, "李主管", OTHER_PIN, qtbot)
    settle(window, qtbot)
    assert [button.isEnabled() for button in buttons] == [True] * len(buttons)
    page.write_out()
    assert len(asked) == 1
