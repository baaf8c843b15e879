"""The presidium (主席台) of guests by precedence, as the audience sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qhsign.domain import seating
from qhsign.domain.ordering import Order
from qhsign.domain.seating import Custom, EvenPresidium
from qhsign.services import events, guests
from qhsign.services.desk import Desk
from qhsign.services.guest_order import in_order
from qhsign.services.guest_records import GuestRow


@dataclass(frozen=True, slots=True)
class PresidiumSeat:
    """One seat from the left of the audience's view; ``rank`` 1 is the first in precedence."""

    rank: int
    guest: GuestRow


def seat(
    desk: Desk,
    numbers: Sequence[int],
    *,
    international: bool = False,
    order: Order = Order.PRECEDENCE,
) -> list[PresidiumSeat]:
    """Seat guests at the presidium, from left to right as the audience sees them.

    An even row follows the event's setting ``even_presidium``. Raises ProblemForUser
    ``guest-unknown``.
    """
    with desk.read() as session:
        for number in numbers:
            guests.by_number(session, number)
        wanted = set(numbers)
        rows = [row for row in guests.rows(session) if row.number in wanted]
        ranked = in_order(session, rows, order)
        even = EvenPresidium(events.facts_in(session).even_presidium)
    custom = Custom.INTERNATIONAL if international else Custom.DOMESTIC
    row = seating.presidium(len(ranked), custom, even)
    return [PresidiumSeat(rank, ranked[rank - 1]) for rank in row]
