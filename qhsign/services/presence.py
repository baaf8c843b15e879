"""Who passed when: the records of an activity as the rules want them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, String, and_, func, select, type_coerce
from sqlalchemy.orm import Session

from qhsign.domain.check_in import Direction, PastScan, Verdict, passes
from qhsign.store.schema import Badge, CheckIn, CheckInAnnulment, CheckInOverride


def _records(*, rehearsal: bool) -> Select[CheckIn, str, str]:
    return (
        select(CheckIn, CheckInOverride.id, CheckInAnnulment.id)
        .join(CheckInOverride, CheckInOverride.check_in_id == CheckIn.id, isouter=True)
        .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
        .where(CheckIn.rehearsal.is_(rehearsal))
    )


def past_scans(
    session: Session, activity: str, guest: str, code: str = "", *, rehearsal: bool = False
) -> Sequence[PastScan]:
    """Return a guest's scans at an activity, with those of ``code`` before the guest was known.

    Rehearsal scans are given to a rehearsal alone, and the real ones never to it.
    """
    theirs = CheckIn.guest_id == guest
    if code:
        theirs |= CheckIn.guest_id.is_(None) & (CheckIn.code == code)
    query = _records(rehearsal=rehearsal).where(CheckIn.activity_id == activity, theirs)
    return [_past(row) for row in session.execute(query)]


def past_scans_of_code(
    session: Session, activity: str, code: str, *, rehearsal: bool = False
) -> Sequence[PastScan]:
    """Return the scans of one badge at an activity, for a badge whose guest is not known yet."""
    query = _records(rehearsal=rehearsal).where(
        CheckIn.activity_id == activity, CheckIn.code == code
    )
    return [_past(row) for row in session.execute(query)]


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

    A person is the guest's id, or the code of a badge whose guest this desk does not know yet.

    ``between`` looks only at entries from its first moment to before its second. Counted by the
    database: thousands of records took a desk's time away from the next scan.
    """
    # SQLite gives the other columns from the row that holds the minimum.
    query = _entries(_PERSON, func.min(CheckIn.at), CheckIn.desk).group_by(_PERSON)
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    if between is not None:
        query = query.where(CheckIn.at >= between[0], CheckIn.at < between[1])
    return {str(who): FirstEntry(at, desk) for who, at, desk in session.execute(query)}


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
    query = _passes(_PERSON, CheckIn.at, CheckIn.leaving).where(CheckIn.at <= at)
    query = query.where(_PERSON.in_(people)).order_by(CheckIn.at, CheckIn.id)
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    if since is not None:
        query = query.where(CheckIn.at >= since)
    last = {str(who): leaving for who, _, leaving in session.execute(query)}
    return {who for who, leaving in last.items() if not leaving}


def every_entry(session: Session) -> Iterable[Row[str, str, str, str]]:
    """Give every counted entry, first or not: the activity, the person, when and where.

    The moment is as the file keeps it, UTC text whose order is that of time: of twenty thousand
    only the first of each person is ever looked at. In no order: sorting them takes longer.
    """
    return session.execute(
        _entries(CheckIn.activity_id, _PERSON, type_coerce(CheckIn.at, String), CheckIn.desk)
    )


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


def _past(row: Row[CheckIn, str, str]) -> PastScan:
    record, overridden, annulled = row
    passed = passes(Verdict(record.verdict), overridden=overridden is not None)
    return PastScan(
        scan=record.id,
        at=record.at,
        direction=Direction.OUT if record.leaving else Direction.IN,
        counts=passed and annulled is None,
        desk=record.desk,
    )
