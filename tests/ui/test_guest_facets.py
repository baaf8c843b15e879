"""The filters of the guest screen over a real event."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.guests import set_guest
from qhsign.ui.guests.facet_model import LINE_ROLE, FacetModel, Line, LineKind
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.guests.wanted import Facet, Wanted
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.real_events import DINNER, opener, opener_desk, small_event
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
    return window.frame.guests


def place(page: GuestsPage, facet: Facet, value: str = "") -> QModelIndex:
    kind = LineKind.VALUE if value else LineKind.HEADING
    found = page.facet_pane.model.place_of(Line(facet, kind, value))
    assert found.data(LINE_ROLE) == Line(facet, kind, value)
    return found


def words(page: GuestsPage) -> list[str]:
    model = page.facet_pane.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def names(page: GuestsPage) -> set[str]:
    return {row.full_name for row in page.found.rows}


def test_problems_are_filters_and_say_what_to_do(page: GuestsPage) -> None:
    reading = place(page, Facet.PROBLEM, "reading")
    assert reading.data() == "读音待核"
    assert "读音" in str(reading.data(Qt.ItemDataRole.ToolTipRole))
    page.facet_pane.model.act(reading)
    assert names(page) == {"单雄信"}
    assert "读音" in page.middle.footer.found.text()
    assert "缺单位" in words(page)
    assert "笔画待定" not in words(page), "nobody's name lacks strokes"


def test_groups_fold_with_keys_and_stay_so(page: GuestsPage) -> None:
    assert "海西州代表团" not in words(page)
    page.facets.setFocus()
    page.facets.setCurrentIndex(place(page, Facet.DELEGATION))
    QTest.keyClick(page.facets, Qt.Key.Key_Right)
    assert "海西州代表团" in words(page)
    page.facets.setCurrentIndex(place(page, Facet.KIND, "media"))
    QTest.keyClick(page.facets, Qt.Key.Key_Left)
    assert "媒体" not in words(page)
    assert page.facets.currentIndex() == place(page, Facet.KIND)
    assert set(DeskPreferences().settings.guest_folded.split(",")) == {"kind", "activity"}


def test_a_folded_group_says_how_many_are_ticked(page: GuestsPage) -> None:
    page.facet_pane.model.act(place(page, Facet.KIND, "media"))
    page.facet_pane.model.set_folded(Facet.KIND, folded=True)
    assert page.facet_pane.model.count_of(Line(Facet.KIND)) == 1
    assert "已收起" in str(place(page, Facet.KIND).data(Qt.ItemDataRole.AccessibleTextRole))
    assert page.facets.grab().width() > 0


def test_an_invitation_is_a_filter(page: GuestsPage, qtbot: QtBot) -> None:
    page.facet_pane.model.set_folded(Facet.ACTIVITY, folded=False)
    model = page.facet_pane.model
    dinner = next(row for row in range(model.rowCount()) if model.index(row).data() == DINNER)
    page.facets.setFocus()
    page.facets.setCurrentIndex(model.index(dinner))
    QTest.keyClick(page.facets, Qt.Key.Key_Space)
    assert names(page) == {"王冬", "易卜雷"}


def test_vetting_is_a_filter_only_where_it_tells_guests_apart(
    page: GuestsPage, event: FakeEvent, qtbot: QtBot
) -> None:
    assert "审核" not in words(page)
    with opener_desk(event.path) as desk:
        set_guest(desk, 1, {"vetting": "passed"})
    page.finding.runner.announce(frozenset({Changed.GUESTS}))
    qtbot.waitUntil(lambda: "审核" in words(page))
    page.facet_pane.model.act(place(page, Facet.VETTING, "passed"))
    assert names(page) == {"王冬"}


def test_many_delegations_begin_with_the_largest() -> None:
    model = FacetModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    values = tuple(f"第{number}团" for number in range(1, 31))
    model.fold(frozenset())
    model.offer({Facet.DELEGATION: values})
    model.show_counts(Wanted(ticks=frozenset({(Facet.DELEGATION, "第20团")})), {})
    shown = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert shown[1:8] == ["第1团", "第2团", "第3团", "第4团", "第5团", "第6团", "第20团"]
    assert "30" in shown[8]
    model.act(model.index(8))
    assert model.rowCount() == 1 + 30 + 1
    model.act(model.index(31))
    assert model.rowCount() == 9
    assert tester.model() is model
