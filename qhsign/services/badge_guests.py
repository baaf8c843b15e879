"""The guests badges are for, read as plain rows: a run reads six thousand of them at once."""

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services import print_ledger
from qhsign.services.one_person import STANDING
from qhsign.store.schema import Badge, Delegation, Guest, GuestSearch, PrintItem

_NAMED_AT_ONCE = 500


class BadgeGuest(NamedTuple):
    """A guest as a badge needs it; ``reading`` is there only where it was asked for."""

    id: str
    number: int
    full_name: str
    latin_name: str
    organization: str
    title: str
    title_en: str
    category: Category
    vip: bool
    status: Invitation
    vetting: Vetting
    delegation: str
    liaison: str
    reading: str = ""

    @property
    def label(self) -> str:
        """The number as people read it: five digits or more."""
        return f"{self.number:05d}"


class HeldBadge(NamedTuple):
    """The active badge of a guest; ``category`` is the guest's when it was issued."""

    id: str
    guest_id: str
    serial: int
    code: str
    short_code: str
    category: Category


def read_guests(
    session: Session, *, numbers: Collection[int] = (), with_readings: bool = False
) -> list[BadgeGuest]:
    """Return these guests, or all of them, by number."""
    query = (
        select(
            Guest.id, Guest.number, Guest.full_name, Guest.latin_name, Guest.organization,
            Guest.title, Guest.title_en, Guest.category, Guest.vip, Guest.invitation,
            Guest.vetting, Guest.delegation_id, Guest.liaison,
        )
        .where(STANDING)
        .order_by(Guest.number)
    )  # fmt: skip
    if numbers and len(numbers) <= _NAMED_AT_ONCE:
        query = query.where(Guest.number.in_(numbers))
    wanted = frozenset(numbers)
    delegations = _pairs(session, Delegation.id, Delegation.name)
    readings = _pairs(session, GuestSearch.guest_id, GuestSearch.reading) if with_readings else {}
    return [
        BadgeGuest._make(
            (*row[:11], delegations.get(row[11], ""), row[12], readings.get(row[0], ""))
        )
        for row in session.execute(query)
        if not wanted or row[1] in wanted
    ]


def _pairs(session: Session, key: Any, value: Any) -> dict[str | None, str]:
    return {row[0]: row[1] for row in session.execute(select(key, value))}


def held_badges(session: Session, *, guest: str | None = None) -> dict[str, HeldBadge]:
    """Return the active badge of each guest who has one, by the guest's id, or of one guest.

    Who was registered twice and joined may hold two; of these it is one that was printed.
    """
    query = select(
        Badge.id, Badge.guest_id, Badge.serial, Badge.code, Badge.short_code, Badge.category
    ).where(Badge.status == "active")
    if guest is not None:
        query = query.where(Badge.guest_id == guest)
    badges = [HeldBadge(*row) for row in session.execute(query.order_by(Badge.serial))]
    held = {badge.guest_id: badge for badge in badges}
    if len(held) < len(badges):
        last = {badge.id for badge in held.values()}
        several = {badge.guest_id for badge in badges if badge.id not in last}
        printed = _printed(session, several)
        held.update({badge.guest_id: badge for badge in badges if badge.id in printed})
    return held


def _printed(session: Session, guests: Collection[str]) -> set[str]:
    """Return the active badges of these guests of which one was printed."""
    query = (
        select(Badge.id)
        .join(PrintItem, PrintItem.entity_id == Badge.id)
        .where(
            Badge.guest_id.in_(guests),
            Badge.status == "active",
            PrintItem.outcome == print_ledger.DONE,
        )
    )
    return set(session.scalars(query))


def holding_too_many() -> Select[str]:
    """Return the query for guests with more active badges than records.

    Who was registered twice and joined may hold one badge for each record.
    """
    records = (
        select(func.count())
        .where(Guest.joined_into == Badge.guest_id)
        .correlate(Badge)
        .scalar_subquery()
    )
    return (
        select(Badge.guest_id)
        .where(Badge.status == "active")
        .group_by(Badge.guest_id)
        .having(func.count() > 1 + records)
    )


def revoked_guests(session: Session) -> set[str]:
    """Return the guests who had a badge taken away, whether or not they got another since."""
    return set(session.scalars(select(Badge.guest_id).where(Badge.status == "revoked")))
