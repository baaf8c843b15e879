"""What the check-in desk does beside scanning, filled in by ``launch``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from qhsign.domain.guest import Category
    from qhsign.services.guest_records import DoorBadge, RegisteredGuest
    from qhsign.services.late_sheet_records import Sheet, SheetLine
    from qhsign.ui.check_in.check_in_provider import CheckInProvider


@dataclass(frozen=True, slots=True)
class NewGuest:
    """Somebody at the door as the desk wrote them down."""

    name: str
    organization: str
    title: str
    category: "Category"


class ReadSheet(Protocol):
    """Tell whom each line of a paper sheet means."""

    def __call__(self, activity_id: str, text: str, day: date, at: time) -> Sequence["SheetLine"]:
        """Return the lines; nothing is stored."""


@dataclass(frozen=True, slots=True)
class LateSheetProvider:
    """补签: ``now`` is the moment in the event's zone.

    ``enter`` takes an activity's id, the arrivals by guest id and the desk; ``annul`` takes a
    sheet's id and a reason, and returns how many it annulled.
    """

    now: Callable[[], datetime]
    read: ReadSheet
    enter: Callable[[str, Mapping[str, datetime], str], "Sheet"]
    annul: Callable[[str, str], int]


@dataclass(frozen=True, slots=True)
class CounterProvider:
    """``register`` enters a guest (现场登记) at a desk of that name.

    ``print_badge`` takes a guest's number and a folder. ``rehearsal`` holds the same functions as
    the desk has for scanning, but what they record is a rehearsal's (演练) and never counts.
    """

    register: Callable[[NewGuest, str], "RegisteredGuest"]
    print_badge: Callable[[int, Path], "DoorBadge"]
    rehearsal: "CheckInProvider"
    late: LateSheetProvider
