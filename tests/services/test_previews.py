"""Previews show what would print, and leave neither a trace nor a code."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qhsign.domain.check_in import Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.services import badges, certificates, check_ins, contracts, guests, previews
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract
from support import demonstrations
from support.desks import add_guest, fresh_desk
from support.printed import codes, set_text, texts
from support.tables import dump

NO_FONT = "\U0010fffd"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign") as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "preview.pdf"


def test_a_badge_is_shown_as_it_would_print_without_being_issued(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", title="副局长", category="media")
    before = dump(desk)
    out.write_bytes(previews.badge(desk, 1))
    assert dump(desk) == before
    (text,) = texts(out)
    for part in ("李　刚", "青海省商务厅", "副局长", "媒体", "未制发"):
        assert set_text(part) in text
    assert codes(out) == [previews.NO_CODE]
    scanned = check_ins.record_scan(desk, previews.NO_CODE, "开幕式")
    assert scanned.verdict is Verdict.UNKNOWN
    assert guests.show_guest(desk, 1)["badges"] == []


def test_an_issued_badge_keeps_its_code_to_itself(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚")
    badges.print_badges(desk, out)
    (printed,) = texts(out)
    out.write_bytes(previews.badge(desk, 1))
    assert texts(out) == [printed]
    assert codes(out) == [previews.NO_CODE]


def test_what_cannot_be_drawn_is_a_problem(desk: Desk) -> None:
    add_guest(desk, f"王{NO_FONT}")
    with pytest.raises(ProblemForUser, match="print-glyph-missing"):
        previews.badge(desk, 1)
    with pytest.raises(ProblemForUser, match="guest-unknown"):
        previews.badge(desk, 2)
    with pytest.raises(ProblemForUser, match="layout-of-another"):
        previews.badge(desk, 1, "certificate-a4")


def test_certificates_show_the_version_the_next_print_makes(tmp_path: Path, out: Path) -> None:
    desk, _ = demonstrations.make(tmp_path / "d.qhsign", guests=100)
    with desk:
        number = contracts.list_contracts(desk)[0].number
        certificates.print_certificates(desk, out, contract_numbers=[number])
        before = dump(desk)
        out.write_bytes(previews.certificate(desk, number))
        assert [("第2版" in page) for page in texts(out)] == [True, True]
        assert codes(out) == [previews.NO_CODE] * 2
        assert certificates.verify(desk, previews.NO_CODE).state == "unknown"
        out.write_bytes(previews.certificate(desk, number, side="乙"))
        (page,) = texts(out)
        assert "乙方存执" in page
        assert dump(desk) == before
        with pytest.raises(ProblemForUser, match="party-missing"):
            previews.certificate(desk, number, side="庚")


def test_what_is_not_approved_shows_a_specimen(desk: Desk, out: Path) -> None:
    with desk.write("test") as session:
        contract = Contract(number=1, title="储能项目")
        session.add(contract)
    contracts.set_contract(desk, 1, {"甲": "青海省商务厅", "乙": "华为技术有限公司"})
    out.write_bytes(previews.certificate(desk, 1))
    assert all("样张" in page for page in texts(out))
    assert codes(out) == ["", ""]
