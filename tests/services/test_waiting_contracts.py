"""A contract that waits in full, who might stand in, what is printed again after it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import CertificateState, Light, Role
from qhsign.domain.stage_terms import TextStep
from qhsign.services import (
    batch_proposals,
    batches,
    certificates,
    check_ins,
    contracts,
    guests,
    place_cards,
    readiness,
    remote_check_ins,
    slip_prints,
    stage_prints,
    substitution,
    text_checks,
    waiting_contracts,
)
from qhsign.services.desk import Desk
from qhsign.services.waiting_contracts import WaitingContract, WaitingPerson
from support.desks import Clock, add_guest
from support.stages import ACTIVITY, DOORS, SLATE, id_of, number_of, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = Clock(DOORS + timedelta(minutes=70))
    with stage_desk(tmp_path, 2, clock) as desk:
        batch_proposals.apply(desk, SLATE, 6)
        batches.set_batch(desk, "1", {"starts": "2024-07-11T15:20"})
        yield desk


def come(desk: Desk, *names: str) -> None:
    for name in names:
        check_ins.check_in_by_hand(desk, id_of(desk, name), ACTIVITY, at=DOORS)


def person(found: WaitingContract, name: str) -> WaitingPerson:
    return next(each for each in found.people if each.name == name)


def test_people_are_told_with_whom_to_call(desk: Desk) -> None:
    guests.set_guest(desk, number_of(desk, "客1"), {"phone": "13812345678", "liaison": "马小龙"})
    come(desk, "主1")
    found = waiting_contracts.of_contract(desk, 1)
    assert [(each.role, each.side, each.name) for each in found.people] == [
        (Role.SIGNATORY, "甲", "主1"), (Role.SIGNATORY, "乙", "客1"), (Role.ASSISTANT, "乙", "助1"),
    ]  # fmt: skip
    client = person(found, "客1")
    assert (client.phone, client.liaison, client.present) == ("138****5678", "马小龙", False)
    assert client.guest == id_of(desk, "客1")
    assert person(found, "主1").present
    assert found.light is Light.RED
    contracts.set_contract(desk, 1, {"乙.signatory": "路人", "乙.witnesses": "客2"})
    found = waiting_contracts.of_contract(desk, 1)
    assert (person(found, "路人").guest, person(found, "客2").role) == ("", Role.WITNESS)
    with pytest.raises(ProblemForUser, match="contract-unknown"):
        waiting_contracts.of_contract(desk, 99)


def test_texts_and_certificate(desk: Desk, tmp_path: Path) -> None:
    text_checks.tick(desk, [1], [TextStep.FINAL])
    found = waiting_contracts.of_contract(desk, 1)
    ticked = [(each.step, each.done, each.by) for each in found.texts]
    assert ticked[:2] == [(TextStep.FINAL, True, "韩秋月"), (TextStep.PROOFREAD, False, "")]
    assert len(ticked) == 5
    assert (found.certificate, found.version) == (CertificateState.NONE, None)
    contracts.approve(desk, [1], "马骏")
    certificates.print_certificates(desk, tmp_path / "c.pdf", contract_numbers=[1])
    found = waiting_contracts.of_contract(desk, 1)
    assert (found.certificate, found.version) == (CertificateState.PRINTED, 1)
    contracts.set_contract(desk, 1, {"title": "改了"})
    assert waiting_contracts.of_contract(desk, 1).certificate is CertificateState.CHANGED


def test_who_signs_from_elsewhere_is_seen_online(desk: Desk) -> None:
    contracts.set_contract(desk, 1, {"mode": "云签约"})
    assert person(waiting_contracts.of_contract(desk, 1), "客1").remote
    seen = remote_check_ins.check_in(desk, 1, "乙")
    client = person(waiting_contracts.of_contract(desk, 1), "客1")
    assert (client.present, client.online) == (True, seen.id)
    remote_check_ins.annul(desk, seen.id, "掉线")
    client = person(waiting_contracts.of_contract(desk, 1), "客1")
    assert (client.present, client.online) == (False, "")
    assert not person(waiting_contracts.of_contract(desk, 1), "助1").remote


def test_the_board_is_looked_at_again_without_reading_the_batch(desk: Desk) -> None:
    (row,) = batches.list_batches(desk)
    board = readiness.of_batch(desk, row.id)
    assert [each.arrived for each in board.contracts] == [0, 0]
    come(desk, "主2")
    again = readiness.look_again(desk, board)
    assert [each.arrived for each in again.contracts] == [0, 1]
    assert again == readiness.of_batch(desk, row.id)
    assert again.contracts[0] is board.contracts[0]
    later = readiness.look_again(desk, again, at=DOORS)
    assert later.alarms_passed == ()
    assert [each.light for each in later.contracts] == [Light.AMBER, Light.AMBER]
    with pytest.raises(ProblemForUser, match="batch-gone"):
        readiness.of_batch(desk, "none")


def test_the_next_batch_is_the_first_that_was_not_on_stage(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 1)
    first, second = batches.list_batches(desk)
    found = readiness.next_on_stage(desk)
    assert found is not None
    assert found.batch.id == first.id
    for state in ("候场", "上台"):
        batches.set_batch(desk, first.name, {"state": state})
    found = readiness.next_on_stage(desk)
    assert found is not None
    assert found.batch.id == second.id
    for state in ("候场", "上台"):
        batches.set_batch(desk, second.name, {"state": state})
    assert readiness.next_on_stage(desk) is None


def test_who_might_stand_in(desk: Desk) -> None:
    add_guest(desk, "替补人", "别的单位")
    add_guest(desk, "同事", "第1新能源有限公司")
    contracts.set_contract(desk, 1, {"乙.substitute": "替补人"})
    assert [each.name for each in waiting_contracts.stand_ins(desk, 1, "乙")] == ["替补人"]
    come(desk, "同事", "客1")
    offered = waiting_contracts.stand_ins(desk, 1, "乙")
    assert [(each.name, each.named, each.arrived) for each in offered] == [
        ("替补人", True, False), ("同事", False, True),
    ]  # fmt: skip
    assert waiting_contracts.stand_ins(desk, 1, "丙") == []


def test_a_slip_is_printed_line_by_line(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "替补人", "第1新能源有限公司")
    contracts.approve(desk, [1, 2], "韩秋月")
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    stage_prints.print_call_lists(desk, tmp_path / "c.pdf")
    stage_prints.print_run_of_show(desk, tmp_path / "s.pdf")
    certificates.print_certificates(desk, tmp_path / "z.pdf", slate=SLATE)
    place_cards.print_place_cards(desk, tmp_path / "k.pdf", guest_numbers=[number_of(desk, "客1")])
    done = substitution.substitute(
        desk, 1, "乙", number_of(desk, "替补人"), authorised=True, approver="马骏"
    )
    (past,) = substitution.list_substitutions(desk)
    assert (past.replaced, past.title, past.operation) == ("客1", "第1光伏项目", done.operation)
    folder = tmp_path / "prints" / "today"
    for line in past.still_open:
        printed = slip_prints.print_again(desk, line, folder, reason="替补")
        assert printed.path.read_bytes().startswith(b"%PDF")
    (past,) = substitution.list_substitutions(desk)
    assert past.still_open == []
    again = slip_prints.print_call_list(desk, "第一批", folder)
    assert again.path.name == "候场清单 第一批-2.pdf"
    screen = next(line for line in past.slip if line.version is None)
    with pytest.raises(ProblemForUser, match="slip-nothing-to-print"):
        slip_prints.print_again(desk, screen, folder, reason="替补")
