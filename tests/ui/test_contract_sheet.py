"""One contract, or one batch, over the stage: everything edited in place, over a real event."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.contract import ContractKind, SigningMode
from qhsign.services import batches, contracts
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.services.desk import Desk
from qhsign.services.stage_records import BatchRow
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.batch_sheet import BatchSheet
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.ceremony.contract_sheet import ContractSheet
from qhsign.ui.ceremony.fact_group import FactGroup
from qhsign.ui.guest_panel.fact_row import FactRow
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony, staged_event
from support.real_windows import RealEvent, settle, write
from support.stages import SLATE
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
def page(open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot) -> CeremonyPage:
    return open_ceremony(open_window, qtbot)[1]


@pytest.fixture
def column(page: CeremonyPage) -> ContractColumn:
    return page.contracts()


@pytest.fixture
def sheet(column: ContractColumn) -> ContractSheet:
    column.open_contract(1)
    assert column.sheets.contract.isVisible()
    return column.sheets.contract


@pytest.fixture
def batch_sheet(column: ContractColumn) -> BatchSheet:
    column.book.choose_batch(column.book.rows.batches[0].id)
    column.sheets.open_batch()
    return column.sheets.batch


def wait(widget: QWidget, qtbot: QtBot) -> None:
    window = widget.window()
    assert isinstance(window, MainWindow)
    settle(window, qtbot)


def row_of(desk: Desk, number: int = 1) -> ContractRow:
    return next(row for row in contracts.list_contracts(desk) if row.number == number)


def party_of(desk: Desk, side: str) -> PartyRow:
    return next(party for party in row_of(desk).parties if party.side == side)


def batch_of(desk: Desk, name: str = "第一批") -> BatchRow:
    return next(row for row in batches.list_batches(desk, empty=True) if row.name == name)


def line_of(row: FactRow) -> QLineEdit:
    row.edit()
    line = row.findChild(QLineEdit)
    assert line is not None
    return line


def type_fact(group: FactGroup, name: str, text: str, qtbot: QtBot) -> None:
    write(line_of(group.rows[name]), text)
    wait(group, qtbot)


def choose_fact(group: FactGroup, name: str, value: str, qtbot: QtBot) -> None:
    row = group.rows[name]
    row.edit()
    box = row.findChild(QComboBox)
    assert box is not None
    box.hidePopup()
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    wait(group, qtbot)


def test_everything_of_a_contract_is_there(sheet: ContractSheet) -> None:
    assert list(sheet.contract.rows) == [
        "title", "kind", "amount", "industry", "region", "mode", "language", "remark",
    ]  # fmt: skip
    assert list(sheet.parties) == ["甲", "乙"]
    assert sheet.contract.rows["title"].value.text() == "第1光伏项目"
    assert sheet.contract.rows["amount"].value.text() == "1亿元"
    assert sheet.parties["乙"].rows["乙.signatory"].value.text() == "客1"
    assert sheet.places.rows["batch"].value.text() == "第一批"
    assert SLATE in sheet.slates.text()
    assert sheet.contract.rows["title"].hasFocus()


def test_texts_and_choices_are_edited_in_place_and_taken_back(
    sheet: ContractSheet, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    type_fact(sheet.contract, "title", "海西光热储一体化基地", qtbot)
    type_fact(sheet.contract, "remark", "待补材料", qtbot)
    choose_fact(sheet.contract, "kind", "framework", qtbot)
    choose_fact(sheet.contract, "mode", "after", qtbot)
    type_fact(sheet.contract, "amount", "USD 120 million", qtbot)
    row = row_of(desk)
    assert row.remark == "待补材料"
    assert (row.title, row.kind, row.mode) == (
        "海西光热储一体化基地", ContractKind.FRAMEWORK, SigningMode.AFTER,
    )  # fmt: skip
    assert row.amount is not None
    assert (row.amount.fen, row.amount.currency) == (12_000_000_000, "USD")
    type_fact(sheet.contract, "amount", "—", qtbot)
    assert row_of(desk).amount is None
    page.undo()
    wait(sheet, qtbot)
    assert row_of(desk).amount == row.amount
    assert sheet.contract.rows["amount"].value.text() == "1.2亿美元"


def test_what_cannot_be_read_stays_with_one_sentence(
    sheet: ContractSheet, qtbot: QtBot, desk: Desk
) -> None:
    row = sheet.contract.rows["amount"]
    type_fact(sheet.contract, "amount", "很多钱", qtbot)
    assert "很多钱" in row.error
    line = row.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "很多钱"
    write(line, "3亿元")
    wait(sheet, qtbot)
    assert not row.is_editing
    assert row_of(desk).amount is not None


def test_a_signatory_is_searched_among_the_guests(
    sheet: ContractSheet, qtbot: QtBot, desk: Desk
) -> None:
    line = line_of(sheet.parties["乙"].rows["乙.signatory"])
    line.clear()
    type_into(line, "ke2")
    completer = line.completer()
    assert completer is not None
    model = completer.model()
    shown = [str(model.index(place, 0).data()) for place in range(model.rowCount())]
    assert shown[0].startswith("客2　第2新能源有限公司")
    write(line, completer.pathFromIndex(model.index(0, 0)))
    wait(sheet, qtbot)
    assert (party_of(desk, "乙").signatory, party_of(desk, "乙").is_guest) == ("客2", True)


def test_a_signatory_who_is_no_guest_is_shown_as_such(
    sheet: ContractSheet, qtbot: QtBot, desk: Desk
) -> None:
    type_fact(sheet.parties["乙"], "乙.signatory", "不来的人", qtbot)
    assert not party_of(desk, "乙").is_guest
    row = sheet.parties["乙"].rows["乙.signatory"]
    assert "不在嘉宾名单" in row.accessibleName()
    assert sheet.checks.isVisible()
    assert "不来的人" in sheet._checks.text()


def test_witnesses_are_suggested_one_after_the_other(sheet: ContractSheet) -> None:
    assert sheet._names.suggest("主1、zhu2")[0][1] == "主1、主2"
    assert sheet._names.suggest("主1、") == ()


def test_a_third_party_comes_and_goes(
    sheet: ContractSheet, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    write(line_of(sheet.add_party), "青海银行")
    wait(sheet, qtbot)
    assert [party.organization for party in row_of(desk).parties][2] == "青海银行"
    assert list(sheet.parties) == ["甲", "乙", "丙"]
    choose_fact(sheet.parties["丙"], "丙.host", "yes", qtbot)
    assert [party.is_host for party in row_of(desk).parties] == [False, False, True]
    choose_fact(sheet.parties["丙"], "丙.host", "no", qtbot)
    assert party_of(desk, "甲").is_host
    choose_fact(sheet.parties["丙"], "丙.needs_authorisation", "yes", qtbot)
    assert party_of(desk, "丙").needs_authorisation
    QTest.mouseClick(sheet.parties["丙"].button, Qt.MouseButton.LeftButton)
    wait(sheet, qtbot)
    assert list(sheet.parties) == ["甲", "乙"]
    page.undo()
    wait(sheet, qtbot)
    assert party_of(desk, "丙").needs_authorisation


def test_slates_and_batch_are_chosen(sheet: ContractSheet, qtbot: QtBot, desk: Desk) -> None:
    choose_fact(sheet.places, "batch", "第二批", qtbot)
    assert row_of(desk).batch == "第二批"
    choose_fact(sheet.places, "batch", "", qtbot)
    assert row_of(desk).batch == ""
    (action,) = sheet.slates.menu().actions()
    assert action.isChecked()
    action.trigger()
    wait(sheet, qtbot)
    assert row_of(desk).slates == ()
    assert sheet.isVisible(), "the contract stays open"


def test_texts_of_the_second_language_appear_when_it_is_chosen(
    sheet: ContractSheet, qtbot: QtBot, desk: Desk
) -> None:
    assert not sheet.texts.isVisible()
    choose_fact(sheet.contract, "language", "ru", qtbot)
    assert sheet.texts.isVisible()
    type_fact(sheet.texts, "乙.organization_ru", "Компания", qtbot)
    assert row_of(desk).texts == {"乙.organization_ru": "Компания"}
    type_fact(sheet.parties["乙"], "乙.country", "吉尔吉斯斯坦", qtbot)
    assert party_of(desk, "乙").country == "KG"


def test_a_contract_is_agreed_to_and_approved(
    sheet: ContractSheet, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    QTest.mouseClick(sheet.agree, Qt.MouseButton.LeftButton)
    answer(sheet, "才让")
    wait(sheet, qtbot)
    assert row_of(desk).agreed_by == "才让"
    assert not sheet.ask.isVisible()
    QTest.mouseClick(sheet.approve, Qt.MouseButton.LeftButton)
    answer(sheet, "韩秋月")
    wait(sheet, qtbot)
    assert row_of(desk).approved_by == "韩秋月"
    type_fact(sheet.contract, "title", "改了名", qtbot)
    assert not row_of(desk).approved
    assert "重新签批" in page._parts.bar.sentence
    QTest.mouseClick(sheet.agree, Qt.MouseButton.LeftButton)
    answer(sheet, "材料不全")
    wait(sheet, qtbot)
    assert row_of(desk).agreed_on is None


def answer(sheet: ContractSheet, text: str) -> None:
    editor = sheet.ask.editor
    assert editor is not None
    assert editor._line is not None
    write(editor._line, text)


def test_the_list_beside_leads_to_the_next_contract(
    sheet: ContractSheet, column: ContractColumn, qtbot: QtBot
) -> None:
    line_of(sheet.contract.rows["title"])
    column.list.go_to(column.model.row_of_contract(2))
    assert sheet.contract.rows["title"].value.text() == "第2光伏项目"
    assert not sheet.is_editing
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert column.list.hasFocus()


def test_what_is_being_typed_never_goes_to_another_contract(
    sheet: ContractSheet, qtbot: QtBot, desk: Desk
) -> None:
    before = {row.number: row.title for row in contracts.list_contracts(desk)}
    type_into(line_of(sheet.contract.rows["title"]), "半个名")
    assert sheet.row is not None
    other = next(number for number in before if number != sheet.row.number)
    sheet._parts.book.choose_contract(other)
    wait(sheet, qtbot)
    assert sheet.row.number == other
    assert {row.number: row.title for row in contracts.list_contracts(desk)} == before


def test_a_contract_with_one_party_blocks_nothing(
    sheet: ContractSheet, column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    column.work.remove_party(1, "乙")
    wait(sheet, qtbot)
    assert list(sheet.parties) == ["甲"]
    assert sheet.checks.isVisible()
    QTest.mouseClick(sheet.approve, Qt.MouseButton.LeftButton)
    answer(sheet, "韩秋月")
    wait(sheet, qtbot)
    assert "0001" in sheet.ask.error


def test_a_batch_is_named_timed_and_locked(
    batch_sheet: BatchSheet, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    facts = batch_sheet.facts
    type_fact(facts, "name", "重点第一批", qtbot)
    type_fact(facts, "starts", "15:00", qtbot)
    type_fact(facts, "size", "9", qtbot)
    type_fact(facts, "host_witnesses", "主1、主2", qtbot)
    QTest.mouseClick(batch_sheet.lock, Qt.MouseButton.LeftButton)
    wait(batch_sheet, qtbot)
    row = batch_of(desk, "重点第一批")
    assert (row.size_limit, row.host_witnesses, row.locked) == (9, "主1、主2", True)
    assert row.starts == datetime(2024, 7, 11, 7, 0, tzinfo=UTC), "the day is that of the activity"
    page.undo()
    wait(batch_sheet, qtbot)
    assert not batch_of(desk, "重点第一批").locked
    assert not batch_sheet.remove.isVisible(), "it holds contracts"


@pytest.mark.parametrize(
    ("field", "text"), [("starts", "下午"), ("size", "几张"), ("name", "12"), ("name", "第二批")]
)
def test_a_batch_refuses_in_one_sentence(
    batch_sheet: BatchSheet, qtbot: QtBot, desk: Desk, field: str, text: str
) -> None:
    before = batch_of(desk)
    type_fact(batch_sheet.facts, field, text, qtbot)
    row = batch_sheet.facts.rows[field]
    assert row.error
    assert row.is_editing
    assert batch_of(desk) == before
