"""Batches on a real file: proposing, arranging by hand, locking, taking back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.batching import BatchState
from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.services import batch_proposals, batches, contracts, guests, slates, stage_prints
from qhsign.services.desk import Desk
from support.stages import SLATE, add_contract, number_of, row_of, stage_desk
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path) as desk:
        yield desk


def arranged(desk: Desk) -> dict[str, list[int]]:
    rows = batches.list_batches(desk)
    return {row.name: [each.number for each in row.contracts] for row in rows}


def refused(desk: Desk, work: object, *given: object, **more: object) -> str:
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        work(desk, *given, **more)  # type: ignore[operator] # one of the use cases
    assert dump(desk) == before
    for language in wording.Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    return caught.value.code


def test_a_proposal_writes_nothing_until_it_is_applied(desk: Desk) -> None:
    before = dump(desk)
    proposal = batch_proposals.propose(desk, SLATE, 3)
    assert dump(desk) == before
    assert [batch.name for batch in proposal.batches] == ["第一批", "第二批"]
    assert sorted(row.number for b in proposal.batches for row in b.contracts) == [*range(1, 7)]
    done = batch_proposals.apply(desk, "重点", 3)
    assert [[row.number for row in b.contracts] for b in done.batches] == [
        [row.number for row in b.contracts] for b in proposal.batches
    ]
    assert arranged(desk) == {b.name: [r.number for r in b.contracts] for b in done.batches}
    assert [row.certificate_number for row in contracts.list_contracts(desk)] == [None] * 6
    rows = batches.list_batches(desk, SLATE)
    assert [(row.number, row.slate, row.size_limit) for row in rows] == [
        (1, SLATE, 3), (2, SLATE, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (1, "第一批"), (10, "第十批"), (12, "第十二批"), (20, "第二十批"), (100, "第一百批"),
        (105, "第一百零五批"), (110, "第一百一十批"), (167, "第一百六十七批"),
    ],
)  # fmt: skip
def test_batches_are_named_after_their_place(place: int, name: str) -> None:
    assert batch_proposals.ordinal_name(place) == name


def test_a_proposal_is_taken_back_whole(desk: Desk) -> None:
    before = dump(desk, "contract", "batch")
    done = batch_proposals.apply(desk, SLATE, 2)
    assert len(arranged(desk)) == 3
    taken = batches.undo(desk, done.operation)
    assert (taken.undone > 6, taken.kept) == (True, 0)
    assert dump(desk, "contract", "batch") == before
    assert refused(desk, batches.undo, done.operation) == "stage-undo-nothing"


def test_locked_batches_stay_and_others_are_parted_anew(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    batches.reorder(desk, "第一批", [3])
    first = arranged(desk)["第一批"]
    assert first[0] == 3
    batches.lock(desk, "第一批")
    done = batch_proposals.apply(desk, SLATE, 2)
    assert arranged(desk)["第一批"] == first
    assert [batch.is_kept for batch in done.batches] == [True, False, False]
    assert refused(desk, batches.move, first[0], "第二批") == "batch-locked"
    assert refused(desk, contracts.set_contract, first[0], {"batch": ""}) == "batch-locked"
    assert refused(desk, batches.reorder, "第一批", [3]) == "batch-locked"
    batches.lock(desk, "第一批", locked=False)
    assert len(batch_proposals.apply(desk, SLATE, 6).batches) == 1
    assert arranged(desk) == {"第一批": [1, 4, 2, 5, 3, 6]}


def test_contracts_are_moved_and_put_in_order_by_hand(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    for number in arranged(desk)["第二批"]:
        batches.move(desk, number, "1", place=1)
    moved = arranged(desk)["第一批"]
    assert len(moved) == 6
    done = batches.reorder(desk, "第一批", [6, 1])
    assert [row.number for row in done.batch.contracts][:2] == [6, 1]
    assert refused(desk, batches.reorder, "第一批", [99]) == "batch-order-wrong"
    batches.undo(desk, done.operation)
    assert arranged(desk)["第一批"] == moved


def test_a_batch_is_set_by_key(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 6)
    done = batches.set_batch(
        desk, "一",
        {"name": "开场批", "starts": "2024-07-11T15:20", "size": "7", "host_words": "请\\n上台",
         "guest_witnesses": "王冬,李磊", "locked": "是"},
    )  # fmt: skip
    row = done.batch
    assert (row.name, row.size_limit, row.locked) == ("开场批", 7, True)
    assert (row.host_words, row.guest_witnesses) == ("请\n上台", "王冬、李磊")
    assert row.starts is not None
    assert row.starts.isoformat() == "2024-07-11T07:20:00+00:00"
    for key, value, code in (
        ("starts", "noon", "setting-wrong"), ("size", "0", "setting-wrong"),
        ("state", "hot", "setting-wrong"), ("colour", "red", "setting-unknown"),
        ("name", "7", "setting-wrong"), ("state", "signed", "batch-state-jumps"),
    ):  # fmt: skip
        assert refused(desk, batches.set_batch, "开场", {key: value}) == code
    assert refused(desk, batches.set_batch, "没有", {"size": "1"}) == "batch-unknown"


def test_a_batch_signed_has_signed_contracts_until_it_goes_back(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    for status in ("签约", "落实", "开工"):
        contracts.set_contract(desk, 1, {"status": status})
    for state in ("候场", "上台", "signed"):
        batches.set_batch(desk, "第一批", {"state": state})
    (first, *_) = batches.list_batches(desk)
    assert first.state is BatchState.SIGNED
    signed = [row for row in first.contracts if row.status is LifeCycle.SIGNED]
    assert len(signed) == 2
    assert refused(desk, batches.move, first.contracts[0].number, "第二批") == "batch-fixed"
    batches.set_batch(desk, "第一批", {"state": "on-stage"})
    assert {row.status for row in batches.list_batches(desk)[0].contracts} == {
        LifeCycle.STARTED, LifeCycle.TO_SIGN,
    }  # fmt: skip


def test_what_is_signed_later_or_elsewhere_is_left_out_and_told(desk: Desk) -> None:
    contracts.set_contract(desk, 6, {"mode": "会后"})
    slates.set_slate(desk, "绿色算力", {})
    contracts.set_contract(desk, 5, {"slates": f"绿色算力,{SLATE}"})
    batch_proposals.apply(desk, "算力", 3)
    proposal = batch_proposals.propose(desk, SLATE, 6)
    assert sorted(row.number for b in proposal.batches for row in b.contracts) == [1, 2, 3, 4]
    assert [(f.code, f.contract) for f in proposal.findings] == [
        ("batch-contract-left-out", "0005"), ("batch-contract-left-out", "0006"),
    ]  # fmt: skip
    # The name is taken by the other slate.
    assert [batch.name for batch in proposal.batches] == [f"{SLATE}第一批"]


def test_wrong_wishes_are_refused(desk: Desk) -> None:
    assert refused(desk, batch_proposals.propose, SLATE, 0) == "batch-size-wrong"
    assert refused(desk, batch_proposals.apply, "没有", 3) == "slate-unknown"
    slates.set_slate(desk, "空清单", {})
    assert refused(desk, batch_proposals.apply, "空清单", 3) == "slate-empty"
    assert refused(desk, stage_prints.preflight) == "batch-none"


def test_batches_of_a_list_are_taken_over(desk: Desk) -> None:
    for number in (4, 5, 6):
        contracts.set_contract(desk, number, {"batch": "第一批"})
    assert batches.list_batches(desk)[0].slate == ""
    batch_proposals.apply(desk, SLATE, 3)
    rows = batches.list_batches(desk)
    assert [(row.name, row.slate) for row in rows] == [("第一批", SLATE), ("第二批", SLATE)]


def test_ordinals_are_written_out() -> None:
    names = [batch_proposals.ordinal_name(n) for n in (1, 9, 10, 11, 20, 35)]
    assert names == ["第一批", "第九批", "第十批", "第十一批", "第二十批", "第三十五批"]


def test_what_is_wrong_is_told_where_it_is(desk: Desk) -> None:
    add_contract(desk, 7, **{"甲.signatory": "主1", "乙.signatory": "路人"})
    with desk.write("test") as session:
        contract = contracts.by_number(session, 3)
        contract.amount = 3 * 10**13 * 10
    contracts.set_contract(desk, 2, {"乙.signatory": ""})
    batch_proposals.apply(desk, SLATE, 7)
    batches.set_batch(desk, "第一批", {"size": "5"})
    slates.set_slate(desk, SLATE, {"declared_contracts": "18", "declared_amount": "28亿元"})
    guests.set_guest(desk, number_of(desk, "客4"), {"status": "取消"})
    found = {(f.code, f.contract) for f in stage_prints.preflight(desk, slate=SLATE)}
    assert {
        ("stage-person-twice", ""), ("stage-signatory-missing", "0002"),
        ("stage-signatory-unknown", "0007"), ("stage-guest-cancelled", "0004"),
        ("stage-batch-too-large", ""), ("slate-count-differs", ""), ("slate-total-differs", ""),
        ("contract-amount-large", "0003"),
    } <= found  # fmt: skip
    for finding in stage_prints.preflight(desk, slate=SLATE):
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    assert row_of(desk, 7).batch == "第一批"
