"""What the guest table is given of one open event."""

from qhsign.services.desk import Desk
from qhsign.services.guest_facts import guest_facts
from qhsign.ui.guests.guest_table_provider import GuestTableProvider


def guest_table_provider(opened: Desk) -> GuestTableProvider:
    """Give the guest table the use cases it needs."""
    return GuestTableProvider(facts=lambda: guest_facts(opened))
