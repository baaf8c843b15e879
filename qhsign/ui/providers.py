"""What the screens are given: plain functions over the open event, filled in by ``launch``.

Every function blocks and is called on the data worker; none touches Qt. Each may raise
``ProblemForUser``, which the screen shows in place.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.check_in_records import ActivityRow
    from qhsign.services.guest_records import Arrival, ReadGuests
    from qhsign.services.setting_records import CategoryLookRow
    from qhsign.ui.ceremony.ceremony_provider import CeremonyProvider
    from qhsign.ui.check_in.check_in_provider import CheckInProvider
    from qhsign.ui.check_in.counter_provider import CounterProvider
    from qhsign.ui.export.export_provider import ExportProvider
    from qhsign.ui.guest_panel.guest_panel_provider import GuestPanelProvider
    from qhsign.ui.guests.delegation_provider import DelegationProvider
    from qhsign.ui.guests.guest_table_provider import GuestTableProvider
    from qhsign.ui.lists.list_provider import ListProvider
    from qhsign.ui.overview.overview_provider import OverviewProvider
    from qhsign.ui.palette.palette_provider import PaletteProvider
    from qhsign.ui.prints.print_provider import PrintProvider
    from qhsign.ui.reports.report_provider import ReportProvider
    from qhsign.ui.settings.settings_provider import SettingsProvider
    from qhsign.ui.shift.shift_provider import ShiftProvider

ORDERS = (
    "surname-strokes",
    "full-name-strokes",
    "pinyin",
    "precedence",
    "country",
    "arranged",
)


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the top bar says of the open event, and the zone its times are shown in.

    ``categories`` are the looks of its badge categories.
    """

    short_title: str
    title: str
    is_demo: bool
    path: Path
    time_zone: tzinfo | None = None
    categories: Sequence["CategoryLookRow"] = ()


@dataclass(frozen=True, slots=True)
class GuestProvider:
    """``load_guests`` takes one of ORDERS and returns every guest in that order;
    ``arrivals`` takes an activity's id and returns first arrivals by guest id."""  # noqa: D205, D209 - two functions, one sentence each

    load_guests: Callable[[str], "ReadGuests"]
    arrivals: Callable[[str], Mapping[str, "Arrival"]]


@dataclass(frozen=True, slots=True)
class WindowProviders:
    """Everything the window needs of one open event.

    ``close`` is called on the data worker when the event is left. ``changed_outside`` says whether
    another program has written to the file since it was last asked. ``liaisons`` gives the names of
    those who look after guests, by guest id.
    """

    event_facts: EventFacts
    activities: Callable[[], Sequence["ActivityRow"]]
    guests: GuestProvider
    check_in: "CheckInProvider"
    close: Callable[[], None]
    changed_outside: Callable[[], bool] | None = None
    counter: "CounterProvider | None" = None
    overview: "OverviewProvider | None" = None
    prints: "PrintProvider | None" = None
    palette: "PaletteProvider | None" = None
    settings: "SettingsProvider | None" = None
    shift: "ShiftProvider | None" = None
    lists: "ListProvider | None" = None
    exports: "ExportProvider | None" = None
    guest_panel: "GuestPanelProvider | None" = None
    liaisons: Callable[[Sequence[str]], Mapping[str, str]] | None = None
    guest_table: "GuestTableProvider | None" = None
    delegations: "DelegationProvider | None" = None
    reports: "ReportProvider | None" = None
    ceremony: "CeremonyProvider | None" = None
