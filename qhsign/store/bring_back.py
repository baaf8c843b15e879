"""Making again what an operation removed: the other half of taking one back."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, select

from qhsign.store.journal import JournaledSession, model_of
from qhsign.store.schema import Journaled, JournalEntry, JournalValue


def bring_back(
    session: JournaledSession, operation: str, kinds: Collection[str]
) -> list[Journaled]:
    """Return the records of these kinds that an operation removed, made as they were.

    They are not in the session yet, so that the caller may choose among them. A record that is
    there again, or whose values were emptied, is left out.
    """
    entries = session.execute(
        select(JournalEntry, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id)
        .where(
            JournalEntry.operation == operation,
            JournalEntry.change == "delete",
            JournalEntry.entity_kind.in_(kinds),
        )
        .order_by(JournalEntry.sequence)
    ).all()
    made = []
    for entry, content in entries:
        model = model_of(entry.entity_kind)
        if content is None or session.get(model, entry.entity_id) is not None:
            continue
        columns = model.__table__.columns
        values = {
            name: _from_json(columns[name], value)
            for name, value in json.loads(content)["old"].items()
        }
        made.append(model(**values))
    return made


def _from_json(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = column.type.python_type
    if hasattr(kind, "fromisoformat"):
        return kind.fromisoformat(value)
    return value if isinstance(value, kind) else kind(value)
