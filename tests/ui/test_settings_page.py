import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui import application
from qhsign.ui.main_window import MainWindow
from qhsign.ui.settings.activity_section import ActivitySection
from qhsign.ui.settings.activity_texts import read_moment
from qhsign.ui.settings.event_section import EventSection
from qhsign.ui.settings.settings_page import SettingsPage
from qhsign.ui.shared.chooser import Chooser
from support.frame_fakes import FrameEvent
from support.typing_keys import type_into


@pytest.fixture
def event() -> FrameEvent:
    return FrameEvent()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SettingsPage:
    assert window.frame is not None
    key = Qt.Key.Key_Comma
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.page == "settings"
    qtbot.waitUntil(lambda: window.runner.running == 0)
    return window.frame.settings


def section_of(page: SettingsPage) -> EventSection:
    page.show_section(1)
    assert page.event_section is not None
    return page.event_section


def activities_of(page: SettingsPage) -> ActivitySection:
    page.show_section(2)
    assert page.activities is not None
    return page.activities


def field(section: EventSection, key: str) -> QLineEdit:
    control = section.controls[key]
    assert isinstance(control, QLineEdit)
    return control


def write(control: QLineEdit, text: str) -> None:
    control.setFocus()
    control.selectAll()
    type_into(control, text)
    QTest.keyClick(control, Qt.Key.Key_Return)


def test_a_field_is_saved_when_it_is_left_and_can_be_taken_back(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = section_of(page)
    write(field(section, "short_title"), "青洽会")
    qtbot.waitUntil(page.notice.isVisible)
    assert event.settings["short_title"] == "青洽会"
    assert window.windowTitle() == "青洽会 — qhsign"
    assert page.notice.sentence == "已保存：活动简称"
    page.notice._button.click()
    qtbot.waitUntil(lambda: event.settings["short_title"] == "第25届青洽会")
    qtbot.waitUntil(lambda: field(section, "short_title").text() == "第25届青洽会")
    assert page.notice.sentence == "已恢复：活动简称"


def test_what_did_not_change_is_not_written(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = section_of(page)
    for key in ("city", "co_organizer", "start"):
        QTest.keyClick(field(section, key), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert event.set_texts == []
    assert field(section, "co_organizer").text() == "甲局；乙局"


def test_lines_days_and_ticks_are_written_as_the_command_takes_them(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = section_of(page)
    field(section, "co_organizer").setText("甲局；丙局;丁局")
    field(section, "co_organizer").editingFinished.emit()
    write(field(section, "start"), "2026/7/16")
    tick = section.controls["vetting_required"]
    assert isinstance(tick, QCheckBox)
    tick.click()
    order = section.controls["guest_order"]
    assert isinstance(order, Chooser)
    order.menu().actions()[2].trigger()
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert event.settings["co_organizer"] == "甲局\n丙局\n丁局"
    assert event.settings["start"] == "2026-07-16"
    assert event.settings["vetting_required"] == "yes"
    assert event.settings["guest_order"] == "pinyin"


def test_a_problem_stands_under_its_field_in_both_languages(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = section_of(page)
    write(field(section, "edition"), "x")
    qtbot.waitUntil(lambda: bool(section.rows["edition"].error))
    assert "读不懂" in section.rows["edition"].error
    assert field(section, "edition").text() == "x", "what was written stays, to be corrected"
    window._choose_language("en")
    qtbot.waitUntil(lambda: "cannot be read" in section.rows["edition"].error)
    window._choose_language("zh")
    write(field(section, "end"), "soon")
    assert section.rows["end"].error
    assert event.settings["end"] == "2024-07-15"


def test_the_desk_is_kept_and_shown_at_once(page: SettingsPage, window: MainWindow) -> None:
    assert window.frame is not None
    write(page.desk.desk, "东门3号台")
    assert window.frame.top_bar._desk.text() == "东门3号台"
    page.desk.theme.menu().actions()[1].trigger()
    page.desk.language.menu().actions()[1].trigger()
    kept = DeskPreferences().settings
    assert (kept.desk, kept.theme, kept.language) == ("东门3号台", "dark", "en")
    page.desk.language.menu().actions()[0].trigger()
    page.desk.theme.menu().actions()[0].trigger()


def test_who_works_here_is_kept_without_leaving_the_screen(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    before = window.frame
    write(page.desk.operator, "韩秋月")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert (event.closed, window.frame) == (0, before)
    assert DeskPreferences().settings.operator == "韩秋月"


def test_choices_of_the_desk_are_taken_back_and_reset(
    page: SettingsPage, window: MainWindow, tmp_path: Path
) -> None:
    desk = page.desk
    assert "浅色" in desk.theme_row._default.text()
    assert not desk.theme_row._reset.isVisible()
    desk.theme.menu().actions()[1].trigger()
    assert page.notice.sentence == "已保存：外观"
    page.notice._button.click()
    assert (DeskPreferences().settings.theme, desk.theme.value) == ("light", "light")
    desk.theme.menu().actions()[1].trigger()
    assert desk.theme_row._reset.isVisible()
    desk.theme_row._reset.click()
    assert DeskPreferences().settings.theme == "light"
    desk.recent.menu().actions()[0].trigger()
    assert DeskPreferences().recent_events == 4
    write(desk.desk, "东门3号台")
    page.notice._button.click()
    assert DeskPreferences().settings.desk == ""


def test_the_folder_for_prints_must_be_there(
    page: SettingsPage, window: MainWindow, tmp_path: Path
) -> None:
    desk = page.desk
    write(desk.folder.text, str(tmp_path / "没有"))
    assert desk.folder_row.error
    assert DeskPreferences().settings.print_folder == ""
    write(desk.folder.text, str(tmp_path))
    assert desk.folder_row.error == ""
    assert DeskPreferences().print_folder == tmp_path
    page.notice._button.click()
    assert DeskPreferences().settings.print_folder == ""
    assert desk.folder.text.text() == ""


def test_what_an_event_has_by_default_is_shown_and_set_again(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = section_of(page)
    row = section.rows["guest_order"]
    assert "姓氏笔画" in row._default.text()
    assert not row._reset.isVisible()
    order = section.controls["guest_order"]
    assert isinstance(order, Chooser)
    order.menu().actions()[2].trigger()
    qtbot.waitUntil(row._reset.isVisible)
    row._reset.click()
    qtbot.waitUntil(lambda: event.settings["guest_order"] == "surname-strokes")
    qtbot.waitUntil(lambda: not row._reset.isVisible())


def test_the_text_size_holds_from_the_next_start(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.desk._most = 200
    page.desk._set_words()
    page.desk.text_size.menu().actions()[2].trigger()
    assert "下次启动" in page.notice.sentence
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    application._scale(DeskPreferences().settings.text_size)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    monkeypatch.delenv("QT_SCALE_FACTOR")
    for nonsense in ("100", "900", "-1", "large"):
        application._scale(nonsense)
    assert "QT_SCALE_FACTOR" not in os.environ


def test_an_activity_is_added_ruled_and_taken_away(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = activities_of(page)
    write(section.name, "签约仪式")
    qtbot.waitUntil(lambda: section.activity.text() == "签约仪式")
    assert window.frame is not None
    qtbot.waitUntil(lambda: len(window.frame._activities) == 3)  # type: ignore[union-attr]
    write(section.place, "主会场")
    section.reentry.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert (event.activities[2].place, event.activities[2].reentry) == ("主会场", "after-exit")
    page.notice._button.click()
    qtbot.waitUntil(lambda: event.activities[2].reentry == "once")
    section.remove.click()
    qtbot.waitUntil(lambda: len(event.activities) == 2)
    qtbot.waitUntil(lambda: section.activity.text() == "开幕式")
    section.remove.click()
    qtbot.waitUntil(lambda: "不能删除" in section.activity_row.error)


def test_wrong_moments_and_empty_ticks_are_told_in_place(
    page: SettingsPage, window: MainWindow, event: FrameEvent, qtbot: QtBot
) -> None:
    section = activities_of(page)
    write(section.opens, "at nine")
    assert section.fields["opens"].error
    write(section.closes, "2024-07-11 08:00")
    qtbot.waitUntil(lambda: bool(section.fields["closes"].error))
    for box in list(section.zones.boxes.values()):
        box.click()
        qtbot.waitUntil(lambda: window.runner.running == 0)
    assert section.fields["zones"].error
    assert event.set_texts[-1]["zones"] == "V", "what was ticked last was the last allowed zone"
    write(section.name, "12")
    assert section.add_field.error
    write(section.name, "开幕")
    assert section.add_field.error
    assert len(event.activities) == 2


def test_without_activities_one_can_be_added(
    page: SettingsPage, event: FrameEvent, window: MainWindow, qtbot: QtBot
) -> None:
    event.activities = []
    section = activities_of(page)
    section.load()
    qtbot.waitUntil(lambda: not section.activity_row.isVisible())
    assert section.add_field.isVisible()


def test_an_event_without_its_settings_still_has_the_desk(window: MainWindow) -> None:
    assert window.frame is not None
    assert window.frame.settings.desk is not None


def test_moments_are_read_as_people_write_them() -> None:
    for text in ("2026-07-16 09:00", "2026/7/16 9:00", "2026年7月16日 9：00", "2026-07-16T09:00"):
        assert read_moment(text) == "2026-07-16 09:00"
    assert read_moment("") == ""
    for text in ("2026-07-16", "09:00", "2026-07-16 25:00"):
        with pytest.raises(ValueError):  # noqa: PT011 - the calendar's own answer
            read_moment(text)
