"""Delegations (代表团): what was declared beside what was entered, and putting names right."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Invitation
from qhsign.domain.ordering import Order
from qhsign.domain.problems import ProblemForUser
from qhsign.services import events, typed_values
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.guest_bulk_records import BulkDone
from qhsign.services.guest_order import names_in_order
from qhsign.services.one_person import STANDING
from qhsign.services.presence import first_entries
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Delegation, Guest


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """One delegation: ``declared`` is a claim (“一行8人”), the rest counts records.

    ``entered`` are its guests whatever their state, ``confirmed`` those of them who will come,
    ``arrived`` those who have come.
    """

    id: str
    name: str
    declared: int | None
    entered: int
    confirmed: int
    arrived: int

    @property
    def gap(self) -> int | None:
        """Entered less declared: below nothing where guests are lacking; None if undeclared."""
        return None if self.declared is None else self.entered - self.declared


def list_delegations(desk: Desk, activity: str | None = None) -> Sequence[DelegationRow]:
    """Return the delegations in the event's order of names; who arrived at one activity or any.

    Raises ProblemForUser ``activity-unknown`` or ``activity-ambiguous``.
    """
    with desk.read() as session:
        place = find_activity(session, activity).id if activity else None
        arrived = first_entries(session, place)
        counts: dict[str, list[int]] = {}
        query = select(Guest.id, Guest.delegation_id, Guest.invitation).where(
            Guest.delegation_id.is_not(None), STANDING
        )
        for guest, delegation, invitation in session.execute(query):
            counted = counts.setdefault(str(delegation), [0, 0, 0])
            counted[0] += 1
            counted[1] += invitation is Invitation.CONFIRMED
            counted[2] += guest in arrived
        order = Order(events.facts_in(session).guest_order)
        found = {row.name: row for row in session.scalars(select(Delegation))}
    by_strokes = order if order is Order.PINYIN else Order.SURNAME_STROKES
    return [
        DelegationRow(
            found[name].id, name, found[name].declared_count, *counts.get(found[name].id, [0, 0, 0])
        )
        for name in names_in_order(found, by_strokes)
    ]


def rename(desk: Desk, delegation: str, name: str) -> BulkDone:
    """Give a delegation (by id) another name.

    Raises ProblemForUser ``delegation-gone``, ``delegation-name-missing``, or
    ``delegation-exists`` where another bears the name: the two are to be merged.
    """
    wanted = name.strip()
    with desk.write("delegation set") as session:
        found = _by_id(session, delegation)
        if not wanted:
            raise ProblemForUser("delegation-name-missing")
        same = select(Delegation.id).where(Delegation.name == wanted, Delegation.id != found.id)
        if session.scalar(same) is not None:
            raise ProblemForUser("delegation-exists", name=wanted)
        found.name = wanted
        return _done(session)


def declare(desk: Desk, delegation: str, count: str) -> BulkDone:
    """Set how many a delegation (by id) says it is; nothing takes the claim away.

    Raises ProblemForUser ``delegation-gone`` or ``delegation-count-wrong``.
    """
    with desk.write("delegation set") as session:
        found = _by_id(session, delegation)
        try:
            found.declared_count = typed_values.count(count.strip())
        except ValueError:
            raise ProblemForUser("delegation-count-wrong", value=count) from None
        return _done(session)


def merge(desk: Desk, delegation: str, into: str) -> BulkDone:
    """Move the guests of one delegation (by id) into another and take the empty one away.

    What the two declared is added up; what only one declared is kept. Raises ProblemForUser
    ``delegation-gone`` or ``delegation-itself``.
    """
    with desk.write("delegations merge") as session:
        source, target = _by_id(session, delegation), _by_id(session, into)
        if source is target:
            raise ProblemForUser("delegation-itself")
        moved = session.scalars(select(Guest).where(Guest.delegation_id == source.id)).all()
        for guest in moved:
            guest.delegation_id = target.id
        if source.declared_count is not None:
            target.declared_count = (target.declared_count or 0) + source.declared_count
        session.flush()
        session.delete(source)
        session.flush()
        return BulkDone(session.pen.operation, len(moved))


def remove_empty(desk: Desk, delegation: str) -> BulkDone:
    """Take a delegation (by id) away that has no guests but records joined into others.

    Raises ProblemForUser ``delegation-gone`` or ``delegation-used``.
    """
    with desk.write("delegation remove") as session:
        found = _by_id(session, delegation)
        held = session.scalars(select(Guest).where(Guest.delegation_id == found.id)).all()
        count = sum(guest.joined_into is None for guest in held)
        if count:
            raise ProblemForUser("delegation-used", name=found.name, count=count)
        for guest in held:
            # A joined record: nobody sees any more where it came from.
            guest.delegation_id = None
        session.flush()
        session.delete(found)
        return _done(session)


def _by_id(session: Session, delegation: str) -> Delegation:
    found = session.get(Delegation, delegation)
    if found is None:
        raise ProblemForUser("delegation-gone")
    return found


def _done(session: JournaledSession) -> BulkDone:
    session.flush()
    changed = session.pen.started
    return BulkDone(session.pen.operation if changed else "", int(changed))
