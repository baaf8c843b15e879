"""What the import wizard is told and what it asks for: frozen, and cheap to import."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.domain.amount import Amount

if TYPE_CHECKING:
    from qhsign.services.import_records import ImportReport, MissingContract, MissingGuest


@dataclass(frozen=True, slots=True)
class PastedList:
    """Rows copied from a spreadsheet, a document or a chat; ``name`` stands in the records."""

    text: str
    name: str


ListSource = Path | PastedList
GUESTS, CONTRACTS = "guests", "contracts"


@dataclass(frozen=True, slots=True)
class ListChoice:
    """A list and how it is to be read.

    ``mapping`` names headings or column letters (``C列``) for fields and overrules what is found;
    ``passed_over`` are positions of columns, from 0, that are not read at all. ``digest`` is the
    look's where the list must still be the same. Contracts go onto ``slate``, where one is named,
    which then declares these numbers: ``declared_amount`` as people write it (536亿), "" for none.
    """

    source: ListSource
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    passed_over: Collection[int] = ()
    digest: str = ""
    kind: str = GUESTS
    slate: str = ""
    declared_contracts: str = ""
    declared_amount: str = ""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a list.

    ``position`` counts from 0; ``field`` is what it seems to hold, "" where nobody knows;
    ``confidence`` goes from 0 to 1; ``samples`` are its first different values, phones and
    document numbers masked.
    """

    position: int
    letter: str
    heading: str
    field: str
    confidence: float
    samples: Sequence[str]


@dataclass(frozen=True, slots=True)
class ListLook:
    """What a list looks like before it is read.

    ``sheets`` names those with rows. ``header_row`` is the last heading row as the file counts,
    0 where no headings were found: then ``columns`` have no headings and the person says what
    they hold. ``fields`` are those a column may be given. ``digest`` knows the list again.
    """

    name: str
    sheets: Sequence[str]
    sheet: str
    header_row: int
    rows: int
    columns: Sequence[ListColumn]
    fields: Sequence[str]
    digest: str
    kind: str = GUESTS
    """What the list was looked at as: guests or contracts."""


Shown = str | bool | StrEnum | Amount
"""A value as a screen shows it: a text, a mark, a word of a closed list, or an amount."""


class RowKind(StrEnum):
    """What would become of a guest or contract on the list."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SUSPECTED = "suspected"
    """New, but somebody of the same name is there."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One guest or contract on the list, ``full_name`` being a contract's title.

    ``row`` is the file's; one row may hold several guests. ``values`` are the list's by field,
    ``changes`` the event's and the list's; what the event holds is masked as on every screen, of
    the list phones and document numbers. ``like`` is the number of whom a suspected one may be.
    """

    row: int
    kind: RowKind
    full_name: str
    values: Mapping[str, Shown]
    changes: Mapping[str, tuple[Shown, Shown]]
    like: int | None = None


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All an import would do; ``letters`` gives each heading's column as the file shows it."""

    report: "ImportReport"
    rows: Sequence[PreviewRow]
    missing: "Sequence[MissingGuest]"
    letters: Mapping[str, str]
    kind: str = GUESTS
    missing_contracts: "Sequence[MissingContract]" = ()


@dataclass(frozen=True, slots=True)
class MarkedList:
    """How many cells were marked, and in how many rows."""

    cells: int
    rows: int
