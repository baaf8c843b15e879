"""The column of slates, batches and contracts, over a real event."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qhsign.services import contracts
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.column_lines import LineKind
from qhsign.ui.ceremony.column_list import DropPlace
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony, staged_event
from support.contract_columns import (
    ALT,
    CTRL,
    arranged,
    click,
    go_to,
    line_at,
    line_of,
    press,
    row_of,
    shown,
    slate_of,
    wait,
)
from support.real_windows import RealEvent, write
from support.stages import SLATE
from support.typing_keys import type_into

OpenWindow = Callable[[OpenEvent], MainWindow]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return staged_event(tmp_path_factory.mktemp("staged")).path


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
    column = page.contracts()
    column.list.setFocus()
    return column


def test_the_slate_stands_open_over_its_batches(column: ContractColumn) -> None:
    lines = column.model.lines
    assert lines[0].slate is not None
    assert lines[0].slate.name == SLATE
    assert column.model.chosen.is_line(lines[0])
    assert list(shown(column)) == ["第一批", "第二批", "第三批"]
    assert sorted(n for held in shown(column).values() for n in held) == [*range(1, 19)]
    spoken = str(column.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert SLATE in spoken
    assert "171亿元" in spoken


def test_the_model_keeps_the_rules_of_qt(column: ContractColumn, qtbot: QtBot) -> None:
    model: QAbstractItemModel = column.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    column.foot.search.input.setText("3")
    wait(column, qtbot)
    column.foot.search.input.clear()
    column.model.tick(frozenset({1, 2}))
    assert column.model.rowCount() == 1 + 3 + 18


def test_the_keyboard_chooses_for_all_columns(column: ContractColumn) -> None:
    go_to(column, 7)
    assert column.book.contract is not None
    assert column.book.contract.number == 7
    assert column.book.batch is not None
    assert 7 in [row.number for row in column.book.batch.contracts]
    column.list.go_to(line_at(column, LineKind.BATCH))
    QTest.keyClick(column.list, Qt.Key.Key_Down)
    assert column.model.chosen.contract == column.book.contract.number != 7


def test_another_slate_shows_its_contracts_under_their_batches(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    column.work.add_slate("绿色算力")
    wait(column, qtbot)
    for number in (1, 2):
        column.work.put_on_slates(number, [SLATE, "绿色算力"])
    wait(column, qtbot)
    assert column.book.slate is not None
    assert column.book.slate.name == "绿色算力"
    assert sorted(n for held in shown(column).values() for n in held) == [1, 2]
    go_to(column, 2)
    assert column.book.slate.name == "绿色算力", "the contract is on the chosen slate"
    assert column.book.batch is not None
    assert column.book.batch.slate == SLATE
    assert slate_of(desk, "绿色算力").contracts == 2


def test_contracts_on_no_slate_are_not_lost(column: ContractColumn, qtbot: QtBot) -> None:
    column.work.put_on_slates(3, [])
    wait(column, qtbot)
    apart = line_at(column, LineKind.APART)
    column.list.go_to(apart)
    wait(column, qtbot)
    assert column.book.is_apart
    assert [n for held in shown(column).values() for n in held] == [3]
    column.book.choose_slate(SLATE)
    assert 3 not in [n for held in shown(column).values() for n in held]


def test_slates_are_chosen_by_click_and_by_keys(column: ContractColumn, qtbot: QtBot) -> None:
    column.work.add_slate("绿色算力")
    wait(column, qtbot)
    column.work.put_on_slates(2, [SLATE, "绿色算力"])
    wait(column, qtbot)
    click(column, 0)
    assert column.model.chosen.slate == SLATE
    assert len(column.model.lines) == 2 + 3 + 18
    QTest.keyClick(column.list, Qt.Key.Key_Down)
    assert column.model.chosen.slate == "绿色算力"
    assert [n for held in shown(column).values() for n in held] == [2]
    QTest.keyClick(column.list, Qt.Key.Key_Up)
    assert column.model.chosen.slate == SLATE
    click(column, 1)
    assert column.model.chosen.slate == "绿色算力"
    assert not column.list.is_editing, "the first click opens a slate, the second its figures"


def test_searching_finds_by_pinyin_and_leads_there(column: ContractColumn, qtbot: QtBot) -> None:
    column.focus_search()
    type_into(column.foot.search.input, "guangfu")
    wait(column, qtbot)
    assert len(shown(column)["第一批"]) == 6
    column.foot.search.input.setText("客15")
    wait(column, qtbot)
    assert [n for held in shown(column).values() for n in held] == [15]
    QTest.keyClick(column.foot.search.input, Qt.Key.Key_Return)
    assert column.list.hasFocus()
    assert column.book.contract is not None
    assert column.book.contract.number == 15
    column.foot.search.input.setText("没有这个")
    wait(column, qtbot)
    assert [line.kind for line in column.model.lines] == [LineKind.NOTHING]
    assert "没有这个" in column.list.delegate.nothing


def test_declared_figures_are_edited_where_they_stand(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    line = column.model.lines[0]
    rect = column.list.visualRect(column.model.index(0))
    click(column, 0, column.list.delegate.face.declared_cell(rect, "declared_amount").center())
    type_text(column, "170亿元")
    wait(column, qtbot)
    assert slate_of(desk).declared_amount == 17_000_000_000_00
    assert not column.list.is_editing
    column.edit_slate(line, "declared_contracts")
    type_text(column, "19")
    wait(column, qtbot)
    assert slate_of(desk).declared_contracts == 19
    assert column.model.lines[0].findings == 2, "neither the count nor the amount agrees"
    column.edit_slate(column.model.lines[0], "declared_contracts")
    type_text(column, "很多")
    wait(column, qtbot)
    assert "很多" in bar(column)
    assert slate_of(desk).declared_contracts == 19


def type_text(column: ContractColumn, text: str) -> None:
    """Type into the editor that lies over the list."""
    write(line_of(column.list._editor), text)


def bar(column: ContractColumn) -> str:
    return column._parts.bar.sentence


def test_a_change_of_a_slate_is_taken_back(
    page: CeremonyPage, column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    column.edit_slate(column.model.lines[0], "name")
    type_text(column, "重点项目")
    wait(column, qtbot)
    assert column.book.slate is not None
    assert column.book.slate.name == "重点项目"
    page.undo()
    wait(column, qtbot)
    assert slate_of(desk).name == SLATE


@pytest.mark.parametrize(("place", "wanted"), [(1, 2), (2, 1)])
def test_a_contract_moves_by_keys_and_back(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk, place: int, wanted: int
) -> None:
    before = arranged(desk)
    number = before["第一批"][place]
    go_to(column, number)
    press(column, Qt.Key.Key_Down if wanted > place else Qt.Key.Key_Up, ALT)
    wait(column, qtbot)
    assert arranged(desk)["第一批"].index(number) == wanted
    assert shown(column) == arranged(desk)
    assert column.list.line is not None
    assert column.list.line.contract is not None
    assert column.list.line.contract.number == number, "the keyboard stays on it"
    page.undo()
    wait(column, qtbot)
    assert arranged(desk) == before
    assert bar(column) == "已恢复原样。"


def test_a_contract_moves_to_the_batch_beside_and_out_of_any(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    before = arranged(desk)
    number = before["第二批"][0]
    go_to(column, number)
    press(column, Qt.Key.Key_Up, ALT | CTRL)
    wait(column, qtbot)
    assert arranged(desk)["第一批"] == [*before["第一批"], number]
    for _ in range(3):
        press(column, Qt.Key.Key_Down, ALT | CTRL)
        wait(column, qtbot)
    assert row_of(desk, number).batch == ""
    assert shown(column)["—"] == [number]


def test_dropping_puts_contracts_between_others(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    before = arranged(desk)
    moved = before["第三批"][:2]
    column.model.tick(frozenset(moved))
    source = column.model.row_of_contract(moved[0])
    mime = column.model.mimeData([column.model.index(source)])
    target = before["第一批"][1]
    rect = column.list.visualRect(column.model.index(column.model.row_of_contract(target)))
    drop(column, mime, QPoint(rect.center().x(), rect.bottom() - 2))
    wait(column, qtbot)
    assert arranged(desk)["第一批"] == [*before["第一批"][:2], *moved, *before["第一批"][2:]]


def drop(column: ContractColumn, mime: QMimeData, at: QPoint) -> None:
    event = QDropEvent(
        QPointF(at), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop,
    )  # fmt: skip
    column.list.dropEvent(event)


def test_a_drop_on_a_slate_does_nothing(column: ContractColumn, qtbot: QtBot, desk: Desk) -> None:
    before = arranged(desk)
    mime = column.model.mimeData([column.model.index(column.model.row_of_contract(1))])
    drop(column, mime, column.list.visualRect(column.model.index(0)).center())
    wait(column, qtbot)
    assert arranged(desk) == before


def test_a_locked_batch_refuses_in_one_sentence(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    first = column.book.rows.batches[0]
    column.batches.lock(first, locked=True)
    wait(column, qtbot)
    before = arranged(desk)
    column.batches.put([before["第二批"][0]], DropPlace(first.id))
    wait(column, qtbot)
    assert arranged(desk) == before
    assert "已锁定" in bar(column)


def test_batches_are_made_and_removed_with_a_way_back(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    column.add_batch()
    wait(column, qtbot)
    made = column.book.batch
    assert made is not None
    assert (made.name, shown(column)["第四批"]) == ("第四批", [])
    column.batches.remove(made)
    wait(column, qtbot)
    assert "第四批" not in arranged(desk)
    page.undo()
    wait(column, qtbot)
    assert "第四批" in arranged(desk)
    column.add_batch()
    wait(column, qtbot)
    assert "第五批" in arranged(desk)
    page.undo()
    wait(column, qtbot)
    assert "第五批" not in arranged(desk)
    assert bar(column) == "已恢复原样。"


def test_findings_are_marked_where_they_happen(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    column.work.change(4, {"乙.signatory": "不是嘉宾", "amount": ""})
    column.work.change(5, {"amount": "—"})
    wait(column, qtbot)
    marks = {each.contract.number: each.findings for each in column.model.lines if each.contract}
    assert marks[5] == 1
    assert marks[1] == 0
    column.show_findings()
    found = column.sheets.findings
    assert found.isVisible()
    texts = [found.list.item(place).text() for place in range(found.list.count())]
    place = next(place for place, text in enumerate(texts) if "0005" in text)
    found.list.itemActivated.emit(found.list.item(place))
    assert column.sheets.front is None
    assert column.book.contract is not None
    assert column.book.contract.number == 5
    assert column.list.hasFocus()


def test_ticked_contracts_are_screened_together(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    go_to(column, 1)
    QTest.keyClick(column.list, Qt.Key.Key_Space)
    go_to(column, 2)
    QTest.keyClick(column.list, Qt.Key.Key_Space)
    assert column.ticks.isVisible()
    column.agree(column.ticked_rows())
    editor = line_of(column.ticks.question.editor)
    assert editor.text() == "韩秋月"
    write(editor, "才让")
    wait(column, qtbot)
    assert [row_of(desk, number).agreed_by for number in (1, 2, 3)] == ["才让", "才让", ""]
    assert not column.model.ticked
    assert not column.ticks.isVisible()
    page.undo()
    wait(column, qtbot)
    assert row_of(desk, 1).agreed_on is None


def test_a_missing_reason_is_asked_again(column: ContractColumn, qtbot: QtBot) -> None:
    column.work.agree([1], "才让")
    wait(column, qtbot)
    column.model.tick(frozenset({1}))
    column.disagree(column.ticked_rows())
    question = column.ticks.question
    write(line_of(question.editor), " ")
    wait(column, qtbot)
    assert question.error
    write(line_of(question.editor), "材料不全")
    wait(column, qtbot)
    assert row_shown(column, 1).agreed_on is None


def row_shown(column: ContractColumn, number: int) -> ContractRow:
    return next(row for row in column.book.rows.contracts if row.number == number)


def test_the_box_before_a_contract_ticks_it(column: ContractColumn) -> None:
    row = column.model.row_of_contract(1)
    rect = column.list.visualRect(column.model.index(row))
    click(column, row, QPoint(rect.left() + 20, rect.center().y()))
    assert column.model.ticked == {1}
    click(column, row, QPoint(rect.left() + 20, rect.center().y()))
    assert not column.model.ticked


def test_batches_are_proposed_looked_at_and_taken_over(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    before = arranged(desk)
    column.propose()
    wait(column, qtbot)
    sheet = column.sheets.proposal
    sheet.size_box.setCurrentIndex(sheet.size_box.findData(9))
    wait(column, qtbot)
    assert arranged(desk) == before, "nothing is written before it is taken over"
    assert sum(line.is_heading for line in sheet.model.lines) == 2
    QTest.mouseClick(sheet.apply, Qt.MouseButton.LeftButton)
    wait(column, qtbot)
    assert not sheet.is_open
    assert [len(held) for held in arranged(desk).values()] == [9, 9, 0]
    page.undo()
    wait(column, qtbot)
    assert arranged(desk) == before


def test_a_proposal_tells_what_could_not_be_avoided(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    for number in range(1, 19):
        contracts.set_contract(desk, number, {"甲.signatory": "主1"})
    column.propose()
    wait(column, qtbot)
    sheet = column.sheets.proposal
    assert sheet.findings.count() > 0
    assert "主1" in sheet.findings.item(0).text()


def test_a_slate_named_twice_is_refused_in_place(column: ContractColumn, qtbot: QtBot) -> None:
    column.ask_slate()
    editor = line_of(column.question.editor)
    write(editor, SLATE)
    wait(column, qtbot)
    assert SLATE in column.question.error
    assert column.question.isVisible()
