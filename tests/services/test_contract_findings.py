"""Look-alike names, overlaps, missing amounts and ten-thousand-fold slips."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign import wording
from qhsign.services import contract_findings, contracts, events, presidium, slates
from qhsign.services.desk import Desk
from support.desks import add_guest
from support.stages import SLATE, stage_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with stage_desk(tmp_path, 5) as desk:
        yield desk


def found(desk: Desk, slate: str | None = None) -> list[tuple[str, str]]:
    findings = [f for each in contract_findings.list_findings(desk, slate) for f in each.findings]
    for finding in findings:
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return [(finding.code, finding.contract) for finding in findings]


def test_nothing_is_found_where_nothing_is_wrong(desk: Desk) -> None:
    slates.set_slate(desk, SLATE, {"declared_contracts": "5", "declared_amount": "15亿元"})
    assert found(desk, SLATE) == []


def test_a_slip_of_ten_thousand_explains_the_gap(desk: Desk) -> None:
    slates.set_slate(desk, SLATE, {"declared_amount": "15亿元"})
    contracts.set_contract(desk, 4, {"amount": "4万元"})
    assert ("contract-amount-slip", "0004") in found(desk, SLATE)
    assert ("contract-amount-small", "0004") in found(desk, SLATE)
    contracts.set_contract(desk, 4, {"amount": "40000亿元"})
    assert ("contract-amount-slip", "0004") in found(desk, SLATE)
    assert ("contract-amount-large", "0004") in found(desk, SLATE)
    contracts.set_contract(desk, 4, {"amount": "5亿元"})
    assert found(desk, SLATE) == [("slate-total-differs", "")]
    slates.set_slate(desk, SLATE, {"declared_amount": ""})
    contracts.set_contract(desk, 4, {"amount": "110万元"})
    assert found(desk, SLATE) == []
    for number in (1, 2, 3, 5):
        contracts.set_contract(desk, number, {"amount": "60亿元"})
    assert found(desk, SLATE) == [("contract-amount-unusual", "0004")]


def test_a_project_needs_an_amount_and_a_framework_does_not(desk: Desk) -> None:
    contracts.set_contract(desk, 1, {"amount": "", "kind": "框架"})
    contracts.set_contract(desk, 2, {"amount": ""})
    assert found(desk, SLATE) == [("contract-amount-missing", "0002")]


def test_slates_that_overlap_are_told_once(desk: Desk) -> None:
    slates.set_slate(desk, "绿色算力", {})
    for number in (1, 2):
        contracts.set_contract(desk, number, {"slates": f"绿色算力,{SLATE}"})
    general = contract_findings.list_findings(desk)[0]
    overlaps = [f.parameters for f in general.findings if f.code == "slates-overlap"]
    assert [each["count"] for each in overlaps] == [2]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("中国华电集团", "中国华电集团有限公司", "organizations-part"),
        ("青海盐湖工业公司", "青海盐糊工业公司", "organizations-one-character"),
        ("青海盐湖工业公司", "青海盐湖业公司", "organizations-one-character"),
        ("青海（盐湖）工业公司", "青海(盐湖) 工业公司", "organizations-spelling"),
        ("海南藏族自治州人民政府", "海北藏族自治州人民政府", None),
        ("第一建设公司", "第二建设公司", None),
        ("西宁市人民政府", "海东市人民政府", None),
    ],
)
def test_names_that_look_alike(desk: Desk, one: str, other: str, code: str | None) -> None:
    contracts.set_contract(desk, 1, {"乙": one})
    contracts.set_contract(desk, 2, {"乙": other})
    general = contract_findings.list_findings(desk)[0].findings
    codes = [
        f.code for f in general if {f.parameters["first"], f.parameters["second"]} == {one, other}
    ]
    assert codes == ([code] if code else [])


def test_the_presidium_sits_by_precedence(desk: Desk) -> None:
    numbers = [add_guest(desk, f"领导{rank}", rank_level=str(rank)) for rank in (3, 1, 4, 2)]

    def row(*, international: bool = False) -> list[int]:
        seats = presidium.seat(desk, numbers, international=international)
        return [seat.rank for seat in seats]

    assert row() == [3, 1, 2, 4]
    assert row(international=True) == [4, 2, 1, 3]
    events.change_event(desk, {"even_presidium": "second-left"})
    assert row() == [4, 2, 1, 3]
    seats = presidium.seat(desk, numbers)
    assert [seat.guest.full_name for seat in seats] == ["领导4", "领导2", "领导1", "领导3"]
