from dataclasses import replace
from datetime import UTC, timedelta, timezone

from qhsign.ui.local_times import in_event_time
from support.window_fakes import BEGAN, FakeEvent

ZONE = timezone(timedelta(hours=8))


def test_every_time_is_shown_in_the_zone_of_the_event(event: FakeEvent) -> None:
    event.began = BEGAN.astimezone(UTC)
    plain = event.open(event.path)
    assert in_event_time(plain) is plain
    local = in_event_time(replace(plain, event_facts=replace(plain.event_facts, time_zone=ZONE)))
    check_in = local.check_in
    results = [
        check_in.record_scan("5", "a1", "", "n1", leaving=False),
        check_in.record_scan("already", "a1", "", "n2", leaving=False),
        check_in.check_in_by_hand("g6", "a1", "", "n3", leaving=False),
        check_in.override("s1", "reason"),
        *check_in.recent_scans("a1", 5),
    ]
    assert {f"{result.at:%H}" for result in results} == {"09"}
    assert {f"{each.first.at:%H}" for each in results if each.first} == {"09"}
    assert {f"{each.at:%H}" for each in local.guests.arrivals("a1").values()} == {"09"}
    assert f"{plain.check_in.recent_scans('a1', 1)[0].at:%H}" == "01"
