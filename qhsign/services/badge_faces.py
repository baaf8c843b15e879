"""What stands on badges and certificates, gathered from the event for the prints."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token, names
from qhsign.printing.faces import BadgeFace, CategoryLook, EventFace, shipped_looks
from qhsign.services import events, zones
from qhsign.services.desk import Desk
from qhsign.store.schema import Badge, Guest, Zone
from qhsign.store.schema import CategoryLook as ChosenLook


def event_face(session: Session, *, for_badges: bool = False) -> EventFace:
    """Return what prints say of the event, with the words and colours it chose."""
    facts = events.facts_in(session)
    looks: dict[str, CategoryLook] = {}
    for chosen in session.scalars(select(ChosenLook)):
        usual = shipped_looks()[chosen.category.value]
        looks[chosen.category.value] = CategoryLook(
            word=chosen.word or usual.word,
            word_en=chosen.word_en or usual.word_en,
            band=chosen.band or usual.band,
            on=usual.on,
            shape=usual.shape,
        )
    return EventFace(
        title=(facts.badge_title or facts.title) if for_badges else facts.title,
        title_en=facts.title_en,
        is_demo=facts.is_demonstration,
        categories=looks,
        zones=tuple(_places(session)),
    )


def _places(session: Session) -> list[tuple[str, str]]:
    return [
        (zone.letter, zone.word) for zone in session.scalars(select(Zone).order_by(Zone.letter))
    ]


def faces(desk: Desk, badges: Sequence[Badge]) -> tuple[list[BadgeFace], EventFace]:
    """Return the faces of issued badges in their order, and the event's."""
    with desk.read() as session:
        event = event_face(session, for_badges=True)
        opened = zones.opened_by_category(session)
        every_zone = tuple(letter for letter, _ in event.zones)
        guests = {guest.id: guest for guest in session.scalars(select(Guest))}
    made = []
    for badge in badges:
        guest = guests[badge.guest_id]
        letters = zones.opened_for(guest.category, vip=guest.vip, opened=opened)
        made.append(
            BadgeFace(
                guest_number=f"{guest.number:05d}",
                full_name=names.display_name(guest.full_name),
                qr_text=badge.code,
                short_code=badge_token.formatted_short_code(badge.short_code),
                category=guest.category.value,
                organization=guest.organization,
                title=guest.title,
                latin_name=guest.latin_name,
                title_en=guest.title_en,
                vip=guest.vip,
                zones=every_zone
                if letters is None
                else tuple(z for z in every_zone if z in letters),
            )
        )
    return made, event
