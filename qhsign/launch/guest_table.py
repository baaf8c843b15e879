"""What the guest table is given of one open event."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from qhsign.ui.guests.guest_table_provider import GuestTableProvider

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.services.desk import Desk
    from qhsign.services.guest_adding import AddedGuest, NewGuestEntry
    from qhsign.services.guest_bulk_records import (
        BulkChange,
        BulkDone,
        BulkPreview,
        OperationTakenBack,
    )
    from qhsign.services.guest_facts import GuestFacts
    from qhsign.wording import Language


T = TypeVar("T")


def guest_table_provider(opened: "Desk") -> GuestTableProvider:
    """Give the guest table the use cases it needs; what changes guests is loaded when it does.

    What is read of all guests beside their lines opens the file for itself: it takes a while, and
    a scan must not wait for it.
    """

    def facts() -> "GuestFacts":
        from qhsign.services.guest_facts import guest_facts

        return _beside(opened, guest_facts)

    def columns(names: Collection[str], language: "Language") -> Mapping[str, Mapping[str, str]]:
        from qhsign.services.guest_columns import column_values

        return _beside(opened, lambda desk: column_values(desk, names, language))

    def name_places(names: Collection[str], order: str) -> Mapping[str, int]:
        from qhsign.domain.ordering import Order
        from qhsign.services.guest_order import names_in_order

        return {name: at for at, name in enumerate(names_in_order(names, Order(order)))}

    def preview(ids: Sequence[str], change: "BulkChange") -> "BulkPreview":
        from qhsign.services import guest_bulk

        return guest_bulk.preview(opened, ids, change)

    def change_many(ids: Sequence[str], change: "BulkChange", progress: "Progress") -> "BulkDone":
        from qhsign.services import guest_bulk

        return guest_bulk.change_many(opened, ids, change, progress)

    def write_cell(guest: str, field: str, text: str) -> "BulkDone":
        from qhsign.services import guest_bulk

        return guest_bulk.change_one(opened, guest, field, text)

    def take_back(operation: str) -> "OperationTakenBack":
        from qhsign.services import guest_bulk

        return guest_bulk.take_back_operation(opened, operation)

    def add(entry: "NewGuestEntry") -> "AddedGuest":
        from qhsign.services import guest_adding

        return guest_adding.add_guest(opened, entry)

    return GuestTableProvider(
        facts=facts,
        columns=columns,
        name_places=name_places,
        preview=preview,
        change_many=change_many,
        write_cell=write_cell,
        take_back=take_back,
        add=add,
    )


def _beside(opened: "Desk", read: "Callable[[Desk], T]") -> T:
    from qhsign.services.desk import Desk
    from qhsign.store.event_file import EventFile

    with EventFile.open(opened.file.path) as file:
        return read(Desk(file, name=opened.name, operator=opened.operator, now=opened.now))
