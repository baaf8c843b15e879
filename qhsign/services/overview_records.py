"""What the overview is made of: frozen, light to import, times in the event's own zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from qhsign.domain.guest import Category

SPAN = 5
"""How many minutes of arrivals are counted together."""


@dataclass(frozen=True, slots=True)
class Figures:
    """应到 and 实到 of one activity or one kind of guest."""

    expected: int
    arrived: int

    @property
    def share(self) -> float | None:
        """签到率, from 0; None where nobody is expected. May exceed 1 where others came too."""
        return self.arrived / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class DayArrivals:
    """The first entries of one day of the event's calendar.

    ``by_span`` counts people by the minute of the day at which their five minutes begin; spans
    without anybody are left out.
    """

    day: date
    by_span: Mapping[int, int]

    @property
    def total(self) -> int:
        """How many people came that day."""
        return sum(self.by_span.values())


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The figures of one badge category, or of the VIPs of every category."""

    category: Category
    vip: bool
    figures: Figures


@dataclass(frozen=True, slots=True)
class ActivityFigures:
    """The figures of one activity; ``opens`` is None where no time is set."""

    id: str
    name: str
    opens: datetime | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class VipArrival:
    """A VIP the activity expects, or who came without being expected.

    ``at`` is None while the person is missing; ``desk`` is where the first entry was.
    """

    number: int
    full_name: str
    organization: str
    title: str
    at: datetime | None
    desk: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One published number beside the records, as words; the gap is entered less declared.

    ``agrees`` tells that there is no gap.
    """

    subject: str
    measure: str
    qualifier: str
    declared: str
    entered: str
    checked_in: str
    gap: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class EventFileFacts:
    """The event file: its name, its size in bytes, its last journal entry, its newest copy.

    A copy is one that lies beside the file; None where there is none.
    """

    name: str
    size: int
    changed: datetime | None
    copied: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the overview shows of one activity, as of one moment.

    ``guests`` are all on file, whatever their state; ``recent`` came in the last five minutes;
    ``days`` are those with arrivals, and today where it is a day of the event, in their order.
    """

    as_of: datetime
    activity: str
    guests: int
    figures: Figures
    recent: int
    days: tuple[DayArrivals, ...]
    by_kind: tuple[KindFigures, ...]
    by_activity: tuple[ActivityFigures, ...]
    vips: tuple[VipArrival, ...]
    file: EventFileFacts
