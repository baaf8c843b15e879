"""Working papers of an event: who is on them, what they add up to, and what the ledger keeps."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from sqlalchemy import select

from qhsign import wording
from qhsign.domain import names
from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import (
    activities,
    audit,
    badges,
    check_ins,
    contracts,
    events,
    guests,
    papers,
    print_history,
    slates,
)
from qhsign.services.desk import Desk
from qhsign.services.guest_papers import Chosen, Grouping
from qhsign.store.schema import Contract, DeclaredFigure, Delegation, PrintRun
from qhsign.wording import Language
from support import demonstrations
from support.desks import Clock, add_guest, fresh_desk
from support.printed import set_text, texts
from support.tables import dump

PHONE, MASKED = "13897541234", "138****1234"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def read(path: Path) -> str:
    return "".join(texts(path))


def rows_of(path: Path, place: int = 0) -> list[list[str]]:
    """Return the rows of a table of a docx, its headings first."""
    return [
        [cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[place].rows
    ]


def listed(path: Path) -> list[str]:
    return [row[1] for row in rows_of(path)[1:] if re.fullmatch(r"\d+", row[0])]


def add_contract(desk: Desk, number: int, title: str, amount: str, **values: str) -> None:
    with desk.write("test") as session:
        session.add(Contract(number=number, title=title))
    parties = {"甲": "海西州人民政府", "乙": "华能集团", "甲.signatory": "李刚"}
    contracts.set_contract(desk, number, {**parties, "amount": amount, **values})


# The sign-in sheet


def test_the_sheet_lists_whom_the_activity_expects(desk: Desk, tmp_path: Path) -> None:
    for name in ("田大利", "王冬", "田富", "李刚"):
        add_guest(desk, name)
    add_guest(desk, "不来者", status="declined")
    add_guest(desk, "记者甲", category="media")
    activities.set_activity(desk, "开幕式", {"categories": "guest", "place": "主会场"})
    out = tmp_path / "s.docx"
    done = papers.print_sign_in_sheet(desk, out, activity="开幕式")
    assert (done.pages, done.rows, done.version) == (None, 4, 1)
    assert listed(out) == ["王　冬", "田　富", "田大利", "李　刚"]
    assert [row[1:] for row in rows_of(out)][-3:] == [[""] * 6] * 3


def test_the_order_is_the_one_asked_for_and_named(desk: Desk, tmp_path: Path) -> None:
    for name in ("田大利", "王冬", "田富"):
        add_guest(desk, name)
    for order, said, expected in (
        (None, "以姓氏笔画为序", ["王　冬", "田　富", "田大利"]),
        (Order.FULL_NAME_STROKES, "以姓名笔画为序", ["王　冬", "田大利", "田　富"]),
        (Order.PINYIN, "以姓名汉语拼音为序", ["田大利", "田　富", "王　冬"]),
    ):
        papers.print_sign_in_sheet(
            desk, tmp_path / "s.docx", activity="1", chosen=Chosen(order=order)
        )
        assert listed(tmp_path / "s.docx") == expected
        papers.print_sign_in_sheet(
            desk, tmp_path / "s.pdf", activity="1", chosen=Chosen(order=order)
        )
        assert said in read(tmp_path / "s.pdf")


def test_one_delegation_or_category_is_named_in_the_head(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", delegation="海西州代表团")
    add_guest(desk, "王冬", delegation="海东市代表团")
    add_guest(desk, "田富", delegation="海西州代表团", category="media")
    done = papers.print_sign_in_sheet(desk, out, activity="1", chosen=Chosen(delegation="海西"))
    assert done.rows == 2
    assert "代表团：海西州代表团" in read(out)
    chosen = Chosen(delegation="海西", category=Category.MEDIA)
    done = papers.print_sign_in_sheet(desk, out, activity="1", chosen=chosen)
    assert (done.rows, done.version) == (1, 1)
    assert "类别：媒体" in read(out)
    with pytest.raises(ProblemForUser, match="delegation-ambiguous"):
        papers.print_sign_in_sheet(desk, out, activity="1", chosen=Chosen(delegation="代表团"))


def test_an_empty_event_still_has_room_to_sign(desk: Desk, out: Path) -> None:
    done = papers.print_sign_in_sheet(desk, out, activity="1")
    assert (done.pages, done.rows) == (1, 0)
    assert "名单上没有应到的人" in read(out)
    assert "现场登记" in read(out)


def test_a_guest_without_strokes_is_told(desk: Desk, out: Path) -> None:
    add_guest(desk, "贺斌𫍯")
    done = papers.print_sign_in_sheet(desk, out, activity="1")
    assert [guest.full_name for guest in done.unranked] == ["贺斌𫍯"]


def test_vip_is_a_star_and_the_chosen_words_are_used(desk: Desk, out: Path) -> None:
    add_guest(desk, "李刚", vip="yes")
    papers.print_sign_in_sheet(desk, out, activity="1", language=Language.ENGLISH)
    said = read(out)
    for words in ("Sign-insheet", "Name", "Signature", "VIP", "李刚", "Registeredatthedoor"):
        assert words in said
    assert "签到表" not in said


# Badge collection and address list


def test_badges_are_signed_for_by_delegation(desk: Desk, tmp_path: Path) -> None:
    first = add_guest(desk, "李刚", delegation="海西州代表团")
    add_guest(desk, "王冬", delegation="海西州代表团")
    add_guest(desk, "田富", "青海大学")
    with desk.read() as session:
        guest = guests.by_number(session, first).id
    badges.issue(desk, [guest])
    out = tmp_path / "b.docx"
    done = papers.print_badge_collection(desk, out)
    assert done.rows == 3
    lines = [row[:5] for row in rows_of(out)]
    assert lines[1][0].startswith("海西州代表团　　2 人　已制证 1 张")
    codes = {line[1]: line[4] for line in lines if line[0].isdigit()}
    assert re.fullmatch(r"\d{3} \d{3}-\d", codes.pop("李　刚"))
    assert codes == {"王　冬": "未制证", "田　富": "未制证"}
    assert sum("统一领取" in line[0] for line in lines) == 2
    assert lines[-3][0].startswith("青海大学")


def test_badges_are_signed_for_by_liaison(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚", liaison="马芳")
    add_guest(desk, "王冬")
    out = tmp_path / "b.docx"
    papers.print_badge_collection(desk, out, by=Grouping.LIAISON)
    headings = [row[0] for row in rows_of(out) if row[0] == row[1]]
    assert headings[0].startswith("联络员：马　芳")
    assert headings[2].startswith("未指定联络员")


def test_phones_are_masked_without_a_purpose(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚", phone=PHONE, document_number="11010519491231002X")
    add_guest(desk, "王冬")
    for name in ("a.pdf", "a.docx", "a.xlsx"):
        papers.print_address_list(desk, tmp_path / name)
    said = read(tmp_path / "a.pdf")
    assert MASKED in said
    assert PHONE not in said
    assert "电话号码部分隐去" in said
    lines = rows_of(tmp_path / "a.docx")
    assert {row[1]: row[4] for row in lines if row[0].isdigit()} == {"李　刚": MASKED, "王　冬": ""}
    assert not [line for line in audit.trail(desk) if line.change == "view"]
    papers.print_address_list(desk, tmp_path / "b.pdf", purpose=" 接送机 ")
    said = read(tmp_path / "b.pdf")
    assert PHONE in said
    assert "用途：接送机" in said
    assert "11010519491231002X" not in said
    views = [line for line in audit.trail(desk) if line.change == "view"]
    assert [line.new for line in views] == [
        {
            "export": "address-list",
            "columns": ["phone"],
            "rows": 2,
            "purpose": "接送机",
            "destination": "b.pdf",
        }
    ]


def test_addresses_are_grouped_by_organization(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚", "青海大学", delegation="海西州代表团", liaison="马芳")
    add_guest(desk, "王冬", "青海大学")
    add_guest(desk, "田富", "天津大学")
    out = tmp_path / "a.docx"
    papers.print_address_list(desk, out, by=Grouping.ORGANIZATION)
    lines = rows_of(out)
    assert [line[0] for line in lines if line[0] == line[1]] == [
        "天津大学　　1 人",
        "青海大学　　2 人",
    ]
    assert lines[0] == ["序号", "姓名", "代表团", "职务", "联系电话", "联络员"]
    assert ["2", "李　刚", "海西州代表团", "", "", "马　芳"] in lines


# The contract list


def test_totals_are_per_currency_and_in_words(desk: Desk, tmp_path: Path) -> None:
    add_contract(desk, 1, "光伏项目", "536亿")
    add_contract(desk, 2, "储能项目", "10.5亿")
    add_contract(desk, 3, "友好协议", "框架", kind="友好省州协议")
    add_contract(desk, 4, "外资项目", "$1.2亿")
    out = tmp_path / "c.docx"
    done = papers.print_contract_list(desk, out)
    assert done.rows == 4
    lines = rows_of(out)
    assert lines[0][3:5] == ["金额（亿元）", "金额（亿美元）"]
    assert [line[3:5] for line in lines[1:5]] == [["536", ""], ["10.5", ""], ["", ""], ["", "1.2"]]
    assert lines[5][1] == "合计　4 项，其中有金额 3 项"
    assert lines[5][3:5] == ["546.5", "1.2"]
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "合计（人民币）　546.5亿元　大写：人民币伍佰肆拾陆亿伍仟万元整" in said
    assert "合计（美元）　1.2亿美元　大写：美元壹亿贰仟万元整" in said
    papers.print_contract_list(desk, tmp_path / "c.pdf", language=Language.ENGLISH)
    said = read(tmp_path / "c.pdf")
    for words in (
        "Amount(CNY100million)",
        "A:海西州人民政府",
        "USD120million",
        "美元壹亿贰仟万元整",
    ):
        assert words in said


def test_more_currencies_than_columns_share_one(desk: Desk, tmp_path: Path) -> None:
    for number, amount in enumerate(("1亿", "$1亿", "3000万欧元", "500万英镑"), start=1):
        add_contract(desk, number, f"项目{number}", amount)
    out = tmp_path / "c.docx"
    papers.print_contract_list(desk, out)
    lines = rows_of(out)
    assert lines[0][5] == "其他币种金额"
    assert sorted(line[5] for line in lines[1:5]) == ["", "", "1亿美元", "500万英镑"]
    done = papers.print_contract_list(desk, tmp_path / "c.pdf")
    assert not done.findings


def test_a_qualified_amount_keeps_the_total_from_claiming_too_much(
    desk: Desk, tmp_path: Path
) -> None:
    add_contract(desk, 1, "项目一", "近3000万元")
    add_contract(desk, 2, "项目二", "7000万元")
    out = tmp_path / "c.docx"
    papers.print_contract_list(desk, out)
    lines = rows_of(out)
    assert [line[3] for line in lines[1:]] == ["近0.3", "0.7", "近1"]
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "大写：人民币近壹亿元\n" in said
    add_contract(desk, 3, "项目三", "约1亿元")
    papers.print_contract_list(desk, out)
    assert rows_of(out)[-1][3] == "约2"


def test_a_slate_shows_declared_beside_listed(desk: Desk, out: Path) -> None:
    slates.set_slate(desk, "重点项目", {"declared_contracts": "3", "declared_amount": "546.5亿元"})
    add_contract(desk, 7, "乙项目", "10.5亿", slates="重点项目")
    add_contract(desk, 2, "甲项目", "530亿", slates="重点项目")
    add_contract(desk, 3, "外项目", "99亿")
    done = papers.print_contract_list(desk, out, slate="重点")
    assert done.rows == 2
    said = read(out)
    assert "外项目" not in said
    assert said.index("乙项目") < said.index("甲项目")
    assert "以清单次序为序" in said
    assert "公布3项清单2项相差−1项" in said
    assert "公布546.5亿元清单540.5亿元相差−6亿元" in said
    with pytest.raises(ProblemForUser, match="slate-unknown"):
        papers.print_contract_list(desk, out, slate="没有")


def test_the_seal_is_the_events(desk: Desk, out: Path) -> None:
    papers.print_contract_list(desk, out)
    assert "清单上没有签约项目" in read(out)
    assert "（盖章）" in read(out)
    events.change_event(desk, {"sealer": "青海省商务厅"})
    done = papers.print_contract_list(desk, out)
    assert done.version == 2
    assert "青海省商务厅" in read(out)
    assert "第2版" in read(out)


# The brief


def test_the_brief_reconciles_without_forcing(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    number = add_guest(desk, "李刚", delegation="海西州代表团")
    add_guest(desk, "王冬", category="media")
    add_guest(desk, "不来者", status="declined")
    events.change_event(
        desk, {"declared_guests": "8", "declared_activities": "11", "short_title": "第25届青洽会"}
    )
    with desk.write("test") as session:
        session.scalars(select(Delegation)).one().declared_count = 5
        session.add_all(
            DeclaredFigure(subject="第25届青洽会", measure=m, value=v, unit=u, qualifier=q)
            for m, v, u, q in (("嘉宾", "8", "人", "余"), ("成交额", "3000", "万元", "近"))
        )
    slates.set_slate(desk, "重点项目", {"declared_contracts": "2", "declared_amount": "10亿元"})
    add_contract(desk, 1, "光伏项目", "6亿", slates="重点项目", industry="新能源", region="海西州")
    with desk.read() as session:
        guest = guests.by_number(session, number).id
    (badge,) = badges.issue(desk, [guest])
    check_ins.record_scan(desk, badge.code, "开幕式")
    out = tmp_path / "b.docx"
    papers.print_statistics_brief(desk, out)
    document = docx.Document(str(out))
    figures, by_activity, by_category, account, by_slate, industry, region, published = (
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    )
    assert [cell.split("\n")[1] for cell in figures[0]] == ["2", "1", "50.00%", "1", "6亿元"]
    assert by_activity[1] == ["开幕式", "", "2", "1", "50.00%"]
    assert by_category[1:] == [
        ["● 嘉宾", "1", "1", "100.00%"],
        ["◎ 媒体", "1", "0", "0.00%"],
        ["合计", "2", "1", "50.00%"],
    ]
    assert account[1:] == [
        ["第25届青洽会", "嘉宾", "余", "8 人", "2 人", "1 人", "−6"],
        ["第25届青洽会", "活动", "整", "11 项", "1 项", "—", "−10"],
        ["申报人数的代表团（1 个）", "嘉宾", "整", "5 人", "1 人", "1 人", "−4"],
        ["重点项目", "签约项目", "整", "2 个", "1 个", "—", "−1"],
        ["重点项目", "签约额", "整", "10亿元", "6亿元", "—", "−4亿元"],
    ]
    assert by_slate[1] == ["重点项目", "1", "2", "6亿元", "10亿元", "−4亿元"]
    assert industry[1] == ["新能源", "1", "6"]
    assert region[1] == ["海西州", "1", "6"]
    assert published[1] == ["成交额", "近", "3000万元", ""]


def test_the_brief_of_the_demonstration_adds_up(tmp_path: Path) -> None:
    desk, _ = demonstrations.make(tmp_path / "demo.qhsign", guests=200, arrivals=True)
    with desk:
        done = papers.print_statistics_brief(desk, tmp_path / "b.pdf")
        assert not done.findings
        said = read(tmp_path / "b.pdf")
        assert "演示数据，不作凭证" in said
        assert "916亿元" in said
        assert "线上线下成交额近3000万元" in said
        english = papers.print_statistics_brief(desk, tmp_path / "e.pdf", language=Language.ENGLISH)
        assert not english.findings
        assert "CNY91.6billion" in read(tmp_path / "e.pdf")


def test_every_guest_of_the_demonstration_is_on_the_sheets(tmp_path: Path) -> None:
    desk, _ = demonstrations.make(tmp_path / "demo.qhsign", guests=300)
    with desk:
        due = [guest for guest in guests.list_guests(desk).guests if guest.status == "confirmed"]
        sheet, collection, addresses = (tmp_path / f"{n}.pdf" for n in "sca")
        printed = [
            papers.print_sign_in_sheet(desk, sheet, activity="1"),
            papers.print_badge_collection(desk, collection),
            papers.print_address_list(desk, addresses),
        ]
        assert [run.rows for run in printed] == [len(due)] * 3
        assert not [finding for run in printed for finding in run.findings]
        for path in (sheet, collection, addresses):
            said = read(path)
            for guest in due:
                assert set_text(names.display_name(guest.full_name)) in said
                assert set_text(guest.organization) in said


# The ledger


def test_every_print_is_in_the_ledger_and_counts_its_own_versions(
    desk: Desk, tmp_path: Path
) -> None:
    activities.set_activity(desk, "主旨论坛", {})
    runs = [
        papers.print_sign_in_sheet(desk, tmp_path / "s.pdf", activity="开幕式"),
        papers.print_sign_in_sheet(desk, tmp_path / "s.docx", activity="开幕式"),
        papers.print_sign_in_sheet(desk, tmp_path / "s.xlsx", activity="主旨论坛"),
        papers.print_address_list(desk, tmp_path / "a.pdf", purpose="接机"),
    ]
    assert [run.version for run in runs] == [1, 2, 1, 1]
    with desk.read() as session:
        kept = [
            (run.kind, run.layout, run.destination, run.operator, run.reason)
            for run in session.scalars(select(PrintRun).order_by(PrintRun.id))
        ]
    assert sorted(kept) == sorted(
        [
            ("sign-in-sheet", "开幕式", "s.pdf", "韩秋月", ""),
            ("sign-in-sheet", "开幕式", "s.docx", "韩秋月", ""),
            ("sign-in-sheet", "主旨论坛", "s.xlsx", "韩秋月", ""),
            ("address-list", "第25届", "a.pdf", "韩秋月", "接机"),
        ]
    )
    assert {line.action for line in audit.trail(desk)} >= {
        "sign-in-sheet print",
        "address-list print",
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("p.txt", "paper-format"),
        ("p", "paper-format"),
        ("nowhere/p.pdf", "out-folder-missing"),
        ("folder", "paper-format"),
    ],
)
def test_what_cannot_be_written_is_told_and_enters_nothing(
    desk: Desk, tmp_path: Path, name: str, code: str
) -> None:
    before = dump(desk)
    with pytest.raises(ProblemForUser) as caught:
        papers.print_address_list(desk, tmp_path / name, purpose="接机")
    assert caught.value.code == code
    for language in Language:
        assert wording.say(code, language, **caught.value.parameters)
    assert dump(desk) == before


def test_a_folder_in_the_way_is_refused_before_anything_is_entered(
    desk: Desk, tmp_path: Path
) -> None:
    tmp_path.joinpath("a.pdf").mkdir()
    before = dump(desk)
    with pytest.raises(ProblemForUser, match="out-unwritable"):
        papers.print_statistics_brief(desk, tmp_path / "a.pdf")
    assert dump(desk) == before


def test_a_paper_that_could_not_be_written_counts_as_none(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "a.pdf"
    with monkeypatch.context() as patch:
        patch.setattr(papers, "write", full)
        with pytest.raises(ProblemForUser, match="out-no-room"):
            papers.print_address_list(desk, out, purpose="接机")
    assert not list(tmp_path.glob("*.pdf"))
    assert papers.print_address_list(desk, out).version == 1
    outcomes = [line.outcome for line in print_history.prints(desk)]
    assert sorted(outcomes) == ["done", "failed"]


def test_the_same_event_at_the_same_moment_gives_the_same_bytes(
    tmp_path: Path, clock: Clock
) -> None:
    written: dict[str, list[bytes]] = {}
    for copy in "ab":
        path = tmp_path / f"{copy}.qhsign"
        with fresh_desk(path, clock) as desk:
            add_guest(desk, "李刚")
            for ending in ("pdf", "docx", "xlsx"):
                out = tmp_path / f"{copy}.{ending}"
                papers.print_sign_in_sheet(desk, out, activity="1")
                written.setdefault(ending, []).append(out.read_bytes())
    assert all(first == second for first, second in written.values())


def test_dates_are_the_events(desk: Desk, out: Path) -> None:
    activities.set_activity(desk, "开幕式", {"opens": "2024-07-11T14:30", "place": "主会场"})
    events.change_event(desk, {"venue": "青海国际会展中心"})
    papers.print_sign_in_sheet(desk, out, activity="1")
    said = read(out)
    assert "7月11日14:30青海国际会展中心主会场" in said
    assert "2024-07-1109:00" in said
    facts: Any = events.facts(desk)
    assert facts.start == date(2024, 7, 11)
