"""The plan of the stage: arranged by hand, frozen, compared, signed and printed."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.readiness import Light
from qhsign.domain.seating import place_of
from qhsign.domain.stage_terms import Side, Viewpoint
from qhsign.services import (
    batch_edits,
    batches,
    check_ins,
    contracts,
    guests,
    readiness,
    stage_plans,
    stage_prints,
)
from qhsign.services.desk import Desk
from qhsign.services.stage_approvals import ApprovalStep
from qhsign.store.event_file import EventFile
from qhsign.ui.main_window import MainWindow
from qhsign.ui.stage.stage_column import StageColumn
from support.ceremony_windows import OpenWindow, open_ceremony, staged_event
from support.desks import Clock
from support.real_windows import RealEvent
from support.stage_plans_shown import WITNESSES, drag, names, press, settled, stage_of
from support.stages import ACTIVITY, DOORS, id_of, number_of

Change = Callable[[Desk], object]


def change(event: RealEvent, *changes: Change) -> None:
    """Change the event before the window opens it."""
    with EventFile.open(event.path) as file:
        desk = Desk(file, operator="韩秋月", now=Clock(DOORS))
        for each in changes:
            each(desk)


def stored(event: RealEvent) -> list[int]:
    with EventFile.open(event.path) as file:
        return [row.version for row in stage_plans.versions(Desk(file), "1")]


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    made = staged_event(tmp_path, 12, 6)
    change(made, lambda desk: batches.set_batch(desk, "1", WITNESSES))
    return made


@pytest.fixture
def opened(open_window: OpenWindow, qtbot: QtBot) -> Callable[[], tuple[MainWindow, StageColumn]]:
    def open_it() -> tuple[MainWindow, StageColumn]:
        window, page = open_ceremony(open_window, qtbot)
        return window, stage_of(page, qtbot)

    return open_it


def bar_of(column: StageColumn) -> str:
    return column._parts.bar.sentence


def test_looking_at_a_plan_writes_nothing_and_a_button_makes_it(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent, qtbot: QtBot
) -> None:
    _, column = opened()
    assert names(column)["signer/1/guest/1"].startswith("客")
    assert column.make_line.isVisible()
    assert stored(event) == []
    QTest.mouseClick(column.make_line.button, Qt.MouseButton.LeftButton)
    settled(column, qtbot)
    assert stored(event) == [1]
    qtbot.waitUntil(lambda: not column.make_line.isVisible())
    assert "韩秋月" in column.sill.version.text()


def test_the_keys_of_the_plan_work_as_soon_as_there_is_one(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent, qtbot: QtBot
) -> None:
    window, column = opened()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is column.view
    QTest.keyClick(column.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is column.make_line.button, "making it is one step back"
    QTest.keyClick(column.make_line.button, Qt.Key.Key_Space)
    settled(column, qtbot)
    assert stored(event) == [1]


def test_a_card_dragged_onto_another_is_exchanged_and_taken_back(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent, qtbot: QtBot
) -> None:
    _, column = opened()
    before = names(column)
    drag(column.view, "witness/0/guest/1", "witness/0/guest/3")
    settled(column, qtbot)
    after = names(column)
    assert after["witness/0/guest/3"] == before["witness/0/guest/1"]
    assert after["witness/0/guest/1"] == before["witness/0/guest/3"]
    assert column.view.current == place_of("witness/0/guest/3")
    assert before["witness/0/guest/1"] in bar_of(column)
    assert column._parts.bar.take_back()
    settled(column, qtbot)
    assert names(column) == before
    assert stored(event) == []


def test_nothing_is_signed_of_a_plan_nobody_sees_yet(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent, qtbot: QtBot
) -> None:
    _, column = opened()
    book = column._parts.book
    book.choose_batch(book.batches[1].id)
    column.sign.signed.emit(ApprovalStep.ENTERED, "韩秋月")
    settled(column, qtbot)
    assert column.work.plan is not None
    assert (column.work.plan.batch, dict(column.work.plan.approval.steps)) == ("第二批", {})
    column.sign.signed.emit(ApprovalStep.ENTERED, "韩秋月")
    settled(column, qtbot)
    assert list(column.work.plan.approval.steps) == [ApprovalStep.ENTERED]
    assert column._parts.bar.take_back()
    settled(column, qtbot)
    assert dict(column.work.plan.approval.steps) == {}


def test_a_batch_that_is_gone_leaves_no_other_plan_in_sight(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent, qtbot: QtBot
) -> None:
    _, column = opened()
    book = column._parts.book
    second = book.batches[1]
    numbers = [row.number for row in second.contracts]
    change(
        event,
        lambda desk: batch_edits.put(desk, numbers, ""),
        lambda desk: batch_edits.remove(desk, second.id),
    )
    book.choose_batch(second.id)
    settled(column, qtbot)
    assert not column.has_plan
    assert column.empty.isVisible()


def test_the_target_is_shown_while_a_card_is_carried(
    opened: Callable[[], tuple[MainWindow, StageColumn]], qtbot: QtBot
) -> None:
    _, column = opened()
    view = column.view
    begun = press(view, "witness/0/host/1")
    end = view.card_centre(place_of("witness/0/host/2"))
    QTest.mouseMove(view.viewport(), (begun + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    assert view.lifted == place_of("witness/0/host/1")
    assert view.target == place_of("witness/0/host/2")
    assert view.stage.cards[place_of("witness/0/host/2")].state.is_target
    QTest.mouseMove(view.viewport(), begun)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=begun)
    settled(column, qtbot)
    assert column.make_line.isVisible()


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("witness/0/guest/1", "signer/1/guest/1", "见证人"),
        ("signer/1/guest/1", "signer/2/guest/1", "不是同一个项目"),
        ("witness/0/guest/1", "witness/0/host/1", "各站一边"),
    ],
)
def test_who_may_not_stand_there_stays_and_the_reason_is_told(
    opened: Callable[[], tuple[MainWindow, StageColumn]],
    qtbot: QtBot,
    one: str,
    other: str,
    words: str,
) -> None:
    _, column = opened()
    before = names(column)
    drag(column.view, one, other)
    settled(column, qtbot)
    assert words in bar_of(column)
    assert names(column) == before


def test_the_keys_choose_exchange_lift_and_put_down(
    opened: Callable[[], tuple[MainWindow, StageColumn]], qtbot: QtBot
) -> None:
    _, column = opened()
    view = column.view
    view.choose_place(place_of("witness/0/guest/2"))
    view.setFocus()
    gone: list[str] = []
    view.place_chosen.connect(lambda place: gone.append(place.key))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    assert gone[:2] == ["witness/0/guest/1", "witness/0/host/1"]
    assert gone[2].startswith(("signer/", "assistant/"))
    view.choose_place(place_of("witness/0/guest/1"))
    before = names(column)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    settled(column, qtbot)
    assert names(column)["witness/0/guest/2"] == before["witness/0/guest/1"]
    assert view.current == place_of("witness/0/guest/2")
    QTest.keyClick(view, Qt.Key.Key_Return)
    held = [view.lifted]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert [*held, view.lifted] == [place_of("witness/0/guest/2"), None]
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "正在移动" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Return)
    settled(column, qtbot)
    assert names(column) == before


def test_a_reader_of_the_screen_hears_place_person_and_state(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent
) -> None:
    change(
        event, lambda desk: guests.set_guest(desk, number_of(desk, "客3"), {"status": "cancelled"})
    )
    _, column = opened()
    view = column.view
    assert view.accessibleName() == "台位图 第一批"
    place = next(
        place for place, card in view.stage.cards.items() if card.shown.standing.name == "客3"
    )
    view.choose_place(place)
    said = view.accessibleDescription()
    assert said.startswith(f"{place.table}号台客方签约代表，客3，第3新能源有限公司，董事长")
    assert "已取消" in said
    assert view.stage.cards[place].shown.face.is_missed


def test_a_frozen_plan_refuses_in_one_sentence(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent, qtbot: QtBot
) -> None:
    _, column = opened()
    column.turn_frozen()
    settled(column, qtbot)
    assert column.head.freeze.accessibleName() == "解冻"
    before = names(column)
    drag(column.view, "witness/0/guest/1", "witness/0/guest/2")
    settled(column, qtbot)
    assert "已冻结：请先解冻" in bar_of(column)
    assert names(column) == before
    QTest.mouseClick(column.head.freeze, Qt.MouseButton.LeftButton)
    settled(column, qtbot)
    drag(column.view, "witness/0/guest/1", "witness/0/guest/2")
    settled(column, qtbot)
    assert names(column) != before
    assert stored(event) == [1]


def test_versions_are_compared_and_an_earlier_one_is_not_changed(
    opened: Callable[[], tuple[MainWindow, StageColumn]],
    event: RealEvent,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    change(
        event,
        lambda desk: stage_prints.print_stage_plans(desk, tmp_path / "p.pdf", batch="1"),
        lambda desk: stage_plans.exchange(desk, "1", "witness/0/guest/1", "witness/0/guest/2"),
    )
    _, column = opened()
    assert column.head.versions.text() == "版本 2"
    shown = [each.text() for each in column.head.versions.menu().actions()]
    assert [each[:3] for each in shown] == ["第2版", "第1版"]
    assert shown[1].endswith("韩秋月，已印")
    moved = place_of("witness/0/guest/1")
    assert column.view.stage.cards[moved].shown.face.is_moved
    column.turn_compare()
    assert column.compare.isVisible()
    table = column.compare.table
    model = table.model()
    assert {model.index(row, 2).data() for row in range(2)} == {"见证人客1", "见证人客2"}
    table.selectRow(0)
    assert column.view.current is not None
    assert column.view.current.table == 0
    column.head.versions.menu().actions()[1].trigger()
    settled(column, qtbot)
    assert column.head.versions.text() == "版本 1"
    assert not column.head.freeze.isEnabled()
    drag(column.view, "witness/0/guest/1", "witness/0/guest/2")
    settled(column, qtbot)
    assert "以前的版本" in bar_of(column)
    column.compare.against.menu().actions()[0].trigger()
    settled(column, qtbot)
    assert column.compare.table.rowCount() == 2
    QTest.mouseClick(column.compare.close_button, Qt.MouseButton.LeftButton)
    assert not column.compare.isVisible()
    assert not column.head.compare.isChecked()


def test_the_other_viewpoint_mirrors_the_stage(
    opened: Callable[[], tuple[MainWindow, StageColumn]],
) -> None:
    _, column = opened()
    view, floor = column.view, column.view.stage.floor

    def xs(*keys: str) -> list[float]:
        return [view.stage.cards[place_of(key)].rect.x() for key in keys]

    row = ("witness/0/guest/2", "witness/0/guest/1", "witness/0/host/1", "witness/0/host/2")
    pair = ("signer/1/guest/1", "signer/1/host/1", "signer/2/guest/1", "signer/2/host/1")
    assert xs(*row) == sorted(xs(*row))
    assert xs(*pair) == sorted(xs(*pair))
    assert floor.backdrop.y() < floor.audience.y()
    column.turn_viewpoint()
    floor = column.view.stage.floor
    assert column.head.chosen_viewpoint is Viewpoint.STAGE
    assert xs(*row) == sorted(xs(*row), reverse=True)
    assert xs(*pair) == sorted(xs(*pair), reverse=True)
    assert floor.backdrop.y() > floor.audience.y()


def test_a_plan_is_signed_step_by_step_and_a_change_after_it_is_shown(
    opened: Callable[[], tuple[MainWindow, StageColumn]], qtbot: QtBot
) -> None:
    _, column = opened()
    assert column.sill.sign.text() == "未签批"
    QTest.mouseClick(column.sill.sign, Qt.MouseButton.LeftButton)
    assert column.sign.name.text() == "韩秋月"
    QTest.keyClick(column.sign.name, Qt.Key.Key_Return)
    settled(column, qtbot)
    assert column.sill.sign.text() == "录入：韩秋月"
    column.sign.name.setText("韩秋月")
    QTest.mouseClick(column.sign.sign, Qt.MouseButton.LeftButton)
    settled(column, qtbot)
    assert "请由另一人" in bar_of(column)
    column.sign.name.setText("马骏")
    QTest.mouseClick(column.sign.sign, Qt.MouseButton.LeftButton)
    settled(column, qtbot)
    assert column.sill.sign.text() == "核对：马骏"
    drag(column.view, "witness/0/guest/1", "witness/0/guest/2")
    settled(column, qtbot)
    assert column.sill.sign.text() == "签后有改动"
    assert "马骏核对" in column.sign.changed_since.text()


def test_findings_stand_over_the_plan_and_lead_to_their_contract(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent
) -> None:
    change(
        event,
        *(lambda desk, n=number: batches.move(desk, n, "1") for number in (1, 4, 5)),
        lambda desk: contracts.set_contract(desk, 4, {"乙.signatory": "客1"}),
        lambda desk: contracts.set_contract(desk, 5, {"乙.signatory": ""}),
        lambda desk: batches.set_batch(desk, "1", {"size": "3"}),
    )
    _, column = opened()
    assert column.findings.isVisible()
    column.findings.more.click()
    listed = column.findings.list
    said = [listed.item(row).text() for row in range(listed.count())]
    assert any("超过签字台数" in each for each in said)
    assert any("客1同时" in each for each in said)
    cards = column.view.stage.cards.values()
    twice = [card.shown.face.is_wrong for card in cards if card.shown.standing.name == "客1"]
    assert twice == [True, True]
    (free,) = [card for card in cards if not card.shown.standing.name]
    assert free.shown.standing.contract == 5
    row = next(row for row, each in enumerate(said) if "还没有签约代表" in each)
    listed.setCurrentRow(row)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    contract = column._parts.book.contract
    assert contract is not None
    assert contract.number == 5


def test_readiness_shows_lights_and_who_is_here(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent
) -> None:
    _, column = opened()
    with EventFile.open(event.path) as file:
        (board,) = readiness.board(Desk(file), "1", at=DOORS)
    number = board.contracts[0].row.number
    column.show_readiness(board)
    column._parts.book.choose_contract(number)
    assert all(box.light.height() > 0 for box in column.view.stage.floor.tables)
    states = [cell.state.text() for cell in column.foot.cells]
    assert states == ["未到", "未到", "未到"]
    assert "签约代表" in column.foot.wrong.text()
    assert not any(card.shown.face.is_missed for card in column.view.stage.cards.values())
    column.show_lights({number: Light.GREEN})
    column.view.choose_place(place_of("signer/1/host/1"))
    assert column.foot.side == "甲"


def test_a_light_that_changes_leaves_the_cards_where_they_are(
    opened: Callable[[], tuple[MainWindow, StageColumn]],
) -> None:
    _, column = opened()
    batch = column.work.batch
    assert batch is not None
    numbers = [row.number for row in batch.contracts]
    column.show_lights(dict.fromkeys(numbers, Light.AMBER))
    cards, floor = dict(column.view.stage.cards), column.view.stage.floor
    place, other = column.view._first_place(), next(iter(cards))
    column.view.choose_place(place)
    column.view.lifted = other  # a person is in somebody's hand
    column.show_lights({**dict.fromkeys(numbers, Light.AMBER), numbers[0]: Light.GREEN})
    assert column.view.stage.floor is floor
    assert all(column.view.stage.cards[each] is card for each, card in cards.items())
    assert (column.view.current, column.view.lifted) == (place, other)
    words = column.view.stage._words
    assert words is not None
    shown = {table.contract: table.light for table in words.tables.values()}
    assert shown[numbers[0]] is Light.GREEN
    assert set(shown.values()) == {Light.GREEN, Light.AMBER}


def test_who_is_absent_after_an_alarm_is_looked_for(
    opened: Callable[[], tuple[MainWindow, StageColumn]], event: RealEvent
) -> None:
    def let_in(desk: Desk) -> None:
        (row,) = [each for each in batches.list_batches(desk) if each.number == 1]
        signer = row.contracts[0].parties[0].signatory
        check_ins.check_in_by_hand(desk, id_of(desk, signer), ACTIVITY)

    change(
        event,
        lambda desk: batches.set_batch(desk, "1", {"starts": "2024-07-11T14:10"}),
        let_in,
    )
    _, column = opened()
    with EventFile.open(event.path) as file:
        (board,) = readiness.board(Desk(file), "1", at=DOORS + timedelta(minutes=1))
    column.show_readiness(board)
    column._parts.book.choose_contract(board.contracts[0].row.number)
    faces = {
        place: card.shown.face
        for place, card in column.view.stage.cards.items()
        if place.table == 1
    }
    missed = {place.side: face.is_missed for place, face in faces.items() if face.is_missed}
    assert missed == {Side.GUEST: True}
    assert "已过T−15" in column.foot.wrong.text()
    states = {cell.name.text()[0]: cell.state.text() for cell in column.foot.cells}
    assert states == {"助": "未到", "客": "未到", "主": "已到"}


def test_the_foot_asks_for_what_somebody_does(
    opened: Callable[[], tuple[MainWindow, StageColumn]],
) -> None:
    _, column = opened()
    number = column._parts.book.batches[0].contracts[0].number
    column._parts.book.choose_contract(number)
    asked: list[tuple[int, str]] = []
    column.substitute_asked.connect(lambda *each: asked.append(each))
    assert column.foot.substitute.isVisible()
    assert column.foot.contact.isVisible()
    QTest.mouseClick(column.foot.substitute, Qt.MouseButton.LeftButton)
    assert asked == [(number, "乙")]


def test_a_contract_goes_to_another_batch_and_back(
    opened: Callable[[], tuple[MainWindow, StageColumn]], qtbot: QtBot
) -> None:
    _, column = opened()
    book = column._parts.book
    number = book.batches[0].contracts[0].number
    book.choose_contract(number)
    column.foot.move_to.menu().aboutToShow.emit()
    assert [each.text() for each in column.foot.move_to.menu().actions()] == ["第二批"]
    column.foot.move_to.menu().actions()[0].trigger()
    settled(column, qtbot)
    assert number in [row.number for row in book.batches[1].contracts]
    assert column._parts.bar.take_back()
    settled(column, qtbot)
    assert number in [row.number for row in book.batches[0].contracts]
