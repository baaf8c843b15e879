"""Guest lists as they arrive: the samples, and traps nobody has shown yet."""

import json
from pathlib import Path

import openpyxl
import pytest

from qhsign.domain.guest import Gender
from qhsign.domain.guest_list import ReadGuests
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.exchange.headings import find_headings
from qhsign.exchange.workbook_reader import read_workbook
from support.list_files import (
    LISTS,
    codes,
    guests_of,
    names,
    write_csv,
    write_xlsx,
)

EXPECTED = json.loads((LISTS / "expected.json").read_text("utf-8"))


def errors(read: ReadGuests) -> list[tuple[int, str]]:
    return [(p.row, p.code) for p in read.problems if p.severity is Severity.ERROR]


# The samples


@pytest.mark.parametrize("file", ["01-standard.xlsx", "05-wps-dimension.xlsx", "07-legacy.xls"])
def test_plain_samples_bring_every_guest_without_a_problem(file: str) -> None:
    read = guests_of(LISTS / file)
    assert len(read.entries) == read.rows == EXPECTED[file]["new"]
    assert read.problems == []


def test_the_replies_of_a_delegation() -> None:
    sheet, headings = find_headings(read_workbook(LISTS / "02-delegation-replies.xlsx"), "guests")
    assert (sheet.name, headings.first_row, headings.header_row) == ("回执", 3, 4)
    read = guests_of(LISTS / "02-delegation-replies.xlsx")
    assert len(read.entries) == EXPECTED["02-delegation-replies.xlsx"]["people"]
    assert read.delegations == {"香港特别行政区政府驻成都经济贸易办事处": 8}
    assert [(p.row, p.code, p.severity) for p in read.problems] == [
        (18, "row-hidden", Severity.WARNING)
    ]
    by_name = {entry.full_name: entry for entry in read.entries}
    assert by_name["罗秀"].organization == "青海省工业和信息化厅"
    assert by_name["罗秀"].gender is Gender.FEMALE
    assert by_name["王轩佳"].phone == "18476564983"
    assert (by_name["易卜雷"].title, by_name["古兰·约翰松"].title) == ("大使", "参赞")
    assert by_name["袁嘉诺"].delegation == "香港特别行政区政府驻成都经济贸易办事处"
    assert "汤㛃" in by_name


def test_the_enterprises_in_gb18030() -> None:
    expected = EXPECTED["03-enterprises-gb18030.csv"]
    read = guests_of(LISTS / "03-enterprises-gb18030.csv")
    assert (read.rows, len(read.entries)) == (expected["rows"], expected["people"])
    assert set(expected["names"]) <= set(names(read))
    assert [row for row, code in errors(read) if code == "document-damaged"] == expected[
        "rejected_documents"
    ]
    damaged = [entry for entry in read.entries if entry.row in expected["rejected_documents"]]
    assert [entry.document_number for entry in damaged] == ["", ""]
    assert "汉族" not in repr(read.entries)


# Headings


@pytest.mark.parametrize(
    "headings",
    [
        ["姓 名", "单\n位", "职务/职称", "手机号码（必填）", "*证件号码"],
        ["＊姓名：", "工作单位(全称)", "职　务", "联系电话", "身份证号/护照号"],
        ["Name", "Company", "Position", "Mobile", "Passport No."],
        ["Full Name", "Organization", "Title", "Phone", "ID No."],
        ["姓名 Name", "单位 Organization", "职务 Title", "手机 Mobile", "证件号码 ID No."],
        ["参会嘉宾姓名", "参会企业名称", "现任职务", "本人手机号", "有效证件号码"],
        ["嘉宾姓名", "所在单位", "职务或职称", "移动电话", "身份证件号码"],
    ],
)
def test_headings_however_they_are_typed(tmp_path: Path, headings: list[str]) -> None:
    rows = [headings, ["张三", "甲厅", "处长", "13812345678", "11010519491231002X"]]
    entry = guests_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert (entry.full_name, entry.organization, entry.title) == ("张三", "甲厅", "处长")
    assert (entry.phone, entry.document_number) == ("13812345678", "11010519491231002X")


def test_titles_and_an_empty_row_above_the_headings(tmp_path: Path) -> None:
    rows = [
        ["第25届青洽会嘉宾名单"],
        ["单位：省商务厅    日期：7月1日"],
        [],
        ["序号", "姓名", "单位"],
        [1, "张三", "甲厅"],
    ]
    _, headings = find_headings(read_workbook(write_xlsx(tmp_path / "list.xlsx", rows)), "guests")
    assert headings.header_row == 4
    assert names(guests_of(tmp_path / "list.xlsx")) == ["张三"]


def test_headings_in_three_rows_with_groups(tmp_path: Path) -> None:
    rows = [
        ["参会人员信息", "", "", "行程", "", "联系人"],
        ["基本信息", "", "单位", "抵达", "返程", ""],
        ["姓名", "性别", "", "时间", "时间", "姓名"],
        ["张三", "男", "甲厅", "7.11", "7.15", "李四"],
    ]
    path = write_xlsx(
        tmp_path / "list.xlsx", rows, merged=["A1:C1", "D1:E1", "F1:F2", "A2:B2", "C2:C3"]
    )
    entry = guests_of(path).entries[0]
    assert (entry.full_name, entry.organization, entry.liaison) == ("张三", "甲厅", "李四")
    assert (entry.arrival, entry.departure) == ("2024-07-11", "2024-07-15")


def test_two_rows_of_headings_in_a_text_file(tmp_path: Path) -> None:
    rows = [
        ["单位", "嘉宾信息", "", "联系方式", ""],
        ["", "姓名", "职务", "手机", "证件号码"],
        ["甲厅", "张三", "处长", "13812345678", "34052419800101001X"],
    ]
    read = guests_of(write_csv(tmp_path / "list.csv", rows))
    assert read.entries[0].phone == "13812345678"
    assert read.entries[0].document_number == "34052419800101001X"


def test_the_name_of_a_contact_is_no_guest(tmp_path: Path) -> None:
    rows = [
        ["单位", "联系人", "联系人电话", "姓名", "手机"],
        ["甲厅", "李四", "13900000000", "张三", "13812345678"],
    ]
    entry = guests_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert (entry.full_name, entry.liaison, entry.phone) == ("张三", "李四", "13812345678")


def test_the_mobile_phone_is_taken_before_the_office(tmp_path: Path) -> None:
    rows = [["姓名", "办公电话", "手机"], ["张三", "0971-1234567", "13812345678"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert read.entries[0].phone == "13812345678"
    assert ("办公电话", "heading-twice") in [(p.column, p.code) for p in read.problems]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["身份证", "护照"], "document_type"),
        (["嘉宾", "媒体"], "category"),
        (["VIP", "嘉宾"], "category"),
    ],
)
def test_the_kind_of_badge_or_of_document_is_told_by_values(
    tmp_path: Path, values: list[str], field: str
) -> None:
    rows = [
        ["姓名", "证件类型", "证件号码"],
        ["张三", values[0], "11010519491231002X"],
        ["李四", values[1], "E12345678"],
    ]
    _, headings = find_headings(read_workbook(write_xlsx(tmp_path / "list.xlsx", rows)), "guests")
    assert headings.columns[field].heading == "证件类型"


def test_the_fullest_visible_sheet_is_taken_and_the_other_told(tmp_path: Path) -> None:
    more = {
        "填表说明": [["请按要求填写"], ["姓名必须真实"]],
        "旧名单": [["姓名", "单位", "职务", "手机"], ["旧人", "旧厅", "", ""]],
        "代表": [["姓名", "单位"], ["王五", "丙厅"]],
    }
    rows = [["姓名", "单位", "职务"], ["张三", "甲厅", "处长"], ["李四", "乙厅", ""]]
    path = write_xlsx(tmp_path / "list.xlsx", rows, more=more, hidden_sheets=["旧名单"])
    read = guests_of(path)
    assert names(read) == ["张三", "李四"]
    assert [p.parameters for p in read.problems if p.code == "sheet-not-read"] == [
        {"sheet": "代表"}
    ]
    assert names(guests_of(path, sheet="代表")) == ["王五"]
    assert names(guests_of(path, sheet="旧名单")) == ["旧人"]


def test_what_cannot_be_found_is_named(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["姓名", "单位"], ["张三", "甲厅"]])
    cases: list[tuple[str | None, dict[str, str], str]] = [
        ("没有", {}, "sheet-not-found"),
        (None, {"full_name": "没有"}, "heading-not-on-list"),
        (None, {"nonsense": "姓名"}, "field-unknown"),
    ]
    for sheet, chosen, code in cases:
        with pytest.raises(ProblemForUser) as caught:
            guests_of(path, sheet=sheet, chosen=chosen)
        assert caught.value.code == code


def test_a_list_without_headings_is_refused_and_may_be_mapped_by_letters(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["张三", "甲厅"], ["李四", "乙厅"]])
    with pytest.raises(ProblemForUser) as caught:
        guests_of(path)
    assert caught.value.code == "no-heading-found-guests"
    read = guests_of(path, chosen={"full_name": "A", "organization": "B"})
    assert [(e.full_name, e.organization) for e in read.entries] == [
        ("张三", "甲厅"),
        ("李四", "乙厅"),
    ]


def test_a_chosen_heading_overrules_the_words(tmp_path: Path) -> None:
    rows = [["昵称", "姓名", "派驻地"], ["小张", "张三", "甲厅"]]
    path = write_xlsx(tmp_path / "list.xlsx", rows)
    read = guests_of(path, chosen={"full_name": "昵称", "organization": "派驻地"})
    assert (read.entries[0].full_name, read.entries[0].organization) == ("小张", "甲厅")


def test_unknown_and_unwanted_columns_are_told(tmp_path: Path) -> None:
    rows = [["姓名", "民族", "幸运颜色"], ["张三", "回族", "红"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(p.column, p.code) for p in read.problems] == [
        ("民族", "heading-not-kept"),
        ("幸运颜色", "heading-unknown"),
    ]
    assert "回族" not in repr(read.entries)


# Rows that are no guests


def test_headings_totals_notes_and_pages_are_left_out(tmp_path: Path) -> None:
    head = ["序号", "姓名", "单位"]
    rows = [
        ["嘉宾名单"],
        head,
        [1, "张三", "甲厅"],
        ["小 计", "", "1人"],
        ["嘉宾名单"],
        head,
        [2, "李四", "乙厅"],
        ["第 2 页 共 2 页"],
        ["合计：2人"],
        ["备注：请于7月1日前报送"],
        ["填表人：王五", "", "联系电话：0971-1234567"],
        ["", "审核人：", "赵六"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert names(read) == ["张三", "李四"]
    assert errors(read) == []


def test_a_footer_under_the_names_is_no_guest(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位"],
        ["张三", "甲厅"],
        [],
        ["填表人：李四", "联系电话：13812345678"],
        ["注：名单截至7月1日"],
    ]
    assert names(guests_of(write_xlsx(tmp_path / "list.xlsx", rows))) == ["张三"]


def test_a_total_that_does_not_add_up_is_told(tmp_path: Path) -> None:
    rows = [["序号", "姓名", "单位"], [1, "张三", "甲厅"], ["合计", 5, ""]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [p.parameters for p in read.problems if p.code == "total-differs"] == [
        {"declared": 5, "counted": 1}
    ]


def test_titles_of_groups_name_the_delegation(tmp_path: Path) -> None:
    rows = [
        ["序号", "姓名", "单位"],
        ["一、西宁市代表团（2人）"],
        [1, "张三", "甲厅"],
        ["二、媒体"],
        [2, "李四", "乙台"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows, merged=["A2:C2", "A4:C4"]))
    assert [(e.full_name, e.delegation) for e in read.entries] == [
        ("张三", "西宁市代表团"),
        ("李四", "媒体"),
    ]


def test_a_row_without_a_name_is_an_error(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位", "手机"],
        ["", "甲厅", "13812345678"],
        ["待定", "乙厅", ""],
        ["张三", "丙厅", ""],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert names(read) == ["张三"]
    assert errors(read) == [(2, "name-missing"), (3, "name-missing")]


def test_a_remark_that_reads_like_a_total_hides_no_guest(tmp_path: Path) -> None:
    rows = [["姓名", "单位", "备注"], ["张三", "合计", "小计"], ["李四", "合计财务公司", "共3人"]]
    assert names(guests_of(write_xlsx(tmp_path / "list.xlsx", rows))) == ["张三", "李四"]


def test_examples_and_numbered_blank_rows_are_left_out(tmp_path: Path) -> None:
    rows = [["序号", "姓名", "单位"], ["例", "张某", "某某厅"], [1, "李四", "乙厅"], [2], [3]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert names(read) == ["李四"]
    assert codes(read) == ["example-skipped"]


def test_a_number_in_the_name_of_a_delegation_is_declared_once(tmp_path: Path) -> None:
    rows = [["代表团", "姓名"], ["西宁市代表团（12人）", "张三"], ["", "李四"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows, merged=["A2:A3"]))
    assert [e.delegation for e in read.entries] == ["西宁市代表团"] * 2
    assert read.delegations == {"西宁市代表团": 12}


def test_a_name_merged_over_two_rows_is_one_guest(tmp_path: Path) -> None:
    rows = [["姓名", "参加活动"], ["张三", "开幕式"], ["", "论坛"], ["李四", ""]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows, merged=["A2:A3"]))
    assert [(e.full_name, e.activities) for e in read.entries] == [
        ("张三", ("开幕式", "论坛")),
        ("李四", ()),
    ]
    assert read.problems == []


def test_formula_errors_are_no_values(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["张三", "#N/A"], ["李四", "#REF!"]]
    read = guests_of(write_csv(tmp_path / "list.csv", rows))
    assert [e.organization for e in read.entries] == ["", ""]
    assert codes(read) == ["cell-error", "cell-error"]


# Several tables on a sheet


def test_tables_side_by_side(tmp_path: Path) -> None:
    head = ["序号", "姓名", "单位"]
    rows = [head * 2, [1, "张三", "甲厅", 2, "李四", "乙厅"], [3, "王五", "丙厅"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.row, e.full_name, e.organization) for e in read.entries] == [
        (2, "张三", "甲厅"),
        (3, "王五", "丙厅"),
        (2, "李四", "乙厅"),
    ]
    assert (read.rows, read.problems) == (2, [])


def test_a_second_table_below_with_other_columns(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位", "手机"],
        ["张三", "甲厅", "13812345678"],
        [],
        ["媒体"],
        ["媒体名称", "记者姓名", "职务", "手机"],
        ["乙报", "李四", "主编", "13912345678"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.full_name, e.organization, e.title, e.phone) for e in read.entries] == [
        ("张三", "甲厅", "", "13812345678"),
        ("李四", "乙报", "主编", "13912345678"),
    ]


@pytest.mark.parametrize(
    ("headings", "cells", "name"),
    [
        (["First Name", "Last Name"], ["John", "Smith"], "John Smith"),
        (["Surname", "Given Name"], ["Smith", "John"], "John Smith"),
        (["姓", "名"], ["欧阳", "文"], "欧阳文"),
    ],
)
def test_a_name_in_two_columns(
    tmp_path: Path, headings: list[str], cells: list[str], name: str
) -> None:
    rows = [[*headings, "Company"], [*cells, "X"]]
    assert names(guests_of(write_xlsx(tmp_path / "list.xlsx", rows))) == [name]


# Values from above


def test_an_organization_is_shared_only_where_cells_are_merged(tmp_path: Path) -> None:
    rows = [["单位", "姓名"], ["甲厅", "张三"], ["", "李四"], ["乙厅", "王五"], ["", "赵六"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows, merged=["A2:A3"]))
    assert [e.organization for e in read.entries] == ["甲厅", "甲厅", "乙厅", ""]


def test_one_blank_organization_is_not_filled(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["张三", "甲厅"], ["李四", ""], ["王五", "乙厅"], ["赵六", "丙厅"]]
    for path in (write_xlsx(tmp_path / "list.xlsx", rows), write_csv(tmp_path / "list.csv", rows)):
        assert [e.organization for e in guests_of(path).entries] == ["甲厅", "", "乙厅", "丙厅"]


def test_groups_shown_by_blanks_are_filled_and_told(tmp_path: Path) -> None:
    rows = [
        ["单位", "姓名"],
        ["甲厅", "张三"],
        ["", "李四"],
        ["", "王五"],
        ["乙厅", "赵六"],
        ["", "孙七"],
    ]
    read = guests_of(write_csv(tmp_path / "list.csv", rows))
    assert [e.organization for e in read.entries] == ["甲厅"] * 3 + ["乙厅"] * 2
    assert [p.row for p in read.problems if p.code == "organization-from-above"] == [3, 4, 6]


@pytest.mark.parametrize("mark", ["同上", "〃", "″", '"', "同 上"])
def test_ditto_marks(tmp_path: Path, mark: str) -> None:
    rows = [
        ["姓名", "单位", "职务"],
        ["张三", "甲厅", "处长"],
        ["李四", mark, mark],
        ["王五", mark, "科长"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.organization, e.title) for e in read.entries] == [
        ("甲厅", "处长"),
        ("甲厅", "处长"),
        ("甲厅", "科长"),
    ]


def test_merged_cells_of_an_old_workbook_written_by_openpyxl(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for values in (["单位", "姓名", "车号"], ["甲厅", "张三", "1号车"], [None, "李四", None]):
        page.append(values)
    page.merge_cells("A2:A3")
    page.merge_cells("C2:C3")
    book.save(tmp_path / "list.xlsx")
    entry = guests_of(tmp_path / "list.xlsx").entries[1]
    assert (entry.organization, entry.vehicle) == ("甲厅", "1号车")
