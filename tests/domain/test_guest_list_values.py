"""What single cells of guest lists say: people, posts, dates, words, documents."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.guest import Category, Gender, Invitation
from qhsign.domain.guest_list import ReadGuests, read_guests
from qhsign.domain.list_sheet import Cell, Row, Sheet, Workbook
from qhsign.domain.problems import Severity
from qhsign.exchange.headings import find_headings
from support.list_files import YEAR, codes, country_code, guests_of, names, say_all, write_xlsx


def errors(read: ReadGuests) -> list[tuple[int, str]]:
    return [(p.row, p.code) for p in read.problems if p.severity is Severity.ERROR]


def one(path: Path, heading: str, value: object) -> ReadGuests:
    return guests_of(
        write_xlsx(path / "list.xlsx", [["姓名", "单位", heading], ["张三", "甲厅", value]])
    )


# Several people, parties and posts in one cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("张三、李四", ["张三", "李四"]),
        ("张三；李四;王五", ["张三", "李四", "王五"]),
        ("张三\n李四", ["张三", "李四"]),
        ("张三，李四", ["张三", "李四"]),
        ("张三/李四", ["张三", "李四"]),
        ("张三 李四 王五", ["张三", "李四", "王五"]),
        ("易卜雷、古兰·约翰松", ["易卜雷", "古兰·约翰松"]),
        ("古兰・约翰松", ["古兰·约翰松"]),
        ("Li, Gang", ["Li, Gang"]),
        ("John Smith; Mary Jones", ["John Smith", "Mary Jones"]),
        ("Gunnar\nJóhannsson", ["Gunnar Jóhannsson"]),
        ("李\n刚", ["李刚"]),
        ("李　刚", ["李刚"]),
        ("张三（女，回族）、李四（男）", ["张三", "李四"]),
        ("张三先生", ["张三"]),
        ("李先生", ["李先生"]),
        ("䶮𬱖、𫖯㛃", ["䶮𬱖", "𫖯㛃"]),
        ("<b>张三</b>&amp;", ["<b>张三</b>&amp;"]),
    ],
)
def test_people_in_one_cell(tmp_path: Path, cell: str, expected: list[str]) -> None:
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", [["姓名", "单位"], [cell, "甲厅"]]))
    assert names(read) == expected
    assert {entry.row for entry in read.entries} == {2}


@pytest.mark.parametrize(
    ("cell", "expected", "declared"),
    [
        ("袁嘉诺一行8人", ["袁嘉诺"], 8),
        ("袁嘉诺一行８人", ["袁嘉诺"], 8),
        ("袁嘉诺等一行八人", ["袁嘉诺"], 8),
        ("袁嘉诺（一行8人）", ["袁嘉诺"], 8),
        ("王某等5人", ["王某"], 5),
        ("张三、李四等12人", ["张三", "李四"], 12),
        ("袁嘉诺及随行人员3人", ["袁嘉诺"], 4),
        ("8人", [], 8),
        ("代表团12人", [], 12),
        ("工作人员 3 名", [], 3),
    ],
)
def test_parties_of_many(tmp_path: Path, cell: str, expected: list[str], declared: int) -> None:
    read = guests_of(
        write_xlsx(tmp_path / "list.xlsx", [["姓名", "单位"], [cell, "甲厅"], ["李四四", "乙厅"]])
    )
    assert names(read) == [*expected, "李四四"]
    assert read.delegations == {"甲厅": declared}
    assert errors(read) == []


def test_a_count_of_its_own_adds_no_guest(tmp_path: Path) -> None:
    rows = [["代表团", "姓名", "人数"], ["西宁团", "张三", 6], ["海东团", "", 12]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert names(read) == ["张三"]
    assert read.delegations == {"西宁团": 6, "海东团": 12}
    assert errors(read) == []


@pytest.mark.parametrize(
    ("cell", "organization", "title", "name"),
    [
        ("青海省商务厅厅长 张三", "青海省商务厅", "厅长", "张三"),
        ("青海省商务厅厅长张三", "青海省商务厅", "厅长", "张三"),
        ("张三 青海省商务厅副厅长", "青海省商务厅", "副厅长", "张三"),
        ("张三（青海省商务厅厅长）", "青海省商务厅", "厅长", "张三"),
        ("中国移动青海公司党委书记、董事长 李刚", "中国移动青海公司", "党委书记、董事长", "李刚"),
    ],
)
def test_organization_post_and_name_in_one_cell(
    tmp_path: Path, cell: str, organization: str, title: str, name: str
) -> None:
    for heading in ("姓名", "单位职务姓名"):
        read = guests_of(
            write_xlsx(tmp_path / "list.xlsx", [[heading, "手机"], [cell, "13812345678"]])
        )
        entry = read.entries[0]
        assert (entry.organization, entry.title, entry.full_name) == (organization, title, name)


def test_organization_and_post_in_one_column(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位及职务"],
        ["张三", "青海省商务厅副厅长"],
        ["李四", "某某有限公司 总经理"],
        ["王五", "青海大学"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.organization, e.title) for e in read.entries] == [
        ("青海省商务厅", "副厅长"),
        ("某某有限公司", "总经理"),
        ("青海大学", ""),
    ]


def test_a_name_in_two_scripts(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位"],
        ["张三 Zhang San", "甲"],
        ["李四\nLi Si", "乙"],
        ["Ibrahim Al（易卜雷）", "丙"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.full_name, e.latin_name) for e in read.entries] == [
        ("张三", "Zhang San"),
        ("李四", "Li Si"),
        ("易卜雷", "Ibrahim Al"),
    ]


# Single values


def test_sex_from_brackets_address_and_column(tmp_path: Path) -> None:
    rows = [
        ["姓名", "性别"],
        ["张三（女，回族）", ""],
        ["李四（女）", "男"],
        ["王五女士", ""],
        ["Mr. John Smith", ""],
        ["赵六", "F"],
        ["孙七", "未知"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [e.gender for e in read.entries] == [
        Gender.FEMALE,
        Gender.MALE,
        Gender.FEMALE,
        Gender.MALE,
        Gender.FEMALE,
        None,
    ]
    assert [(p.row, p.column, p.code) for p in read.problems] == [
        (3, "性别", "gender-clash"),
        (7, "性别", "gender-unknown"),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7.11", "2024-07-11"),
        ("7月11日", "2024-07-11"),
        ("7月11日下午3点", "2024-07-11 15:00"),
        (45484, "2024-07-11"),
        (45484.5, "2024-07-11 12:00"),
        ("2024/7/11 14:30", "2024-07-11 14:30"),
        ("20240711", "2024-07-11"),
        ("11-Jul", "2024-07-11"),
        ("７月１１日 １５：３０", "2024-07-11 15:30"),
        ("2024年7月11日（周四）上午9:00", "2024-07-11 09:00"),
        ("下午3点半", "15:30"),
        ("14:30", "14:30"),
        ("MU2345", "MU2345"),
        ("7月11日 MU2345 14:30", "7月11日 MU2345 14:30"),
        (7.11, "2024-07-11"),
    ],
)
def test_dates_and_times(tmp_path: Path, value: object, expected: str) -> None:
    read = one(tmp_path, "抵达时间", value)
    assert read.entries[0].arrival == expected
    assert read.problems == []


@pytest.mark.parametrize(
    ("value", "code"), [("7月32日", "date-impossible"), (7.1, "date-may-have-lost-zero")]
)
def test_doubtful_dates_are_told(tmp_path: Path, value: object, code: str) -> None:
    assert codes(one(tmp_path, "抵达时间", value)) == [code]


@pytest.mark.parametrize(
    ("value", "category", "vip"),
    [
        ("嘉宾", Category.GUEST, None),
        ("正式代表", Category.DELEGATE, None),
        ("参展商代表", Category.EXHIBITOR, None),
        ("客商", Category.DELEGATE, None),
        ("媒体记者", Category.MEDIA, None),
        ("签约嘉宾", Category.SIGNATORY, None),
        ("志愿者", Category.STAFF, None),
        ("VIP", Category.GUEST, True),
        ("贵宾", Category.GUEST, True),
    ],
)
def test_words_of_categories(
    tmp_path: Path, value: str, category: Category, *, vip: bool | None
) -> None:
    entry = one(tmp_path, "嘉宾类别", value).entries[0]
    assert (entry.category, entry.vip) == (category, vip)


def test_an_unknown_category_is_told_and_the_guest_kept(tmp_path: Path) -> None:
    read = one(tmp_path, "嘉宾类别", "甲级")
    assert (read.entries[0].category, codes(read)) == (None, ["category-unknown"])


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("已确认", Invitation.CONFIRMED),
        ("是", Invitation.CONFIRMED),
        ("参加", Invitation.CONFIRMED),
        ("不参加", Invitation.DECLINED),
        ("否", Invitation.DECLINED),
        ("因故不能出席", Invitation.DECLINED),
        ("待确认", Invitation.INVITED),
        ("已邀请", Invitation.INVITED),
        ("拟邀请", Invitation.PROPOSED),
        ("取消参会", Invitation.CANCELLED),
    ],
)
def test_words_of_states(tmp_path: Path, value: str, status: Invitation) -> None:
    read = one(tmp_path, "参会状态", value)
    assert read.entries[0].status is status
    assert read.default_status is Invitation.INVITED


def test_a_list_without_states_brings_confirmed_guests(tmp_path: Path) -> None:
    read = one(tmp_path, "职务", "处长")
    assert (read.entries[0].status, read.default_status) == (None, Invitation.CONFIRMED)


def test_documents_and_phones_stored_as_numbers(tmp_path: Path) -> None:
    rows = [
        ["姓名", "手机", "身份证号"],
        ["张三", 13812345678, 630102196905016924],
        ["李四", "１３９１２３４５６７８", "6.30102E+17"],
        ["王五", "+86 138 1234 5678", "630102197611069000"],
        ["赵六", 13700000000.0, "11010519491231002x"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [e.phone for e in read.entries] == [
        "13812345678",
        "13912345678",
        "13812345678",
        "13700000000",
    ]
    assert [e.document_number for e in read.entries] == ["", "", "", "11010519491231002X"]
    assert errors(read) == [
        (2, "document-damaged"),
        (3, "document-damaged"),
        (4, "document-damaged"),
    ]


def test_activities_by_name_and_by_ticks(tmp_path: Path) -> None:
    rows = [
        ["姓名", "参加活动", "开幕式", "主旨论坛"],
        ["张三", "投资说明会；对接会", "√", ""],
        ["李四", "", "", "√"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [e.activities for e in read.entries] == [
        ("投资说明会", "对接会", "开幕式"),
        ("主旨论坛",),
    ]


def test_countries_are_codes_or_a_problem(tmp_path: Path) -> None:
    assert one(tmp_path, "国别", "冰岛").entries[0].country == "IS"
    assert codes(one(tmp_path, "国籍", "某国")) == ["country-unknown"]


# The same person twice


def test_a_repeated_guest_is_joined_and_namesakes_stay(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位", "手机", "参加活动"],
        ["李刚", "甲厅", "13812345678", "开幕式"],
        ["李刚", "甲厅", "13812345678", "论坛"],
        ["李刚", "甲厅", "13900000000", ""],
        ["李刚", "乙厅", "", ""],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.row, e.activities) for e in read.entries] == [
        (2, ("开幕式", "论坛")),
        (4, ()),
        (5, ()),
    ]
    assert codes(read) == ["row-repeated"]


def test_one_document_under_two_names_keeps_both(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号"], ["张三", "11010519491231002X"], ["李四", "11010519491231002X"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.full_name, e.document_number) for e in read.entries] == [
        ("张三", "11010519491231002X"),
        ("李四", "11010519491231002X"),
    ]
    assert codes(read) == ["document-clash"]


def test_a_shared_phone_joins_nobody(tmp_path: Path) -> None:
    rows = [
        ["姓名", "单位", "手机"],
        ["张三", "甲厅", "13812345678"],
        ["李四", "甲厅", "13812345678"],
    ]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert names(read) == ["张三", "李四"]
    assert read.problems == []


def test_a_sex_behind_the_name_without_brackets(tmp_path: Path) -> None:
    rows = [["姓名", "单位"], ["赵六 女", "甲厅"], ["赵女", "乙厅"], ["王五，男", "丙厅"]]
    read = guests_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [(e.full_name, e.gender) for e in read.entries] == [
        ("赵六", Gender.FEMALE),
        ("赵女", None),
        ("王五", Gender.MALE),
    ]


CELL = st.text(
    st.sampled_from("张三李四王一行等人8、；,，（）() \n/&Aa.·率团女7月点-厅长处9同上〃合计"),
    max_size=20,
)


@given(st.lists(st.lists(CELL, min_size=8, max_size=8), max_size=8))
def test_no_cell_breaks_a_list(rows: list[list[str]]) -> None:
    head = ["姓名", "单位", "职务", "手机", "身份证号", "抵达时间", "性别", "嘉宾类别"]
    sheet = Sheet(
        "名单",
        [
            Row(number, [Cell(text.strip()) for text in cells])
            for number, cells in enumerate([head, *rows], 1)
            if any(text.strip() for text in cells)
        ],
    )
    found, headings = find_headings(Workbook((sheet,)), "guests")
    read = read_guests(found, headings, year=YEAR, country_code=country_code)
    assert all(entry.full_name.strip() for entry in read.entries)
    assert all(1 < entry.row <= len(rows) + 1 for entry in read.entries)
    assert read.rows <= len(rows)
    say_all(read.problems)
