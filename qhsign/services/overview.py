"""The overview (总览): who has come, when and where, of whom, counted from the records."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category
from qhsign.services import events
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.one_person import STANDING
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
from qhsign.services.presence import FirstEntry, every_entry
from qhsign.services.statistics import RECENT, expected_at
from qhsign.store.backup import newest_copy
from qhsign.store.schema import Activity, Guest, JournalEntry

Entries = Mapping[str, FirstEntry]
_Firsts = dict[str, tuple[str, str]]
"""When (UTC text) and where each person first came."""
_TO_THE_MINUTE = len("2024-07-11T01:00")


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
        came = _Came(session, place, zone)
        here, days = came.here, came.days
        wanted = due[place.id if place else None]
        today = now.astimezone(zone).date()
        if facts.start and facts.start <= today <= (facts.end or facts.start):
            days.setdefault(today, DayArrivals(today, {}))
        kinds = {
            row.id: row
            for row in session.execute(select(Guest.id, Guest.category, Guest.vip).where(STANDING))
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
                    Figures(len(due[each.id]), came.everywhere.get(each.id, 0)),
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


class _Came:
    """Each person's first entry at every activity, and here: at one activity, or at any.

    ``days`` has the arrivals here of each day; who comes on two days is counted on both.
    """

    def __init__(self, session: Session, place: Activity | None, zone: ZoneInfo) -> None:
        firsts: dict[str, _Firsts] = {}
        by_day: dict[date, dict[str, str]] = {}
        self._zone = zone
        self._local: dict[str, tuple[date, int]] = {}
        wanted = place.id if place else None
        for activity, person, at, desk in every_entry(session):
            entries = firsts.setdefault(activity, {})
            if person not in entries or at < entries[person][0]:
                entries[person] = at, desk
            if wanted in {None, activity}:
                here = by_day.setdefault(self._day_and_span(at)[0], {})
                here[person] = min(at, here.get(person, at))
        self.everywhere = {activity: len(entries) for activity, entries in firsts.items()}
        shown = firsts.get(wanted, {}) if wanted else _anywhere(firsts)
        self.here = {
            person: FirstEntry(datetime.fromisoformat(at), desk)
            for person, (at, desk) in shown.items()
        }
        self.days = {day: self._arrivals(day, moments) for day, moments in by_day.items()}

    def _day_and_span(self, at: str) -> tuple[date, int]:
        """Return the local day of a moment and the minute its five minutes begin at."""
        minute = at[:_TO_THE_MINUTE]
        if minute not in self._local:
            local = datetime.fromisoformat(minute).replace(tzinfo=UTC).astimezone(self._zone)
            span = (local.hour * 60 + local.minute) // SPAN * SPAN
            self._local[minute] = local.date(), span
        return self._local[minute]

    def _arrivals(self, day: date, moments: Mapping[str, str]) -> DayArrivals:
        counted = Counter(self._day_and_span(at)[1] for at in moments.values())
        return DayArrivals(day, dict(sorted(counted.items())))


def _anywhere(firsts: Mapping[str, _Firsts]) -> _Firsts:
    """Return each person's first entry at any activity."""
    found: _Firsts = {}
    for entries in firsts.values():
        for person, entry in entries.items():
            found[person] = min(entry, found.get(person, entry))
    return found


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
