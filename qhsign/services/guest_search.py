"""What search looks in, kept beside each guest and renewed with every change of one.

A guest is also found by the name and number of records that were joined into it.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Row, delete, select

from qhsign.domain import name_reading, search
from qhsign.services import reference
from qhsign.store.journal import JournaledSession
from qhsign.store.plain_rows import insert_rows
from qhsign.store.schema import Guest, GuestSearch, Organization

_COLUMNS = ("guest_id", "reading", "text")
_AT_ONCE = 500  # SQLite takes only so many parameters in one statement


def refresh(session: JournaledSession) -> None:
    """Renew the search text of every guest this session changed, and of renamed organizations.

    Whom a record was joined into follows the record; whoever takes a joining back notes the guest
    it was joined into, who is not changed by that.
    """
    changes = session.pen.change_set()
    guests = set(changes.ids.get("guest", ()))
    organizations = list(changes.ids.get("organization", ()))
    for part in _parts(organizations):
        guests.update(session.scalars(select(Guest.id).where(Guest.organization_id.in_(part))))
    if not guests:
        return
    for part in _parts(sorted(guests)):
        into = select(Guest.joined_into).where(Guest.id.in_(part), Guest.joined_into.is_not(None))
        guests.update(filter(None, session.scalars(into)))
    tables = reference.reading_tables()
    for part in _parts(sorted(guests)):
        rows = session.execute(
            select(
                Guest.id, Guest.number, Guest.full_name, Guest.latin_name, Guest.country,
                Guest.reading, Guest.organization, Guest.title, Guest.phone, Organization.aliases,
            )
            .join(Organization, Organization.id == Guest.organization_id, isouter=True)
            .where(Guest.id.in_(part))
        ).all()  # fmt: skip
        session.execute(delete(GuestSearch).where(GuestSearch.guest_id.in_(part)))
        entries = _with_joined(session, [_entry(row, tables) for row in rows], part, tables)
        insert_rows(session.connection(), GuestSearch.__table__, _COLUMNS, entries)


def _with_joined(
    session: JournaledSession,
    entries: Sequence[tuple[str, str, str]],
    part: Sequence[str],
    tables: name_reading.ReadingTables,
) -> Sequence[tuple[str, str, str]]:
    """Add to each guest's text the names and numbers of the records joined into it."""
    query = select(
        Guest.joined_into, Guest.number, Guest.full_name, Guest.latin_name, Guest.country,
        Guest.reading,
    ).where(Guest.joined_into.in_(part))  # fmt: skip
    others: dict[str, list[str]] = {}
    for into, number, full_name, latin_name, country, confirmed in session.execute(query):
        reading = name_reading.reading_of(full_name, country, tables, confirmed or None)
        text = search.search_text(
            full_name=full_name, reading=reading, latin_name=latin_name, number=f"{number:05d}"
        )
        others.setdefault(str(into), []).append(text)
    if not others:
        return entries
    return [
        (guest, reading, "\n".join((text, *others.get(guest, ()))))
        for guest, reading, text in entries
    ]


def _entry(row: Row, tables: name_reading.ReadingTables) -> tuple[str, str, str]:  # type: ignore[type-arg] # the columns stand above
    reading = name_reading.reading_of(row.full_name, row.country, tables, row.reading or None)
    text = search.search_text(
        full_name=row.full_name,
        reading=reading,
        latin_name=row.latin_name,
        organization=row.organization,
        aliases=row.aliases or (),
        title=row.title,
        number=f"{row.number:05d}",
        phone=row.phone,
    )
    return row.id, str(reading), text


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
