"""Bringing an event file to this program's schema; Alembic, configured in code."""

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from qhsign.shipped_files import shipped
from qhsign.store.engine import IMMEDIATE, lift_guard

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0014"
"""The revision this program writes. A test holds it against db/migrations."""


@cache
def known_revisions() -> frozenset[str]:
    """Return every revision this program can upgrade from, by the names of the shipped files."""
    folder = shipped("db", "migrations", "versions")
    return frozenset(path.name.split("_", 1)[0] for path in folder.glob("[0-9]*.py"))


def upgrade(engine: Engine, revision: str = HEAD) -> None:
    """Upgrade (or, for tests, downgrade) to ``revision`` in one transaction.

    Every step happens or none: SQLite changes its schema inside the transaction.
    """
    from alembic import command  # noqa: PLC0415 - 0.2 s that only an upgrade needs

    with engine.connect().execution_options(**{IMMEDIATE: True}) as connection, connection.begin():
        # A migration rewrites rows that already have their entries; it adds no change of its own.
        lift_guard(connection, lifted=True)
        current = revision_of(connection)
        step = command.upgrade if current is None or revision >= current else command.downgrade
        step(_config(connection), revision)
        lift_guard(connection, lifted=False)


def revision_of(connection: Connection) -> str | None:
    """Return the file's revision, or None where there is no schema yet."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).scalar()
    if not found:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(shipped("db", "migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
