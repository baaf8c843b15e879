"""What each export holds: its rows as words, how many, in which order, and how it is headed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain.money import Unit, unit_heading
from qhsign.domain.ordering import Order, order_code
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.roster import Column, Roster
from qhsign.services import events, guests
from qhsign.services.activities import find as find_activity
from qhsign.services.attendance_rows import attendance_lines, attending, seating_lines
from qhsign.services.desk import Desk
from qhsign.services.export_columns import (
    ATTENDANCE_COLUMNS,
    CHECK_IN_COLUMNS,
    CONTRACT_COLUMNS,
    GUEST_COLUMNS,
    SEATING_COLUMNS,
    ExportColumn,
)
from qhsign.services.export_rows import check_in_lines, contract_lines, guest_lines
from qhsign.services.guest_order import Unranked, unranked
from qhsign.services.guest_records import GuestRow
from qhsign.services.guest_selection import GuestSelection, selected
from qhsign.store.schema import Activity, CheckIn

_COLUMNS: Mapping[str, Mapping[str, ExportColumn]] = {
    "guests": GUEST_COLUMNS,
    "attendance": ATTENDANCE_COLUMNS,
    "seating": SEATING_COLUMNS,
    "contracts": CONTRACT_COLUMNS,
    "check-ins": CHECK_IN_COLUMNS,
}
EXPORTS = tuple(_COLUMNS)
PERSONAL = frozenset({"guests", "attendance", "seating", "check-ins"})
"""Exports that hold personal data."""
_TOLD_EVERY = 50  # rows between two words of progress
Say = Callable[..., str]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of an export, how many they are, and what is said of them.

    ``notes`` stand beside the count: which activity, how many have no seat.
    """

    rows: Iterable[Any]
    count: int
    order_note: str = ""
    notes: Sequence[str] = ()
    unit: Unit | None = None
    unranked: Sequence[Unranked] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What content is made for."""

    session: Session
    order: Order
    say: Say
    selection: GuestSelection
    only: Collection[str] | None

    def place(self) -> Activity | None:
        """Return the activity asked for, None for all."""
        named = self.selection.activity
        return find_activity(self.session, named) if named else None

    def guests(self) -> list[GuestRow]:
        """Return the guests chosen."""
        chosen = selected(self.session, self.selection)
        return [
            row
            for row in guests.rows(self.session)
            if (self.only is None or row.id in self.only) and (chosen is None or row.id in chosen)
        ]


def columns_of(what: str) -> Mapping[str, ExportColumn]:
    """Return the columns that one of EXPORTS may have."""
    return _COLUMNS[what]


def chosen_columns(
    what: str, columns: Sequence[str] | None, purpose: str
) -> dict[str, ExportColumn]:
    """Return the columns to write, the usual ones where none are named.

    Raises ProblemForUser ``column-unknown``, or ``purpose-for-columns`` for sensitive ones without
    a purpose.
    """
    known = columns_of(what)
    if columns is None:
        return {name: column for name, column in known.items() if column.usual}
    for name in columns:
        if name not in known:
            raise ProblemForUser("column-unknown", column=name, columns="、".join(known))
    sensitive = [name for name in columns if known[name].sensitive]
    if sensitive and not purpose.strip():
        raise ProblemForUser("purpose-for-columns", columns="、".join(sensitive))
    return {name: known[name] for name in columns}


def content(
    session: Session,
    what: str,
    say: Say,
    *,
    order: Order | None = None,
    only: Collection[str] | None = None,
    selection: GuestSelection | None = None,
) -> Content:
    """Return what an export holds; ``only`` are guests' ids, None for all.

    Raises what `qhsign.services.guest_selection.selected` does.
    """
    wanted = order or Order(events.facts_in(session).guest_order)
    asked = _Asked(session, wanted, say, selection or GuestSelection(), only)
    return _CONTENTS[what](asked)


def roster(
    session: Session,
    desk: Desk,
    what: str,
    chosen: Mapping[str, ExportColumn],
    held: Content,
    say: Say,
    progress: Progress | None = None,
) -> Roster:
    """Return an export as the writers take it; ``progress`` is told rows taken and rows to take."""
    facts = events.facts_in(session)
    today = desk.now().astimezone(facts.zone).date()
    return Roster(
        title=say(f"export-title-{what}", event=facts.title),
        columns=[
            Column(_heading(what, name, held.unit, say), column.width, column.kind)
            for name, column in chosen.items()
        ],
        rows=_values(held, chosen, progress),
        subtitle="　".join(
            (
                say(f"export-count-{what}", count=held.count),
                *held.notes,
                say("export-date", date=today.isoformat()),
            )
        ),
        order_note=held.order_note,
        footer=facts.short_title or facts.title,
        demo_mark=say("demonstration-mark") if facts.is_demonstration else "",
        sheet_name=say(f"export-sheet-{what}"),
    )


def _guests(asked: _Asked) -> Content:
    rows = asked.guests()
    return Content(
        guest_lines(asked.session, rows, asked.order, asked.say),
        len(rows),
        asked.say(order_code(asked.order)),
        unranked=unranked(asked.session, rows, asked.order),
    )


def _attendance(asked: _Asked) -> Content:
    place = asked.place()
    seen = attending(asked.session, place)
    rows = [row for row in asked.guests() if seen.has(row.id)]
    here = sum(row.id in seen.came for row in rows)
    named = place.name if place else asked.say("attendance-any-activity")
    return Content(
        attendance_lines(asked.session, rows, asked.order, asked.say, seen),
        len(rows),
        asked.say(order_code(asked.order)),
        notes=(named, asked.say("attendance-counts", here=here, missing=len(rows) - here)),
        unranked=unranked(asked.session, rows, asked.order),
    )


def _seating(asked: _Asked) -> Content:
    rows = asked.guests()
    lines = seating_lines(asked.session, rows, asked.order, asked.say)
    without = len(rows) - len(lines)
    notes = (asked.say("seating-without", count=without),) if without else ()
    return Content(lines, len(lines), asked.say("order-by-seat"), notes=notes)


def _contracts(asked: _Asked) -> Content:
    listed, unit = contract_lines(asked.session)
    return Content(listed, len(listed), asked.say("order-by-number"), unit=unit)


def _check_ins(asked: _Asked) -> Content:
    session, place = asked.session, asked.place()
    by_person = GuestSelection(asked.selection.category, asked.selection.delegation)
    chosen = selected(session, by_person)
    order = asked.say("order-by-time")
    notes = (place.name,) if place else ()
    if chosen is None:
        query = select(func.count()).select_from(CheckIn)
        if place is not None:
            query = query.where(CheckIn.activity_id == place.id)
        count = session.scalar(query) or 0
        lines = check_in_lines(session, asked.say, place.id if place else None)
        return Content(lines, count, order, notes=notes)
    found = list(check_in_lines(session, asked.say, place.id if place else None, chosen))
    return Content(found, len(found), order, notes=notes)


_CONTENTS: Mapping[str, Callable[[_Asked], Content]] = {
    "guests": _guests,
    "attendance": _attendance,
    "seating": _seating,
    "contracts": _contracts,
    "check-ins": _check_ins,
}


def _heading(what: str, name: str, unit: Unit | None, say: Say) -> str:
    if name == "amount" and unit is not None:
        return say("column-contract-amount-in", unit=unit_heading(unit))
    if name == "funds" and unit is not None:
        return say("column-contract-funds-in", unit=unit_heading(unit))
    return say(f"export-{what}-{name}")


def _values(
    held: Content, chosen: Mapping[str, ExportColumn], progress: Progress | None
) -> Iterator[list[Any]]:
    for place, row in enumerate(held.rows):
        if progress is not None and place % _TOLD_EVERY == 0:
            progress(place, held.count)
        yield [column.value(row) for column in chosen.values()]
