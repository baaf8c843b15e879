"""Everything the side panel shows of one guest: frozen rows, times in the event's zone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from qhsign.domain.guest import Category, Invitation
from qhsign.services.guest_joining_records import GuestBrief
from qhsign.services.guest_records import Arrival

YES = "yes"
"""What a mark that is set reads as, and what sets it."""


@dataclass(frozen=True, slots=True)
class GuestReading:
    """How the name is read, by rule and as it stands; ``confirmed`` where staff entered it.

    ``unranked`` are the characters of the name that no stroke order can place.
    """

    computed: str
    shown: str
    confirmed: bool
    unranked: str = ""


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity and the guest: invited or not, and when the guest first came in.

    ``by_list`` tells that the activity keeps a list of its own; else all confirmed are invited.
    """

    id: str
    name: str
    opens: datetime | None
    invited: bool
    by_list: bool
    first: Arrival | None


@dataclass(frozen=True, slots=True)
class SignedLine:
    """A contract the guest signs: its number as people read it, title, and the side (甲, 乙 …)."""

    number: str
    title: str
    side: str
    role: str
    """``signatory``, or ``assistant``, ``substitute`` or ``witness`` by that name and side."""


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """A badge the guest holds or held; ``status`` is active, revoked or replaced."""

    serial: int
    short_code: str
    status: str
    issued_at: datetime
    printed: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A run of the print ledger that had something of this guest; ``code`` why it was left out."""

    run: str
    at: datetime
    kind: str
    layout: str
    outcome: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """The delegation, how many it declared (一行8人) and how many of it are named."""

    name: str
    declared: int | None
    named: int


@dataclass(frozen=True, slots=True)
class GuestProblem:
    """Something to mend: the code and parameters of a sentence, and the field that mends it."""

    code: str
    parameters: Mapping[str, object]
    field: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changed, as text: what is sensitive masked, closed lists by their codes."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One operation on the guest, the whole of it.

    ``action`` is the journal's word for it. ``note`` says more of it: a purpose, a reason, the
    file of an import with ``row``, 0 for none. ``can_undo`` where something it did still stands.
    """

    operation: str
    at: datetime
    operator: str
    desk: str
    action: str
    changes: Sequence[FieldChange]
    note: str = ""
    row: int = 0
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class GuestDetails:
    """One guest as of one moment.

    ``facts`` holds every field of `guest_fields` by its name, as text; what is sensitive is
    masked. ``country`` is its name in Chinese and in English, "" where none is known. ``photo`` is
    a JPEG, empty for none. ``history`` is the latest first; ``operations`` counts all of it.
    ``also`` are the numbers of records that were joined into this one.
    """

    id: str
    number: int
    full_name: str
    category: Category
    vip: bool
    status: Invitation
    facts: Mapping[str, str]
    reading: GuestReading
    country: str
    country_en: str
    photo: bytes
    activities: Sequence[ActivityLine]
    contracts: Sequence[SignedLine]
    badges: Sequence[BadgeLine]
    prints: Sequence[PrintLine]
    delegation: DelegationLine | None
    problems: Sequence[GuestProblem]
    namesakes: Sequence[GuestBrief]
    history: Sequence[HistoryLine]
    operations: int
    also: Sequence[str] = ()
    delegations: Sequence[str] = field(default=())
    """The names of all delegations, to choose from."""

    @property
    def label(self) -> str:
        """The number as people read it: five digits or more."""
        return f"{self.number:05d}"
