import pytest

from qhsign.domain.host_reading import is_rare, risky_readings, with_readings
from qhsign.domain.stage_papers import Reading
from qhsign.services.reference import reading_tables

TABLES = reading_tables()


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("单志远", [(0, 1, "shàn")]),
        ("仇素云", [(0, 1, "qiú")]),
        ("尉迟海", [(0, 2, "yùchí")]),
        ("欧阳文", []),
        ("张国静", []),
        ("李刚", []),
        ("王䶮", [(1, 1, "yǎn")]),
        ("林妍雪", []),
        ("滕信", []),
        ("赖诚亮", []),
        ("努尔买买提江·阿卜杜热合曼", [(8, 1, "bǔ")]),
        ("Thórir Ibsen", []),
    ],
)
def test_what_is_easily_misread_is_marked(name: str, marked: list[tuple[int, int, str]]) -> None:
    found = risky_readings(name, "CN", TABLES)
    assert [(each.start, each.length, each.pinyin) for each in found] == marked


def test_a_confirmed_reading_is_the_one_set() -> None:
    assert risky_readings("乐言", "CN", TABLES, "lè yán")[0].pinyin == "lè"
    assert risky_readings("李刚", "CN", TABLES, "lì gāng") == (Reading(0, 1, "lì"),)
    assert risky_readings("李刚", "CN", TABLES, "Li")[0].length == 2


def test_readings_stand_where_the_names_are() -> None:
    names = [("单志", (Reading(0, 1, "chán"),)), ("单志远", (Reading(0, 1, "shàn"),))]
    words = with_readings("请单志远先生与单志先生，再请单志远。", names)
    assert [(r.start, r.pinyin) for r in words.readings] == [(1, "shàn"), (7, "chán"), (14, "shàn")]
    assert with_readings("无人", names).readings == ()


def test_rare_is_beyond_the_common_characters() -> None:
    assert [is_rare(character) for character in "王静赟䶮𬱖"] == [False, False, True, True, True]
