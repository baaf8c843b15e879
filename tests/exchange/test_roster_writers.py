"""Rosters as offices expect them, and harmless in every cell."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qhsign.exchange.delimited_writer import harmless, write_delimited
from qhsign.exchange.roster import Column, ColumnKind, NotWrittenError, Roster, Value
from qhsign.exchange.workbook_reader import read_workbook
from qhsign.exchange.workbook_writer import write_roster
from support.list_files import guests_of

COLUMNS = (
    Column("序号", 6, ColumnKind.NUMBER),
    Column("姓名", 10),
    Column("单位", 30),
    Column("手机号码", 14),
    Column("证件号码", 22),
    Column("到达日期", 12, ColumnKind.DATE),
)
ROWS: list[list[Value]] = [
    [1, "孟㛃", "甲厅", "13812345678", "11010519491231002X", date(2024, 7, 11)],
    [2, "=1+1", "@厅", "+8613812345678", "-630102", datetime(2024, 7, 11, 14, 30, tzinfo=UTC)],
    [None, "李四\x01", "", "", "", None],
]


def roster(rows: list[list[Value]] | Iterator[list[Value]], **more: str) -> Roster:
    return Roster(
        "第25届青洽会嘉宾名册",
        COLUMNS,
        rows,
        subtitle="7月11日　共3人",
        order_note="以姓氏笔画为序",
        **more,
    )


def test_a_roster_as_offices_print_it(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    assert write_roster(path, roster(ROWS, footer="会务组 & 礼宾组", demo_mark="演示数据")) == 3
    page = openpyxl.load_workbook(path).active
    assert page is not None
    assert page["A1"].value == "演示数据"
    assert page["A2"].value == "第25届青洽会嘉宾名册"
    assert page["A3"].value == "以姓氏笔画为序　7月11日　共3人"
    assert [cell.value for cell in page[4]] == [column.heading for column in COLUMNS]
    assert {str(area) for area in page.merged_cells.ranges} == {"A1:F1", "A2:F2", "A3:F3"}
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.page_setup.fitToWidth in {None, 1}
    assert page.page_setup.fitToHeight == 0
    assert page.oddFooter.left.text == "演示数据 会务组 && 礼宾组"
    assert page["A5"].border.left.style == "thin"
    assert (page["B6"].value, page["B6"].data_type) == ("=1+1", "s")
    assert (page["D5"].value, page["E5"].value) == ("13812345678", "11010519491231002X")
    assert page["D5"].number_format == "@"
    assert (page["A5"].value, page["F5"].value) == (
        1,
        datetime(2024, 7, 11),  # noqa: DTZ001 - sheets know no zone
    )
    assert page["B7"].value == "李四"


def test_a_written_roster_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    write_roster(path, roster(ROWS[:1]))
    entry = guests_of(path).entries[0]
    assert (entry.full_name, entry.document_number, entry.arrival) == (
        "孟㛃",
        "11010519491231002X",
        "2024-07-11",
    )


def test_numbers_a_spreadsheet_cannot_hold_are_written_as_text(tmp_path: Path) -> None:
    columns = [Column("金额", 20, ColumnKind.NUMBER)]
    rows: list[list[Value]] = [[Decimal("53600000000.00")], [12345678901234567], ["非数"]]
    write_roster(tmp_path / "a.xlsx", Roster("金额", columns, rows))
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert page is not None
    assert [page.cell(row, 1).value for row in (3, 4, 5)] == [
        53600000000,
        "12345678901234567",
        "非数",
    ]


def test_csv_for_excel(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    assert write_delimited(path, roster(ROWS)) == 3
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 4
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[2] == ["2", "'=1+1", "'@厅", "+8613812345678", "-630102", "2024-07-11 14:30"]
    assert read_workbook(path).sheets[0].rows[1].cells[1].text == "孟㛃"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("@cmd", "'@cmd"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("|calc", "'|calc"),
        ("-12.5", "-12.5"),
        ("+86 138-1234-5678", "+86 138-1234-5678"),
        ("——", "——"),
        ("-", "-"),
        ("张三", "张三"),
        ("", ""),
        ("张\x00三", "张三"),
    ],
)
def test_fields_a_spreadsheet_would_run(text: str, written: str) -> None:
    assert harmless(text) == written


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20),
        min_size=1,
        max_size=8,
    )
)
def test_every_text_survives_the_workbook(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "texts.xlsx"
    write_roster(path, Roster("文", [Column("甲"), Column("乙")], [["x", text] for text in texts]))
    rows = read_workbook(path).sheets[0].rows[2:]
    assert [row.cell(1).text.replace("\n", "") for row in rows] == [
        text.strip()
        .replace("\u2028", "")
        .replace("\u2029", "")
        .replace("\ufffe", "")
        .replace("\uffff", "")
        .strip()
        for text in texts
    ]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    for write in (write_roster, write_delimited):
        with pytest.raises(NotWrittenError):
            write(tmp_path / "no" / "roster.xlsx", roster(ROWS))
