"""What the check-in desk is given beside scanning."""

from datetime import tzinfo
from pathlib import Path

from qhsign.launch.check_in import check_in_provider
from qhsign.services import guests, late_sign_ins
from qhsign.services.desk import Desk
from qhsign.services.guest_records import DoorBadge, RegisteredGuest
from qhsign.ui.check_in.counter_provider import CounterProvider, LateSheetProvider, NewGuest


def counter_provider(opened: Desk, zone: tzinfo) -> CounterProvider:
    """Give the desk the use cases of the door."""

    def register(guest: NewGuest, desk: str) -> RegisteredGuest:
        return guests.register_at_door(
            opened.named(desk),
            name=guest.name,
            organization=guest.organization,
            title=guest.title,
            category=guest.category,
        )

    def print_badge(number: int, folder: Path) -> DoorBadge:
        # Here, not above: the printing it brings along must not hold up the window.
        from qhsign.services.door_badge import print_door_badge

        return print_door_badge(opened, number, folder)

    return CounterProvider(
        register=register,
        print_badge=print_badge,
        rehearsal=check_in_provider(opened, rehearsal=True),
        late=LateSheetProvider(
            now=lambda: opened.now().astimezone(zone),
            read=lambda *sheet: late_sign_ins.read_sheet(opened, *sheet),
            enter=lambda activity, arrivals, desk: late_sign_ins.enter_sheet(
                opened.named(desk), activity, arrivals
            ),
            annul=lambda sheet, reason: late_sign_ins.annul_sheet(opened, sheet, reason),
        ),
    )
