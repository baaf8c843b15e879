"""Which way the letters of a line run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.printing.text.writing_direction import directions, visual_order


def on_page(text: str) -> str:
    """Return the characters from left to right."""
    levels = directions(text).levels
    return "".join(text[place] for place, _ in visual_order(levels, [0.0] * len(text)))


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("阿布力孜 12", "阿布力孜 12"),
        ("ابت", "تبا"),
        ("اب تج", "جت با"),
        ("اب · 阿布", "با · 阿布"),
        ("阿布 اب تج", "阿布 جت با"),
        ("阿布（اب）", "阿布（با）"),
        ("اب 2025", "2025 با"),
        ("אב-12%", "12%-בא"),
        ("اب (Ab) تج", "اب"[::-1] + " (Ab) " + "تج"[::-1]),
        ("אב 3.5", "3.5 בא"),
        ("اب ١٢", "١٢ با"),
        ("", ""),
    ],
)
def test_letters_from_the_right_are_laid_out_as_they_stand(text: str, page: str) -> None:
    assert on_page(text) == page


def test_a_text_runs_from_the_right_only_when_all_its_letters_do() -> None:
    assert directions("ئابلىز قۇربان 12").base == 1
    assert directions("ئابلىز · 阿布力孜").base == 0
    assert directions("12 · （）").base == 0


def test_brackets_around_words_from_the_right_turn_with_them() -> None:
    assert directions("اب (تج)").levels == [1] * 7
    assert directions("阿 (اب)").levels == [0, 0, 0, 1, 1, 0]


def test_a_mark_goes_with_its_letter() -> None:
    assert directions("阿بَب").levels == [0, 1, 1, 1]


def test_a_gap_stays_between_its_two_letters() -> None:
    order = visual_order([0, 1, 1, 1, 0], [0.0, 0.1, 0.2, 0.3, 0.4])
    assert order == [(0, 0.0), (3, 0.1), (2, 0.3), (1, 0.2), (4, 0.4)]


@given(st.text(st.sampled_from("阿Ab ابתא12٣·()（）%.,َ\u200d"), max_size=20))
def test_every_character_stands_somewhere_once(text: str) -> None:
    gaps = [float(place) for place in range(len(text))]
    order = visual_order(directions(text).levels, gaps)
    assert sorted(place for place, _ in order) == list(range(len(text)))
    assert sorted(gap for _, gap in order) == gaps
