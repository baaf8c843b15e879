"""Parting a slate into batches: the proposal, and taking it over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import batching
from qhsign.domain.problems import ProblemForUser
from qhsign.services import batch_times, contracts, stage_cast, stage_findings
from qhsign.services.batches import put_in_order
from qhsign.services.desk import Desk
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_cast import Cast
from qhsign.services.stage_records import BatchProposal, ProposedBatch, StageFinding
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, Contract, Slate

_DIGITS = "〇一二三四五六七八九十"
_TEN, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class _Plan:
    """A proposal on its way into the file; ``batches`` are those it goes into, None for new."""

    slate: Slate
    batches: Sequence[Batch | None]
    names: Sequence[str]
    proposal: batching.Proposal
    cast: Cast
    kept: frozenset[int]
    left_out: Sequence[StageFinding]


def propose(desk: Desk, slate: str, size: int) -> BatchProposal:
    """Return how a slate would be parted into batches of at most ``size``; nothing is written.

    Locked batches and those that are on stage or were stay as they are. What is signed after the
    ceremony (会后) or stands in a batch of another slate is left out and told.

    Raises ProblemForUser ``batch-size-wrong``, ``slate-unknown``, ``slate-ambiguous`` or
    ``slate-empty``.
    """
    with desk.read() as session:
        return _told(_plan(session, slate, size))


def apply(desk: Desk, slate: str, size: int) -> BatchProposal:
    """Part a slate as `propose` does, and write it. Contracts keep their numbers.

    Raises ProblemForUser as `propose`.
    """
    with desk.write("batches propose") as session:
        plan = _plan(session, slate, size)
        _write(session, plan, size)
        return replace(_told(plan), operation=session.pen.operation)


def ordinal_name(place: int) -> str:
    """Return the name of the batch at a place from 1: 第一批, 第十二批, 第一百零五批."""
    hundreds, rest = divmod(place, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        head += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        head += "零"
    return f"第{head}{_DIGITS[ones] if ones else ''}批"


def _plan(session: Session, named: str, size: int) -> _Plan:
    if size < 1:
        raise ProblemForUser("batch-size-wrong")
    slate = find_slate(session, named)
    listed = contracts.on_slate(session, slate.id)
    if not listed:
        raise ProblemForUser("slate-empty", name=slate.name)
    own = _own_batches(session, slate, listed)
    ids = {batch.id for batch in own}
    free = [each for each in listed if each.batch_id is None or each.batch_id in ids]
    cast = stage_cast.cast_of(session, free)
    wanted = [each for each in cast.contracts if each.is_on_stage]
    locked = {
        place: [contract.id for contract in stage_cast.in_batch(session, batch.id)]
        for place, batch in enumerate(own)
        if batch.locked or batch.state.is_fixed
    }
    elsewhere = {each.id for each in listed} - {each.row.id for each in wanted}
    left_out = [
        StageFinding(
            "batch-contract-left-out",
            {"number": row.label, "title": row.title, "batch": row.batch or "—"},
            row.batch,
            row.label,
        )
        for row in contracts.rows(session, [c for c in listed if c.id in elsewhere])
        if not any(row.id in batch for batch in locked.values())
    ]
    proposal = batching.propose([each.to_sign() for each in wanted], size, locked)
    into = [own[place] if place < len(own) else None for place in range(len(proposal.batches))]
    names = _names(session, slate, into)
    kept = frozenset(locked)
    return _Plan(slate, into, names, proposal, cast, kept, left_out)


def _own_batches(session: Session, slate: Slate, listed: Sequence[Contract]) -> list[Batch]:
    """Return the batches of a slate, with those of no slate that hold contracts of it only."""
    own = batch_times.batches_of(session, slate.id)
    on_slate = {contract.id for contract in listed}
    for batch in session.scalars(
        select(Batch).where(Batch.slate_id.is_(None)).order_by(Batch.number, Batch.name)
    ):
        held = {contract.id for contract in stage_cast.in_batch(session, batch.id)}
        if held and held <= on_slate:
            own.append(batch)
    return own


def _names(session: Session, slate: Slate, into: Sequence[Batch | None]) -> list[str]:
    taken = set(session.scalars(select(Batch.name)))
    names = []
    for place, batch in enumerate(into, start=1):
        if batch is not None:
            names.append(batch.name)
            continue
        usual = ordinal_name(place)
        name = usual if usual not in taken else f"{slate.name}{usual}"
        while name in taken:
            name += "′"
        taken.add(name)
        names.append(name)
    return names


def _write(session: JournaledSession, plan: _Plan, size: int) -> None:
    by_id = {row.row.id: session.get_one(Contract, row.row.id) for row in plan.cast.contracts}
    used: set[str] = set()
    for place, ids in enumerate(plan.proposal.batches):
        batch = plan.batches[place] or _new(session, plan.names[place])
        used.add(batch.id)
        batch.slate_id, batch.position = plan.slate.id, place
        if place in plan.kept:
            continue
        batch.size_limit = size
        held = [by_id[each] for each in ids]
        for contract in held:
            contract.batch_id = batch.id
        put_in_order(held)
    session.flush()
    for place, batch in enumerate(batch_times.batches_of(session, plan.slate.id)):
        if batch.id not in used:
            # An empty batch may have plans that were printed; it stays, behind the others.
            batch.position = len(plan.proposal.batches) + place
    session.flush()


def _new(session: JournaledSession, name: str) -> Batch:
    batch = Batch(name=name, number=contracts.next_batch_number(session))
    session.add(batch)
    session.flush()
    return batch


def _told(plan: _Plan) -> BatchProposal:
    by_id = {each.row.id: each.row for each in plan.cast.contracts}
    batches = [
        ProposedBatch(name, [by_id[each] for each in ids if each in by_id], place in plan.kept)
        for place, (name, ids) in enumerate(zip(plan.names, plan.proposal.batches, strict=True))
    ]
    found = stage_findings.of_faults(plan.proposal.faults, plan.names, plan.cast)
    return BatchProposal(batches, [*found, *plan.left_out])
