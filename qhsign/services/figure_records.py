"""The statistics of the report screen: frozen, counted from records, times in the event's zone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qhsign.domain.guest import Category
from qhsign.services.overview_records import Figures


@dataclass(frozen=True, slots=True)
class ActivityKinds:
    """应到 and 实到 of one activity, in all and by category; ``name`` is "" for all activities.

    ``unknown`` came with a badge whose guest this desk does not know: they belong to no category.
    """

    name: str
    opens: datetime | None
    figures: Figures
    by_category: Mapping[Category, Figures]
    unknown: int


@dataclass(frozen=True, slots=True)
class DelegationFigures:
    """The figures of one delegation, "" for guests without one.

    ``named`` are its guests on file, whatever their state; ``declared`` is the number a list gave
    without names, None where none did.
    """

    name: str
    declared: int | None
    named: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Who came on one day: people, those who had not come before, and entries in all."""

    day: date
    people: int
    first_time: int
    entries: int


@dataclass(frozen=True, slots=True)
class OrganizationFigures:
    """People and organizations of one category, None for all: 应到 and 实到 of both.

    An organization is here when one of its people is. Guests without an organization count as
    people only.
    """

    category: Category | None
    people: Figures
    organizations: Figures


@dataclass(frozen=True, slots=True)
class SlateFigures:
    """A slate's contracts beside the declared figures; amounts in 分, ``amounts`` by currency.

    ``name`` is "" for all distinct contracts of the event. A gap is computed less declared, None
    where nothing was declared; the amounts' gap is in 人民币.
    """

    name: str
    contracts: int
    without_amount: int
    amounts: Mapping[str, int]
    declared_contracts: int | None = None
    declared_amount: int | None = None
    gap: int | None = None

    @property
    def contract_gap(self) -> int | None:
        """Contracts on file less contracts declared."""
        declared = self.declared_contracts
        return None if declared is None else self.contracts - declared


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """All tables of one activity (``activity`` "" is any), as of one moment.

    ``by_activity`` and ``slates`` are of the whole event, whatever the activity; their last line is
    the sum over distinct people and contracts.
    """

    as_of: datetime
    activity: str
    by_activity: Sequence[ActivityKinds]
    by_delegation: Sequence[DelegationFigures]
    by_day: Sequence[DayFigures]
    by_organization: Sequence[OrganizationFigures]
    slates: Sequence[SlateFigures]
