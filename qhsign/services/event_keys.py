"""The keys that sign and verify the codes of badges and certificates."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token
from qhsign.domain.badge_token import CodeReading, TokenCheck
from qhsign.store.schema import Event, EventKey

PROVEN = frozenset({TokenCheck.VALID, TokenCheck.VALID_WITH_RETIRED_KEY})
"""What a check says of a code that this event made."""


def signing_key(session: Session) -> bytes:
    """Return the event's key in force."""
    return session.scalars(select(EventKey.secret).where(EventKey.retired_at.is_(None))).one()


def check(session: Session, reading: CodeReading) -> TokenCheck:
    """Tell what the hash of a code says, by every key the event has or had."""
    keys = [
        badge_token.EventKey(event_code, secret, retired=retired_at is not None)
        for event_code, secret, retired_at in session.execute(_KEYS)
    ]
    return badge_token.verify(reading, keys)


_KEYS = select(select(Event.code).scalar_subquery(), EventKey.secret, EventKey.retired_at)
