"""应到 and 实到, counted from the records, never from counters."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services import events, zones
from qhsign.services.activities import find as find_activity
from qhsign.services.check_in_records import Attendance
from qhsign.services.desk import Desk
from qhsign.services.guest_records import Arrival
from qhsign.services.one_person import STANDING
from qhsign.services.presence import count_first_entries, first_entries
from qhsign.store.schema import Activity, Guest, Invited

RECENT = timedelta(minutes=5)


def attendance(desk: Desk, activity: str | None = None, *, day: date | None = None) -> Attendance:
    """Count who was expected and who came (distinct people), at one activity or at any.

    ``day`` counts only arrivals of that day, by the event's own calendar. Expected are the
    confirmed guests whom the activity invites. Who came with a badge whose guest this desk does not
    know yet has come, and belongs to no category so far.
    """
    with desk.read() as session:
        place = find_activity(session, activity) if activity else None
        return attendance_in(session, place, now=desk.now(), day=day)


def attendance_in(
    session: Session, place: Activity | None, *, now: datetime, day: date | None = None
) -> Attendance:
    """Count as `attendance`, inside a session that is already open."""
    between = _whole_day(day, events.facts_in(session).zone)
    due = _expected_counts(session, place)
    came = count_first_entries(
        session, place.id if place else None, (now - RECENT, now), between=between
    )
    return Attendance(
        expected=sum(due.values()),
        arrived=sum(people for people, _ in came.values()),
        by_category={
            category: (due[category], came.get(category, (0, 0))[0]) for category in Category
        },
        last_five_minutes=sum(lately for _, lately in came.values()),
    )


def _expected_counts(session: Session, place: Activity | None) -> Mapping[Category, int]:
    """Count whom ``expected`` returns, by category, in the database."""
    entering = _entering(place, zones.opened_by_category(session))
    query = _confirmed(session, Guest.category, Guest.vip, func.count())
    if place is not None and place.invited == "listed":
        on_list = select(Invited.guest_id).where(Invited.activity_id == place.id)
        query = query.where(Guest.id.in_(on_list))
    counted = dict.fromkeys(Category, 0)
    for category, vip, people in session.execute(query.group_by(Guest.category, Guest.vip)):
        if (category, vip) in entering:
            counted[category] += people
    return counted


def arrivals(desk: Desk, activity: str) -> Mapping[str, Arrival]:
    """Return each person's first counted entry at an activity, by guest id.

    Somebody this desk does not know yet stands under the badge's code.
    """
    with desk.read() as session:
        place = find_activity(session, activity)
        entries = first_entries(session, place.id)
    return {guest: Arrival(entry.at, entry.desk) for guest, entry in entries.items()}


def _whole_day(day: date | None, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    if day is None:
        return None
    midnight = datetime.combine(day, time(), zone)
    return midnight, datetime.combine(day + timedelta(days=1), time(), zone)


def expected(session: Session, place: Activity | None) -> dict[str, Category]:
    """Return the confirmed guests an activity invites, or all of them, with their categories."""
    return expected_at(session, [place])[place.id if place else None]


def expected_at(
    session: Session, places: Sequence[Activity | None]
) -> dict[str | None, dict[str, Category]]:
    """Return what ``expected`` does for many activities at once, by the activity's id."""
    confirmed = session.execute(_confirmed(session, Guest.id, Guest.category, Guest.vip)).all()
    opened = zones.opened_by_category(session)
    found: dict[str | None, dict[str, Category]] = {}
    for place in places:
        listed = _listed(session, place)
        entering = _entering(place, opened)
        found[place.id if place else None] = {
            guest: category
            for guest, category, vip in confirmed
            if (category, vip) in entering and (listed is None or guest in listed)
        }
    return found


def _confirmed(session: Session, *columns: Any) -> Select[Any]:
    """Return the query for guests who are coming: confirmed, and vetted where the event asks it."""
    query = select(*columns).where(Guest.invitation == Invitation.CONFIRMED, STANDING)
    if events.facts_in(session).vetting_required:
        query = query.where(Guest.vetting == Vetting.PASSED)
    return query


def _entering(place: Activity | None, opened: zones.Opened) -> set[tuple[Category, bool]]:
    """Return the categories, without and with VIP, that may enter; decided once, not by guest."""
    return {
        (category, vip)
        for category in Category
        for vip in (False, True)
        if place is None or _may_enter(place, category, vip=vip, opened=opened)
    }


def _listed(session: Session, place: Activity | None) -> set[str] | None:
    """Return the guests on an activity's own list; None where everybody confirmed is invited."""
    if place is None or place.invited != "listed":
        return None
    query = select(Invited.guest_id).where(Invited.activity_id == place.id)
    return set(session.scalars(query))


def _may_enter(place: Activity, category: Category, *, vip: bool, opened: zones.Opened) -> bool:
    if place.categories is not None and category.value not in place.categories:
        return False
    letters = zones.opened_for(category, vip=vip, opened=opened)
    return place.zones is None or letters is None or bool(letters & set(place.zones))
