"""Guests as the matching of photos knows them, and as its findings name them."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.name_reading import toneless
from qhsign.domain.photo_matching import KnownFace
from qhsign.services.photo_records import GuestLabel
from qhsign.store.schema import Guest, GuestSearch, Organization


def labels(session: Session) -> dict[str, GuestLabel]:
    """Return every guest's label by id."""
    rows = session.execute(select(Guest.id, Guest.number, Guest.full_name, Guest.organization))
    return {guest: GuestLabel(f"{number:05d}", name, at) for guest, number, name, at in rows}


def known_faces(session: Session) -> Iterator[KnownFace]:
    """Give every guest by number, with what file names may say of each.

    A record joined into another is one more name and number of that guest.
    """
    query = (
        select(
            func.coalesce(Guest.joined_into, Guest.id), Guest.number, Guest.full_name,
            Guest.latin_name, GuestSearch.reading,
            Guest.organization, Guest.document_number, Organization.legal_name,
            Organization.aliases,
        )
        .join(GuestSearch, GuestSearch.guest_id == Guest.id)
        .join(Organization, Organization.id == Guest.organization_id, isouter=True)
        .order_by(Guest.number)
    )  # fmt: skip
    for guest, number, name, latin, reading, printed, document, legal, aliases in session.execute(
        query
    ):
        yield KnownFace(
            guest,
            number,
            name,
            latin_name=latin,
            reading="".join(map(toneless, reading.split())),
            organizations=tuple(filter(None, (printed, legal, *(aliases or ())))),
            document_number=document,
        )
