"""What search looks in, kept beside each guest and renewed with every change of one."""

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
    """Renew the search text of every guest this session changed, and of renamed organizations."""
    changes = session.pen.change_set()
    guests = set(changes.ids.get("guest", ()))
    organizations = list(changes.ids.get("organization", ()))
    for part in _parts(organizations):
        guests.update(session.scalars(select(Guest.id).where(Guest.organization_id.in_(part))))
    if not guests:
        return
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
        entries = [_entry(row, tables) for row in rows]
        insert_rows(session.connection(), GuestSearch.__table__, _COLUMNS, entries)


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
