"""Every format as plain rows, and every refusal in one sentence."""

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qhsign.domain.list_sheet import Cell, MergedRange, Sheet
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.workbook_reader import read_workbook
from qhsign.wording import say
from support.list_files import LISTS, guests_of, ods_cell, ods_row, write_csv, write_ods, write_xlsx

MOMENT = datetime(2024, 7, 11, 14, 30)  # noqa: DTZ001 - sheets know no zone
XML_WORKBOOK = b'xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def refusal(path: Path) -> str:
    with pytest.raises(ProblemForUser) as caught:
        read_workbook(path)
    assert say(caught.value.code, **caught.value.parameters)
    return caught.value.code


def list_or_sentence(path: Path) -> object:
    """Read a list; give it, or the sentence that refuses it, and let anything else fail."""
    try:
        return read_workbook(path)
    except ProblemForUser as problem:
        return say(problem.code, **problem.parameters)


# What cells show


def test_values_of_every_type_become_text(tmp_path: Path) -> None:
    path = tmp_path / "values.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("值")
        page.write(3, 2, 13812345678)
        page.write(4, 2, 10.500000000000002)
        page.write(5, 2, 630102196905016924)
        page.write_datetime(6, 2, MOMENT, book.add_format({"num_format": "m/d h:mm"}))
        page.write_datetime(7, 2, date(2024, 7, 11), book.add_format({"num_format": "m月d日"}))
        page.write_datetime(8, 2, time(14, 30), book.add_format({"num_format": "h:mm"}))
        page.write_boolean(9, 2, True)
        page.write_formula(10, 2, '=A1&"x"', None, "算好的值")
        page.write_string(11, 2, "<b>粗&amp;体</b>")
        page.write_string(12, 2, "张\r\n三")
    sheet = read_workbook(path).sheets[0]
    assert [row.number for row in sheet.rows] == list(range(4, 14))
    assert [row.cell(2) for row in sheet.rows] == [
        Cell("13812345678", numeric=True),
        Cell("10.5", numeric=True),
        Cell("6.30102196905017e+17", numeric=True),
        Cell("2024-07-11 14:30"),
        Cell("2024-07-11"),
        Cell("14:30"),
        Cell("是"),
        Cell("算好的值"),
        Cell("<b>粗&amp;体</b>"),
        Cell("张\n三"),
    ]


def test_control_characters_are_taken_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("姓名,单位\n张\x01三,甲\x00厅\n".encode())
    sheet = read_workbook(path).sheets[0]
    assert texts(sheet)[1] == ["张三", "甲厅"]
    assert sheet.altered == [(2, column, "control-characters-removed") for column in (0, 1)]


def test_a_cell_longer_than_a_spreadsheet_holds_is_not_taken(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "list.csv", [["姓名", "备注"], ["张三", "长" * 100_000], ["李四", ""]]
    )
    read = guests_of(path)
    assert [entry.full_name for entry in read.entries] == ["张三", "李四"]
    assert [(p.row, p.column, p.code) for p in read.problems] == [(2, "备注", "cell-too-long")]


def test_a_name_too_long_leaves_the_row_out(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "list.csv", [["姓名", "单位"], ["长" * 100_000, "甲厅"], ["李四", "乙厅"]]
    )
    read = guests_of(path)
    assert [entry.full_name for entry in read.entries] == ["李四"]
    assert {(p.row, p.severity) for p in read.problems if p.code == "name-missing"} == {
        (2, "error")
    }


def test_hidden_rows_and_merged_cells_of_xlsx(tmp_path: Path) -> None:
    rows = [["单位", "姓名"], ["甲厅", "张三"], ["", "李四"], ["乙厅", "王五"]]
    path = write_xlsx(tmp_path / "list.xlsx", rows, merged=["A2:A3"], hidden=[3, 4])
    sheet = read_workbook(path).sheets[0]
    assert sheet.hidden_rows == {3, 4}
    assert sheet.merged == (MergedRange(2, 3, 0, 0),)


def test_a_namespace_prefix_and_single_quotes_hide_nothing(tmp_path: Path) -> None:
    plain = write_xlsx(tmp_path / "plain.xlsx", [["姓名"], ["张三"], ["李四"]], hidden=[2])
    other = tmp_path / "other.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'hidden="1"', b"hidden='true'")
            target.writestr(name, data)
    assert read_workbook(other).sheets[0].hidden_rows == {2}


def test_filtered_rows_of_openpyxl_are_hidden_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for values in (["姓名"], ["张三"], ["李四"]):
        page.append(values)
    page.row_dimensions[3].hidden = True
    book.save(tmp_path / "list.xlsx")
    assert read_workbook(tmp_path / "list.xlsx").sheets[0].hidden_rows == {3}


def test_ods_with_merged_hidden_and_repeated_cells(tmp_path: Path) -> None:
    table = (
        '<table:table table:name="名单">'
        + "".join(
            [
                ods_row("单位", "姓名", "职务"),
                ods_row(
                    ods_cell(
                        "甲厅", 'table:number-rows-spanned="2" table:number-columns-spanned="1"'
                    ),
                    "张三",
                    "处长",
                ),
                ods_row(
                    "<table:covered-table-cell/>",
                    "李四",
                    "科长",
                    attributes='table:visibility="collapse"',
                ),
                ods_row(
                    ods_cell("", 'table:number-columns-repeated="3"'),
                    attributes='table:number-rows-repeated="2"',
                ),
                ods_row("乙厅", "王五", ""),
                ods_row(
                    ods_cell("", 'table:number-columns-repeated="1024"'),
                    attributes='table:number-rows-repeated="1048000"',
                ),
            ]
        )
        + "</table:table>"
    )
    path = write_ods(tmp_path / "list.ods", table)
    read = guests_of(path)
    assert [(e.row, e.full_name, e.organization) for e in read.entries] == [
        (2, "张三", "甲厅"),
        (3, "李四", "甲厅"),
        (6, "王五", "乙厅"),
    ]
    assert [(p.row, p.code) for p in read.problems] == [(3, "row-hidden")]


def test_an_ods_row_repeated_a_million_times_is_refused(tmp_path: Path) -> None:
    table = (
        '<table:table table:name="名单">'
        + ods_row("姓名")
        + ods_row("张三", attributes='table:number-rows-repeated="1048000"')
        + "</table:table>"
    )
    assert refusal(write_ods(tmp_path / "list.ods", table)) == "sheet-too-large"


# Text files


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "，"])
def test_every_encoding_and_delimiter(
    tmp_path: Path, encoding: str, mark: bytes, delimiter: str
) -> None:
    rows = [
        ["姓名", "单位", "手机号码"],
        ["孟㛃", "甲厅", "13812345678"],
        ["䶮𬱖𫖯𠮷", "乙厅", "13912345678"],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    path = tmp_path / "list.csv"
    path.write_bytes(mark + text.encode(encoding))
    assert texts(read_workbook(path).sheets[0]) == rows


def test_quotes_and_line_breaks_inside_fields_keep_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('姓名,备注\n"张三","第一行\n第二行，""引""号"\n李四,\n', "utf-8")
    sheet = read_workbook(path).sheets[0]
    assert [row.number for row in sheet.rows] == [1, 2, 4]
    assert sheet.rows[1].cells[1].text == '第一行\n第二行，"引"号'


def test_a_stray_quotation_mark_swallows_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    lines = ["姓名,备注", '张三,"未闭合'] + [f"李{n},好" for n in "一二三四五"]
    path.write_text("\n".join(lines), "utf-8")
    assert len(read_workbook(path).sheets[0].rows) == 7


def test_old_line_ends_blank_lines_and_a_declared_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("sep=;\r姓名;单位\r\r张三;甲,乙\r".encode())
    sheet = read_workbook(path).sheets[0]
    assert [(row.number, [cell.text for cell in row.cells]) for row in sheet.rows] == [
        (2, ["姓名", "单位"]),
        (4, ["张三", "甲,乙"]),
    ]


def test_digits_kept_from_a_spreadsheet_are_unwrapped_and_formulas_stay_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        '姓名,身份证号,备注\n张三,"=""11010519491231002X""",=HYPERLINK(1)\n李四,\'34052419800101001X,<b>\n',
        "utf-8",
    )
    rows = texts(read_workbook(path).sheets[0])
    assert rows[1] == ["张三", "11010519491231002X", "=HYPERLINK(1)"]
    assert rows[2] == ["李四", "34052419800101001X", "<b>"]


def test_one_damaged_byte_does_not_turn_the_list_into_rubbish(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], *[["张三", f"青海省第{n}单位"] for n in range(100)]]
    path = write_csv(tmp_path / "list.csv", rows)
    path.write_bytes(path.read_bytes().replace("第50单".encode(), b"\xe7\xac50" + "单".encode()))
    sheet = read_workbook(path).sheets[0]
    assert len(sheet.rows) == 101
    assert [code for _, _, code in sheet.altered] == ["damaged-character"]


# Refusals


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("list.et", b"anything", "list-is-et"),
        ("list.docx", b"PK\x03\x04rubbish", "list-is-document"),
        ("list.wps", OLE, "list-is-document"),
        ("list.pdf", b"%PDF-1.7", "list-is-pdf"),
        ("list.csv", b"%PDF-1.7 \x00\x01", "list-is-pdf"),
        ("list.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "list-is-no-text"),
        ("list.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "list-is-no-text"),
        ("list.xlsx", bytes(range(256)) * 20, "list-is-no-text"),
        ("list.csv", b"", "list-empty"),
        ("list.csv", b"\xef\xbb\xbf\r\n  \r\n", "list-empty"),
        ("list.xlsx", b"PK\x03\x04" + b"\x00" * 500, "list-broken"),
        (
            "list.xlsx",
            OLE + b"\x00" * 600 + "EncryptedPackage\0".encode("utf-16-le"),
            "list-has-password",
        ),
        (
            "list.xls",
            OLE + b"\x00" * 600 + "WordDocument\0".encode("utf-16-le"),
            "list-is-document",
        ),
        ("list.xls", OLE + b"\x00" * 600 + "Workbook\0".encode("utf-16-le"), "list-broken"),
        ("list.xls", b"<html><table><tr><td>1</td></tr></table></html>", "list-is-web-page"),
        (
            "list.xls",
            b'<?xml version="1.0"?>\n<Workbook ' + XML_WORKBOOK,
            "list-is-web-page",
        ),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.xlsx") == "list-missing"
    assert refusal(tmp_path) == "list-is-folder"


def test_a_docx_named_xlsx_and_an_archive_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(tmp_path / "list.xlsx") == "list-is-document"
    with zipfile.ZipFile(tmp_path / "list.zip", "w") as archive:
        archive.write(LISTS / "01-standard.xlsx", "01.xlsx")
    assert refusal(tmp_path / "list.zip") == "list-is-archive"


def test_the_content_counts_and_not_the_extension(tmp_path: Path) -> None:
    for source, name in (
        ("07-legacy.xls", "a.xlsx"),
        ("01-standard.xlsx", "b.xls"),
        ("01-standard.xlsx", "c.csv"),
        ("03-enterprises-gb18030.csv", "d.xlsx"),
    ):
        path = tmp_path / name
        path.write_bytes((LISTS / source).read_bytes())
        assert guests_of(path).entries


def test_a_truncated_workbook_is_broken(tmp_path: Path) -> None:
    data = (LISTS / "01-standard.xlsx").read_bytes()
    path = tmp_path / "list.xlsx"
    path.write_bytes(data[: len(data) // 2])
    assert refusal(path) == "list-broken"


def sheet_xml(rows: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = f"<sheetData>{rows}</sheetData>"
    return f'<worksheet xmlns="{space}"><dimension ref="A1"/>{data}</worksheet>'.encode()


def inline(text: str, reference: str = "") -> str:
    return f'<c {reference} t="inlineStr"><is><t>{text}</t></is></c>'


def with_sheet(path: Path, xml: bytes) -> Path:
    plain = write_xlsx(path.with_name("plain.xlsx"), [["姓名"]])
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, xml if name.endswith("sheet1.xml") else source.read(name))
    return path


def test_a_million_rows_are_refused_before_they_are_laid_out(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_048_577))
    assert refusal(with_sheet(tmp_path / "list.xlsx", sheet_xml(rows))) == "sheet-too-large"


def test_a_list_of_a_hundred_thousand_with_its_headings_is_no_mistake(tmp_path: Path) -> None:
    cell = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
    rows = "".join(cell.format(number) for number in range(1, 100_006))
    read = read_workbook(with_sheet(tmp_path / "list.xlsx", sheet_xml(rows)))
    assert len(read.sheets[0].rows) == 100_005


def test_a_million_empty_formatted_rows_hurt_nobody(tmp_path: Path) -> None:
    rows = f"<row>{inline('姓名')}</row><row>{inline('张三')}</row>"
    rows += "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(3, 300_000))
    read = guests_of(with_sheet(tmp_path / "list.xlsx", sheet_xml(rows)))
    assert [entry.full_name for entry in read.entries] == ["张三"]


def test_a_value_in_the_last_corner_is_refused_at_once(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    rows += '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refusal(with_sheet(tmp_path / "list.xlsx", sheet_xml(rows))) == "sheet-has-stray-cell"


def test_rows_and_cells_without_references_are_counted(tmp_path: Path) -> None:
    rows = f"<row>{inline('姓名')}</row><row hidden='1'>{inline('张三')}</row>"
    read = guests_of(with_sheet(tmp_path / "list.xlsx", sheet_xml(rows)))
    assert [(entry.row, entry.full_name) for entry in read.entries] == [(2, "张三")]
    assert [problem.code for problem in read.problems] == ["row-hidden"]


def test_an_archive_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for _ in range(700):
                part.write(bytes(2**20))
    assert refusal(path) == "list-unpacks-too-large"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods"]))
def test_no_bytes_bring_anything_but_a_list_or_a_sentence(
    tmp_path: Path, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert list_or_sentence(path)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(["01-standard.xlsx", "07-legacy.xls", "05-wps-dimension.xlsx"]),
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), min_size=1, max_size=30),
)
def test_damaged_workbooks_bring_a_list_or_a_sentence(
    tmp_path: Path, source: str, flips: list[tuple[int, int]]
) -> None:
    data = bytearray((LISTS / source).read_bytes())
    for place, value in flips:
        data[place % len(data)] = value
    path = tmp_path / source
    path.write_bytes(data)
    assert list_or_sentence(path)


DEADLY = {
    10: 20, 2394: 96, 2474: 169, 2960: 57, 3377: 237, 3812: 188, 4370: 151, 5041: 43, 5178: 240,
    5434: 126, 5522: 187, 5934: 83, 6496: 175, 7892: 59, 9025: 23,
}  # fmt: skip
"""Bytes by place that make the reader of the old list ask for 257 GB, which no process survives."""


def test_a_file_that_ends_the_process_reading_it_is_only_broken(tmp_path: Path) -> None:
    data = bytearray((LISTS / "07-legacy.xls").read_bytes())
    for place, value in DEADLY.items():
        data[place] = value
    path = tmp_path / "deadly.xls"
    path.write_bytes(data)
    with pytest.raises(ProblemForUser) as caught:
        read_workbook(path)
    assert (caught.value.code, caught.value.parameters) == ("list-broken", {"file": "deadly.xls"})


def test_problems_keep_their_parameters_on_the_way_from_the_other_process(tmp_path: Path) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes((LISTS / "07-legacy.xls").read_bytes()[:4000])
    with pytest.raises(ProblemForUser) as caught:
        read_workbook(path)
    assert caught.value.parameters["file"] == "cut.xls"
