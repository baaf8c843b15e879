"""What the head of every paper of the stage says: for what, when and where, which version."""

from datetime import datetime

from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.soft_breaks import unbroken
from qhsign.domain.stage_papers import StageFacts
from qhsign.services.batch_times import Schedule, schedule
from qhsign.services.events import EventFacts, facts_in
from qhsign.store.schema import Activity, Batch, Slate
from qhsign.wording import Language


def of_batch(
    session: Session,
    batch: Batch,
    count: int,
    *,
    made: datetime,
    version: int,
    frozen: bool = False,
    language: Language = Language.CHINESE,
) -> StageFacts:
    """Return the head of a paper of one batch with ``count`` contracts."""
    facts = facts_in(session)
    slate = session.get(Slate, batch.slate_id) if batch.slate_id else None
    times = schedule(session, slate) if slate else Schedule((), ())
    starts, ends = batch.starts or times.starts(batch.id), times.leaves(batch.id)
    name = batch_name(batch, slate)
    what_for = (
        wording.say("stage-for-batch", language, slate=slate.name, batch=name, count=count)
        if slate
        else wording.say("stage-for-batch-alone", language, batch=name, count=count)
    )
    return _facts(session, facts, slate, what_for, starts, ends, made, version, frozen=frozen)


def of_slate(
    session: Session,
    slate: Slate,
    times: Schedule,
    count: int,
    *,
    made: datetime,
    version: int,
    frozen: bool = False,
    language: Language = Language.CHINESE,
) -> StageFacts:
    """Return the head of a paper of a whole ceremony with ``count`` contracts."""
    what_for = wording.say(
        "stage-for-slate", language, slate=slate.name, batches=len(times.batches), count=count
    )
    begins = times.steps[0].begins if times.steps else None
    ends = times.steps[-1].ends if times.steps else None
    facts = facts_in(session)
    return _facts(session, facts, slate, what_for, begins, ends, made, version, frozen=frozen)


def of_ceremony(session: Session, batch: Batch, *, made: datetime, version: int) -> StageFacts:
    """Return the head of a paper of the ceremony a batch belongs to."""
    slate = session.get(Slate, batch.slate_id) if batch.slate_id else None
    times = schedule(session, slate) if slate else Schedule((), ())
    begins = times.steps[0].begins if times.steps else None
    ends = times.steps[-1].ends if times.steps else None
    what_for = slate.name if slate else batch.name
    facts = facts_in(session)
    return _facts(session, facts, slate, what_for, begins, ends, made, version, frozen=False)


def of_event(session: Session, what_for: str, *, made: datetime, version: int) -> StageFacts:
    """Return the head of a paper that belongs to no batch."""
    facts = facts_in(session)
    return _facts(session, facts, None, what_for, None, None, made, version, frozen=False)


def batch_name(batch: Batch, slate: Slate | None) -> str:
    """Return a batch's name beside its slate's: the slate's is not said twice."""
    return (batch.name.removeprefix(slate.name) or batch.name) if slate else batch.name


def _facts(
    session: Session,
    facts: EventFacts,
    slate: Slate | None,
    what_for: str,
    begins: datetime | None,
    ends: datetime | None,
    made: datetime,
    version: int,
    *,
    frozen: bool,
) -> StageFacts:
    activity = session.get(Activity, slate.activity_id) if slate and slate.activity_id else None
    local = begins.astimezone(facts.zone) if begins else None
    title = unbroken(facts.title)
    return StageFacts(
        what_for=what_for,
        made=made.astimezone(facts.zone),
        activity=activity.name if activity else facts.short_title or title,
        place=(activity.place if activity else "") or facts.venue,
        day=local.date() if local else (slate.day if slate else None) or facts.start,
        begins=local.time().replace(second=0, microsecond=0) if local else None,
        ends=ends.astimezone(facts.zone).time().replace(second=0, microsecond=0) if ends else None,
        version=version,
        frozen=frozen,
        author=facts.organizer.replace("\n", "、") or title,
        is_demo=facts.is_demonstration,
    )
