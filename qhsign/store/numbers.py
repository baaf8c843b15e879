"""Numbers people read (guest numbers, badge serials), from blocks leased to one replica."""

from sqlalchemy import func, select

from qhsign.store.journal import JournaledSession
from qhsign.store.schema import NumberBlock

BLOCK = 10_000
"""How many numbers a lease holds; the six digits of a short code have room for a hundred."""


def take(session: JournaledSession, kind: str, count: int = 1) -> list[int]:
    """Return the next ``count`` numbers of a kind; none is ever given twice, even after an undo.

    A replica takes from its own blocks only; when they are used up it leases the next block after
    every block known to the file.
    """
    taken: list[int] = []
    while len(taken) < count:
        block = session.execute(
            select(NumberBlock)
            .where(
                NumberBlock.kind == kind,
                NumberBlock.replica == session.pen.replica,
                NumberBlock.next_free <= NumberBlock.last,
            )
            .order_by(NumberBlock.first)
            .limit(1)
        ).scalar()
        if block is None:
            block = _lease(session, kind)
        part = min(count - len(taken), block.last - block.next_free + 1)
        taken.extend(range(block.next_free, block.next_free + part))
        block.next_free += part
        session.flush()
    return taken


def _lease(session: JournaledSession, kind: str) -> NumberBlock:
    highest = session.execute(
        select(func.max(NumberBlock.last)).where(NumberBlock.kind == kind)
    ).scalar()
    first = (highest or 0) + 1
    block = NumberBlock(
        kind=kind, replica=session.pen.replica, first=first, last=first + BLOCK - 1, next_free=first
    )
    session.add(block)
    session.flush()
    return block
