"""What the follow-up use cases hand out: steps, payments, rates, editions, all frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from qhsign.domain.contract import LifeCycle
from qhsign.domain.editions import (
    CarriedCheck,
    Figure,
    Growth,
    PartsCheck,
    PublishedRate,
    Series,
)
from qhsign.domain.follow_up import LeftOut, Tally, TargetMeasure
from qhsign.domain.money import Amount


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a contract's life.

    ``left`` is None where a list brought the contract as it is, ``day`` where nobody told it.
    ``who`` took the step; it was entered ``at``.
    """

    left: LifeCycle | None
    reached: LifeCycle
    day: date | None
    who: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """Funds put in place on one day.

    The answer to a change carries its ``operation``, for `qhsign.services.follow_up_undo.undo`.
    """

    number: int
    contract: int
    day: date
    amount: Amount
    source: str
    remark: str
    operation: str = ""


@dataclass(frozen=True, slots=True)
class FollowedContract:
    """How a contract stands after the fair.

    ``funds`` are in 分 by currency. ``rate`` is 资金到位率 in percent, None for a contract that is
    not signed or has no amount. ``funds_pass_amount`` tells funds above the amount, which is shown
    and never forced; None without an amount.
    ``next_states`` are where it may go from here.
    """

    number: int
    title: str
    amount: Amount | None
    state: LifeCycle
    next_states: Sequence[LifeCycle]
    agreed_on: date | None
    agreed_by: str
    signed_on: date | None
    steps: Sequence[StepRow]
    payments: Sequence[PaymentRow]
    funds: Mapping[str, int]
    rate: Decimal | None
    funds_pass_amount: bool | None

    @property
    def label(self) -> str:
        """The number as people read it: four digits or more."""
        return f"{self.number:04d}"


@dataclass(frozen=True, slots=True)
class Moved:
    """Contracts that took a step, by number, and those that stood there already.

    ``operation`` is what `qhsign.services.follow_up_undo.undo` takes back.
    """

    moved: Sequence[int]
    unchanged: Sequence[int]
    operation: str


@dataclass(frozen=True, slots=True)
class FollowUpUndone:
    """How much an undo gave back, and how much it left because it was changed since."""

    undone: int
    kept: int


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A contract that is left out of 资金到位率, or some of whose funds are, and why."""

    number: int
    title: str
    reasons: Sequence[LeftOut]


@dataclass(frozen=True, slots=True)
class RateRow:
    """The rates of one group; an empty ``name`` holds the contracts that name none.

    ``targets`` are counts or 分 of 人民币, ``completion`` is 完成率 in percent. The answer to a
    change of targets carries its ``operation``, for `qhsign.services.follow_up_undo.undo`.
    """

    name: str
    tally: Tally
    targets: Mapping[TargetMeasure, int]
    completion: Mapping[TargetMeasure, Decimal]
    operation: str = ""


@dataclass(frozen=True, slots=True)
class RateGroup:
    """The rates by slate, industry or region; rows of an ``overlapping`` group do not add up."""

    by: str
    overlapping: bool
    rows: Sequence[RateRow]


@dataclass(frozen=True, slots=True)
class RatesReport:
    """The rates of all contracts, or of those of one slate, and of their groups."""

    slate: str | None
    whole: RateRow
    groups: Sequence[RateGroup]
    left_out: Sequence[LeftOutRow]


@dataclass(frozen=True, slots=True)
class Editions:
    """What was published of the editions, and what these figures say beside each other."""

    figures: Sequence[Figure]
    growths: Sequence[Growth]
    rates: Sequence[PublishedRate]
    parts: Sequence[PartsCheck]
    carried: Sequence[CarriedCheck]
    series: Sequence[Series]


@dataclass(frozen=True, slots=True)
class FigureSet:
    """A published figure as it was entered, None where it was taken away.

    ``operation`` is what `qhsign.services.follow_up_undo.undo` takes back.
    """

    figure: Figure | None
    operation: str


@dataclass(frozen=True, slots=True)
class PublishedTaken:
    """How many figures that come with the program were entered; ``operation`` as above."""

    added: int
    operation: str
