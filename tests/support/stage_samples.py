"""Papers of the stage to print in tests: names, posts and sums are invented."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from qhsign.domain.stage_papers import (
    CallContract,
    CallList,
    CallParty,
    ChangeSlip,
    HostWords,
    Reading,
    RunOfShow,
    ShowStep,
    SigningPlace,
    SlipPerson,
    SlipState,
    SlipThing,
    StageContract,
    StageFacts,
    StageParty,
    StagePerson,
    StagePlan,
    StageTable,
    Witness,
)
from qhsign.domain.stage_terms import Side, TextStep

ZONE = ZoneInfo("Asia/Shanghai")
MADE = datetime(2024, 7, 10, 21, 40, tzinfo=ZONE)
FACTS = StageFacts(
    what_for="重点项目现场签约·第一批（6项）",
    activity="青洽会投资说明会暨中外知名企业青海行",
    place="青海国际会展中心 主会场",
    day=date(2024, 7, 11),
    begins=time(15, 20),
    ends=time(15, 32),
    version=3,
    frozen=True,
    made=MADE,
    author="青海省商务厅",
)
GUEST_WITNESSES = (
    Witness("顾颖诺", "中国华电集团\n副总经理"),
    Witness("于　丽", "中国移动青海\n副总经理"),
    Witness("何慧升", "赣锋锂业集团\n总裁"),
    Witness("邱静宇", "金川集团\n副总经理"),
    Witness("冯颖俊", "西部矿业集团\n董事长"),
)
HOST_WITNESSES = (
    Witness("杨伟斌", "省政府\n副秘书长"),
    Witness("姚龙磊", "省发展改革委\n副主任"),
    Witness("宋　义", "省数据局\n副局长"),
    Witness("罗　秀", "省工信厅\n副厅长"),
    Witness("王轩佳", "省商务厅\n副主任"),
)
# Title, amount, guest, host; each side: organization, signatory, post, assistant.
_SIGNED = (
    (
        "海西州格尔木市一百万千瓦\u200b光伏配套新型储能及绿色算力\u200b供能一体化示范基地项目",
        "53.6亿元",
        ("中国华电集团有限公司", "宋云鹏", "副总经理", "石　兰"),
        ("海西蒙古族藏族\u200b自治州人民政府", "崔　峰", "副州长", "陈华欣"),
    ),
    (
        "西宁市绿色算力\u200b融合应用示范项目",
        "75亿元",
        ("中国移动通信集团\u200b青海有限公司", "秦杰艳", "总经理", "江娜华"),
        ("西宁市人民政府", "方海佳", "副市长", "郝仁德"),
    ),
    (
        "海东市锂电新材料\u200b生产基地项目",
        "60亿元",
        ("赣锋锂业集团股份有限公司", "龚信海", "副总裁", "郑红静"),
        ("海东市人民政府", "孙英志", "副市长", "田磊国"),
    ),
    (
        "柴达木循环经济试验区\u200b有色金属精深加工项目",
        "55.5亿元",
        ("金川集团股份有限公司", "顾　山", "副总经理", "何　浩"),
        ("柴达木循环经济\u200b试验区管理委员会", "沈德鹏", "副主任", "朱然轩"),
    ),
    (
        "海南州盐湖镁资源综合利用\u200b与节能环保项目",
        "48亿元",
        ("西部矿业集团有限公司", "努尔买买提江·阿卜杜热合曼", "董事", "方燕诺"),
        ("海南藏族自治州人民政府", "贺　超", "副州长", "尹磊洋"),
    ),
    (
        "环青海湖生态文化\u200b旅游示范项目",
        "40亿元",
        ("青海盐湖工业股份有限公司", "欧阳文静", "副总裁", "武燕山"),
        ("海北藏族自治州人民政府", "万伟华", "副州长", "侯艳斌"),
    ),
)
SUBSTITUTED = 5


def tables() -> tuple[StageTable, ...]:
    made = []
    for number, (title, amount, guest, host) in enumerate(_SIGNED, start=1):
        parties = (StageParty(Side.GUEST, guest[0]), StageParty(Side.HOST, host[0]))
        contract = StageContract(f"QH25-QY-{number:04}", title, parties, amount)
        places = (
            SigningPlace(
                Side.GUEST,
                StagePerson(guest[1], moved=number == SUBSTITUTED),
                StagePerson(guest[3]),
            ),
            SigningPlace(Side.HOST, StagePerson(host[1]), StagePerson(host[3])),
        )
        made.append(StageTable(number, places, contract))
    return tuple(made)


PLAN = StagePlan(
    facts=FACTS,
    tables=tables(),
    guest_witnesses=GUEST_WITNESSES,
    host_witnesses=HOST_WITNESSES,
    changes=("5号台客方签约代表，替补，授权委托书已核",),
    since=2,
    reprint=("席卡", "主持词", "台位图", "证书", "大屏"),
    drawn_by="会务组",
    checked_by="礼宾组",
)

_ALL = frozenset(TextStep)
_OPEN = {
    3: frozenset({TextStep.SEALED}),
    5: frozenset({TextStep.SEALED}),
    6: frozenset({TextStep.BOUND, TextStep.SEALED}),
}


def calls() -> tuple[CallContract, ...]:
    needless = frozenset({TextStep.TRANSLATED})
    return tuple(
        CallContract(
            table=number,
            number=f"QH25-QY-{number:04}",
            title=title.replace("\u200b", ""),
            parties=(CallParty(Side.GUEST, *guest), CallParty(Side.HOST, *host)),
            amount=amount,
            done=_ALL - needless - _OPEN.get(number, frozenset()),
            needless=needless,
            certificate_printed=True,
            authorised=True if number == SUBSTITUTED else None,
        )
        for number, (title, amount, guest, host) in enumerate(_SIGNED, start=1)
    )


CALL_LIST = CallList(
    facts=replace(FACTS, what_for="重点项目现场签约·第一批", frozen=False),
    on_stage=datetime(2024, 7, 11, 15, 20, tzinfo=ZONE),
    contracts=calls(),
    channel="3",
)

_FIRST = (
    "现在进行第一批签约，共6个项目，投资总额332.1亿元。\n"
    "请见证人仇素云女士、解文博先生、尉迟海先生和任丽娟女士上台就位。\n"
    "请各位签约代表签字。"
)
_SECOND = "现在进行第二批签约，共6个项目。\n请见证人单志强先生、曾祥云先生、缪兰女士上台就位。"


def host_words(text: str, *readings: tuple[str, str]) -> HostWords:
    """Return words with readings above the first place each name's beginning is found at."""
    return HostWords(
        text,
        tuple(Reading(text.index(name), len(name), pinyin) for name, pinyin in readings),
    )


STEPS = (
    ShowStep(
        clock=time(14, 30), minutes=20, title="签约代表候场",
        content="凭证件到候场区，领号码牌，核对席卡与文本",
        screen="欢迎画面", sound="暖场音乐", responsible="签到组",
    ),
    ShowStep(
        clock=time(14, 50), minutes=10, title="嘉宾入席", content="引导见证人到前排就座",
        screen="欢迎画面", sound="暖场音乐", responsible="礼宾组",
    ),
    ShowStep(
        clock=time(15, 0), minutes=3, title="开场", content="介绍出席的领导和嘉宾（名单见附页）",
        screen="主视觉", sound="音乐收，话筒1开", responsible="主持人",
        host_words=host_words(
            "尊敬的各位领导、各位来宾，女士们、先生们：下午好！\n重点项目现场签约仪式现在开始。"
        ),
    ),
    ShowStep(
        clock=time(15, 3), minutes=8, title="推介片", content="《开放合作·绿色发展》7分40秒",
        screen="播放推介片", sound="暗场，片声", responsible="播控",
    ),
    ShowStep(
        clock=time(15, 11), minutes=6, title="致辞", content="客方代表致辞，无翻译",
        screen="致辞人姓名、职务", sound="面光，话筒2开", responsible="礼宾组",
    ),
    ShowStep(
        clock=time(15, 17), minutes=3, title="第一批上台",
        content="客方自观众左侧、主方自观众右侧上台，\n按1—6号台站定",
        screen="第一批项目名单", sound="上台音乐", responsible="台口",
    ),
    ShowStep(
        clock=time(15, 20), minutes=12, title="第一批签约",
        content="6项，合计332.1亿元；\n签字、交换文本、握手、合影",
        screen="逐项字幕，1—6号", sound="签约音乐，\n面光全亮", responsible="礼宾组",
        host_words=host_words(
            _FIRST, ("仇", "qiú"), ("解", "xiè"), ("尉迟", "yùchí"), ("任", "rén")
        ),
        is_key=True,
    ),
    ShowStep(
        clock=time(15, 32), minutes=2, title="第一批撤下",
        content="主方自观众右侧、客方自观众左侧下台；\n文本管理清点6套",
        screen="主视觉", sound="上台音乐", responsible="台口",
    ),
    ShowStep(
        clock=time(15, 34), minutes=12, title="第二批签约",
        content="6项，合计137亿元；\n上台2分钟，签约8分钟，撤下2分钟",
        screen="逐项字幕，7—12号", sound="签约音乐", responsible="礼宾组",
        host_words=host_words(_SECOND, ("单", "shàn"), ("曾", "zēng"), ("缪", "miào")),
        is_key=True,
    ),
    ShowStep(
        clock=time(15, 46), minutes=12, title="第三批签约", content="6项，合计66.9亿元",
        screen="逐项字幕，13—18号", sound="签约音乐", responsible="礼宾组", is_key=True,
    ),
    ShowStep(
        clock=time(15, 58), minutes=2, title="结束",
        content="宣布18项全部签署，合计536亿元；嘉宾退场",
        screen="感谢画面", sound="退场音乐", responsible="主持人",
        host_words=host_words(
            "18个项目已全部签署，合计536亿元。\n感谢各位来宾的见证，祝各位身体健康、合作顺利！"
        ),
    ),
)  # fmt: skip
SHOW = RunOfShow(
    facts=replace(FACTS, what_for="重点项目现场签约（3批，18项）", frozen=False),
    steps=STEPS,
    channel="3",
)

LONG_NAME = "扎西才让多杰·旦增罗布仁青卓玛措吉·索南达杰尼玛次仁拉姆卓"
NAMES = (
    "李　刚",
    LONG_NAME,
    "䶮𬱖𫖯㛃",
    "Þórir Ibsen",
    "Жапаров Садыр Нургожоевич",
    "Ысык-Көл Өмүрбек уулу",
    "阿依古丽买买提艾力肉孜",
    "努尔买买提江·阿卜杜热合曼",
    "易卜雷",
)
LONG_ORGANIZATION = (
    "青海省海西蒙古族藏族自治州格尔木市昆仑经济技术开发区管理委员会"
    "新能源与绿色算力产业发展促进中心（筹）综合办公室第一"
)
LONG_TITLE = (
    "海西蒙古族藏族自治州格尔木市昆仑经济技术开发区一百万千瓦光伏配套新型储能"
    "及绿色算力供能一体化示范基地（一期）建设项目合作"
)
_LETTERS = "甲乙丙丁戊己庚辛壬癸"


def table(
    number: int,
    *names: str,
    title: str = LONG_TITLE,
    organization: str = LONG_ORGANIZATION,
    amount: str = "53.6亿元",
) -> StageTable:
    """Return a table where these sign from left to right; the second is the host.

    Each is assisted by the one after the next.
    """
    sides = [Side.HOST if place == 1 else Side.GUEST for place in range(len(names))]
    parties = zip(sides, names, names[2:] + names[:2], _LETTERS, strict=False)
    places = [
        SigningPlace(side, StagePerson(name), StagePerson(other), letter)
        for side, name, other, letter in parties
    ]
    signed = [
        StageParty(side, organization, letter)
        for side, letter in zip(sides, _LETTERS, strict=False)
    ]
    contract = StageContract(f"QH25-QY-{number:04}", title, signed, amount)
    return StageTable(number, places, contract)


def call(
    number: int, parties: int, *, title: str = LONG_TITLE, organization: str = LONG_ORGANIZATION
) -> CallContract:
    """Return a contract of so many parties with long names; the last is the host."""
    return CallContract(
        table=number,
        number=f"QH25-QY-{number:04}",
        title=title,
        parties=tuple(
            CallParty(
                Side.HOST if place == parties - 1 else Side.GUEST,
                organization,
                NAMES[(number + place) % len(NAMES)],
                "党组成员、副主任（正厅级）",
                NAMES[(number + place + 4) % len(NAMES)],
                label=_LETTERS[place % len(_LETTERS)],
            )
            for place in range(parties)
        ),
        amount="美元1.2亿元、人民币53.6亿元",
        authorised=False,
    )


SLIP = ChangeSlip(
    facts=replace(FACTS, version=1, frozen=False),
    event="第25届中国·青海绿色发展投资贸易洽谈会",
    contract="QH25-QY-0005",
    title="海南州盐湖镁资源综合利用\u200b与节能环保项目",
    side=Side.GUEST,
    label="乙",
    organization="西部矿业集团有限公司",
    replaced=SlipPerson("努尔买买提江·阿卜杜热合曼", "董事", "西部矿业集团有限公司", "00412"),
    substitute=SlipPerson("石　兰", "副总经理", "西部矿业集团有限公司", "00871"),
    approver="韩秋月",
    entered=datetime(2024, 7, 11, 14, 5, tzinfo=ZONE),
    entered_by="马骏，2号签到台",
    things=(
        SlipThing(
            "席卡", "努尔买买提江·阿卜杜热合曼（00412）", 1, SlipState.OPEN,
            "改用：石兰（00871）",
        ),
        SlipThing("流程单与主持词", "重点项目现场签约", 3, SlipState.OPEN),
        SlipThing("台位图", "重点项目现场签约第一批", 3, SlipState.DONE),
        SlipThing("候场清单", "重点项目现场签约第一批", 2, SlipState.OPEN),
        SlipThing("站位地贴", "重点项目现场签约第一批", 1, SlipState.OPEN),
        SlipThing("大屏", "重点项目现场签约第一批", None, SlipState.BY_ITSELF),
        SlipThing("签约证书", "QH25-QY-0005", 1, SlipState.OPEN),
    ),
)  # fmt: skip
