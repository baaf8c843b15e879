"""What the guest screen filters by beyond the lines themselves: invitations, open questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.open_questions import Known, OpenQuestion, questions_about
from qhsign.services import events, reference
from qhsign.services.desk import Desk
from qhsign.services.statistics import expected_at
from qhsign.store.schema import Activity, Guest, Invited, PendingActivity


@dataclass(frozen=True, slots=True)
class GuestFacts:
    """Ids of guests by what holds of them.

    ``invited`` is by the activity's id: for an activity with a list of its own the guests on that
    list, for one open to all the confirmed guests who may enter. ``listed`` are the activities
    with a list of their own; ``activities`` gives the name of each, in their order.
    """

    activities: Mapping[str, str]
    invited: Mapping[str, frozenset[str]]
    listed: frozenset[str]
    problems: Mapping[OpenQuestion, frozenset[str]]
    vetting_required: bool


def guest_facts(desk: Desk) -> GuestFacts:
    """Read what holds of every guest, in one view of the event."""
    with desk.read() as session:
        places = list(session.scalars(select(Activity).order_by(Activity.number)))
        listed = frozenset(place.id for place in places if place.invited == "listed")
        return GuestFacts(
            {place.id: place.name for place in places},
            _invited(session, places, listed),
            listed,
            _problems(session),
            events.facts_in(session).vetting_required,
        )


def _invited(
    session: Session, places: Sequence[Activity], listed: frozenset[str]
) -> Mapping[str, frozenset[str]]:
    due = expected_at(session, [place for place in places if place.id not in listed])
    by_list: dict[str, set[str]] = {place: set() for place in listed}
    for guest, place in session.execute(select(Invited.guest_id, Invited.activity_id)):
        if place in listed:
            by_list[place].add(guest)
    return {
        place.id: frozenset(by_list[place.id] if place.id in listed else due[place.id])
        for place in places
    }


def _problems(session: Session) -> Mapping[OpenQuestion, frozenset[str]]:
    columns: tuple[Any, ...] = (
        Guest.id, Guest.full_name, Guest.country, Guest.reading, Guest.stroke_stand_in,
        Guest.organization, Guest.title, Guest.phone, Guest.document_number, Guest.photo != "",
    )  # fmt: skip
    found = questions_about(
        (Known(*row) for row in session.execute(select(*columns))),
        reference.reading_tables(),
        reference.stroke_table(),
    )
    pending = frozenset(session.scalars(select(PendingActivity.guest_id)))
    return {
        problem: pending if problem is OpenQuestion.ACTIVITY else frozenset(guests)
        for problem, guests in found.items()
    }
