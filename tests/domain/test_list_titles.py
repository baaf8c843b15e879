"""What stands above the headings, and headings in two languages."""

from pathlib import Path

import pytest

from qhsign.domain.guest_list import ReadGuests
from support.list_files import codes, guests_of, names, write_xlsx

HEADINGS = ("序号", "姓名", "职务", "电话")
GUEST = (1, "张三", "董事长", "13997010001")


def read(path: Path, *above: tuple[str, ...]) -> ReadGuests:
    return guests_of(write_xlsx(path / "l.xlsx", [*above, HEADINGS, GUEST]))


@pytest.mark.parametrize(
    "line",
    [
        ("单位：青海盐湖集团",),
        ("参会单位（盖章）：青海盐湖集团", "", "填报日期：2024年6月20日"),
        ("单位名称：", "青海盐湖集团"),
        ("填报单位: 青海盐湖集团  联系人：李四",),
    ],
)
def test_the_organization_above_the_headings_is_everyones(
    tmp_path: Path, line: tuple[str, ...]
) -> None:
    found = read(tmp_path, ("参会回执",), line)
    assert [entry.organization for entry in found.entries] == ["青海盐湖集团"]
    assert codes(found) == ["organization-from-title"]


@pytest.mark.parametrize("text", ["单位：人", "单位（盖章）：", "单位：万元", "单位：________"])
def test_a_blank_or_a_measure_is_no_organization(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, (text, "联系电话：0971-6100000"))
    assert [entry.organization for entry in found.entries] == [""]


def test_the_delegation_above_the_headings_is_everyones(tmp_path: Path) -> None:
    found = read(tmp_path, ("代表团名称：福建代表团", "", "团长：袁嘉诺"))
    assert [entry.delegation for entry in found.entries] == ["福建代表团"]


def test_a_column_goes_before_the_line_above(tmp_path: Path) -> None:
    rows = [("填报单位：省工信厅",), ("姓名", "单位"), ("张三", "甲公司"), ("李四", "")]
    found = guests_of(write_xlsx(tmp_path / "l.xlsx", rows))
    assert [entry.organization for entry in found.entries] == ["甲公司", ""]


def test_names_in_two_languages(tmp_path: Path) -> None:
    rows = [
        ("工作单位（英文）", "工作单位（中文）", "嘉宾姓名（英文）", "嘉宾姓名（中文）", "国籍"),
        ("Embassy of Iceland", "冰岛驻华使馆", "Ibrahim", "易卜雷", "冰岛/Iceland"),
    ]
    found = guests_of(write_xlsx(tmp_path / "l.xlsx", rows))
    (guest,) = found.entries
    assert names(found) == ["易卜雷"]
    assert (guest.latin_name, guest.organization) == ("Ibrahim", "冰岛驻华使馆")
    assert guest.country == "IS"
