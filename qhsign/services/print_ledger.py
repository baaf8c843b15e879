"""The ledger of everything printed: who, when, what, which version, outcome."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select

from qhsign.store.journal import JournaledSession
from qhsign.store.schema import PrintItem, PrintRun, new_id

_AT_ONCE = 500


def enter(
    session: JournaledSession,
    *,
    kind: str,
    layout: str,
    destination: str,
    at: datetime,
    operator: str,
    entities: Sequence[str],
    reason: str,
) -> None:
    """Enter one finished run; an entity printed before counts its version up."""
    run = PrintRun(
        kind=kind,
        layout=layout,
        at=at,
        operator=operator,
        destination=destination,
        pieces=len(entities),
        reason=reason,
    )
    session.add(run)
    session.flush()
    before: dict[str, int] = {}
    for start in range(0, len(entities), _AT_ONCE):
        part = entities[start : start + _AT_ONCE]
        before.update(
            session.execute(
                select(PrintItem.entity_id, func.max(PrintItem.version))
                .where(PrintItem.entity_id.in_(part))
                .group_by(PrintItem.entity_id)
            ).all()
        )
    items = [
        {
            "id": new_id(),
            "run_id": run.id,
            "entity_id": entity,
            "version": before.get(entity, 0) + 1,
            "outcome": "done",
        }
        for entity in entities
    ]
    if items:
        session.execute(insert(PrintItem), items)
