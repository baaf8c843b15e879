"""Who passed when: the records of an activity as the rules want them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session, aliased

from qhsign.domain.check_in import Direction, PastScan, Verdict, passes
from qhsign.domain.guest import Category
from qhsign.services.one_person import by_person, joined, records_of
from qhsign.store.schema import Badge, CheckIn, CheckInAnnulment, CheckInOverride, Guest

_Entry = tuple[str, str, str, str]
"""The activity, the person, when and where."""


_SCANS = (
    select(
        CheckIn.id,
        CheckIn.at,
        CheckIn.leaving,
        CheckIn.verdict,
        CheckIn.desk,
        CheckInOverride.id,
        CheckInAnnulment.id,
    )
    .join(CheckInOverride, CheckInOverride.check_in_id == CheckIn.id, isouter=True)
    .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
    .where(
        CheckIn.rehearsal == bindparam("rehearsal"), CheckIn.activity_id == bindparam("activity")
    )
)
_OF_CODE = CheckIn.code == bindparam("code")
_SCANS_OF_CODE = _SCANS.where(_OF_CODE)
_SCANS_OF_PERSON = _SCANS.where(
    CheckIn.guest_id.in_(bindparam("records", expanding=True))
    | (CheckIn.guest_id.is_(None) & _OF_CODE)
)
"""Put together once: they are asked at every scan."""


def past_scans(
    session: Session, activity: str, guest: str, code: str = "", *, rehearsal: bool = False
) -> Sequence[PastScan]:
    """Return a guest's scans at an activity, with those of ``code`` before the guest was known.

    Those of records joined into the guest are the guest's. Rehearsal scans are given to a
    rehearsal alone, and the real ones never to it.
    """
    meant = {
        "activity": activity,
        "records": records_of(session, guest),
        "code": code or None,
        "rehearsal": rehearsal,
    }
    return [_past(*row) for row in session.execute(_SCANS_OF_PERSON, meant)]


def past_scans_of_code(
    session: Session, activity: str, code: str, *, rehearsal: bool = False
) -> Sequence[PastScan]:
    """Return the scans of one badge at an activity, for a badge whose guest is not known yet."""
    meant = {"activity": activity, "code": code, "rehearsal": rehearsal}
    return [_past(*row) for row in session.execute(_SCANS_OF_CODE, meant)]


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """A person's first counted entry."""

    at: datetime
    desk: str


def first_entries(
    session: Session,
    activity: str | None = None,
    *,
    between: tuple[datetime, datetime] | None = None,
) -> dict[str, FirstEntry]:
    """Return each person's first counted entry, at one activity or at any.

    A person is the guest's id, or the code of a badge whose guest this desk does not know yet;
    what was recorded of a guest joined into another is that other's.

    ``between`` looks only at entries from its first moment to before its second. Counted by the
    database: thousands of records took a desk's time away from the next scan.
    """
    # SQLite gives the other columns from the row that holds the minimum.
    query = _entries(_PERSON, func.min(CheckIn.at), CheckIn.desk).group_by(_PERSON)
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    if between is not None:
        query = query.where(CheckIn.at >= between[0], CheckIn.at < between[1])
    found = {str(who): FirstEntry(at, desk) for who, at, desk in session.execute(query)}
    one = joined(session)
    if not one:
        return found
    return {
        person: min(entries, key=lambda entry: entry.at)
        for person, entries in by_person(found, one).items()
    }


def inside_at(
    session: Session,
    people: Collection[str],
    *,
    activity: str | None,
    at: datetime,
    since: datetime | None = None,
) -> set[str]:
    """Return who of these guests is inside at a moment: let in by then, and not out again since.

    ``activity`` None looks at every activity. Passes before ``since`` do not count.
    """
    one = joined(session)
    wanted = {one.get(who, who) for who in people}
    records = wanted | {record for record, into in one.items() if into in wanted}
    query = _passes(_PERSON, CheckIn.at, CheckIn.leaving).where(CheckIn.at <= at)
    query = query.where(_PERSON.in_(records)).order_by(CheckIn.at, CheckIn.id)
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    if since is not None:
        query = query.where(CheckIn.at >= since)
    last = {one.get(str(who), str(who)): leaving for who, _, leaving in session.execute(query)}
    return {who for who in people if last.get(one.get(who, who), True) is False}


def first_entries_of(session: Session, records: Sequence[str]) -> dict[str, FirstEntry]:
    """Return one person's first counted entry at each activity, by the activity's id.

    ``records`` are the ids of all records of the person.
    """
    held = select(Badge.code).where(Badge.guest_id.in_(records))
    theirs = CheckIn.guest_id.in_(records) | (CheckIn.guest_id.is_(None) & CheckIn.code.in_(held))
    query = _entries(CheckIn.activity_id, func.min(CheckIn.at), CheckIn.desk).where(theirs)
    return {
        activity: FirstEntry(at, desk)
        for activity, at, desk in session.execute(query.group_by(CheckIn.activity_id))
    }


def count_first_entries(
    session: Session,
    activity: str | None,
    lately: tuple[datetime, datetime],
    *,
    between: tuple[datetime, datetime] | None = None,
) -> Mapping[Category | None, tuple[int, int]]:
    """Count the people of ``first_entries`` by category, and those who first came ``lately``.

    The category is None for who is known only by a badge. ``lately`` includes both its moments.
    """
    query = _entries(_PERSON.label("person"), func.min(CheckIn.at).label("at")).group_by(_PERSON)
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    if between is not None:
        query = query.where(CheckIn.at >= between[0], CheckIn.at < between[1])
    first = query.subquery()
    if joined(session):
        # Two records of one person that both came are one who came.
        record = aliased(Guest)
        who = func.coalesce(record.joined_into, first.c.person)
        first = (
            select(who.label("person"), func.min(first.c.at).label("at"))
            .select_from(first)
            .join(record, record.id == first.c.person, isouter=True)
            .group_by(who)
            .subquery()
        )
    at = type_coerce(first.c.at, CheckIn.at.type)
    counted = session.execute(
        select(
            Guest.category,
            func.count(),
            func.sum(case((at.between(*lately), 1), else_=0)),
        )
        .select_from(first)
        .join(Guest, Guest.id == first.c.person, isouter=True)
        .group_by(Guest.category)
    )
    return {category: (people, recent) for category, people, recent in counted}


def every_entry(session: Session) -> Iterable[Row[str, str, str, str] | _Entry]:
    """Give every counted entry, first or not: the activity, the person, when and where.

    The moment is as the file keeps it, UTC text whose order is that of time: of twenty thousand
    only the first of each person is ever looked at. In no order: sorting them takes longer.
    """
    found = session.execute(
        _entries(CheckIn.activity_id, _PERSON, type_coerce(CheckIn.at, String), CheckIn.desk)
    )
    one = joined(session)
    return _of_persons(found, one) if one else found


def _of_persons(
    entries: Iterable[Row[str, str, str, str]], one: Mapping[str, str]
) -> Iterator[_Entry]:
    for activity, who, at, desk in entries:
        yield activity, one.get(who, who), at, desk


def _entries(*columns: Any) -> Select[Any]:
    """Return the query for entries that count: not a rehearsal, not annulled, let in."""
    return _passes(*columns).where(CheckIn.leaving.is_(False))


def _passes(*columns: Any) -> Select[Any]:
    """Return the query for passes that count, in or out."""
    return (
        select(*columns)
        .select_from(CheckIn)
        .join(Badge, _LATER_KNOWN, isouter=True)
        .join(CheckInOverride, CheckInOverride.check_in_id == CheckIn.id, isouter=True)
        .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
        .where(
            CheckIn.rehearsal.is_(False),
            CheckInAnnulment.id.is_(None),
            CheckIn.verdict.in_(_PASSING) | CheckInOverride.id.is_not(None),
        )
    )


_PERSON = func.coalesce(CheckIn.guest_id, Badge.guest_id, CheckIn.code)
_LATER_KNOWN = and_(
    CheckIn.guest_id.is_(None),
    # The index is on the token; the whole code must be that badge's all the same.
    Badge.token == func.substr(CheckIn.code, 7, 16),
    Badge.code == CheckIn.code,
)
"""A badge that came to this desk after it was scanned here."""
_PASSING = [verdict.value for verdict in Verdict if passes(verdict, overridden=False)]


def _past(  # the columns of _SCANS
    scan: str,
    at: datetime,
    leaving: bool,  # noqa: FBT001
    verdict: str,
    desk: str,
    overridden: str | None,
    annulled: str | None,
) -> PastScan:
    passed = passes(Verdict(verdict), overridden=overridden is not None)
    return PastScan(
        scan=scan,
        at=at,
        direction=Direction.OUT if leaving else Direction.IN,
        counts=passed and annulled is None,
        desk=desk,
    )
