"""Taking back one operation by its journal entries: the undo of imports and edits."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from qhsign.store.journal import JournaledSession, model_of
from qhsign.store.schema import JournalEntry, JournalValue


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many changes were undone, and the records left because they changed since."""

    undone: int
    kept: tuple[tuple[str, str], ...]


def take_back(
    session: JournaledSession, operation: str, *, keep: frozenset[str] = frozenset()
) -> TakenBack:
    """Undo every change of ``operation`` that nobody has built upon since, newest first.

    A record inserted by it is removed unless a later operation touched it or its id is in
    ``keep``; a field changed by it gets its old value unless it was changed again. What is left
    alone is told, never overwritten.
    """
    entries = session.execute(
        select(JournalEntry, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id)
        .where(JournalEntry.operation == operation)
        .order_by(JournalEntry.sequence.desc())
    ).all()
    later = _touched_since(session, operation, {entry.entity_id for entry, _ in entries})
    undone, kept = 0, []
    for entry, content in entries:
        record: Any = session.get(model_of(entry.entity_kind), entry.entity_id)
        if record is None or content is None or entry.change not in {"insert", "update"}:
            continue
        if entry.change == "insert":
            if entry.entity_id in later or entry.entity_id in keep:
                kept.append((entry.entity_kind, entry.entity_id))
                continue
            session.delete(record)
            undone += 1
        elif _restore(record, json.loads(content)):
            undone += 1
        else:
            kept.append((entry.entity_kind, entry.entity_id))
    session.flush()
    return TakenBack(undone, tuple(kept))


def _touched_since(session: JournaledSession, operation: str, entities: set[str]) -> set[str]:
    """Return the records that entries of other operations changed after being made by this one."""
    first = session.execute(
        select(JournalEntry.clock)
        .where(JournalEntry.operation == operation)
        .order_by(JournalEntry.clock)
    ).scalar()
    if first is None:
        return set()
    touched = session.execute(
        select(JournalEntry.entity_id).where(
            JournalEntry.clock > first,
            JournalEntry.operation != operation,
            JournalEntry.change != "view",
        )
    ).scalars()
    return entities & set(touched)


def _restore(record: Any, content: dict[str, dict[str, Any]]) -> bool:
    """Give the fields their old values where they still hold the new ones; tell whether all did."""
    columns = record.__table__.columns
    all_restored = True
    for name, new in content["new"].items():
        if _as_json(getattr(record, name)) != new:
            all_restored = False
            continue
        setattr(record, name, _from_json(columns[name], content["old"].get(name)))
    return all_restored


def _as_json(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _from_json(column: Any, value: Any) -> Any:
    if value is None:
        return None
    kind = column.type.python_type
    if hasattr(kind, "fromisoformat"):
        return kind.fromisoformat(value)
    if isinstance(value, str) and issubclass(kind, str) and kind is not str:
        return kind(value)
    return value
