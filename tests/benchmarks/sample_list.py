"""A list of generated guests as offices send it: 18 columns, document numbers that check."""

import random
from pathlib import Path

import xlsxwriter

COLUMNS = (
    "姓名", "英文名", "性别", "单位", "代表团", "职务", "类别", "国别", "联系电话", "证件号码",
    "抵达时间", "返程", "住宿酒店", "车号", "座位", "联络员", "参加活动", "备注",
)  # fmt: skip
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"
GIVEN = "文静国强建华丽娟晓明志远思雨海涛春梅玉兰永红秀英立新宏伟雪峰"
CATEGORIES = ("嘉宾", "代表", "参展商", "媒体", "工作人员")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def write_list(path: Path, guests: int) -> None:
    """Write the list of ``guests`` people."""
    chance = random.Random(25)
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("名单")
        sheet.write_row(0, 0, COLUMNS)
        for number in range(guests):
            sheet.write_row(number + 1, 0, _person(chance, number))


def _person(chance: random.Random, number: int) -> list[str]:
    name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2))))
    return [
        name,
        "",
        chance.choice("男女"),
        f"青海第{number % 900}实业有限公司",
        f"第{number % 40}代表团",
        chance.choice(("经理", "主任", "处长", "工程师", "记者")),
        chance.choice(CATEGORIES),
        "中国",
        f"139{number:08d}",
        _document(number),
        "7月10日",
        "7月14日",
        f"酒店{number % 60}",
        f"青A{number % 90:05d}",
        f"{number % 40 + 1}排{number % 50 + 1}座",
        chance.choice(SURNAMES) + "联络",
        "开幕式",
        "",
    ]


def _document(number: int) -> str:
    born = f"{1960 + number % 40}{number % 12 + 1:02d}{number % 28 + 1:02d}"
    digits = f"630102{born}{number % 999 + 1:03d}"
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return digits + "10X98765432"[weighed % 11]
