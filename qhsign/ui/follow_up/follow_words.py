"""Words of the follow-up: states, amounts and shares, as the catalogue and money rules have it."""

from collections.abc import Mapping
from decimal import Decimal

from qhsign.domain.contract import LifeCycle
from qhsign.domain.currency import HOME
from qhsign.domain.money import Amount, written, written_foreign
from qhsign.wording import Language, say

NOTHING = "—"


def state_word(state: LifeCycle, language: Language) -> str:
    """Return what a state is called (开工)."""
    return say(f"life-cycle-{state}", language)


def amount_word(amount: Amount | None, language: Language) -> str:
    """Return an amount as people write it (5.2亿元), or a dash."""
    if amount is None:
        return NOTHING
    return written(amount) if language is Language.CHINESE else written_foreign(amount)


def sums_word(sums: Mapping[str, int], language: Language) -> str:
    """Return sums, in 分 by currency, each by itself: nothing is converted."""
    order = sorted(sums, key=lambda code: (code != HOME, code))
    parts = (amount_word(Amount(sums[code], code), language) for code in order)
    return ("、" if language is Language.CHINESE else ", ").join(parts) or NOTHING


def percent_word(rate: Decimal | None) -> str:
    """Return a rate with its sign of percent, or a dash."""
    return NOTHING if rate is None else f"{rate}%"
