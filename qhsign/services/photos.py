"""Photos of guests: reading them for prints, who has none, removing and handing them out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.file_names import guest_file_name
from qhsign.domain.guest import Category, Invitation
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events
from qhsign.services.desk import Desk
from qhsign.services.guest_records import GuestRow
from qhsign.services.guests import by_number, list_guests
from qhsign.services.one_person import STANDING
from qhsign.services.output_pictures import note_export, writing_pictures
from qhsign.store.schema import Guest, Photo


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A guest's photo: its size in pixels, and ``read`` for the JPEG's bytes.

    ``read`` works while the session it came from is open, each time from the file: a print of
    thousands holds one photo at a time.
    """

    digest: str
    width: int
    height: int
    read: Callable[[], bytes]


def stored_photos(session: Session) -> dict[str, StoredPhoto]:
    """Return the photo of every guest who has one, by the guest's id; no picture is read yet."""
    found = session.execute(
        select(Guest.id, Photo.digest, Photo.width, Photo.height).join(
            Photo, Photo.digest == Guest.photo
        )
    )
    return {
        guest: StoredPhoto(digest, width, height, partial(read_jpeg, session, digest))
        for guest, digest, width, height in found
    }


def read_jpeg(session: Session, digest: str) -> bytes:
    """Return the bytes of the photo of this digest."""
    # Straight from the driver: preparing the statement took longer than reading the picture.
    found = session.connection().exec_driver_sql(
        "SELECT jpeg FROM photo WHERE digest = ?", (digest,)
    )
    return bytes(found.scalar_one())


def jpeg_of(desk: Desk, digest: str) -> bytes:
    """Return the bytes of the photo of this digest, to be shown."""
    with desk.read() as session:
        return read_jpeg(session, digest)


def remove(desk: Desk, number: int) -> str:
    """Take a guest's photo away and return the guest's name; an undo of its import stays possible.

    Raises ProblemForUser ``guest-unknown`` or ``photo-none``.
    """
    with desk.write("photos remove") as session:
        guest = by_number(session, number)
        if not guest.photo:
            raise ProblemForUser("photo-none", number=f"{number:05d}", name=guest.full_name)
        guest.photo = ""
        return guest.full_name


@dataclass(frozen=True, slots=True)
class PhotosMissing:
    """The confirmed guests without a photo, in the event's order; ``confirmed`` counts all."""

    confirmed: int
    guests: Sequence[GuestRow]


def missing(desk: Desk, *, category: Category | None = None) -> PhotosMissing:
    """Tell which confirmed guests have no photo."""
    confirmed = list_guests(desk, category=category, status=Invitation.CONFIRMED).guests
    with desk.read() as session:
        without = set(session.scalars(select(Guest.id).where(Guest.photo == "")))
    return PhotosMissing(len(confirmed), [row for row in confirmed if row.id in without])


def export(
    desk: Desk,
    out: Path,
    *,
    purpose: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write every photo as ``00012 李刚.jpg`` into a folder or a zip; return how many.

    The journal has the export before the files are there. Raises ProblemForUser ``photos-none``,
    or as ``output_pictures.writing_pictures``.
    """
    made_at = desk.now().astimezone(events.facts(desk).zone)
    with desk.read() as session:
        photos = stored_photos(session)
        if not photos:
            raise ProblemForUser("photos-none")
        guests = [
            (number, name, photos[guest])
            for guest, number, name in session.execute(
                select(Guest.id, Guest.number, Guest.full_name)
                .where(STANDING)
                .order_by(Guest.number)
            )
            if guest in photos
        ]
        with writing_pictures(out, made_at) as write:
            for done, (number, name, photo) in enumerate(guests, start=1):
                write(guest_file_name(number, name, ".jpg"), photo.read())
                if progress is not None:
                    progress(done, len(guests))
            note_export(desk, "photos", len(guests), out, purpose)
    return len(guests)
