"""What stands on badges and certificates, gathered from the event for the prints."""

from dataclasses import replace
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token, names
from qhsign.domain.colours import ink_on
from qhsign.domain.guest import Category
from qhsign.printing.faces import BadgeFace, EventFace, Photo
from qhsign.printing.shipped_categories import VIP, CategoryLook, shipped_looks
from qhsign.services import events, zones
from qhsign.services.badge_guests import BadgeGuest, HeldBadge
from qhsign.services.photos import read_jpeg, stored_photos
from qhsign.store.schema import CategoryLook as ChosenLook
from qhsign.store.schema import Zone


def event_face(session: Session, *, for_badges: bool = False) -> EventFace:
    """Return what prints say of the event, with the words and colours it chose."""
    facts = events.facts_in(session)
    looks: dict[str, CategoryLook] = {}
    for chosen in session.scalars(select(ChosenLook)):
        usual = shipped_looks()[chosen.category.value]
        looks[chosen.category.value] = CategoryLook(
            word=chosen.word or usual.word,
            word_en=chosen.word_en.upper() or usual.word_en,
            band=chosen.band or usual.band,
            on=ink_on(chosen.band) if chosen.band else usual.on,
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


class BadgeFaces:
    """Makes the faces of badges; what the event chose is read once, when this is made.

    With ``photos`` the faces carry the guests' photographs, to be read while the session is open.
    """

    def __init__(self, session: Session, *, photos: bool = False) -> None:
        self._photos = stored_photos(session) if photos else {}
        self.event = event_face(session, for_badges=True)
        self._opened = zones.opened_by_category(session)
        self._letters: dict[tuple[Category, bool], tuple[str, ...]] = {}

    def of(self, guest: BadgeGuest, badge: HeldBadge | None = None) -> BadgeFace:
        """Return a guest's badge; without an issued one it has no codes."""
        return BadgeFace(
            guest_number=guest.label,
            full_name=names.display_name(guest.full_name),
            qr_text=badge.code if badge else "",
            short_code=badge_token.formatted_short_code(badge.short_code) if badge else "",
            category=guest.category.value,
            organization=guest.organization,
            title=guest.title,
            latin_name=names.second_name(guest.full_name, guest.latin_name),
            title_en=guest.title_en,
            vip=guest.vip,
            zones=self._zones(guest.category, vip=guest.vip),
            photo=self._photo(guest.id),
        )

    def _photo(self, guest: str) -> Photo | None:
        stored = self._photos.get(guest)
        if stored is None:
            return None
        return Photo(stored.width, stored.height, stored.read, stored.digest)

    def _zones(self, category: Category, *, vip: bool) -> tuple[str, ...]:
        letters = self._letters.get((category, vip))
        if letters is None:
            opened = zones.opened_for(category, vip=vip, opened=self._opened)
            every = (letter for letter, _ in self.event.zones)
            letters = tuple(each for each in every if opened is None or each in opened)
            self._letters[category, vip] = letters
        return letters


def with_codes(face: BadgeFace, badge: HeldBadge) -> BadgeFace:
    """Return the face of a badge that was issued since."""
    return replace(
        face,
        qr_text=badge.code,
        short_code=badge_token.formatted_short_code(badge.short_code),
    )


def read_in(session: Session, face: BadgeFace) -> BadgeFace:
    """Return the face with its photograph read in another session, the one that is open."""
    photo = face.photo
    if photo is None:
        return face
    return replace(face, photo=replace(photo, read=partial(read_jpeg, session, photo.digest)))


def texts_of(face: BadgeFace) -> dict[str, str]:
    """Return what a badge shows of its guest, by the names of `printed_texts.NAMES`."""
    return {
        "name": face.full_name,
        "latin": face.latin_name,
        "org": face.organization,
        "post": face.title,
        "post_en": face.title_en,
        "category": VIP if face.vip else face.category,
        "zones": "".join(face.zones),
        "photo": face.photo.digest if face.photo else "",
    }
