"""Changing many guests at once: one transaction, one operation, one undo."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.services import guests
from qhsign.services.activities import find as find_activity
from qhsign.services.badge_guests import holding_too_many
from qhsign.services.desk import Desk
from qhsign.services.guest_bulk_records import (
    Bulk,
    BulkChange,
    BulkDone,
    BulkPreview,
    OperationTakenBack,
)
from qhsign.services.guest_fields import FIELDS, read_field
from qhsign.services.one_person import STANDING, who_remains
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Activity, Badge, Delegation, Guest, Invited
from qhsign.store.take_back import take_back

_AT_ONCE = 200
Report = Callable[[int, int], None]


def preview(desk: Desk, ids: Sequence[str], change: BulkChange) -> BulkPreview:
    """Tell what ``change_many`` would do. Raises as it does; changes nothing."""
    with desk.read() as session:
        wish = _wish(session, change)
        changing = alike = 0
        for part in _parts(ids):
            there = _standing(session, part)
            differing = wish.differing(session, there)
            changing += len(differing)
            alike += len(set(there) - differing)
    return BulkPreview(changing, alike)


def change_many(
    desk: Desk, ids: Sequence[str], change: BulkChange, progress: Report | None = None
) -> BulkDone:
    """Make one change for these guests (by id), for all of them or, if it fails, for none.

    Guests who are gone or joined into another meanwhile are passed over. ``progress`` may raise to
    give up. Raises ProblemForUser ``field-wrong``, ``activity-unknown``, ``activity-for-all`` where
    the activity has no list of its own, or ``reason-missing``.
    """
    changed = 0
    with desk.write("guests change") as session:
        wish = _wish(session, change)
        for done, part in _counted(ids):
            changed += wish.make(session, _standing(session, part), desk)
            session.flush()
            if progress is not None:
                progress(done, len(ids))
        operation = session.pen.operation if changed else ""
    return BulkDone(operation, changed)


def _standing(session: Session, part: Sequence[str]) -> Sequence[str]:
    return session.scalars(select(Guest.id).where(Guest.id.in_(part), STANDING)).all()


def change_one(desk: Desk, guest: str, field: str, text: str) -> BulkDone:
    """Set one field of one guest (by id), or of whom that record was joined into.

    Raises ProblemForUser ``field-wrong``, or ``cell-guest-gone`` where an undo has taken the guest
    away meanwhile; then nothing is changed.
    """
    with desk.write("guest set") as session:
        found = session.get(Guest, guest)
        if found is None:
            raise ProblemForUser("cell-guest-gone")
        guests.write_field(session, who_remains(session, found), field, text)
        session.flush()
        changed = session.pen.started
        return BulkDone(session.pen.operation if changed else "", int(changed))


def take_back_operation(desk: Desk, operation: str) -> OperationTakenBack:
    """Take one operation back, whatever it changed.

    Raises ProblemForUser ``operation-changed-since`` where nothing of it is as it left it,
    or a badge it revoked has been replaced meanwhile.
    """
    with desk.write("take back") as session:
        taken = take_back(session, operation)
        if not taken.undone or _twice_active(session):
            raise ProblemForUser("operation-changed-since")
        # That others lean on a delegation or organization by now is nobody's loss.
        kept = [known for known in taken.kept if known[0] not in {"organization", "delegation"}]
        return OperationTakenBack(len(taken.undone), len(kept))


def _twice_active(session: Session) -> bool:
    """Tell whether a badge came to life again beside the one issued since."""
    session.flush()
    return session.scalar(holding_too_many().limit(1)) is not None


@dataclass(frozen=True, slots=True)
class _Wish:
    """``differing`` gives the guests of a part not yet as wished, ``make`` makes them so."""

    differing: Callable[[Session, Sequence[str]], set[str]]
    make: Callable[[JournaledSession, Sequence[str], Desk], int]


def _wish(session: Session, change: BulkChange) -> _Wish:
    if change.what is Bulk.REVOKE:
        return _revoking(change.value.strip())
    if change.what in {Bulk.INVITE, Bulk.UNINVITE}:
        activity = find_activity(session, change.value)
        if activity.invited != "listed":
            raise ProblemForUser("activity-for-all", name=activity.name)
        return _inviting(activity) if change.what is Bulk.INVITE else _uninviting(activity)
    if change.what is Bulk.DELEGATION:
        return _joining(change.value.strip())
    return _setting(change.what.value, change.value)


def _setting(field: str, text: str) -> _Wish:
    column: Any = getattr(Guest, FIELDS[field].attribute)
    value = read_field(field, text)

    def differing(session: Session, part: Sequence[str]) -> set[str]:
        return set(session.scalars(select(Guest.id).where(Guest.id.in_(part), column != value)))

    def make(session: JournaledSession, part: Sequence[str], _: Desk) -> int:
        query = select(Guest).where(Guest.id.in_(part), column != value)
        return _each(session, query, lambda guest: setattr(guest, FIELDS[field].attribute, value))

    return _Wish(differing, make)


def _joining(name: str) -> _Wish:
    def others(delegation: str | None) -> Any:
        if not name:
            return Guest.delegation_id.is_not(None)
        return Guest.delegation_id.is_distinct_from(delegation)

    def differing(session: Session, part: Sequence[str]) -> set[str]:
        known = session.scalar(select(Delegation.id).where(Delegation.name == name))
        query = select(Guest.id).where(Guest.id.in_(part))
        if known is not None or not name:
            query = query.where(others(known))
        return set(session.scalars(query))

    def make(session: JournaledSession, part: Sequence[str], _: Desk) -> int:
        wanted = guests.delegation(session, name) if name else None
        query = select(Guest).where(Guest.id.in_(part), others(wanted))
        return _each(session, query, lambda guest: setattr(guest, "delegation_id", wanted))

    return _Wish(differing, make)


def _inviting(activity: Activity) -> _Wish:
    def differing(session: Session, part: Sequence[str]) -> set[str]:
        there = set(session.scalars(select(Guest.id).where(Guest.id.in_(part))))
        return there - _listed(session, activity.id, part)

    def make(session: JournaledSession, part: Sequence[str], _: Desk) -> int:
        new = sorted(differing(session, part))
        session.add_all(Invited(guest_id=guest, activity_id=activity.id) for guest in new)
        return len(new)

    return _Wish(differing, make)


def _uninviting(activity: Activity) -> _Wish:
    def differing(session: Session, part: Sequence[str]) -> set[str]:
        return _listed(session, activity.id, part)

    def make(session: JournaledSession, part: Sequence[str], _: Desk) -> int:
        query = select(Invited).where(
            Invited.guest_id.in_(part), Invited.activity_id == activity.id
        )
        return _each(session, query, session.delete)

    return _Wish(differing, make)


def _listed(session: Session, activity: str, part: Sequence[str]) -> set[str]:
    query = select(Invited.guest_id).where(
        Invited.guest_id.in_(part), Invited.activity_id == activity
    )
    return set(session.scalars(query))


def _revoking(reason: str) -> _Wish:
    if not reason:
        raise ProblemForUser("reason-missing")

    def differing(session: Session, part: Sequence[str]) -> set[str]:
        query = select(Badge.guest_id).where(Badge.guest_id.in_(part), Badge.status == "active")
        return set(session.scalars(query))

    def make(session: JournaledSession, part: Sequence[str], desk: Desk) -> int:
        def end(badge: Badge) -> None:
            badge.status, badge.ended_at, badge.end_reason = "revoked", desk.now(), reason

        query = select(Badge).where(Badge.guest_id.in_(part), Badge.status == "active")
        return _each(session, query, end)

    return _Wish(differing, make)


def _each(session: JournaledSession, query: Any, change: Callable[[Any], None]) -> int:
    found = session.scalars(query).all()
    for record in found:
        change(record)
    return len(found)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (part for _, part in _counted(ids))


def _counted(ids: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Give the ids part by part, each with how many are done after it."""
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        yield start + len(part), part
