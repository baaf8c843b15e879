"""Names as lists bring them (domain rules: names)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.guest import Gender
from qhsign.domain.names import (
    NameAttributes,
    clean_name,
    compatible_names,
    display_name,
    is_han,
    looks_mistyped,
    normalized_organization,
    second_name,
    split_attributes,
)

HAN = "李刚𠮷䶮𬱖𫖯㛃﨑々〇"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("李　刚", "李刚"),
        (" \u200b李刚\ufeff\u00a0", "李刚"),
        ("李\u200d刚", "李刚"),
        ("欧阳 文", "欧阳文"),
        ("John　  Smith ", "John Smith"),
        ("𠮷 田", "𠮷田"),
        ("﨑 山", "﨑山"),
        ("\uf9dd山", "\uf9dd山"),
        ("葛\U000e0100　城", "葛\U000e0100城"),
        ("O．Brien", "O．Brien"),
        ("Ａｎｎ", "Ａｎｎ"),
        ("", ""),
        ("　", ""),
        ("张\n三", "张三"),
        ("张\x07三\x1b", "张三"),
    ],
)
def test_typing_accidents_go(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize("dot", "\u2022\u30fb\u2027\u2219\u22c5\uff0e\u00b7")
def test_every_dot_between_chinese_characters_is_one(dot: str) -> None:
    assert clean_name(f"迪丽热巴{dot}迪力木拉提") == "迪丽热巴·迪力木拉提"
    assert clean_name(f"买买提 {dot} 艾力") == "买买提·艾力"
    assert clean_name(f"𠮷{dot}𬱖{dot}㛃") == "𠮷·𬱖·㛃"
    assert clean_name(f"A{dot}B") == f"A{dot}B"


@given(st.text(alphabet=st.sampled_from("李刚𠮷 　\u200b·•．aB'é")))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_name(clean_name(text)) == clean_name(text)


@given(st.text(alphabet=st.characters(min_codepoint=0xF900, max_codepoint=0xFAD9), min_size=1))
def test_compatibility_ideographs_stay(text: str) -> None:
    assert clean_name(text) == text


@pytest.mark.parametrize(
    ("typed", "name", "gender"),
    [
        ("罗　秀（女，回族）", "罗秀", Gender.FEMALE),
        ("冯强琳（女）", "冯强琳", Gender.FEMALE),
        ("张三(男)", "张三", Gender.MALE),
        ("张三（回族，女）", "张三", Gender.FEMALE),
        ("张三（女、维吾尔族）", "张三", Gender.FEMALE),
        ("张三（女）（藏族）", "张三", Gender.FEMALE),
        ("张三（女回族）", "张三", Gender.FEMALE),
        ("张三（藏族）", "张三", None),
        ("张三（藏）", "张三", None),
        ("阿·买（女, 哈萨克）", "阿·买", Gender.FEMALE),
        ("Ann Lee (Ms.)", "Ann Lee", Gender.FEMALE),
        ("张三", "张三", None),
    ],
)
def test_brackets_behind_a_name(typed: str, name: str, gender: Gender | None) -> None:
    assert split_attributes(typed) == NameAttributes(name, gender)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Smith (Jr)", "Smith (Jr)"),
        ("张三（翻译）", "张三（翻译）"),
        ("张三（女，翻译）", "张三（翻译）"),
        ("张三（女，回族，翻译）", "张三（翻译）"),
    ],
)
def test_what_else_stands_in_brackets_stays_in_sight(typed: str, name: str) -> None:
    assert split_attributes(typed).name == name


def test_compatible_names() -> None:
    assert compatible_names("李　刚", "李刚")
    assert compatible_names("JOHN  SMITH", "John Smith")
    assert compatible_names("迪丽热巴•迪力木拉提", "迪丽热巴迪力木拉提")
    assert compatible_names("Mu\u0308ller", "Müller")
    assert not compatible_names("李刚", "李钢")
    assert not compatible_names("", " ")
    assert not compatible_names("\uf9dd", "\u5229")


def test_normalized_organization() -> None:
    wanted = normalized_organization("360(北京)科技")
    assert normalized_organization("３６０（北京） 科技\u200b") == wanted
    assert normalized_organization("WPS") == normalized_organization("ｗｐｓ")


def test_display_name_sets_two_characters_apart() -> None:
    assert display_name("李刚") == "李　刚"
    assert display_name("𠮷䶮") == "𠮷　䶮"
    assert display_name("葛\U000e0100强") == "葛\U000e0100　强"
    assert display_name("张弘靓") == "张弘靓"
    assert display_name("Li") == "Li"


MISTYPED = [
    "李刚2",
    "李刚（女）",
    "李刚(2",
    "【李刚】",
    "李刚a",
    "Ａ李刚",
    "李·Gang",
    "Li２",
    "[Li]",
    "王😀乐",
    "王\x07乐",
    "李刚★",
]
WELL_TYPED = (
    "李刚", "李　刚", "努尔买买提江·阿卜杜热合曼", "䶮𬱖𫖯㛃", "Þórir Ibsen",
    "O'Neill-Smith Jr.", "Жапаров Садыр", "དཔའ་བོ།", "",
)  # fmt: skip


@pytest.mark.parametrize("name", MISTYPED)
def test_what_is_hardly_a_name_looks_mistyped(name: str) -> None:
    assert looks_mistyped(name)


@pytest.mark.parametrize("name", WELL_TYPED)
def test_a_name_does_not_look_mistyped(name: str) -> None:
    assert not looks_mistyped(name)


@pytest.mark.parametrize(
    ("full", "latin", "second"),
    [
        ("易卜雷", "Þórir Ibsen", "Þórir Ibsen"),
        ("Þórir Ibsen", "Þórir Ibsen", ""),
        ("Þórir Ibsen", "ÞÓRIR  IBSEN", ""),
        ("Асан Үсөнов", "Asan Usonov", "Asan Usonov"),
        ("李刚", "", ""),
    ],
)
def test_a_name_is_not_set_twice(full: str, latin: str, second: str) -> None:
    assert second_name(full, latin) == second


def test_is_han() -> None:
    assert all(map(is_han, HAN))
    assert not any(map(is_han, "a·（ー1"))
