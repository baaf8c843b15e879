"""Knowing the rows of a list again that tell nobody apart: a bare name sent a second time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.matching import GuestMatch
from qhsign.store.schema import ListImport, ListRow

_AT_ONCE = 500  # SQLite takes only so many parameters in one statement


def find_same_rows(
    session: Session,
    matches: Sequence[GuestMatch],
    said: Mapping[int, str],
    import_number: int | None,
) -> list[GuestMatch]:
    """Return the matches with the guests found again by rows an earlier list sent word for word.

    A name alone never joins two people, but a list sent again changes nothing: of the lists that
    hold at least half of these guests the one that holds most is asked for rows that say the very
    same. ``said`` gives what each row says by the place of its match; ``import_number`` allows
    only one list, 0 none.
    """
    open_places = [place for place, match in enumerate(matches) if match.suspected]
    if not open_places or import_number == 0:
        return list(matches)
    known = {match.guest for match in matches if match.guest}
    wanted = {guest for place in open_places for guest in matches[place].suspected}
    best: dict[int, str] = {}
    most = 0
    for rows in _rows_by_import(session, import_number, known | wanted):
        found = _found(matches, open_places, said, rows)
        shared = len(known & rows.keys()) + len(found)
        if found and shared >= most and shared * 2 >= len(matches):
            best, most = found, shared
    again = set(best.values())
    return [
        replace(match, guest=best[place], suspected=())
        if place in best
        else replace(match, suspected=tuple(g for g in match.suspected if g not in again))
        for place, match in enumerate(matches)
    ]


def _found(
    matches: Sequence[GuestMatch],
    open_places: Sequence[int],
    said: Mapping[int, str],
    rows: Mapping[str, str | None],
) -> dict[int, str]:
    """Give each open match the first free guest of whom the earlier list said the same."""
    found: dict[int, str] = {}
    for place in open_places:
        taken = set(found.values())
        guest = next(
            (
                guest
                for guest in matches[place].suspected
                if guest not in taken and rows.get(guest) == said[place]
            ),
            None,
        )
        if guest is not None:
            found[place] = guest
    return found


def _rows_by_import(
    session: Session, number: int | None, guests: set[str]
) -> Iterator[Mapping[str, str | None]]:
    """Yield what each standing guest list said of these guests, by guest, oldest list first."""
    rows: defaultdict[int, dict[str, str | None]] = defaultdict(dict)
    ids = sorted(guests)
    for start in range(0, len(ids), _AT_ONCE):
        part = (
            select(ListImport.number, ListRow.entity_id, ListRow.content)
            .join(ListRow, ListRow.import_id == ListImport.id)
            .where(
                ListImport.kind == "guests",
                ListImport.undone_at.is_(None),
                ListRow.entity_id.in_(ids[start : start + _AT_ONCE]),
            )
        )
        if number is not None:
            part = part.where(ListImport.number == number)
        for each, guest, content in session.execute(part):
            rows[each][guest] = content
    for each in sorted(rows):
        yield rows[each]
