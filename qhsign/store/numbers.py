"""Numbers people read (guest numbers, badge serials), from blocks leased to one replica."""

from sqlalchemy import func, select

from qhsign.store.journal import JournaledSession
from qhsign.store.schema import NumberBlock

BLOCK = 10_000
"""How many numbers a lease holds; the six digits of a short code have room for a hundred."""


def take(session: JournaledSession, kind: str, count: int = 1, *, block: int = BLOCK) -> list[int]:
    """Return the next ``count`` numbers of a kind; none is ever given twice, even after an undo.

    A replica takes from its own blocks only; when they are used up it leases the next block, of
    ``block`` numbers, after every block known to the file.
    """
    taken: list[int] = []
    while len(taken) < count:
        leased = session.execute(
            select(NumberBlock)
            .where(
                NumberBlock.kind == kind,
                NumberBlock.replica == session.pen.replica,
                NumberBlock.next_free <= NumberBlock.last,
            )
            .order_by(NumberBlock.first)
            .limit(1)
        ).scalar()
        if leased is None:
            leased = _lease(session, kind, block)
        part = min(count - len(taken), leased.last - leased.next_free + 1)
        taken.extend(range(leased.next_free, leased.next_free + part))
        leased.next_free += part
        session.flush()
    return taken


def _lease(session: JournaledSession, kind: str, size: int) -> NumberBlock:
    highest = session.execute(
        select(func.max(NumberBlock.last)).where(NumberBlock.kind == kind)
    ).scalar()
    first = (highest or 0) + 1
    block = NumberBlock(
        kind=kind, replica=session.pen.replica, first=first, last=first + size - 1, next_free=first
    )
    session.add(block)
    session.flush()
    return block
