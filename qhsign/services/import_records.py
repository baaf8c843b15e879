"""What reading a list into the event gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from qhsign.domain.amount import Amount
from qhsign.domain.contract_entry import ContractEntry, PartyEntry
from qhsign.domain.guest import Invitation
from qhsign.domain.guest_entry import GuestEntry
from qhsign.domain.list_sheet import Headings, ListProblem


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do on a dry run (then ``number`` is None).

    ``header_row`` is the last heading row; ``mapping`` gives each field's heading; ``rows`` counts
    rows with guests or contracts. ``suspected_duplicates`` are among ``new``. ``missing`` counts
    what the list's predecessor held and this one does not; nothing is removed.
    """

    number: int | None
    sheet: str
    header_row: int
    mapping: Mapping[str, str]
    rows: int
    new: int
    changed: int
    unchanged: int
    suspected_duplicates: int
    missing: int
    delegations: Mapping[str, int]
    problems: Sequence[ListProblem]


@dataclass(frozen=True, slots=True)
class GuestOutcome:
    """What becomes of one guest on a list: ``new``, ``changed``, ``unchanged`` or ``left-out``.

    ``changes`` gives each changed field's value in the event and on the list; ``like`` is the
    number of the guest a new one may be, None where nobody is suspected.
    """

    entry: GuestEntry
    outcome: str
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    like: int | None = None


@dataclass(frozen=True, slots=True)
class MissingGuest:
    """A guest of the list's predecessor whom the list does not hold; ``status`` is held now."""

    number: int
    full_name: str
    organization: str
    title: str
    status: Invitation = Invitation.CONFIRMED

    @property
    def may_cancel(self) -> bool:
        """Whether the guest is still meant to come."""
        return self.status not in {Invitation.CANCELLED, Invitation.DECLINED}


@dataclass(frozen=True, slots=True)
class GuestsTaken:
    """All that an import of guests did, or would do."""

    report: ImportReport
    headings: Headings
    outcomes: Sequence[GuestOutcome]
    missing: Sequence[MissingGuest]
    cancelled: int = 0
    """How many of the missing were set to cancelled."""


@dataclass(frozen=True, slots=True)
class ContractOutcome:
    """What becomes of one contract on a list; otherwise as a GuestOutcome."""

    entry: ContractEntry
    outcome: str
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    like: int | None = None


@dataclass(frozen=True, slots=True)
class MissingContract:
    """A contract of the list's predecessor that the list does not hold."""

    number: int
    title: str
    parties: Sequence[PartyEntry]
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class ContractsTaken:
    """All that an import of contracts did, or would do."""

    report: ImportReport
    headings: Headings
    outcomes: Sequence[ContractOutcome]
    missing: Sequence[MissingContract]


@dataclass(frozen=True, slots=True)
class PastImport:
    """One import the event remembers; ``undone_at`` is None while it stands."""

    number: int
    kind: str
    file_name: str
    at: datetime
    new: int
    changed: int
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Undone:
    """How many guests or contracts are as before an import, and how many it left changed since."""

    undone: int
    kept: int
    kind: str = "guests"
    """What the import held: guests, contracts or photos."""
