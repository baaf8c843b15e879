"""The menus of the column of contracts: what they offer, and that it does it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.column_lines import Line, LineKind
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony, staged_event
from support.contract_columns import arranged, line_at, row_of, wait
from support.real_windows import RealEvent
from support.typing_keys import type_into


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return staged_event(tmp_path_factory.mktemp("staged"), contracts=4, size=2).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(copy(staged, tmp_path)))


@pytest.fixture
def desk(event: RealEvent) -> Iterator[Desk]:
    with Desk(EventFile.open(event.path)) as made:
        yield made


@pytest.fixture
def column(open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot) -> ContractColumn:
    return open_ceremony(open_window, qtbot)[1].contracts()


def menu_of(column: ContractColumn, line: Line) -> QMenu:
    column.list.menu_asked.emit(line, QPoint(0, 0))
    return next(each for each in column.findChildren(QMenu) if each.isVisible())


def choose(menu: QMenu, word: str) -> None:
    """Choose what begins with a word, in the menu or one below it."""
    found = [each for each in menu.actions() if each.text().startswith(word)]
    below = [each for sub in menu.findChildren(QMenu) for each in sub.actions()]
    found += [each for each in below if each.text().startswith(word)]
    assert found[0].isEnabled()
    found[0].trigger()
    menu.hide()


def offered(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.text() and each.isEnabled()]


def first(column: ContractColumn, kind: LineKind) -> Line:
    return column.model.lines[line_at(column, kind)]


def test_a_batch_is_locked_and_opened_from_its_menu(column: ContractColumn, qtbot: QtBot) -> None:
    choose(menu_of(column, first(column, LineKind.BATCH)), "锁定")
    wait(column, qtbot)
    batch = first(column, LineKind.BATCH).batch
    assert batch is not None
    assert batch.locked
    menu = menu_of(column, first(column, LineKind.BATCH))
    assert "移去" not in offered(menu), "it holds contracts"
    choose(menu, "名称")
    assert column.sheets.batch.isVisible()


def test_a_contract_is_moved_from_its_menu(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    number = arranged(desk)["第一批"][0]
    line = column.model.lines[column.model.row_of_contract(number)]
    choose(menu_of(column, line), "第二批")
    wait(column, qtbot)
    assert arranged(desk)["第二批"][-1] == number
    line = column.model.lines[column.model.row_of_contract(number)]
    choose(menu_of(column, line), "移出批次")
    wait(column, qtbot)
    assert row_of(desk, number).batch == ""


def test_a_slate_offers_its_figures_and_batches(column: ContractColumn, qtbot: QtBot) -> None:
    menu = menu_of(column, column.model.lines[0])
    assert offered(menu) == [
        "活动、日期和声明数…", "声明项数…", "声明金额…", "改名", "分批方案…", "新建批次",
    ]  # fmt: skip
    choose(menu, "新建批次")
    wait(column, qtbot)
    assert len(column.book.rows.batches) == 3
    choose(menu_of(column, column.model.lines[0]), "声明金额")
    assert column.list.is_editing


def test_what_cannot_be_done_with_the_ticked_is_grey(column: ContractColumn, qtbot: QtBot) -> None:
    column.model.tick(frozenset({1, 2}))
    menu = column.ticks.menu
    menu.aboutToShow.emit()
    assert offered(menu) == ["同意签约（2项）…", "签批证书（2项）…", "移到批次"]
    column.work.agree([1], "才让")
    wait(column, qtbot)
    menu.aboutToShow.emit()
    assert offered(menu) == [
        "同意签约（1项）…", "撤回同意（1项）…", "签批证书（2项）…", "移到批次",
    ]  # fmt: skip
    choose(menu, "签批证书")
    assert column.ticks.question.isVisible()
    editor = column.ticks.question.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    type_into(editor, "才让")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait(column, qtbot)
    qtbot.waitUntil(lambda: not column.ticks.isVisible())
    assert QApplication.focusWidget() is column.list, "the bar took the keyboard with it"


def test_the_menu_of_the_heading_leads_to_what_is_to_be_checked(
    column: ContractColumn, qtbot: QtBot
) -> None:
    menu = column.head.menu
    menu.aboutToShow.emit()
    assert offered(menu) == ["新建清单…", "清单的活动、日期和声明数…", "新建批次", "分批方案…"]
    column.work.change(1, {"amount": "—"})
    wait(column, qtbot)
    menu.aboutToShow.emit()
    choose(menu, "待核（1处）")
    assert column.sheets.findings.isVisible()
