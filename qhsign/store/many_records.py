"""Adding thousands of journaled records at once: what a list brings, what a print run issues.

The unit of work keeps track of every object it writes. A list brings records nobody will touch
again in the same use case; for them that bookkeeping took longer than the writing. They go to the
database as rows, and the journal gets the same entries as always, in the same transaction.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy.dialects import sqlite

from qhsign.store.engine import lift_guard
from qhsign.store.journal import JournaledSession, record_inserts
from qhsign.store.plain_rows import insert_rows
from qhsign.store.schema import Journaled, new_id

_Plan = tuple[tuple[str, Callable[[], Any], Callable[[Any], Any] | None], ...]


def add_many(
    session: JournaledSession, model: type[Journaled], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert records given as their fields; what is left out takes the model's default.

    Each row may bring its own ``id``. The records are in the database when this returns, and in
    the journal as if each had been added to the session.
    """
    if not rows:
        return
    session.flush()
    plan = _plan(model)
    filled = [
        {name: row[name] if name in row else default() for name, default, _ in plan} for row in rows
    ]
    stored = (
        tuple(
            record[name] if bind is None or record[name] is None else bind(record[name])
            for name, _, bind in plan
        )
        for record in filled
    )
    connection = session.connection()
    lift_guard(connection, lifted=True)
    try:
        insert_rows(connection, model.__table__, [name for name, _, _ in plan], stored)
    finally:
        lift_guard(connection, lifted=False)
    record_inserts(session, model, filled)


@cache
def _plan(model: type[Journaled]) -> _Plan:
    return tuple(
        (column.name, _default(column), _bind(column)) for column in model.__table__.columns
    )


def _default(column: Any) -> Callable[[], Any]:
    if column.name == "id":
        return new_id
    default = column.default
    if default is None:
        return lambda: None
    if default.is_callable:
        make = default.arg
        return lambda: make(None)
    value = default.arg
    return lambda: value


def _bind(column: Any) -> Callable[[Any], Any] | None:
    """Return how SQLAlchemy itself would store the column's values."""
    dialect = sqlite.dialect()
    bind: Callable[[Any], Any] | None = column.type.dialect_impl(dialect).bind_processor(dialect)
    return bind
