import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.phone import clean_phone, mask_among_words, phones_in
from qhsign.wording import Language, say


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("13328458677", "13328458677"),
        ("１３３２８４５８６７７", "13328458677"),
        ("138 1234 5678", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("+86 138 1234 5678", "13812345678"),
        ("+8613812345678", "13812345678"),
        ("86-13812345678", "13812345678"),
        ("(+86)13812345678", "13812345678"),
        ("008613812345678", "13812345678"),
        ("13328458677.0", "13328458677"),
        ("1.3328458677E+10", "13328458677"),
        ("'13812345678", "13812345678"),
        ("手机：13812345678", "13812345678"),
        ("①13812345678", "13812345678"),
        ("Tel: 13812345678", "13812345678"),
        ("0971-1234567", "0971-1234567"),
        ("(0971)1234567", "0971-1234567"),
        ("（０９７１）１２３４５６７", "0971-1234567"),
        ("09711234567", "0971-1234567"),
        ("01012345678", "010-12345678"),
        ("+86 971 1234567", "0971-1234567"),
        ("0971-1234567-801", "0971-1234567-801"),
        ("0971-1234567转801", "0971-1234567-801"),
        ("+996 555 123456", "+996555123456"),
        ("00996555123456", "+996555123456"),
        ("+852 9123 4567", "+85291234567"),
        ("400-800-1234", "4008001234"),
        ("6234567", "6234567"),
    ],
)
def test_phones_get_one_spelling(text: str, phone: str) -> None:
    assert clean_phone(text) == (phone, ())
    assert clean_phone(phone) == (phone, ())


@pytest.mark.parametrize("text", ["", "\u3000", "—", "/", "无"])
def test_empty_cells_have_no_phone(text: str) -> None:
    assert clean_phone(text) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "13812345678、0971-1234567",
        "13812345678/0971-1234567",
        "13812345678；0971-1234567",
        "13812345678\n0971-1234567",
        "13812345678或0971-1234567",
    ],
)
def test_of_several_numbers_the_first_is_taken_and_said(text: str) -> None:
    phone, problems = clean_phone(text)
    assert phone == "13812345678"
    assert [problem.code for problem in problems] == ["phone-several"]
    assert phones_in(text) == ("13812345678", "0971-1234567")


def test_two_mobiles_side_by_side_are_two() -> None:
    assert phones_in("13812345678 13912345678") == ("13812345678", "13912345678")


@pytest.mark.parametrize(
    ("text", "phone", "code"),
    [
        ("1381234567", "1381234567", "phone-form"),
        ("见附件", "见附件", "phone-form"),
        ("13812345678（微信同号）", "13812345678", "phone-with-words"),
        ("1.33285E+10", "13328500000", "phone-rounded"),
    ],
)
def test_what_looks_odd_is_kept_with_a_warning(text: str, phone: str, code: str) -> None:
    kept, problems = clean_phone(text)
    assert kept == phone
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("韩雪", "韩雪"),
        ("韩雪 13812345678", "韩雪 138****5678"),
        ("韩雪（电话：138 1234 5678）", "韩雪（电话：138****5678）"),
        ("１３８１２３４５６７８韩雪", "138****5678韩雪"),
        ("韩雪，0971-6123456/13912345678", "韩雪，097*****3456/139****5678"),
        ("韩雪13812345678 13912345678", "韩雪138****5678、139****5678"),
        ("接待3组 6118室", "接待3组 6118室"),
    ],
)
def test_numbers_among_words_are_masked(text: str, shown: str) -> None:
    assert mask_among_words(text) == shown


@given(st.text(max_size=40) | st.text(alphabet="0123456789+-() eE./、转", max_size=30))
def test_no_text_is_refused(text: str) -> None:
    phone, problems = clean_phone(text)
    assert phone != ""
    for problem in problems:
        for language in Language:
            assert say(problem.code, language, **problem.parameters)
