"""The event itself: making one, what it is called, and what it chooses."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token
from qhsign.domain.names import is_han
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import read_alarms
from qhsign.domain.seating import EvenPresidium, GapPolicy
from qhsign.services import typed_values
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.migrate import HEAD
from qhsign.store.schema import Activity, Event, EventKey, Zone

FIRST_ACTIVITY = "开幕式"
ZONES = (("A", "主题"), ("B", "专题"), ("C", "市州"), ("D", "国别"), ("S", "签约"), ("V", "贵宾"))


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an event is called, when and where it is, and what it chose."""

    code: str
    edition: int | None
    title: str
    title_en: str
    title_ky: str
    title_ru: str
    badge_title: str
    short_title: str
    city: str
    venue: str
    place_en: str
    place_ky: str
    place_ru: str
    organizer: str
    co_organizer: str
    sealer: str
    start: date | None
    end: date | None
    time_zone: str
    is_demonstration: bool
    vetting_required: bool
    guest_order: str
    jiao_with_whole: bool
    declared_guests: int | None
    declared_activities: int | None
    alarm_minutes: str
    even_presidium: str
    gap_policy: str

    @property
    def alarms(self) -> tuple[int, ...]:
        """Minutes before going on stage at which those absent are looked for."""
        return read_alarms(self.alarm_minutes)

    @property
    def zone(self) -> ZoneInfo:
        """The event's time zone; a time without a zone is local to it."""
        return ZoneInfo(self.time_zone)


def new_event(
    path: Path,
    desk_of: Callable[[EventFile], Desk],
    *,
    title: str,
    edition: int | None = None,
    start: date | None = None,
    end: date | None = None,
    is_demonstration: bool = False,
) -> Desk:
    """Make an event file with its key, the usual zones and the opening ceremony.

    Raises ProblemForUser ``event-exists`` when there is anything at ``path``; ``event-dates`` when
    the end lies before the start; ``event-title-missing`` without a title.
    """
    if not title.strip():
        raise ProblemForUser("event-title-missing")
    if start and end and end < start:
        raise ProblemForUser("event-dates", start=start, end=end)

    def make() -> Event:
        return Event(
            code="".join(secrets.choice(badge_token.ALPHABET) for _ in range(3)),
            edition=edition,
            title=_one_line(title),
            short_title=_one_line(title) if edition is None else f"第{edition}届",
            start=start,
            end=end,
            is_demonstration=is_demonstration,
        )

    file = EventFile.create(path, make, now=datetime.now(UTC))
    desk = desk_of(file)
    with desk.write("new event") as session:
        session.add(EventKey(secret=secrets.token_bytes(32), made_at=desk.now()))
        session.add_all(Zone(letter=letter, word=word) for letter, word in ZONES)
        session.add(Activity(number=1, name=FIRST_ACTIVITY))
    return desk


def facts(desk: Desk) -> EventFacts:
    """Return what the event is and chose."""
    with desk.read() as session:
        return facts_in(session)


def facts_in(session: Session) -> EventFacts:
    """Return the event's facts inside a session that is already open."""
    event = session.scalars(select(Event)).one()
    return EventFacts(**{name: getattr(event, name) for name in EventFacts.__dataclass_fields__})


def schema_revision() -> str:
    """Return the schema this program writes."""
    return HEAD


def _zone_name(text: str) -> str:
    if text not in available_timezones():
        raise ValueError(text)
    return text


def _order(text: str) -> str:
    return Order(text).value


def _required(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return _one_line(text)


def _one_line(text: str) -> str:
    """Return a title without the line ends of where it was copied from; badges have their own."""
    whole = ""
    for part in filter(None, map(str.strip, text.splitlines())):
        seam = "" if not whole or (is_han(whole[-1]) and is_han(part[0])) else " "
        whole += seam + part
    return whole


def _on_lines(text: str) -> str:
    return text.replace("；", "\n").replace(";", "\n")


SETTINGS: Mapping[str, Callable[[str], Any]] = {
    "title": _required,
    "title_en": _one_line,
    "title_ky": str,
    "title_ru": str,
    "badge_title": lambda text: text.replace("\\n", "\n"),
    "short_title": _one_line,
    "edition": typed_values.count,
    "city": str,
    "venue": str,
    "place_en": _on_lines,
    "place_ky": _on_lines,
    "place_ru": _on_lines,
    "organizer": str,
    "co_organizer": _on_lines,
    "sealer": str,
    "start": typed_values.day,
    "end": typed_values.day,
    "time_zone": _zone_name,
    "vetting_required": typed_values.yes_or_no,
    "guest_order": _order,
    "jiao_with_whole": typed_values.yes_or_no,
    "declared_guests": typed_values.count,
    "declared_activities": typed_values.count,
    "alarm_minutes": lambda text: ",".join(map(str, read_alarms(text))),
    "even_presidium": lambda text: EvenPresidium(text).value,
    "gap_policy": lambda text: GapPolicy(text).value,
}
"""What ``event set`` takes: each key with the reader of its value."""


def change_event(desk: Desk, values: Mapping[str, str]) -> EventFacts:
    """Set what the event chooses, by the keys of ``SETTINGS``.

    Raises ProblemForUser ``setting-unknown`` or ``setting-wrong``; then nothing is changed.
    """
    read: dict[str, Any] = {}
    for key, text in values.items():
        if key not in SETTINGS:
            raise ProblemForUser("setting-unknown", key=key, keys="、".join(SETTINGS))
        try:
            read[key] = SETTINGS[key](text)
        except ValueError:
            raise ProblemForUser("setting-wrong", key=key, value=text) from None
    with desk.write("event set") as session:
        event = session.scalars(select(Event)).one()
        for key, value in read.items():
            setattr(event, key, value)
        if event.start and event.end and event.end < event.start:
            raise ProblemForUser("event-dates", start=event.start, end=event.end)
        return facts_in(session)
