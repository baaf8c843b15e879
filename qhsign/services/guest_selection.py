"""Which guests a report is for: by category, delegation, activity, and whether they came."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Category
from qhsign.services.activities import find as find_activity
from qhsign.services.choosing import choose
from qhsign.services.presence import first_entries
from qhsign.services.statistics import expected
from qhsign.store.schema import Delegation, Guest


@dataclass(frozen=True, slots=True)
class GuestSelection:
    """Everything None or "" chooses everybody on file.

    ``delegation`` and ``activity`` are a name, any unambiguous part of one or, of an activity, its
    id. Of an activity it chooses whom it expects and who came; ``arrived`` then only those who came
    (True) or who are still expected (False), without an activity at any.
    """

    category: Category | None = None
    delegation: str = ""
    activity: str = ""
    arrived: bool | None = None

    @property
    def chooses_all(self) -> bool:
        """Whether nobody is left out."""
        return self == GuestSelection()


def selected(session: Session, selection: GuestSelection) -> frozenset[str] | None:
    """Return the ids of the guests chosen, None where nobody is left out.

    Raises ProblemForUser ``delegation-unknown``, ``delegation-ambiguous``, ``activity-unknown`` or
    ``activity-ambiguous``.
    """
    if selection.chooses_all:
        return None
    query = select(Guest.id)
    if selection.category is not None:
        query = query.where(Guest.category == selection.category)
    if selection.delegation:
        query = query.where(Guest.delegation_id == _delegation(session, selection.delegation))
    found = set(session.scalars(query))
    present = _present(session, selection)
    return frozenset(found if present is None else found & set(present))


def _present(session: Session, selection: GuestSelection) -> Collection[str] | None:
    """Return who is expected or came, as the selection asks; None where it does not."""
    if not selection.activity and selection.arrived is None:
        return None
    place = find_activity(session, selection.activity) if selection.activity else None
    due = expected(session, place).keys()
    came = first_entries(session, place.id if place else None).keys()
    if selection.arrived is None:
        return due | came
    return came if selection.arrived else due - came


def _delegation(session: Session, named: str) -> str:
    known = session.scalars(select(Delegation).order_by(Delegation.name)).all()
    return choose(named, known, kind="delegation", name=lambda each: each.name).id
