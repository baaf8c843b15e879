"""Times as the people at the desk read them: in the event's own time zone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo

from qhsign.services.check_in_records import ScanResult
from qhsign.services.guest_records import Arrival
from qhsign.ui.check_in.check_in_provider import CheckInProvider
from qhsign.ui.check_in.counter_provider import CounterProvider
from qhsign.ui.providers import GuestProvider, WindowProviders


def in_event_time(providers: WindowProviders) -> WindowProviders:
    """Return the same functions with every time they give in the event's zone.

    The conversion runs on the worker with the function itself. Without a zone in the event's
    facts, times are shown as they come.
    """
    zone = providers.event_facts.time_zone
    if zone is None:
        return providers
    return replace(
        providers,
        guests=_guests(providers.guests, zone),
        check_in=_check_in(providers.check_in, zone),
        counter=_counter(providers.counter, zone),
    )


def _counter(given: CounterProvider | None, zone: tzinfo) -> CounterProvider | None:
    if given is None:
        return None
    return replace(given, rehearsal=_check_in(given.rehearsal, zone))


def _guests(given: GuestProvider, zone: tzinfo) -> GuestProvider:
    def arrivals(activity_id: str) -> Mapping[str, Arrival]:
        return {
            guest: Arrival(arrival.at.astimezone(zone), arrival.desk)
            for guest, arrival in given.arrivals(activity_id).items()
        }

    return replace(given, arrivals=arrivals)


def _check_in(given: CheckInProvider, zone: tzinfo) -> CheckInProvider:
    def record_scan(
        code: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        return _local(given.record_scan(code, activity_id, desk, nonce, leaving=leaving), zone)

    def check_in_by_hand(
        guest_id: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        answer = given.check_in_by_hand(guest_id, activity_id, desk, nonce, leaving=leaving)
        return _local(answer, zone)

    def override(scan: str, reason: str) -> ScanResult:
        return _local(given.override(scan, reason), zone)

    def recent_scans(activity_id: str, limit: int) -> Sequence[ScanResult]:
        return [_local(result, zone) for result in given.recent_scans(activity_id, limit)]

    return replace(
        given,
        record_scan=record_scan,
        check_in_by_hand=check_in_by_hand,
        override=override,
        recent_scans=recent_scans,
    )


def _local(result: ScanResult, zone: tzinfo) -> ScanResult:
    first = result.first
    if first is not None:
        first = replace(first, at=first.at.astimezone(zone))
    return replace(result, at=result.at.astimezone(zone), first=first)
