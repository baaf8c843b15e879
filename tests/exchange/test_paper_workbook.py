"""Papers as xlsx: ready for the printer, and harmless in every cell."""

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qhsign.domain.paper import (
    CellKind,
    Group,
    Mark,
    Paper,
    PaperColumn,
    Row,
    Seal,
    Statements,
    Table,
)
from qhsign.exchange.paper_workbook import write_paper_workbook
from support.paper_samples import COLUMNS, HEAD, PAGE_LINE, guest_rows, paper, sheet

MONEY = (
    PaperColumn("编号", 20, CellKind.ORDINAL),
    PaperColumn("项目", 100),
    PaperColumn("金额（亿元）", 60, CellKind.NUMBER),
)


def written(made: Paper) -> Any:
    stream = BytesIO()
    assert write_paper_workbook(stream, made) == made.rows
    (page,) = openpyxl.load_workbook(BytesIO(stream.getvalue())).worksheets
    return page


def values(page: Any) -> list[list[Any]]:
    return [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]


def test_a_sheet_as_offices_print_it() -> None:
    table = sheet(20, blank_rows=3, blank_heading="现场登记")
    page = written(paper(table, page_line=PAGE_LINE, demo_mark="演示数据 & 样张"))
    lines = values(page)
    assert lines[:3] == [
        ["演示数据 & 样张"],
        ["签到表　青洽会投资说明会暨中外知名企业青海行"],
        ["　".join((*HEAD.particulars, HEAD.figure, HEAD.version, HEAD.made))],
    ]
    assert lines[3] == [column.heading for column in COLUMNS]
    assert lines[4][:5] == [1, "方红轩", "海西蒙古族藏族自治州人民政府", "副州长", "● 嘉宾"]
    assert lines[24] == ["现场登记"]
    assert lines[-1][0].startswith("应到 20 人　　实到 _____ 人")
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"
    assert page.print_area == f"'签到表'!$A$1:$G${page.max_row}"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.oddFooter.left.text.startswith("演示数据 && 样张 第25届青洽会")
    assert page.oddFooter.right.text == "第&P页，共&N页"


def test_a_large_or_upright_paper_keeps_its_size() -> None:
    assert written(paper(sheet(1), large=True)).page_setup.paperSize == 8
    upright = written(paper(sheet(1), wide=False)).page_setup
    assert upright.orientation in {None, "portrait"}


def test_numbers_are_numbers_and_texts_are_texts() -> None:
    rows: list[Row] = [
        ("0001", "=1+1", Decimal("53.6")),
        ("0002", "+8613812345678", "近0.3"),
        ("0003", "@SUM(A1)", Decimal("0.1234567890123456789")),
    ]
    table = Table(MONEY, [Group(rows)], totals=[("", "合计", Decimal(54))])
    page = written(paper(table))
    cells = {(cell.row, cell.column): cell for row in page.iter_rows() for cell in row}
    assert [cells[row, 2].value for row in (4, 5, 6)] == ["=1+1", "+8613812345678", "@SUM(A1)"]
    assert {cells[row, 2].data_type for row in (4, 5, 6)} == {"s"}
    assert [cells[row, 1].value for row in (4, 5, 6)] == ["0001", "0002", "0003"]
    assert (cells[4, 3].value, cells[4, 3].data_type) == (53.6, "n")
    assert (cells[5, 3].value, cells[5, 3].data_type) == ("近0.3", "s")
    assert cells[6, 3].value == "0.1234567890123456789"
    assert (cells[7, 2].value, cells[7, 3].value) == ("合计", 54)
    assert cells[7, 2].font.b


def test_groups_statements_and_seals_follow_each_other() -> None:
    table = Table(
        MONEY,
        [
            Group([("1", "甲", 1)], "第一组", "1项", "领取人 ____"),
            Group([("1", "乙", 2)], "第二组"),
        ],
    )
    statements = Statements([("大写", "人民币壹元整")])
    page = written(paper(table, statements, Seal(("省商务厅",), "（盖章）", "年月日")))
    assert (
        values(page)[3:]
        == [
            ["第一组　　1项"],
            ["1", "甲", 1],
            ["领取人 ____"],
            ["第二组"],
            ["1", "乙", 2],
            ["大写　人民币壹元整"],
            [""],
            ["省商务厅"],
            ["（盖章）　　年月日"],
        ]
        or values(page)[3:][6] == []
    )


def test_an_empty_table_says_so() -> None:
    page = written(paper(Table(MONEY, [], empty="清单上没有签约项目。")))
    assert values(page)[3] == ["清单上没有签约项目。"]


def test_the_same_paper_gives_the_same_bytes() -> None:
    streams = []
    for _ in range(2):
        stream = BytesIO()
        write_paper_workbook(stream, paper(sheet(5)))
        streams.append(stream.getvalue())
    assert streams[0] == streams[1]
    with zipfile.ZipFile(BytesIO(streams[0])) as archive:
        properties = archive.read("docProps/core.xml").decode()
    assert "2024-07-10T13:40:00Z" in properties
    assert "青海省人民政府" in properties


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_is_kept_as_text(text: str) -> None:
    columns = (PaperColumn("内容", 100), PaperColumn("类别", 40, CellKind.MARK))
    page = written(paper(Table(columns, [Group([(text, Mark("disc", text))])])))
    formulas = [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert not formulas


def test_every_row_is_written_once() -> None:
    rows = guest_rows(300)
    page = written(paper(Table(COLUMNS, [Group(rows)])))
    assert [line[1] for line in values(page)[3:]] == [row[1] for row in rows]


class FullDisk(BytesIO):
    def write(self, data: Any) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_as_what_it_is() -> None:
    with pytest.raises(OSError, match="No space left"):
        write_paper_workbook(FullDisk(), paper(sheet(5)))
