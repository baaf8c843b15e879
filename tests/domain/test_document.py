import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.document import (
    DocumentKind,
    check_document,
    checksum_holds,
    mask_document,
    mask_phone,
)
from qhsign.domain.problems import Severity
from qhsign.wording import Language, say


def codes(text: str, kind: str | None = None, *, numeric: bool = False) -> list[str]:
    return [problem.code for problem in check_document(text, kind, numeric=numeric).problems]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("11010519491231002X", "11010519491231002X"),
        ("34052419800101001X", "34052419800101001X"),
        ("632521198512304513", "632521198512304513"),
        (" 11010519491231002x ", "11010519491231002X"),
        ("６３２５２１１９８５１２３０４５１３", "632521198512304513"),
        ("110105 19491231 002X", "11010519491231002X"),
        ("110105-19491231-002X", "11010519491231002X"),
        ("11010519491231002×", "11010519491231002X"),
        ("'11010519491231002X", "11010519491231002X"),
        ("\u202d11010519491231002X\u202c", "11010519491231002X"),
        ("身份证：11010519491231002X", "11010519491231002X"),
    ],
)
def test_good_identity_numbers_are_kept_without_a_word(text: str, number: str) -> None:
    reading = check_document(text)
    assert reading == check_document(text, "身份证号")
    assert (reading.kind, reading.number, reading.problems) == ("identity-card", number, ())


@pytest.mark.parametrize(
    ("text", "numeric"),
    [
        ("6.30102E+17", False),
        ("6.3e+17", True),
        ("630102197611069000", False),
        ("632521198512304513", True),
        ("630102199107046022.0", False),
        ("630102199107046022.0", True),
    ],
)
def test_what_a_spreadsheet_damaged_is_not_kept(text: str, *, numeric: bool) -> None:
    reading = check_document(text, numeric=numeric)
    assert reading.number is None
    assert [(p.code, p.severity) for p in reading.problems] == [
        ("document-damaged", Severity.ERROR)
    ]


def test_three_zeros_with_a_right_checksum_are_kept_with_a_warning() -> None:
    heads = (f"6301021976110{day}000" for day in range(6000, 9000))
    number = next(n[:18] for n in heads if checksum_holds(n[:18]) and n[:18].endswith("000"))
    reading = check_document(number)
    assert reading.number == number
    assert "document-ends-000" in [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("110105194912310021", "document-checksum"),
        ("990105194912310021", "document-checksum"),
        ("11010519491331002X", "document-birth-date"),
        ("15010519491231002X", "document-checksum"),
        ("00010519491231002X", "document-region"),
        ("130503670401001", "document-15-digits"),
        ("1101051949123100", "document-form"),
    ],
)
def test_what_looks_wrong_is_kept_with_a_warning(text: str, code: str) -> None:
    reading = check_document(text)
    assert reading.number == text
    assert code in [problem.code for problem in reading.problems]
    assert all(problem.severity is Severity.WARNING for problem in reading.problems)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("H12345678", DocumentKind.HONG_KONG_MACAO_PERMIT),
        ("m1234567801", DocumentKind.HONG_KONG_MACAO_PERMIT),
        ("12345678", DocumentKind.TAIWAN_PERMIT),
        ("E12345678", DocumentKind.PASSPORT),
        ("g1234567", DocumentKind.PASSPORT),
        ("123456789", DocumentKind.PASSPORT),
        ("Passport No. E1234567", DocumentKind.PASSPORT),
        ("护照E12345678", DocumentKind.PASSPORT),
    ],
)
def test_other_documents_are_known_by_their_form(text: str, kind: DocumentKind) -> None:
    reading = check_document(text)
    assert (reading.kind, reading.problems) == (kind, ())


def test_an_identity_column_may_carry_a_permit_or_a_passport() -> None:
    assert check_document("H12345678", "身份证号").kind == DocumentKind.HONG_KONG_MACAO_PERMIT
    assert check_document("C01234567", "身份证").kind == DocumentKind.PASSPORT
    assert codes("12345", "身份证") == ["document-form"]
    assert check_document("11010519491231002X", "护照").kind == DocumentKind.IDENTITY_CARD


def test_unknown_types_are_kept_as_they_are() -> None:
    reading = check_document("军字第123号", "军官证")
    assert (reading.kind, reading.number, reading.problems) == ("军官证", "军字第123号", ())


def test_numeric_cells_of_short_numbers_are_exact() -> None:
    assert check_document("12345678.0", "台胞证", numeric=True).number == "12345678"
    assert check_document("1.2345678E+7", numeric=True).number == "12345678"


@pytest.mark.parametrize("text", ["", " ", "—", "/", "无", "待补"])
def test_empty_cells_have_no_number(text: str) -> None:
    assert check_document(text).number is None
    assert codes(text) == []


def test_numbers_are_masked() -> None:
    assert mask_document("630102199107041231") == "630102********1231"
    assert mask_phone("13812341234") == "138****1234"
    assert mask_phone("13812341234；0971-1234567") == "138****1234；097*****4567"


@given(st.text(min_size=1, max_size=30))
def test_a_mask_hides_something_of_every_value(text: str) -> None:
    assert mask_document(text).count("*") * 3 >= len(text)
    assert len(mask_document(text)) == len(text)
    shown = [part for part in mask_phone(text).split() if part.strip(";；、,，/")]
    assert all("*" in part for part in shown)


@given(text=st.text(max_size=40), kind=st.none() | st.text(max_size=10), numeric=st.booleans())
def test_no_text_breaks_the_check(text: str, kind: str | None, *, numeric: bool) -> None:
    for problem in check_document(text, kind, numeric=numeric).problems:
        for language in Language:
            assert say(problem.code, language, **problem.parameters)


@given(st.from_regex(r"[1-6][0-9]{16}[0-9X]", fullmatch=True))
def test_a_problem_never_shows_the_number(number: str) -> None:
    for problem in check_document(number).problems:
        assert number not in say(problem.code, **problem.parameters)
