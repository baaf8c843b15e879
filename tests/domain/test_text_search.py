"""Searching while somebody types finds what searching the whole list would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain import text_search
from qhsign.domain.name_reading import Reading
from qhsign.domain.search import matcher, search_text
from qhsign.domain.text_search import TextSearch

PEOPLE = (
    ("张弘靓", "zhāng hóng liàng", "西宁云杉数据有限公司", "00012", "13909711234"),
    ("李刚", "lǐ gāng", "青海大学", "00123", "13909710012"),
    ("欧阳文", "ōu yáng wén", "冰岛驻华大使馆", "01234", ""),
    ("吕布", "lǚ bù", "第12中学", "00001", "5588"),
    ("努尔·阿卜杜", "nǔ ěr ā bǔ dù", "海东市 Nur Trade", "10012", ""),
)
TEXTS = [
    search_text(
        full_name=name,
        reading=Reading(tuple(reading.split())),
        organization=place,
        number=number,
        phone=phone,
    )
    for name, reading, place, number, phone in PEOPLE
] * 3
LETTERS = "zhangliou12 0345李青海大lüNur,"


def whole(query: str) -> list[int]:
    meets = matcher(query)
    return [place for place, text in enumerate(TEXTS) if meets(text)]


@given(st.lists(st.text(LETTERS, max_size=8), max_size=30))
def test_whatever_was_asked_before_the_hits_are_those_of_the_whole_list(queries: list[str]) -> None:
    search = TextSearch(TEXTS)
    for query in queries:
        assert list(search.places(query)) == whole(query)


@given(st.lists(st.text(LETTERS + "\0\1\2\n", max_size=6), max_size=12), st.integers(0, 40))
def test_getting_ready_changes_no_answer(queries: list[str], steps: int) -> None:
    search = TextSearch(TEXTS)
    for _ in range(steps):
        search.get_ready()
    for query in queries:
        assert list(search.places(query)) == whole(query)


def test_a_search_that_is_ready_has_nothing_left_to_do_and_looks_at_no_text_again() -> None:
    search = TextSearch(TEXTS)
    while search.get_ready():
        pass
    assert not search.get_ready()
    search._texts = []
    assert list(search.places("l")) == whole("l")
    assert list(search.places("li")) == whole("li")
    assert list(search.places("青")) == whole("青")


def test_a_number_is_looked_for_only_where_numbers_end_alike() -> None:
    search = TextSearch(TEXTS)
    while search.get_ready():
        pass
    assert list(search.places("00012")) == whole("00012")
    search._texts = []
    assert list(search.places("345")) == []
    assert list(search.places("x")) == []


def test_texts_learnt_in_several_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_search, "_STEP", 4)
    search = TextSearch(TEXTS)
    steps = 0
    while search.get_ready():
        steps += 1
    assert steps == -(-len(TEXTS) // 4)
    for query in ("l", "li", "青海", "12", "nur trade", "z zh", "没有"):
        assert list(search.places(query)) == whole(query)


@given(st.sampled_from(["zhang hl", "lü bu", "12", "0012", "青海 li", "ouyang", "nur trade"]))
def test_a_query_typed_and_taken_back_letter_by_letter(query: str) -> None:
    search = TextSearch(TEXTS)
    typed = [query[:length] for length in range(len(query) + 1)]
    for text in [*typed, *reversed(typed)]:
        assert list(search.places(text)) == whole(text)


def test_no_more_is_kept_than_a_word_or_two() -> None:
    search = TextSearch(TEXTS)
    for number in range(100):
        search.places(str(number))
    assert len(search._kept) <= 16


def test_a_letter_more_looks_only_among_what_was_found() -> None:
    looked_at: list[str] = []

    class Watched(str):
        __slots__ = ()

        def __contains__(self, part: object) -> bool:
            looked_at.append(self)
            return super().__contains__(str(part))

    search = TextSearch([Watched(text) for text in TEXTS])
    search.places("li")
    assert len(looked_at) == len(TEXTS)
    looked_at.clear()
    found = search.places("lig")
    assert 0 < len(found) <= len(looked_at) < len(TEXTS)
