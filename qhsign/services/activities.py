"""Activities (活动) and the rules of their check-in."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category
from qhsign.domain.number_tag import TagRule
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events
from qhsign.services.category_looks import meant_category
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.choosing import choose, match
from qhsign.services.desk import Desk
from qhsign.store.schema import Activity, CheckIn, Invited, Zone

_LIST = re.compile("[,，、]")


def list_activities(desk: Desk) -> list[ActivityRow]:
    """Return every activity in its order."""
    with desk.read() as session:
        return [_row(activity) for activity in _all(session)]


def find(session: Session, named: str) -> Activity:
    """Return the activity meant by its id, number, name or an unambiguous part of the name.

    Raises ProblemForUser ``activity-unknown`` or ``activity-ambiguous``.
    """
    by_id = session.get(Activity, named)
    return by_id or choose(
        named, _all(session), kind="activity", name=lambda a: a.name, number=lambda a: a.number
    )


def set_activity(desk: Desk, named: str, values: Mapping[str, str]) -> ActivityRow:
    """Change an activity's rules; a name that fits none makes a new activity.

    Raises ProblemForUser ``activity-ambiguous``, ``setting-unknown``, ``setting-wrong`` or
    ``activity-times``.
    """
    with desk.write("activity set") as session:
        zone = events.facts_in(session).zone
        readers = _readers(session, zone)
        read = _read(values, readers)
        found = match(named, _all(session), name=lambda a: a.name, number=lambda a: a.number)
        activity = find(session, named) if found else _new(session, named)
        for key, value in read.items():
            setattr(activity, key, value)
        if activity.opens and activity.closes and activity.closes <= activity.opens:
            raise ProblemForUser("activity-times", name=activity.name)
        session.flush()
        return _row(activity)


def remove_unused(desk: Desk, named: str) -> None:
    """Take an activity away that nobody was invited to or checked in at.

    Raises ProblemForUser ``activity-unknown``, ``activity-ambiguous`` or ``activity-used``.
    """
    from qhsign.store.schema import Slate  # noqa: PLC0415 - the window opens without it

    with desk.write("activity remove") as session:
        activity = find(session, named)
        for users in (CheckIn, Invited, Slate):
            query = select(users.id).where(users.activity_id == activity.id).limit(1)
            if session.scalar(query) is not None:
                raise ProblemForUser("activity-used", name=activity.name)
        session.delete(activity)


def local_moment(text: str, zone: ZoneInfo) -> datetime:
    """Read an ISO moment; one without a zone is local to the event. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _read(values: Mapping[str, str], readers: Mapping[str, Callable[[str], Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, text in values.items():
        if key not in readers:
            raise ProblemForUser("setting-unknown", key=key, keys="、".join(readers))
        try:
            read[key] = readers[key](text.strip())
        except (ValueError, OverflowError):  # the first and last hours of the calendar
            raise ProblemForUser("setting-wrong", key=key, value=text) from None
    return read


def _readers(session: Session, zone: ZoneInfo) -> dict[str, Callable[[str], Any]]:
    letters = set(session.scalars(select(Zone.letter)))

    def moment(text: str) -> datetime | None:
        return local_moment(text, zone) if text else None

    def one_of(*words: str) -> Callable[[str], str]:
        def read(text: str) -> str:
            if text not in words:
                raise ValueError(text)
            return text

        return read

    def categories(text: str) -> list[str] | None:
        return (
            None
            if text == "all"
            else [meant_category(session, word).value for word in _LIST.split(text)]
        )

    def zones(text: str) -> list[str] | None:
        if text == "all":
            return None
        wanted = [word.strip().upper() for word in _LIST.split(text)]
        if not set(wanted) <= letters:
            raise ValueError(text)
        return wanted

    return {
        "opens": moment,
        "closes": moment,
        "reentry": one_of("once", "after-exit", "free", "daily"),
        "invited": one_of("all", "listed"),
        "categories": categories,
        "zones": zones,
        "place": str,
        "tags": one_of(*TagRule),
    }


def _new(session: Session, name: str) -> Activity:
    if not name.strip() or name.strip().isdigit():
        raise ProblemForUser(
            "activity-unknown", named=name, candidates="、".join(a.name for a in _all(session))
        )
    highest = session.execute(select(func.max(Activity.number))).scalar() or 0
    activity = Activity(number=highest + 1, name=name.strip())
    session.add(activity)
    return activity


def _all(session: Session) -> list[Activity]:
    return list(session.scalars(select(Activity).order_by(Activity.number)))


def _row(activity: Activity) -> ActivityRow:
    return ActivityRow(
        id=activity.id,
        number=activity.number,
        name=activity.name,
        place=activity.place,
        opens=activity.opens,
        closes=activity.closes,
        reentry=activity.reentry,
        invited=activity.invited,
        categories=None
        if activity.categories is None
        else tuple(map(Category, activity.categories)),
        zones=None if activity.zones is None else tuple(activity.zones),
        tags=TagRule(activity.tags),
    )
