"""Changing one guest field by field, each change an operation that one undo takes back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.services import guests
from qhsign.services.desk import Desk
from qhsign.services.guest_edit_records import Edited
from qhsign.services.guest_fields import FIELDS
from qhsign.services.one_person import who_remains
from qhsign.store import journal
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Guest, Invited


def by_id(session: Session, guest: str) -> Guest:
    """Return the guest of this id, or whom that record was joined into.

    Raises ProblemForUser ``guest-gone`` where an undo has taken the guest away meanwhile.
    """
    found = session.get(Guest, guest)
    if found is None:
        raise ProblemForUser("guest-gone")
    return who_remains(session, found)


def edit(desk: Desk, guest: str, field: str, text: str) -> Edited:
    """Set one field of a guest (by id) from what was typed.

    What is sensitive and comes back masked as it was shown is left alone. Activities are ids
    parted by commas. Raises ProblemForUser ``guest-gone``, ``field-unknown`` or ``field-wrong``.
    """
    with desk.write("guest set") as session:
        found = by_id(session, guest)
        known = FIELDS.get(field)
        masked = known.masked if known else None
        if known and masked and text and text == masked(getattr(found, known.attribute)):
            return Edited("", found.full_name)
        if field == "activities":
            _set_activities(session, found, text)
        else:
            guests.write_field(session, found, field, text)
        session.flush()
        return Edited(session.pen.operation if session.pen.started else "", found.full_name)


def reveal(desk: Desk, guest: str, field: str, purpose: str) -> str:
    """Return one sensitive field in full; the view is journaled with its purpose.

    Raises ProblemForUser ``guest-gone``, ``purpose-missing`` or ``field-not-sensitive``.
    """
    with desk.read() as session:
        number = by_id(session, guest).number
    return str(guests.reveal(desk, number, field, purpose)[field] or "")


def _set_activities(session: JournaledSession, guest: Guest, text: str) -> None:
    """Invite to exactly these activities, and note in the guest's history which came and went."""
    before = _invited_to(session, guest)
    guests.write_field(session, guest, "activities", text)
    session.flush()
    after = _invited_to(session, guest)
    if before != after:
        journal.note(
            session,
            "guest",
            guest.id,
            invited=sorted(after - before),
            uninvited=sorted(before - after),
        )


def _invited_to(session: Session, guest: Guest) -> set[str]:
    return set(session.scalars(select(Invited.activity_id).where(Invited.guest_id == guest.id)))
