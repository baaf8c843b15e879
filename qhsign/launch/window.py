"""What the window's screens are given: the use cases of one open event as plain functions."""

from qhsign.domain.ordering import Order
from qhsign.launch.counter import counter_provider
from qhsign.services import activities, check_ins, events, guests, statistics
from qhsign.services.check_in_records import ScanResult
from qhsign.services.desk import Desk
from qhsign.ui.providers import CheckInProvider, EventFacts, GuestProvider, WindowProviders


def window_providers(opened: Desk) -> WindowProviders:
    """Give the window's screens the use cases they need of one open event."""
    facts = events.facts(opened)
    seen = [opened.file.data_version()]

    def changed_outside() -> bool:
        before, seen[0] = seen[0], opened.file.data_version()
        return before != seen[0]

    def record_scan(
        code: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        here = opened.named(desk)
        return check_ins.record_scan(here, code, activity_id, nonce=nonce, leaving=leaving)

    def check_in_by_hand(guest_id: str, activity_id: str, desk: str, nonce: str) -> ScanResult:
        return check_ins.check_in_by_hand(opened.named(desk), guest_id, activity_id, nonce=nonce)

    def annul(scan: str, reason: str) -> None:
        check_ins.annul(opened, scan, reason)

    return WindowProviders(
        event_facts=EventFacts(
            short_title=facts.short_title or facts.title,
            title=facts.title,
            is_demo=facts.is_demonstration,
            path=opened.file.path,
            time_zone=facts.zone,
        ),
        activities=lambda: activities.list_activities(opened),
        guests=GuestProvider(
            load_guests=lambda order: guests.list_guests(opened, order=Order(order)).guests,
            arrivals=lambda activity: statistics.arrivals(opened, activity),
        ),
        check_in=CheckInProvider(
            record_scan=record_scan,
            check_in_by_hand=check_in_by_hand,
            override=lambda scan, reason: check_ins.override(opened, scan, reason),
            annul=annul,
            recent_scans=lambda activity, limit: check_ins.recent_scans(opened, activity, limit),
            attendance=lambda activity: statistics.attendance(opened, activity),
        ),
        close=opened.file.close,
        changed_outside=changed_outside,
        counter=counter_provider(opened),
    )
