"""Editing guests in the cells of the table, over a real event."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.domain.guest import Category
from qhsign.services.guests import set_guest
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import opener, opener_desk, small_event
from support.window_fakes import FakeEvent


@pytest.fixture
def event(tmp_path: Path) -> FakeEvent:
    made = FakeEvent()
    made.path = small_event(tmp_path / "e.qhsign")
    return made


@pytest.fixture
def page(
    event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> GuestsPage:
    window = open_window(opener())
    assert window.frame is not None
    window.frame.show_page("guests")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    page = window.frame.guests
    page.table.setFocus()
    return page


def go(page: GuestsPage, name: str, column: Column) -> None:
    row = next(row for row, guest in enumerate(page.found.rows) if guest.full_name == name)
    page.table.setCurrentIndex(page.model.index(row, column))


def line(page: GuestsPage) -> QLineEdit:
    """Return the line somebody is typing in."""
    found = [
        each
        for each in page.table.viewport().findChildren(QLineEdit)
        if each.property("kind") == "cell" and each.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def titles(page: GuestsPage) -> dict[str, str]:
    return {row.full_name: row.title for row in page._book.rows}


def test_f2_edits_the_cell_and_the_bar_takes_it_back(page: GuestsPage, qtbot: QtBot) -> None:
    go(page, "田富", Column.TITLE)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = line(page)
    assert editor.text() == "总经理"
    assert editor.selectedText() == "总经理"
    assert editor.accessibleName() == "职务"
    editor.setText("董事长")
    opened: list[bool] = []
    page.table.opened.connect(lambda: opened.append(True))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert opened == [], "the key ends the typing and does nothing more"
    qtbot.waitUntil(lambda: titles(page)["田富"] == "董事长")
    assert page.middle.undo_bar.sentence == "田富：已修改职务"
    page.take_back()
    qtbot.waitUntil(lambda: titles(page)["田富"] == "总经理")


def test_a_cell_is_called_by_its_column_without_the_arrow_of_the_order(page: GuestsPage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, Column.NAME))
    page.edit_cell()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "姓名"


def test_escape_leaves_the_cell_as_it_was(page: GuestsPage) -> None:
    go(page, "田富", Column.TITLE)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = line(page)
    editor.setText("x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not page.table.is_editing
    assert titles(page)["田富"] == "总经理"
    assert not page.middle.undo_bar.isVisible()


def test_what_cannot_be_is_said_and_stays_to_be_corrected(page: GuestsPage, qtbot: QtBot) -> None:
    page._show_columns([Column.NAME, Column.COUNTRY])
    go(page, "易卜雷", Column.COUNTRY)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    line(page).setText("冰 岛 国 吧")
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.middle.undo_bar.isVisible() and page.table.is_editing)
    assert page.middle.undo_bar.sentence.startswith("没有“冰 岛 国 吧”这个国家")
    assert line(page).text() == "冰 岛 国 吧"
    line(page).setText("冰岛")
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "冰岛" in page.finding.more.get("country", {}).values())
    go(page, "易卜雷", Column.NAME)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    line(page).setText("  ")
    QTest.keyClick(line(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.middle.undo_bar.sentence.startswith("姓名不能为空"))
    assert "易卜雷" in titles(page)


def test_a_category_is_chosen_from_its_words(page: GuestsPage, qtbot: QtBot) -> None:
    go(page, "田富", Column.CATEGORY)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    boxes: list[QComboBox] = page.table.viewport().findChildren(QComboBox)
    (box,) = boxes
    assert [box.itemText(place) for place in range(box.count())][2:4] == ["参展商", "媒体"]
    assert box.currentText() == "参展商"
    box.setCurrentIndex(3)
    box.activated.emit(3)
    qtbot.waitUntil(
        lambda: {row.full_name: row.category for row in page._book.rows}["田富"] is Category.MEDIA
    )


def test_a_double_click_edits_where_it_can_and_opens_elsewhere(
    page: GuestsPage, qtbot: QtBot
) -> None:
    opened: list[bool] = []
    page.table.opened.connect(lambda: opened.append(True))

    def double_click(column: Column) -> None:
        where = page.table.visualRect(page.model.index(1, column)).center()
        view: QWidget = page.table.viewport()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=where)

    double_click(Column.NUMBER)
    assert opened == [True]
    double_click(Column.ORGANIZATION)
    assert page.table.is_editing
    assert opened == [True]
    QTest.keyClick(line(page), Qt.Key.Key_Escape)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [True, True]


def test_news_wait_until_nobody_is_typing(page: GuestsPage, event: FakeEvent, qtbot: QtBot) -> None:
    go(page, "田富", Column.TITLE)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    line(page).setText("董事")
    page.model.words_changed()
    assert line(page).text() == "董事"
    with opener_desk(event.path) as desk:
        set_guest(desk, 1, {"title": "厅长"})
    page.finding.runner.announce(frozenset({Changed.GUESTS}))
    qtbot.waitUntil(lambda: titles(page)["王冬"] == "厅长")
    assert line(page).text() == "董事"
    QTest.keyClick(line(page), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: {row.full_name: row.title for row in page.found.rows}["王冬"] == "厅长")


def test_a_number_and_a_masked_phone_are_not_edited(page: GuestsPage) -> None:
    for column in (Column.NUMBER, Column.PHONE, Column.ARRIVAL, Column.PHOTO, Column.BADGE):
        index = page.model.index(0, column)
        assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    page.table.setCurrentIndex(page.model.index(0, Column.NUMBER))
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    assert page.table.currentIndex().column() == Column.NAME
