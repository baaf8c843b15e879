"""One person under several records: guests that were joined into another (notes §10).

Joining is an alias, not a deletion: the record stays, with its number and its history, and
everything that asks for it finds the guest who remains. What lists people, counts them or
matches them asks here.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from qhsign.store.schema import Guest

STANDING = Guest.joined_into.is_(None)
"""The condition on records that are people of their own: what lists and counts go by."""

_RECORDS = (
    select(Guest.id, Guest.joined_into)
    .where((Guest.id == bindparam("person")) | (Guest.joined_into == bindparam("person")))
    .order_by(Guest.id)
)
"""A record, with those joined into it."""
_ValueT = TypeVar("_ValueT")


def who_remains(session: Session, guest: Guest) -> Guest:
    """Return the guest a record stands for: itself, or whom it was joined into."""
    return session.get_one(Guest, guest.joined_into) if guest.joined_into else guest


def joined(session: Session) -> dict[str, str]:
    """Return the records that were joined, by id, with the id of who remains."""
    query = select(Guest.id, Guest.joined_into).where(Guest.joined_into.is_not(None))
    return {record: str(into) for record, into in session.execute(query)}


def records_of(session: Session, guest: str) -> tuple[str, ...]:
    """Return the ids of every record of a person, first that of who remains.

    ``guest`` may be any of them; an id nobody has stands for itself.
    """
    found = dict(session.execute(_RECORDS, {"person": guest}).all())
    into = found.get(guest)
    if into is not None:
        found, guest = dict(session.execute(_RECORDS, {"person": into}).all()), into
    found.pop(guest, None)
    return (guest, *found)


def numbers_that_remain(session: Session, numbers: Iterable[int]) -> tuple[int, ...]:
    """Return guest numbers with those of joined records replaced by that of who remains.

    Each stands once; a number nobody has stays as it is.
    """
    into = aliased(Guest)
    query = select(Guest.number, into.number).join(into, into.id == Guest.joined_into)
    instead = dict(session.execute(query).all())
    return tuple(dict.fromkeys(instead.get(number, number) for number in numbers))


def by_person(
    found: Mapping[str, _ValueT], joined_into: Mapping[str, str]
) -> dict[str, list[_ValueT]]:
    """Gather what was found by record under the person each record stands for."""
    gathered: dict[str, list[_ValueT]] = {}
    for record, value in found.items():
        gathered.setdefault(joined_into.get(record, record), []).append(value)
    return gathered
