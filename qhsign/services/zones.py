"""Which zones a guest's badge opens."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import ZONES_OPENED, Category
from qhsign.store.schema import CategoryLook

Opened = Mapping[Category, frozenset[str] | None]


def opened_by_category(session: Session) -> Opened:
    """Return the zone letters each category opens in this event; None opens all."""
    chosen = {
        look.category: frozenset(look.zones)
        for look in session.scalars(select(CategoryLook))
        if look.zones is not None
    }
    return {**ZONES_OPENED, **chosen}


def opened_for(category: Category, *, vip: bool, opened: Opened) -> frozenset[str] | None:
    """Return the zone letters a guest's badge opens; None opens all, as a VIP's does."""
    return None if vip else opened[category]
