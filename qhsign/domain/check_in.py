"""The verdict on a scan: pure rules over facts (domain notes §8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from qhsign.domain.badge_token import TokenCheck
from qhsign.domain.guest import Category, Invitation, Vetting


class Verdict(StrEnum):
    """What the desk is told about one scan."""

    ADMITTED = "admitted"
    ALREADY = "already"
    RE_ENTERED = "re-entered"
    EXITED = "exited"
    NOT_INSIDE = "not-inside"
    NOT_INVITED = "not-invited"
    TOO_EARLY = "too-early"
    CLOSED = "closed"
    WRONG_ZONE = "wrong-zone"
    REVOKED = "revoked"
    CANCELLED = "cancelled"
    NOT_VETTED = "not-vetted"
    OTHER_EVENT = "other-event"
    FORGED = "forged"
    UNKNOWN = "unknown"
    UNSYNCED = "unsynced"


class Tone(StrEnum):
    """How a verdict looks and sounds."""

    GREEN = "green"
    GREEN_NOTE = "green-note"
    NEUTRAL = "neutral"
    AMBER = "amber"
    RED = "red"


class Direction(StrEnum):
    """Whether the person comes or leaves."""

    IN = "in"
    OUT = "out"


class Reentry(StrEnum):
    """Whether an activity lets people in again."""

    ONCE = "once"
    AFTER_EXIT = "after-exit"
    FREE = "free"
    DAILY = "daily"  # once each day, by the event's own calendar


class Invited(StrEnum):
    """Whom an activity invites."""

    ALL = "all"
    LISTED = "listed"


class BadgeStatus(StrEnum):
    """The state of an issued card."""

    ACTIVE = "active"
    REVOKED = "revoked"
    REPLACED = "replaced"


TONES: Mapping[Verdict, Tone] = {
    Verdict.ADMITTED: Tone.GREEN,
    Verdict.RE_ENTERED: Tone.GREEN,
    Verdict.UNSYNCED: Tone.GREEN_NOTE,
    Verdict.EXITED: Tone.NEUTRAL,
    Verdict.ALREADY: Tone.AMBER,
    Verdict.TOO_EARLY: Tone.AMBER,
    Verdict.CLOSED: Tone.AMBER,
    Verdict.WRONG_ZONE: Tone.AMBER,
    Verdict.NOT_INSIDE: Tone.AMBER,
    Verdict.REVOKED: Tone.RED,
    Verdict.NOT_INVITED: Tone.RED,
    Verdict.CANCELLED: Tone.RED,
    Verdict.NOT_VETTED: Tone.RED,
    Verdict.OTHER_EVENT: Tone.RED,
    Verdict.FORGED: Tone.RED,
    Verdict.UNKNOWN: Tone.RED,
}


def admits(verdict: Verdict) -> bool:
    """Say whether the person goes in on this verdict alone."""
    return verdict in {Verdict.ADMITTED, Verdict.RE_ENTERED, Verdict.UNSYNCED}


def is_refusal(verdict: Verdict) -> bool:
    """Say whether the desk stops the person."""
    return not admits(verdict) and verdict is not Verdict.EXITED


def may_be_overridden(verdict: Verdict) -> bool:
    """Say whether a supervisor may let the person pass: any refusal but ``unknown``."""
    return is_refusal(verdict) and verdict is not Verdict.UNKNOWN


def passes(verdict: Verdict, *, overridden: bool) -> bool:
    """Say whether a recorded scan let the person pass its point, in or out."""
    return overridden or not is_refusal(verdict)


def word_code(verdict: Verdict) -> str:
    """Return the message code of the verdict's word, such as 签到成功 or 重复签到."""
    return f"verdict-{verdict}"


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """The scanned card as this desk knows it; ``replaced_by`` is the serial that follows it."""

    status: BadgeStatus
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class GuestFacts:
    """What the rules ask of a guest.

    ``zones`` are those the badge category opens, None for all of them; ``listed`` when the guest
    is on the list of this very activity.
    """

    invitation: Invitation
    vetting: Vetting
    category: Category
    zones: frozenset[str] | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class PastScan:
    """An earlier scan of the same person at the same activity.

    ``counts`` when it let the person pass (``passes``) and was not annulled; rehearsal scans are
    given only to rehearsal scans. ``scan`` is its identity, which settles equal times.
    """

    scan: str
    at: datetime
    direction: Direction
    counts: bool
    desk: str = ""


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """All that is known about one scan.

    ``token`` is None where no code proves anything: the person was found by name or short code
    and looked at. ``guest`` is None where this desk does not know the person (yet). ``at``
    carries a zone. ``earlier`` may come in any order; later scans among them are ignored.
    """

    token: TokenCheck | None
    badge: BadgeFacts | None
    guest: GuestFacts | None
    direction: Direction
    at: datetime
    earlier: Sequence[PastScan] = ()
    certificate: bool = False


@dataclass(frozen=True, slots=True)
class ActivityRules:
    """Whom an activity lets in, and when.

    ``categories`` and ``zones`` are None for all. ``time_zone`` is the event's: it decides which
    day a daily re-entry falls on and how times are written.
    """

    time_zone: tzinfo
    opens: datetime | None = None
    closes: datetime | None = None
    reentry: Reentry = Reentry.ONCE
    invited: Invited = Invited.ALL
    categories: frozenset[Category] | None = None
    zones: frozenset[str] | None = None
    needs_vetting: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with the sentence of why and what now, as a message code with parameters.

    ``first`` is the earlier entry an ``already`` refers to.
    """

    verdict: Verdict
    message_code: str
    message_parameters: Mapping[str, object] = field(default_factory=dict)
    first: PastScan | None = None


def decide(facts: ScanFacts, rules: ActivityRules) -> Decision:
    """Return the verdict on one scan.

    The first that applies, in this order: ``unknown`` (a certificate says so), ``forged``,
    ``other-event``, ``revoked``; for an exit then ``exited`` or ``not-inside``, since nobody is
    kept in. For an entry: ``cancelled`` (取消 and 谢绝), ``not-vetted``, ``not-invited`` (拟邀, not
    on the activity's list, category), ``wrong-zone``, ``too-early`` or ``closed`` (both ends of
    the time belong to it), ``already``; then ``unsynced`` for a right code without a guest, else
    ``re-entered`` or ``admitted``. What concerns the person for the whole event thus comes before
    what concerns this door, and that before the clock.

    A code of a retired key whose badge is not on this desk's list is ``forged``: whoever found
    the key could have made it.
    """
    refusal = _refused_code(facts) or _refused_badge(facts.badge)
    if refusal is not None:
        return refusal
    counted = _counted(facts)
    if facts.direction is Direction.OUT:
        return _plain(Verdict.EXITED if _is_inside(counted) else Verdict.NOT_INSIDE)
    if facts.guest is not None:
        refusal = _refused_guest(facts.guest, rules) or _refused_place(facts.guest, rules)
    refusal = refusal or _refused_time(facts.at, rules) or _repeated(counted, facts.at, rules)
    if refusal is not None:
        return refusal
    if facts.guest is None:
        return _plain(Verdict.UNSYNCED)
    again = _entries_that_bind(counted, facts.at, rules)
    return _plain(Verdict.RE_ENTERED if again else Verdict.ADMITTED)


def _plain(verdict: Verdict, variant: str = "", /, **parameters: object) -> Decision:
    return Decision(verdict, f"verdict-{verdict}{variant}-message", parameters)


def _refused_code(facts: ScanFacts) -> Decision | None:
    if facts.certificate:
        return Decision(Verdict.UNKNOWN, "certificate-shown")
    proven = facts.token in {TokenCheck.VALID, TokenCheck.VALID_WITH_RETIRED_KEY}
    if facts.token is TokenCheck.UNKNOWN or (facts.token is None and facts.guest is None):
        return _plain(Verdict.UNKNOWN)
    if facts.token is TokenCheck.FORGED:
        return _plain(Verdict.FORGED)
    if facts.token is TokenCheck.VALID_WITH_RETIRED_KEY and facts.badge is None:
        return _plain(Verdict.FORGED, "-retired-key")
    if facts.token is not None and not proven:
        return _plain(Verdict.OTHER_EVENT)
    return None


def _refused_badge(badge: BadgeFacts | None) -> Decision | None:
    if badge is None or badge.status is BadgeStatus.ACTIVE:
        return None
    if badge.replaced_by:
        return _plain(Verdict.REVOKED, "-replaced", serial=badge.replaced_by)
    return _plain(Verdict.REVOKED)


def _refused_guest(guest: GuestFacts, rules: ActivityRules) -> Decision | None:
    if guest.invitation is Invitation.CANCELLED:
        return _plain(Verdict.CANCELLED)
    if guest.invitation is Invitation.DECLINED:
        return _plain(Verdict.CANCELLED, "-declined")
    if rules.needs_vetting and guest.vetting is not Vetting.PASSED:
        return _plain(Verdict.NOT_VETTED, "-pending" if guest.vetting is Vetting.PENDING else "")
    if guest.invitation is Invitation.PROPOSED:
        return _plain(Verdict.NOT_INVITED, "-proposed")
    return None


def _refused_place(guest: GuestFacts, rules: ActivityRules) -> Decision | None:
    if rules.invited is Invited.LISTED and not guest.listed:
        return _plain(Verdict.NOT_INVITED)
    if rules.categories is not None and guest.category not in rules.categories:
        return _plain(Verdict.NOT_INVITED, "-category")
    if rules.zones is not None and guest.zones is not None and not rules.zones & guest.zones:
        return _plain(Verdict.WRONG_ZONE, zones="、".join(sorted(rules.zones)))
    return None


def _refused_time(at: datetime, rules: ActivityRules) -> Decision | None:
    if rules.opens is not None and at < rules.opens:
        return _plain(Verdict.TOO_EARLY, opens=_clock(rules.opens, at, rules.time_zone))
    if rules.closes is not None and at > rules.closes:
        return _plain(Verdict.CLOSED, closes=_clock(rules.closes, at, rules.time_zone))
    return None


def _repeated(counted: Sequence[PastScan], at: datetime, rules: ActivityRules) -> Decision | None:
    first = _entry_that_blocks(counted, at, rules)
    if first is None:
        return None
    when = _clock(first.at, at, rules.time_zone)
    variant = "" if first.desk else "-no-desk"
    code = f"verdict-{Verdict.ALREADY}{variant}-message"
    return Decision(Verdict.ALREADY, code, {"at": when, "desk": first.desk}, first)


def _counted(facts: ScanFacts) -> list[PastScan]:
    """Return the earlier scans that count, by scan time; equal times stand in order of identity."""
    counted = (scan for scan in facts.earlier if scan.counts and scan.at <= facts.at)
    return sorted(counted, key=_by_time)


def _by_time(scan: PastScan) -> tuple[datetime, str]:
    return scan.at.astimezone(UTC), scan.scan


def _is_inside(counted: Sequence[PastScan]) -> bool:
    return bool(counted) and counted[-1].direction is Direction.IN


def _entries_that_bind(
    counted: Sequence[PastScan], at: datetime, rules: ActivityRules
) -> list[PastScan]:
    """Return the earlier entries the re-entry rule looks at: those of the day where daily."""
    entries = [scan for scan in counted if scan.direction is Direction.IN]
    if rules.reentry is not Reentry.DAILY:
        return entries
    day = at.astimezone(rules.time_zone).date()
    return [scan for scan in entries if scan.at.astimezone(rules.time_zone).date() == day]


def _entry_that_blocks(
    counted: Sequence[PastScan], at: datetime, rules: ActivityRules
) -> PastScan | None:
    entries = _entries_that_bind(counted, at, rules)
    if not entries or rules.reentry is Reentry.FREE:
        return None
    if rules.reentry is Reentry.AFTER_EXIT:
        exits = [index for index, scan in enumerate(counted) if scan.direction is Direction.OUT]
        this_stay = counted[exits[-1] + 1 :] if exits else counted
        return this_stay[0] if this_stay else None
    return entries[0]


def _clock(moment: datetime, at: datetime, zone: tzinfo) -> str:
    """Write a time of the event's own clock, with its date where that is another day."""
    local = moment.astimezone(zone)
    same_day = local.date() == at.astimezone(zone).date()
    return local.strftime("%H:%M" if same_day else "%m-%d %H:%M")
