"""Number tags (号码牌): one for each person at an activity, given at the first arrival.

A tag stays with its person: a second scan shows it again, and so does the record when the check-in
is annulled. No tag is given to two people of an activity, and a rehearsal gives none.
"""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from qhsign.domain.check_in import Verdict
from qhsign.domain.number_tag import TagRule, may_have_tag, read_tag, written
from qhsign.domain.problems import ProblemForUser
from qhsign.services.desk import Desk
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Activity, CheckIn, CheckInOverride, Guest, NumberTag

BLOCK = 100
"""Numbers a desk leases at a time: nobody wants to hand out tag 10001."""


def give_next(session: JournaledSession, desk: Desk, place: Activity, record: CheckIn) -> None:
    """Give a person who has just come in the next free number, where the activity does so."""
    if place.tags != TagRule.NEXT or not _arrived(session, record):
        return
    if session.scalars(_of_person(record)).first() is not None:
        return
    tag = ""
    while not tag or _holder(session, place.id, tag) is not None:
        (number,) = numbers.take(session, f"tag-{place.number}", block=BLOCK)
        tag = written(number)
    _add(session, desk, record, tag)


def give_tag(desk: Desk, scan: str, text: str) -> str:
    """Note which tag the person of a scan was handed, and return it as it is kept.

    Another tag for the same person takes the place of the first, which was misread. Raises
    ProblemForUser ``scan-unknown``, ``tag-wrong``, ``tag-taken``, ``tags-not-typed``, or
    ``tag-impossible`` where the scan let nobody in.
    """
    tag = read_tag(text)
    with desk.write("number tag") as session:
        record = session.get(CheckIn, scan)
        if record is None:
            raise ProblemForUser("scan-unknown", scan=scan)
        place = session.get_one(Activity, record.activity_id)
        if place.tags != TagRule.TYPED:
            raise ProblemForUser("tags-not-typed", activity=place.name)
        known = session.scalars(_of_person(record)).first()
        if known is None and not _arrived(session, record):
            raise ProblemForUser("tag-impossible")
        held = _holder(session, place.id, tag)
        if held is not None and held is not known:
            guest = session.get(Guest, held.guest_id) if held.guest_id else None
            raise ProblemForUser("tag-taken", tag=tag, name=guest.full_name if guest else "—")
        if known is None:
            _add(session, desk, record, tag)
        else:
            known.tag = tag
    return tag


def tag_of(session: Session, record: CheckIn) -> str:
    """Return the tag of the person a record is about, at its activity; "" for none."""
    if record.rehearsal or not (record.guest_id or record.code):
        return ""
    place = session.get_one(Activity, record.activity_id)
    if place.tags == TagRule.NONE:
        return ""
    found = session.scalars(_of_person(record)).first()
    return found.tag if found is not None else ""


def _of_person(record: CheckIn) -> Select[NumberTag]:
    """Find a person's tag; given before this desk knew the guest, it lies under the code."""
    theirs = NumberTag.guest_id.is_(None) & (NumberTag.code == (record.code or "—"))
    if record.guest_id is not None:
        theirs |= NumberTag.guest_id == record.guest_id
    return (
        select(NumberTag)
        .where(NumberTag.activity_id == record.activity_id, theirs)
        .order_by(NumberTag.at)
        .limit(1)
    )


def _holder(session: Session, activity: str, tag: str) -> NumberTag | None:
    query = select(NumberTag).where(NumberTag.activity_id == activity, NumberTag.tag == tag)
    return session.scalars(query).first()


def _arrived(session: Session, record: CheckIn) -> bool:
    query = select(CheckInOverride.id).where(CheckInOverride.check_in_id == record.id)
    return may_have_tag(
        Verdict(record.verdict),
        overridden=session.scalars(query).first() is not None,
        leaving=record.leaving,
        rehearsal=record.rehearsal,
    )


def _add(session: JournaledSession, desk: Desk, record: CheckIn, tag: str) -> None:
    session.add(
        NumberTag(
            activity_id=record.activity_id,
            guest_id=record.guest_id,
            code="" if record.guest_id else record.code,
            check_in_id=record.id,
            tag=tag,
            at=desk.now(),
        )
    )
    session.flush()
