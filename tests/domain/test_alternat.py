"""Whose language and whose name stands first on whose copy."""

import pytest

from qhsign.domain.alternat import (
    OTHER_LANGUAGE_WORDS,
    OtherLanguage,
    chinese_side,
    own_first,
    read_other_language,
)


@pytest.mark.parametrize(
    ("parties", "place"),
    [
        ([("CN", True), ("KG", False)], 0),
        ([("KG", True), ("CN", False)], 1),
        ([("IS", False), ("HK", False)], 1),
        ([(None, True), ("KG", False)], 0),
        ([("KG", True), (None, False)], 1),
        ([("CN", False), (None, True)], 0),
        ([(None, False), (None, True)], 1),
        ([(None, False), (None, False)], 0),
        ([("CN", False), ("HK", True)], 1),
        ([("KG", False), ("RU", True)], 1),
    ],
)
def test_one_side_speaks_chinese(parties: list[tuple[str | None, bool]], place: int) -> None:
    assert chinese_side(parties) == place


def test_nobody_speaks_without_parties() -> None:
    with pytest.raises(ValueError, match="parties"):
        chinese_side([])


def test_each_copy_names_its_keeper_first() -> None:
    assert [own_first("甲乙丙", keeper) for keeper in range(3)] == [
        ("甲", "乙", "丙"),
        ("乙", "甲", "丙"),
        ("丙", "甲", "乙"),
    ]


@pytest.mark.parametrize("language", OtherLanguage)
def test_a_language_is_meant_by_its_code_and_its_word(language: OtherLanguage) -> None:
    for word in (language.value, f" {language.value.upper()} ", OTHER_LANGUAGE_WORDS[language]):
        assert read_other_language(word) is language
    assert read_other_language("藏文") is None
