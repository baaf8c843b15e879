"""What a person can ask of the guest screen."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command
from qhsign.ui.later import Later
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

    def save_filter(self) -> None:
        """Ask for a name for what is shown."""

    def choose_columns(self) -> None:
        """Open the choice of columns."""

    def add_guest(self) -> None:
        """Ask who is to be added by hand."""

    def change_ticked(self) -> None:
        """Ask what is to be changed for the ticked guests."""

    def take_back(self) -> None:
        """Take back the last change of the table."""

    def show_delegations(self) -> None:
        """Show the list of delegations."""

    def edit_cell(self) -> None:
        """Edit the current cell of the table."""

    def open_wizard(self) -> None:
        """Import a list."""

    def open_export(self) -> None:
        """Ask what is to be written to a file, and for whom."""

    def ask_photo_folder(self) -> None:
        """Ask for a folder of photos, and look at it."""

    def join_guest(self) -> None:
        """Join the two ticked guests, else the current one with another."""


def guest_commands(screen: Later[GuestScreen]) -> Sequence[Command]:
    """Return the commands of the guest screen."""

    def free() -> bool:
        return screen.tells(lambda guests: guests.is_free, unbuilt=True)

    return (
        Command(
            "search-guests", QT_TRANSLATE_NOOP("Commands", "Search guests"), "Ctrl+F", "search",
            GUESTS, free, lambda: screen().focus_search(),
        ),
        Command(
            "clear-filters", QT_TRANSLATE_NOOP("Commands", "Clear the filters"), "Ctrl+Backspace",
            "filter", GUESTS, free, lambda: screen().clear_filters(),
        ),
        Command(
            "save-filter", QT_TRANSLATE_NOOP("Commands", "Save the filter"), "Ctrl+Shift+S", "star",
            GUESTS, free, lambda: screen().save_filter(),
        ),
        Command(
            "guest-columns", QT_TRANSLATE_NOOP("Commands", "Choose the columns"), "Ctrl+Shift+C",
            "columns", GUESTS, free, lambda: screen().choose_columns(),
        ),
    )  # fmt: skip


def list_commands(screen: Later[GuestScreen]) -> Sequence[Command]:
    """Return the commands of lists in and out, where the event can take and give them."""

    def free() -> bool:
        return screen.tells(lambda guests: guests.is_free, unbuilt=True)

    return (
        Command(
            "import-list", QT_TRANSLATE_NOOP("Commands", "Import a list"), "Ctrl+I", "import",
            GUESTS, free, lambda: screen().open_wizard(),
        ),
        Command(
            "export-list", QT_TRANSLATE_NOOP("Commands", "Export a list"), "Ctrl+E", "export",
            GUESTS, free, lambda: screen().open_export(),
        ),
    )  # fmt: skip


def change_commands(screen: Later[GuestScreen]) -> Sequence[Command]:
    """Return the commands that change guests in the table, where the event can be changed."""

    def free() -> bool:
        return screen.tells(lambda guests: guests.is_free, unbuilt=True)

    return (
        Command(
            "add-guest", QT_TRANSLATE_NOOP("Commands", "New guest"), "Ctrl+N", "plus", GUESTS, free,
            lambda: screen().add_guest(),
        ),
        Command(
            "change-ticked-guests", QT_TRANSLATE_NOOP("Commands", "Change the ticked guests"),
            "Ctrl+Shift+E", "pencil", GUESTS, free, lambda: screen().change_ticked(),
        ),
        Command(
            "edit-guest-cell", QT_TRANSLATE_NOOP("Commands", "Edit the cell"), "F2", "pencil",
            GUESTS, free, lambda: screen().edit_cell(),
        ),
        Command(
            "take-back-guests", QT_TRANSLATE_NOOP("Commands", "Undo the change"), "Ctrl+Z", "undo",
            GUESTS, free, lambda: screen().take_back(),
        ),
    )  # fmt: skip


def panel_commands(screen: Later[GuestScreen]) -> Sequence[Command]:
    """Return the commands of single guests and their photos, where the event can be changed."""

    def free() -> bool:
        return screen.tells(lambda guests: guests.is_free, unbuilt=True)

    return (
        Command(
            "photos-from-folder", QT_TRANSLATE_NOOP("Commands", "Take photos from a folder"),
            "Ctrl+Shift+P", "picture", GUESTS, free, lambda: screen().ask_photo_folder(),
        ),
        Command(
            "join-guests", QT_TRANSLATE_NOOP("Commands", "Join with another guest"), "Ctrl+J",
            "join", GUESTS, free, lambda: screen().join_guest(),
        ),
    )  # fmt: skip


def delegation_commands(screen: Later[GuestScreen]) -> Sequence[Command]:
    """Return the command of the list of delegations, where the event can give it."""

    def free() -> bool:
        return screen.tells(lambda guests: guests.is_free, unbuilt=True)

    return (
        Command(
            "delegations", QT_TRANSLATE_NOOP("Commands", "Delegations"), "Ctrl+Shift+D", "list",
            GUESTS, free, lambda: screen().show_delegations(),
        ),
    )  # fmt: skip
