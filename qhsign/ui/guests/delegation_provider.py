"""What the list of delegations is given of one open event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.delegations import DelegationRow
    from qhsign.services.guest_bulk_records import BulkDone, OperationTakenBack


@dataclass(frozen=True, slots=True)
class DelegationProvider:
    """Every function blocks and runs on the data worker; each may raise ``ProblemForUser``.

    Delegations and activities are meant by their ids.
    """

    rows: Callable[[str], "Sequence[DelegationRow]"]
    """Takes an activity, or nothing for arrivals at any."""
    rename: Callable[[str, str], "BulkDone"]
    declare: Callable[[str, str], "BulkDone"]
    """Takes a delegation and the count as typed."""
    merge: Callable[[str, str], "BulkDone"]
    """Takes the one that goes and the one that stays."""
    remove: Callable[[str], "BulkDone"]
    take_back: Callable[[str], "OperationTakenBack"]
    """Takes the id of an operation."""
