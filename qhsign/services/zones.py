"""The zones of an event, and which of them a guest's badge opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import ZONES_OPENED, Category
from qhsign.services.desk import Desk
from qhsign.store.schema import CategoryLook, Zone

Opened = Mapping[Category, frozenset[str] | None]


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone by its letter and its word, as badges print them."""

    letter: str
    word: str


def list_zones(desk: Desk) -> Sequence[ZoneRow]:
    """Return every zone of the event, by letter."""
    with desk.read() as session:
        zones = session.scalars(select(Zone).order_by(Zone.letter))
        return [ZoneRow(zone.letter, zone.word) for zone in zones]


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
