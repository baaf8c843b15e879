"""The list of keys, and what a window looks like when it is opened again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.application import build_window
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.main_window import MainWindow
from support.window_fakes import FakeEvent


def frame_of(window: MainWindow) -> EventFrame:
    assert window.frame is not None
    return window.frame


def ask_for_keys(window: MainWindow) -> None:
    key, control = Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window.windowHandle(), key, control)


def test_every_command_stands_in_the_list_of_keys(window: MainWindow, qtbot: QtBot) -> None:
    frame = frame_of(window)
    ask_for_keys(window)
    assert frame.key_list.isVisible()
    shown = {each.text() for each in frame.key_list.findChildren(QLabel)}
    for command in frame.commands:
        assert {command.text, command.shortcut} <= shown, command.id
    assert "任何界面" in shown
    window._choose_language("en")
    qtbot.waitUntil(
        lambda: "Everywhere" in {each.text() for each in frame.key_list.findChildren(QLabel)}
    )
    window._choose_language("zh")


def test_esc_closes_the_list_of_keys_and_gives_the_cursor_back(window: MainWindow) -> None:
    frame = frame_of(window)
    frame.guests.search.input.setFocus()
    ask_for_keys(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert not frame.key_list.isVisible()
    assert frame.guests.search.input.hasFocus()
    ask_for_keys(window)
    ask_for_keys(window)
    assert not frame.key_list.isVisible()


def test_a_scan_is_not_covered_by_the_list_of_keys(window: MainWindow) -> None:
    frame = frame_of(window)
    frame.show_page("check-in")
    ask_for_keys(window)
    assert frame.key_list.isVisible()
    QTest.keyClicks(frame.key_list, "QH")
    assert not frame.key_list.isVisible()
    assert frame.check_in.field.input.hasFocus()


def test_the_last_screen_and_widths_come_back(
    window: MainWindow, qapp: QApplication, event: FakeEvent, qtbot: QtBot
) -> None:
    table = frame_of(window).guests.table
    header = table.horizontalHeader()
    edge = header.sectionViewportPosition(Column.NAME) + header.sectionSize(Column.NAME) - 1
    place = QPoint(edge, 10)
    viewport = header.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(viewport, place + QPoint(40, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(40, 0))
    wide = table.columnWidth(Column.NAME)
    frame_of(window).show_page("check-in")
    window.resize(1200, 700)
    window.close()
    again = build_window(qapp, event.open, event.make_demo, DeskPreferences())
    qtbot.addWidget(again)
    again.open_path(event.path)
    qtbot.waitUntil(lambda: again.frame is not None and again.runner.running == 0)
    again.show()
    assert frame_of(again).page == "check-in"
    assert again.height() == 700
    assert frame_of(again).guests.table.columnWidth(Column.NAME) == wide
    assert DeskPreferences().settings.guest_columns == f"{Column.NAME.value}:{wide}"
    again.close()
    again.runner.close()


def test_widths_of_another_version_change_nothing(
    qapp: QApplication, event: FakeEvent, qtbot: QtBot
) -> None:
    preferences = DeskPreferences()
    preferences.change(guest_columns="x:1,99:50,:,1:-4", page="ceremony of tomorrow")
    window = build_window(qapp, event.open, event.make_demo, preferences)
    qtbot.addWidget(window)
    window.open_path(event.path)
    qtbot.waitUntil(lambda: window.frame is not None and window.runner.running == 0)
    assert frame_of(window).page == "guests"
    assert frame_of(window).guests.table._kept == {}
    window.close()
    window.runner.close()
