"""Orders and columns of the guest table over a real event."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.table_columns import AT_FIRST, Column
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import opener, small_event
from support.window_fakes import FakeEvent


@pytest.fixture
def event(tmp_path: Path) -> FakeEvent:
    made = FakeEvent()
    made.path = small_event(tmp_path / "e.qhsign")
    return made


@pytest.fixture
def window(
    event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> MainWindow:
    opened = open_window(opener())
    assert opened.frame is not None
    opened.frame.show_page("guests")
    qtbot.waitUntil(lambda: opened.runner.running == 0)
    return opened


@pytest.fixture
def page(window: MainWindow) -> GuestsPage:
    assert window.frame is not None
    return window.frame.guests


def click_heading(page: GuestsPage, column: Column) -> None:
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def names(page: GuestsPage) -> list[str]:
    return [row.full_name for row in page.found.rows]


def test_a_click_on_a_heading_orders_and_says_so(page: GuestsPage, qtbot: QtBot) -> None:
    click_heading(page, Column.NUMBER)
    assert [row.number for row in page.found.rows] == list(range(1, 9))
    assert page.toolbar.order.text() == "次序 编号"
    assert page.middle.footer.hint.text() == "以编号为序，其次姓氏笔画"
    heading = page.model.headerData(Column.NUMBER, Qt.Orientation.Horizontal)
    assert heading == "编号 ↑"
    click_heading(page, Column.NUMBER)
    assert [row.number for row in page.found.rows] == list(range(8, 0, -1))
    assert DeskPreferences().settings.guest_sort == "-number"
    click_heading(page, Column.NAME)
    assert page.toolbar.order.text() == "次序 姓氏笔画"
    assert names(page)[0] == "王冬"
    click_heading(page, Column.NAME)
    qtbot.waitUntil(lambda: names(page)[0] == "安立佳")
    assert page.middle.footer.hint.text() == "以拼音为序"


def test_organizations_go_by_their_strokes(page: GuestsPage, qtbot: QtBot) -> None:
    click_heading(page, Column.ORGANIZATION)

    def organizations() -> list[str]:
        return [row.organization for row in page.found.rows]

    qtbot.waitUntil(lambda: organizations()[-2] == "海西州商务局")
    assert organizations()[0].startswith("西宁"), "西 before 冰: by the kind of strokes"
    assert organizations()[-1] == "", "who has none goes last"


def test_columns_are_chosen_with_keys_read_then_and_remembered(
    page: GuestsPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.choose_columns()
    picker = page.column_picker
    assert picker.list.chosen() == [column.name for column in AT_FIRST]
    row = next(row for row in range(picker.list.count()) if picker.list.item(row).text() == "照片")
    picker.list.setCurrentRow(row)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert not page.table.isColumnHidden(Column.PHOTO)
    picker.list.setCurrentRow(0)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert page.table.isColumnHidden(Column.NUMBER)
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert DeskPreferences().settings.guest_shown.startswith("name,organization,")
    page.choose_columns()
    picker.list.tick("NAME", ticked=False)
    assert Column.NAME in page.table.columns, "nobody is found in a list without names"
    picker.usual.click()
    assert tuple(page.table.columns) == AT_FIRST
    assert DeskPreferences().settings.guest_shown == ""
    picker.hide()


def test_dragging_a_heading_moves_its_column_but_never_the_ticks(page: GuestsPage) -> None:
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.CATEGORY), 1)
    assert page.table.columns[0] is Column.CATEGORY
    header.moveSection(header.visualIndex(Column.NAME), 0)
    assert header.visualIndex(Column.TICK) == 0
    assert DeskPreferences().settings.guest_shown.startswith("name,category,number")


def test_more_columns_than_fit_scroll_sideways(page: GuestsPage, window: MainWindow) -> None:
    window.resize(911, 512)
    page._show_columns(list(dict.fromkeys([Column.NAME, *AT_FIRST, Column.PHONE, Column.REMARK])))
    assert page.table.columnWidth(Column.ORGANIZATION) >= 100
    assert page.table.horizontalScrollBar().maximum() > 0
    assert not page.table.isColumnHidden(Column.DELEGATION)
