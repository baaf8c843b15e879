"""Issuing badges: each guest's active one, numbered and signed where it is missing."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from qhsign.domain import badge_token
from qhsign.domain.badge_token import CodeKind, CodeReading
from qhsign.domain.guest import Category
from qhsign.services.badge_guests import HeldBadge
from qhsign.services.desk import Desk
from qhsign.services.event_keys import signing_key
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.many_records import add_many
from qhsign.store.schema import Badge, Event, new_id


def issue_missing(
    session: JournaledSession,
    desk: Desk,
    guests: Sequence[tuple[str, Category]],
    held: Mapping[str, HeldBadge],
) -> list[HeldBadge]:
    """Return the active badge of each guest (id and category); ``held`` are those there are.

    Serials follow the order in which the guests came into the event, not that of the printing.
    """
    missing = {guest: category for guest, category in guests if guest not in held}
    made = new_badges(session, desk, sorted(missing.items()))
    add_many(session, Badge, made)
    new = {
        badge["guest_id"]: HeldBadge(*(badge[name] for name in HeldBadge._fields)) for badge in made
    }
    return [held.get(guest) or new[guest] for guest, _ in guests]


def new_badges(
    session: JournaledSession, desk: Desk, guests: Sequence[tuple[str, Category]]
) -> list[dict[str, Any]]:
    """Return the fields of a new badge for each guest (id and category), numbered and signed."""
    if not guests:
        return []
    event = session.scalars(select(Event)).one()
    key = signing_key(session)
    salt = short_code_salt(event.id)
    now = desk.now()
    badges = []
    serials = numbers.take(session, "badge", len(guests))
    for (guest, category), serial in zip(guests, serials, strict=True):
        code = badge_token.issue(event.code, key, secrets.token_bytes(badge_token.ID_BYTES))
        badges.append(
            {
                "id": new_id(),
                "guest_id": guest,
                "serial": serial,
                "token": CodeReading(CodeKind.BADGE, code, code).badge_id,
                "code": code,
                "short_code": badge_token.short_code(serial, salt),
                "category": category,
                "issued_at": now,
            }
        )
    return badges


def short_code_salt(event: str) -> int:
    """Return the number that scrambles this event's short codes; every desk gets the same."""
    return int.from_bytes(hashlib.sha256(event.encode()).digest()[:8], "big")
