"""One guest as a list gives them."""

from dataclasses import dataclass

from qhsign.domain.guest import Category, Gender, Invitation


@dataclass(frozen=True, slots=True)
class GuestEntry:
    """A guest read from a list; "" and None mean that the list does not say.

    ``arrival`` and ``departure`` are ``2024-07-11`` or ``2024-07-11 15:00`` (local to the event),
    else the words of the list. ``organization`` is as printed; ``rank_level`` as the list words
    it. ``vip`` is True or None: a list marks VIPs and never takes the mark away. ``status`` is
    None where the list has no such column.
    """

    row: int
    full_name: str
    latin_name: str = ""
    gender: Gender | None = None
    salutation: str = ""
    organization: str = ""
    delegation: str = ""
    title: str = ""
    rank_level: str = ""
    category: Category | None = None
    country: str | None = None
    phone: str = ""
    document_type: str = ""
    document_number: str = ""
    arrival: str = ""
    departure: str = ""
    lodging: str = ""
    vehicle: str = ""
    seat: str = ""
    liaison: str = ""
    activities: tuple[str, ...] = ()
    diet: str = ""
    remark: str = ""
    status: Invitation | None = None
    vip: bool | None = None
