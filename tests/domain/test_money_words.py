from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qhsign.domain.amount import Amount, Qualifier
from qhsign.domain.money_words import in_capitals

VECTORS = {
    "53600000000": "人民币伍佰叁拾陆亿元整",
    "91600000000": "人民币玖佰壹拾陆亿元整",
    "28800000000": "人民币贰佰捌拾捌亿元整",
    "347000000000": "人民币叁仟肆佰柒拾亿元整",
    "104500000000": "人民币壹仟零肆拾伍亿元整",
    "1050000000": "人民币壹拾亿伍仟万元整",
    "1005000000": "人民币壹拾亿零伍佰万元整",
    "1000050000": "人民币壹拾亿零伍万元整",
    "100010000": "人民币壹亿零壹万元整",
    "100000001": "人民币壹亿零壹元整",
    "10000001": "人民币壹仟万零壹元整",
    "16409.02": "人民币壹万陆仟肆佰零玖元零贰分",
    "1409.50": "人民币壹仟肆佰零玖元伍角整",
    "325.04": "人民币叁佰贰拾伍元零肆分",
    "0.05": "人民币伍分",
    "0": "人民币零元整",
    "1000000000000": "人民币壹万亿元整",
    "10": "人民币壹拾元整",
    "107000.53": "人民币壹拾万柒仟元伍角叁分",
    "1680.32": "人民币壹仟陆佰捌拾元叁角贰分",
    # Beyond the published table, by its rule: zeros that end a group are silent.
    "100001000": "人民币壹亿壹仟元整",
    "1000100000000": "人民币壹万零壹亿元整",
    "100001010": "人民币壹亿壹仟零壹拾元整",
    "1001.05": "人民币壹仟零壹元零伍分",
}


@pytest.mark.parametrize(("yuan", "words"), VECTORS.items())
def test_amounts_in_capitals(yuan: str, words: str) -> None:
    assert in_capitals(Amount(int(Decimal(yuan) * 100))) == words


def test_an_office_may_leave_out_the_whole_after_jiao() -> None:
    assert in_capitals(Amount(140950), jiao_with_whole=False) == "人民币壹仟肆佰零玖元伍角"
    assert in_capitals(Amount(50)) == "人民币伍角整"
    assert in_capitals(Amount(140900), jiao_with_whole=False) == "人民币壹仟肆佰零玖元整"


def test_a_foreign_currency_goes_first() -> None:
    assert in_capitals(Amount(12_000_000_000, "USD")) == "美元壹亿贰仟万元整"


def test_a_qualified_figure_claims_no_whole() -> None:
    near = Amount(3_000_000_000, "CNY", Qualifier.NEAR)
    assert in_capitals(near) == "人民币近叁仟万元"


DIGITS = "零壹贰叁肆伍陆柒捌玖"


def spelled_out(words: str) -> int:
    """Read capitals character by character, the way a bank clerk checks a cheque."""
    fen = whole = myriads = section = digit = 0
    for character in words.removeprefix("人民币").removesuffix("整"):
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character in "拾佰仟":
            section += digit * {"拾": 10, "佰": 100, "仟": 1000}[character]
            digit = 0
        elif character == "万":
            myriads += (section + digit) * 10**4
            section = digit = 0
        elif character == "亿":
            whole += (myriads + section + digit) * 10**8
            myriads = section = digit = 0
        else:
            whole += myriads + section + digit
            fen += {"元": whole * 100, "角": digit * 10, "分": digit}[character]
            whole = myriads = section = digit = 0
    return fen


@given(st.integers(0, 10**14))
def test_capitals_say_exactly_the_amount(fen: int) -> None:
    words = in_capitals(Amount(fen))
    assert spelled_out(words) == fen
    assert "零零" not in words
    assert not {"零万", "零亿", "亿万", "零整"} & {words[i : i + 2] for i in range(len(words))}
    assert words.endswith("整") is (fen % 10 == 0)
