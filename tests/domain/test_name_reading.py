"""How names are read (domain rules: pinyin, surnames, romanised names)."""

import pytest

from qhsign.domain.name_reading import reading_of, romanised, tone_marked
from qhsign.services.reference import reading_tables

SURNAMES = [
    "单",
    "shàn",
    "仇",
    "qiú",
    "解",
    "xiè",
    "曾",
    "zēng",
    "查",
    "zhā",
    "朴",
    "piáo",
    "区",
    "ōu",
    "翟",
    "zhái",
    "任",
    "rén",
    "华",
    "huà",
    "纪",
    "jǐ",
    "盖",
    "gě",
    "缪",
    "miào",
    "覃",
    "qín",
    "乜",
    "niè",
    "燕",
    "yān",
    "乐",
    "yuè",
    "隗",
    "wěi",
    "牟",
    "mù",
    "那",
    "nā",
    "薄",
    "bó",
    "葛",
    "gě",
    "撒",
    "sà",
    "阚",
    "kàn",
    "卜",
    "bǔ",
    "员",
    "yùn",
    "折",
    "shé",
    "召",
    "shào",
    "种",
    "chóng",
    "秘",
    "bì",
    "祭",
    "zhài",
    "要",
    "yāo",
    "过",
    "guō",
    "黑",
    "hè",
    "繁",
    "pó",
    "洗",
    "xiǎn",
    "冼",
    "xiǎn",
]
COMPOUND = [
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "令狐",
    "长孙",
    "宇文",
    "夏侯",
    "端木",
    "西门",
    "南宫",
    "万俟",
    "澹台",
    "单于",
    "淳于",
    "申屠",
    "呼延",
    "轩辕",
    "钟离",
    "鲜于",
    "闾丘",
    "拓跋",
    "赫连",
    "濮阳",
]


def read(name: str, country: str | None = "CN", confirmed: str | None = None) -> str:
    return str(reading_of(name, country, reading_tables(), confirmed))


@pytest.mark.parametrize(("char", "reading"), list(zip(SURNAMES[::2], SURNAMES[1::2], strict=True)))
def test_surnames_at_the_head(char: str, reading: str) -> None:
    assert read(f"{char}明") == f"{reading} míng"
    assert read(f"{char}明", None) == f"{reading} míng"


@pytest.mark.parametrize("surname", COMPOUND)
def test_compound_surnames(surname: str) -> None:
    assert surname in reading_tables().compound_surnames
    assert len(reading_of(f"{surname}文", "CN", reading_tables()).syllables) == 3


@pytest.mark.parametrize(
    ("name", "country", "reading"),
    [
        ("张弘靓", "CN", "zhāng hóng liàng"),
        ("尉迟恭", "CN", "yù chí gōng"),
        ("长孙无忌", "CN", "zhǎng sūn wú jì"),
        ("万俟卨", "CN", "mò qí xiè"),
        ("澹台明", "CN", "tán tái míng"),
        ("单于明", "CN", "chán yú míng"),
        ("任任", "HK", "rén rèn"),
        ("李华", "CN", "lǐ huá"),
        ("王解", "CN", "wáng jiě"),
        ("易卜雷", "IS", "yì bǔ léi"),
        ("单明", "JP", "dān míng"),
        ("余𬱖", "CN", "yú dí"),
        ("方桂𫖯", "CN", "fāng guì fǔ"),
        ("孟㛃", "CN", "mèng jié"),
        ("䶮𠮷", "CN", "yǎn jí"),
        ("奈々子", "JP", "nài nài zǐ"),
        ("单增·卓玛", "CN", "dān zēng zhuó mǎ"),
        ("John Smith", "US", "John Smith"),
    ],
)
def test_readings(name: str, country: str, reading: str) -> None:
    assert read(name, country) == reading


@pytest.mark.parametrize(
    "typed",
    [
        "dān xióng xìn",
        "dan1 xiong2 xin4",
        "dan1xiong2xin4",
        "Dān Xióngxìn",
        "dānxióngxìn",
        "DĀN XIÓNG-XÌN",
    ],
)
def test_a_confirmed_reading_wins(typed: str) -> None:
    reading = reading_of("单雄信", "CN", reading_tables(), typed)
    assert reading.syllables == ("dān", "xióng", "xìn")
    assert reading.confirmed
    assert not reading_of("单雄信", "CN", reading_tables(), " ").confirmed


def test_separation_marks_in_a_confirmed_reading() -> None:
    assert read("李西安", "CN", "Lǐ Xī'ān") == "lǐ xī ān"
    assert read("吕布", "CN", "lv3 bu4") == "lǚ bù"


def test_tone_marks() -> None:
    assert [tone_marked(*pair) for pair in (("liu", 4), ("gui", 1), ("xiong", 2), ("ma", 5))] == [
        "liù",
        "guī",
        "xióng",
        "ma",
    ]


@pytest.mark.parametrize(
    ("name", "country", "written"),
    [
        ("欧阳文", "CN", "Ouyang Wen"),
        ("张弘靓", None, "Zhang Hongliang"),
        ("李西安", "CN", "Li Xi'an"),
        ("单雄信", "CN", "Shan Xiongxin"),
        ("吕布", "CN", "Lü Bu"),
        ("诸葛孔明", "CN", "Zhuge Kongming"),
        ("易卜雷", "IS", None),
        ("迪丽热巴·迪力木拉提", "CN", None),
        ("索南多杰", "CN", None),
        ("卓玛", "CN", None),
        ("索南", "CN", None),
        ("John", "CN", None),
        ("", "CN", None),
    ],
)
def test_romanised_names(name: str, country: str | None, written: str | None) -> None:
    assert romanised(name, country, reading_tables()) == written


def test_every_character_of_gb2312_is_read() -> None:
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            assert not char or read(f"王{char}").split()[1] != char
