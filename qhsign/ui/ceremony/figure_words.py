"""Counts and amounts as the screen of the ceremony writes them, short enough for a column."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from qhsign.domain.amount_writing import ENGLISH, ForeignWords, written, written_foreign
from qhsign.domain.currency import HOME
from qhsign.domain.money import Amount
from qhsign.wording import Language

_MINUS = "−"
_SHORT = ForeignWords(units=("tn", "bn", "m"), qualifiers=ENGLISH.qualifiers)


def amount_word(amount: Amount, language: Language) -> str:
    """Write an amount as the window's language does: 536亿元, CNY 53.6 bn."""
    return written(amount) if language is Language.CHINESE else written_foreign(amount, _SHORT)


def sums_word(amounts: Mapping[str, int], language: Language) -> str:
    """Write sums in 分 by currency, 人民币 first; nothing where there are none."""
    ordered = sorted(amounts.items(), key=lambda pair: (pair[0] != HOME, pair[0]))
    return " + ".join(amount_word(Amount(fen, currency), language) for currency, fen in ordered)


def count_word(count: int) -> str:
    """Write how many contracts: 18项."""
    return QCoreApplication.translate("Figures", "{count} items").format(count=f"{count:,}")


def total_word(count: int, amounts: Mapping[str, int], language: Language) -> str:
    """Write count and sums: 18项 536亿元."""
    return " ".join(filter(None, (count_word(count), sums_word(amounts, language))))


def count_gap_word(gap: int, *, short: bool = False) -> str:
    """Write how many contracts more or fewer than declared: −1项, or short −1, and 0 for none."""
    if gap == 0:
        return "0"
    return _sign(gap) + (f"{abs(gap):,}" if short else count_word(abs(gap)))


def amount_gap_word(fen: int, language: Language) -> str:
    """Write how much more or less than declared, in 分 of 人民币: −2.6亿元, and 0 for nothing."""
    return "0" if fen == 0 else _sign(fen) + amount_word(Amount(abs(fen)), language)


def _sign(gap: int) -> str:
    return _MINUS if gap < 0 else "+"
