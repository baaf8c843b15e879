"""Contracts after the fair: step by step, with date, name and reason, and back again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.services import audit, contracts, follow_up_undo, life_cycle
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract
from support.desks import Clock, fresh_desk
from support.tables import dump

DAY = date(2024, 7, 11)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        with desk.write("test") as session:
            session.add_all(Contract(number=n, title=f"项目{n}") for n in (1, 2, 3))
        yield desk


def states(desk: Desk) -> list[LifeCycle]:
    return [row.status for row in contracts.list_contracts(desk)]


def refused(desk: Desk, numbers: list[int], to: LifeCycle, **more: str) -> ProblemForUser:
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        life_cycle.move(desk, numbers, to, **more)
    assert dump(desk) == before
    return caught.value


def test_a_whole_life_with_its_history(desk: Desk, clock: Clock) -> None:
    for state in list(LifeCycle)[2:6]:
        clock.forward(days=30)
        life_cycle.move(desk, [1], state, who="海西州发改委", reason="季度调度")
    seen = life_cycle.followed(desk, 1)
    assert [step.reached for step in seen.steps] == list(LifeCycle)[2:6]
    assert [step.left for step in seen.steps] == list(LifeCycle)[1:5]
    assert {(step.who, step.reason) for step in seen.steps} == {("海西州发改委", "季度调度")}
    assert seen.steps[0].day == date(2024, 8, 10) == seen.signed_on
    assert seen.next_states == (LifeCycle.TERMINATED,)
    life_cycle.move(desk, [1], LifeCycle.TERMINATED)
    ended = life_cycle.followed(desk, 1)
    assert (ended.steps[-1].left, ended.steps[-1].who) == (LifeCycle.OPERATING, "韩秋月")


@pytest.mark.parametrize("state", [s for s in LifeCycle if s is not LifeCycle.TERMINATED])
def test_any_state_may_end(desk: Desk, state: LifeCycle) -> None:
    with desk.write("test") as session:
        contracts.by_number(session, 1).status = state
    life_cycle.move(desk, [1], LifeCycle.TERMINATED, reason="资金未到位")
    assert states(desk)[0] is LifeCycle.TERMINATED
    assert refused(desk, [1], LifeCycle.SIGNED).code == "life-cycle-ended"


def test_a_wrong_jump_names_the_next_states(desk: Desk) -> None:
    problem = refused(desk, [1], LifeCycle.OPERATING)
    said = wording.say(problem.code, **problem.parameters)
    assert said == ("项目 0001 现为“拟签约”，不能直接改为“建成投产”：下一步只能是“签约”或“终止”。")
    in_english = wording.say(problem.code, wording.Language.ENGLISH, **problem.parameters)
    assert "“Signed” or “Terminated”" in in_english
    life_cycle.move(desk, [1], LifeCycle.SIGNED)
    assert refused(desk, [1], LifeCycle.TO_SIGN).code == "life-cycle-jump"
    with desk.write("test") as session:
        contracts.by_number(session, 1).status = LifeCycle.OPERATING
    assert refused(desk, [1], LifeCycle.SIGNED).code == "life-cycle-last"


def test_many_move_together_or_none_does(desk: Desk) -> None:
    done = life_cycle.move(desk, [1, 3, 1], LifeCycle.SIGNED, day="2024-07-11")
    assert (done.moved, done.unchanged) == ([1, 3], [])
    problem = refused(desk, [1, 2, 3], LifeCycle.IMPLEMENTED)
    assert (problem.code, problem.parameters["contracts"]) == ("life-cycle-jumps", "0002")
    assert (problem.parameters["count"], problem.code) == (1, "life-cycle-jumps")
    again = life_cycle.move(desk, [1, 2, 3], LifeCycle.SIGNED)
    assert (again.moved, again.unchanged) == ([2], [1, 3])
    assert refused(desk, [1, 9], LifeCycle.IMPLEMENTED).code == "contract-unknown"


@pytest.mark.parametrize(("day", "code"), [("2024-07-12", "day-to-come"), ("昨天", "field-wrong")])
def test_a_day_is_past_and_readable(desk: Desk, day: str, code: str) -> None:
    assert refused(desk, [1], LifeCycle.SIGNED, day=day).code == code


@pytest.mark.parametrize("day", ["2024-07-11", "7月11日", "7.11", ""])
def test_days_are_read_as_lists_write_them(desk: Desk, day: str) -> None:
    life_cycle.move(desk, [1], LifeCycle.SIGNED, day=day)
    assert life_cycle.followed(desk, 1).signed_on == DAY


def test_midnight_is_that_of_the_event(desk: Desk, clock: Clock) -> None:
    clock.forward(hours=16)  # 17:00 UTC, one in the morning in Xining
    life_cycle.move(desk, [1], LifeCycle.SIGNED)
    assert life_cycle.followed(desk, 1).signed_on == date(2024, 7, 12)


def test_screening_before_the_signing(desk: Desk) -> None:
    done = life_cycle.agree(desk, [1, 2], " 省商务厅 ")
    seen = life_cycle.followed(desk, 1)
    assert (seen.agreed_on, seen.agreed_by, seen.state) == (DAY, "省商务厅", LifeCycle.TO_SIGN)
    life_cycle.move(desk, [2], LifeCycle.SIGNED)
    assert life_cycle.followed(desk, 2).agreed_by == "省商务厅"
    before = dump(desk)
    for numbers, who, code in (([3], " ", "agreer-missing"), ([3, 2], "甲", "agree-not-to-sign")):
        with pytest.raises(ProblemForUser, match=code):
            life_cycle.agree(desk, numbers, who)
    assert dump(desk) == before
    withdrawn = life_cycle.withdraw_agreement(desk, [1, 3], "材料不全")
    assert (withdrawn.moved, withdrawn.unchanged) == ([1], [3])
    assert life_cycle.followed(desk, 1).agreed_on is None
    follow_up_undo.undo(desk, withdrawn.operation)
    assert life_cycle.followed(desk, 1).agreed_by == "省商务厅"
    follow_up_undo.undo(desk, done.operation)
    assert life_cycle.followed(desk, 1).agreed_by == ""


def test_the_last_step_goes_back_for_a_reason(desk: Desk) -> None:
    life_cycle.move(desk, [1], LifeCycle.SIGNED)
    life_cycle.move(desk, [1], LifeCycle.IMPLEMENTED)
    life_cycle.step_back(desk, [1], "登记错项目")
    seen = life_cycle.followed(desk, 1)
    assert (seen.state, len(seen.steps), seen.signed_on) == (LifeCycle.SIGNED, 1, DAY)
    assert any(line.new.get("reason") == "登记错项目" for line in audit.trail(desk))
    life_cycle.step_back(desk, [1], "登记错项目")
    assert life_cycle.followed(desk, 1).signed_on is None
    before = dump(desk)
    for numbers, reason, code in (([1], "错", "no-step-before"), ([1], " ", "reason-missing")):
        with pytest.raises(ProblemForUser, match=code):
            life_cycle.step_back(desk, numbers, reason)
    assert dump(desk) == before


def test_a_move_of_many_is_undone_but_not_from_under_a_later_step(desk: Desk) -> None:
    done = life_cycle.move(desk, [1, 2], LifeCycle.SIGNED)
    life_cycle.move(desk, [2], LifeCycle.IMPLEMENTED)
    undone = follow_up_undo.undo(desk, done.operation)
    assert (undone.undone, undone.kept) == (1, 1)
    assert states(desk)[:2] == [LifeCycle.TO_SIGN, LifeCycle.IMPLEMENTED]
    first, second = life_cycle.followed(desk, 1), life_cycle.followed(desk, 2)
    assert (len(first.steps), first.signed_on) == (0, None)
    assert [step.reached for step in second.steps] == [LifeCycle.SIGNED, LifeCycle.IMPLEMENTED]
    with pytest.raises(ProblemForUser, match="undo-nothing-left"):
        follow_up_undo.undo(desk, done.operation)


def test_a_step_taken_back_comes_back(desk: Desk) -> None:
    life_cycle.move(desk, [1], LifeCycle.SIGNED, reason="大会签约")
    before = dump(desk, "contract", "contract_step")
    back = life_cycle.step_back(desk, [1], "误操作")
    follow_up_undo.undo(desk, back.operation)
    assert dump(desk, "contract", "contract_step") == before
    back = life_cycle.step_back(desk, [1], "误操作")
    life_cycle.move(desk, [1], LifeCycle.TERMINATED)
    with pytest.raises(ProblemForUser, match="undo-nothing-left"):
        follow_up_undo.undo(desk, back.operation)
    assert [step.reached for step in life_cycle.followed(desk, 1).steps] == [LifeCycle.TERMINATED]


@pytest.mark.parametrize("operation", ["", "abc"])
def test_no_other_operation_is_undone(desk: Desk, operation: str) -> None:
    with pytest.raises(ProblemForUser, match="undo-nothing-left"):
        follow_up_undo.undo(desk, operation)


def test_setting_the_status_is_a_step(desk: Desk) -> None:
    row = contracts.set_contract(desk, 1, {"status": "签约"})
    assert (row.status, row.signed_on) == (LifeCycle.SIGNED, DAY)
    (step,) = life_cycle.followed(desk, 1).steps
    assert (step.left, step.who) == (LifeCycle.TO_SIGN, "韩秋月")
    contracts.set_contract(desk, 1, {"status": "signed"})
    assert len(life_cycle.followed(desk, 1).steps) == 1
    assert [row.number for row in life_cycle.list_followed(desk)] == [1, 2, 3]
