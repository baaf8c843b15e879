"""Taking back one operation of one guest's history: an edit, a photo, a joining, an import's part.

What was built upon since is left as it is, and told.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.services.guest_edit_records import UndoneOperation
from qhsign.services.one_person import records_of
from qhsign.store import journal
from qhsign.store.schema import Guest, Invited, JournalEntry, PendingActivity
from qhsign.store.take_back import take_back

UNDO = "undo"
_SHARED = frozenset({"organization", "delegation"})
"""Records that others may lean on by now; that they stay is nobody's loss."""


def undo(desk: Desk, operation: str, guest: str) -> UndoneOperation:
    """Take back what an operation did to a guest (by id).

    An operation on this guest alone is taken back whole; of one on many, such as an import, only
    what it did to this one. Raises ProblemForUser ``undo-nothing`` where it did nothing to the
    guest, or everything has been changed since, and ``join-gone`` where a joining cannot be made
    again because one of the two was joined otherwise meanwhile; then nothing is changed.
    """
    with desk.write(UNDO) as session:
        named = _guests_of(session, operation)
        person = records_of(session, guest)
        if not set(named) & set(person):
            raise ProblemForUser("undo-nothing")
        whole = set(named) <= set(person) or _joins(session, operation)
        only = None if whole else _owned(session, person)
        before = _joined_among(session, named)
        taken = take_back(session, operation, only=only)
        if not session.pen.started:
            raise ProblemForUser("undo-nothing")
        after = _joined_among(session, named)
        _one_step_long(session, after)
        parted, joined = (_labels(session, ids) for ids in (before - after, after - before))
        for each in set(named) - (before ^ after) if whole else person:
            # Whom a record was joined into, or is no more, is found by other words from now on.
            said = {"parted": parted, "joined": joined} if parted or joined else {}
            journal.note(session, "guest", each, undone=operation, **said)
        kept = any(kind not in _SHARED for kind, _ in taken.kept)
        return UndoneOperation(session.pen.operation, some_kept=kept)


def _guests_of(session: Session, operation: str) -> Sequence[str]:
    """Return the guests an operation changed or noted."""
    query = (
        select(JournalEntry.entity_id)
        .where(JournalEntry.operation == operation, JournalEntry.entity_kind == "guest")
        .distinct()
    )
    return session.scalars(query).all()


def _joins(session: Session, operation: str) -> bool:
    """Tell whether an operation joined two guests, or parted them: it concerns both."""
    query = select(JournalEntry.fields).where(
        JournalEntry.operation == operation, JournalEntry.entity_kind == "guest"
    )
    return any("joined_into" in fields for fields in session.scalars(query))


def _joined_among(session: Session, guests: Sequence[str]) -> set[str]:
    query = select(Guest.id).where(Guest.id.in_(guests), Guest.joined_into.is_not(None))
    return set(session.scalars(query))


def _labels(session: Session, guests: Iterable[str]) -> str:
    query = select(Guest.number, Guest.full_name).where(Guest.id.in_(list(guests)))
    return "、".join(f"{number:05d} {name}" for number, name in session.execute(query))


def _one_step_long(session: Session, joined: Iterable[str]) -> None:
    """Refuse a joining made again into somebody, or of somebody, who was joined otherwise."""
    other = aliased(Guest)
    longer = (
        select(Guest.id)
        .join(other, other.id == Guest.joined_into)
        .where(other.joined_into.is_not(None), Guest.id.in_(joined) | other.id.in_(joined))
    )
    if session.scalar(longer.limit(1)) is not None:
        raise ProblemForUser("join-gone")


def _owned(session: Session, person: Sequence[str]) -> frozenset[str]:
    """Return the person's records with the invitations that belong to them."""
    owned = set(person)
    for model in (Invited, PendingActivity):
        owned.update(session.scalars(select(model.id).where(model.guest_id.in_(person))))
    return frozenset(owned)
