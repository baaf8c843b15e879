"""What the guest screen is built from."""

from dataclasses import dataclass

from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.guest_panel.guest_panel import GuestPanel
from qhsign.ui.guests.delegation_provider import DelegationProvider
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_table_provider import GuestTableProvider
from qhsign.ui.theme import Look


@dataclass(frozen=True, slots=True)
class GuestParts:
    """Without ``table`` the screen only shows and finds."""

    look: Look
    runner: Runner
    book: GuestBook
    preferences: DeskPreferences
    panel: GuestPanel
    table: GuestTableProvider | None = None
    delegations: DelegationProvider | None = None
