"""Finding guests (domain rules: search)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.name_reading import reading_of
from qhsign.domain.search import hit_spans, matcher, normalized_query, plain_hit_spans, search_text
from qhsign.services.reference import reading_tables


def text_of(name: str, country: str | None = "CN", **more: str) -> str:
    reading = reading_of(name, country, reading_tables())
    return search_text(
        full_name=name,
        reading=reading,
        latin_name=more.get("latin_name"),
        organization=more.get("organization"),
        aliases=("360集团",) if more.get("organization") else (),
        title=more.get("title"),
        number=more.get("number"),
        phone=more.get("phone"),
    )


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("张弘靓", "张弘靓"),
        ("张弘靓", "弘靓"),
        ("张弘靓", "zhl"),
        ("张弘靓", "zhhl"),
        ("张弘靓", "zhanghl"),
        ("张弘靓", "zhanghongl"),
        ("张弘靓", "zhongliang"),
        ("张弘靓", "Zhāng Hóng"),
        ("张弘靓", "ｚｈｌ"),
        ("张弘靓", "zhang1hong2"),
        ("张弘靓", "hongliang zhang"),
        ("张弘靓", "张hl"),
        ("张弘靓", "张 liang"),
        ("张弘靓", "  "),
        ("单雄信", "shanxx"),
        ("单雄信", "shxx"),
        ("单雄信", "sxx"),
        ("吕布", "lv"),
        ("吕布", "lü"),
        ("吕布", "lu:"),
        ("吕布", "lǚ bù"),
        ("李西安", "xi'an"),
        ("李西安", "xian"),
        ("欧阳文", "ouyangwen"),
        ("欧阳文", "oyw"),
        ("欧阳娜娜", "oynana"),
        ("迪丽热巴·迪力木拉提", "dlrbdlmlt"),
        ("迪丽热巴·迪力木拉提", "dilireba"),
        ("迪丽热巴·迪力木拉提", "dlreba"),
        ("迪丽热巴·迪力木拉提", "dilimulati"),
        ("迪丽热巴·迪力木拉提", "热巴•迪力"),
        ("余𬱖", "𬱖"),
        ("余𬱖", "yud"),
    ],
)
def test_a_name_is_found(name: str, query: str) -> None:
    assert matcher(query)(text_of(name))


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("张弘靓", "an"),
        ("张弘靓", "ang"),
        ("张弘靓", "zl"),
        ("单雄信", "dan"),
        ("李刚", "zhang li"),
    ],
)
def test_letters_match_from_the_start_of_a_syllable(name: str, query: str) -> None:
    assert not matcher(query)(text_of(name))


@pytest.mark.parametrize(
    "query",
    [
        "12",
        "0012",
        "012",
        "8677",
        "13812348677",
        "138-1234-8677",
        "６７７",
        "奇虎",
        "360",
        "360集团",
        "wps",
        "WPS办公",
        "smith",
        "john smith",
        "johnsm",
        "gudrun",
        "guðrún",
        "副总裁",
        "muller",
        "müller",
        "zh 8677",
        "b-12",
    ],
)
def test_everything_else_a_guest_is_found_by(query: str) -> None:
    text = text_of(
        "张三",
        latin_name="John Smith Guðrún Müller",
        organization="奇虎WPS办公",
        title="副总裁 B-12",
        number="0012",
        phone="138 1234 8677",
    )
    assert matcher(query)(text)


@pytest.mark.parametrize("query", ["2", "1234", "77", "001", "mith", "36"])
def test_numbers_are_whole_numbers_or_tails(query: str) -> None:
    text = text_of(
        "张三", organization="奇虎", number="0012", phone="13812348677", latin_name="Smith"
    )
    assert not matcher(query)(text)


@given(
    st.text(alphabet="张弘靓单雄信吕布安", min_size=1, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.integers(0, 3),
)
def test_any_mix_of_syllables_and_initials_is_found(
    name: str, whole: list[bool], start: int
) -> None:
    syllables = reading_of(name, "CN", reading_tables()).syllables[start:]
    typed = "".join(
        syllable if full else syllable[0] for syllable, full in zip(syllables, whole, strict=False)
    )
    assert matcher(typed)(text_of(name))


def test_a_long_name_keeps_the_text_small() -> None:
    assert len(text_of("迪丽热巴迪力木拉提买买")) < 1500
    assert len(text_of("热" * 50)) < 5000
    assert len(text_of("张弘靓")) < 250


def test_one_term_is_one_substring_test() -> None:
    assert normalized_query("Zhāng") in text_of("张弘靓")
    assert normalized_query("8677") in text_of("张三", phone="13812348677")


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("zhl", [(0, 3)]),
        ("zhang", [(0, 1)]),
        ("hongl", [(1, 3)]),
        ("弘", [(1, 2)]),
        ("张hl", [(0, 3)]),
        ("zhang liang", [(0, 1), (2, 3)]),
        ("8677", []),
        ("", []),
    ],
)
def test_hits_in_the_name(query: str, spans: list[tuple[int, int]]) -> None:
    assert hit_spans(query, "张弘靓", reading_of("张弘靓", "CN", reading_tables())) == spans


def test_hits_beside_the_dot_and_in_other_texts() -> None:
    name = "买买提·艾力"
    reading = reading_of(name, "CN", reading_tables())
    assert hit_spans("aili", name, reading) == [(4, 6)]
    assert hit_spans("提艾", name, reading) == [(2, 5)]
    assert plain_hit_spans("wps", "金山ＷＰＳ办公") == [(2, 5)]
    assert plain_hit_spans("smith", "John Smith") == [(5, 10)]
