"""The six orders (domain rules: order) and what titles suggest."""

import json
import random
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.name_reading import reading_of
from qhsign.domain.ordering import Order, in_order, order_code, stand_ins
from qhsign.domain.rank_suggestion import province_place, suggested_rank
from qhsign.services.reference import (
    country_code,
    order_tables,
    provinces,
    rank_table,
    reading_tables,
    stroke_table,
)
from qhsign.shipped_files import shipped
from qhsign.wording import Language, say

SURNAME_STROKES = [
    "王冬",
    "王琼",
    "王光谦",
    "王晓静",
    "王爱迪",
    "王菲菲",
    "文月婷",
    "甘新伟",
    "宁亚琴",
    "年洪恩",
    "任秀丽",
    "刘祎",
    "安立佳",
    "苏玉秀",
    "李刚",
    "李磊",
    "杨忠",
    "吴彦博",
    "沈江",
    "张永明",
    "张弘靓",
    "张国静",
    "陈晨",
    "陈卫军",
    "林彦军",
    "易卜雷",
    "罗韬",
    "柳洲",
    "袁嘉诺",
    "龚俊波",
    "樊娅楠",
    "魏雅琪",
]
FULL_NAME_STROKES = [
    *["王冬", "王光谦", "王晓静", "王爱迪", "王菲菲", "王琼"],
    *SURNAME_STROKES[6:22],
    *["陈卫军", "陈晨"],
    *SURNAME_STROKES[24:],
]
# Totals of strokes. Each was held against an independent table of totals when it was entered;
# that table counts more only where it counts the traditional form (䶮 with 龍, 阝 as three).
STROKE_TOTALS = {
    6: "𠮷𬇕䜣𬘓",
    7: "𫭟𫭢㧑𫇭𫐄㕮𫵷㑇𣲘𣲗𬇙㳇𬣡𫘜𬘘𫘝",
    8: "㭎𬀩𬀪𬬩㑊𫍣𬣳𬯀𫰛𬳵𬳶䌹𫠊",
    9: "㛃𬍛𬜬𦰡䴓䶮𪾢𪨰𫓧𬬮𬬱𬬭㳘𬘡𬳽𬘩𫄧",
    10: "𪟝𬍤𫭼𬜯𬂩𨐈𬬸𬬻𬬹𬬿䥽𬭁𫢸𫗧𬊈㛚𬳿𫄨𬘫",
    11: "𫮃㙍㫰𬱖𬇹𬍡𬤇𬤊𫍲𬯎𬘬𬘭𬴂𫘦𫟅𬘯𫘧",
    12: "㙘𪣻𡎚𬃊𬷕𫶇𫖮𬭊𨱇𫓶𬭎𫖯𬱟𬮱𬊤㛹𫘨",
    13: "䴖𤧛𬪩𬒔䃅𬨎𫐓𫓹𬭚𬭛䅟䲟𬶋𬶍𫔶𫖳𫘪𫘬",
    14: "𡐓𣗋𬒗𥔲𨱏𬭤𫚕𬶐𬶏𩽾𬤝𬙂",
    15: "㻬𬭩𩾃𫍽𬴊",
    16: "𫟦𬭬𨱑𫄷",
    17: "𬭳𫔍𬭸𨱔𬭼𫔎𬶟𬶠",
    18: "𥖨䗴𦒍䴙𬙊",
    19: "𬶭𩾌",
    20: "𬶮𬙋",
}


@dataclass(frozen=True)
class Person:
    full_name: str
    rank_level: int | None = None
    rank_seq: int | None = None
    credentials_date: date | None = None
    arranged: int | None = None
    country: str | None = None
    number: str = ""
    stand_in: str | None = None

    @property
    def syllables(self) -> tuple[str, ...]:
        return reading_of(self.full_name, self.country, reading_tables()).syllables


def names_in(order: Order, *people: Person, english: bool = False) -> list[str]:
    placed = in_order(people, order, order_tables(), english_countries=english)
    return [person.full_name for person in placed]


def named(names: str) -> list[Person]:
    return [Person(name) for name in names.split()]


@pytest.mark.parametrize("seed", range(5))
def test_the_published_vectors_from_any_order(seed: int) -> None:
    people = [Person(name) for name in SURNAME_STROKES]
    random.Random(seed).shuffle(people)
    assert names_in(Order.SURNAME_STROKES, *people) == SURNAME_STROKES
    assert names_in(Order.FULL_NAME_STROKES, *people) == FULL_NAME_STROKES


def test_the_blank_of_a_name_of_two_characters() -> None:
    people = named("田大利 田富")
    assert names_in(Order.SURNAME_STROKES, *people) == ["田富", "田大利"]
    assert names_in(Order.FULL_NAME_STROKES, *people) == ["田大利", "田富"]


def test_compound_and_ethnic_names_go_by_their_first_character() -> None:
    people = named("买买提·艾力 欧阳文 李刚 尼玛")
    assert names_in(Order.SURNAME_STROKES, *people) == ["尼玛", "买买提·艾力", "李刚", "欧阳文"]


def test_the_dot_is_ignored() -> None:
    people = [Person("阿依·古丽", number="2"), Person("阿依古丽", number="1")]
    assert names_in(Order.SURNAME_STROKES, *people) == ["阿依古丽", "阿依·古丽"]


def test_unranked_characters_sort_last_and_are_reported() -> None:
    table = stroke_table()
    assert table.unranked("王𰻝") == ["𰻝"]
    assert not table.unranked("李刚John·")
    assert names_in(Order.SURNAME_STROKES, *named("𰻝明 龚俊波 John")) == ["龚俊波", "John", "𰻝明"]


@pytest.mark.parametrize("stand_in", ["丁", "𰻝=丁", "𰻝＝丁"])
def test_a_stand_in_gives_a_place(stand_in: str) -> None:
    person = Person("𰻝明", stand_in=stand_in)
    assert names_in(Order.SURNAME_STROKES, Person("龚俊波"), person) == ["𰻝明", "龚俊波"]
    assert not stroke_table().unranked("𰻝明", stand_in)
    assert stand_ins("𰻝明", stand_in, stroke_table()) == {"𰻝": "丁"}


@given(
    st.lists(
        st.builds(
            Person,
            st.text(alphabet="王李田富大利䶮𬱖·a𰻝单", min_size=0, max_size=4),
            st.none() | st.integers(1, 3),
            st.none() | st.integers(1, 3),
            st.none() | st.dates(),
            st.none() | st.integers(1, 3),
            st.sampled_from([None, "CN", "IS", "XX"]),
            st.sampled_from(["", "1", "02", "A-3", "10"]),
        ),
        max_size=8,
    ),
    st.sampled_from(Order),
    st.randoms(),
)
def test_however_people_come_the_order_is_one(
    people: list[Person], order: Order, chance: random.Random
) -> None:
    shuffled = people.copy()
    chance.shuffle(shuffled)
    assert names_in(order, *people) == names_in(order, *shuffled)


def test_precedence() -> None:
    people = [
        Person("丁", arranged=1),
        Person("丙", rank_level=2, rank_seq=1),
        Person("乙", rank_level=1, credentials_date=date(2024, 5, 1)),
        Person("甲", rank_level=1, credentials_date=date(2023, 5, 1)),
        Person("首", rank_level=1, rank_seq=1),
    ]
    assert names_in(Order.PRECEDENCE, *people) == ["首", "甲", "乙", "丙", "丁"]
    assert names_in(Order.ARRANGED, *people)[0] == "丁"


def test_pinyin_order() -> None:
    people = named("张三 单明 吕布 鲁明 栾明 曾明 任明 安立佳 章三 张四")
    wanted = "安立佳 鲁明 吕布 栾明 任明 单明 曾明 张三 张四 章三"
    assert names_in(Order.PINYIN, *people) == wanted.split()


def test_country_order() -> None:
    people = [Person(code, country=code) for code in ("ZM", "IS", "AL", "CN")]
    people.append(Person("nobody"))
    assert names_in(Order.COUNTRY, *people) == ["AL", "IS", "ZM", "CN", "nobody"]
    english = names_in(Order.COUNTRY, *people, english=True)
    assert english == ["AL", "CN", "IS", "ZM", "nobody"]


def test_guest_nine_comes_before_guest_ten() -> None:
    people = [Person("李刚", number="10"), Person("李刚", number="9")]
    placed = in_order(people, Order.SURNAME_STROKES, order_tables())
    assert [person.number for person in placed] == ["9", "10"]


def test_every_order_has_its_sentence() -> None:
    assert say(order_code(Order.SURNAME_STROKES)) == "以姓氏笔画为序"
    for order in Order:
        for language in Language:
            assert say(order_code(order, english_countries=True), language)


def test_the_supplement_is_composed_and_counted_right() -> None:
    text = shipped("resources", "reference", "stroke_supplement.json").read_text("utf-8")
    supplement = json.loads(text)
    totals = {char: total for total, chars in STROKE_TOTALS.items() for char in chars}
    for entry in supplement["characters"]:
        composed = "".join(supplement["parts"][part] for part in entry["parts"])
        assert composed == entry["strokes"], entry
        assert len(composed) == totals[entry["char"]], entry
        ranks = stroke_table().ranks
        assert ranks[entry["after"]] < ranks[entry["char"]]
    assert {"䶮", "𬱖", "𫖯", "㛃", "𠮷"} <= set(totals)


def test_supplement_characters_stand_between_their_neighbours() -> None:
    assert names_in(Order.FULL_NAME_STROKES, *named("趼 𬱖 異 贰 㛃 契 番 𫖯 殽 王 䶮 一")) == list(
        "一王契㛃贰䶮異𬱖趼殽𫖯番"
    )


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("冰岛驻华大使", "特命全权公使"),
        ("公使（馆长）", "代办"),
        ("代办", "临时代办"),
        ("临时代办", "公使"),
        ("公使", "公使衔参赞"),
        ("公使衔参赞", "参赞"),
        ("驻华大使馆参赞", "武官"),
        ("武官", "一等秘书"),
        ("驻华大使馆一等秘书", "二等秘书"),
        ("二等秘书", "三等秘书"),
        ("三等秘书", "随员"),
        ("Ambassador", "Chargé d'affaires a.i."),
        ("Minister-Counsellor", "Counsellor, Embassy of Iceland"),
    ],
)
def test_diplomats(higher: str, lower: str) -> None:
    first, second = (suggested_rank(title, "IS", rank_table()) for title in (higher, lower))
    assert first is not None
    assert second is not None
    assert first < second


@pytest.mark.parametrize(
    "title",
    [
        "大使夫人",
        "大使秘书",
        "青海旅游形象大使",
        "原驻华大使",
        "副大使",
        "Deputy Ambassador",
        "代办处主任",
        "市长助理",
        "",
    ],
)
def test_titles_that_suggest_nothing(title: str) -> None:
    assert suggested_rank(title, "IS", rank_table()) is None
    assert suggested_rank(title, None, rank_table()) is None


def test_home_titles() -> None:
    levels = [
        suggested_rank(title, "CN", rank_table())
        for title in (
            "全国政协副主席、民盟中央常务副主席",
            "副省长",
            "厅长",
            "青海省商务厅副厅长",
            "处长",
        )
    ]
    assert levels == sorted(level for level in levels if level is not None)


def test_state_council_order() -> None:
    places = [
        province_place(text, provinces())
        for text in (
            "北京市商务局",
            "内蒙古自治区",
            "青海省商务厅",
            "宁夏",
            "新疆维吾尔自治区",
            "新疆生产建设兵团",
            "香港特别行政区政府",
            "澳门",
            "台湾",
        )
    ]
    assert places == [1, 5, 29, 30, 31, 32, 33, 34, 35]
    assert province_place("海南州人民政府", provinces()) == 29
    assert province_place("海南省", provinces()) == 21
    assert province_place("西宁市人民政府", provinces()) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("中国", "CN"),
        ("中国香港", "HK"),
        ("香港", "HK"),
        ("中国（香港）", "HK"),
        ("澳门", "MO"),
        ("中国台湾", "TW"),
        ("吉尔吉斯斯坦", "KG"),
        ("冰岛", "IS"),
        ("UK", "GB"),
        ("usa", "US"),
        ("ISL", "IS"),
        ("Côte d'Ivoire", "CI"),
        ("刚果（金）", "CD"),
        ("美国籍", "US"),
        ("无", None),
        ("", None),
        ("Republic of Korea", "KR"),
        ("阿联酋", "AE"),
    ],
)
def test_countries(text: str, code: str | None) -> None:
    assert country_code(text) == code
