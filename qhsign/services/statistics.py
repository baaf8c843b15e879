"""应到 and 实到, counted from the records, never from counters."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.check_in import Direction, PastScan
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services import events, zones
from qhsign.services.activities import find as find_activity
from qhsign.services.check_in_records import Attendance
from qhsign.services.desk import Desk
from qhsign.services.guest_records import Arrival
from qhsign.services.presence import scans_by_guest
from qhsign.store.schema import Activity, Guest, Invited

RECENT = timedelta(minutes=5)


def attendance(desk: Desk, activity: str | None = None, *, day: date | None = None) -> Attendance:
    """Count who was expected and who came (distinct people), at one activity or at any.

    ``day`` counts only arrivals of that day, by the event's own calendar. Expected are the
    confirmed guests whom the activity invites.
    """
    with desk.read() as session:
        place = find_activity(session, activity) if activity else None
        zone = events.facts_in(session).zone
        expected = _expected(session, place)
        categories = dict(session.execute(select(Guest.id, Guest.category)).all())
        came: dict[str, PastScan] = {}
        for guest, scans in scans_by_guest(session, place.id if place else None).items():
            entries = [
                scan
                for scan in scans
                if scan.counts
                and scan.direction is Direction.IN
                and (day is None or scan.at.astimezone(zone).date() == day)
            ]
            if entries:
                came[guest] = min(entries, key=lambda scan: scan.at)
    since = desk.now() - RECENT
    counted = {category: [0, 0] for category in Category}
    for category in expected.values():
        counted[category][0] += 1
    for guest in came:
        counted[categories[guest]][1] += 1
    return Attendance(
        expected=len(expected),
        arrived=len(came),
        by_category={category: (due, here) for category, (due, here) in counted.items()},
        last_five_minutes=sum(1 for scan in came.values() if since <= scan.at <= desk.now()),
    )


def arrivals(desk: Desk, activity: str) -> Mapping[str, Arrival]:
    """Return each guest's first counted entry at an activity."""
    with desk.read() as session:
        place = find_activity(session, activity)
        found: dict[str, Arrival] = {}
        for guest, scans in scans_by_guest(session, place.id).items():
            entries = [scan for scan in scans if scan.counts and scan.direction is Direction.IN]
            if entries:
                first = min(entries, key=lambda scan: scan.at)
                found[guest] = Arrival(first.at, first.desk)
    return found


def _expected(session: Session, place: Activity | None) -> dict[str, Category]:
    query = select(Guest.id, Guest.category, Guest.vip).where(
        Guest.invitation == Invitation.CONFIRMED
    )
    if events.facts_in(session).vetting_required:
        query = query.where(Guest.vetting == Vetting.PASSED)
    if place is not None and place.invited == "listed":
        query = query.join(Invited, Invited.guest_id == Guest.id).where(
            Invited.activity_id == place.id
        )
    opened = zones.opened_by_category(session)
    return {
        guest: category
        for guest, category, vip in session.execute(query)
        if place is None or _may_enter(place, category, vip=vip, opened=opened)
    }


def _may_enter(place: Activity, category: Category, *, vip: bool, opened: zones.Opened) -> bool:
    if place.categories is not None and category.value not in place.categories:
        return False
    letters = zones.opened_for(category, vip=vip, opened=opened)
    return place.zones is None or letters is None or bool(letters & set(place.zones))
