"""Writing many rows at once: journal entries, provenance, what search looks in."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table


def insert_rows(
    connection: Connection, table: Any, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Insert rows given as tuples in the order of ``columns``, values as SQLite stores them.

    Ten thousand rows go straight to the driver: preparing each through the statement compiler took
    longer than writing it. The guard sees the statement like any other.
    """
    prepared = list(rows)
    if prepared:
        connection.exec_driver_sql(_statement(table, tuple(columns)), prepared)


@cache
def _statement(table: Table, columns: tuple[str, ...]) -> str:
    known = set(table.columns.keys())
    unknown = set(columns) - known
    if unknown:
        raise ValueError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    places = ", ".join("?" * len(columns))
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - names checked against the table
