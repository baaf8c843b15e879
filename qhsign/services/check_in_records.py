"""What the check-in use cases hand out: frozen, safe to pass between threads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from qhsign.domain.check_in import Verdict
from qhsign.domain.guest import Category
from qhsign.domain.number_tag import TagRule


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity (活动) as the desk chooses it; times carry their zone."""

    id: str
    number: int
    name: str
    place: str
    opens: datetime | None
    closes: datetime | None
    reentry: str
    invited: str
    categories: tuple[Category, ...] | None
    zones: tuple[str, ...] | None
    tags: TagRule = TagRule.NONE
    """How number tags (号码牌) are given here."""


@dataclass(frozen=True, slots=True)
class ScannedGuest:
    """The person a scan found, with what the desk shows."""

    id: str
    number: int
    full_name: str
    latin_name: str
    organization: str
    title: str
    category: Category
    vip: bool
    seat: str
    liaison: str = ""
    """Who looks after the guest (联络员); a phone number in that cell is masked."""
    photo: str = ""
    """Digest of the guest's photo, or "" for none."""


@dataclass(frozen=True, slots=True)
class FirstScan:
    """The earlier scan a repeated one refers to."""

    at: datetime
    desk: str


@dataclass(frozen=True, slots=True)
class ScanResult:
    """The answer to one scan; ``counted`` is true when the person now counts as in.

    ``message_code`` and ``message_parameters`` are the sentence of why and what now.
    """

    scan: str
    verdict: Verdict
    counted: bool
    overridden: bool
    guest: ScannedGuest | None
    first: FirstScan | None
    at: datetime
    desk: str
    leaving: bool
    annulled: bool
    message_code: str
    message_parameters: Mapping[str, object]
    rehearsal: bool = False
    """Scanned in a rehearsal (演练): never counted anywhere."""
    tag: str = ""
    """The person's number tag at this activity, or "" for none."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """应到 and 实到 (distinct people) of an activity, by category."""

    expected: int
    arrived: int
    by_category: Mapping[Category, tuple[int, int]]
    last_five_minutes: int
