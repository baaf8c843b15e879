"""What the guest table is given beside the guests: facts to filter by, and what changes them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.services.guest_adding import AddedGuest, NewGuestEntry
    from qhsign.services.guest_bulk_records import (
        BulkChange,
        BulkDone,
        BulkPreview,
        OperationTakenBack,
    )
    from qhsign.services.guest_facts import GuestFacts
    from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class GuestTableProvider:
    """Every function blocks and may raise ``ProblemForUser``.

    The first three run on a worker for files: they may take long and keep no scan waiting.
    """

    facts: Callable[[], "GuestFacts"]
    columns: Callable[[Collection[str], "Language"], Mapping[str, Mapping[str, str]]]
    """Takes names of columns; returns their words by guest id."""
    name_places: Callable[[Collection[str], str], Mapping[str, int]]
    """Takes names of groups and one of ORDERS; returns the place of each in that order."""
    preview: Callable[[Sequence[str], "BulkChange"], "BulkPreview"]
    change_many: Callable[[Sequence[str], "BulkChange", "Progress"], "BulkDone"]
    """Makes one change for guests by id, for all or none."""
    take_back: Callable[[str], "OperationTakenBack"]
    """Takes the id of an operation."""
    write_cell: Callable[[str, str, str], "BulkDone"]
    """Takes a guest's id, a field of ``guest set`` and what was typed."""
    add: Callable[["NewGuestEntry"], "AddedGuest"]
