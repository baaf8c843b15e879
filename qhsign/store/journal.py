"""The journal writes itself: every flush of journaled records leaves chained entries.

Each entry's hash covers its own fields, the hash of its salted values and the entry before it of
the same replica. The values lie in a second table, so that a purge can empty them and the chain
still verifies.
"""

import hashlib
import json
import secrets
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    bindparam,
    event,
    func,
    inspect,
    literal_column,
    select,
    true,
    update,
)
from sqlalchemy.orm import Session, UOWTransaction

from qhsign.domain.changes import ChangeSet
from qhsign.store.engine import lift_guard
from qhsign.store.plain_rows import insert_rows
from qhsign.store.schema import Journaled, JournalEntry, JournalValue, new_id, whole_schema

_PLACE: ColumnElement[int] = literal_column("journal_entry.rowid", Integer)
"""Where an entry stands in the file: entries are only ever added, so a later one stands behind."""
_TOLD_EVERY = 1000  # entries between two words of progress
GENESIS = "0" * 64
"""The hash before a replica's first entry."""


@dataclass(slots=True)
class Pen:
    """Who writes, in which use case; one per write session.

    ``changes`` gathers what was written, for the ChangeSet.
    """

    replica: str
    desk: str
    operator: str
    action: str
    operation: str = field(default_factory=new_id)
    sequence: int = 0
    previous_hash: str = GENESIS
    clock: str = ""
    started: bool = False
    changes: list[tuple[str, str]] = field(default_factory=list)

    def change_set(self) -> ChangeSet:
        """Return what was written so far."""
        return ChangeSet.of(self.changes)


class JournaledSession(Session):
    """A session whose flushes write the journal; made by the event file only."""

    def __init__(self, connection: Connection, pen: Pen) -> None:
        super().__init__(bind=connection, expire_on_commit=False, autoflush=True)
        self.pen = pen


@dataclass(frozen=True, slots=True)
class _Change:
    kind: str
    entity: str
    change: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    secret: Sequence[str] = ()


def next_clock(last: str, now_ms: int) -> str:
    """Return a hybrid logical clock reading after both ``last`` and the wall clock."""
    last_ms, counter = (int(last[:15]), int(last[16:])) if last else (0, 0)
    if now_ms > last_ms:
        return f"{now_ms:015d}-00000"
    return f"{last_ms:015d}-{counter + 1:05d}"


def note(session: JournaledSession, kind: str, entity: str, **content: object) -> None:
    """Record something that changed no field: a sensitive value viewed, a list exported."""
    _write(session, [_Change(kind, entity, "view", {}, content)])


def record_inserts(
    session: JournaledSession, model: type[Journaled], records: Sequence[Mapping[str, Any]]
) -> None:
    """Write the entries of records that went to the database without the unit of work."""
    kind = model.__tablename__
    _write(
        session,
        [_Change(kind, held["id"], "insert", {}, *_filled(model, held)) for held in records],
    )


def place(session: Session) -> int:
    """Return how far the journal has come, for ``changed_since``."""
    return session.scalar(select(func.max(_PLACE)).select_from(JournalEntry)) or 0


def changed_since(session: Session, since: int, kinds: Collection[str]) -> bool:
    """Tell whether a record of one of these kinds was changed since ``place`` was asked."""
    later = select(JournalEntry.id).where(
        since < _PLACE, JournalEntry.entity_kind.in_(kinds), JournalEntry.change != "view"
    )
    return session.scalar(later.limit(1)) is not None


def empty_values(session: JournaledSession, entities: Iterable[str]) -> int:
    """Empty the recorded values of these records for good; the chain still verifies.

    Returns how many entries lost their values.
    """
    ids = select(JournalEntry.id).where(JournalEntry.entity_id.in_(list(entities)))
    connection = session.connection()
    lift_guard(connection, lifted=True)
    try:
        done = connection.execute(
            update(JournalValue).where(JournalValue.entry_id.in_(ids)).values(content=None)
        )
    finally:
        lift_guard(connection, lifted=False)
    return done.rowcount


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a walk along the chain found: how many entries, and the first broken one."""

    entries: int
    broken_at: str | None


def verify_chain(
    session: Session, progress: Callable[[int, int], None] | None = None
) -> ChainReport:
    """Walk every replica's chain and recompute each hash.

    ``progress`` is told entries walked and entries in all, and may stop by raising.
    """
    total = session.scalar(select(func.count()).select_from(JournalEntry)) or 0 if progress else 0
    previous: dict[str, tuple[int, str]] = {}
    count = 0
    query = (
        select(JournalEntry, JournalValue.salt, JournalValue.content)
        .join(JournalValue, JournalValue.entry_id == JournalEntry.id, isouter=True)
        .order_by(JournalEntry.replica, JournalEntry.sequence)
        .execution_options(yield_per=1000)
    )
    for entry, salt, content in session.execute(query):
        count += 1
        if progress is not None and count % _TOLD_EVERY == 0:
            progress(count, total)
        sequence, last = previous.get(entry.replica, (0, GENESIS))
        row = {column: getattr(entry, column) for column in _HASHED}
        sound = (
            entry.sequence == sequence + 1
            and entry.previous_hash == last
            and entry.hash == _entry_hash(row)
            and salt is not None
            and (content is None or _values_hash(salt, content) == entry.values_hash)
        )
        if not sound:
            return ChainReport(count, entry.id)
        previous[entry.replica] = (entry.sequence, entry.hash)
    return ChainReport(count, None)


# --- writing ---------------------------------------------------------------------------------


@event.listens_for(JournaledSession, "before_flush")
def _open_guard(session: JournaledSession, _flush: UOWTransaction, _objects: object) -> None:
    lift_guard(session.connection(), lifted=True)


@event.listens_for(JournaledSession, "after_flush")
def _record(session: JournaledSession, _flush: UOWTransaction) -> None:
    try:
        _write(session, list(_changes(session)))
    finally:
        lift_guard(session.connection(), lifted=False)


def _changes(session: Session) -> Iterator[_Change]:
    for record in session.new:
        if isinstance(record, Journaled):
            # After the flush the record's own dictionary holds every value.
            filled = _filled(type(record), record.__dict__)
            yield _Change(record.__tablename__, record.id, "insert", {}, *filled)
    for record in session.dirty:
        if isinstance(record, Journaled):
            change = _update(record)
            if change is not None:
                yield change
    for record in session.deleted:
        if isinstance(record, Journaled):
            columns = _columns(type(record))
            values = {c.name: getattr(record, c.name) for c in columns if not c.secret}
            yield _Change(record.__tablename__, record.id, "delete", values, {})


def _filled(model: type[Journaled], held: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields of a new record that say something, and its secret fields.

    A field that holds what an untouched record holds is left out.
    """
    values: dict[str, Any] = {}
    secret: list[str] = []
    for name, is_secret, empty in _columns(model):
        value = held.get(name)
        if is_secret:
            secret.append(name)
        elif value is not None and value != empty:
            values[name] = value
    return values, secret


def _update(record: Journaled) -> _Change | None:
    attributes = inspect(record).attrs
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    secret: list[str] = []
    for column in _columns(type(record)):
        history = attributes[column.name].history
        if not history.has_changes():
            continue
        if column.secret:
            secret.append(column.name)
            continue
        old[column.name] = history.deleted[0] if history.deleted else None
        new[column.name] = history.added[0] if history.added else None
    if not new and not secret:
        return None
    return _Change(record.__tablename__, record.id, "update", old, new, secret)


class _Column(NamedTuple):
    name: str
    secret: bool
    empty: Any
    """The value of an untouched record; None where there is none."""


@cache
def _columns(model: type) -> tuple[_Column, ...]:
    described = []
    for column in model.__table__.columns:  # type: ignore[attr-defined] # a mapped class
        default = getattr(column.default, "arg", None)
        empty = None if column.nullable or callable(default) else default
        described.append(_Column(column.name, bool(column.info.get("secret")), empty))
    return tuple(described)


_HASHED = (
    "id", "replica", "sequence", "clock", "desk", "operator", "action", "operation",
    "entity_kind", "entity_id", "change", "fields", "values_hash", "previous_hash",
)  # fmt: skip


_WRITTEN = (*_HASHED, "hash")


def _write(session: JournaledSession, changes: Sequence[_Change]) -> None:
    if not changes:
        return
    pen, connection = session.pen, session.connection()
    _start(pen, connection)
    entries: list[tuple[Any, ...]] = []
    values: list[tuple[Any, ...]] = []
    now_ms = time.time_ns() // 1_000_000
    for change in changes:
        pen.sequence += 1
        pen.clock = next_clock(pen.clock, now_ms)
        salt = secrets.token_hex(16)
        content = _canonical({"old": change.old, "new": change.new})
        fields = sorted({*change.old, *change.new, *change.secret})
        identity = new_id()
        before = (
            identity, pen.replica, pen.sequence, pen.clock, pen.desk, pen.operator, pen.action,
            pen.operation, change.kind, change.entity, change.change,
        )  # fmt: skip
        after = (_values_hash(salt, content), pen.previous_hash)
        # In the order of _HASHED; the database keeps the list of fields as JSON text.
        pen.previous_hash = _sha256(_canonical([*before, fields, *after]))
        entries.append((*before, _canonical(fields), *after, pen.previous_hash))
        values.append((identity, salt, content))
        pen.changes.append((change.kind, change.entity))
    lift_guard(connection, lifted=True)
    insert_rows(connection, JournalEntry.__table__, _WRITTEN, entries)
    insert_rows(connection, JournalValue.__table__, ("entry_id", "salt", "content"), values)
    lift_guard(connection, lifted=False)


def _start(pen: Pen, connection: Connection) -> None:
    """Continue the replica's chain; the write lock is held, so nobody else can extend it."""
    if pen.started:
        return
    clock, sequence, last = connection.execute(_END, {"replica": pen.replica}).one()
    if last is not None:
        pen.sequence, pen.previous_hash = sequence, last
    pen.clock = clock or ""
    pen.started = True


_LAST = (
    select(JournalEntry.sequence, JournalEntry.hash)
    .where(JournalEntry.replica == bindparam("replica"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
    .subquery()
)
_CLOCK = select(func.max(JournalEntry.clock).label("clock")).subquery()
_END = select(_CLOCK.c.clock, _LAST.c.sequence, _LAST.c.hash).join_from(
    _CLOCK, _LAST, true(), isouter=True
)
"""The latest reading of the clock, and the end of a replica's chain where it has one."""


def _entry_hash(entry: Mapping[str, Any]) -> str:
    return _sha256(_canonical([entry[name] for name in _HASHED]))


def _values_hash(salt: str, content: str) -> str:
    return _sha256(salt + content)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"the journal cannot write a {type(value).__name__}")


_encode: Callable[[object], str] = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
).encode


def _canonical(value: object) -> str:
    return _encode(value)


def model_of(kind: str) -> type[Any]:
    """Return the model of a journaled table by the name the journal uses."""
    return _models()[kind]


@cache
def _models() -> dict[str, type[Any]]:
    mappers = whole_schema().registry.mappers
    return {mapper.class_.__tablename__: mapper.class_ for mapper in mappers}
