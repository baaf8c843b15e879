"""Papers as docx, opened again as an office opens them."""

import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from qhsign.domain.paper import (
    CellKind,
    Figure,
    Figures,
    Group,
    Paper,
    PaperColumn,
    Seal,
    Statements,
    Table,
    cell_text,
)
from qhsign.exchange.document_writer import write_document
from support.paper_samples import COLUMNS, GUESTS, PAGE_LINE, guest_rows, paper, sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(made: Paper) -> Any:
    stream = BytesIO()
    assert write_document(stream, made) == made.rows
    return docx.Document(BytesIO(stream.getvalue()))


def cells(table: Any) -> list[list[str]]:
    return [
        ["".join(node.text or "" for node in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]
        for row in table._tbl.iter(qn("w:tr"))
    ]


def test_every_cell_is_there_as_text(tmp_path: Path) -> None:
    rows = guest_rows(20, GUESTS)
    table = Table(COLUMNS, [Group(rows)], blank_rows=3, blank_heading="现场登记")
    (read,) = written(paper(table)).tables
    lines = cells(read)
    assert lines[0] == [column.heading for column in COLUMNS]
    assert lines[1:21] == [[cell_text(cell).replace("\u200b", "") for cell in row] for row in rows]
    assert lines[21] == ["现场登记"]
    assert lines[22:] == [[""] * 7] * 3


def test_a_table_is_one_that_offices_can_print() -> None:
    (table,) = written(paper(sheet(30))).tables
    rows = list(table._tbl.iter(qn("w:tr")))
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
    repeated = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows]
    assert repeated == [True] + [False] * 30
    assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    millimetres = [width * 25.4 / 1440 for width in widths]
    assert [round(width) for width in millimetres] == [13, 36, 78, 34, 21, 58, 29]


def test_the_page_is_the_papers(tmp_path: Path) -> None:
    for wide, large, size in (
        (True, False, (297, 210)),
        (False, False, (210, 297)),
        (True, True, (420, 297)),
    ):
        (section,) = written(paper(sheet(1), wide=wide, large=large)).sections
        assert (round(section.page_width.mm), round(section.page_height.mm)) == size
        assert section.orientation is (WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT)
        assert round(section.left_margin.mm) == round(section.right_margin.mm) == 14


def test_head_and_foot_are_those_of_the_print() -> None:
    document = written(paper(sheet(28), page_line=PAGE_LINE, demo_mark="演示数据"))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[:4] == [
        "演示数据",
        "签到表\t应到 28 人",
        "青洽会投资说明会暨中外知名企业青海行\t第1版　2024-07-10 21:40",
        "7月11日 14:30　青海国际会展中心 主会场　以姓氏笔画为序",
    ]
    assert words[-1].startswith("应到 28 人　　实到 _____ 人　　签到员")
    (foot,) = document.sections[0].footer.paragraphs
    assert "个人信息仅用于本次活动签到" in foot.text
    fields = [field.get(qn("w:instr")).strip() for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    said = "".join(node.text or "" for node in foot._p.iter(qn("w:t")))
    assert said.endswith("第1页，共1页")


def test_fonts_and_language_are_those_of_the_office() -> None:
    document = written(paper(sheet(2)))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    language = next(defaults.iter(qn("w:lang")))
    assert (language.get(qn("w:eastAsia")), language.get(qn("w:val"))) == ("zh-CN", "en-US")
    used = {fonts.get(qn("w:eastAsia")) for fonts in document.element.body.iter(qn("w:rFonts"))}
    assert used <= {"宋体", "黑体", "仿宋"}
    assert {"宋体", "黑体"} <= used
    assert document.core_properties.language == "zh-CN"


def test_properties_name_the_office_and_the_moment_and_nobody() -> None:
    properties = written(paper(sheet(2))).core_properties
    assert (properties.title, properties.author) == ("第25届青洽会 · 签到表", "青海省人民政府")
    assert properties.last_modified_by == ""
    assert properties.comments == ""
    made = datetime(2024, 7, 10, 13, 40, tzinfo=UTC)
    assert (properties.created, properties.modified) == (made, made)


def test_the_same_paper_gives_the_same_bytes_without_moments() -> None:
    streams = []
    for _ in range(2):
        stream = BytesIO()
        write_document(stream, paper(sheet(5), page_line=PAGE_LINE))
        streams.append(stream.getvalue())
    assert streams[0] == streams[1]
    with zipfile.ZipFile(BytesIO(streams[0])) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_groups_totals_statements_and_seal_keep_together() -> None:
    columns = (
        PaperColumn("编号", 20, CellKind.ORDINAL),
        PaperColumn("项目", 100),
        PaperColumn("金额", 60, CellKind.NUMBER),
    )
    table = Table(
        columns,
        [Group([("1", "甲", Decimal("0.50"))], "第一组", "1项", "领取人 ____")],
        title="清单",
        totals=[("", "合计", Decimal(1))],
    )
    document = written(
        paper(
            table,
            Statements([("大写", "人民币壹元整")]),
            Seal(("青海省商务厅",), "（盖章）", "年月日"),
        )
    )
    first, seal = document.tables
    lines = cells(first)
    assert lines == [
        ["编号", "项目", "金额"],
        ["第一组　　1项"],
        ["1", "甲", "0.50"],
        ["领取人 ____"],
        ["", "合计", "1"],
    ]
    kept = [
        next(row.iter(qn("w:p"))).find(qn("w:pPr")).find(qn("w:keepNext")) is not None
        for row in first._tbl.iter(qn("w:tr"))
    ]
    assert kept == [True, True, True, True, False]
    assert cells(seal) == [["青海省商务厅年月日（盖章）"]]
    assert [p.text for p in document.paragraphs if "人民币" in p.text] == ["大写　人民币壹元整"]


def test_a_bar_is_left_out_and_its_room_used() -> None:
    columns = (
        PaperColumn("类别", 100),
        PaperColumn("人数", 20, CellKind.NUMBER),
        PaperColumn("", 60, CellKind.BAR),
    )
    figures = Figures([Figure("应到", "6096", "人"), Figure("实到", "4609")])
    table = Table(columns, [Group([("嘉宾", 12, Decimal("0.5"))])])
    panel, read = written(paper(figures, table, wide=False)).tables
    assert cells(panel) == [["应到6096人", "实到4609"]]
    assert cells(read) == [["类别", "人数"], ["嘉宾", "12"]]
    widths = [round(int(c.get(qn("w:w"))) * 25.4 / 1440) for c in read._tbl.tblGrid]
    assert widths == [160, 20]


def test_an_empty_table_says_so() -> None:
    (read,) = written(paper(Table(COLUMNS, [], empty="没有已确认的嘉宾。"))).tables
    assert cells(read)[1] == ["没有已确认的嘉宾。"]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_makes_a_document_that_opens(text: str) -> None:
    table = Table((PaperColumn("内容", 100), PaperColumn("备注", 50)), [Group([(text, "完")])])
    (read,) = written(paper(table, footer=text)).tables
    said = cells(read)[1]
    assert said[1] == "完"
    assert "\x00" not in said[0]


class FullDisk(BytesIO):
    def write(self, data: Any) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_as_what_it_is() -> None:
    with pytest.raises(OSError, match="No space left"):
        write_document(FullDisk(), paper(sheet(5)))
