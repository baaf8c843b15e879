"""The board of a batch that waits, over a real event: live, its alarms, its details."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.domain.readiness import Light
from qhsign.domain.stage_terms import TextStep
from qhsign.services import (
    batch_edits,
    batches,
    certificates,
    contracts,
    guests,
    readiness,
    text_checks,
    waiting_contracts,
)
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.readiness.person_block import PersonBlock
from support.ceremony_windows import staged_event
from support.crowded_batch import crowded_batch
from support.desks import Clock, fresh_desk
from support.real_windows import RealEvent, write
from support.stages import DOORS, number_of
from support.waiting_windows import ON_STAGE, Waiting, open_board, timed

OpenWindow = Callable[[OpenEvent], MainWindow]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return timed(staged_event(tmp_path_factory.mktemp("staged"), 6, 3)).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(shutil.copy(staged, tmp_path)))


@pytest.fixture
def board(open_window: OpenWindow, event: RealEvent, qtbot: QtBot) -> Iterator[Waiting]:
    found = open_board(open_window, qtbot, event.path)
    yield found
    found.desk.file.close()


def numbers(board: Waiting) -> list[int]:
    return [each.row.number for each in board.column.contracts.rows]


def counts(board: Waiting) -> list[str]:
    return [board.column.head.counts[light].number.text() for light in Light]


def person(board: Waiting, name: str) -> PersonBlock:
    return next(each for each in board.column.details.people if each.person.name == name)


def test_the_board_tells_each_contract_in_words(board: Waiting) -> None:
    QAbstractItemModelTester(board.column.contracts)
    assert (numbers(board), counts(board)) == ([1, 2, 3], ["0", "3", "0"])
    assert "待办 1 第1光伏项目 签约人0/2 缺主1（甲方签约代表）" in board.row(1)
    assert board.column.head.clock.time.text() == "1:00:00"
    board.before(12.5)
    assert (board.column.head.clock.time.text(), counts(board)) == ("12:30", ["0", "0", "3"])
    assert board.row(1).startswith("缺人")
    board.column.book.choose_batch(board.column.book.batches[1].id)
    board.settle()
    assert numbers(board) == [4, 5, 6]


def test_red_stands_first_and_the_chosen_contract_stays_chosen(board: Waiting) -> None:
    board.before(12)
    board.column.book.choose_contract(1)
    board.come("主1", "客1", "助1")
    board.announce()
    board.settle()
    assert (numbers(board), counts(board)) == ([2, 3, 1], ["0", "1", "2"])
    assert board.column.list.currentIndex().row() == 2
    QTest.keyClick(board.column.list, Qt.Key.Key_Up)
    contract = board.column.book.contract
    assert contract is not None
    assert contract.number == 3


def test_a_scan_at_this_desk_changes_its_contract_alone(
    board: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = board.window.frame
    assert frame is not None
    whole: list[str] = []
    monkeypatch.setattr(readiness, "of_batch", lambda _, batch: whole.append(batch))
    changed: list[int] = []
    board.column.contracts.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    board.clock.now = DOORS + timedelta(minutes=10)
    frame.work.show_activity(board.activity())
    frame.work.check_in(next(row.id for row in frame.book.rows if row.full_name == "主2"))
    board.qtbot.waitUntil(lambda: "签约人1/2" in board.row(2))
    assert (changed, whole) == ([1], [])


def test_a_burst_is_read_in_few_steps_and_its_last_shows(board: Waiting) -> None:
    before = board.column.watch.reads
    for name in ("主1", "客1", "助1", "主2", "客2", "助2", "主3", "客3", "助3"):
        board.come(name)
        board.announce()
    board.settle()
    assert board.column.watch.reads - before <= 2
    assert [each.arrived for each in board.column.contracts.rows] == [2, 2, 2]


def test_another_batch_is_read_at_once_however_short_ago_this_one_was(board: Waiting) -> None:
    watch, book = board.column.watch, board.column.book
    watch.come_of_age()
    board.settle()
    watch._since.restart()
    before = watch.reads
    watch.come_of_age()
    assert watch.reads == before, "the same batch waits for the gap"
    book.choose_batch(book.batches[1].id)
    assert watch.reads == before + 1
    board.settle()
    assert numbers(board) == [4, 5, 6]


def test_nothing_is_read_or_ticks_while_nobody_looks(board: Waiting) -> None:
    frame, column = board.window.frame, board.column
    assert frame is not None
    assert column.is_counting
    frame.show_page("guests")
    before = column.watch.reads
    board.come("主1", "客1")
    board.announce()
    board.settle()
    assert (column.watch.reads, column.is_counting) == (before, False)
    frame.show_page("ceremony")
    board.settle()
    assert "签约人2/2" in board.row(1)


def test_an_alarm_that_passes_is_told_loudly_until_it_is_known(board: Waiting) -> None:
    alarm, chips = board.column.alarm, board.column.head.alarms.chips
    board.come("主1", "客1", "助1", "主2", "助2", "主3", "客3", "助3")
    board.announce()
    board.before(30.1)
    assert alarm.isHidden()
    assert not any(chip.passed for chip in chips)
    board.before(30)
    assert not alarm.isHidden()
    assert alarm.sentence.text() == "已过T−30，还缺：客2"
    assert [(chip.text, chip.rings) for chip in chips] == [
        ("T−30", True), ("T−15", False), ("T−5", False),
    ]  # fmt: skip
    QTest.mouseClick(alarm.button, Qt.MouseButton.LeftButton)
    assert alarm.isHidden()
    board.before(15)
    assert alarm.sentence.text() == "已过T−15，还缺：客2"
    board.come("客2")
    board.announce()
    board.settle()
    assert "还有3项没有就绪" in alarm.sentence.text()


def test_a_batch_on_stage_is_waited_for_no_more(board: Waiting) -> None:
    board.before(4)
    for state in ("候场", "上台"):
        batches.set_batch(board.desk, "1", {"state": state})
    board.announce(Changed.CONTRACTS)
    board.settle()
    clock = board.column.head.clock
    assert (clock.words.text(), clock.time.text()) == ("上台", "")
    assert board.column.alarm.isHidden()
    batches.set_batch(board.desk, "2", {"starts": ""})
    board.clock.now = ON_STAGE + timedelta(minutes=3)
    for state in ("候场", "未候场"):
        batches.set_batch(board.desk, "1", {"state": state})
    board.announce(Changed.CONTRACTS)
    board.settle()
    assert (clock.words.text(), clock.time.text()) == ("应在15:20上台，已过", "+03:00")


def test_only_what_is_missing(board: Waiting, tmp_path: Path) -> None:
    column = board.column
    board.come("主1", "客1", "助1")
    text_checks.tick(board.desk, [1], TextStep)
    column.turn_filter()
    board.announce(Changed.CONTRACTS)
    board.settle()
    assert numbers(board) == [1, 2, 3], "its certificate is not printed"
    assert board.row(1).endswith("证书未打印")
    contracts.approve(board.desk, [1], "马骏")
    certificates.print_certificates(board.desk, tmp_path / "c.pdf", contract_numbers=[1])
    board.announce(Changed.PRINTS)
    board.settle()
    assert (numbers(board), counts(board)) == ([2, 3], ["1", "2", "0"])
    column.turn_filter()
    assert board.row(1) == "就绪 1 第1光伏项目 签约人2/2  文本5/5  证书已印"


def test_a_contract_opens_in_full_and_its_texts_are_ticked(board: Waiting) -> None:
    column = board.column
    guests.set_guest(board.desk, number_of(board.desk, "客2"), {"phone": "13812345678"})
    column.list.setFocus()
    column.list.setCurrentIndex(column.contracts.index(1))
    QTest.keyClick(column.list, Qt.Key.Key_Return)
    board.settle()
    details = column.details
    assert details.isVisible()
    assert [each.person.name for each in details.people] == ["主2", "客2", "助2"]
    assert person(board, "客2").state.text() == "未到"
    assert details.certificate.text() == "还没有打印"
    QTest.mouseClick(details.ticks[TextStep.SEALED], Qt.MouseButton.LeftButton)
    board.settle()
    ticked = waiting_contracts.of_contract(board.desk, 2).texts
    assert [each.step for each in ticked if each.done] == [TextStep.SEALED]
    assert details.ticks[TextStep.SEALED].isChecked()
    QTest.keyClick(board.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    board.settle()
    assert not details.ticks[TextStep.SEALED].isChecked()
    kept = details.people
    board.come("客2")
    board.announce()
    board.settle()
    assert person(board, "客2").state.text() == "已到"
    assert details.people is kept, "what is being typed beside it stays"
    QTest.keyClick(details.back, Qt.Key.Key_Escape)
    assert column.list.isVisible()


def test_a_tick_is_of_the_contract_one_sees_while_another_is_read(board: Waiting) -> None:
    column = board.column
    column.show_details(1)
    board.settle()
    column.show_details(2)
    assert column.details.contract is not None
    assert column.details.contract.row.number == 1
    column.details.ticks[TextStep.SEALED].click()
    board.settle()
    done = {
        number: [each.step for each in waiting_contracts.of_contract(board.desk, number).texts
                 if each.done]
        for number in (1, 2)
    }  # fmt: skip
    assert done == {1: [TextStep.SEALED], 2: []}


def test_a_batch_that_cannot_be_read_leaves_no_other_on_the_board(board: Waiting) -> None:
    column = board.column
    second = column.book.batches[1]
    batch_edits.put(board.desk, [4, 5, 6], "")
    batch_edits.remove(board.desk, second.id)
    column.book.choose_batch(second.id)
    board.settle()
    assert (column.board, numbers(board)) == (None, [])


def test_a_phone_is_shown_for_a_purpose(board: Waiting) -> None:
    number = number_of(board.desk, "客2")
    guests.set_guest(board.desk, number, {"phone": "13812345678", "liaison": "马小龙"})
    board.column.show_details(2)
    board.settle()
    phone = person(board, "客2").phone
    assert phone.value.text() == "138****5678"
    QTest.mouseClick(phone.button, Qt.MouseButton.LeftButton)
    assert phone.purpose is not None
    board.announce()
    board.settle()
    assert phone.purpose is not None, "a scan meanwhile does not take it away"
    write(phone.purpose._control, "催促到场")  # type: ignore[arg-type] # a line here
    board.settle()
    assert phone.value.text() == "13812345678"


def test_the_number_of_the_liaison_is_shown_for_a_purpose(board: Waiting) -> None:
    guests.set_guest(board.desk, number_of(board.desk, "客2"), {"liaison": "马小龙 13912345678"})
    board.column.show_contact(2, "乙")
    board.settle()
    phone = person(board, "客2").liaison_phone
    assert person(board, "客2").phone.isHidden()
    assert (phone.value.text(), phone.button.hasFocus()) == ("139****5678", True)
    QTest.keyClick(phone.button, Qt.Key.Key_Space)
    assert phone.purpose is not None
    write(phone.purpose._control, "")  # type: ignore[arg-type] # a line here
    board.settle()
    assert phone.error
    write(phone.purpose._control, "催促到场")  # type: ignore[arg-type] # a line here
    board.settle()
    assert phone.value.text() == "13912345678"


def test_a_signatory_is_reached_from_the_plan(board: Waiting) -> None:
    guests.set_guest(board.desk, number_of(board.desk, "客2"), {"phone": "13812345678"})
    board.column.show_contact(2, "乙")
    board.settle()
    assert person(board, "客2").phone.button.hasFocus()
    board.column.show_contact(1, "乙")
    board.settle()
    assert person(board, "客1").substitute.hasFocus(), "there is no phone to show"


def test_who_signs_from_elsewhere_is_marked_online_and_back(board: Waiting) -> None:
    contracts.set_contract(board.desk, 2, {"mode": "云签约"})
    board.announce(Changed.CONTRACTS)
    board.column.show_details(2)
    board.settle()
    client = person(board, "客2")
    assert (client.state.text(), client.online.text()) == ("未上线", "标为已上线")
    QTest.mouseClick(client.online, Qt.MouseButton.LeftButton)
    board.settle()
    assert (client.state.text(), client.online.text()) == ("已上线", "撤销上线")
    assert "签约人1/2" in board.row(2)
    QTest.mouseClick(client.online, Qt.MouseButton.LeftButton)
    assert client.asking is not None
    write(client.asking._control, "掉线")  # type: ignore[arg-type] # a line here
    board.settle()
    assert (client.state.text(), "签约人0/2" in board.row(2)) == ("未上线", True)


def test_the_call_list_is_printed_to_the_print_folder(board: Waiting, tmp_path: Path) -> None:
    board.column._parts.preferences.change(print_folder=str(tmp_path / "prints"))
    QTest.mouseClick(board.column.foot.calls, Qt.MouseButton.LeftButton)
    board.settle()
    out = tmp_path / "prints" / "候场清单 第一批.pdf"
    assert out.read_bytes().startswith(b"%PDF")
    assert str(out) in board.column._parts.bar.sentence


def test_what_commands_do(board: Waiting) -> None:
    frame = board.window.frame
    assert frame is not None
    frame.show_page("guests")
    by_id = {command.id: command for command in frame.commands}
    frame.run_command(by_id["readiness-missing"])
    assert board.column.head.only_missing.isChecked()
    frame.run_command(by_id["readiness-slip"])
    assert board.column.slip.is_open
    assert board.column.slip.slips.rows == []
    frame.run_command(by_id["readiness-substitute"])
    board.settle()
    assert board.column.substitution.side.currentData() == "甲"
    assert board.column.substitution.contract.currentData() == 1


def test_it_is_followed_while_it_is_folded_away(board: Waiting) -> None:
    board.window.resize(911, 512)
    board.settle()
    frame = board.window.frame
    assert frame is not None
    frame.show_page("guests")
    frame.show_page("ceremony")
    page = frame.screens.screen_of("ceremony")
    assert isinstance(page, CeremonyPage)
    page.toolbar.readiness.setChecked(False)
    assert not board.column.isVisible()
    board.come("主1", "客1")
    board.announce()
    board.settle()
    assert "签约人2/2" in board.row(1)
    assert page.readiness().isVisible()


class TestWithoutBatches:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        return staged_event(tmp_path, 2, 0)

    def test_it_says_what_to_do_first(self, board: Waiting) -> None:
        column = board.column
        assert column.board is None
        assert "还没有批次" in column._empty.sentence
        assert not column.foot.calls.isEnabled()
        column.substitute()
        column.print_calls()
        column.tick()
        assert column.head.clock.time.text() == ""


class TestACrowd:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        desk = fresh_desk(tmp_path / "e.qhsign", Clock(ON_STAGE))
        crowded_batch(desk, 1_000, ON_STAGE)
        desk.file.close()
        return RealEvent(tmp_path / "e.qhsign")

    def test_a_thousand_contracts_are_listed(self, board: Waiting) -> None:
        column = board.column
        assert len(column.contracts.rows) == 1_000
        board.before(12)
        assert counts(board) == ["0", "0", "1,000"]
        assert "已过T−15，1000项缺人：" in column.alarm.sentence.text()
        column.book.choose_contract(column.contracts.rows[-1].row.number)
        assert column.list.currentIndex().row() == 999
