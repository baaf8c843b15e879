from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.open_questions import Known, OpenQuestion, questions_about
from qhsign.services import reference

WHOLE = Known("1", "王冬", "CN", "", "", "青海银行", "行长", "", "", has_photo=True)


def asked(*guests: Known) -> dict[OpenQuestion, set[str]]:
    numbered = [replace(guest, id=str(place)) for place, guest in enumerate(guests, start=1)]
    found = questions_about(numbered, reference.reading_tables(), reference.stroke_table())
    return {question: ids for question, ids in found.items() if ids}


def test_nothing_is_asked_about_who_has_everything() -> None:
    assert asked(WHOLE) == {}
    assert asked() == {}


def test_a_compound_surname_is_asked_about_only_where_it_is_read_otherwise() -> None:
    assert asked(replace(WHOLE, full_name="欧阳文")) == {}
    for name in ("尉迟恭", "单于明", "长孙皓", "仇和", "查良"):
        assert asked(replace(WHOLE, full_name=name)) == {OpenQuestion.READING: {"1"}}, name
    confirmed = replace(WHOLE, full_name="仇和", reading="qiú hé")
    assert asked(confirmed) == {}


def test_a_document_decides_before_phone_and_organization() -> None:
    one = replace(WHOLE, phone="1", document_number="A")
    assert asked(one, one) == {OpenQuestion.TWICE: {"1", "2"}}
    assert asked(one, replace(one, document_number="B")) == {OpenQuestion.NAMESAKE: {"1", "2"}}
    other = replace(one, document_number="", phone="2")
    assert asked(one, other) == {OpenQuestion.NAMESAKE: {"1", "2"}}
    elsewhere = replace(one, organization="西宁晚报", document_number="")
    assert asked(one, elsewhere) == {OpenQuestion.TWICE: {"1", "2"}}


def test_nobody_without_an_organization_is_taken_for_another() -> None:
    bare = replace(WHOLE, organization="")
    assert OpenQuestion.TWICE not in asked(bare, bare)


@given(
    st.lists(
        st.builds(
            replace,
            st.just(WHOLE),
            full_name=st.sampled_from(["李刚", "李 刚", "王冬"]),
            phone=st.sampled_from(["", "1", "2"]),
            document_number=st.sampled_from(["", "A", "B"]),
            organization=st.sampled_from(["", "甲", "乙"]),
        ),
        max_size=6,
    )
)
def test_who_shares_a_name_is_a_namesake_or_perhaps_the_same(guests: list[Known]) -> None:
    found = asked(*guests)
    twice = found.get(OpenQuestion.TWICE, set())
    namesakes = found.get(OpenQuestion.NAMESAKE, set())
    assert not twice & namesakes
    names = [guest.full_name.replace(" ", "") for guest in guests]
    shared = {str(place) for place, name in enumerate(names, start=1) if names.count(name) > 1}
    assert twice | namesakes == shared
    assert len(twice) != 1
