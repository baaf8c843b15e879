"""What the check-in desk does beside scanning, filled in by ``launch``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qhsign.domain.guest import Category
from qhsign.services.guest_records import DoorBadge, RegisteredGuest
from qhsign.ui.check_in.check_in_provider import CheckInProvider


@dataclass(frozen=True, slots=True)
class NewGuest:
    """Somebody at the door as the desk wrote them down."""

    name: str
    organization: str
    title: str
    category: Category


@dataclass(frozen=True, slots=True)
class CounterProvider:
    """``register`` enters a guest (现场登记) at a desk of that name.

    ``print_badge`` takes a guest's number and a folder. ``rehearsal`` holds the same functions as
    the desk has for scanning, but what they record is a rehearsal's (演练) and never counts.
    """

    register: Callable[[NewGuest, str], RegisteredGuest]
    print_badge: Callable[[int, Path], DoorBadge]
    rehearsal: CheckInProvider
