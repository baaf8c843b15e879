"""What is wrong with all batches, as the papers of each would say it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.services import batch_edits, batch_findings, batch_proposals, batches, contracts
from qhsign.services.desk import Desk
from support.stages import SLATE, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path) as desk:
        batch_proposals.apply(desk, SLATE, 3)
        yield desk


def found(desk: Desk) -> list[tuple[str, str, str]]:
    return [(f.code, f.batch, f.contract) for f in batch_findings.list_findings(desk)]


def test_a_fault_is_named_with_its_batch_and_contract(desk: Desk) -> None:
    assert found(desk) == []
    first, second = batches.list_batches(desk, SLATE)
    one, other = first.contracts[0].number, second.contracts[0].number
    contracts.set_contract(desk, one, {"乙.signatory": "不是嘉宾"})
    batch_edits.put(desk, [other], first.id)
    assert found(desk) == [
        ("stage-batch-too-large", "第一批", ""),
        ("stage-signatory-unknown", "第一批", f"{one:04d}"),
    ]


def test_a_batch_of_no_slate_is_looked_at_too(desk: Desk) -> None:
    first = batches.list_batches(desk, SLATE)[0]
    one = first.contracts[0].number
    contracts.set_contract(desk, one, {"batch": "另一批", "乙.signatory": ""})
    assert ("stage-signatory-missing", "另一批", f"{one:04d}") in found(desk)
