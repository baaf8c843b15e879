"""The list of delegations over the guest screen, over a real event."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from qhsign.services.delegations import DelegationRow
from qhsign.ui.guests.delegation_model import DelegationColumn, DelegationModel
from qhsign.ui.guests.delegation_pane import DelegationPane
from qhsign.ui.guests.facet_model import Line, LineKind
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.wanted import Facet
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import opener, small_event
from support.window_fakes import FakeEvent

XINING, HAIXI = "西宁市代表团", "海西州代表团"


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


@pytest.fixture
def pane(page: GuestsPage, qtbot: QtBot) -> DelegationPane:
    model = page.facet_pane.model
    model.set_folded(Facet.DELEGATION, folded=False)
    model.act(model.place_of(Line(Facet.DELEGATION, LineKind.LINK)))
    assert page.delegations is not None
    opened = page.delegations.pane
    qtbot.waitUntil(lambda: opened.proxy.rowCount() == 3)
    qtbot.waitUntil(opened.table.hasFocus)
    return opened


def go(pane: DelegationPane, name: str, column: DelegationColumn = DelegationColumn.NAME) -> None:
    place = next(
        row for row in range(pane.proxy.rowCount()) if pane.proxy.index(row, 0).data() == name
    )
    pane.table.setCurrentIndex(pane.proxy.index(place, column))


def cell(pane: DelegationPane, name: str, column: DelegationColumn) -> str:
    go(pane, name, column)
    return str(pane.table.currentIndex().data())


def editor(pane: DelegationPane) -> QLineEdit:
    return next(
        each
        for each in pane.table.viewport().findChildren(QLineEdit)
        if each.property("kind") == "cell" and each.isVisible()
    )


def test_counts_stand_side_by_side(pane: DelegationPane) -> None:
    assert pane.total.text() == "共3个"
    assert cell(pane, XINING, DelegationColumn.ENTERED) == "3"
    assert cell(pane, XINING, DelegationColumn.DECLARED) == "—"
    pane.proxy.sort(DelegationColumn.ENTERED, Qt.SortOrder.DescendingOrder)
    assert pane.proxy.index(0, 0).data() == XINING
    heading = pane.proxy.headerData(DelegationColumn.ENTERED, Qt.Orientation.Horizontal)
    assert heading == "录入 ↓"
    assert pane.grab().width() > 0


def test_a_declared_count_is_typed_and_taken_back(
    pane: DelegationPane, page: GuestsPage, qtbot: QtBot
) -> None:
    go(pane, XINING, DelegationColumn.DECLARED)
    QTest.keyClick(pane.table, Qt.Key.Key_F2)
    QTest.keyClicks(editor(pane), "8")
    QTest.keyClick(editor(pane), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not pane.table.is_editing)
    qtbot.waitUntil(lambda: cell(pane, XINING, DelegationColumn.GAP) == "−5")
    assert pane.undo_bar.sentence == f"{XINING}：已修改申报"
    page.take_back()
    qtbot.waitUntil(lambda: cell(pane, XINING, DelegationColumn.GAP) == "—")


def test_a_wrong_count_is_said_and_stays_to_be_corrected(
    pane: DelegationPane, qtbot: QtBot
) -> None:
    go(pane, XINING, DelegationColumn.DECLARED)
    QTest.keyClick(pane.table, Qt.Key.Key_F2)
    editor(pane).setText("八人")
    QTest.keyClick(editor(pane), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.undo_bar.isVisible() and pane.table.is_editing)
    assert "“八人”不是人数" in pane.undo_bar.sentence
    assert editor(pane).text() == "八人"
    QTest.keyClick(editor(pane), Qt.Key.Key_Escape)
    assert cell(pane, XINING, DelegationColumn.DECLARED) == "—"


def test_enter_shows_the_guests_of_one(pane: DelegationPane, page: GuestsPage) -> None:
    go(pane, HAIXI)
    QTest.keyClick(pane.table, Qt.Key.Key_Return)
    assert page.delegations is not None
    assert not page.delegations.is_open
    assert {row.full_name for row in page.found.rows} == {"王冬", "安立佳"}
    assert (Facet.DELEGATION, HAIXI) in page.finding.wanted.ticks


def test_two_are_merged_with_keys_and_parted_again(
    pane: DelegationPane, page: GuestsPage, qtbot: QtBot
) -> None:
    go(pane, HAIXI)
    pane.begin_merge()
    assert "（2人）" in pane.merge_words.text()
    assert not pane.merge_now.isEnabled()
    pane.merge_line.setText("没有这个")
    assert not pane.merge_now.isEnabled()
    pane.merge_line.setText(XINING)
    QTest.keyClick(pane.merge_line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.proxy.rowCount() == 2)
    assert cell(pane, XINING, DelegationColumn.ENTERED) == "5"
    page.take_back()
    qtbot.waitUntil(lambda: pane.proxy.rowCount() == 3)
    assert cell(pane, HAIXI, DelegationColumn.ENTERED) == "2"


def test_search_narrows_and_escape_goes_back(
    pane: DelegationPane, page: GuestsPage, qtbot: QtBot
) -> None:
    pane.search.input.setText("海西")
    assert pane.proxy.rowCount() == 1
    pane.search.input.setText("nobody")
    assert pane.stack.currentWidget() is pane.empty
    assert pane.current is None
    assert not pane.show_guests.isEnabled()
    pane.search.input.clear()
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Escape)
    assert page.delegations is not None
    assert not page.delegations.is_open


def test_only_an_empty_delegation_can_be_taken_away(pane: DelegationPane) -> None:
    go(pane, HAIXI)
    assert not pane.remove.isEnabled()
    pane._take([DelegationRow("d", "空团", 4, 0, 0, 0)])
    assert pane.remove.isEnabled()
    assert not pane.merge.isEnabled(), "there is no other"


def test_the_model_keeps_its_promises() -> None:
    model = DelegationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([DelegationRow("d", "甲", 2, 5, 4, 3), DelegationRow("e", "乙", None, 0, 0, 0)])
    assert [model.index(0, column).data() for column in DelegationColumn][1:] == [
        "2", "5", "4", "3", "+3",
    ]  # fmt: skip
    assert not model.index(0, DelegationColumn.GAP).flags() & Qt.ItemFlag.ItemIsEditable
    model.show_rows([])
    assert tester.model() is model
