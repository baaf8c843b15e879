"""Searching the guests in memory: plain code over rows."""

from collections.abc import Callable, Sequence

from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow


def search(rows: Sequence[GuestRow], query: str, most: int | None = None) -> Sequence[GuestRow]:
    """Return the rows a query finds, all of them for an empty one; stop after ``most``."""
    if not query.strip():
        return rows if most is None else rows[:most]
    matches: Callable[[str], bool] = matcher(query)
    if most is None:
        return [row for row in rows if matches(row.search_text)]
    found: list[GuestRow] = []
    for row in rows:
        if matches(row.search_text):
            found.append(row)
            if len(found) == most:
                break
    return found
