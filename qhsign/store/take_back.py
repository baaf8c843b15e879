"""Taking back one operation by its journal entries: the undo of imports and edits."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, select

from qhsign.store.journal import JournaledSession, model_of
from qhsign.store.schema import JournalEntry, JournalValue, whole_schema

_AT_ONCE = 500  # SQLite takes only so many parameters in one statement


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The records (kind, id) that are as before, and those left for what was built on them."""

    undone: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...]


def take_back(
    session: JournaledSession,
    operation: str,
    *,
    keep: frozenset[str] = frozenset(),
    gone: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
) -> TakenBack:
    """Undo every change of ``operation`` that nobody has built upon since, newest first.

    A record inserted by it is removed unless its id is in ``keep``, a later operation touched it,
    or another record that stays refers to it; what belongs to a record that stays, stays with it.
    A field changed by it gets its old value unless it was changed again. A record it deleted comes
    back unless something took its place. What is left alone is told, never overwritten. A record
    it made that stays is left whole: its changes within the operation are part of its making.
    ``gone`` are operations taken back before, with those that took them back: they have built upon
    nothing. ``only`` names the records that are looked at; None means all.
    """
    entries = [
        row
        for row in session.execute(
            select(JournalEntry, JournalValue.content)
            .join(JournalValue, JournalValue.entry_id == JournalEntry.id)
            .where(JournalEntry.operation == operation, JournalEntry.change != "view")
            .order_by(JournalEntry.sequence.desc())
        ).all()
        if only is None or row[0].entity_id in only
    ]
    made = {entry.entity_id: entry.entity_kind for entry, _ in entries if entry.change == "insert"}
    _load(session, {entry.entity_id: entry.entity_kind for entry, _ in entries})
    later = _touched_since(session, {operation, *gone}, [entry for entry, _ in entries])
    links = _links_given_back(
        row for row in entries if row[0].entity_id not in keep and row[0].entity_id not in made
    )
    removable = _removable(session, made, set(made) - later - keep, links)
    undone: list[tuple[str, str]] = []
    kept: list[tuple[str, str]] = []
    for entry, content in entries:
        known = (entry.entity_kind, entry.entity_id)
        record: Any = session.get(model_of(entry.entity_kind), entry.entity_id)
        if record is None and content is not None and entry.change == "delete":
            (undone if _bring_back(session, known, json.loads(content)["old"]) else kept).append(
                known
            )
        if record is None or content is None or entry.change == "delete":
            continue
        if entry.entity_id in removable:
            if entry.change == "insert":
                session.delete(record)
                undone.append(known)
        elif entry.entity_id in keep or entry.entity_id in made:
            kept.append(known)
        else:
            (undone if _restore(record, json.loads(content)) else kept).append(known)
    session.flush()
    left = dict.fromkeys(kept)
    return TakenBack(
        tuple(known for known in dict.fromkeys(undone) if known not in left), tuple(left)
    )


def _bring_back(session: JournaledSession, known: tuple[str, str], values: dict[str, Any]) -> bool:
    """Make a deleted record again as it was; tell whether there is room for it."""
    model = model_of(known[0])
    table = model.__table__
    filled = {name: _from_json(table.columns[name], value) for name, value in values.items()}
    for column in table.columns:
        for key in column.foreign_keys:
            value = filled.get(column.name)
            there = select(key.column).where(key.column == value)
            if value is not None and session.scalar(there) is None:
                return False
    for columns in _unique(table):
        taken = select(table.c.id).where(*(column == filled.get(column.name) for column in columns))
        if session.scalar(taken.limit(1)) is not None:
            return False
    session.add(model(**filled))
    session.flush()
    return True


def _unique(table: Table) -> Iterator[Sequence[Column[Any]]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(constraint.columns)


def _links_given_back(entries: Iterable[Any]) -> set[tuple[str, str, str]]:
    """Return (record, field, record referred to) of the links this undo is about to take back."""
    return {
        (entry.entity_id, name, value)
        for entry, content in entries
        if entry.change == "update" and content is not None
        for name, value in json.loads(content)["new"].items()
        if isinstance(value, str)
    }


def _load(session: JournaledSession, entities: dict[str, str]) -> None:
    """Bring the records into the session in a few statements rather than one each."""
    by_kind: dict[str, list[str]] = {}
    for entity, kind in entities.items():
        by_kind.setdefault(kind, []).append(entity)
    for kind, ids in by_kind.items():
        model = model_of(kind)
        for part in _parts(ids):
            # The session's identity map holds them as long as the list is alive.
            session.info.setdefault("taken back", []).extend(
                session.scalars(select(model).where(model.id.in_(part)))
            )


def _touched_since(
    session: JournaledSession, but: Collection[str], entries: Iterable[JournalEntry]
) -> set[str]:
    """Return the records that entries of other operations changed after this one did."""
    clocks = {entry.entity_id: entry.clock for entry in entries}
    if not clocks:
        return set()
    later = select(JournalEntry.entity_id, JournalEntry.clock).where(
        JournalEntry.clock > min(clocks.values()),
        JournalEntry.operation.not_in(but),
        JournalEntry.change != "view",
    )
    if len(clocks) <= _AT_ONCE:
        # A single edit has few records, and the journal since may be long.
        later = later.where(JournalEntry.entity_id.in_(list(clocks)))
    others = session.execute(later)
    return {entity for entity, clock in others if entity in clocks and clock > clocks[entity]}


def _removable(
    session: JournaledSession,
    made: dict[str, str],
    wanted: set[str],
    links: set[tuple[str, str, str]],
) -> set[str]:
    """Part off what must stay, until nothing that stays leans on anything that goes."""
    if not made:
        return wanted
    references = list(_references(session, set(made), links))
    changed = True
    while changed:
        before = len(wanted)
        for owner, owned, belongs in references:
            if owner in wanted and owned not in wanted:
                wanted.discard(owner)
            elif belongs and owner in made and owner not in wanted:
                wanted.discard(owned)
        changed = len(wanted) != before
    return wanted


def _references(
    session: JournaledSession, made: set[str], links: set[tuple[str, str, str]]
) -> Iterator[tuple[str, str, bool]]:
    """Give (record referred to, record that refers, whether the second belongs to the first).

    A reference among ``links`` is about to go and holds nothing.
    """
    for table in whole_schema().metadata.tables.values():
        if "id" not in table.columns:
            continue
        for key in table.foreign_keys:
            if key.ondelete == "CASCADE":
                continue
            column: Column[Any] = key.parent
            leaning = select(column, table.c.id).where(column.is_not(None))
            if len(made) <= _AT_ONCE:
                leaning = leaning.where(column.in_(list(made)))
            rows = session.execute(leaning)
            for target, source in rows:
                if target in made and (str(source), column.name, target) not in links:
                    yield target, str(source), not column.nullable


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


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
