"""The guest table paints all rows at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.ui.guests.guest_rows import ROW_PX
from qhsign.ui.guests.guest_table import GuestTable
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.theme import Theme
from support.window_fakes import FakeEvent


@pytest.fixture
def event() -> FakeEvent:
    return FakeEvent(guests=40)


@pytest.fixture
def table(event: FakeEvent, open_window: Callable[[OpenEvent], MainWindow]) -> GuestTable:
    frame = open_window(event.open).frame
    assert frame is not None
    return frame.guests.table


def painted(table: GuestTable, part: QRect | None = None) -> QImage:
    """Return what the table paints of a part of its viewport, or of all of it."""
    view = table.viewport()
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    region = QRegion(part if part is not None else view.rect())
    view.render(image, QPoint(0, 0) if part is None else part.topLeft(), region)
    return image.copy(part) if part is not None else image


@pytest.mark.parametrize(
    "part", [QRect(0, 0, 40, 90), QRect(120, 70, 300, 10), QRect(500, 5, 200, 300)]
)
def test_a_part_painted_again_looks_like_the_same_part_of_the_whole(
    table: GuestTable, part: QRect
) -> None:
    table.rows.query = "a"
    table.go_to(1)
    assert painted(table, part) == painted(table).copy(part)


def test_rows_are_painted_where_the_mouse_finds_them(table: GuestTable) -> None:
    table.verticalScrollBar().setValue(ROW_PX + 11)
    QApplication.processEvents()
    for place in table._rows_in(table.viewport().rect()):
        found = table.visualRect(table.model().index(place.row, Column.NAME))
        assert (found.top(), found.height()) == (place.top, ROW_PX)
    for each in table._columns_in_sight():
        found = table.visualRect(table.model().index(0, each.column))
        assert (found.left(), found.width()) == (each.left, each.width)


def test_the_current_row_stands_out_from_edge_to_edge(table: GuestTable) -> None:
    table.go_to(2)
    image = painted(table)
    top = table.visualRect(table.model().index(2, Column.NAME)).top() + 4
    right = max(each.left + each.width for each in table._columns_in_sight()) - 2
    assert image.pixelColor(1, top) == table._look.colour("accent")
    assert image.pixelColor(right, top) == table._look.colour("selected")
    assert image.pixelColor(right, top + ROW_PX) != table._look.colour("selected")


def test_another_theme_is_painted_in_its_own_colours(table: GuestTable, qtbot: QtBot) -> None:
    before = painted(table)
    table._look.set_theme(Theme.DARK)
    QApplication.processEvents()
    after = painted(table)
    table._look.set_theme(Theme.LIGHT)
    qtbot.waitUntil(lambda: painted(table) == before)
    assert after != before
