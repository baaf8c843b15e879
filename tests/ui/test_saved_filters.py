"""Saved filters: kept by the desk, applied, renamed, deleted and brought back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.saved_filters import (
    SHIPPED,
    SavedFilter,
    read_filters,
    written_filters,
)
from qhsign.ui.guests.table_columns import CHOICES, Column
from qhsign.ui.guests.table_order import TableOrder
from qhsign.ui.guests.wanted import VALUES, Facet, Wanted
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import opener, small_event
from support.window_fakes import FakeEvent

ticks = st.one_of(
    *(st.tuples(st.just(facet), st.sampled_from(values)) for facet, values in VALUES.items()),
    st.tuples(st.sampled_from([Facet.DELEGATION, Facet.ACTIVITY]), st.text(max_size=5)),
)
columns = st.lists(st.sampled_from(CHOICES), unique=True, min_size=1).map(
    lambda found: found if Column.NAME in found else [Column.NAME, *found]
)
filters = st.builds(
    SavedFilter,
    st.text(min_size=1, max_size=20).map(str.strip).filter(bool),
    st.builds(Wanted, st.text(max_size=10), st.frozensets(ticks, max_size=5)),
    st.none() | st.builds(TableOrder, st.sampled_from(["pinyin", "precedence"])),
    st.none() | columns.map(tuple),
)


@given(st.lists(filters, unique_by=lambda one: one.name, max_size=5))
def test_a_desk_keeps_its_filters(kept: list[SavedFilter]) -> None:
    again = read_filters(written_filters(kept))
    assert [(one.name, one.wanted, one.order) for one in again] == [
        (one.name, one.wanted, one.order) for one in kept
    ]
    for one, before in zip(again, kept, strict=True):
        assert (one.columns is None) == (before.columns is None)
        assert tuple(one.columns or ()) == tuple(before.columns or ())


@pytest.mark.parametrize(
    "text", ["", "{", "{}", "[1]", '[{"name": ""}]', '[{"name": 3}]', '[{"query": "x"}]']
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    assert read_filters(text) == ()


def test_wrong_parts_of_a_filter_are_left_out_and_the_rest_kept() -> None:
    text = (
        '[{"name": "甲", "query": 5, "ticks": [["kind", "media"], ["kind", "x"], 3, ["y", "z"]],'
        ' "order": "nonsense", "columns": 7}]'
    )
    (found,) = read_filters(text)
    assert found == SavedFilter("甲", Wanted(ticks=frozenset({(Facet.KIND, "media")})))


def test_a_filter_for_an_activity_belongs_to_its_event() -> None:
    asked = SavedFilter("酒会", Wanted(ticks=frozenset({(Facet.ACTIVITY, "a1")})))
    assert asked.fits(["a1", "a2"])
    assert not asked.fits(["b1"])
    assert all(each.fits([]) for each in SHIPPED)


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
    return window.frame.guests


def offered(page: GuestsPage) -> dict[str, QAction]:
    """Return what the menu offers by its words, what lies in submenus behind their title."""
    menu: QMenu = page.filters.menu()
    menu.aboutToShow.emit()
    found = {}
    for action in menu.actions():
        inner = next(
            (each for each in menu.findChildren(QMenu) if each.menuAction() is action), None
        )
        if inner is None:
            found[action.text()] = action
        else:
            found |= {f"{inner.title()} {each.text()}": each for each in inner.actions()}
    return found


def save(page: GuestsPage, name: str) -> None:
    offered(page)["保存当前筛选…"].trigger()
    page.middle.name_bar.input.setText(name)
    QTest.keyClick(page.middle.name_bar.input, Qt.Key.Key_Return)


def test_filters_that_every_desk_has(page: GuestsPage) -> None:
    offered(page)["贵宾未到"].trigger()
    assert {row.full_name for row in page.found.rows} == {"王冬", "易卜雷"}
    assert page.filters.text() == "贵宾未到"
    page.clear_filters()
    assert page.filters.text() == "保存的筛选"


def test_a_filter_brings_words_ticks_order_and_columns_back(page: GuestsPage) -> None:
    page.search.input.setText("li")
    page.facet_pane.model.toggled.emit(
        page.facet_pane.model.index(1).data(Qt.ItemDataRole.UserRole)
    )
    page._choose_order(TableOrder("surname-strokes", Column.NUMBER))
    page._show_columns([Column.NAME, Column.TITLE])
    wanted, found = page.finding.wanted, [row.id for row in page.found.rows]
    save(page, "我的")
    page.clear_filters()
    page._choose_order(TableOrder("surname-strokes"))
    page._show_columns([Column.NUMBER, Column.NAME])
    offered(page)["我的"].trigger()
    assert page.finding.wanted == wanted
    assert [row.id for row in page.found.rows] == found
    assert page.finding.order == TableOrder("surname-strokes", Column.NUMBER)
    assert list(page.table.columns) == [Column.NAME, Column.TITLE]
    assert page.search.text == "li"
    assert [each.name for each in read_filters(DeskPreferences().settings.guest_filters)] == [
        "我的"
    ]


def test_renaming_and_deleting_can_be_taken_back(page: GuestsPage) -> None:
    page.search.input.setText("li")
    save(page, "甲")
    offered(page)["重命名 甲"].trigger()
    assert page.middle.name_bar.input.text() == "甲"
    page.middle.name_bar.input.setText("乙")
    page.middle.name_bar.save.click()
    assert [each.name for each in page.filters.own] == ["乙"]
    page.take_back()
    assert [each.name for each in page.filters.own] == ["甲"]
    offered(page)["删除 甲"].trigger()
    assert page.filters.own == []
    assert page.middle.undo_bar.sentence == "已删除筛选“甲”"
    page.take_back()
    assert [each.name for each in page.filters.own] == ["甲"]


def test_a_filter_needs_a_name_and_escape_saves_none(page: GuestsPage, qtbot: QtBot) -> None:
    page.search.input.setText("li")
    page.save_filter()
    bar = page.middle.name_bar
    bar.input.setText("  ")
    assert not bar.save.isEnabled()
    QTest.keyClick(bar.input, Qt.Key.Key_Return)
    assert bar.isVisible()
    QTest.keyClick(bar.input, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.filters.own == []
    qtbot.waitUntil(page.table.hasFocus)
