"""Who passed when: the records of an activity as the rules want them."""

from collections.abc import Sequence

from sqlalchemy import Row, Select, select
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


def scans_by_guest(session: Session, activity: str | None = None) -> dict[str, list[PastScan]]:
    """Return every guest's scans, at one activity or at all."""
    query = _records().where(CheckIn.guest_id.is_not(None))
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    gathered: dict[str, list[PastScan]] = {}
    for row in session.execute(query.execution_options(yield_per=2000)):
        gathered.setdefault(str(row[0].guest_id), []).append(_past(row))
    return gathered


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
