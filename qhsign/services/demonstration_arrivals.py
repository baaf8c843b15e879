"""A simulated morning: badges for everybody expected, and most of them coming to the opening."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import select

from qhsign.domain import check_in
from qhsign.domain.badge_token import TokenCheck
from qhsign.domain.check_in import (
    ActivityRules,
    BadgeFacts,
    BadgeStatus,
    Direction,
    GuestFacts,
    PastScan,
    Reentry,
    ScanFacts,
    Verdict,
)
from qhsign.domain.guest import Invitation
from qhsign.services import badges
from qhsign.services.badge_guests import HeldBadge
from qhsign.services.desk import Desk
from qhsign.services.events import FIRST_ACTIVITY, facts_in
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Activity, CheckIn, Guest, new_id

_DESKS = ("1号门", "1号门", "2号门", "2号门", "3号门", "贵宾通道")
_COMING = 0.75
_EARLIEST, _BUSIEST, _LATEST = -15, 35, 90  # minutes from the opening of the doors
_SCANNED_TWICE, _LEAVING, _COMING_BACK, _BADGE_FORGOTTEN = 0.012, 0.05, 0.6, 0.008
_UNREADABLE = ("6936983800013", "https://example.com/menu", "QH1")
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class _Step:
    """Somebody at a desk: with a badge, without one, or with a code that is none."""

    at: datetime
    desk: str
    guest: Guest | None
    badge: HeldBadge | None
    code: str
    leaving: bool = False


def simulate(
    desk: Desk, dice: Random, progress: Callable[[int, int], None] | None
) -> tuple[int, int]:
    """Issue the badges and let people arrive; return the badges issued and the people who are in.

    The verdicts are those the rules give, scan by scan in the order of their times.
    """
    with desk.read() as session:
        confirmed = session.scalars(
            select(Guest).where(Guest.invitation == Invitation.CONFIRMED).order_by(Guest.number)
        ).all()
        place = session.scalars(select(Activity).where(Activity.name == FIRST_ACTIVITY)).one()
        zone = facts_in(session).zone
    if place.opens is None:
        raise ValueError("the opening has no time yet")
    eve = place.opens - timedelta(days=1)
    issued = badges.issue(replace(desk, now=lambda: eve), [guest.id for guest in confirmed])
    cards = list(zip(confirmed, issued, strict=True))
    steps = [*_arrivals(dice, cards, place.opens), *_strangers(dice, place.opens)]
    steps.sort(key=lambda step: step.at)
    with desk.write("demo arrivals") as session:
        inside = _record(session, place, zone, steps, progress)
    return len(issued), inside


def _arrivals(
    dice: Random, cards: Sequence[tuple[Guest, HeldBadge]], opens: datetime
) -> Iterator[_Step]:
    for guest, badge in cards:
        if dice.random() >= _COMING:
            continue
        at = opens + _minutes(dice.triangular(_EARLIEST, _LATEST, _BUSIEST))
        gate = "贵宾通道" if guest.vip else dice.choice(_DESKS)
        forgotten = dice.random() < _BADGE_FORGOTTEN
        card, code = (None, "") if forgotten else (badge, badge.code)
        yield _Step(at, gate, guest, card, code)
        if at < opens:
            # Sent away because the doors are not open yet, and back when they are.
            at = opens + _minutes(dice.uniform(0, 5))
            yield _Step(at, gate, guest, card, code)
        if dice.random() < _SCANNED_TWICE:
            yield _Step(at + _minutes(dice.uniform(0.2, 8)), dice.choice(_DESKS), guest, card, code)
        elif dice.random() < _LEAVING:
            gone = at + _minutes(dice.uniform(20, 60))
            yield _Step(gone, gate, guest, card, code, leaving=True)
            if dice.random() < _COMING_BACK:
                yield _Step(gone + _minutes(dice.uniform(5, 25)), gate, guest, card, code)


def _strangers(dice: Random, opens: datetime) -> Iterator[_Step]:
    """Give scans of codes that are no badge."""
    for code in _UNREADABLE:
        yield _Step(opens + _minutes(dice.uniform(10, 80)), dice.choice(_DESKS), None, None, code)


def _minutes(count: float) -> timedelta:
    return timedelta(seconds=round(count * 60))


def _record(
    session: JournaledSession,
    place: Activity,
    zone: ZoneInfo,
    steps: Sequence[_Step],
    progress: Callable[[int, int], None] | None,
) -> int:
    """Write one check-in for each step; return how many people came in."""
    rules = ActivityRules(zone, place.opens, place.closes, Reentry(place.reentry))
    earlier: dict[str, list[PastScan]] = {}
    inside: set[str] = set()
    for number, step in enumerate(steps, start=1):
        known = earlier.setdefault(step.guest.id, []) if step.guest else []
        record = _check_in(place.id, step, known, rules)
        session.add(record)
        if step.guest is not None:
            passed = check_in.passes(Verdict(record.verdict), overridden=False)
            direction = Direction.OUT if step.leaving else Direction.IN
            known.append(PastScan(record.id, step.at, direction, passed, step.desk))
            if passed and not step.leaving:
                inside.add(step.guest.id)
        if number % _AT_ONCE == 0 or number == len(steps):
            session.flush()
            if progress is not None:
                progress(number, len(steps))
    return len(inside)


def _check_in(
    activity: str, step: _Step, earlier: Sequence[PastScan], rules: ActivityRules
) -> CheckIn:
    token = TokenCheck.VALID if step.badge else TokenCheck.UNKNOWN if step.code else None
    facts = ScanFacts(
        token=token,
        badge=BadgeFacts(BadgeStatus.ACTIVE) if step.badge else None,
        guest=_facts(step.guest) if step.guest else None,
        direction=Direction.OUT if step.leaving else Direction.IN,
        at=step.at,
        earlier=earlier,
    )
    decision = check_in.decide(facts, rules)
    return CheckIn(
        activity_id=activity,
        guest_id=step.guest.id if step.guest else None,
        badge_id=step.badge.id if step.badge else None,
        code=step.code,
        at=step.at,
        recorded_at=step.at,
        desk=step.desk,
        leaving=step.leaving,
        by_hand=not step.code,
        verdict=decision.verdict.value,
        message=json.dumps(
            [decision.message_code, dict(decision.message_parameters)], ensure_ascii=False
        ),
        first_at=decision.first.at if decision.first else None,
        first_desk=decision.first.desk if decision.first else "",
        nonce=new_id(),
    )


def _facts(guest: Guest) -> GuestFacts:
    return GuestFacts(guest.invitation, guest.vetting, guest.category)
