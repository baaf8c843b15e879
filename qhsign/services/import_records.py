"""What reading a list into the event gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qhsign.domain.list_sheet import ListProblem


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
class Undone:
    """How many guests or contracts are as before an import, and how many it left changed since."""

    undone: int
    kept: int
