"""What an event file holds, to be compared before and after."""

from typing import Any

from sqlalchemy import select

from qhsign.services.desk import Desk
from qhsign.store.schema import whole_schema

PEOPLE = ("guest", "organization", "delegation", "invited", "pending_activity", "guest_search")
CONTRACTS = ("contract", "party", "slate", "slate_entry", "batch", "organization")


def dump(desk: Desk, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of these tables, or of all, sorted."""
    known = whole_schema().metadata.tables
    names = tables or tuple(known)
    with desk.read() as session:
        return {
            name: sorted(map(tuple, session.execute(select(known[name]))), key=repr)
            for name in names
        }
