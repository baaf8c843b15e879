"""Certificates: copies, drafts, numbers, versions, and what their codes say."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.domain import badge_token
from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.printing import preflight
from qhsign.services import certificates, check_ins, contracts, event_keys, events, slates
from qhsign.services.certificates import CertificateRun, Verification
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.store.schema import Certificate, Contract, PrintItem, PrintRun
from support.desks import fresh_desk
from support.printed import codes, set_text, texts
from support.tables import dump

PARTIES = {
    "甲": "海西蒙古族藏族自治州人民政府",
    "乙": "中国华电集团有限公司",
    "丙": "黄河上游水电开发有限责任公司",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        events.change_event(
            desk,
            {"city": "青海西宁", "venue": "青海国际会展中心", "organizer": "青海省人民政府",
             "co_organizer": "青海省商务厅；执行委员会办公室", "sealer": "青海省商务厅"},
        )  # fmt: skip
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "certificates.pdf"


def add_contract(desk: Desk, number: int = 1, sides: str = "甲乙", **values: str) -> None:
    """Add a contract whose parties have signatories with posts."""
    with desk.write("test") as session:
        session.add(Contract(number=number, title=f"第{number}号光伏与绿色算力一体化项目"))
    people = dict(zip("甲乙丙", ("崔峰", "欧阳文静", "努尔买买提江·阿卜杜热合曼"), strict=True))
    given: dict[str, str] = {side: PARTIES[side] for side in sides}
    for side in sides:
        given |= {f"{side}.signatory": people[side], f"{side}.signatory_title": "副总经理"}
    contracts.set_contract(desk, number, {**given, "amount": "53.6亿元", **values})


def printed(desk: Desk, out: Path, **options: Any) -> CertificateRun:
    run = certificates.print_certificates(desk, out, **options)
    for finding in run.preflight:
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return run


def approve(desk: Desk, *numbers: int) -> Sequence[ContractRow]:
    return contracts.approve(desk, list(numbers or [1]), "韩秋月")


def test_one_copy_for_each_party_says_what_was_agreed(desk: Desk, out: Path) -> None:
    add_contract(desk, 1)
    add_contract(desk, 2, "甲乙丙", amount="10.5亿")
    approve(desk, 1, 2)
    run = printed(desk, out)
    assert (run.certificates, run.contracts, run.pages, run.drafts) == (5, 2, 5, 0)
    assert run.numbers == ["QH25-QY-0001", "QH25-QY-0002"]
    assert run.preflight == []
    pages = texts(out)
    assert len(pages) == 5
    for page, label in zip(pages, ("甲方", "乙方", "甲方", "乙方", "丙方"), strict=True):
        assert f"{label}存执·第1版" in page
    for page in pages[:2]:
        for part in (
            "QH25-QY-0001", "第1号光伏与绿色算力一体化项目", "53.6亿元",
            "人民币伍拾叁亿陆仟万元整", PARTIES["甲"], PARTIES["乙"], "崔峰", "欧阳文静",
            "副总经理", "二〇二四年七月十一日", "青海省人民政府", "执行委员会办公室",
            events.facts(desk).title,
        ):  # fmt: skip
            assert set_text(part) in page
        assert PARTIES["丙"] not in page
    for page in pages[2:]:
        assert "人民币壹拾亿伍仟万元整" in page
        assert "努尔买买提江·阿卜杜热合曼" in page


def test_both_readers_read_every_copy_s_code(desk: Desk, out: Path) -> None:
    add_contract(desk, 1, "甲乙丙")
    add_contract(desk, 2)
    approve(desk, 1, 2)
    printed(desk, out)
    read = codes(out)
    assert len(read) == 5
    assert read[0] == read[1] == read[2] != read[3] == read[4]
    for code, number in ((read[0], "QH25-QY-0001"), (read[3], "QH25-QY-0002")):
        assert len(code) == 38
        assert certificates.verify(desk, code) == Verification(number, 1, "valid")
        assert certificates.verify(desk, f" {code.lower()} ").state == "valid"


@pytest.mark.parametrize("kind", ["战略合作框架协议", "友好省州协议"])
def test_without_an_amount_there_is_no_amount_line(desk: Desk, out: Path, kind: str) -> None:
    add_contract(desk, amount="不涉及", kind=kind)
    approve(desk)
    printed(desk, out)
    for page in texts(out):
        assert kind in page
        assert "人民币" not in page
        assert "大写" not in page
        assert "投资总额" not in page


def test_the_setting_for_jiao_is_followed(desk: Desk, out: Path) -> None:
    add_contract(desk, amount="1409.50元")
    approve(desk)
    printed(desk, out)
    assert "人民币壹仟肆佰零玖元伍角整" in texts(out)[0]
    events.change_event(desk, {"jiao_with_whole": "no"})
    printed(desk, out)
    assert "人民币壹仟肆佰零玖元伍角" in texts(out)[0]
    assert "伍角整" not in texts(out)[0]


def test_a_draft_is_a_sample_without_a_code(desk: Desk, out: Path) -> None:
    add_contract(desk, 1)
    add_contract(desk, 2)
    approve(desk, 2)
    run = printed(desk, out)
    assert (run.drafts, run.contracts, run.certificates) == (1, 2, 4)
    assert run.numbers == ["QH25-QY-0002"]
    assert ["样张" in page for page in texts(out)] == [True, True, False, False]
    assert [bool(code) for code in codes(out)] == [False, False, True, True]
    assert len(dump(desk, "certificate")["certificate"]) == 1


def test_a_reprint_keeps_the_number_and_voids_the_version_before(desk: Desk, out: Path) -> None:
    add_contract(desk)
    approve(desk)
    printed(desk, out)
    (old, _) = codes(out)
    run = printed(desk, out, reason="污损")
    (new, _) = codes(out)
    assert run.numbers == ["QH25-QY-0001"]
    assert "第2版" in texts(out)[0]
    assert certificates.verify(desk, old) == Verification("QH25-QY-0001", 1, "void")
    assert certificates.verify(desk, new) == Verification("QH25-QY-0001", 2, "valid")
    with desk.read() as session:
        states = session.scalars(select(Certificate.state).order_by(Certificate.version)).all()
        assert states == ["void", "valid"]
        assert len(session.scalars(select(PrintItem)).all()) == 2


def ledger(desk: Desk) -> list[str]:
    with desk.read() as session:
        return list(session.scalars(select(PrintRun.reason).order_by(PrintRun.id)))


def reprints(run: CertificateRun) -> list[tuple[str, str]]:
    return [
        (each.contract, each.field)
        for each in run.preflight
        if each.code == "reprint-without-reason"
    ]


def test_a_reprint_without_a_reason_is_printed_and_told(desk: Desk, out: Path) -> None:
    for number in (1, 2):
        add_contract(desk, number)
    approve(desk, 1, 2)
    assert reprints(printed(desk, out)) == []
    again = printed(desk, out, contract_numbers=[2])
    assert reprints(again) == [("0002", "reason")]
    assert "第2版" in texts(out)[0]
    assert reprints(printed(desk, out, reason=" ")) == [("0001", "reason"), ("0002", "reason")]
    assert reprints(printed(desk, out, reason="污损")) == []
    assert ledger(desk) == [
        "",
        "未写原因：0002（第1版之后）",
        "未写原因：0001（第1版之后）、0002（第2版之后）",
        "污损",
    ]


def test_the_ledger_says_by_itself_what_changed(desk: Desk, out: Path) -> None:
    for number in (1, 2, 3):
        add_contract(desk, number)
    approve(desk, 1, 2)
    printed(desk, out)
    contracts.set_contract(desk, 1, {"amount": "63.6亿"})
    approve(desk, 1)
    assert reprints(printed(desk, out)) == [("0002", "reason")]
    contracts.set_contract(desk, 1, {"amount": "64亿"})
    approve(desk, 1)
    assert reprints(printed(desk, out, reason="改错")) == []
    events.change_event(desk, {"sealer": "青海省外事办公室"})
    printed(desk, out, contract_numbers=[2])
    assert ledger(desk) == [
        "",
        "内容有变更：0001（第1版之后）；未写原因：0002（第1版之后）",
        "改错；内容有变更：0001（第2版之后）",
        "内容有变更：0002（第3版之后）",
    ]


def test_certificates_printed_before_two_languages_still_agree(desk: Desk, out: Path) -> None:
    add_contract(desk)
    approve(desk)
    printed(desk, out)
    with desk.read() as session:
        (kept,) = session.scalars(select(Certificate.fingerprint))
    # What the program made of the same contract before it knew a second language.
    assert kept == "95887fca247c066c9d9c24527a55e110729b252d48da759747e93e6143e997fb"


def test_numbers_are_the_contract_s_own_for_good(desk: Desk, out: Path) -> None:
    for number in (7, 3):
        add_contract(desk, number)
    approve(desk, 7)
    approve(desk, 3)
    assert printed(desk, out).numbers == ["QH25-QY-0003", "QH25-QY-0007"]
    events.change_event(desk, {"edition": "26"})
    contracts.set_contract(desk, 7, {"title": "改名的项目"})
    approve(desk, 7)
    assert printed(desk, out).numbers == ["QH25-QY-0003", "QH25-QY-0007"]


def test_a_contract_changed_since_is_told(desk: Desk, out: Path) -> None:
    add_contract(desk)
    approve(desk)
    printed(desk, out)
    (code, _) = codes(out)
    assert not certificates.verify(desk, code).changed
    contracts.set_contract(desk, 1, {"region": "海东", "batch": "第一批"})
    assert not certificates.verify(desk, code).changed
    contracts.set_contract(desk, 1, {"amount": "63.6亿"})
    assert certificates.verify(desk, code) == Verification("QH25-QY-0001", 1, "valid", changed=True)
    printed(desk, out)
    assert "样张" in texts(out)[0]
    approve(desk)
    printed(desk, out)
    assert not certificates.verify(desk, codes(out)[0]).changed


def test_what_other_codes_say(desk: Desk, out: Path) -> None:
    add_contract(desk)
    approve(desk)
    printed(desk, out)
    (code, _) = codes(out)
    before = dump(desk)
    forged = code[:-1] + ("1" if code[-1] == "0" else "0")
    own = events.facts(desk).code
    elsewhere = badge_token.issue_certificate("ZZZ" if own != "ZZZ" else "YYY", b"k" * 32, "0" * 16)
    with desk.read() as session:
        key = event_keys.signing_key(session)
    never_printed = badge_token.issue_certificate(own, key, "0" * 16)
    badge = badge_token.issue(own, key, b"0123456789")
    for scanned, state in (
        (forged, "forged"),
        (elsewhere, "other-event"),
        (never_printed, "unknown"),
        (badge, "unknown"),
        ("QH1" + code[3:], "unknown"),
        ("", "unknown"),
        ("二维码", "unknown"),
        ("x" * 5000, "unknown"),
    ):
        assert certificates.verify(desk, scanned) == Verification(None, None, state)
    assert dump(desk) == before


def test_at_the_door_a_certificate_is_told_and_no_badge(desk: Desk, out: Path) -> None:
    add_contract(desk)
    approve(desk)
    printed(desk, out)
    shown = check_ins.record_scan(desk, codes(out)[0], "开幕式")
    assert (shown.verdict, shown.counted) == (Verdict.UNKNOWN, False)
    assert shown.message_code == "certificate-shown"
    as_badge = check_ins.record_scan(desk, "QH1" + codes(out)[0][3:], "开幕式")
    assert as_badge.verdict is Verdict.FORGED


def test_which_contracts_a_run_is_for(desk: Desk, out: Path) -> None:
    slates.set_slate(desk, "重点项目", {})
    for number in (1, 2, 3):
        add_contract(desk, number, slates="重点" if number != 2 else "")
    approve(desk, 1, 2, 3)
    assert printed(desk, out, slate="重点").numbers == ["QH25-QY-0001", "QH25-QY-0003"]
    assert printed(desk, out, contract_numbers=[2, 1, 2]).numbers == [
        "QH25-QY-0002", "QH25-QY-0001",
    ]  # fmt: skip
    for options, code in (
        ({"contract_numbers": [9]}, "contract-unknown"),
        ({"slate": "别的"}, "slate-unknown"),
    ):
        with pytest.raises(ProblemForUser, match=code):
            printed(desk, out, **options)


def test_nothing_is_voided_where_nothing_can_be_printed(desk: Desk, out: Path) -> None:
    with pytest.raises(ProblemForUser, match="contracts-none"):
        printed(desk, out)
    add_contract(desk)
    approve(desk)
    printed(desk, out)
    before = dump(desk)
    with pytest.raises(ProblemForUser, match="out-folder-missing"):
        printed(desk, out.parent / "nowhere" / "c.pdf")
    assert dump(desk) == before
    contracts.set_contract(desk, 1, {"title": "\U0010fffd项目"})
    approve(desk)
    before = dump(desk)
    with pytest.raises(ProblemForUser, match="certificates-none-printable"):
        printed(desk, out)
    assert dump(desk) == before
    add_contract(desk, 2)
    run = printed(desk, out)
    assert (run.contracts, run.drafts) == (1, 1)
    assert {finding.contract for finding in run.preflight} == {"0001"}


def test_a_contract_changed_while_printing_is_no_approved_certificate(
    desk: Desk, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_contract(desk)
    approve(desk)
    check = preflight.check_certificates
    checked = "qhsign.services.certificate_preflight.check_certificates"

    def check_and_change(*arguments: Any) -> Any:
        found = check(*arguments)
        monkeypatch.setattr(checked, check)
        contracts.set_contract(desk, 1, {"amount": "63.6亿"})
        return found

    monkeypatch.setattr(checked, check_and_change)
    run = printed(desk, out)
    assert (run.drafts, run.numbers) == (1, [])
    assert all("样张" in page and "63.6亿元" in page for page in texts(out))
    assert codes(out) == ["", ""]
