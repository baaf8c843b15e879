"""An amount of money as a claim: hundredths of a currency unit, the currency, the qualifier."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from qhsign.domain import currency as currencies

FEN_PER_YUAN = 100
WAN = 10**4
YI = 10**8

_FigureT = TypeVar("_FigureT", int, Decimal)


class Qualifier(StrEnum):
    """How a published figure relates to the true one."""

    EXACT = "exact"  # 整
    OVER = "over"  # 余, 超
    NEAR = "near"  # 近
    ABOUT = "about"  # 约


_NEARLY = 10  # 近 and 约 still hold when the figure is off by a tenth


def holds(qualifier: Qualifier, published: _FigureT, counted: _FigureT) -> bool:
    """Tell whether a published figure still holds beside the counted one, in the same unit.

    An exact figure holds when equal; 超 or 余 from that figure up to a tenth above; 近 down to a
    tenth below; 约 a tenth either way.
    """
    gap = (counted - published) * _NEARLY
    return {
        Qualifier.EXACT: gap == 0,
        Qualifier.OVER: 0 <= gap <= published,
        Qualifier.NEAR: -published <= gap <= 0,
        Qualifier.ABOUT: abs(gap) <= published,
    }[qualifier]


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
