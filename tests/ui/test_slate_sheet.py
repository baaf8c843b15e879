"""A slate over the stage: its activity, its day and what was declared, set and taken back."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.services import activities, slates
from qhsign.services.contract_records import SlateRow
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.column_lines import LineKind
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.ceremony.slate_sheet import SlateSheet
from qhsign.ui.guest_panel.fact_row import FactRow
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony, staged_event
from support.real_windows import RealEvent, settle, write
from support.stages import ACTIVITY, SLATE

OpenWindow = Callable[[OpenEvent], MainWindow]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return staged_event(tmp_path_factory.mktemp("staged"), 4, 2).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(copy(staged, tmp_path)))


@pytest.fixture
def desk(event: RealEvent) -> Iterator[Desk]:
    with Desk(EventFile.open(event.path)) as made:
        yield made


@pytest.fixture
def page(open_window: OpenWindow, qtbot: QtBot) -> CeremonyPage:
    return open_ceremony(open_window, qtbot)[1]


@pytest.fixture
def column(page: CeremonyPage) -> ContractColumn:
    return page.contracts()


@pytest.fixture
def sheet(column: ContractColumn, qtbot: QtBot) -> SlateSheet:
    column.open_slate()
    wait(column, qtbot)
    return column.sheets.slate


def wait(column: ContractColumn, qtbot: QtBot) -> None:
    window = column.window()
    assert isinstance(window, MainWindow)
    settle(window, qtbot)


def slate(desk: Desk) -> SlateRow:
    return slates.list_slates(desk)[0]


def typed(row: FactRow, text: str) -> None:
    """Edit a fact and press Enter."""
    row.edit()
    assert row._editor is not None
    write(row._editor._control, text)  # type: ignore[arg-type] # a line here


def chosen(row: FactRow, value: str) -> None:
    """Choose another value of a fact."""
    row.edit()
    assert row._editor is not None
    row._editor.committed.emit(value)


def test_activity_and_day_are_set_and_taken_back(
    page: CeremonyPage, column: ContractColumn, sheet: SlateSheet, qtbot: QtBot, desk: Desk
) -> None:
    rows = sheet.facts.rows
    assert rows["activity"].hasFocus()
    assert rows["activity"].value.text() == ACTIVITY
    other = activities.set_activity(desk, "闭幕式", {})
    chosen(rows["activity"], other.id)
    wait(column, qtbot)
    assert slate(desk).activity == "闭幕式"
    assert rows["activity"].value.text() == "闭幕式"
    typed(rows["day"], "2024年7月12日")
    wait(column, qtbot)
    assert (slate(desk).day, rows["day"].value.text()) == (date(2024, 7, 12), "2024-07-12")
    page.undo()
    wait(column, qtbot)
    assert slate(desk).day == date(2024, 7, 11)
    chosen(rows["activity"], "")
    wait(column, qtbot)
    assert (slate(desk).activity, rows["activity"].value.text()) == ("", "—")
    page.undo()
    wait(column, qtbot)
    assert slate(desk).activity == "闭幕式"


def test_declared_figures_and_the_name_are_set_here_too(
    page: CeremonyPage, column: ContractColumn, sheet: SlateSheet, qtbot: QtBot, desk: Desk
) -> None:
    rows = sheet.facts.rows
    for key, text in (("declared_contracts", "18"), ("declared_amount", "536亿元")):
        typed(rows[key], text)
        wait(column, qtbot)
    assert (slate(desk).declared_contracts, slate(desk).declared_amount) == (18, 53_600_000_000_00)
    typed(rows["name"], "重点项目")
    wait(column, qtbot)
    assert sheet.row is not None
    assert (sheet.row.name, sheet.is_open) == ("重点项目", True)
    page.undo()
    wait(column, qtbot)
    assert slate(desk).name == SLATE


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("day", "下周三", "请写成2026-07-16这样的日期。"),
        ("declared_contracts", "很多", "请写声明了几项，如18。"),
        ("declared_amount", "1.2亿美元", "请写人民币金额，如536亿元。"),
        ("name", " ", ""),
    ],
)
def test_what_cannot_be_read_is_told_in_place_and_stays(
    column: ContractColumn,
    sheet: SlateSheet,
    qtbot: QtBot,
    desk: Desk,
    key: str,
    text: str,
    sentence: str,
) -> None:
    before = slate(desk)
    row = sheet.facts.rows[key]
    typed(row, text)
    wait(column, qtbot)
    assert slate(desk) == before
    if sentence:
        assert (row.error, row.is_editing) == (sentence, True)


def test_it_follows_the_chosen_slate_and_activities_that_are_new(
    column: ContractColumn, sheet: SlateSheet, qtbot: QtBot, desk: Desk
) -> None:
    column.work.add_slate("绿色算力")
    wait(column, qtbot)
    assert sheet.row is not None
    assert (sheet.row.name, sheet.facts.rows["activity"].value.text()) == ("绿色算力", "—")
    activities.set_activity(desk, "算力签约", {})
    column._parts.runner.announce(frozenset({Changed.ACTIVITIES}))
    wait(column, qtbot)
    assert any("算力签约" in word for _, word in sheet._choices(sheet.row))
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.is_open


def test_it_is_asked_for_by_the_menu_of_the_slate(column: ContractColumn, qtbot: QtBot) -> None:
    line = next(line for line in column.model.lines if line.kind is LineKind.SLATE)
    menu = QMenu()
    column.menus._of_slate(menu, line)
    menu.actions()[0].trigger()
    wait(column, qtbot)
    assert column.sheets.slate.is_open
    column.menus._fill_head()
    assert [each.isEnabled() for each in column.head.menu.actions()][1]
