"""Whom a name cell means when offices write more into it than a name."""

from pathlib import Path

import pytest

from qhsign.domain.guest import Gender
from support.list_files import codes, guests_of, names, write_xlsx

HEADINGS = ("姓名", "单位", "职务")


def test_a_bracket_behind_post_and_name_stays_with_the_name(tmp_path: Path) -> None:
    rows = [
        ("序号", "嘉宾"),
        (1, "国家电网有限公司董事长张智刚（正部级）"),
        (2, "青海省商务厅副厅长张弘靓（女，回族）"),
    ]
    first, second = guests_of(write_xlsx(tmp_path / "l.xlsx", rows)).entries
    assert first.full_name == "张智刚（正部级）"
    assert (first.organization, first.title) == ("国家电网有限公司", "董事长")
    assert (second.full_name, second.gender) == ("张弘靓", Gender.FEMALE)
    assert (second.organization, second.title) == ("青海省商务厅", "副厅长")


def test_ethnicity_never_becomes_part_of_a_title(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("张三（女，回族，博士）", "青海大学", ""),
        ("李四（藏族，厅长）", "商务厅", ""),
    ]
    first, second = guests_of(write_xlsx(tmp_path / "l.xlsx", rows)).entries
    assert (first.full_name, first.gender, first.title) == ("张三", Gender.FEMALE, "博士")
    assert (second.full_name, second.title) == ("李四", "厅长")


@pytest.mark.parametrize("text", ["1", "13997010001", "2024-07-11", "…", "√"])
def test_what_is_no_name_is_told_and_makes_no_guest(tmp_path: Path, text: str) -> None:
    read = guests_of(write_xlsx(tmp_path / "l.xlsx", [HEADINGS, (text, "甲公司", "经理")]))
    assert names(read) == []
    assert {"name-missing", "name-not-one"} & {*codes(read, row=2)}


def test_people_who_come_along_without_a_name_are_counted(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("赵六及夫人", "丙公司", "总裁"),
        ("冯七（携夫人）", "丁公司", "总裁"),
        ("孙八、周九等", "戊公司", ""),
    ]
    read = guests_of(write_xlsx(tmp_path / "l.xlsx", rows))
    assert names(read) == ["赵六", "冯七", "孙八", "周九"]
    assert read.delegations == {"丙公司": 2, "丁公司": 2}
    assert codes(read, row=4) == ["others-not-named"]


def test_a_party_named_by_its_office_has_no_head(tmp_path: Path) -> None:
    rows = [
        HEADINGS,
        ("隆基绿能公司一行5人", "隆基绿能公司", ""),
        ("省领导（2人）", "省政府", ""),
        ("王局一行3人", "商务厅", "局长"),
    ]
    read = guests_of(write_xlsx(tmp_path / "l.xlsx", rows))
    assert names(read) == ["王局"]
    assert read.delegations == {"隆基绿能公司": 5, "省政府": 2, "商务厅": 3}
    assert codes(read, row=2) == ["count-without-names"]


def test_the_head_of_a_delegation_is_a_guest(tmp_path: Path) -> None:
    rows = [("代表团", "团长", "职务", "人数", "联系电话"), ("福建代表团", "袁嘉诺", "会长", 8, "")]
    read = guests_of(write_xlsx(tmp_path / "l.xlsx", rows))
    assert names(read) == ["袁嘉诺"]
    assert read.delegations == {"福建代表团": 8}


@pytest.mark.parametrize("text", ["=1+张三", "王光谦2", "<b>李刚</b>"])
def test_a_name_with_figures_or_signs_is_kept_and_told(tmp_path: Path, text: str) -> None:
    read = guests_of(write_xlsx(tmp_path / "l.xlsx", [HEADINGS, (text, "甲公司", "经理")]))
    assert names(read) == [text]
    assert codes(read, row=2) == ["name-unusual"]
