"""What the report screen is told of exports: frozen, safe to pass between threads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qhsign.domain.guest import Category
from qhsign.domain.ordering import Order
from qhsign.wording import Language


class Report(StrEnum):
    """A list or paper offices ask for, by the word the journal or the ledger keeps of it."""

    ROSTER = "guests"
    ATTENDANCE = "attendance"
    CHECK_INS = "check-ins"
    ADDRESS_LIST = "address-list"
    SEATING = "seating"
    CONTRACT_LIST = "contract-list"
    CONTRACTS = "contracts"
    BRIEF = "statistics-brief"

    @property
    def is_paper(self) -> bool:
        """Whether it is a working paper with columns of its own, entered in the print ledger."""
        return self in {Report.ADDRESS_LIST, Report.CONTRACT_LIST, Report.BRIEF}

    @property
    def is_of_guests(self) -> bool:
        """Whether it lists people, who can be chosen."""
        return self not in {Report.CONTRACT_LIST, Report.CONTRACTS, Report.BRIEF}

    @property
    def has_order(self) -> bool:
        """Whether one of the orders of guests decides how it is sorted."""
        return self in {Report.ROSTER, Report.ATTENDANCE, Report.ADDRESS_LIST}

    @property
    def knows_arrivals(self) -> bool:
        """Whether those who came, or did not, can be chosen alone."""
        return self.is_of_guests and self is not Report.CHECK_INS

    @property
    def formats(self) -> tuple[str, ...]:
        """The endings of its file's name, the usual one first."""
        if self is Report.BRIEF:
            return ("docx", "pdf")
        return ("xlsx", "docx", "pdf", "csv")

    @property
    def word(self) -> str:
        """The code of the sentence that names it."""
        return f"document-{self}" if self.is_paper else f"export-sheet-{self}"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column a report may have; a sensitive one is written only for a purpose."""

    name: str
    usual: bool
    sensitive: bool


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What is to be written; what a report does not know of is passed over.

    ``columns`` are names in their order, None for the usual ones. ``order`` None is the event's
    own. ``group`` is delegation, organization or liaison, of an address list. ``category``,
    ``delegation`` (a name), ``activity`` (an id) and ``arrived`` choose guests as a GuestSelection
    does; ``slate`` is a name, "" for all contracts. An address list shows whole phone numbers, and
    sensitive columns are written, only for a ``purpose``.
    """

    what: Report = Report.ROSTER
    columns: tuple[str, ...] | None = None
    order: Order | None = None
    group: str = "delegation"
    category: Category | None = None
    delegation: str = ""
    activity: str = ""
    arrived: bool | None = None
    slate: str = ""
    purpose: str = ""
    language: Language = Language.CHINESE


@dataclass(frozen=True, slots=True)
class ReportWritten:
    """What was written; ``doubts`` are sentences by code and parameters, for somebody to look."""

    rows: int
    pages: int | None = None
    doubts: Sequence[tuple[str, Mapping[str, object]]] = ()


@dataclass(frozen=True, slots=True)
class ReportPreview:
    """The first page of a report, or all of a short one, as a PDF; nothing sensitive is legible.

    ``rows`` are those of the whole report; ``is_cut`` tells that not all were laid out.
    """

    pdf: bytes
    rows: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class PastExport:
    """One export the journal or the ledger tells of, in the event's own time.

    ``what`` is what was exported, by its code; ``rows`` or ``pages`` are None where they were not
    kept; ``outcome`` is done, failed or begun.
    """

    at: datetime
    operator: str
    desk: str
    what: str
    destination: str
    rows: int | None
    pages: int | None
    purpose: str
    outcome: str
