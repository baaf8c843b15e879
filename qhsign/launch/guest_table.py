"""What the guest table is given of one open event."""

from collections.abc import Collection, Mapping

from qhsign.domain.ordering import Order
from qhsign.services import guest_bulk
from qhsign.services.desk import Desk
from qhsign.services.guest_columns import column_values
from qhsign.services.guest_facts import guest_facts
from qhsign.services.guest_order import names_in_order
from qhsign.ui.guests.guest_table_provider import GuestTableProvider


def guest_table_provider(opened: Desk) -> GuestTableProvider:
    """Give the guest table the use cases it needs."""

    def name_places(names: Collection[str], order: str) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(names_in_order(names, Order(order)))}

    return GuestTableProvider(
        facts=lambda: guest_facts(opened),
        columns=lambda names, language: column_values(opened, names, language),
        name_places=name_places,
        preview=lambda ids, change: guest_bulk.preview(opened, ids, change),
        change_many=lambda ids, change, progress: guest_bulk.change_many(
            opened, ids, change, progress
        ),
        write_cell=lambda guest, field, text: guest_bulk.change_one(opened, guest, field, text),
        take_back=lambda operation: guest_bulk.take_back_operation(opened, operation),
    )
