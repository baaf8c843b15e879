"""Adding a guest by hand over a real event: by the keyboard alone, told of namesakes, undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import opener, small_event
from support.real_windows import write
from support.window_fakes import FakeEvent

CONTROL = Qt.KeyboardModifier.ControlModifier


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


def enter(text: str) -> None:
    """Write into the field that has the keyboard, and Enter."""
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, text)


def names(page: GuestsPage) -> list[str]:
    return [page.model.guest_at(row).full_name for row in range(page.model.rowCount())]


def test_a_guest_is_added_by_keys_alone_shown_and_taken_back(
    window: MainWindow, page: GuestsPage, qtbot: QtBot
) -> None:
    page.search.input.setText("李刚")
    qtbot.waitUntil(lambda: names(page) == ["李刚", "李刚"])
    QTest.keyClick(page, Qt.Key.Key_N, CONTROL)
    for text in ("张弘靓", "西宁云杉数据有限公司", "副总裁"):
        enter(text)
    qtbot.waitUntil(lambda: "张弘靓" in names(page) and window.runner.running == 0)
    assert not page.search.text, "the search that would hide the new guest is emptied"
    current = page.model.guest_at(page.table.currentIndex().row())
    assert (current.full_name, current.organization) == ("张弘靓", "西宁云杉数据有限公司")
    assert page.table.hasFocus()
    assert page.new_guest.bar.isHidden()
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "张弘靓" not in names(page) and window.runner.running == 0)


def test_who_has_the_name_already_is_told_and_can_be_shown_instead(
    page: GuestsPage, qtbot: QtBot
) -> None:
    page.add_guest()
    bar = page.new_guest.bar
    bar.name.setText("李刚")
    assert "李刚" in bar.sentence.text()
    assert bar.known.isVisible()
    bar.known.click()
    assert bar.isHidden()
    qtbot.waitUntil(page.table.hasFocus)
    assert page.model.guest_at(page.table.currentIndex().row()).full_name == "李刚"
    page.add_guest()
    bar.name.setText("张弘靓")
    assert not bar.known.isVisible()


def test_without_a_name_nobody_can_be_added_and_escape_goes_back(page: GuestsPage) -> None:
    before = names(page)
    page.add_guest()
    bar = page.new_guest.bar
    bar.organization.setText("青海省商务厅")
    assert not bar.add.isEnabled()
    bar.title.setFocus()
    QTest.keyClick(bar.title, Qt.Key.Key_Return)
    assert bar.name.hasFocus(), "Enter leads to what is lacking"
    QTest.keyClick(bar.name, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert page.search.input.hasFocus()
    assert names(page) == before
