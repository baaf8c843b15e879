import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain import money
from qhsign.domain.money import Amount, Qualifier
from qhsign.wording import Language, say


def yuan(amount: int, currency: str = "CNY", qualifier: Qualifier = Qualifier.EXACT) -> Amount:
    return Amount(amount * 100, currency, qualifier)


@pytest.mark.parametrize(
    ("amount", "chinese", "english"),
    [
        (yuan(53_600_000_000), "536亿元", "CNY 53.6 billion"),
        (yuan(5_360_000_000), "53.6亿元", "CNY 5.36 billion"),
        (yuan(1_050_000_000), "10.5亿元", "CNY 1.05 billion"),
        (yuan(30_000_000), "3000万元", "CNY 30 million"),
        (yuan(30_000_000, "CNY", Qualifier.NEAR), "近3000万元", "nearly CNY 30 million"),
        (yuan(30_000_000, "CNY", Qualifier.OVER), "超3000万元", "over CNY 30 million"),
        (yuan(100_000_000), "1亿元", "CNY 100 million"),
        (yuan(100_000_001), "100000001元", "CNY 100,000,001"),
        (Amount(1_640_902), "16409.02元", "CNY 16,409.02"),
        (yuan(5000), "5000元", "CNY 5,000"),
        (Amount(0), "0元", "CNY 0"),
        (yuan(120_000_000, "USD"), "1.2亿美元", "USD 120 million"),
        (yuan(120_000_000, "USD", Qualifier.ABOUT), "约1.2亿美元", "about USD 120 million"),
    ],
)
def test_amounts_are_written_for_both_sides(amount: Amount, chinese: str, english: str) -> None:
    assert money.written(amount) == chinese
    assert money.written_foreign(amount) == english


RUSSIAN = money.ForeignWords(
    units=("трлн", "млрд", "млн"),
    qualifiers={Qualifier.OVER: "свыше {amount}"},
    decimal=",",
    thousands="\u00a0",
)


@pytest.mark.parametrize(
    ("amount", "short", "long"),
    [
        (yuan(5_360_000_000), "CNY 5,36 млрд", "CNY 5\xa0360\xa0000\xa0000,00"),
        (yuan(1_500_000_000_000), "CNY 1,5 трлн", "CNY 1\xa0500\xa0000\xa0000\xa0000,00"),
        (
            yuan(120_000_000, "USD", Qualifier.OVER),
            "свыше USD 120 млн",
            "свыше USD 120\xa0000\xa0000,00",
        ),
        (Amount(1_640_902), "CNY 16\xa0409,02", "CNY 16\xa0409,02"),
        (yuan(5000, "USD", Qualifier.NEAR), "USD 5\xa0000", "USD 5\xa0000,00"),
    ],
)
def test_a_foreign_side_has_its_own_marks_and_units(amount: Amount, short: str, long: str) -> None:
    assert money.written_foreign(amount, RUSSIAN) == short
    assert money.written_out_foreign(amount, RUSSIAN) == long


def test_an_amount_is_written_out_to_the_last_digit() -> None:
    assert money.written_out_foreign(yuan(120_000_000, "USD")) == "USD 120,000,000.00"
    near = money.written_out_foreign(yuan(30_000_000, "CNY", Qualifier.NEAR))
    assert near == "nearly CNY 30,000,000.00"


def test_a_column_keeps_one_unit() -> None:
    column = [yuan(53_600_000_000), yuan(30_000_000), None]
    unit = money.unit_for_column(column)
    assert money.unit_heading(unit) == "亿元"
    assert [money.written_in(a, unit, bare=True) for a in column if a] == ["536", "0.3"]
    assert money.unit_for_column([Amount(1_640_902)]) == money.IN_YUAN
    assert money.unit_for_column([yuan(100_000_001)]) == money.IN_WAN
    assert money.unit_for_column([None]) == money.IN_YUAN


def test_a_currency_alone_is_no_unit_to_write_in() -> None:
    with pytest.raises(ValueError, match="currency"):
        money.written_in(Amount(1), money.Unit(None, "", "USD"))


@pytest.mark.parametrize("fen", [-1, True])
def test_an_amount_is_whole_and_not_negative(fen: int) -> None:
    with pytest.raises(ValueError, match="whole number"):
        Amount(fen)


@given(st.integers(-(10**16), 10**16))
def test_decimal_strings_are_exact(fen: int) -> None:
    text = money.decimal_string(fen)
    assert int(text.replace(".", "")) == fen
    assert text[-3] == "."


def test_the_json_form_of_the_slate_total() -> None:
    assert money.decimal_string(5_360_000_000_000) == "53600000000.00"


def test_a_gap_is_negative_while_contracts_miss() -> None:
    assert money.slate_gap(91_600, 53_600) == -38_000
    assert money.slate_gap(None, 53_600) is None


@pytest.mark.parametrize(
    ("qualifier", "computed", "holds"),
    [
        (Qualifier.EXACT, 1000, True),
        (Qualifier.EXACT, 1001, False),
        (Qualifier.OVER, 1050, True),
        (Qualifier.OVER, 999, False),
        (Qualifier.NEAR, 950, True),
        (Qualifier.NEAR, 1001, False),
        (Qualifier.ABOUT, 950, True),
        (Qualifier.ABOUT, 800, False),
    ],
)
def test_a_declared_total_holds_as_its_qualifier_says(
    qualifier: Qualifier, computed: int, *, holds: bool
) -> None:
    warning = money.slate_warning("绿色算力", Amount(1000, "CNY", qualifier), computed)
    assert (warning is None) is holds
    if warning is not None:
        assert all(say(warning.code, language, **warning.parameters) for language in Language)


def test_a_slate_without_a_declared_total_warns_of_nothing() -> None:
    assert money.slate_warning("绿色算力", None, 1) is None


@pytest.mark.parametrize(
    ("unit", "currency", "heading"),
    [
        (money.IN_YI, "CNY", "CNY 100 million"),
        (money.IN_WAN, "USD", "USD 10 thousand"),
        (money.IN_YUAN, "CNY", "CNY"),
    ],
)
def test_a_heading_for_the_foreign_side(unit: money.Unit, currency: str, heading: str) -> None:
    assert money.unit_heading_foreign(unit, currency) == heading
