"""What the presidium (主席台) tells: frozen, and cheap to import."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qhsign.services.guest_records import GuestRow


@dataclass(frozen=True, slots=True)
class PresidiumSeat:
    """One seat from the left of the audience's view; ``rank`` 1 is the first in precedence."""

    rank: int
    guest: GuestRow


@dataclass(frozen=True, slots=True)
class PresidiumLook:
    """The presidium of a ceremony; ``of`` names its slate, or the batch that is on none.

    What is not stored yet has ``version`` 0 and no ``made_at``: it begins with the witnesses of the
    batch who are guests. ``operation`` is what an undo takes back, "" where nothing was written.
    """

    of: str
    version: int
    international: bool
    seats: Sequence[PresidiumSeat]
    is_printed: bool = False
    made_at: datetime | None = None
    made_by: str = ""
    operation: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it is stored."""
        return self.version > 0

    @property
    def numbers(self) -> list[int]:
        """The numbers of the guests, the first in precedence first."""
        return [seat.guest.number for seat in sorted(self.seats, key=lambda seat: seat.rank)]
