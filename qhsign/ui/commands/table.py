"""Every command of the window: one table for the rail, the keys and their list in settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from qhsign.ui.commands.command import Command
from qhsign.ui.translation import QT_TRANSLATE_NOOP

GUESTS, CHECK_IN = "guests", "check-in"


class GuestScreen(Protocol):
    """What commands ask of the guest screen."""

    def focus_search(self) -> None:
        """Put the cursor into the search field."""

    def clear_filters(self) -> None:
        """Show every guest."""


class CheckInScreen(Protocol):
    """What commands ask of the check-in screen."""

    @property
    def may_override(self) -> bool:
        """Whether there is a refusal to overrule."""

    @property
    def may_scan(self) -> bool:
        """Whether an activity is chosen."""

    def find_guest(self) -> None:
        """Search for a guest without a badge."""

    def show_scans(self) -> None:
        """Go to the last scans."""

    def switch_direction(self) -> None:
        """Change between entry and exit."""

    def ask_override(self) -> None:
        """Ask for a supervisor's reason."""


@dataclass(frozen=True, slots=True)
class WindowActs:
    """What commands ask of the window itself."""

    show_page: Callable[[str], None]
    open_file: Callable[[], None]
    show_settings: Callable[[], None]
    close: Callable[[], None]


def command_table(
    acts: WindowActs, guests: GuestScreen, check_in: CheckInScreen
) -> Sequence[Command]:
    """Return the commands of a window with an open event."""
    return (
        Command(
            "show-guests", QT_TRANSLATE_NOOP("Commands", "Guests"), "Ctrl+1", "guests", "",
            _always, lambda: acts.show_page(GUESTS),
        ),
        Command(
            "show-check-in", QT_TRANSLATE_NOOP("Commands", "Check-in"), "Ctrl+2", "check-in", "",
            _always, lambda: acts.show_page(CHECK_IN),
        ),
        Command(
            "search-guests", QT_TRANSLATE_NOOP("Commands", "Search guests"), "Ctrl+F", "search",
            GUESTS, _always, guests.focus_search,
        ),
        Command(
            "clear-filters", QT_TRANSLATE_NOOP("Commands", "Clear the filters"), "Ctrl+Backspace",
            "filter", GUESTS, _always, guests.clear_filters,
        ),
        Command(
            "last-scans", QT_TRANSLATE_NOOP("Commands", "Last scans"), "F2", "list", CHECK_IN,
            _always, check_in.show_scans,
        ),
        Command(
            "find-guest", QT_TRANSLATE_NOOP("Commands", "No badge"), "F3", "search", CHECK_IN,
            lambda: check_in.may_scan, check_in.find_guest,
        ),
        Command(
            "switch-direction", QT_TRANSLATE_NOOP("Commands", "Entry or exit"), "F4", "arrow-out",
            CHECK_IN, lambda: check_in.may_scan, check_in.switch_direction,
        ),
        Command(
            "override", QT_TRANSLATE_NOOP("Commands", "Supervisor lets in"), "F9", "shield",
            CHECK_IN, lambda: check_in.may_override, check_in.ask_override,
        ),
        Command(
            "open-event", QT_TRANSLATE_NOOP("Commands", "Open another event file"), "Ctrl+O",
            "folder", "", _always, acts.open_file,
        ),
        Command(
            "settings", QT_TRANSLATE_NOOP("Commands", "Settings"), "Ctrl+,", "settings", "",
            _always, acts.show_settings,
        ),
        Command(
            "close", QT_TRANSLATE_NOOP("Commands", "Close the window"), "Ctrl+Q", "close", "",
            _always, acts.close,
        ),
    )  # fmt: skip


def _always() -> bool:
    return True
