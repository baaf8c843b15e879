"""The SQLite engine of an event file: sqlcipher3, write-ahead log, durable commits, the guard."""

import re
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 10_000
IMMEDIATE = "immediate"
"""Execution option: take the write lock when the transaction begins, not at its first write."""

UNGUARDED_TABLES = frozenset({"guest_search", "list_row", "number_block", "photo", "print_item"})
"""What may change without an entry: derived, or told by the entry of what it belongs to.

Every other table is guarded, also one nobody has thought of here. A test holds it to the models.
"""
_CHANGES = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r"\s+(?:\"?main\"?\.)?[\"'`\[]?(\w+)",
    re.IGNORECASE,
)
_LIFTED = "journal guard lifted"


class JournalBypassedError(Exception):
    """A statement tried to change a journaled table outside the unit of work: a bug."""


def make_engine(path: Path) -> Engine:
    """Return the engine for the event file at ``path``, with the guard on."""
    engine = create_engine(
        f"sqlite+pysqlite:///{path}",
        module=sqlite_driver,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _guard)
    return engine


def lift_guard(connection: Connection, *, lifted: bool) -> None:
    """Lift or restore the guard on one connection; the journal's flush hooks call this."""
    connection.info[_LIFTED] = lifted


def _prepare(driver_connection: Any, _entry: ConnectionPoolEntry) -> None:
    # The driver must not open transactions by itself: _begin chooses the kind.
    driver_connection.isolation_level = None
    cursor = driver_connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-8000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    lift_guard(connection, lifted=False)
    immediate = connection.get_execution_options().get(IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
    if immediate:
        # Records of one unit of work refer to each other; the order of the inserts is not ours.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def _guard(
    connection: Connection,
    _cursor: Any,
    statement: str,
    _parameters: Any,
    _context: Any,
    _many: bool,  # noqa: FBT001 - SQLAlchemy's signature
) -> None:
    if statement.startswith(("SELECT", "PRAGMA", "BEGIN")) or connection.info.get(_LIFTED):
        return
    for table in _CHANGES.findall(statement):
        if table.lower() not in UNGUARDED_TABLES:
            raise JournalBypassedError(
                f"{table} changes only through the unit of work: {statement[:120]}"
            )
