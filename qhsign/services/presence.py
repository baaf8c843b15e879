"""Who passed when: the records of an activity as the rules want them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from qhsign.domain.check_in import Direction, PastScan, Verdict, passes
from qhsign.store.schema import CheckIn, CheckInAnnulment, CheckInOverride


def _records() -> Select[CheckIn, str, str]:
    return (
        select(CheckIn, CheckInOverride.id, CheckInAnnulment.id)
        .join(CheckInOverride, CheckInOverride.check_in_id == CheckIn.id, isouter=True)
        .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
        .where(CheckIn.rehearsal.is_(False))
    )


def past_scans(session: Session, activity: str, guest: str) -> Sequence[PastScan]:
    """Return a guest's scans at an activity."""
    query = _records().where(CheckIn.activity_id == activity, CheckIn.guest_id == guest)
    return [_past(row) for row in session.execute(query)]


def past_scans_of_code(session: Session, activity: str, code: str) -> Sequence[PastScan]:
    """Return the scans of one badge at an activity, for a badge whose guest is not known yet."""
    query = _records().where(CheckIn.activity_id == activity, CheckIn.code == code)
    return [_past(row) for row in session.execute(query)]


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """A guest's first counted entry."""

    at: datetime
    desk: str


def first_entries(
    session: Session,
    activity: str | None = None,
    *,
    between: tuple[datetime, datetime] | None = None,
) -> dict[str, FirstEntry]:
    """Return each guest's first counted entry, at one activity or at any.

    ``between`` looks only at entries from its first moment to before its second. Counted by the
    database: thousands of records took a desk's time away from the next scan.
    """
    query = (
        # SQLite gives the other columns from the row that holds the minimum.
        select(CheckIn.guest_id, func.min(CheckIn.at), CheckIn.desk)
        .join(CheckInOverride, CheckInOverride.check_in_id == CheckIn.id, isouter=True)
        .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
        .where(
            CheckIn.guest_id.is_not(None),
            CheckIn.rehearsal.is_(False),
            CheckIn.leaving.is_(False),
            CheckInAnnulment.id.is_(None),
            CheckIn.verdict.in_(_PASSING) | CheckInOverride.id.is_not(None),
        )
        .group_by(CheckIn.guest_id)
    )
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    if between is not None:
        query = query.where(CheckIn.at >= between[0], CheckIn.at < between[1])
    return {str(guest): FirstEntry(at, desk) for guest, at, desk in session.execute(query)}


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
