"""Changes of contracts, slates and batches from a screen, and taking each back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    batch_edits,
    batch_proposals,
    batches,
    contract_edits,
    contracts,
    slates,
    stage_plans,
)
from qhsign.services.desk import Desk
from support.stages import SLATE, row_of, stage_desk
from support.tables import dump

_TABLES = ("contract", "party", "contract_text", "slate", "slate_entry", "batch")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path) as desk:
        yield desk


def refused(desk: Desk, work: Callable[[], object]) -> str:
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        work()
    assert dump(desk) == before
    for language in wording.Language:
        assert wording.say(caught.value.code, language, **caught.value.parameters)
    return caught.value.code


def arranged(desk: Desk) -> dict[str, list[int]]:
    rows = batches.list_batches(desk, empty=True)
    return {row.name: [each.number for each in row.contracts] for row in rows}


def id_of(desk: Desk, name: str) -> str:
    return next(row.id for row in batches.list_batches(desk, empty=True) if row.name == name)


def taken_back(desk: Desk, work: Callable[[], contract_edits.ContractEdited]) -> None:
    """Do something that changes something, and take it back whole."""
    before = dump(desk, *_TABLES)
    done = work()
    assert dump(desk, *_TABLES) != before
    assert contract_edits.undo(desk, done.operation) == 0
    assert dump(desk, *_TABLES) == before


def test_a_contract_is_changed_and_changed_back(desk: Desk) -> None:
    taken_back(desk, lambda: contract_edits.change(desk, 1, {"title": "储能", "amount": "—"}))
    taken_back(desk, lambda: contract_edits.change(desk, 1, {"丙": "第三方公司"}))
    taken_back(desk, lambda: contract_edits.put_on_slates(desk, 1, []))
    assert contract_edits.change(desk, 1, {"title": row_of(desk, 1).title}).operation == ""


def test_losing_the_approval_is_told(desk: Desk) -> None:
    done = contract_edits.approve(desk, [1], "韩秋月")
    assert row_of(desk, 1).approved
    assert contract_edits.change(desk, 1, {"industry": ""}).withdrawn == ()
    assert contract_edits.change(desk, 1, {"title": "别的"}).withdrawn == ["0001"]
    assert not row_of(desk, 1).approved
    assert refused(desk, lambda: contract_edits.undo(desk, done.operation))


def test_an_approval_is_withdrawn_and_keeps_its_number(desk: Desk) -> None:
    contract_edits.approve(desk, [2], "韩秋月")
    number = row_of(desk, 2).certificate_number
    taken_back(desk, lambda: contract_edits.withdraw_approval(desk, 2))
    contract_edits.withdraw_approval(desk, 2)
    row = row_of(desk, 2)
    assert (row.approved, row.approved_by, row.certificate_number) == (False, "", number)


def test_a_new_contract_goes_to_the_end_of_its_slate(desk: Desk) -> None:
    done = contract_edits.add(desk, " 新项目 ", SLATE)
    assert [row.number for row in contracts.list_contracts(desk, SLATE)][-1] == done.number
    assert row_of(desk, done.number).title == "新项目"
    assert contract_edits.undo(desk, done.operation) == 0
    assert contract_edits.add(desk, "又一项").number > done.number
    assert refused(desk, lambda: contract_edits.add(desk, "　")) == "contract-title-missing"


def test_a_party_goes_with_its_texts(desk: Desk) -> None:
    contract_edits.change(desk, 1, {"language": "ru", "乙.organization_ru": "Компания"})
    contract_edits.approve(desk, [1], "韩秋月")
    taken_back(desk, lambda: contract_edits.remove_party(desk, 1, "乙"))
    assert contract_edits.remove_party(desk, 1, "乙").withdrawn == ["0001"]
    row = row_of(desk, 1)
    assert ([party.side for party in row.parties], row.texts) == (["甲"], {})
    assert refused(desk, lambda: contract_edits.remove_party(desk, 1, "乙")) == "party-missing"


def test_screening_is_recorded_and_taken_back(desk: Desk) -> None:
    done = contract_edits.agree(desk, [1, 2], "才让")
    assert [row_of(desk, number).agreed_by for number in (1, 2, 3)] == ["才让", "才让", ""]
    back = contract_edits.disagree(desk, [1], "材料不全")
    assert row_of(desk, 1).agreed_on is None
    assert contract_edits.undo_screening(desk, back.operation) == 0
    assert row_of(desk, 1).agreed_by == "才让"
    contract_edits.undo_screening(desk, done.operation)
    assert row_of(desk, 2).agreed_on is None


def test_a_slate_is_made_named_and_declared(desk: Desk) -> None:
    taken_back(desk, lambda: contract_edits.add_slate(desk, "绿色算力"))
    contract_edits.add_slate(desk, "绿色算力")
    wanted = {"name": "绿色算力专场", "declared_contracts": "25", "declared_amount": "288亿元"}
    taken_back(desk, lambda: contract_edits.set_slate(desk, "绿色算力", wanted))
    contract_edits.set_slate(desk, "绿色算力", wanted)
    row = slates.list_slates(desk)[-1]
    assert (row.name, row.declared_contracts, row.declared_amount) == (
        "绿色算力专场", 25, 28_800_000_000_00,
    )  # fmt: skip
    assert refused(desk, lambda: contract_edits.add_slate(desk, SLATE)) == "slate-name-taken"
    assert refused(desk, lambda: contract_edits.add_slate(desk, " ")) == "slate-name-missing"
    bad = {"declared_contracts": "很多"}
    assert refused(desk, lambda: contract_edits.set_slate(desk, SLATE, bad)) == "setting-wrong"


def test_several_contracts_move_as_one(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    first, second = (row.id for row in batches.list_batches(desk, SLATE))
    before, tables = arranged(desk), dump(desk, *_TABLES)
    held = before["第一批"]
    operation = batch_edits.put(desk, held[:2], second, place=2)
    assert arranged(desk) == {
        "第一批": held[2:],
        "第二批": [before["第二批"][0], *held[:2], *before["第二批"][1:]],
    }
    assert batches.undo(desk, operation).kept == 0
    assert dump(desk, *_TABLES) == tables
    assert batch_edits.put(desk, [held[0]], first, place=3)
    assert arranged(desk)["第一批"] == [held[1], held[2], held[0]]
    assert batch_edits.put(desk, [held[0]], first, place=3) == ""
    assert batch_edits.put(desk, [held[0]], "")
    assert arranged(desk)["第一批"] == held[1:]


def test_a_locked_batch_keeps_its_contracts(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    first, second = (row.id for row in batches.list_batches(desk, SLATE))
    batches.lock(desk, "第一批")
    held = arranged(desk)["第一批"]
    assert refused(desk, lambda: batch_edits.put(desk, held[:1], second)) == "batch-locked"
    assert refused(desk, lambda: batch_edits.put(desk, held[:1], "")) == "batch-locked"
    assert refused(desk, lambda: batch_edits.put(desk, held[1:], first, 1)) == "batch-locked"


def test_batches_are_made_and_removed(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    made = batch_edits.add(desk, SLATE)
    assert (made.batch.name, made.batch.slate) == ("第三批", SLATE)
    contract_edits.add_slate(desk, "绿色算力")
    assert batch_edits.add(desk, "绿色算力").batch.name == "绿色算力第一批"
    assert list(arranged(desk)) == ["第一批", "第二批", "第三批", "绿色算力第一批"]
    operation = batch_edits.remove(desk, made.batch.id)
    assert "第三批" not in arranged(desk)
    batches.undo(desk, operation)
    assert "第三批" in arranged(desk)
    first = id_of(desk, "第一批")
    assert refused(desk, lambda: batch_edits.remove(desk, first)) == "batch-not-empty"
    batch_edits.remove(desk, made.batch.id)
    assert refused(desk, lambda: batch_edits.remove(desk, made.batch.id)) == "batch-gone"
    assert refused(desk, lambda: batch_edits.put(desk, [1], made.batch.id)) == "batch-gone"


def test_a_batch_with_plans_on_record_stays(desk: Desk) -> None:
    batch_proposals.apply(desk, SLATE, 3)
    batch = batches.list_batches(desk, SLATE)[0]
    stage_plans.make(desk, batch.name)
    stage_plans.freeze(desk, batch.name)
    batch_edits.put(desk, [row.number for row in batch.contracts], "")
    assert refused(desk, lambda: batch_edits.remove(desk, batch.id)) == "batch-has-plans"
