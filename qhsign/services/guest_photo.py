"""One guest's photo: put there from a picture's bytes, or taken away; one undo brings it back."""

import hashlib

from qhsign.exchange.pictures import read_photo
from qhsign.services.desk import Desk
from qhsign.services.guest_edit_records import Edited
from qhsign.services.guest_edits import by_id
from qhsign.services.photo_import import keep_pictures


def put(desk: Desk, guest: str, data: bytes, file: str) -> Edited:
    """Give a guest (by id) the photo in a picture's bytes; ``file`` names it in problems.

    Raises ProblemForUser ``guest-gone`` or as `pictures.read_photo`; then nothing is changed.
    """
    picture = read_photo(data, file)
    digest = hashlib.sha256(picture.jpeg).hexdigest()
    with desk.write("guest photo") as session:
        found = by_id(session, guest)
        keep_pictures(session, {digest: picture})
        found.photo = digest
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
