"""The presidium (主席台) of guests by precedence, as the audience sees it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import seating
from qhsign.domain.ordering import Order
from qhsign.domain.seating import Custom, EvenPresidium
from qhsign.services import batches, events, guests, one_person, stage_cast
from qhsign.services.desk import Desk
from qhsign.services.guest_order import in_order
from qhsign.services.guest_records import GuestRow
from qhsign.services.presidium_records import PresidiumLook, PresidiumSeat
from qhsign.services.print_ledger import DONE
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, Presidium, PrintItem, Slate


def seat(
    desk: Desk,
    numbers: Sequence[int],
    *,
    international: bool = False,
    order: Order = Order.PRECEDENCE,
) -> list[PresidiumSeat]:
    """Seat guests at the presidium, from left to right as the audience sees them.

    An even row follows the event's setting ``even_presidium``; nothing is stored. Raises
    ProblemForUser ``guest-unknown``.
    """
    with desk.read() as session:
        ranked = _ranked(session, numbers, order)
        return _seated(ranked, _even(session), international=international)


def look(desk: Desk, batch: str) -> PresidiumLook:
    """Return the presidium of the ceremony a batch belongs to, as it was stored last.

    Raises ProblemForUser ``batch-unknown`` or ``batch-ambiguous``.
    """
    with desk.read() as session:
        return look_in(session, batches.find(session, batch))


def arrange(
    desk: Desk, batch: str, numbers: Sequence[int], *, international: bool
) -> PresidiumLook:
    """Store who sits at the presidium of a batch's ceremony, by precedence, and the custom.

    A version that was printed is never changed: what differs from it is the next one. Raises
    ProblemForUser ``guest-unknown`` or as `look`.
    """
    with desk.write("presidium arrange") as session:
        found = batches.find(session, batch)
        people = [row.id for row in _ranked(session, numbers, Order.PRECEDENCE)]
        _store(session, desk, found, people, international=international)
        session.flush()
        return look_in(session, found, session.pen.operation if session.pen.started else "")


def kept(desk: Desk, batch: str) -> PresidiumLook:
    """Return the presidium of a batch's ceremony; what is not stored yet is stored now.

    Raises ProblemForUser as `look`.
    """
    found = look(desk, batch)
    if found.is_kept or not found.seats:
        return found
    return arrange(desk, batch, found.numbers, international=found.international)


def look_in(session: Session, batch: Batch, operation: str = "") -> PresidiumLook:
    """Return what `look` does, within a reading."""
    slate = session.get(Slate, batch.slate_id) if batch.slate_id else None
    of = slate.name if slate else batch.name
    held = latest(session, batch)
    if held is None:
        cast = stage_cast.of_batch(session, batch)
        standing = stage_cast.witnesses_of(cast, batch).values()
        numbers = [
            person.guest.number
            for row in standing
            for person in row
            if person.guest and person.guest.is_coming
        ]
        ranked = _ranked(session, numbers, Order.PRECEDENCE)
        seats = _seated(ranked, _even(session), international=False)
        return PresidiumLook(of, 0, international=False, seats=seats, operation=operation)
    ranked = _people(session, held.people)
    return PresidiumLook(
        of,
        held.version,
        held.international,
        _seated(ranked, EvenPresidium(held.even), international=held.international),
        is_printed(session, held),
        held.made_at,
        held.made_by,
        operation,
    )


def latest(session: Session, batch: Batch) -> Presidium | None:
    """Return the last version stored of the presidium of a batch's ceremony."""
    query = select(Presidium).where(Presidium.subject == (batch.slate_id or batch.id))
    return session.scalars(query.order_by(Presidium.version.desc()).limit(1)).one_or_none()


def is_printed(session: Session, held: Presidium) -> bool:
    """Tell whether a version was printed."""
    query = select(PrintItem.id).where(PrintItem.entity_id == held.id, PrintItem.outcome == DONE)
    return session.scalars(query.limit(1)).first() is not None


def _store(
    session: JournaledSession,
    desk: Desk,
    batch: Batch,
    people: list[str],
    *,
    international: bool,
) -> None:
    held, even = latest(session, batch), _even(session).value
    if held is not None:
        if (held.people, held.international, held.even) == (people, international, even):
            return
        if not is_printed(session, held):
            held.people, held.international, held.even = people, international, even
            held.made_at, held.made_by = desk.now(), desk.who
            return
    session.add(
        Presidium(
            subject=batch.slate_id or batch.id,
            version=held.version + 1 if held else 1,
            international=international,
            even=even,
            people=people,
            made_at=desk.now(),
            made_by=desk.who,
        )
    )


def _even(session: Session) -> EvenPresidium:
    return EvenPresidium(events.facts_in(session).even_presidium)


def _ranked(session: Session, numbers: Sequence[int], order: Order) -> list[GuestRow]:
    """Return guests by rank, each once."""
    for number in numbers:
        guests.by_number(session, number)
    wanted = set(one_person.numbers_that_remain(session, numbers))
    return in_order(session, [row for row in guests.rows(session) if row.number in wanted], order)


def _people(session: Session, ids: Sequence[str]) -> list[GuestRow]:
    """Return guests in the order of their ids; who was joined into another is that one."""
    joined = one_person.joined(session)
    rows = {row.id: row for row in guests.rows(session)}
    remaining = dict.fromkeys(joined.get(each, each) for each in ids)
    return [rows[each] for each in remaining if each in rows]


def _seated(
    ranked: Sequence[GuestRow], even: EvenPresidium, *, international: bool
) -> list[PresidiumSeat]:
    custom = Custom.INTERNATIONAL if international else Custom.DOMESTIC
    row = seating.presidium(len(ranked), custom, even)
    return [PresidiumSeat(rank, ranked[rank - 1]) for rank in row]
