from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain import money
from qhsign.domain.money import Amount, Qualifier, read_amount, unit_of_heading
from qhsign.domain.money_words import in_capitals
from qhsign.domain.problems import Severity
from qhsign.wording import Language, say

YI_HEADING = unit_of_heading("投资总额（亿元）")
WAN_HEADING = unit_of_heading("签约金额(万元)")


def yuan(text: str, currency: str = "CNY", qualifier: Qualifier = Qualifier.EXACT) -> Amount:
    return Amount(int(Decimal(text) * 100), currency, qualifier)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("536亿", yuan("53600000000")),
        ("536 亿元", yuan("53600000000")),
        ("５３６亿", yuan("53600000000")),
        ("６０亿元", yuan("6000000000")),
        ("10亿5千万", yuan("1050000000")),
        ("55亿5千万", yuan("5550000000")),
        ("10亿零500万", yuan("1005000000")),
        ("1亿2000万", yuan("120000000")),
        ("10.5亿", yuan("1050000000")),
        ("536,000万元", yuan("5360000000")),
        ("53,600,000,000", yuan("53600000000")),
        ("53 600 000 000", yuan("53600000000")),
        ("1.5万亿", yuan("1500000000000")),
        ("500w", yuan("5000000")),
        ("一个亿", yuan("100000000")),
        ("五亿三千万元", yuan("530000000")),
        ("十点五亿", yuan("1050000000")),
        ("伍佰叁拾陆亿元整", yuan("53600000000")),
        ("人民币壹拾亿零伍佰万元整", yuan("1005000000")),
        ("￥5,000,000.00", yuan("5000000")),
        ("RMB 10亿", yuan("1000000000")),
        ("1.2亿元人民币", yuan("120000000")),
        ("536（亿元）", yuan("53600000000")),
        ("(10亿元)", yuan("1000000000")),
        ("“10亿”、", yuan("1000000000")),
        ("0亿元", yuan("0")),
        ("投资总额：10亿元", yuan("1000000000")),
        ("10亿元（含税）。", yuan("1000000000")),
        ("\u200b536\u00a0亿元\u200b", yuan("53600000000")),
        ("$1.2亿", yuan("120000000", "USD")),
        ("USD 120 million", yuan("120000000", "USD")),
        ("US$1.2 billion", yuan("1200000000", "USD")),
        ("120 million US dollars", yuan("120000000", "USD")),
        ("1.2亿美元", yuan("120000000", "USD")),
        ("美元壹亿贰仟万元整", yuan("120000000", "USD")),
        ("€5000万", yuan("50000000", "EUR")),
        ("港币3亿元", yuan("300000000", "HKD")),
        ("近3000万元", yuan("30000000", qualifier=Qualifier.NEAR)),
        ("近百亿元", yuan("10000000000", qualifier=Qualifier.NEAR)),
        ("近亿元", yuan("100000000", qualifier=Qualifier.NEAR)),
        ("约5亿元", yuan("500000000", qualifier=Qualifier.ABOUT)),
        ("10亿左右", yuan("1000000000", qualifier=Qualifier.ABOUT)),
        ("总投资约10亿元", yuan("1000000000", qualifier=Qualifier.ABOUT)),
        ("超5亿元", yuan("500000000", qualifier=Qualifier.OVER)),
        ("超过5亿元", yuan("500000000", qualifier=Qualifier.OVER)),
        ("逾5亿元", yuan("500000000", qualifier=Qualifier.OVER)),
        ("3000余万元", yuan("30000000", qualifier=Qualifier.OVER)),
        ("10亿余元", yuan("1000000000", qualifier=Qualifier.OVER)),
        ("10亿元以上", yuan("1000000000", qualifier=Qualifier.OVER)),
        ("预计超10亿元", yuan("1000000000", qualifier=Qualifier.OVER)),
    ],
)
def test_every_spelling_is_read_to_the_fen(text: str, expected: Amount) -> None:
    reading = read_amount(text)
    assert reading.amount == expected
    assert {problem.code for problem in reading.problems} <= {"amount-large", "amount-small"}


@pytest.mark.parametrize(
    "text",
    ["—", "-", "－", "——", "/", "无", "暂无", "不涉及", "框架", "框架协议（不涉及金额）", "N/A"],
)
def test_an_amount_declared_none_is_none_and_no_problem(text: str) -> None:
    reading = read_amount(text, YI_HEADING)
    assert reading == money.AmountReading(None, (), declared_none=True)


def test_an_empty_cell_declares_nothing() -> None:
    assert read_amount(" \u3000") == money.AmountReading(None)


def test_an_undecided_amount_is_none_with_a_note() -> None:
    reading = read_amount("面议")
    assert reading.amount is None
    assert reading.declared_none
    assert [(p.code, p.severity) for p in reading.problems] == [("amount-undecided", Severity.NOTE)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2亿-3亿", "amount-range"),
        ("2～3亿元", "amount-range"),
        ("2至3亿元", "amount-range"),
        ("-5亿", "amount-negative"),
        ("−5亿", "amount-negative"),
        ("(500)", "amount-negative"),
        ("不超过5亿", "amount-capped"),
        ("3亿、5亿", "amount-several"),
        ("3亿+2亿", "amount-several"),
        ("5亿元1亿美元", "amount-unreadable"),
        ("100万欧元和美元", "amount-several"),
        ("0.001", "amount-below-fen"),
        ("0.1234567891万", "amount-below-fen"),
        ("3亿5", "amount-unreadable"),
        ("三亿五", "amount-unreadable"),
        ("二三亿", "amount-unreadable"),
        ("10亿5亿", "amount-unreadable"),
        ("5千万10亿", "amount-unreadable"),
        ("10,5亿", "amount-unreadable"),
        ("1.234.567", "amount-unreadable"),
        ("12 3亿", "amount-unreadable"),
        ("100亩", "amount-unreadable"),
        ("亿元", "amount-unreadable"),
        ("①10亿", "amount-unreadable"),
        ("5²亿", "amount-unreadable"),
        ("元", "amount-unreadable"),
        ("NaN", "amount-unreadable"),
        ("inf", "amount-unreadable"),
        ("见附件", "amount-unreadable"),
        ("1e30", "amount-too-large"),
        ("9" * 250, "amount-unreadable"),
    ],
)
def test_what_could_mean_two_things_is_never_guessed(text: str, code: str) -> None:
    reading = read_amount(text)
    assert reading.amount is None
    assert [(p.code, p.severity) for p in reading.problems] == [(code, Severity.ERROR)]


def test_bare_numbers_take_the_unit_of_the_heading() -> None:
    assert read_amount("40", YI_HEADING).amount == yuan("4000000000")
    assert read_amount("10.5", YI_HEADING).amount == yuan("1050000000")
    assert read_amount("536.0", YI_HEADING).amount == yuan("53600000000")
    assert read_amount("3千", WAN_HEADING).amount == yuan("30000000")
    assert read_amount("500", unit_of_heading("金额(万美元)")).amount == yuan("5000000", "USD")


def test_a_calculated_cell_is_read_as_the_spreadsheet_shows_it() -> None:
    assert read_amount("10.500000000000002", YI_HEADING).amount == yuan("1050000000")
    assert read_amount("0.30000000000000004", YI_HEADING).amount == yuan("30000000")


@pytest.mark.parametrize(
    ("text", "heading", "codes"),
    [
        ("480,000万元", "（亿元）", ["amount-unit-differs"]),
        ("55亿5千万", "（亿元）", []),
        ("536亿", "（万元）", ["amount-unit-differs"]),
        ("1.2亿美元", "金额（亿元人民币）", ["amount-unit-differs"]),
        ("1000亿", "（亿元）", []),
        ("1000.01亿", "（亿元）", ["amount-large"]),
        ("100万", "（万元）", []),
        ("99.99", "（万元）", ["amount-small"]),
        ("536", "投资总额", ["amount-small"]),
        ("0", "（亿元）", ["amount-small"]),
        ("5.36E+10", "投资总额", ["amount-rounded"]),
        ("53,600,000,000", "（亿元）", ["amount-unit-differs"]),
        ("¥53,600,000,000.00", "（亿元）", ["amount-unit-differs"]),
        ("10亿元（其中一期3亿元）", "（亿元）", ["amount-remark"]),
    ],
)
def test_what_looks_like_a_slip_is_read_with_a_warning(
    text: str, heading: str, codes: list[str]
) -> None:
    reading = read_amount(text, unit_of_heading(heading))
    assert reading.amount is not None
    assert [problem.code for problem in reading.problems] == codes
    assert all(problem.severity is Severity.WARNING for problem in reading.problems)


def test_the_unit_scales_the_published_slate_to_536_yi() -> None:
    cells = "88亿|75 亿元|６０亿元|55亿5千万|480,000万元|40|35|30|24|20|16|12|10.5|8|6|4.5|2.5|1|—"
    amounts = [read_amount(cell, YI_HEADING).amount for cell in cells.split("|")]
    assert sum(amount.fen for amount in amounts if amount) == 5_360_000_000_000
    assert amounts.count(None) == 1


@pytest.mark.parametrize(
    ("heading", "scale", "currency"),
    [
        ("投资总额（亿元）", 10**8, None),
        ("投资总额(億元)", 10**8, None),
        ("金额(万美元)", 10**4, "USD"),
        ("签约额：亿元", 10**8, None),
        ("投资额/万元", 10**4, None),
        ("总投资\n（单位：万元）", 10**4, None),
        ("投资额（亿元人民币）", 10**8, "CNY"),
        ("投资总额（单位:人民币亿元）", 10**8, "CNY"),
        ("金额（USD million）", 10**6, "USD"),
        ("Amount (CNY 100 million)", 10**8, "CNY"),
        ("投资总额（元）", 1, None),
        ("金额(亿)", 10**8, None),
        ("金额（美元）", None, "USD"),
    ],
)
def test_headings_give_unit_and_currency(
    heading: str, scale: int | None, currency: str | None
) -> None:
    unit = unit_of_heading(heading)
    assert unit is not None
    assert (unit.scale, unit.currency) == (scale, currency)


@pytest.mark.parametrize("heading", ["投资总额", "单元", "多元化投资", "万科项目", "", "项目名称"])
def test_headings_without_a_unit_give_none(heading: str) -> None:
    assert unit_of_heading(heading) is None


@given(st.text(max_size=60), st.sampled_from([None, YI_HEADING, WAN_HEADING]))
def test_no_text_breaks_the_reader(text: str, heading: money.Unit | None) -> None:
    reading = read_amount(text, heading)
    for problem in reading.problems:
        for language in Language:
            assert say(problem.code, language, **problem.parameters)


@given(st.text(alphabet="0123456789.,亿万千百十元整近约余零一二三角分美$-() ", max_size=20))
def test_nothing_like_an_amount_breaks_the_reader_either(text: str) -> None:
    reading = read_amount(text)
    assert reading.amount is None or reading.amount.fen >= 0


@given(
    st.integers(0, 10**15),
    st.sampled_from(["CNY", "USD", "HKD", "JPY"]),
    st.sampled_from(list(Qualifier)),
)
def test_what_is_written_reads_back_to_the_fen(
    fen: int, currency: str, qualifier: Qualifier
) -> None:
    amount = Amount(fen, currency, qualifier)
    assert read_amount(money.written(amount)).amount == amount
    assert read_amount(money.written_in(amount, money.IN_WAN)).amount == amount


@given(st.integers(0, 10**15))
def test_capitals_read_back_to_the_fen(fen: int) -> None:
    assert read_amount(in_capitals(Amount(fen))).amount == Amount(fen)
    assert read_amount(money.written_foreign(Amount(fen, "USD"))).amount == Amount(fen, "USD")
