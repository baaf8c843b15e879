"""Plans in the file: versions, moves by hand, freezing, what moved since the last print."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.seating import Place, PlaceKind
from qhsign.domain.stage_terms import Side
from qhsign.services import (
    batch_proposals,
    batches,
    contracts,
    events,
    guests,
    stage_plans,
    stage_prints,
    stage_sign_off,
)
from qhsign.services.desk import Desk
from qhsign.services.stage_approvals import ApprovalStep
from support.printed import texts
from support.stages import SLATE, number_of, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 3) as desk:
        batch_proposals.apply(desk, SLATE, 3)
        batches.set_batch(desk, "1", {"guest_witnesses": "助1、助2、助3", "host_witnesses": "省长"})
        yield desk


def witness(rank: int, side: Side = Side.GUEST) -> Place:
    return Place(PlaceKind.WITNESS, 0, side, rank)


def names(row: stage_plans.PlanRow) -> dict[str, str]:
    return {each.place.key: each.name for each in row.places}


def test_a_plan_follows_the_contracts(desk: Desk) -> None:
    row = stage_plans.make(desk, "第一批")
    assert (row.version, row.frozen, row.is_printed, row.since) == (1, False, False, None)
    assert dict(row.tables) == {1: "0001", 2: "0002", 3: "0003"}
    placed = names(row)
    assert placed["signer/2/guest/1"] == "客2"
    assert placed["assistant/2/guest/1"] == "助2"
    assert placed["signer/3/host/1"] == "主3"
    assert placed["witness/0/host/1"] == "省长"
    batches.reorder(desk, "第一批", [3])
    assert names(stage_plans.make(desk, "第一批"))["signer/1/guest/1"] == "客3"
    assert stage_plans.make(desk, "第一批").version == 1


def test_witnesses_stand_by_precedence_and_may_be_moved(desk: Desk) -> None:
    guests.set_guest(desk, number_of(desk, "助3"), {"rank_level": "1"})
    row = stage_plans.show(desk, "1")
    assert [names(row)[witness(rank).key] for rank in (1, 2, 3)] == ["助3", "助1", "助2"]
    moved = stage_plans.exchange(desk, "1", witness(1).key, witness(2).key)
    assert names(moved)[witness(1).key] == "助1"
    assert names(stage_plans.make(desk, "1")) == names(moved)
    for one, other in (
        ("witness/0/guest/1", "signer/1/guest/1"), ("sofa", "witness/0/guest/1"),
        ("witness/0/guest/8", "witness/0/guest/9"),
    ):  # fmt: skip
        with pytest.raises(ProblemForUser, match="place-wrong"):
            stage_plans.exchange(desk, "1", one, other)


def test_a_printed_version_is_never_changed(desk: Desk, tmp_path: Path) -> None:
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    contracts.set_contract(desk, 1, {"乙.signatory": "客2"})
    shown = stage_plans.show(desk, "1")
    assert (shown.version, shown.since) == (2, 1)
    assert [(card.name, card.was and card.was.key) for card in shown.moved] == [
        ("客2", None), ("客1", "signer/1/guest/1"),
    ]  # fmt: skip
    assert [row.version for row in stage_plans.versions(desk, "1")] == [1]
    again = stage_prints.print_stage_plans(desk, tmp_path / "p.pdf", batch="1")
    assert again.papers[0].version == 2
    (page,) = texts(tmp_path / "p.pdf")
    assert "第2版" in page
    assert "较第1版变动2处" in page
    assert "客1离开1号台客方签约代表" in page
    (card, _) = stage_plans.compare(desk, "1", 1, 2)
    assert card.name == "客2"
    with pytest.raises(ProblemForUser, match="plan-version-unknown"):
        stage_plans.compare(desk, "1", 1, 9)
    # Nothing changed: the same version once more, with the same changes named.
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf", batch="1")
    assert texts(tmp_path / "p.pdf") == [page]


def test_who_drops_out_leaves_a_gap_or_the_others_close_up(desk: Desk) -> None:
    stage_plans.make(desk, "1")
    batches.set_batch(desk, "1", {"guest_witnesses": "助1、助3"})
    kept = names(stage_plans.show(desk, "1"))
    assert witness(2).key not in kept
    assert kept[witness(3).key] == "助3"
    events.change_event(desk, {"gap_policy": "close"})
    assert names(stage_plans.make(desk, "1"))[witness(2).key] == "助3"


def test_nobody_moves_in_a_frozen_plan(desk: Desk, tmp_path: Path) -> None:
    row = stage_plans.freeze(desk, "1")
    assert row.frozen
    with pytest.raises(ProblemForUser, match="plan-frozen"):
        stage_plans.exchange(desk, "1", witness(1).key, witness(2).key)
    events.change_event(desk, {"gap_policy": "close"})
    batches.set_batch(desk, "1", {"guest_witnesses": "主3、助3"})
    contracts.set_contract(desk, 2, {"batch": ""})
    frozen = stage_plans.make(desk, "1")
    assert dict(frozen.tables) == {1: "0001", 3: "0003"}
    assert names(frozen)[witness(3).key] == "助3"
    assert names(frozen)[witness(4).key] == "主3"
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    assert "已定版" in texts(tmp_path / "p.pdf")[0]
    assert not stage_plans.freeze(desk, "1", frozen=False).frozen
    assert dict(stage_plans.make(desk, "1").tables) == {1: "0001", 2: "0003"}


def test_a_plan_is_checked_and_approved_as_it_stands(desk: Desk, tmp_path: Path) -> None:
    def sign(step: ApprovalStep, by: str) -> None:
        stage_sign_off.sign_plan(desk, "1", step, by)

    with pytest.raises(ProblemForUser, match="approval-step-early"):
        sign(ApprovalStep.CHECKED, "马骏")
    sign(ApprovalStep.ENTERED, "韩秋月")
    with pytest.raises(ProblemForUser, match="approval-same-person"):
        sign(ApprovalStep.CHECKED, "韩秋月")
    with pytest.raises(ProblemForUser, match="approver-missing"):
        sign(ApprovalStep.CHECKED, " ")
    sign(ApprovalStep.CHECKED, "马骏")
    sign(ApprovalStep.APPROVED, "韩秋月")
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    assert "制图韩秋月校对马骏批准韩秋月" in texts(tmp_path / "p.pdf")[0]
    batches.set_batch(desk, "1", {"guest_witnesses": "助1"})
    stage_prints.print_stage_plans(desk, tmp_path / "p.pdf")
    assert "校对____" in texts(tmp_path / "p.pdf")[0]


def test_nobody_changes_sides_or_contracts(desk: Desk) -> None:
    for one, other, code in (
        ("signer/1/guest/1", "signer/2/guest/1", "place-other-contract"),
        ("signer/1/guest/1", "signer/1/host/1", "place-other-side"),
        ("witness/0/guest/1", "witness/0/host/1", "place-other-side"),
    ):
        with pytest.raises(ProblemForUser, match=code):
            stage_plans.exchange(desk, "1", one, other)
    moved = stage_plans.exchange(desk, "1", "signer/1/guest/1", "assistant/1/guest/1")
    assert names(moved)["signer/1/guest/1"] == "助1"
    assert names(stage_plans.make(desk, "1")) == names(moved)
