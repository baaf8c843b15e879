"""The overview (总览): who has come, when and where, of whom, counted from the records."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category
from qhsign.services import events
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.output_file import writing
from qhsign.services.overview_records import (
    SPAN,
    ActivityFigures,
    DayArrivals,
    EventFileFacts,
    Figures,
    KindFigures,
    Overview,
    VipArrival,
)
from qhsign.services.presence import (
    FirstEntry,
    first_entries,
    first_entries_everywhere,
    last_entry,
)
from qhsign.services.statistics import RECENT, expected_at, whole_day
from qhsign.store.backup import newest_copy
from qhsign.store.schema import Activity, Guest, JournalEntry

Entries = Mapping[str, FirstEntry]


def overview(desk: Desk, activity: str | None = None) -> Overview:
    """Return what there is to see of one activity, or of all together.

    Raises ProblemForUser ``activity-unknown`` or ``activity-ambiguous``.
    """
    now = desk.now()
    with desk.read() as session:
        facts = events.facts_in(session)
        zone = facts.zone
        place = find_activity(session, activity) if activity else None
        places = list(session.scalars(select(Activity).order_by(Activity.number)))
        due = expected_at(session, [None, *places])
        everywhere = first_entries_everywhere(session)
        here = everywhere.get(place.id, {}) if place else _anywhere(everywhere)
        wanted = due[place.id if place else None]
        lasts = last_entry(session, place.id if place else None)
        days = _days(session, place, here, lasts, zone)
        today = now.astimezone(zone).date()
        if facts.start and facts.start <= today <= (facts.end or facts.start):
            days.setdefault(today, DayArrivals(today, {}))
        kinds = {
            row.id: row for row in session.execute(select(Guest.id, Guest.category, Guest.vip))
        }
        vips = {guest for guest, row in kinds.items() if row.vip}
        return Overview(
            as_of=now.astimezone(zone),
            activity=place.name if place else "",
            guests=len(kinds),
            figures=Figures(len(wanted), len(here)),
            recent=sum(1 for entry in here.values() if now - RECENT <= entry.at <= now),
            days=tuple(days[day] for day in sorted(days)),
            by_kind=tuple(
                _by_kind(wanted, here, vips, {guest: row.category for guest, row in kinds.items()})
            ),
            by_activity=tuple(
                ActivityFigures(
                    each.id,
                    each.name,
                    each.opens.astimezone(zone) if each.opens else None,
                    Figures(len(due[each.id]), len(everywhere.get(each.id, {}))),
                )
                for each in places
            ),
            vips=tuple(_vips(session, vips & (wanted.keys() | here.keys()), here, zone)),
            file=_file_facts(session, desk.file.path, zone),
        )


def keep_picture(path: Path, picture: bytes) -> None:
    """Write a chart's picture; raises ProblemForUser as ``output_file.writing`` does."""
    with writing(path) as stream:
        stream.write(picture)


def _anywhere(everywhere: Mapping[str, Entries]) -> Entries:
    """Return each person's first entry at any activity."""
    found: dict[str, FirstEntry] = {}
    for entries in everywhere.values():
        for person, entry in entries.items():
            if person not in found or entry.at < found[person].at:
                found[person] = entry
    return found


def _days(
    session: Session,
    place: Activity | None,
    here: Entries,
    last: datetime | None,
    zone: ZoneInfo,
) -> dict[date, DayArrivals]:
    """Return the arrivals of each day; who comes on two days is counted on both."""
    if not here or last is None:
        return {}
    day = min(entry.at for entry in here.values()).astimezone(zone).date()
    end = last.astimezone(zone).date()
    if day == end:
        return {day: _day(day, here, zone)}
    found: dict[date, DayArrivals] = {}
    while day <= end:
        between = whole_day(day, zone)
        entries = first_entries(session, place.id if place else None, between=between)
        if entries:
            found[day] = _day(day, entries, zone)
        day += timedelta(days=1)
    return found


def _day(day: date, entries: Entries, zone: ZoneInfo) -> DayArrivals:
    counted: Counter[int] = Counter()
    for entry in entries.values():
        local = entry.at.astimezone(zone)
        counted[(local.hour * 60 + local.minute) // SPAN * SPAN] += 1
    return DayArrivals(day, dict(sorted(counted.items())))


def _by_kind(
    wanted: Mapping[str, Category],
    here: Entries,
    vips: Collection[str],
    categories: Mapping[str, Category],
) -> Iterator[KindFigures]:
    """Give the VIPs, then every category with somebody expected or here.

    A VIP is counted among the VIPs and in the category as well. Who came with a badge whose guest
    this desk does not know yet belongs to no category so far.
    """
    of_vips = Figures(len(vips & wanted.keys()), len(vips & here.keys()))
    if of_vips.expected or of_vips.arrived:
        yield KindFigures(Category.GUEST, vip=True, figures=of_vips)
    due = Counter(wanted.values())
    came = Counter(categories[person] for person in here if person in categories)
    for category in Category:
        if due[category] or came[category]:
            yield KindFigures(category, vip=False, figures=Figures(due[category], came[category]))


def _vips(
    session: Session, vips: Collection[str], here: Entries, zone: ZoneInfo
) -> Iterator[VipArrival]:
    """Give the missing by their number, then those who are here, the latest first."""
    query = select(Guest).where(Guest.vip.is_(True)).order_by(Guest.number)
    guests = [guest for guest in session.scalars(query) if guest.id in vips]
    missing = [guest for guest in guests if guest.id not in here]
    came = [guest for guest in guests if guest.id in here]
    came.sort(key=lambda guest: here[guest.id].at, reverse=True)
    for guest in (*missing, *came):
        entry = here.get(guest.id)
        yield VipArrival(
            guest.number,
            guest.full_name,
            guest.organization,
            guest.title,
            entry.at.astimezone(zone) if entry else None,
            entry.desk if entry else "",
        )


def _file_facts(session: Session, path: Path, zone: ZoneInfo) -> EventFileFacts:
    clock = session.scalar(select(func.max(JournalEntry.clock)))
    changed = datetime.fromtimestamp(int(clock[:15]) / 1000, UTC) if clock else None
    parts = [path, path.with_name(f"{path.name}-wal")]
    copied = newest_copy(path)
    return EventFileFacts(
        path.name,
        sum(part.stat().st_size for part in parts if part.exists()),
        changed.astimezone(zone) if changed else None,
        copied.astimezone(zone) if copied else None,
    )
