"""What the list of delegations is given of one open event; its use cases are loaded when asked."""

from typing import TYPE_CHECKING

from qhsign.ui.guests.delegation_provider import DelegationProvider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qhsign.services.delegations import DelegationRow
    from qhsign.services.desk import Desk
    from qhsign.services.guest_bulk_records import BulkDone, OperationTakenBack


def delegation_provider(opened: "Desk") -> DelegationProvider:
    """Give the list of delegations the use cases it needs."""

    def rows(activity: str) -> "Sequence[DelegationRow]":
        from qhsign.services import delegations

        return delegations.list_delegations(opened, activity or None)

    def rename(delegation: str, name: str) -> "BulkDone":
        from qhsign.services import delegations

        return delegations.rename(opened, delegation, name)

    def declare(delegation: str, count: str) -> "BulkDone":
        from qhsign.services import delegations

        return delegations.declare(opened, delegation, count)

    def merge(delegation: str, into: str) -> "BulkDone":
        from qhsign.services import delegations

        return delegations.merge(opened, delegation, into)

    def remove(delegation: str) -> "BulkDone":
        from qhsign.services import delegations

        return delegations.remove_empty(opened, delegation)

    def take_back(operation: str) -> "OperationTakenBack":
        from qhsign.services import guest_bulk

        return guest_bulk.take_back_operation(opened, operation)

    return DelegationProvider(rows, rename, declare, merge, remove, take_back)
