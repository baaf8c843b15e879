"""Contract lists as they arrive: the sample, and traps nobody has shown yet."""

import json
from pathlib import Path

import pytest

from qhsign.domain.contract import ContractKind, SigningMode
from qhsign.domain.contract_entry import ContractEntry
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.exchange.headings import find_headings
from qhsign.exchange.workbook_reader import read_workbook
from support.list_files import LISTS, codes, contracts_of, write_csv, write_xlsx

EXPECTED = json.loads((LISTS / "expected.json").read_text("utf-8"))["04-contract-slate.xlsx"]
YUAN = 100


def parties(entry: ContractEntry) -> list[tuple[str, str, str]]:
    return [(party.side, party.organization, party.signatory) for party in entry.parties]


def fen(entry: ContractEntry) -> int | None:
    return entry.amount.fen if entry.amount else None


def test_the_slate_of_key_projects() -> None:
    path = LISTS / "04-contract-slate.xlsx"
    assert find_headings(read_workbook(path), "contracts")[1].header_row == EXPECTED["header_row"]
    read = contracts_of(path)
    assert len(read.entries) == read.rows == EXPECTED["contracts"]
    assert sum(entry.amount is None for entry in read.entries) == EXPECTED["without_amount"]
    assert sum(fen(entry) or 0 for entry in read.entries) == int(EXPECTED["total_yuan"]) * YUAN
    first, last = read.entries[0], read.entries[-1]
    assert parties(first) == [
        ("甲", "海西州人民政府", "崔峰"),
        ("乙", "中国华电集团有限公司", "宋云鹏"),
    ]
    assert (first.kind, first.batch, first.industry) == (ContractKind.PROJECT, "1", "新能源")
    assert (last.kind, last.declared_none) == (ContractKind.FRAMEWORK, True)
    assert [(p.row, p.column, p.severity) for p in read.problems] == [
        (7, "投资总额（亿元）", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "yuan"),
    [
        ("投资总额（亿元）", 10.5, 1_050_000_000),
        ("签约金额(万元)", "536,000", 5_360_000_000),
        ("总投资\n（亿元）", "３.５", 350_000_000),
        ("金额", "88亿", 8_800_000_000),
        ("投资额/万元", 480000, 4_800_000_000),
    ],
)
def test_amounts_by_heading_unit(tmp_path: Path, heading: str, cell: object, yuan: int) -> None:
    rows = [["项目名称", "甲方", "乙方", heading], ["某项目", "甲厅", "乙公司", cell]]
    assert fen(contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]) == yuan * YUAN


def test_the_unit_may_stand_in_a_column_or_above_the_headings(tmp_path: Path) -> None:
    rows = [
        ["项目名称", "甲方", "乙方", "金额", "单位"],
        ["某项目", "甲厅", "乙公司", 3, "亿元"],
        ["另一项目", "甲厅", "乙公司", 5000, "万元"],
    ]
    read = contracts_of(write_xlsx(tmp_path / "column.xlsx", rows))
    assert [fen(entry) for entry in read.entries] == [300_000_000 * YUAN, 50_000_000 * YUAN]
    rows = [
        ["签约清单", "", "", ""],
        ["", "", "", "单位：万元"],
        ["项目名称", "甲方", "乙方", "金额"],
        ["某项目", "甲厅", "乙公司", 30000],
    ]
    read = contracts_of(write_xlsx(tmp_path / "above.xlsx", rows))
    assert fen(read.entries[0]) == 300_000_000 * YUAN


def test_an_unreadable_amount_is_told_by_row_and_column(tmp_path: Path) -> None:
    rows = [["项目名称", "甲方", "乙方", "金额（亿元）"], ["某项目", "甲厅", "乙公司", "很多"]]
    read = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert len(read.entries) == 1
    assert [(p.row, p.column, p.severity) for p in read.problems] == [
        (2, "金额（亿元）", Severity.ERROR)
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("青海省人民政府、金山软件集团有限公司", ["青海省人民政府", "金山软件集团有限公司"]),
        ("青海省人民政府\n金山软件集团有限公司", ["青海省人民政府", "金山软件集团有限公司"]),
        (
            "甲方：青海省人民政府；乙方：金山软件集团有限公司",
            ["青海省人民政府", "金山软件集团有限公司"],
        ),
        (
            "甲方：青海省人民政府 乙方：金山公司 丙方：某大学",
            ["青海省人民政府", "金山公司", "某大学"],
        ),
        (
            "西宁市人民政府与国家能源与环境集团有限公司",
            ["西宁市人民政府", "国家能源与环境集团有限公司"],
        ),
        ("国家能源与环境集团有限公司", ["国家能源与环境集团有限公司"]),
    ],
)
def test_parties_in_one_cell(tmp_path: Path, cell: str, expected: list[str]) -> None:
    rows = [["项目名称", "签约方", "签约金额（亿元）"], ["某项目", cell, 1]]
    read = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [party.organization for party in read.entries[0].parties] == expected
    assert [party.side for party in read.entries[0].parties] == list("甲乙丙"[: len(expected)])
    assert ("parties-missing" in codes(read)) == (len(expected) < 2)


def test_investor_and_host_are_second_and_first_side(tmp_path: Path) -> None:
    rows = [
        ["项目名称", "投资方", "引资方", "总投资（万元）"],
        ["某项目", "乙公司", "甲市政府", 20000],
    ]
    entry = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert parties(entry) == [("甲", "甲市政府", ""), ("乙", "乙公司", "")]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        (["签约代表"], ["崔峰、宋云鹏"]),
        (["签约代表"], ["甲方：崔峰 乙方：宋云鹏"]),
        (["签约代表"], ["崔峰\n宋云鹏"]),
        (["甲方签约代表", "乙方签约代表"], ["崔峰", "宋云鹏"]),
        (["签约代表（甲方）", "签约代表（乙方）"], ["崔峰", "宋云鹏"]),
        (["甲方签约人", "乙方签字代表"], ["崔峰", "宋云鹏"]),
    ],
)
def test_signatories_of_each_side(tmp_path: Path, heading: list[str], cells: list[str]) -> None:
    rows = [["项目名称", "甲方", "乙方", *heading], ["某项目", "甲厅", "乙公司", *cells]]
    entry = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert parties(entry) == [("甲", "甲厅", "崔峰"), ("乙", "乙公司", "宋云鹏")]


def test_signatories_repeated_behind_each_party(tmp_path: Path) -> None:
    rows = [
        ["项目名称", "甲方", "签约代表", "职务", "乙方", "签约代表", "职务"],
        ["某项目", "甲厅", "崔峰", "厅长", "乙公司", "宋云鹏", "总裁"],
    ]
    entry = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert [(p.organization, p.signatory, p.signatory_title) for p in entry.parties] == [
        ("甲厅", "崔峰", "厅长"),
        ("乙公司", "宋云鹏", "总裁"),
    ]


def test_sides_as_groups_over_two_rows_of_headings(tmp_path: Path) -> None:
    rows = [
        ["序号", "项目名称", "甲方", "", "乙方", "", "投资额（亿元）"],
        ["", "", "单位名称", "签约代表", "单位名称", "签约代表", ""],
        [1, "某项目", "甲厅", "崔峰", "乙公司", "宋云鹏（女）", 2],
    ]
    path = write_xlsx(
        tmp_path / "list.xlsx", rows, merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"]
    )
    entry = contracts_of(path).entries[0]
    assert parties(entry) == [("甲", "甲厅", "崔峰"), ("乙", "乙公司", "宋云鹏")]
    assert fen(entry) == 200_000_000 * YUAN


def test_a_third_side_and_a_signatory_with_post(tmp_path: Path) -> None:
    rows = [
        ["项目名称", "甲方", "乙方", "丙方", "丙方签约代表"],
        ["某项目", "甲厅", "乙公司", "丙大学", "校长 李明"],
    ]
    party = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0].parties[2]
    assert (party.side, party.organization, party.signatory, party.signatory_title) == (
        "丙",
        "丙大学",
        "李明",
        "校长",
    )


def test_totals_are_left_out_and_checked(tmp_path: Path) -> None:
    rows = [
        ["序号", "项目名称", "甲方", "乙方", "金额（亿元）"],
        [1, "甲项目", "甲厅", "乙公司", 2],
        ["小计", "", "", "", 2],
        [2, "乙项目", "甲厅", "丙公司", 3],
        ["小计", "", "", "", 3],
        ["合计", "2个项目", "", "", 6],
        ["备注：以上金额均为计划数"],
    ]
    read = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert len(read.entries) == 2
    differing = [p for p in read.problems if p.code == "amounts-differ"]
    assert [(p.row, p.column, dict(p.parameters)) for p in differing] == [
        (6, "金额（亿元）", {"declared": "6亿元", "counted": "5亿元"})
    ]


def test_one_party_no_title_and_a_repeated_contract_are_told(tmp_path: Path) -> None:
    rows = [
        ["项目名称", "甲方", "乙方"],
        ["某项目", "甲厅", ""],
        ["", "甲厅", "乙公司"],
        ["另一项目", "甲厅", "乙公司"],
        ["另一项目", "乙公司", "甲厅"],
    ]
    read = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows))
    assert [entry.title for entry in read.entries] == ["某项目", "另一项目"]
    assert [(p.row, p.code) for p in read.problems] == [
        (2, "parties-missing"),
        (3, "title-missing"),
        (5, "contract-repeated"),
    ]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("项目合同", ContractKind.PROJECT),
        ("合作协议", ContractKind.COOPERATION),
        ("框架协议", ContractKind.FRAMEWORK),
        ("友好省州协议书", ContractKind.FRIENDSHIP),
        ("合作意向书", ContractKind.INTENT),
    ],
)
def test_words_of_kinds_under_an_ambiguous_heading(
    tmp_path: Path, cell: str, kind: ContractKind
) -> None:
    rows = [
        ["项目名称", "甲方", "乙方", "类别", "签约方式", "市州"],
        ["某项目", "甲厅", "乙公司", cell, "云签约", "西宁市"],
    ]
    entry = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert (entry.kind, entry.mode, entry.region) == (kind, SigningMode.CLOUD, "西宁市")


def test_an_industry_under_the_same_ambiguous_heading(tmp_path: Path) -> None:
    rows = [["项目名称", "甲方", "乙方", "类别"], ["某项目", "甲厅", "乙公司", "新能源"]]
    entry = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows)).entries[0]
    assert (entry.industry, entry.kind) == ("新能源", None)


def test_numbers_are_told_from_counters(tmp_path: Path) -> None:
    rows = [["编号", "项目名称", "甲方", "乙方"], ["QH25-QY-0001", "某项目", "甲厅", "乙公司"]]
    assert contracts_of(write_csv(tmp_path / "list.csv", rows)).entries[0].number == "QH25-QY-0001"
    rows = [["编号", "项目名称", "甲方", "乙方"], ["1", "某项目", "甲厅", "乙公司"]]
    assert contracts_of(write_csv(tmp_path / "other.csv", rows)).entries[0].number == ""


def test_a_merged_batch_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows = [
        ["批次", "项目名称", "甲方", "乙方"],
        ["第一批", "甲项目", "甲厅", "乙公司"],
        ["", "乙项目", "甲厅", "丙公司"],
    ]
    read = contracts_of(write_xlsx(tmp_path / "list.xlsx", rows, merged=["A2:A3"]))
    assert [entry.batch for entry in read.entries] == ["第一批", "第一批"]


def test_a_guest_list_is_no_contract_list(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["姓名", "手机"], ["张三", "13812345678"]])
    with pytest.raises(ProblemForUser) as caught:
        contracts_of(path)
    assert caught.value.code == "no-heading-found-contracts"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("青海省人民政府与国家电网战略合作框架协议", ContractKind.FRAMEWORK),
        ("共建绿色算力基地框架协议", ContractKind.FRAMEWORK),
        ("建立友好省州关系协议", ContractKind.FRIENDSHIP),
        ("锂电池材料合作协议书", ContractKind.COOPERATION),
        ("盐湖提锂合作意向书", ContractKind.INTENT),
        ("环境友好型材料项目", None),
        ("战略合作产业园项目", None),
        ("光伏组件项目投资协议", None),
    ],
)
def test_a_title_may_say_the_kind(tmp_path: Path, title: str, kind: ContractKind | None) -> None:
    rows = [("项目名称", "甲方", "乙方"), (title, "海西州政府", "隆基公司")]
    (entry,) = contracts_of(write_xlsx(tmp_path / "l.xlsx", rows)).entries
    assert entry.kind is kind


def test_a_cell_too_long_for_a_title_is_told(tmp_path: Path) -> None:
    rows = [("项目名称", "甲方", "乙方"), ("长" * 100_000, "甲", "乙"), ("光伏", "甲", "乙\x07丙")]
    read = contracts_of(write_csv(tmp_path / "l.csv", rows))
    assert [entry.title for entry in read.entries] == ["光伏"]
    assert "cell-too-long" in codes(read, row=2)
    assert codes(read, row=3) == ["control-characters-removed"]


@pytest.mark.parametrize(
    "cell",
    [
        "张三（甲方）、李四（乙方）",
        "李四（乙方）\n张三（甲方）",
        "张三(甲方代表) 李四(乙方代表)",
        "甲方：张三；乙方：李四",
        "（甲方）张三、（乙方）李四",
    ],
)
def test_a_signatory_goes_to_the_side_named_with_it(tmp_path: Path, cell: str) -> None:
    rows = [("项目名称", "甲方", "乙方", "签约代表"), ("光伏", "西宁市政府", "隆基公司", cell)]
    (entry,) = contracts_of(write_xlsx(tmp_path / "l.xlsx", rows)).entries
    assert parties(entry) == [("甲", "西宁市政府", "张三"), ("乙", "隆基公司", "李四")]


def test_the_last_two_of_several_parties_may_be_joined_by_and(tmp_path: Path) -> None:
    cell = "西宁市人民政府、青海省商务厅与隆基绿能科技股份有限公司"
    rows = [("项目名称", "签约单位"), ("光伏", cell)]
    (entry,) = contracts_of(write_xlsx(tmp_path / "l.xlsx", rows)).entries
    assert [party[1] for party in parties(entry)] == [
        "西宁市人民政府",
        "青海省商务厅",
        "隆基绿能科技股份有限公司",
    ]
