"""Putting guests in one of the orders (礼宾次序)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import lt
from typing import Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import ordering
from qhsign.domain.name_reading import reading_of
from qhsign.domain.ordering import Order, stand_ins
from qhsign.domain.stroke_texts import stroke_texts
from qhsign.services import reference
from qhsign.services.guest_records import GuestRow
from qhsign.store.schema import Guest


@dataclass(frozen=True, slots=True)
class _Placed:
    """What the orders look at."""

    full_name: str
    syllables: tuple[str, ...]
    number: str
    rank_level: int | None = None
    rank_seq: int | None = None
    credentials_date: date | None = None
    arranged: int | None = None
    country: str | None = None
    stand_in: str | None = None


class Listed(Protocol):
    """What a line of a list of guests must show to be put in order."""

    @property
    def id(self) -> str:
        """The guest."""

    @property
    def label(self) -> str:
        """The guest's number as people read it."""

    @property
    def full_name(self) -> str:
        """The name as it stands."""

    @property
    def reading(self) -> str:
        """The pinyin, syllables apart; only the order by pinyin looks at it."""


_ListedT = TypeVar("_ListedT", bound=Listed)
_BY_STROKES = {Order.SURNAME_STROKES, Order.FULL_NAME_STROKES}
_BY_STANDING = {Order.PRECEDENCE, Order.COUNTRY, Order.ARRANGED}


@dataclass(frozen=True, slots=True)
class Unranked:
    """A guest whose name holds characters without a place in stroke order: sorted last."""

    number: str
    full_name: str
    characters: str


def unranked(session: Session, rows: Sequence[GuestRow], order: Order) -> list[Unranked]:
    """Return the guests a stroke order could not place, for staff to give a stand-in."""
    if order not in _BY_STROKES:
        return []
    table = reference.order_tables().strokes
    doubtful = set(table.unranked("".join(set("".join(row.full_name for row in rows)))))
    if not doubtful:
        return []
    entered = _stand_ins(session)
    return [
        Unranked(row.label, row.full_name, "".join(lacking))
        for row in rows
        if not doubtful.isdisjoint(row.full_name)
        and (lacking := table.unranked(row.full_name, entered.get(row.id)))
    ]


def _stand_ins(session: Session) -> dict[str, str]:
    """Return what staff entered as stand-ins, by guest: hardly one in six thousand has any."""
    query = select(Guest.id, Guest.stroke_stand_in).where(Guest.stroke_stand_in != "")
    return {row.id: row.stroke_stand_in for row in session.execute(query)}


def in_order(session: Session, rows: Iterable[_ListedT], order: Order) -> list[_ListedT]:
    """Return the rows in this order; characters without a stroke rank sort last."""
    if order in _BY_STROKES:
        listed = list(rows)
        labels = [row.label for row in listed]
        if all(map(str.isdecimal, labels)):
            return _by_strokes(session, listed, labels, blank=order is Order.SURNAME_STROKES)
        rows = listed
    query = select(
        Guest.id, Guest.rank_level, Guest.rank_seq, Guest.credentials_date, Guest.arranged,
        Guest.country, Guest.stroke_stand_in,
    )  # fmt: skip
    if order not in _BY_STANDING:
        # Names decide, and of six thousand guests hardly one has a stand-in.
        query = query.where(Guest.stroke_stand_in != "")
    more = {row.id: row for row in session.connection().execute(query)}
    key = ordering.sort_key(order, reference.order_tables())

    def place(row: _ListedT) -> tuple[object, ...]:
        known = more.get(row.id)
        name, syllables = row.full_name, tuple(row.reading.split())
        if known is None:
            return key(_Placed(name, syllables, row.label))
        _, level, seq, credentials, arranged, country, stand_in = known
        return key(
            _Placed(
                name,
                syllables,
                row.label,
                level,
                seq,
                credentials,
                arranged,
                country,
                stand_in or None,
            )
        )

    return sorted(rows, key=place)


def _by_strokes(
    session: Session, listed: Sequence[_ListedT], labels: Sequence[str], *, blank: bool
) -> list[_ListedT]:
    """Return the rows in stroke order, by number and name where the strokes are the same."""
    table, entered = reference.order_tables().strokes, _stand_ins(session)
    numbers = list(map(int, labels))
    rows: Sequence[_ListedT] = listed
    if not all(map(lt, numbers, numbers[1:])):
        numbered = list(zip(numbers, labels, (row.full_name for row in listed), strict=True))
        rows = [listed[place] for place in sorted(range(len(listed)), key=numbered.__getitem__)]
    lent = {
        place: stand_ins(row.full_name, entered[row.id], table)
        for place, row in enumerate(rows if entered else ())
        if row.id in entered
    }
    texts = stroke_texts([row.full_name for row in rows], table, lent, blank=blank)
    return [rows[place] for place in sorted(range(len(rows)), key=texts.__getitem__)]


def names_in_order(names: Iterable[str], order: Order) -> list[str]:
    """Return names of groups in an order of names; another order leaves them as they come."""
    if order in _BY_STANDING:
        return list(names)
    key = ordering.sort_key(order, reference.order_tables())

    def place(name: str) -> tuple[object, ...]:
        reading = reading_of(name, None, reference.reading_tables())
        return key(_Placed(name, reading.syllables, ""))

    return sorted(names, key=place)
