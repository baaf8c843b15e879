"""One guest's photo: put there from a picture, or taken away; one undo brings it back."""

import hashlib
from pathlib import Path

from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.pictures import LARGEST_FILE, PhotoPicture, read_photo
from qhsign.services.desk import Desk
from qhsign.services.guest_edit_records import Edited, ReadyPhoto
from qhsign.services.guest_edits import by_id
from qhsign.services.photo_import import keep_pictures


def read(picture: bytes | Path, file: str) -> ReadyPhoto:
    """Make a photo of a picture's bytes, or of a file; ``file`` names it in problems.

    Raises ProblemForUser ``photo-unreadable`` or as `pictures.read_photo`.
    """
    if isinstance(picture, Path):
        try:
            with picture.open("rb") as stream:
                picture = stream.read(LARGEST_FILE + 1)
        except OSError as error:
            raise ProblemForUser("photo-unreadable", file=file) from error
    made = read_photo(picture, file)
    return ReadyPhoto(hashlib.sha256(made.jpeg).hexdigest(), made.jpeg, made.width, made.height)


def put(desk: Desk, guest: str, photo: ReadyPhoto) -> Edited:
    """Give a guest (by id) a photo. Raises ProblemForUser ``guest-gone``."""
    with desk.write("guest photo") as session:
        found = by_id(session, guest)
        picture = PhotoPicture(photo.jpeg, photo.width, photo.height)
        keep_pictures(session, {photo.digest: picture})
        found.photo = photo.digest
        session.flush()
        return Edited(session.pen.operation if session.pen.started else "", found.full_name)


def take_away(desk: Desk, guest: str) -> Edited:
    """Take a guest's photo away; nothing happens where there is none.

    Raises ProblemForUser ``guest-gone``.
    """
    with desk.write("photos remove") as session:
        found = by_id(session, guest)
        found.photo = ""
        session.flush()
        return Edited(session.pen.operation if session.pen.started else "", found.full_name)
