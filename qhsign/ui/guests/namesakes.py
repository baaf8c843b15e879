"""Who on the list has the name that is being written: so that nobody is entered twice."""

from collections.abc import Sequence

from qhsign.domain.names import name_key
from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow

MOST = 8
_SHORTEST = 2


def namesakes(rows: Sequence[GuestRow], name: str, most: int) -> Sequence[GuestRow]:
    """Return the guests of that name, those who are called exactly so first.

    A name in Latin letters also finds pinyin and Latin names. One character alone finds nobody:
    half the list would have it.
    """
    written = name_key(name)
    if len(written) < _SHORTEST:
        return ()
    matches = matcher(name.strip())
    latin = written.isascii()
    exact, near = [], []
    for row in rows:
        if not matches(row.search_text):
            continue
        key = name_key(row.full_name)
        if key == written:
            exact.append(row)
        elif written in key or (latin and _sounds(row, written)):
            near.append(row)
    return (exact + near)[:most]


def _sounds(row: GuestRow, written: str) -> bool:
    """Say whether a name in Latin letters is this guest's; a phone or a house is no name."""
    return written in name_key(row.latin_name) or written.isalpha()
