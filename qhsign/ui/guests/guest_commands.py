"""What a person can ask of the guest screen."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command
from qhsign.ui.translation import QT_TRANSLATE_NOOP

GUESTS = "guests"


class GuestScreen(Protocol):
    """What these commands ask of the screen."""

    @property
    def is_free(self) -> bool:
        """Whether nothing lies over the table."""

    def focus_search(self) -> None:
        """Put the cursor into the search field."""

    def clear_filters(self) -> None:
        """Show every guest."""

    def choose_columns(self) -> None:
        """Open the choice of columns."""

    def change_ticked(self) -> None:
        """Ask what is to be changed for the ticked guests."""

    def take_back(self) -> None:
        """Take back the last change of the table."""


def guest_commands(screen: GuestScreen) -> Sequence[Command]:
    """Return the commands of the guest screen."""

    def free() -> bool:
        return screen.is_free

    return (
        Command(
            "search-guests", QT_TRANSLATE_NOOP("Commands", "Search guests"), "Ctrl+F", "search",
            GUESTS, free, screen.focus_search,
        ),
        Command(
            "clear-filters", QT_TRANSLATE_NOOP("Commands", "Clear the filters"), "Ctrl+Backspace",
            "filter", GUESTS, free, screen.clear_filters,
        ),
        Command(
            "guest-columns", QT_TRANSLATE_NOOP("Commands", "Choose the columns"), "Ctrl+Shift+C",
            "columns", GUESTS, free, screen.choose_columns,
        ),
        Command(
            "change-ticked-guests", QT_TRANSLATE_NOOP("Commands", "Change the ticked guests"),
            "Ctrl+Shift+E", "pencil", GUESTS, free, screen.change_ticked,
        ),
        Command(
            "take-back-guests", QT_TRANSLATE_NOOP("Commands", "Undo the change"), "Ctrl+Z", "undo",
            GUESTS, free, screen.take_back,
        ),
    )  # fmt: skip
