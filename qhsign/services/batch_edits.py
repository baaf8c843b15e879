"""Arranging batches by hand: making and removing them, moving several contracts at once.

Each is an operation that one undo takes back.
"""

from collections.abc import Sequence

from sqlalchemy import func, select

from qhsign.domain.problems import ProblemForUser
from qhsign.services import contracts, stage_cast
from qhsign.services.batch_proposals import ordinal_name
from qhsign.services.batches import Arranged, put_in_order, rows
from qhsign.services.desk import Desk
from qhsign.services.slates import find as find_slate
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, Contract, StagePlan


def add(desk: Desk, slate: str) -> Arranged:
    """Make an empty batch at the end of a slate, called after its place (第三批).

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    with desk.write("batch set") as session:
        held = find_slate(session, slate)
        last, count = session.execute(
            select(func.max(Batch.position), func.count()).where(Batch.slate_id == held.id)
        ).one()
        batch = Batch(
            name=_free_name(session, held.name, count + 1),
            number=contracts.next_batch_number(session),
            slate_id=held.id,
            position=0 if last is None else last + 1,
        )
        session.add(batch)
        session.flush()
        return Arranged(rows(session, [batch])[0], session.pen.operation)


def remove(desk: Desk, batch_id: str) -> str:
    """Remove a batch without contracts and without plans; return the operation.

    Raises ProblemForUser ``batch-not-empty``, or ``batch-has-plans`` for one whose plans stay on
    record.
    """
    with desk.write("batch set") as session:
        batch = session.get_one(Batch, batch_id)
        if stage_cast.in_batch(session, batch.id):
            raise ProblemForUser("batch-not-empty", name=batch.name)
        if session.scalar(select(StagePlan.id).where(StagePlan.batch_id == batch.id).limit(1)):
            raise ProblemForUser("batch-has-plans", name=batch.name)
        session.delete(batch)
        session.flush()
        return session.pen.operation


def put(desk: Desk, numbers: Sequence[int], batch_id: str, place: int | None = None) -> str:
    """Put contracts into a batch one after the other, from a place from 1, or at its end.

    ``batch_id`` "" takes them out of any batch. Places count those that are there without them.
    Returns the operation, "" where they stood so already. Raises ProblemForUser
    ``contract-unknown``, ``batch-locked`` or ``batch-fixed``; then none is moved.
    """
    with desk.write("batch move") as session:
        moved = [contracts.by_number(session, number) for number in dict.fromkeys(numbers)]
        if batch_id:
            batch = session.get_one(Batch, batch_id)
            contracts.check_open(batch)
            for contract in moved:
                contracts.move(session, contract, batch.id)
            session.flush()
            _place(session, batch, moved, place)
        else:
            for contract in moved:
                contracts.move(session, contract, None)
        session.flush()
        return session.pen.operation if session.pen.started else ""


def _place(
    session: JournaledSession, batch: Batch, moved: Sequence[Contract], place: int | None
) -> None:
    others = [each for each in stage_cast.in_batch(session, batch.id) if each not in moved]
    at = len(others) if place is None else min(max(place - 1, 0), len(others))
    put_in_order([*others[:at], *moved, *others[at:]])


def _free_name(session: JournaledSession, slate: str, place: int) -> str:
    taken = set(session.scalars(select(Batch.name)))
    while (usual := ordinal_name(place)) in taken and f"{slate}{usual}" in taken:
        place += 1
    return usual if usual not in taken else f"{slate}{usual}"
