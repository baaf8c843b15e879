"""Papers to write in tests: the persons and organizations are invented."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from qhsign.domain.paper import (
    CellKind,
    Group,
    Mark,
    PageLine,
    Paper,
    PaperColumn,
    PaperHead,
    Row,
    Section,
    Table,
)
from support.print_samples import LONG_ORGANIZATION

MADE = datetime(2024, 7, 10, 21, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
COLUMNS = (
    PaperColumn("序号", 13, CellKind.ORDINAL),
    PaperColumn("姓名", 36, CellKind.NAME),
    PaperColumn("单位", 78),
    PaperColumn("职务", 34),
    PaperColumn("类别", 21, CellKind.MARK),
    PaperColumn("签名", 58, CellKind.BLANK),
    PaperColumn("备注", 29, CellKind.BLANK),
)
GUESTS = (
    ("方红轩", "海西蒙古族藏族自治州人民政府", "副州长", Mark("disc", "嘉宾")),
    ("石雪艳", "金山软件集团有限公司", "高级副总裁", Mark("diamonds", "签约代表")),
    ("叶　志", "比亚迪股份有限公司", "总监", Mark("triangle", "参展商")),
    ("努尔买买提江·阿卜杜热合曼", "新疆生产建设兵团第八师石河子市商务局", "副局长",
     Mark("disc", "嘉宾")),
    ("扎西才让多杰·旦增罗布仁青卓玛措吉·索南达杰尼玛次仁拉姆卓", LONG_ORGANIZATION, "活佛",
     Mark("star", "VIP")),
    ("䶮𬱖𫖯㛃", "青海日报社", "记者", Mark("lens", "媒体")),
    ("Þórir Ibsen", "冰岛驻华大使馆", "大使", Mark("star", "VIP")),
    ("Ысык-Көл Өмүрбек уулу", "吉尔吉斯共和国伊塞克湖州", "州长", Mark("square", "代表")),
    ("林仁欣", "国家电力投资集团有限公司", "秘书长", Mark("bars", "工作人员")),
)  # fmt: skip
HEAD = PaperHead(
    "签到表",
    "青洽会投资说明会暨中外知名企业青海行",
    ("7月11日 14:30", "青海国际会展中心 主会场", "以姓氏笔画为序"),
    "应到 28 人",
    "第1版",
    "2024-07-10 21:40",
)
PAGE_LINE = PageLine(
    "本页应到 {count} 人　　实到 _____ 人",
    "本页登记 _____ 人",
    "应到 {count} 人　　实到 _____ 人",
    ("签到员 ___________", "收表时间 ___________"),
)


USUAL = tuple(guest for guest in GUESTS if guest[1] != LONG_ORGANIZATION)
"""Those whose rows are as deep as all others."""


def guest_rows(count: int, guests: Sequence[tuple[str, str, str, Mark]] = USUAL) -> list[Row]:
    """Return rows of the sheet, everybody in turn."""
    return [(number + 1, *guests[number % len(guests)], None, None) for number in range(count)]


def sheet(count: int, **changes: Any) -> Table:
    """Return the table of a sign-in sheet."""
    return Table(COLUMNS, [Group(guest_rows(count))], **changes)


def paper(*sections: Section, **changes: Any) -> Paper:
    """Return a paper with these sections."""
    given: dict[str, Any] = {
        "title": "第25届青洽会 · 签到表",
        "author": "青海省人民政府",
        "made": MADE,
        "language": "zh-CN",
        "head": HEAD,
        "sections": sections,
        "footer": "第25届青洽会　个人信息仅用于本次活动签到，会后按规定销毁",
        "page_number": "第{page}页，共{pages}页",
        **changes,
    }
    return Paper(**given)


def texts_of(rows: Sequence[Row]) -> list[list[str]]:
    """Return rows as words, a mark as its word."""
    return [
        [cell.word if isinstance(cell, Mark) else "" if cell is None else str(cell) for cell in row]
        for row in rows
    ]
