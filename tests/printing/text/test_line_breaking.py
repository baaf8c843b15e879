"""Where lines may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.printing.text.line_breaking import (
    best_lines,
    break_places,
    is_han,
    narrowest,
    places_after_clauses,
    places_after_dot,
    places_anywhere,
)


def places(text: str) -> set[int]:
    return {place for place, _ in break_places(text)}


@pytest.mark.parametrize("mark", list("，。、；：）》·"))
def test_no_line_begins_with_closing_punctuation(mark: str) -> None:
    assert 1 not in places(f"青{mark}海")


@pytest.mark.parametrize("mark", list("（《「"))
def test_no_line_ends_with_opening_punctuation(mark: str) -> None:
    assert 2 not in places(f"青{mark}海")


@pytest.mark.parametrize(
    "whole",
    [
        "Ibsen",
        "O'Brien",
        "1—6",
        "53.6亿",
        "2024年",
        "7月",
        "11日",
        "25届",
        "QH25-QY-0001",
        "15:20—15:32",
        "￥53.6亿元",
        "ئابلىز",
        "مُحَمَّد",
        "ɛ̃ta",
        "སྒྲོལ་",
        "མཚོ།",
        "གཞུང་།",
    ],
)
def test_words_and_numbers_with_their_units_stay_whole(whole: str) -> None:
    assert not places(whole)


def test_an_amount_in_words_is_broken_after_ten_thousands_only() -> None:
    text = "人民币壹拾壹亿贰仟叁佰肆拾伍万陆仟柒佰元整"
    preferred = {place for place, cost in break_places(text) if cost == 0}
    assert {text[place - 1] for place in preferred} == {"亿", "万"}
    assert text.index("佰") not in places(text)


def test_an_office_is_not_torn_from_its_head() -> None:
    costs = dict(break_places("格尔木市长助理"))
    assert costs[4] > costs[1]
    assert dict(break_places("格尔木市商务局"))[4] < costs[4]


def test_tibetan_is_broken_after_each_syllable_and_never_inside() -> None:
    text = "བཀྲ་ཤིས་ཚེ་རིང་"
    assert {text[place - 1] for place in places(text)} == {"་"}
    assert len(places(text)) == 3
    assert {place for place, _ in places_anywhere(text)} == places(text)


def test_arabic_is_broken_between_words_even_in_the_last_resort() -> None:
    text = "شىنجاڭ ئۇيغۇر، ئابلىز"
    after_blanks = {place + 1 for place, character in enumerate(text) if character == " "}
    assert places(text) == after_blanks
    assert {place for place, _ in places_anywhere(text)} == after_blanks


def test_a_line_may_end_with_a_long_dash_but_not_begin_with_one() -> None:
    assert places("绿色——算力") == {1, 4, 5}


def test_kana_and_hangul_are_broken_as_chinese_is() -> None:
    assert places("さくら") == {1, 2}
    assert places("김정은") == {1, 2}


def test_words_read_aloud_are_broken_after_punctuation() -> None:
    text = "请双方代表就位，签约现在开始。请“见证人”上台！"
    ends = [text[place - 1] for place, _ in places_after_clauses(text)]
    assert ends == ["，", "。", "”"]


def test_a_name_breaks_after_its_dots() -> None:
    assert [place for place, _ in places_after_dot("努尔·阿卜杜·")] == [3]


@pytest.mark.parametrize("character", list("青〇々䶮𬱖𫖯㛃𠮷"))
def test_rare_characters_are_chinese(character: str) -> None:
    assert is_han(character)


def width(start: int, end: int) -> float:
    return end - start


def test_lines_are_balanced_and_the_stored_break_wins() -> None:
    text = "海西州格尔木市储能\u200b及绿色算力供能一体化示范基地项目"
    assert best_lines(break_places(text), [], len(text), 2, width, 99)[0] == 10
    plain = "甲乙丙丁戊己庚辛"
    assert best_lines(break_places(plain), [], len(plain), 2, width, 99) == [4, 8]
    office = "香港特别行政区政府驻成都经济贸易办事处"
    assert best_lines(break_places(office), [], len(office), 2, width, 99)[0] == 9


def test_a_stored_line_end_is_kept() -> None:
    text = "青海\n西宁国际会展中心"
    assert best_lines(break_places(text), [3], len(text), 2, width, 99) == [3, len(text)]
    assert narrowest(break_places(text), [3], len(text), 1, width) is None


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(ValueError, match="ask narrowest first"):
        best_lines([], [], 8, 1, width, 4)


@given(st.text(st.sampled_from("青海州，。（）《》·A1 长市\u200b"), min_size=1, max_size=30))
def test_every_place_lies_inside_the_text(text: str) -> None:
    inside = set(range(1, len(text)))
    assert places(text) <= inside
    assert {place for place, _ in places_anywhere(text)} <= inside


@given(
    st.text(st.sampled_from("青海州，（）·A1 市\u200b"), min_size=4, max_size=30), st.integers(1, 4)
)
def test_the_best_lines_are_never_wider_than_the_narrowest_measure(text: str, lines: int) -> None:
    found = narrowest(break_places(text), [], len(text), lines, width)
    if found is None:
        return
    ends = best_lines(break_places(text), [], len(text), lines, width, found)
    assert len(ends) == lines
    assert ends[-1] == len(text)
    assert max(b - a for a, b in zip([0, *ends[:-1]], ends, strict=True)) <= found
