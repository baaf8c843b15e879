"""Check-in (签到): one scan in, one verdict out, committed before it is shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token, check_in
from qhsign.domain.badge_token import CodeKind, EventKey as Key, TokenCheck
from qhsign.domain.check_in import ActivityRules, Decision, Direction, PastScan, ScanFacts, Verdict
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events
from qhsign.services.activities import find as find_activity
from qhsign.services.check_in_records import FirstScan, ScannedGuest, ScanResult
from qhsign.services.desk import Desk
from qhsign.services.guests import by_number
from qhsign.services.zones import zones_of
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import (
    Activity,
    Badge,
    CheckIn,
    CheckInAnnulment,
    CheckInOverride,
    Event,
    EventKey,
    Guest,
    Invited,
    new_id,
)

LONGEST_CODE = 64
"""Characters of a scanned code that are kept; anything longer is not a code anyway."""


def record_scan(
    desk: Desk,
    code: str,
    activity: str,
    *,
    at: datetime | None = None,
    nonce: str = "",
    leaving: bool = False,
    override: str = "",
) -> ScanResult:
    """Record one scan at an activity and give its verdict.

    ``activity`` is a number, a name or an unambiguous part; ``at`` defaults to now. The same
    ``nonce`` sent twice is one record and gives the first answer again. ``override`` is a
    supervisor's reason to let a refused person in; it does nothing where nothing was refused.

    Raises ProblemForUser ``activity-unknown``, ``activity-ambiguous``, or ``override-impossible``
    when the code itself was unknown.
    """
    with desk.write("check-in") as session:
        known = _answered(session, nonce)
        if known is not None:
            return _result(session, known)
        place = find_activity(session, activity)
        scanned = _scanned(session, code)
        record = _decide(
            session, desk, place, scanned, code=code, at=at, nonce=nonce, leaving=leaving
        )
        if override and not check_in.admits(Verdict(record.verdict)):
            _let_in(session, desk, record, override)
        return _result(session, record)


def check_in_by_hand(
    desk: Desk,
    number: int,
    activity: str,
    *,
    at: datetime | None = None,
    nonce: str = "",
    leaving: bool = False,
) -> ScanResult:
    """Check in a guest who was recognised without a badge; the same rules give the verdict."""
    with desk.write("check-in by hand") as session:
        known = _answered(session, nonce)
        if known is not None:
            return _result(session, known)
        place = find_activity(session, activity)
        guest = by_number(session, number)
        scanned = _Scanned(TokenCheck.VALID, CodeKind.BADGE, None, guest)
        record = _decide(
            session,
            desk,
            place,
            scanned,
            code="",
            at=at,
            nonce=nonce,
            leaving=leaving,
            by_hand=True,
        )
        return _result(session, record)


def override(desk: Desk, scan: str, reason: str) -> ScanResult:
    """Let a refused person in with a supervisor's reason; the refused verdict stays.

    Raises ProblemForUser ``reason-missing``, ``scan-unknown`` or ``override-impossible``.
    """
    with desk.write("check-in override") as session:
        record = _record(session, scan)
        _let_in(session, desk, record, reason)
        return _result(session, record)


def annul(desk: Desk, scan: str, reason: str) -> str:
    """Annul a check-in; the record stays. Returns the scan's id.

    Raises ProblemForUser ``reason-missing``, ``scan-unknown`` or ``scan-annulled``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("annul") as session:
        record = _record(session, scan)
        if _annulled(session, record.id):
            raise ProblemForUser("scan-annulled", scan=scan)
        session.add(CheckInAnnulment(check_in_id=record.id, reason=reason.strip(), at=desk.now()))
        return record.id


def recent_scans(desk: Desk, activity: str, limit: int = 20) -> list[ScanResult]:
    """Return the latest scans of an activity, newest first."""
    with desk.read() as session:
        place = find_activity(session, activity)
        records = session.scalars(
            select(CheckIn)
            .where(CheckIn.activity_id == place.id)
            .order_by(CheckIn.at.desc(), CheckIn.id.desc())
            .limit(limit)
        )
        return [_result(session, record) for record in records]


@dataclass(frozen=True, slots=True)
class _Scanned:
    check: TokenCheck
    kind: CodeKind
    badge: Badge | None
    guest: Guest | None


def _scanned(session: Session, code: str) -> _Scanned:
    reading = badge_token.read(code)
    if reading.kind is CodeKind.SHORT_CODE:
        badge = session.scalars(select(Badge).where(Badge.short_code == reading.code)).first()
        guest = session.get(Guest, badge.guest_id) if badge else None
        return _Scanned(TokenCheck.UNKNOWN, reading.kind, badge, guest)
    event_code = session.scalars(select(Event.code)).one()
    keys = [
        Key(event_code, key.secret, retired=key.retired_at is not None)
        for key in session.scalars(select(EventKey))
    ]
    check = badge_token.verify(reading, keys)
    if check not in {TokenCheck.VALID, TokenCheck.VALID_WITH_RETIRED_KEY}:
        return _Scanned(check, reading.kind, None, None)
    badge = session.scalars(select(Badge).where(Badge.token == reading.code[6:22])).one_or_none()
    return _Scanned(
        check, reading.kind, badge, session.get(Guest, badge.guest_id) if badge else None
    )
