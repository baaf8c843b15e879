"""Somebody else signs: chosen over the page, told in the change slip, printed again, taken back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.services import (
    batch_proposals,
    certificates,
    contracts,
    place_cards,
    stage_prints,
    substitution,
)
from qhsign.services.desk import Desk
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.readiness.slip_model import SLIP_ROLE, SlipRow
from qhsign.ui.readiness.slip_page import SlipPage
from qhsign.ui.readiness.substitution_page import SubstitutionPage
from support.desks import Clock, add_guest
from support.printed import texts
from support.real_windows import RealEvent
from support.stages import DOORS, SLATE, number_of, row_of, stage_desk
from support.typing_keys import type_into
from support.waiting_windows import Waiting, open_board, timed

OpenWindow = Callable[[OpenEvent], MainWindow]


def printed(desk: Desk, folder: Path) -> None:
    """Print what a substitution makes wrong, and enter two who might sign instead."""
    contracts.approve(desk, [1, 2], "韩秋月")
    stage_prints.print_stage_plans(desk, folder / "p.pdf")
    stage_prints.print_run_of_show(desk, folder / "s.pdf")
    certificates.print_certificates(desk, folder / "z.pdf", slate=SLATE)
    place_cards.print_place_cards(desk, folder / "k.pdf", guest_numbers=[number_of(desk, "客1")])
    add_guest(desk, "替补人", "别的公司", title="副总经理")
    add_guest(desk, "同事", "第1新能源有限公司")
    contracts.set_contract(desk, 1, {"乙.substitute": "替补人"})


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staged")
    with stage_desk(folder, 2, Clock(DOORS)) as desk:
        batch_proposals.apply(desk, SLATE, 6)
        printed(desk, folder)
        path = desk.file.path
    return timed(RealEvent(path)).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(shutil.copy(staged, tmp_path)))


@pytest.fixture
def board(
    open_window: OpenWindow, event: RealEvent, qtbot: QtBot, tmp_path: Path
) -> Iterator[Waiting]:
    found = open_board(open_window, qtbot, event.path, 12)
    found.column._parts.preferences.change(print_folder=str(tmp_path / "prints"))
    yield found
    found.desk.file.close()


@pytest.fixture
def page(board: Waiting) -> SubstitutionPage:
    board.come("同事", "主1")
    board.column.open_substitution(1, "乙")
    board.settle()
    return board.column.substitution


def offered(page: SubstitutionPage) -> list[str]:
    return [each.name for each in page.stand_ins.list.rows.rows]


def signatory(board: Waiting) -> str:
    return row_of(board.desk, 1).parties[1].signatory


def substituted(board: Waiting, page: SubstitutionPage) -> SlipPage:
    page.stand_ins._take_first()
    QTest.mouseClick(page.authorised, Qt.MouseButton.LeftButton)
    type_into(page.approver, "马骏")
    QTest.keyClick(page.approver, Qt.Key.Key_Return)
    board.settle()
    return board.column.slip


def rows(slip: SlipPage) -> list[SlipRow]:
    model = slip.slips
    return [model.index(row).data(SLIP_ROLE) for row in range(model.rowCount())]


def still_open(slip: SlipPage) -> list[str]:
    return [row.line.print for row in rows(slip) if row.line is not None and row.is_open]


def test_who_might_sign_is_offered_and_searched(board: Waiting, page: SubstitutionPage) -> None:
    assert not page.isHidden()
    assert page.side.currentText().startswith("乙  客1")
    assert offered(page) == ["替补人", "同事"]
    assert not page.do.isEnabled()
    type_into(page.stand_ins.search.input, "助2")
    assert offered(page) == ["助2"]
    page.stand_ins.search.input.clear()
    page.side.setCurrentIndex(0)
    board.settle()
    assert offered(page) == []
    assert "没有指定替补" in page.stand_ins._nobody.sentence
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.isHidden()
    assert signatory(board) == "客1"


def test_the_keyboard_goes_from_the_guest_to_the_letter_to_the_approver(
    page: SubstitutionPage,
) -> None:
    QTest.keyClick(page.stand_ins.search.input, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.authorised
    QTest.keyClick(page.authorised, Qt.Key.Key_Space)
    QTest.keyClick(page.authorised, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.approver


def test_asked_without_a_contract_it_is_about_whoever_is_not_there(board: Waiting) -> None:
    board.before(45)
    board.come("主1", "客1", "主2")
    board.announce()
    board.settle()
    board.column.book.choose_batch(board.column.book.batches[0].id)
    board.column.substitute()
    board.settle()
    page = board.column.substitution
    assert (page.contract.currentData(), page.side.currentData()) == (2, "乙")


def test_what_is_lacking_is_said_and_nothing_is_lost(
    board: Waiting, page: SubstitutionPage
) -> None:
    QTest.keyClick(page.stand_ins.search.input, Qt.Key.Key_Return)
    assert page.instead.text() == "替补人  别的公司 副总经理"
    QTest.mouseClick(page.do, Qt.MouseButton.LeftButton)
    board.settle()
    assert "授权委托书" in page.notice.sentence
    page.authorised.setChecked(True)
    QTest.mouseClick(page.do, Qt.MouseButton.LeftButton)
    board.settle()
    assert "批准人" in page.notice.sentence
    assert page.instead.text() == "替补人  别的公司 副总经理"
    assert signatory(board) == "客1"


def test_a_substitution_with_its_slip_from_end_to_end(
    board: Waiting, page: SubstitutionPage, tmp_path: Path
) -> None:
    slip = substituted(board, page)
    QAbstractItemModelTester(slip.slips)
    assert (page.is_open, slip.is_open, signatory(board)) == (False, True, "替补人")
    assert board.column._parts.bar.sentence == "第1项改由替补人签，替客1"
    assert still_open(slip) == ["place-cards", "run-of-show", "stage-plan", "certificates"]
    assert "1 第1光伏项目 乙方：替补人替客1；马骏批准" in str(slip.slips.index(0).data())
    assert board.column.foot.said.text() == "4件要重印"

    slip.list.setFocus()
    slip.list.setCurrentIndex(slip.slips.index(3))
    QTest.keyClick(slip.list, Qt.Key.Key_Return)
    board.settle()
    assert still_open(slip) == ["place-cards", "run-of-show", "certificates"]
    assert (tmp_path / "prints" / "台位图 第一批.pdf").exists()
    slip.every.setFocus()
    QTest.keyClick(slip.every, Qt.Key.Key_Space)
    board.settle()
    board.qtbot.waitUntil(lambda: still_open(slip) == [])
    assert QApplication.focusWidget() is slip.list, "the button is grey now"
    assert board.column.foot.said.text() == "都已重印"
    assert len(list((tmp_path / "prints").iterdir())) == 4
    with board.desk.read():
        (past,) = substitution.list_substitutions(board.desk)
    assert past.still_open == []

    QTest.mouseClick(slip.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text().splitlines()
    assert copied[1].strip() == (
        f"席卡  客1（{number_of(board.desk, '客1'):05d}） 第1版作废"
        f"  改印替补人（{number_of(board.desk, '替补人'):05d}） 已重印"
    )


def test_the_slip_itself_is_printed_beside_copying(
    board: Waiting, page: SubstitutionPage, tmp_path: Path
) -> None:
    assert not board.column.slip.print.isEnabled()
    slip = substituted(board, page)
    slip.list.setCurrentIndex(slip.slips.index(2))
    assert slip.print.accessibleDescription() == "第1项乙方替补替补人的变更单"
    slip.print.setFocus()
    QTest.keyClick(slip.print, Qt.Key.Key_Space)
    board.settle()
    out = tmp_path / "prints" / "变更单 0001 乙 替补人.pdf"
    assert str(out) in slip.notice.sentence
    (said,) = texts(out)
    assert {"客1", "替补人", "马骏"} <= {name for name in ("客1", "替补人", "马骏") if name in said}
    assert slip.print.isEnabled()
    assert still_open(slip) == ["place-cards", "run-of-show", "stage-plan", "certificates"]
    QTest.mouseClick(slip.print, Qt.MouseButton.LeftButton)
    board.settle()
    assert "第2版" in texts(out.with_name("变更单 0001 乙 替补人-2.pdf"))[0]


def test_a_slip_that_cannot_be_printed_says_why(
    board: Waiting, page: SubstitutionPage, tmp_path: Path
) -> None:
    slip = substituted(board, page)
    (tmp_path / "prints").write_text("no folder", encoding="utf-8")
    QTest.mouseClick(slip.print, Qt.MouseButton.LeftButton)
    board.settle()
    assert slip.notice.sentence
    assert slip.print.isEnabled()


def test_a_substitution_is_taken_back(board: Waiting, page: SubstitutionPage) -> None:
    slip = substituted(board, page)
    QTest.keyClick(board.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    board.settle()
    assert (signatory(board), rows(slip)) == ("客1", [])
    board.column.open_substitution(1, "乙")
    board.settle()
    slip = substituted(board, page)
    slip.list.setCurrentIndex(slip.slips.index(0))
    QTest.keyClick(slip.list, Qt.Key.Key_Return)
    board.settle()
    assert (signatory(board), rows(slip)) == ("客1", [])
    assert "还没有人替补" in slip._empty.sentence


def test_what_cannot_be_printed_is_said_and_stays_open(
    board: Waiting, page: SubstitutionPage, tmp_path: Path
) -> None:
    slip = substituted(board, page)
    (tmp_path / "prints").write_text("kein Ordner")
    QTest.mouseClick(slip.every, Qt.MouseButton.LeftButton)
    board.settle()
    assert str(tmp_path / "prints") in slip.notice.sentence
    assert len(still_open(slip)) == 4


def test_the_slip_of_another_desk_shows(board: Waiting) -> None:
    substitution.substitute(
        board.desk, 1, "乙", number_of(board.desk, "替补人"), authorised=True, approver="马骏"
    )
    board.announce(Changed.CONTRACTS)
    board.settle()
    assert board.column.foot.said.text() == "4件要重印"
    board.column.show_slip()
    assert len(rows(board.column.slip)) == 6
