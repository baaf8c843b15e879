"""Check-in (签到): one scan in, one verdict out, committed before it is shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token, check_in, phone
from qhsign.domain.badge_token import CodeKind, TokenCheck
from qhsign.domain.check_in import (
    ActivityRules,
    BadgeFacts,
    BadgeStatus,
    Decision,
    Direction,
    GuestFacts,
    Invited,
    PastScan,
    Reentry,
    ScanFacts,
    Verdict,
)
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Act
from qhsign.services import event_keys, events, number_tags, zones
from qhsign.services.activities import find as find_activity
from qhsign.services.check_in_records import FirstScan, ScannedGuest, ScanResult
from qhsign.services.desk import Desk
from qhsign.services.one_person import records_of, who_remains
from qhsign.services.presence import past_scans, past_scans_of_code
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import (
    Activity,
    Badge,
    CheckIn,
    CheckInAnnulment,
    CheckInOverride,
    Guest,
    new_id,
)
from qhsign.store.schema import Invited as InvitedGuest

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
    rehearsal: bool = False,
) -> ScanResult:
    """Record one scan at an activity and give its verdict.

    ``activity`` is a number, a name or an unambiguous part; ``at`` defaults to now. The same
    ``nonce`` sent twice is one record and gives the first answer again. ``override`` is a
    supervisor's reason to let a refused person in; it does nothing where nothing was refused.
    A ``rehearsal`` scan (演练) never counts. It knows only the rehearsal scans of its own day, and
    asks for no opening hours: a rehearsal is held before the doors open.

    Raises ProblemForUser ``activity-unknown``, ``activity-ambiguous``, or ``nonce-used`` when the
    nonce belongs to a scan of something else: nothing is recorded then.
    """
    with desk.write("check-in") as session:
        place = find_activity(session, activity)
        scan = _Scan(code[:LONGEST_CODE], at or desk.now(), nonce, leaving, rehearsal)
        known = _answered(session, nonce)
        if known is not None:
            same = known.code in {code[:LONGEST_CODE], badge_token.read(code).payload}
            if not same or known.by_hand or not _same_kind(known, scan):
                raise ProblemForUser("nonce-used", nonce=nonce)
            return _first_answer(session, known, place)
        scanned = _scanned(session, code)
        record = _decide(session, desk, place, scanned, scan)
        let_in = bool(override) and check_in.may_be_overridden(Verdict(record.verdict))
        if let_in:
            desk.require(session, Act.OVERRIDE)
            _let_in(session, desk, record, override)
        number_tags.give_next(session, desk, place, record)
        return _told(session, record, overridden=let_in, annulled=False)


def check_in_by_hand(
    desk: Desk,
    guest_id: str,
    activity: str,
    *,
    at: datetime | None = None,
    nonce: str = "",
    leaving: bool = False,
    rehearsal: bool = False,
) -> ScanResult:
    """Check in a guest who was recognised without a badge; the same rules give the verdict."""
    with desk.write("check-in by hand") as session:
        place = find_activity(session, activity)
        scan = _Scan("", at or desk.now(), nonce, leaving, rehearsal)
        known = _answered(session, nonce)
        if known is not None:
            same = known.by_hand and known.guest_id in records_of(session, guest_id)
            if not same or not _same_kind(known, scan):
                raise ProblemForUser("nonce-used", nonce=nonce)
            return _first_answer(session, known, place)
        scanned = _Scanned(None, None, who_remains(session, session.get_one(Guest, guest_id)))
        record = _decide(session, desk, place, scanned, scan)
        number_tags.give_next(session, desk, place, record)
        return _told(session, record, overridden=False, annulled=False)


def override(desk: Desk, scan: str, reason: str) -> ScanResult:
    """Let a refused person in with a supervisor's reason; the refused verdict stays.

    Where a clerk works at the desk, a supervisor approves it first (see ``operators.approve``).
    Raises ProblemForUser ``reason-missing``, ``scan-unknown`` or ``override-impossible``.
    """
    approver = "" if desk.shift is None else desk.shift.take_approval(Act.OVERRIDE, desk.now())
    if approver:
        desk = desk.doing(Act.CHECK_IN)
    with desk.write("check-in override") as session:
        record = _record(session, scan)
        _let_in(session, desk, record, reason, approver)
        place = session.get_one(Activity, record.activity_id)
        number_tags.give_next(session, desk, place, record)
        return _result(session, record)


def annul(desk: Desk, scan: str, reason: str) -> str:
    """Annul a check-in; the record stays. Returns the scan's id.

    Raises ProblemForUser ``reason-missing``, ``scan-unknown`` or ``scan-annulled``.
    """
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    with desk.write("annul") as session:
        record = _record(session, scan)
        if _has(session, CheckInAnnulment, record.id):
            raise ProblemForUser("scan-annulled", scan=scan)
        session.add(CheckInAnnulment(check_in_id=record.id, reason=reason.strip(), at=desk.now()))
        return record.id


def recent_scans(
    desk: Desk, activity: str, limit: int = 20, *, rehearsal: bool = False
) -> list[ScanResult]:
    """Return the latest scans of an activity, or of its rehearsals, newest first."""
    with desk.read() as session:
        place = find_activity(session, activity)
        records = session.scalars(
            select(CheckIn)
            .where(CheckIn.activity_id == place.id, CheckIn.rehearsal.is_(rehearsal))
            .order_by(CheckIn.at.desc(), CheckIn.id.desc())
            .limit(limit)
        )
        return [_result(session, record) for record in records]


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What a code led to; ``check`` is None where a person was recognised, not a code read."""

    check: TokenCheck | None
    badge: Badge | None
    guest: Guest | None
    kind: CodeKind = CodeKind.BADGE
    payload: str = ""


@dataclass(frozen=True, slots=True)
class _Scan:
    code: str
    at: datetime
    nonce: str
    leaving: bool
    rehearsal: bool = False


def _scanned(session: Session, code: str) -> _Scanned:
    reading = badge_token.read(code)
    if reading.kind is CodeKind.SHORT_CODE:
        badge = session.scalars(select(Badge).where(Badge.short_code == reading.payload)).first()
        return _Scanned(TokenCheck.UNKNOWN, None, _holder(session, badge), reading.kind)
    check = event_keys.check(session, reading)
    if reading.kind is not CodeKind.BADGE or check not in event_keys.PROVEN:
        return _Scanned(check, None, None, reading.kind)
    badge = session.scalars(select(Badge).where(Badge.token == reading.badge_id)).one_or_none()
    return _Scanned(check, badge, _holder(session, badge), reading.kind, reading.payload)


def _holder(session: Session, badge: Badge | None) -> Guest | None:
    return who_remains(session, session.get_one(Guest, badge.guest_id)) if badge else None


def _decide(
    session: JournaledSession, desk: Desk, place: Activity, scanned: _Scanned, scan: _Scan
) -> CheckIn:
    decision = _decision(session, place, scanned, scan)
    record = CheckIn(
        activity_id=place.id,
        guest_id=scanned.guest.id if scanned.guest else None,
        badge_id=scanned.badge.id if scanned.badge else None,
        code=scanned.payload or scan.code,
        at=scan.at,
        recorded_at=desk.now(),
        desk=desk.name,
        leaving=scan.leaving,
        by_hand=scanned.check is None,
        rehearsal=scan.rehearsal,
        verdict=decision.verdict.value,
        message=json.dumps(
            [decision.message_code, dict(decision.message_parameters)], ensure_ascii=False
        ),
        first_at=decision.first.at if decision.first else None,
        first_desk=decision.first.desk if decision.first else "",
        nonce=scan.nonce or new_id(),
    )
    session.add(record)
    session.flush()
    return record


def _decision(session: Session, place: Activity, scanned: _Scanned, scan: _Scan) -> Decision:
    if scanned.kind is CodeKind.SHORT_CODE and scanned.guest is not None:
        # The number under the QR finds the person, but anybody can read it aloud.
        parameters = {"name": scanned.guest.full_name, "number": f"{scanned.guest.number:05d}"}
        return Decision(Verdict.UNKNOWN, "short-code-shown", parameters)
    event = events.facts_in(session)
    facts = ScanFacts(
        token=scanned.check,
        badge=_badge_facts(session, scanned.badge),
        guest=_guest_facts(session, scanned.guest, place),
        direction=Direction.OUT if scan.leaving else Direction.IN,
        at=scan.at,
        earlier=_earlier(session, place, scanned, scan, event.zone),
        certificate=scanned.kind is CodeKind.CERTIFICATE,
    )
    rules = ActivityRules(
        time_zone=event.zone,
        opens=None if scan.rehearsal else place.opens,
        closes=None if scan.rehearsal else place.closes,
        reentry=Reentry(place.reentry),
        invited=Invited(place.invited),
        categories=None if place.categories is None else frozenset(map(Category, place.categories)),
        zones=None if place.zones is None else frozenset(place.zones),
        needs_vetting=event.vetting_required,
    )
    return check_in.decide(facts, rules)


def _earlier(
    session: Session, place: Activity, scanned: _Scanned, scan: _Scan, zone: ZoneInfo
) -> Sequence[PastScan]:
    payload, rehearsal = scanned.payload, scan.rehearsal
    earlier: Sequence[PastScan] = ()
    if scanned.guest is not None:
        earlier = past_scans(session, place.id, scanned.guest.id, payload, rehearsal=rehearsal)
    elif payload:
        # A right code of a guest this desk does not know yet is still one person's.
        earlier = past_scans_of_code(session, place.id, payload, rehearsal=rehearsal)
    if not rehearsal:
        return earlier
    today = scan.at.astimezone(zone).date()
    return [each for each in earlier if each.at.astimezone(zone).date() == today]


def _badge_facts(session: Session, badge: Badge | None) -> BadgeFacts | None:
    if badge is None:
        return None
    following = session.get(Badge, badge.replaced_by) if badge.replaced_by else None
    return BadgeFacts(BadgeStatus(badge.status), str(following.serial) if following else None)


def _guest_facts(session: Session, guest: Guest | None, place: Activity) -> GuestFacts | None:
    if guest is None:
        return None
    # What the activity does not ask for is not looked up: everybody in the queue waits for it.
    listed, opened = False, None
    if place.invited == Invited.LISTED:
        theirs = InvitedGuest.guest_id == guest.id, InvitedGuest.activity_id == place.id
        listed = session.scalars(select(InvitedGuest.id).where(*theirs)).first() is not None
    if place.zones is not None:
        by_category = zones.opened_by_category(session)
        opened = zones.opened_for(guest.category, vip=guest.vip, opened=by_category)
    return GuestFacts(
        invitation=guest.invitation,
        vetting=guest.vetting,
        category=guest.category,
        zones=opened,
        listed=listed,
    )


def _let_in(
    session: JournaledSession, desk: Desk, record: CheckIn, reason: str, approver: str = ""
) -> None:
    if not reason.strip():
        raise ProblemForUser("reason-missing")
    if not check_in.may_be_overridden(Verdict(record.verdict)):
        raise ProblemForUser("override-impossible")
    if not _has(session, CheckInOverride, record.id):
        session.add(
            CheckInOverride(
                check_in_id=record.id,
                reason=reason.strip(),
                at=desk.now(),
                approved_by=approver,
            )
        )
        session.flush()


def _answered(session: Session, nonce: str) -> CheckIn | None:
    if not nonce:
        return None
    return session.scalars(select(CheckIn).where(CheckIn.nonce == nonce)).one_or_none()


def _same_kind(known: CheckIn, scan: _Scan) -> bool:
    """Say whether a record is of the same direction, and a rehearsal's or not."""
    return known.leaving is scan.leaving and known.rehearsal is scan.rehearsal


def _first_answer(session: Session, known: CheckIn, place: Activity) -> ScanResult:
    # Whoever sends another scan under a used nonce must not get somebody else's green.
    if known.activity_id != place.id:
        raise ProblemForUser("nonce-used", nonce=known.nonce)
    return _result(session, known)


def _record(session: Session, scan: str) -> CheckIn:
    record = session.get(CheckIn, scan)
    if record is None:
        raise ProblemForUser("scan-unknown", scan=scan[:LONGEST_CODE])
    return record


def _has(
    session: Session, kind: type[CheckInAnnulment] | type[CheckInOverride], record: str
) -> bool:
    found = session.scalars(select(kind.id).where(kind.check_in_id == record)).one_or_none()
    return found is not None


def _result(session: Session, record: CheckIn) -> ScanResult:
    return _told(
        session,
        record,
        overridden=_has(session, CheckInOverride, record.id),
        annulled=_has(session, CheckInAnnulment, record.id),
    )


def _told(session: Session, record: CheckIn, *, overridden: bool, annulled: bool) -> ScanResult:
    guest = session.get(Guest, record.guest_id) if record.guest_id else None
    guest = who_remains(session, guest) if guest else None
    verdict = Verdict(record.verdict)
    passed = check_in.passes(verdict, overridden=overridden)
    code, parameters = json.loads(record.message)
    return ScanResult(
        scan=record.id,
        verdict=verdict,
        counted=passed and not (record.leaving or annulled or record.rehearsal),
        overridden=overridden,
        guest=_shown(guest) if guest else None,
        first=FirstScan(record.first_at, record.first_desk) if record.first_at else None,
        at=record.at,
        desk=record.desk,
        leaving=record.leaving,
        annulled=annulled,
        message_code=code,
        message_parameters=parameters,
        rehearsal=record.rehearsal,
        tag=number_tags.tag_of(session, record),
    )


def _shown(guest: Guest) -> ScannedGuest:
    return ScannedGuest(
        id=guest.id,
        number=guest.number,
        full_name=guest.full_name,
        latin_name=guest.latin_name,
        organization=guest.organization,
        title=guest.title,
        category=guest.category,
        vip=guest.vip,
        seat=guest.seat,
        liaison=phone.mask_among_words(guest.liaison) if guest.liaison else "",
        photo=guest.photo,
    )
