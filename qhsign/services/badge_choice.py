"""Whom a run of badges is for, in which order, and what keeps others out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events, print_ledger
from qhsign.services.badge_groups import Grouping, in_groups
from qhsign.services.badge_guests import (
    BadgeGuest,
    HeldBadge,
    held_badges,
    read_guests,
    revoked_guests,
)
from qhsign.services.findings import Finding
from qhsign.services.guest_order import in_order
from qhsign.services.one_person import numbers_that_remain
from qhsign.store.schema import Badge, PrintItem


@dataclass(frozen=True, slots=True)
class BadgeWish:
    """What was asked for; without ``numbers`` every confirmed guest without a printed badge.

    ``again`` prints what was printed before, too; ``order`` is the event's own when None;
    ``group`` lays badges together, and ``limit`` cuts what comes out in the end.
    """

    category: Category | None = None
    numbers: Sequence[int] = ()
    order: Order | None = None
    limit: int | None = None
    again: bool = False
    group: Grouping | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The guests to print for, in the order they are printed, and what keeps others out.

    ``listed`` are all that were looked at, in the same order; ``printed_before`` are those who
    have a printed badge and are left alone; ``held`` are the active badges by guest, ``printed``
    the ids of those that were printed.
    """

    guests: Sequence[BadgeGuest]
    findings: Sequence[Finding]
    listed: Sequence[BadgeGuest] = ()
    printed_before: Sequence[BadgeGuest] = ()
    held: Mapping[str, HeldBadge] = field(default_factory=dict)
    printed: frozenset[str] = frozenset()

    def has_printed(self, guest: str) -> bool:
        """Tell whether the guest's active badge was printed."""
        badge = self.held.get(guest)
        return badge is not None and badge.id in self.printed


def choose(session: Session, wish: BadgeWish) -> Choice:
    """Return whom the badges are for.

    A guest is left out who is not confirmed (and then named only when asked for), not vetted
    where the event wants it, printed before, or whose badge was taken away; naming a guest
    overrides the last two. Raises ProblemForUser ``guest-unknown``.
    """
    facts = events.facts_in(session)
    order = wish.order or Order(facts.guest_order)
    guests = _listed(session, wish, order)
    held = held_badges(session)
    printed = _printed(session)
    revoked = revoked_guests(session) - held.keys()
    chosen: list[BadgeGuest] = []
    before: list[BadgeGuest] = []
    findings: list[Finding] = []
    for guest in guests:
        badge = held.get(guest.id)
        finding = _kept_out(guest, wish, vetting=facts.vetting_required, revoked=revoked)
        if finding is None and badge is not None and badge.id in printed and not _again(wish):
            finding = _finding(guest, "printed-before", "badge")
            before.append(guest)
        if finding is not None:
            findings.append(finding)
        elif wish.limit is None or len(chosen) < wish.limit:
            chosen.append(guest)
    return Choice(chosen, findings, guests, before, held, printed)


def _again(wish: BadgeWish) -> bool:
    return bool(wish.numbers) or wish.again


def _listed(session: Session, wish: BadgeWish, order: Order) -> list[BadgeGuest]:
    numbers = numbers_that_remain(session, wish.numbers)
    guests = read_guests(session, numbers=numbers, with_readings=order is Order.PINYIN)
    known = {guest.number for guest in guests}
    for number in numbers:
        if number not in known:
            raise ProblemForUser("guest-unknown", number=number)
    wanted = [
        guest
        for guest in guests
        if (wish.category is None or guest.category is wish.category)
        and (wish.numbers or guest.status is Invitation.CONFIRMED)
    ]
    ordered = in_order(session, wanted, order)
    return ordered if wish.group is None else in_groups(ordered, wish.group, order)


def _kept_out(
    guest: BadgeGuest, wish: BadgeWish, *, vetting: bool, revoked: set[str]
) -> Finding | None:
    if guest.status is not Invitation.CONFIRMED:
        return _finding(guest, "not-confirmed", "status")
    if vetting and guest.vetting is not Vetting.PASSED:
        return _finding(guest, "not-vetted", "vetting")
    if guest.id in revoked and not wish.numbers:
        return _finding(guest, "badge-taken-away", "badge")
    return None


def _finding(guest: BadgeGuest, code: str, where: str) -> Finding:
    return Finding(guest.label, code, {"name": guest.full_name}, where)


def _printed(session: Session) -> frozenset[str]:
    """Return the active badges of which a run of the ledger printed one."""
    query = (
        select(PrintItem.entity_id)
        .join(Badge, Badge.id == PrintItem.entity_id)
        .where(Badge.status == "active", PrintItem.outcome == print_ledger.DONE)
    )
    return frozenset(session.scalars(query))
