"""An amount of money as a claim: hundredths of a currency unit, the currency, the qualifier."""

from dataclasses import dataclass
from enum import StrEnum

from qhsign.domain import currency as currencies

FEN_PER_YUAN = 100
WAN = 10**4
YI = 10**8


class Qualifier(StrEnum):
    """How a published figure relates to the true one."""

    EXACT = "exact"  # 整
    OVER = "over"  # 余, 超
    NEAR = "near"  # 近
    ABOUT = "about"  # 约


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. A contract without one (框架协议) has ``None``, never an Amount of zero.

    ``fen`` counts hundredths of the currency's unit: 分 for CNY, cents for USD, and hundredths
    also where a currency has no smaller coin, so that one rule of arithmetic holds for all.
    Raises ValueError for a negative or fractional ``fen``.
    """

    fen: int
    currency: str = currencies.HOME
    qualifier: Qualifier = Qualifier.EXACT

    def __post_init__(self) -> None:
        if type(self.fen) is not int or self.fen < 0:
            raise ValueError(f"an amount is a whole number of fen from zero, not {self.fen!r}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit amounts are written in: how many currency units it stands for, and its word.

    ``currency`` is None where the words name none: the amounts are then in their own currency,
    CNY by default. ``scale`` is None where a heading names a currency but no unit (人民币).
    """

    scale: int | None
    word: str
    currency: str | None = None


IN_YUAN = Unit(1, "")
IN_WAN = Unit(WAN, "万")
IN_YI = Unit(YI, "亿")
