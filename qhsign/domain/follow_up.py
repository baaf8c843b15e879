"""After the fair: what counts in the rates of signed contracts, and the rates (notes §2).

Counts are of distinct contracts, money is whole 分 per currency and never converted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from qhsign.domain.amount import Amount, Qualifier
from qhsign.domain.contract import (
    LifeCycle,
    completion_rate,
    funding_rate,
    implementation_rate,
    is_implemented,
    is_signed,
    performance_rate,
)
from qhsign.domain.currency import HOME


class Rate(StrEnum):
    """A rate of the follow-up; its definition is the sentence ``rate-<code>-definition``."""

    IMPLEMENTATION = "implementation"  # 落实率
    PERFORMANCE = "performance"  # 履约率
    FUNDING = "funding"  # 资金到位率
    COMPLETION = "completion"  # 完成率


class TargetMeasure(StrEnum):
    """What a target is set for; the last two are 分 of 人民币."""

    CONTRACTS = "contracts"  # 签约项目
    IMPLEMENTED = "implemented"  # 落实项目
    AMOUNT = "amount"  # 签约额
    FUNDS = "funds"  # 到位资金


class LeftOut(StrEnum):
    """Why a contract, or funds of it, are no part of an amount rate."""

    NO_AMOUNT = "no-amount"
    NOT_SIGNED = "not-signed"
    OTHER_CURRENCY = "other-currency"


@dataclass(frozen=True, slots=True)
class Followed:
    """A contract as the rates see it; ``funds`` are its payments in 分 by currency.

    ``before_end`` is the state it had before 终止, None where nobody knows.
    """

    id: str
    amount: Amount | None
    state: LifeCycle
    before_end: LifeCycle | None = None
    funds: Mapping[str, int] = field(default_factory=dict)

    @property
    def was_signed(self) -> bool:
        """Whether it counts as signed (签约): also when it was terminated afterwards.

        A terminated one of which nobody knows counts: to leave it out would flatter 履约率.
        """
        if self.state is not LifeCycle.TERMINATED:
            return is_signed(self.state)
        return self.before_end is None or is_signed(self.before_end)

    @property
    def counted_funds(self) -> int | None:
        """The funds that count in 资金到位率, in 分 of the amount's currency; else None."""
        if not self.was_signed or self.amount is None:
            return None
        return self.funds.get(self.amount.currency, 0)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Why it, or funds of it, are left out of 资金到位率; empty where nothing is."""
        reasons = []
        if self.was_signed and self.amount is None:
            reasons.append(LeftOut.NO_AMOUNT)
        if not self.was_signed and self.funds:
            reasons.append(LeftOut.NOT_SIGNED)
        if self.was_signed and self.amount and set(self.funds) - {self.amount.currency}:
            reasons.append(LeftOut.OTHER_CURRENCY)
        return tuple(reasons)


@dataclass(frozen=True, slots=True)
class Tally:
    """What the rates of some contracts are made of.

    ``signed`` counts contracts ever signed, the ``terminated`` ones of them included;
    ``implemented``, ``started`` and ``operating`` those that are at least that far, 终止 not.
    ``without_amount`` and ``approximate`` (超, 近, 约) are among the signed ones. ``amounts`` are
    those of the signed ones and ``funds`` what was paid for them in the currency of the amount;
    ``other_funds`` is all the rest that was paid. Both together are every payment.
    """

    contracts: int
    signed: int
    implemented: int
    started: int
    operating: int
    terminated: int
    without_amount: int
    approximate: int
    amounts: Mapping[str, int]
    funds: Mapping[str, int]
    other_funds: Mapping[str, int]

    @property
    def implementation(self) -> Decimal | None:
        """落实率 in percent, None without a signed contract."""
        return implementation_rate(self.implemented, self.signed)

    @property
    def performance(self) -> Decimal | None:
        """履约率 in percent, None without a signed contract."""
        return performance_rate(self.signed, self.terminated)

    @property
    def funding(self) -> Mapping[str, Decimal | None]:
        """资金到位率 in percent for each currency of the amounts; it may pass 100."""
        return {
            currency: funding_rate(self.funds.get(currency, 0), fen)
            for currency, fen in self.amounts.items()
        }

    @property
    def all_funds(self) -> Mapping[str, int]:
        """Every payment, in 分 by currency."""
        return _added(self.funds, self.other_funds)

    def actual(self, measure: TargetMeasure) -> int:
        """Return what a target is compared with: a count, or 分 of 人民币."""
        return {
            TargetMeasure.CONTRACTS: self.signed,
            TargetMeasure.IMPLEMENTED: self.implemented,
            TargetMeasure.AMOUNT: self.amounts.get(HOME, 0),
            TargetMeasure.FUNDS: self.all_funds.get(HOME, 0),
        }[measure]

    def completion(self, targets: Mapping[TargetMeasure, int]) -> dict[TargetMeasure, Decimal]:
        """Return 完成率 in percent for each target there is."""
        found = {measure: completion_rate(self.actual(measure), targets[measure])
                 for measure in targets}  # fmt: skip
        return {measure: rate for measure, rate in found.items() if rate is not None}


def tally(contracts: Iterable[Followed]) -> Tally:
    """Add up distinct contracts for the rates."""
    distinct = list({each.id: each for each in contracts}.values())
    signed = [each for each in distinct if each.was_signed]
    reached = [each.state for each in distinct]
    amounts = _added(
        *({each.amount.currency: each.amount.fen} for each in signed if each.amount is not None)
    )
    funds = _added(
        *(
            {each.amount.currency: each.counted_funds}
            for each in signed
            if each.amount is not None and each.counted_funds
        )
    )
    paid = _added(*(each.funds for each in distinct))
    return Tally(
        contracts=len(distinct),
        signed=len(signed),
        implemented=sum(map(is_implemented, reached)),
        started=sum(state in (LifeCycle.STARTED, LifeCycle.OPERATING) for state in reached),
        operating=reached.count(LifeCycle.OPERATING),
        terminated=sum(each.state is LifeCycle.TERMINATED for each in signed),
        without_amount=sum(each.amount is None for each in signed),
        approximate=sum(
            each.amount is not None and each.amount.qualifier is not Qualifier.EXACT
            for each in signed
        ),
        amounts=amounts,
        funds=funds,
        other_funds={
            currency: rest
            for currency, fen in paid.items()
            if (rest := fen - funds.get(currency, 0))
        },
    )


def _added(*sums: Mapping[str, int]) -> dict[str, int]:
    """Add sums up per currency, the home currency first."""
    total: dict[str, int] = {}
    for each in sums:
        for currency, fen in each.items():
            total[currency] = total.get(currency, 0) + fen
    return {code: total[code] for code in sorted(total, key=lambda code: (code != HOME, code))}
