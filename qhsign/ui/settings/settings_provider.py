"""What the settings screen is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.domain.guest import Category
    from qhsign.services.check_in_records import ActivityRow
    from qhsign.services.setting_records import CategoryLookRow, FigureRow, ZoneRow

Texts = Mapping[str, str]
"""What is set, each value as text in the form ``event set`` and ``activity set`` take it."""


@dataclass(frozen=True, slots=True)
class CategoryProvider:
    """``usual`` gives the looks of an event that chose nothing; an empty text sets them again."""

    read: "Callable[[], Sequence[CategoryLookRow]]"
    write: "Callable[[Category, Texts], CategoryLookRow]"
    usual: "Sequence[CategoryLookRow]"


@dataclass(frozen=True, slots=True)
class ZoneProvider:
    """``write`` takes a letter, which may be new, and what to change."""

    read: "Callable[[], Sequence[ZoneRow]]"
    write: "Callable[[str, Texts], ZoneRow]"
    remove: "Callable[[str], ZoneRow]"
    put_back: "Callable[[ZoneRow], ZoneRow]"


@dataclass(frozen=True, slots=True)
class FigureProvider:
    """Published figures by their ids; ``remove`` gives what was taken away."""

    read: "Callable[[], Sequence[FigureRow]]"
    add: "Callable[[Texts], FigureRow]"
    write: "Callable[[str, Texts], FigureRow]"
    remove: "Callable[[str], FigureRow]"


@dataclass(frozen=True, slots=True)
class SettingsProvider:
    """Everything runs on the data worker; a problem leaves the event as it was.

    ``set_event`` returns all of the event's settings. ``set_activity`` takes an activity's number,
    or a new name, and what to change. ``zones`` gives letters with their words.
    """

    event: Callable[[], Texts]
    set_event: Callable[[Texts], Texts]
    activities: Callable[[], Sequence["ActivityRow"]]
    set_activity: Callable[[str, Texts], "ActivityRow"]
    remove_activity: Callable[[str], None]
    zones: Callable[[], Sequence[tuple[str, str]]]
    categories: CategoryProvider | None = None
    zone_book: ZoneProvider | None = None
    figures: FigureProvider | None = None
