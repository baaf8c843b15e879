"""An agreement in two languages from outside: its texts, its certificates, a reprint."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from support.agreements import IN_CHINESE, IN_KYRGYZ
from support.printed import set_text, texts
from support.program import ask, demonstration, run


@pytest.fixture
def event(tmp_path: Path) -> Path:
    return demonstration(tmp_path / "25.qhsign", "--guests", "40", "--start", "2024-07-11")


def friendship(event: Path) -> dict[str, Any]:
    (found,) = [each for each in ask(event, "contracts")["contracts"] if each["language"]]
    return dict(found)


def test_the_demonstration_prints_its_friendship_agreement_in_both(
    event: Path, tmp_path: Path
) -> None:
    contract, out = friendship(event), tmp_path / "c.pdf"
    assert (contract["language"], contract["parties"][1]["country"]) == ("ky", "KG")
    printed = ask(event, "certificates", "print", "--out", out, "--contract", contract["number"])
    assert (printed["certificates"], printed["pages"], printed["preflight"]) == (2, 2, [])
    host, guest = texts(out)
    for key in ("title_ky", "乙.organization_ky", "甲.signatory_ky"):
        assert set_text(contract["texts"]["guest_" + key if key == "title_ky" else key]) in guest
        assert set_text(contract["texts"][key]) in host
    with pypdfium2.PdfDocument(out) as document:
        read = [
            [code.text for code in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())]
            for page in document
        ]
    assert [len(codes) for codes in read] == [2, 2]
    (code,) = {code for codes in read for code in codes}
    assert ask(event, "certificates", "verify", code)["state"] == "valid"


def test_a_contract_gets_its_second_language(event: Path, tmp_path: Path) -> None:
    number, out = ask(event, "contracts")["contracts"][0]["number"], tmp_path / "c.pdf"

    def change(**values: str) -> dict[str, Any]:
        pairs = [f"{key}={text}" for key, text in values.items()]
        (row,) = ask(event, "contract", "set", number, *pairs)["contracts"]
        return dict(row)

    def lacking() -> list[str]:
        answer = ask(event, "preflight", "certificates", "--contract", number)
        assert all(each["message"] for each in answer["preflight"])
        return [
            each["field"]
            for each in answer["preflight"]
            if each["code"] == "certificate-text-missing"
        ]

    assert not change(language="吉尔吉斯文", **{"乙.country": "吉尔吉斯"})["approved"]
    assert set(lacking()) == {
        key for key in IN_KYRGYZ if key != "language" and not key.startswith("guest_title")
    }
    assert change(**IN_KYRGYZ)["texts"]["title_ky"] == IN_KYRGYZ["title_ky"]
    assert lacking() == []
    ask(event, "contract", "approve", number, "--by", "韩秋月")
    printed = ask(event, "certificates", "print", "--out", out, "--contract", number)
    assert printed["preflight"] == []
    for page in texts(out):
        assert set_text("CNY") in page
        assert set_text("Инвестиция") in page


def test_reprints_and_changes_are_told(event: Path, tmp_path: Path) -> None:
    number, out = friendship(event)["number"], tmp_path / "c.pdf"
    only = ("--contract", number)

    def codes() -> list[str]:
        found = ask(event, "preflight", "certificates", *only)["preflight"]
        assert {each["contract"] for each in found} <= {number}
        return [each["code"] for each in found if each["field"] in {"approval", "version"}]

    assert codes() == []
    ask(event, "certificates", "print", "--out", out, *only)
    again = ask(event, "certificates", "print", "--out", out, *only)
    assert [(each["field"], each["code"]) for each in again["preflight"]] == [
        ("reason", "reprint-without-reason")
    ]
    assert codes() == ["certificate-printed-before"]
    ask(event, "contract", "set", number, "乙.signatory_ky=Азамат Касымов")
    assert codes() == [
        "certificate-approval-withdrawn",
        "certificate-printed-before",
        "certificate-changed-since-print",
    ]
    ask(event, "contract", "approve", number, "--by", "韩秋月")
    changed = ask(event, "certificates", "print", "--out", out, *only, "--reason", "改名")
    assert changed["preflight"] == []
    assert set_text("第3版") in texts(out)[0]
    entries = ask(event, "journal", "--limit", "20")["entries"]
    reasons = [
        entry["new"]["reason"]
        for entry in entries
        if entry["kind"] == "print_run" and "reason" in entry["new"]
    ]
    assert reasons == [
        f"改名；内容有变更：{number}（第2版之后）",
        f"未写原因：{number}（第1版之后）",
    ]


def test_folded_sheets_and_plain_words(event: Path, tmp_path: Path) -> None:
    number, out = friendship(event)["number"], tmp_path / "c.pdf"
    folded = ask(event, "certificates", "print", "--out", out, "--contract", number,
                 "--layout", "certificate-a3-folded-bilingual")  # fmt: skip
    assert (folded["certificates"], folded["pages"]) == (2, 4)
    assert len(texts(out)) == 4
    said = run("--event", event, "preflight", "certificates", "--contract", number)
    assert (said.status, said.err) == (0, "")
    assert "第1版" in said.out
    english = run("--event", event, "preflight", "certificates", "--contract", number,
                  "--language", "en")  # fmt: skip
    assert "version 1" in english.out
    wrong = run("--event", event, "preflight", "certificates", "--contract", "9999", "--json")
    assert (wrong.status, wrong.json["problem"]["code"]) == (1, "contract-unknown")
    assert IN_CHINESE["乙"] in ask(event, "contracts")["contracts"][-1]["title"]
