"""Rosters as offices open them."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdf
import pytest

from qhsign.domain import names
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import activities, audit, badges, check_ins, contracts, exports, guests
from qhsign.services.desk import Desk
from qhsign.services.export_columns import CHECK_IN_COLUMNS, GUEST_COLUMNS
from qhsign.store.schema import Contract
from qhsign.wording import Language
from support import demonstrations
from support.desks import Clock, add_guest, fresh_desk
from support.printed import set_text, texts
from support.tables import dump

DOCUMENT = "11010519491231002X"
PHONE = "13897541234"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with fresh_desk(tmp_path / "e.qhsign", clock) as desk:
        yield desk


def sheet_of(path: Path) -> Any:
    book = openpyxl.load_workbook(path)
    (sheet,) = book.worksheets
    return sheet


def table(path: Path) -> tuple[list[str], list[list[Any]], list[str]]:
    """Return the headings, the rows and the lines above the headings."""
    rows = [[cell.value for cell in row] for row in sheet_of(path).iter_rows()]
    heading = next(place for place, row in enumerate(rows) if None not in row)
    return rows[heading], rows[heading + 1 :], [str(row[0]) for row in rows[:heading]]


def test_a_roster_is_ready_for_the_printer(desk: Desk, tmp_path: Path) -> None:
    for name in ("田大利", "王冬", "田富"):
        add_guest(desk, name)
    out = tmp_path / "guests.xlsx"
    done = exports.export(desk, "guests", out)
    assert (done.rows, list(done.columns)[:2]) == (3, ["number", "full_name"])
    sheet = sheet_of(out)
    headings, rows, above = table(out)
    assert [row[1] for row in rows] == ["王冬", "田富", "田大利"]
    assert headings[:2] == ["编号", "姓名"]
    assert "第25届中国·青海绿色发展投资贸易洽谈会" in above[0]
    assert "以姓氏笔画为序" in "".join(above)
    assert "演示" not in "".join(above)
    assert str(next(iter(sheet.merged_cells.ranges))).startswith("A1:")
    heading_row = len(above) + 1
    assert sheet.freeze_panes == f"A{heading_row + 1}"
    assert sheet.print_title_rows == f"${heading_row}:${heading_row}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.fitToWidth in {None, 1}


@pytest.mark.parametrize(
    ("order", "words", "first"),
    [
        (Order.PINYIN, "拼音", "田大利"),
        (Order.FULL_NAME_STROKES, "姓名笔画", "王冬"),
        (Order.ARRANGED, "", "田富"),
    ],
)
def test_the_order_is_named(
    desk: Desk, tmp_path: Path, order: Order, words: str, first: str
) -> None:
    for place, name in enumerate(("田富", "田大利", "王冬")):
        add_guest(desk, name, arranged=str(place))
    out = tmp_path / "guests.xlsx"
    exports.export(desk, "guests", out, order=order)
    _, rows, above = table(out)
    assert rows[0][1] == first
    assert words in "".join(above)


def test_numbers_that_are_names_stay_text(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚", phone=PHONE, document_number=DOCUMENT.replace("X", "x"), seat="3-12")
    out = tmp_path / "guests.xlsx"
    columns = ["number", "phone", "document_number", "document_kind", "seat"]
    exports.export(desk, "guests", out, columns=columns, purpose="接送机")
    _, (row,), _ = table(out)
    assert row == ["00001", PHONE, DOCUMENT, "身份证", "3-12"]
    cells = list(sheet_of(out).iter_rows())[-1]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}


def test_sensitive_columns_need_a_purpose_which_is_journaled(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚", phone=PHONE)
    out = tmp_path / "guests.csv"
    assert not any(GUEST_COLUMNS[name].sensitive for name in exports.export(
        desk, "guests", out).columns)  # fmt: skip
    assert PHONE not in out.read_text("utf-8")
    out.unlink()
    before = dump(desk)
    sensitive = [name for name, column in GUEST_COLUMNS.items() if column.sensitive]
    assert {"phone", "document_number", "lodging", "vehicle", "arrival"} <= set(sensitive)
    for name in sensitive:
        for purpose in ("", " 　"):
            with pytest.raises(ProblemForUser, match="purpose-for-columns"):
                exports.export(desk, "guests", out, columns=["full_name", name], purpose=purpose)
    assert not out.exists()
    assert dump(desk) == before
    exports.export(desk, "guests", out, columns=["full_name", "phone"], purpose=" 接送机 ")
    assert PHONE in out.read_text("utf-8")
    (line, *_) = audit.trail(desk)
    assert (line.change, line.action) == ("view", "export")
    assert line.new == {
        "export": "guests", "columns": ["full_name", "phone"], "rows": 1, "purpose": "接送机",
        "destination": "guests.csv",
    }  # fmt: skip


def test_a_csv_opens_whole_in_a_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "䶮𬱖𫖯㛃", '甲,“乙”"公司"')
    out = tmp_path / "guests.CSV"
    exports.export(desk, "guests", out, columns=["full_name", "organization"])
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["姓名", "单位"], ["䶮𬱖𫖯㛃", '甲,“乙”"公司"'],
        ]  # fmt: skip


@pytest.mark.parametrize("formula", ["=1+1", "+SUM(A1)", "-2+3", "@A1", '=HYPERLINK("x")', "＝1"])
def test_formulas_are_harmless(desk: Desk, tmp_path: Path, formula: str) -> None:
    add_guest(desk, "李刚", title=formula, remark=formula)
    exports.export(desk, "guests", tmp_path / "a.xlsx", columns=["title"])
    (cell,) = list(sheet_of(tmp_path / "a.xlsx").iter_rows())[-1]
    assert (cell.data_type, cell.value) == ("s", formula)
    exports.export(desk, "guests", tmp_path / "a.csv", columns=["title"])
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1] == [f"'{formula}"]


def test_demonstration_data_is_marked(tmp_path: Path) -> None:
    desk, _ = demonstrations.make(tmp_path / "demo.qhsign", guests=120)
    with desk:
        for what in ("guests", "contracts"):
            out = tmp_path / f"{what}.xlsx"
            exports.export(desk, what, out)
            assert "演示" in table(out)[2][0]


def test_contracts_are_in_one_unit(desk: Desk, tmp_path: Path) -> None:
    with desk.write("test") as session:
        session.add_all(Contract(number=n, title=f"项目{n}") for n in (1, 2, 3))
    for number, amount in ((1, "536亿"), (2, "10.5亿"), (3, "框架")):
        contracts.set_contract(
            desk, number, {"甲": "甲公司", "乙": "乙公司", "乙.signatory": "李刚", "amount": amount}
        )
    contracts.approve(desk, [1], "韩秋月")
    out = tmp_path / "contracts.xlsx"
    columns = ["number", "title", "amount", "parties", "signatories", "certificate"]
    assert exports.export(desk, "contracts", out, columns=columns).rows == 3
    headings, rows, _ = table(out)
    assert "亿元" in headings[2]
    assert [row[2] for row in rows] == [536, 10.5, None]
    assert rows[0] == [
        "0001", "项目1", 536, "甲方：甲公司\n乙方：乙公司", "李刚", "QH25-QY-0001",
    ]  # fmt: skip
    assert exports.export(desk, "contracts", out).columns


def test_every_check_in_is_there_refused_and_annulled_too(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    add_guest(desk, "李刚", "甲公司")
    with desk.read() as session:
        guest = guests.by_number(session, 1).id
    (badge,) = badges.issue(desk, [guest])
    code = badge.code
    activities.set_activity(desk, "开幕式", {"reentry": "after-exit"})
    scans = []
    for options in ({}, {}, {"leaving": True}):
        scans.append(check_ins.record_scan(desk, code, "开幕式", **options).scan)  # type: ignore[arg-type] # keywords of record_scan
        clock.forward(minutes=1)
    check_ins.override(desk, scans[1], "领导确认")
    check_ins.annul(desk, scans[0], "扫错")
    check_ins.record_scan(desk, "=cmd|rubbish", "开幕式")
    out = tmp_path / "check-ins.csv"
    assert exports.export(desk, "check-ins", out, columns=list(CHECK_IN_COLUMNS)).rows == 4
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    times = [row["时间"] for row in rows]
    assert times[0].startswith("2024-07-11 09:00")
    assert [row["姓名"] for row in rows] == ["李刚", "李刚", "李刚", ""]
    assert "扫错" in str(rows[0])
    assert "领导确认" in str(rows[1])
    assert [list(row.values())[-1] for row in rows][:3] == scans
    assert len({row["结果"] for row in rows}) == 4
    assert "cmd" not in out.read_text("utf-8")


@pytest.mark.parametrize("what", ["guests", "contracts", "check-ins"])
def test_a_paper_says_what_the_workbook_says(tmp_path: Path, what: str) -> None:
    desk, _ = demonstrations.make(tmp_path / "demo.qhsign", guests=150, arrivals=True)
    columns = list(exports.columns_of(what))
    with desk:
        for name in ("a.xlsx", "a.pdf", "a.docx"):
            done = exports.export(desk, what, tmp_path / name, columns=columns, purpose="核对")
    headings, rows, _ = table(tmp_path / "a.xlsx")
    assert done.rows == len(rows)
    (laid_out,) = docx.Document(str(tmp_path / "a.docx")).tables
    lines = [[cell.text for cell in row.cells] for row in laid_out.rows]
    assert lines[0] == headings
    assert len(lines) == len(rows) + 1
    names_at = headings.index("姓名") if "姓名" in headings else None
    read = "".join(texts(tmp_path / "a.pdf"))
    for line, row in zip(lines[1:], rows, strict=True):
        for place, (cell, value) in enumerate(zip(line, row, strict=True)):
            shown = names.display_name(str(value)) if place == names_at and value else value
            if not isinstance(shown, datetime | None):
                assert cell == str(shown).removesuffix(".0")
            assert set_text(cell) in read


def test_wide_exports_go_on_larger_paper(desk: Desk, tmp_path: Path) -> None:
    add_guest(desk, "李刚", phone=PHONE, document_number=DOCUMENT)
    done = exports.export(desk, "guests", tmp_path / "a.pdf")
    assert (done.pages, list(done.findings)) == (1, [])
    usual = pypdf.PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    columns = list(GUEST_COLUMNS)
    exports.export(desk, "guests", tmp_path / "b.pdf", columns=columns, purpose="核对")
    large = pypdf.PdfReader(tmp_path / "b.pdf").pages[0].mediabox
    assert (round(usual.width), round(large.width)) == (842, 1191)
    assert PHONE in "".join(texts(tmp_path / "b.pdf"))
    assert PHONE not in "".join(texts(tmp_path / "a.pdf"))


@pytest.mark.parametrize("what", ["guests", "contracts", "check-ins"])
def test_every_column_has_a_heading_in_both_languages(
    desk: Desk, tmp_path: Path, what: str
) -> None:
    columns = exports.columns_of(what)
    for language in Language:
        out = tmp_path / f"{language}.xlsx"
        exports.export(desk, what, out, columns=list(columns), purpose="核对", language=language)
        headings = table(out)[0]
        assert len(set(headings)) == len(columns)
        if language is Language.CHINESE:
            assert not any(c.isascii() and c.isalpha() for h in headings for c in h), headings


@pytest.mark.parametrize(
    ("name", "columns", "code"),
    [
        ("a.doc", None, "export-format"),
        ("a", None, "export-format"),
        ("a.csv", ["hair"], "column-unknown"),
        ("nowhere/a.csv", None, "out-folder-missing"),
    ],
)
def test_what_cannot_be_exported_is_told_and_writes_nothing(
    desk: Desk, tmp_path: Path, name: str, columns: list[str] | None, code: str
) -> None:
    before = dump(desk)
    with pytest.raises(ProblemForUser, match=code):
        exports.export(desk, "guests", tmp_path / name, columns=columns)
    assert dump(desk) == before
    assert not [path for path in tmp_path.iterdir() if path.suffix in {".csv", ".doc"}]


def test_a_file_that_cannot_be_written_is_named_as_the_person_named_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("runs on Linux, where /dev/full is a disk that is always full")
    out = tmp_path / "a.csv"
    unfinished = tmp_path / ".a.unfinished.csv"
    unfinished.symlink_to(full)
    monkeypatch.setattr(exports, "unfinished_beside", lambda _: unfinished)
    with pytest.raises(ProblemForUser, match="out-no-room") as caught:
        exports.export(desk, "guests", out)
    assert caught.value.parameters == {"path": out}
    assert not list(tmp_path.glob(".a*"))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".docx", ".pdf"])
def test_only_the_guests_asked_for_are_written(desk: Desk, tmp_path: Path, suffix: str) -> None:
    add_guest(desk, "张三", "西宁云杉数据有限公司")
    number = add_guest(desk, "李䶮", "三江源文旅发展有限公司")
    wanted = {row.id for row in guests.list_guests(desk).guests if row.number == number}
    out = tmp_path / f"g{suffix}"
    done = exports.export(desk, "guests", out, only=wanted)
    assert done.rows == 1
    if suffix == ".csv":
        assert "张三" not in out.read_text("utf-8-sig")


def test_an_export_stopped_by_its_progress_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    for number in range(120):
        add_guest(desk, f"嘉宾{number}", "甲")
    told: list[tuple[int, int]] = []

    class StoppedError(Exception):
        pass

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done == 100:
            raise StoppedError

    out = tmp_path / "g.xlsx"
    with pytest.raises(StoppedError):
        exports.export(desk, "guests", out, progress=tell)
    assert told == [(0, 120), (50, 120), (100, 120)]
    assert list(tmp_path.glob("*.xlsx")) == []
    assert list(tmp_path.glob(".*.unfinished*")) == []
