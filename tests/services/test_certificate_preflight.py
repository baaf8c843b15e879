"""What is found wrong with certificates before any is printed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.services import certificates, contracts, events, slates
from qhsign.services.certificate_preflight import ContractFinding, preflight
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract, Event
from support.agreements import IN_CHINESE, IN_KYRGYZ, NUMBER, add_agreement, describe_event
from support.desks import add_guest, fresh_desk
from support.tables import dump

PARTIES = {
    "甲": "海西蒙古族藏族自治州人民政府",
    "甲.signatory": "崔峰",
    "乙": "中国华电集团有限公司",
    "乙.signatory": "宋云鹏",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        describe_event(desk)
        add_guest(desk, "崔峰", PARTIES["甲"])
        add_guest(desk, "宋云鹏", PARTIES["乙"])
        yield desk


def add_contract(desk: Desk, number: int = 1, **values: str) -> None:
    with desk.write("test") as session:
        session.add(Contract(number=number, title=f"第{number}号光伏项目"))
    contracts.set_contract(desk, number, {**PARTIES, "amount": "53.6亿元", **values})


def approve(desk: Desk, *numbers: int) -> None:
    contracts.approve(desk, list(numbers or [1]), "韩秋月")


def found(desk: Desk, **options: object) -> Sequence[ContractFinding]:
    """Look without leaving a trace; every sentence can be said in both languages."""
    before = dump(desk)
    findings = preflight(desk, **options)  # type: ignore[arg-type] # options are preflight's own
    assert dump(desk) == before
    for finding in findings:
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return findings


def told(desk: Desk, **options: object) -> list[tuple[str, str, str]]:
    return [(each.contract, each.field, each.code) for each in found(desk, **options)]


def test_a_sound_approved_contract_has_nothing(desk: Desk) -> None:
    add_contract(desk)
    approve(desk)
    assert told(desk) == []


def test_never_approved_is_not_approval_withdrawn(desk: Desk) -> None:
    add_contract(desk, 1)
    add_contract(desk, 2)
    approve(desk, 2)
    contracts.set_contract(desk, 2, {"title": "改了的项目"})
    assert told(desk) == [
        ("0001", "approval", "certificate-unapproved"),
        ("0002", "approval", "certificate-approval-withdrawn"),
    ]
    approve(desk, 1, 2)
    assert told(desk) == []


def test_what_was_printed_before_and_what_changed_since(desk: Desk, tmp_path: Path) -> None:
    add_contract(desk, 1)
    add_contract(desk, 2)
    approve(desk, 1)
    certificates.print_certificates(desk, tmp_path / "c.pdf", contract_numbers=[1])
    certificates.print_certificates(desk, tmp_path / "c.pdf", contract_numbers=[1], reason="污损")
    (before,) = found(desk, contract_numbers=[1])
    assert (before.field, before.code) == ("version", "certificate-printed-before")
    assert (before.parameters["certificate"], before.parameters["version"]) == ("QH25-QY-0001", 2)
    contracts.set_contract(desk, 1, {"amount": "63.6亿"})
    assert told(desk, contract_numbers=[1]) == [
        ("0001", "approval", "certificate-approval-withdrawn"),
        ("0001", "version", "certificate-printed-before"),
        ("0001", "version", "certificate-changed-since-print"),
    ]
    approve(desk, 1)
    events.change_event(desk, {"venue": "西宁国际会展中心"})
    assert told(desk, contract_numbers=[1])[-1] == (
        "0001", "version", "certificate-changed-since-print",
    )  # fmt: skip


def test_characters_and_overflow_are_told_with_their_field(desk: Desk) -> None:
    add_contract(desk, 1, title="\U0010fffd项目")
    add_contract(desk, 2, **{"乙.signatory_title": "副总经理兼" * 60})
    approve(desk, 1, 2)
    assert set(told(desk)) == {
        ("0001", "project", "print-glyph-missing"),
        ("0002", "b-post", "print-overflow"),
    }
    assert {each.refuses for each in found(desk, contract_numbers=[1])} == {True}
    assert {each.refuses for each in found(desk, contract_numbers=[2])} == {False}


def test_parties_that_lack_or_crowd(desk: Desk) -> None:
    with desk.write("test") as session:
        session.add(Contract(number=1, title="无签约方的项目"))
        session.add(Contract(number=2, title="一方的项目"))
    contracts.set_contract(desk, 2, {"甲": PARTIES["甲"], "甲.signatory": "崔峰"})
    add_contract(desk, 3, **{side: f"第{side}家公司" for side in "丙丁戊己庚"})
    codes = {(contract, code) for contract, _, code in told(desk)}
    assert {
        ("0001", "contract-incomplete"),
        ("0002", "contract-incomplete"),
        ("0003", "print-parties-too-many"),
    } <= codes


def test_signatories_that_lack_or_are_no_guests(desk: Desk) -> None:
    add_contract(desk, 1, **{"甲.signatory": "", "乙.signatory": "石雪艳"})
    approve(desk)
    assert told(desk) == [
        ("0001", "甲.signatory", "certificate-signatory-missing"),
        ("0001", "乙.signatory", "certificate-signatory-unknown"),
    ]
    assert not any(each.refuses for each in found(desk))


def test_what_the_event_leaves_empty_is_told_once(desk: Desk) -> None:
    for number in (1, 2):
        add_contract(desk, number)
    approve(desk, 1, 2)
    events.change_event(desk, {"organizer": "", "city": "", "venue": "", "sealer": ""})
    assert told(desk) == [
        ("", "organizer", "certificate-lacks-organizer"),
        ("", "city", "certificate-lacks-city"),
        ("", "sealer", "certificate-lacks-sealer"),
    ]
    events.change_event(
        desk, {"organizer": "青海省人民政府", "venue": "会展中心", "sealer": "商务厅"}
    )
    assert told(desk) == []
    with desk.write("test") as session:
        session.scalars(select(Event)).one().start = None
    assert told(desk) == [("", "start", "certificate-lacks-start")]


def test_a_second_language_wants_its_texts(desk: Desk) -> None:
    for key in ("甲", "乙"):
        add_guest(desk, IN_CHINESE[f"{key}.signatory"], IN_CHINESE[key])
    add_agreement(desk)
    approve(desk, NUMBER)
    assert told(desk) == []
    contracts.set_contract(desk, NUMBER, {"乙.organization_ky": "", "guest_title_ky": ""})
    approve(desk, NUMBER)
    lacking = found(desk)
    assert [(each.field, each.code, each.refuses) for each in lacking] == [
        ("乙.organization_ky", "certificate-text-missing", True),
        ("guest_title_ky", "certificate-title-order", False),
    ]
    for language in wording.Language:
        sentence = wording.say(lacking[0].code, language, **lacking[0].parameters)
        assert "0104 乙.organization_ky=" in sentence
    assert told(desk, layout="certificate-a4") == [
        ("0104", "language", "certificate-language-left-out")
    ]
    contracts.set_contract(desk, NUMBER, {**IN_KYRGYZ, "language": "en"})
    assert ("0104", "title_en", "certificate-event-text-missing") in told(desk)


def test_which_contracts_are_looked_at(desk: Desk) -> None:
    slates.set_slate(desk, "重点项目", {})
    for number in (1, 2, 3):
        add_contract(desk, number, slates="重点" if number != 2 else "")
    assert [contract for contract, _, _ in told(desk, slate="重点")] == ["0001", "0003"]
    assert [contract for contract, _, _ in told(desk, contract_numbers=[3, 2])] == ["0003", "0002"]
    for options, code in (
        ({"contract_numbers": [9]}, "contract-unknown"),
        ({"slate": "别的"}, "slate-unknown"),
        ({"layout": "badge-90x130"}, "layout-of-another"),
        ({"layout": "没有"}, "layout-missing"),
    ):
        with pytest.raises(ProblemForUser, match=code):
            found(desk, **options)


def test_without_contracts_there_is_nothing_to_look_at(desk: Desk) -> None:
    with pytest.raises(ProblemForUser, match="contracts-none"):
        found(desk)
