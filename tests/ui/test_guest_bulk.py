"""Ticking guests and changing all of them at once, over a real event."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from qhsign.background.progress import Progress
from qhsign.domain.guest import Category
from qhsign.services.guest_bulk_records import Bulk, BulkChange
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import DINNER, opener, small_event
from support.window_fakes import FakeEvent

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def ticked(page: GuestsPage) -> list[int]:
    """Return the rows that are ticked."""
    rows = range(page.model.rowCount())
    return [row for row in rows if page.model.guest_at(row).id in page.model.ticked]


def choose(page: GuestsPage, *words: str) -> None:
    """Go through the menu of changes by its words."""
    page.change_ticked()
    assert page.bulk is not None
    menu = page.bulk.menu
    assert menu is not None
    *submenus, last = words
    offered = {action.text(): action for action in menu.actions()}
    for word in submenus:
        inner = next(each for each in menu.findChildren(QMenu) if each.title() == word)
        offered = {action.text(): action for action in inner.actions()}
    menu.close()
    page.window().activateWindow()
    offered[last].trigger()


def test_space_shift_and_all_tick_apart_from_the_current_row(page: GuestsPage) -> None:
    page.table.setFocus()
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert ticked(page) == [1]
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert ticked(page) == [1], "going on unticks nothing"
    QTest.keyClick(page.table, Qt.Key.Key_Space, SHIFT)
    assert ticked(page) == [1, 2, 3]
    QTest.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert ticked(page) == [1, 2, 3, 4]
    QTest.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert ticked(page) == list(range(8))
    assert page.model.ticks_of_shown() is Qt.CheckState.Checked
    QTest.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert ticked(page) == []


def test_the_mouse_ticks_boxes_and_ranges(page: GuestsPage) -> None:
    def click(row: int, modifiers: Qt.KeyboardModifier, column: Column = Column.TICK) -> None:
        where = page.table.visualRect(page.model.index(row, column)).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, modifiers, where)

    click(2, Qt.KeyboardModifier.NoModifier)
    assert page.table.currentIndex().row() == 0, "the current guest stays"
    click(5, SHIFT)
    assert ticked(page) == [2, 3, 4, 5]
    click(7, CONTROL, Column.NAME)
    assert ticked(page) == [2, 3, 4, 5, 7]
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.TICK) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ticked(page) == list(range(8))
    assert page.grab().width() > 0


def test_ticks_stay_while_the_search_goes_on(page: GuestsPage) -> None:
    page.table.ticks.tick_all()
    page.search.input.setText("田")
    assert page.middle.footer.ticked.text() == "已选8人，其中6人未显示"
    assert page.middle.footer.found.text() == "命中2人"
    page.middle.footer.clear.click()
    assert not page.middle.footer.change.isVisible()


def test_a_change_is_previewed_made_and_taken_back(
    page: GuestsPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = {row.id: row.category for row in page._book.rows}
    page.table.ticks.tick_all()
    choose(page, "类别", "媒体")
    bar = page.middle.bulk_bar
    qtbot.waitUntil(bar.make.isEnabled)
    assert bar.sentence.text() == "6人的类别改为“媒体”。2人不变。"
    assert {row.id: row.category for row in page._book.rows} == before
    assert bar.make.hasFocus()
    QTest.keyClick(bar.make, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {row.category for row in page._book.rows} == {Category.MEDIA})
    undo = page.middle.undo_bar
    assert undo.sentence == "已修改6人"
    assert not bar.isVisible()
    assert len(page.model.ticked) == 8, "the same guests can be changed further"
    assert page.table.hasFocus(), "the keys go on where they came from"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: {row.id: row.category for row in page._book.rows} == before)
    assert undo.sentence == "已恢复原样。"


def test_a_text_is_asked_for_and_told_of_as_it_is_typed(page: GuestsPage, qtbot: QtBot) -> None:
    page.table.ticks.click(0, Qt.KeyboardModifier.NoModifier)
    choose(page, "代表团…")
    bar = page.middle.bulk_bar
    qtbot.waitUntil(bar.input.hasFocus)
    qtbot.waitUntil(lambda: bar.sentence.text() == "1人将不属于任何代表团。")
    bar.input.setText("新团")
    qtbot.waitUntil(lambda: bar.sentence.text() == "1人的代表团改为“新团”。")
    QTest.keyClick(bar.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "新团" in {row.delegation for row in page._book.rows})


def test_inviting_ticked_guests_changes_the_filter_beside(page: GuestsPage, qtbot: QtBot) -> None:
    page.table.ticks.tick_all()
    choose(page, "邀请参加", DINNER)
    bar = page.middle.bulk_bar
    qtbot.waitUntil(bar.make.isEnabled)
    assert bar.sentence.text() == f"6人将受邀参加“{DINNER}”。2人不变。"
    bar.make.click()
    facts = page.finding

    def invited() -> int:
        assert facts.facts is not None
        (dinner,) = facts.facts.listed
        return len(facts.facts.invited[dinner])

    qtbot.waitUntil(lambda: invited() == 8)


def test_what_cannot_be_is_said_and_nothing_is_lost(page: GuestsPage, qtbot: QtBot) -> None:
    page.table.ticks.tick_all()
    choose(page, "作废证件…")
    bar = page.middle.bulk_bar
    bar.input.setText("遗失")
    qtbot.waitUntil(lambda: bar.sentence.text() == "勾选的嘉宾都没有有效证件。")
    QTest.keyClick(bar.input, Qt.Key.Key_Return)
    assert bar.isVisible()
    assert not bar.make.isEnabled()
    QTest.keyClick(bar.input, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(page.table.hasFocus)
    assert len(page.model.ticked) == 8


def test_long_work_shows_how_far_it_is_and_can_be_stopped(page: GuestsPage) -> None:
    bar = page.middle.bulk_bar
    page.table.ticks.tick_all()
    bar.open_for(BulkChange(Bulk.VIP, "yes"), ())
    progress = Progress()
    progress(200, 6096)
    bar.show_progress(progress)
    for _ in range(10):
        bar._look()
    assert bar.sentence.text() == "200 / 6,096"
    assert bar.bar.isVisible()
    bar.stop.click()
    assert progress.cancelled


def test_a_problem_stays_until_it_was_read(page: GuestsPage, qtbot: QtBot) -> None:
    assert page.bulk is not None
    page.bulk.undoing.take_back("no such operation")
    undo = page.middle.undo_bar
    qtbot.waitUntil(undo.isVisible)
    assert "不能撤销" in undo.sentence
    assert not undo._clock.isActive()
    assert not undo.take_back()
