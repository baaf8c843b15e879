"""What there is to mend about one guest, named as the side panel says it."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Invitation, Vetting
from qhsign.domain.names import looks_mistyped
from qhsign.services import print_ledger, printed_texts
from qhsign.services.badge_faces import BadgeFaces, texts_of
from qhsign.services.badge_guests import held_badges, read_guests
from qhsign.services.guest_detail_records import GuestProblem, GuestReading
from qhsign.store.schema import Guest, PendingActivity, Photo, PrintItem, PrintRun
from qhsign.wording import Word

_FIELDS: Mapping[str, str] = {
    "name": "full_name",
    "latin": "latin_name",
    "org": "organization",
    "post": "title",
    "post_en": "title_en",
    "category": "category",
    "zones": "category",
    "photo": "photo",
}
"""The guest's field behind each text of a badge."""


def problems_of(
    session: Session, guest: Guest, reading: GuestReading, *, vetting: bool
) -> Sequence[GuestProblem]:
    """Return what is wrong with a guest, what stands on the badge first.

    A photo is wanted of confirmed guests as soon as the event keeps photos at all. ``vetting``
    tells whether the event asks for it.
    """
    return [
        *_badge_differs(session, guest),
        *_name(guest, reading),
        *_lacking(session, guest),
        *_not_let_in(guest, vetting=vetting),
        *_unknown_activities(session, guest),
    ]


def _name(guest: Guest, reading: GuestReading) -> Iterator[GuestProblem]:
    if looks_mistyped(guest.full_name):
        yield GuestProblem("guest-problem-name-doubtful", {}, "full_name")
    if reading.unranked:
        characters = "、".join(reading.unranked)
        yield GuestProblem("guest-problem-unranked", {"characters": characters}, "stroke_stand_in")


def _lacking(session: Session, guest: Guest) -> Iterator[GuestProblem]:
    if guest.invitation is not Invitation.CONFIRMED:
        return
    for field in ("organization", "title"):
        if not getattr(guest, field):
            yield GuestProblem(f"guest-problem-{field}-missing", {}, field)
    if not guest.photo and session.scalar(select(exists(select(Photo.digest)))):
        yield GuestProblem("guest-problem-photo-missing", {}, "photo")


def _not_let_in(guest: Guest, *, vetting: bool) -> Iterator[GuestProblem]:
    if vetting and guest.vetting is not Vetting.PASSED:
        yield GuestProblem("guest-problem-not-vetted", {}, "vetting")


def _unknown_activities(session: Session, guest: Guest) -> Iterator[GuestProblem]:
    query = select(PendingActivity.name).where(PendingActivity.guest_id == guest.id)
    for name in session.scalars(query):
        yield GuestProblem("guest-problem-activity-unknown", {"name": name}, "activities")


def _badge_differs(session: Session, guest: Guest) -> Iterator[GuestProblem]:
    """Compare what the active badge said when it was last printed with what it would say now."""
    badge = held_badges(session, guest=guest.id).get(guest.id)
    if badge is None:
        return
    printed = session.execute(
        select(PrintItem.printed, PrintRun.salt)
        .join(PrintRun, PrintRun.id == PrintItem.run_id)
        .where(PrintItem.entity_id == badge.id, PrintItem.outcome == print_ledger.DONE)
        .order_by(PrintItem.version.desc(), PrintRun.at.desc())
        .limit(1)
    ).one_or_none()
    if printed is None or not printed.printed or not printed.salt:
        return
    (holder,) = read_guests(session, numbers=[guest.number])
    face = BadgeFaces(session).of(holder)
    # One photo is asked for here, not those of thousands.
    texts = {**texts_of(face), "photo": guest.photo}
    for name in printed_texts.changed(printed.printed, texts, piece=badge.id, salt=printed.salt):
        word = Word(printed_texts.NAMES[name])
        yield GuestProblem("guest-problem-badge-differs", {"field": word}, _FIELDS[name])
