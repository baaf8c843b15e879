"""The follow-up list as pdf, docx and xlsx: states, funds, rates and what they leave out."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from qhsign.domain.contract import LifeCycle
from qhsign.domain.problems import ProblemForUser
from qhsign.services import life_cycle, papers, payments, slates
from qhsign.services.contracts import set_contract
from qhsign.services.desk import Desk
from qhsign.store.schema import Contract
from qhsign.wording import Language
from support.desks import Clock, fresh_desk
from support.printed import texts

YI = 10**8 * 100


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", Clock()) as desk:
        with desk.write("test") as session:
            session.add(Contract(number=1, title="光伏项目", amount=5 * YI))
            session.add(Contract(number=2, title="合资项目", amount=YI, currency="USD"))
            session.add(Contract(number=3, title="战略合作框架协议"))
        life_cycle.agree(desk, [3], "省商务厅")
        life_cycle.move(desk, [1, 2], LifeCycle.SIGNED)
        life_cycle.move(desk, [1], LifeCycle.IMPLEMENTED)
        payments.add_payment(desk, 1, {"amount": "1.25亿"})
        payments.add_payment(desk, 3, {"amount": "2000万元"})
        yield desk


def test_a_workbook_has_a_row_for_each_contract(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "f.xlsx"
    assert papers.print_follow_up_list(desk, out).rows == 3
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    cells = [[str(c) for c in row if c is not None] for row in sheet.iter_rows(values_only=True)]
    first = next(row for row in cells if "光伏项目" in row)
    assert first == ["0001", "光伏项目", "5", "落实", "2024-07-11", "2024-07-11", "1.25", "25.00%"]
    assert "1亿美元" in next(row for row in cells if "合资项目" in row)
    assert "拟签约（已同意）" in next(row for row in cells if "战略合作框架协议" in row)


def test_the_rates_and_what_they_leave_out_are_told(desk: Desk, tmp_path: Path) -> None:
    papers.print_follow_up_list(desk, tmp_path / "f.pdf")
    told = "".join(texts(tmp_path / "f.pdf"))
    for words in ("签约项目跟踪表", "50.00%", "100.00%", "25.00%", "落实率＝", "2000万元"):
        assert words in told, words
    papers.print_follow_up_list(desk, tmp_path / "f.docx")
    paragraphs = "\n".join(p.text for p in Document(str(tmp_path / "f.docx")).paragraphs)
    assert "签约项目跟踪表" in paragraphs
    papers.print_follow_up_list(desk, tmp_path / "e.pdf", language=Language.ENGLISH)
    in_english = "".join(texts(tmp_path / "e.pdf"))
    assert "Implemented" in in_english
    assert "落实" not in in_english


def test_one_slate_or_a_sentence(desk: Desk, tmp_path: Path) -> None:
    slates.set_slate(desk, "重点项目", {})
    set_contract(desk, 2, {"slates": "重点项目"})
    assert papers.print_follow_up_list(desk, tmp_path / "s.xlsx", slate="重点").rows == 1
    with pytest.raises(ProblemForUser, match="slate-unknown"):
        papers.print_follow_up_list(desk, tmp_path / "n.xlsx", slate="没有")
    with pytest.raises(ProblemForUser, match="paper-format"):
        papers.print_follow_up_list(desk, tmp_path / "n.csv")


def test_an_event_without_contracts_says_so(tmp_path: Path) -> None:
    with fresh_desk(tmp_path / "n.qhsign", Clock()) as empty:
        papers.print_follow_up_list(empty, tmp_path / "f.pdf")
    assert "清单上没有签约项目" in "".join(texts(tmp_path / "f.pdf"))


def test_a_region_gets_its_own_contracts_with_their_rates(desk: Desk, tmp_path: Path) -> None:
    set_contract(desk, 1, {"region": "海西州"})
    set_contract(desk, 3, {"region": "海东市"})
    first = papers.print_follow_up_list(desk, tmp_path / "西.pdf", region="海西州")
    assert (first.rows, first.version) == (1, 1)
    told = "".join(texts(tmp_path / "西.pdf"))
    assert "海西州" in told
    assert "光伏项目" in told
    assert "战略合作框架协议" not in told
    assert "100.00%" in told, "the rates are those of the region"
    other = papers.print_follow_up_list(desk, tmp_path / "东.pdf", region="海东市")
    assert (other.rows, other.version) == (1, 1), "each region's list counts its own versions"
    rest = papers.print_follow_up_list(desk, tmp_path / "无.pdf", region="")
    assert (rest.rows, rest.version) == (1, 1), "no region named is no list of all"
    assert papers.print_follow_up_list(desk, tmp_path / "a.pdf").rows == 3
