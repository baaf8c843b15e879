"""What did not change between two readings stays the same objects."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign.services import (
    batch_edits,
    batch_findings,
    batch_proposals,
    batches,
    ceremony_findings,
    ceremony_rows,
    contract_findings,
    contracts,
    slates,
)
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract
from qhsign.ui.ceremony.ceremony_provider import CeremonyRows
from support.stages import SLATE, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 4) as desk:
        batch_proposals.apply(desk, SLATE, 2)
        yield desk


def read(desk: Desk) -> CeremonyRows:
    return CeremonyRows(*ceremony_rows.read(desk))


def test_where_nothing_changed_everything_is_what_it_was(desk: Desk) -> None:
    before = read(desk)
    assert read(desk).keeping(before) is before
    assert read(desk).keeping(CeremonyRows()) == before


def test_only_what_changed_is_another_object(desk: Desk) -> None:
    before = read(desk)
    contracts.set_contract(desk, 3, {"title": "改名的项目"})
    after = read(desk)
    kept = after.keeping(before)
    assert kept == after
    same = [new is old for new, old in zip(kept.contracts, before.contracts, strict=True)]
    assert same == [True, True, False, True]
    for new, old in zip(kept.batches, before.batches, strict=True):
        holds = any(row.number == 3 for row in new.contracts)
        assert (new is old) is not holds
        assert all(any(row is each for each in kept.contracts) for row in new.contracts)


def test_what_is_new_comes_and_what_went_is_gone(desk: Desk) -> None:
    before = read(desk)
    slates.set_slate(desk, "另一清单", {})
    kept = read(desk).keeping(before)
    assert [row.name for row in kept.slates] == [SLATE, "另一清单"]
    assert kept.slates[0] is before.slates[0]
    assert kept.keeping(read(desk)) == kept
    assert before.keeping(kept) == before


def test_what_is_read_at_once_is_what_is_read_one_by_one(desk: Desk) -> None:
    contracts.set_contract(desk, 2, {"amount": "", "title_ru": "Договор", "乙.witnesses": "客3"})
    contracts.approve(desk, [3], "马骏")
    batches.set_batch(desk, "1", {"guest_witnesses": "客1"})
    batch_edits.put(desk, [4], "")
    with desk.read() as session:
        held = session.scalars(select(Contract).order_by(Contract.number)).all()
        one_by_one = [row for each in held for row in contracts.rows(session, [each])]
        assert contracts.all_rows(session) == one_by_one
        every = batches.in_order(session)
        known = {row.id: row for row in contracts.all_rows(session)}
        assert batches.rows(session, every, known) == batches.rows(session, every)


def test_what_looks_wrong_is_the_same_in_one_reading(desk: Desk) -> None:
    contracts.set_contract(desk, 2, {"amount": "", "乙.signatory": ""})
    slates.set_slate(desk, SLATE, {"declared_contracts": "99"})
    of_slates, of_batches = ceremony_findings.read(desk)
    assert of_slates == contract_findings.list_findings(desk)
    assert of_batches == batch_findings.list_findings(desk)
    assert of_slates
    assert of_batches
