"""The ledger of everything printed: who, when, what, which version, outcome."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from qhsign.store.journal import JournaledSession
from qhsign.store.plain_rows import insert_rows
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
    insert_rows(
        session.connection(),
        PrintItem.__table__,
        ("id", "run_id", "entity_id", "version", "outcome"),
        ((new_id(), run.id, entity, before.get(entity, 0) + 1, "done") for entity in entities),
    )
