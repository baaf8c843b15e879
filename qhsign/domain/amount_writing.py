"""Amounts as prints, screens and the command line write them: exact to the fen, always."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from qhsign.domain import currency as currencies
from qhsign.domain.amount import (
    FEN_PER_YUAN,
    IN_WAN,
    IN_YI,
    IN_YUAN,
    WAN,
    YI,
    Amount,
    Qualifier,
    Unit,
)

# Past this many decimals a figure in 亿 or 万 is harder to read than the plain one in 元.
_MOST_DECIMALS = 4
_SCALES = (10**12, 10**9, 10**6)

_CHINESE_QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "超",
    Qualifier.NEAR: "近",
    Qualifier.ABOUT: "约",
}


@dataclass(frozen=True, slots=True)
class ForeignWords:
    """How a foreign side writes amounts: ``units`` for 10^12, 10^9 and 10^6, and the marks.

    ``qualifiers`` are patterns around ``{amount}``; an exact amount needs none.
    """

    units: tuple[str, str, str]
    qualifiers: Mapping[Qualifier, str]
    decimal: str = "."
    thousands: str = ","


ENGLISH = ForeignWords(
    units=("trillion", "billion", "million"),
    qualifiers=MappingProxyType(
        {
            Qualifier.OVER: "over {amount}",
            Qualifier.NEAR: "nearly {amount}",
            Qualifier.ABOUT: "about {amount}",
        }
    ),
)


def qualifier_word(qualifier: Qualifier) -> str:
    """Return the Chinese word that goes before a figure: 超, 近, 约, or nothing when exact."""
    return _CHINESE_QUALIFIERS[qualifier]


def written(amount: Amount) -> str:
    """Return the amount in running Chinese: 536亿元, 近3000万元, 1.2亿美元, 16409.02元.

    From 1亿 in 亿, under it in 万; in 元 where that unit would need more than four decimals, so
    no fen is ever lost or rounded (domain notes §3).
    """
    return written_in(amount, _unit_that_suits(amount))


def written_in(amount: Amount, unit: Unit, *, bare: bool = False) -> str:
    """Return the amount in a given unit, exact, without trailing zeros: 0.3亿元.

    ``bare`` leaves out unit and currency, for a column whose heading names them: 近0.3.
    The currency is the amount's own. Raises ValueError for a unit without a scale.
    """
    if unit.scale is None:
        raise ValueError("a heading that names only a currency is no unit to write in")
    figure = qualifier_word(amount.qualifier) + _figure(amount.fen, unit.scale)
    return figure if bare else figure + unit.word + _yuan_word(amount.currency)


def unit_for_column(amounts: Iterable[Amount | None]) -> Unit:
    """Return the one unit a column of amounts reads best in.

    The largest of 亿, 万 and 元 that the largest amount reaches and that writes every amount
    with at most four decimals; 元 for a column without amounts.
    """
    all_fen = [amount.fen for amount in amounts if amount is not None]
    largest = max(all_fen, default=0)
    for unit, scale in ((IN_YI, YI), (IN_WAN, WAN)):
        reached = largest >= scale * FEN_PER_YUAN
        if reached and all(_decimals(fen, scale) <= _MOST_DECIMALS for fen in all_fen):
            return unit
    return IN_YUAN


def unit_heading(unit: Unit, currency: str = currencies.HOME) -> str:
    """Return the words for a heading over bare figures: 亿元, 万美元, 元."""
    return unit.word + _yuan_word(unit.currency or currency)


def unit_heading_foreign(unit: Unit, currency: str = currencies.HOME) -> str:
    """Return the heading for the foreign side: ``CNY 100 million``, ``CNY 10 thousand``, CNY."""
    multiple = {YI: " 100 million", WAN: " 10 thousand"}.get(unit.scale or 1, "")
    return f"{unit.currency or currency}{multiple}"


def written_foreign(amount: Amount, words: ForeignWords = ENGLISH) -> str:
    """Return the amount for the foreign side, currency first: ``USD 120 million`` (notes §3).

    A figure of more than four decimals in its unit is written out: ``CNY 1,234,567.89``.
    """
    return _qualified(amount, _foreign_figure(amount, words), words)


def written_out_foreign(amount: Amount, words: ForeignWords = ENGLISH) -> str:
    """Return every digit of the amount, which nobody can add one to: ``USD 120,000,000.00``."""
    whole, rest = divmod(amount.fen, FEN_PER_YUAN)
    figure = f"{whole:,}".replace(",", words.thousands) + f"{words.decimal}{rest:02}"
    return _qualified(amount, f"{amount.currency} {figure}", words)


def _foreign_figure(amount: Amount, words: ForeignWords) -> str:
    for scale, word in zip(_SCALES, words.units, strict=True):
        fits = _decimals(amount.fen, scale) <= _MOST_DECIMALS
        if amount.fen >= scale * FEN_PER_YUAN and fits:
            figure = _figure(amount.fen, scale).replace(".", words.decimal)
            return f"{amount.currency} {figure} {word}"
    whole, rest = divmod(amount.fen, FEN_PER_YUAN)
    figure = f"{whole:,}".replace(",", words.thousands)
    return f"{amount.currency} {figure}" + (f"{words.decimal}{rest:02}" if rest else "")


def _qualified(amount: Amount, figure: str, words: ForeignWords) -> str:
    return words.qualifiers.get(amount.qualifier, "{amount}").format(amount=figure)


def decimal_string(fen: int) -> str:
    """Return hundredths as a decimal string in the currency's unit, such as "53600000000.00".

    A gap may be negative.
    """
    whole, rest = divmod(abs(fen), FEN_PER_YUAN)
    return f"{'-' if fen < 0 else ''}{whole}.{rest:02}"


def _unit_that_suits(amount: Amount) -> Unit:
    unit, scale = (IN_YI, YI) if amount.fen >= YI * FEN_PER_YUAN else (IN_WAN, WAN)
    too_small = amount.fen < scale * FEN_PER_YUAN
    if too_small or _decimals(amount.fen, scale) > _MOST_DECIMALS:
        return IN_YUAN
    return unit


def _yuan_word(currency: str) -> str:
    return "元" if currency == currencies.HOME else currencies.chinese_name(currency)


def _figure(fen: int, scale: int) -> str:
    """Return fen divided by a power of ten times the currency unit, exact, in plain digits."""
    places = len(str(scale * FEN_PER_YUAN)) - 1
    whole, rest = divmod(fen, scale * FEN_PER_YUAN)
    decimals = f"{rest:0{places}}".rstrip("0") if rest else ""
    return f"{whole}.{decimals}" if decimals else str(whole)


def _decimals(fen: int, scale: int) -> int:
    return len(_figure(fen, scale).partition(".")[2])
