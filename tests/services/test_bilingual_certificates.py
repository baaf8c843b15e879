"""Contracts with a second language: their texts, their order, and their certificates."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy import select

from qhsign import wording
from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.problems import ProblemForUser
from qhsign.services import certificates, contracts, events, imports
from qhsign.services.certificates import CertificateRun, Verification
from qhsign.services.contract_import import import_contracts
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.store.schema import Certificate, ContractText, Organization
from support.agreements import (
    IN_CHINESE,
    IN_KYRGYZ,
    NUMBER,
    OF_EVENT,
    TITLE,
    add_agreement,
    describe_event,
)
from support.desks import fresh_desk
from support.printed import set_text, texts
from support.tables import dump


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        describe_event(desk)
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "c.pdf"


def printed(desk: Desk, out: Path, **options: Any) -> CertificateRun:
    run = certificates.print_certificates(desk, out, **options)
    for finding in run.preflight:
        for language in wording.Language:
            assert wording.say(finding.code, language, **finding.parameters)
    return run


def shown(desk: Desk, number: int = NUMBER) -> ContractRow:
    return next(row for row in contracts.list_contracts(desk) if row.number == number)


def approve(desk: Desk, *numbers: int) -> None:
    contracts.approve(desk, list(numbers or [NUMBER]), "韩秋月")


def refused(desk: Desk, **values: str) -> str:
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        contracts.set_contract(desk, NUMBER, values)
    assert dump(desk) == before
    return caught.value.code


def test_texts_are_kept_by_their_keys(desk: Desk) -> None:
    add_agreement(desk)
    row = shown(desk)
    assert row.language is OtherLanguage.KYRGYZ
    assert row.texts == {key: text for key, text in IN_KYRGYZ.items() if key != "language"}
    assert [party.country for party in row.parties] == [None, "KG"]
    changed = contracts.set_contract(
        desk, NUMBER, {"language": "俄文", "title_ru": " Соглашение ", "guest_title": ""}
    )
    assert (changed.language, changed.texts["title_ru"]) == (OtherLanguage.RUSSIAN, "Соглашение")
    assert changed.texts["title_ky"] == IN_KYRGYZ["title_ky"]
    assert "guest_title" not in changed.texts
    assert contracts.set_contract(desk, NUMBER, {"language": ""}).language is None
    contracts.set_contract(desk, NUMBER, {"title_ky": "Макулдашуу"})
    with desk.read() as session:
        held = session.scalars(
            select(ContractText.text).where(
                ContractText.field == "title", ContractText.language == "ky"
            )
        ).all()
    assert held == ["Макулдашуу"]


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("language", "藏文", "field-wrong"),
        ("title_bo", "x", "field-unknown"),
        ("title_zh", "x", "field-unknown"),
        ("title_", "x", "field-unknown"),
        ("乙.assistant_ky", "x", "field-unknown"),
        ("组.organization_ky", "x", "field-unknown"),
        ("丙.organization_ky", "x", "party-missing"),
        ("乙.country", "亚特兰蒂斯", "field-wrong"),
    ],
)
def test_a_wrong_key_or_value_changes_nothing(desk: Desk, field: str, text: str, code: str) -> None:
    add_agreement(desk)
    assert refused(desk, region="海东", **{field: text}) == code


@pytest.mark.parametrize(
    ("change", "withdraws"),
    [
        ({"title_ky": "Башка макулдашуу"}, True),
        ({"guest_title": "另一个名称"}, True),
        ({"guest_title_ky": ""}, True),
        ({"乙.signatory_ky": "Азамат Касымов"}, True),
        ({"甲.signatory_title_ky": "өкүл"}, True),
        ({"乙.country": "KZ"}, True),
        ({"language": "ru"}, True),
        ({"language": "无"}, True),
        ({"乙.host": "yes"}, True),
        ({"title_ru": "Соглашение"}, False),
        ({"乙.organization_en": "Issyk-Kul Region"}, False),
        ({"title_ky": IN_KYRGYZ["title_ky"]}, False),
    ],
)
def test_what_would_print_otherwise_loses_its_approval(
    desk: Desk, change: dict[str, str], *, withdraws: bool
) -> None:
    add_agreement(desk)
    approve(desk)
    assert contracts.set_contract(desk, NUMBER, change).approved is not withdraws


def test_texts_nobody_prints_leave_an_approval(desk: Desk) -> None:
    add_agreement(desk, {})
    approve(desk)
    assert contracts.set_contract(desk, NUMBER, {"title_ky": "Макулдашуу"}).approved
    assert not contracts.set_contract(desk, NUMBER, {"language": "吉尔吉斯文"}).approved


def test_another_signatory_takes_the_old_one_s_texts_away(desk: Desk, tmp_path: Path) -> None:
    add_agreement(desk)
    row = contracts.set_contract(desk, NUMBER, {"乙.signatory": IN_CHINESE["乙.signatory"]})
    assert row.texts["乙.signatory_ky"] == IN_KYRGYZ["乙.signatory_ky"]
    row = contracts.set_contract(
        desk, NUMBER, {"乙.signatory_ky": "Азамат Касымов", "乙.signatory": "阿扎马特·卡瑟莫夫"}
    )
    assert row.texts["乙.signatory_ky"] == "Азамат Касымов"
    assert "乙.signatory_title_ky" not in row.texts
    assert row.texts["甲.signatory_ky"] == IN_KYRGYZ["甲.signatory_ky"]
    listed = tmp_path / "list.csv"
    head = "项目名称,甲方,乙方,甲方签约代表"
    listed.write_text(f"{head}\n{TITLE},{IN_CHINESE['甲']},{IN_CHINESE['乙']},石雪艳\n", "utf-8")
    import_contracts(desk, listed)
    assert shown(desk).parties[0].signatory == "石雪艳"
    assert "甲.signatory_ky" not in shown(desk).texts
    imports.undo(desk, 1)
    assert shown(desk).texts["甲.signatory_ky"] == IN_KYRGYZ["甲.signatory_ky"]


def test_a_country_is_the_organization_s_in_all_its_agreements(desk: Desk) -> None:
    add_agreement(desk)
    add_agreement(desk, number=105)
    approve(desk, NUMBER, 105)
    contracts.set_contract(desk, NUMBER, {"乙.country": "UZ"})
    assert [shown(desk, number).approved for number in (NUMBER, 105)] == [False, False]
    with desk.read() as session:
        named = select(Organization.country).where(Organization.legal_name == IN_CHINESE["乙"])
        assert session.scalars(named).one() == "UZ"


def test_each_side_s_copy_names_that_side_first(desk: Desk, out: Path) -> None:
    add_agreement(desk)
    approve(desk)
    run = printed(desk, out)
    assert (run.certificates, run.contracts, run.pages, run.preflight) == (2, 1, 2, [])
    host, guest = texts(out)
    facts = events.facts(desk)
    for page in (host, guest):
        for part in (
            facts.title, *OF_EVENT.values(), "QH25-QY-0104", "二〇二四年七月十一日",
            "2024-жылдын 11-июлу", "签约代表", "Кол койгон", "М. О.", "（盖章）",
            "Эки текст тең бирдей күчкө ээ", "两种文本同等作准", "第1版", "1-басылышы",
            *(IN_CHINESE[key] for key in IN_CHINESE if key not in {"kind", "乙.country"}),
            *(text for key, text in IN_KYRGYZ.items() if key.startswith(("甲", "乙"))),
        ):  # fmt: skip
            assert set_text(part) in page
        assert "投资总额" not in page
    own, theirs = (TITLE, IN_KYRGYZ["title_ky"]), (
        IN_KYRGYZ["guest_title"], IN_KYRGYZ["guest_title_ky"],
    )  # fmt: skip
    for page, titles, others, keeper, other_keeper in (
        (host, own, theirs, "中方存执", "Кытай тараптын нускасы"),
        (guest, theirs, own, "吉方存执", "Кыргыз тараптын нускасы"),
    ):
        assert all(set_text(title) in page for title in titles)
        assert not any(set_text(title) in page for title in others)
        assert set_text(keeper) in page
        assert set_text(other_keeper) in page
    assert host.index("中方中华") < host.index("吉方吉尔")
    assert guest.index("吉方吉尔") < guest.index("中方中华")


def test_both_codes_of_a_copy_say_which_certificate_it_is(desk: Desk, out: Path) -> None:
    add_agreement(desk)
    approve(desk)
    printed(desk, out)
    document = pypdfium2.PdfDocument(out)
    read = [
        [code.text for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())]
        for page in document
    ]
    document.close()
    assert [len(codes) for codes in read] == [2, 2]
    (code,) = {code for codes in read for code in codes}
    assert certificates.verify(desk, code) == Verification("QH25-QY-0104", 1, "valid")
    contracts.set_contract(desk, NUMBER, {"title_ru": "Соглашение"})
    assert not certificates.verify(desk, code).changed
    contracts.set_contract(desk, NUMBER, {"乙.signatory_ky": "Азамат Касымов"})
    assert certificates.verify(desk, code).changed


def test_an_amount_stands_in_both_languages(desk: Desk, out: Path) -> None:
    add_agreement(desk, changes={"amount": "$1.2亿"})
    approve(desk)
    assert printed(desk, out).preflight == []
    for page in texts(out):
        for part in ("投资总额", "1.2亿美元", "美元壹亿贰仟万元整", "Инвестиция", "USD 120 млн",
                     "USD 120 000 000,00"):  # fmt: skip
            assert set_text(part) in page


def test_sides_without_known_countries_go_by_letters(desk: Desk, out: Path) -> None:
    add_agreement(desk, changes={"乙.country": ""})
    approve(desk)
    printed(desk, out)
    host, guest = texts(out)
    assert "甲方存执" in host
    assert "乙方存执" in guest
    assert set_text("А тарабынын нускасы") in host
    assert set_text("Б тарабынын нускасы") in guest
    assert guest.index("乙方吉尔") < guest.index("甲方中华")


def test_the_side_at_home_speaks_chinese_wherever_it_stands(desk: Desk, out: Path) -> None:
    swapped = {"甲": "乙", "乙": "甲"}
    add_agreement(desk, {})
    values = {
        swapped[key[0]] + key[1:] if key[0] in swapped else key: text
        for key, text in {**IN_CHINESE, **IN_KYRGYZ}.items()
    }
    contracts.set_contract(desk, NUMBER, {**values, "乙.country": "中国"})
    approve(desk)
    printed(desk, out)
    foreign, home = texts(out)
    assert "吉方存执" in foreign
    assert set_text(IN_KYRGYZ["guest_title"]) in foreign
    assert "中方存执" in home
    assert set_text(TITLE) in home


def lacking(run: CertificateRun) -> list[tuple[str, str, str]]:
    return [(each.contract, each.field, each.code) for each in run.preflight if each.refuses]


def test_without_a_text_that_agreement_is_not_printed_and_the_others_are(
    desk: Desk, out: Path
) -> None:
    add_agreement(desk)
    add_agreement(desk, number=105, changes={"乙.signatory_ky": "", "title_ky": ""})
    add_agreement(desk, {}, number=106)
    approve(desk, NUMBER, 105, 106)
    run = printed(desk, out)
    assert lacking(run) == [
        ("0105", "title_ky", "certificate-text-missing"),
        ("0105", "乙.signatory_ky", "certificate-text-missing"),
    ]
    assert run.numbers == ["QH25-QY-0104", "QH25-QY-0106"]
    assert (run.contracts, run.certificates) == (2, 4)
    with desk.read() as session:
        assert len(session.scalars(select(Certificate.id)).all()) == 2
    contracts.set_contract(
        desk, 105, {"乙.signatory": "", "乙.signatory_title": "", "title_ky": "Макулдашуу"}
    )
    approve(desk, 105)
    assert lacking(printed(desk, out, contract_numbers=[105])) == []
    assert texts(out)[0].count(set_text("Кол койгон")) == 1


def test_the_event_s_texts_are_wanted_too(desk: Desk, out: Path) -> None:
    add_agreement(desk, {**IN_KYRGYZ, "language": "ru"})
    approve(desk)
    before = dump(desk)
    with pytest.raises(ProblemForUser, match="certificates-none-printable"):
        printed(desk, out)
    assert dump(desk) == before
    russian = {key.replace("_ky", "_ru"): text for key, text in IN_KYRGYZ.items() if "_ky" in key}
    contracts.set_contract(desk, NUMBER, russian)
    add_agreement(desk, {}, number=105)
    assert lacking(printed(desk, out)) == [
        ("0104", "title_ru", "certificate-event-text-missing"),
        ("0104", "place_ru", "certificate-event-text-missing"),
    ]
    events.change_event(desk, {"title_ru": "Ярмарка", "place_ru": "г. Синин；Цинхай"})
    run = printed(desk, out)
    assert (run.preflight, run.pages) == ([], 4)
    assert set_text("11 июля 2024 г.г. Синин Цинхай") in texts(out)[0]


def test_a_title_that_names_both_sides_wants_its_other_order(desk: Desk, out: Path) -> None:
    def wanted(**values: str) -> list[str]:
        contracts.set_contract(desk, NUMBER, values)
        run = printed(desk, out, contract_numbers=[NUMBER])
        assert run.pages == 2
        return [each.field for each in run.preflight if each.code == "certificate-title-order"]

    add_agreement(desk, changes={"guest_title": "", "guest_title_ky": ""})
    assert wanted() == ["guest_title", "guest_title_ky"]
    assert set_text(TITLE) in texts(out)[1]
    assert wanted(guest_title="吉方在前的协议书") == ["guest_title_ky"]
    assert wanted(guest_title="", title="友好省州关系协议书") == []


def test_a_named_layout_is_taken_as_it_is(desk: Desk, out: Path) -> None:
    add_agreement(desk)
    add_agreement(desk, {}, number=105)
    approve(desk, NUMBER, 105)
    chinese = printed(desk, out, layout="certificate-a4")
    assert [(each.contract, each.code) for each in chinese.preflight] == [
        ("0104", "certificate-language-left-out")
    ]
    pages = texts(out)
    assert len(pages) == 4
    assert "甲方存执·第1版" in pages[0]
    assert not any(set_text("Кол койгон") in page for page in pages)
    both = printed(desk, out, layout="certificate-a4-bilingual", reason="重印")
    assert [(each.contract, each.code) for each in both.preflight] == [
        ("0105", "print-languages-differ"), ("0105", "print-languages-differ"),
    ]  # fmt: skip
    assert (both.contracts, both.pages) == (1, 2)
    folded = printed(desk, out, layout="certificate-a3-folded-bilingual",
                     contract_numbers=[NUMBER], reason="重印")  # fmt: skip
    assert (folded.certificates, folded.pages, folded.preflight) == (2, 4, [])
    cover, inside, other_cover, other_inside = texts(out)
    assert set_text("中方存执 · 第3版") in cover
    assert set_text(IN_KYRGYZ["title_ky"]) in inside
    assert set_text("Кыргыз тараптын нускасы · 3-басылышы") in other_cover
    assert set_text(IN_KYRGYZ["guest_title_ky"]) in other_inside


def test_a_draft_in_two_languages_is_a_sample(desk: Desk, out: Path) -> None:
    add_agreement(desk)
    assert printed(desk, out).drafts == 1
    for page in texts(out):
        assert "样张" in page
        assert "ҮЛГҮ" in page


def test_an_import_taken_back_keeps_a_contract_that_got_texts(desk: Desk, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    rows = (
        "项目名称,甲方,乙方",
        "光伏项目,青海省能源局,中国华电集团有限公司",
        "储能项目,青海省能源局,青海大学",
    )
    listed.write_text("\n".join(rows), "utf-8")
    import_contracts(desk, listed)
    contracts.set_contract(desk, 1, {"title_ky": "Долбоор"})
    imports.undo(desk, 1)
    (left,) = contracts.list_contracts(desk)
    assert (left.title, left.texts) == ("光伏项目", {"title_ky": "Долбоор"})
