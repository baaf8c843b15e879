"""What a person can ask of the follow-up after the fair."""

from collections.abc import Sequence
from typing import Protocol, cast

from qhsign.ui.ceremony.ceremony_commands import CEREMONY, FOLLOW_UP
from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

CONTRACTS, RATES, EDITIONS = range(3)
"""The views of the follow-up."""


class FollowUpScreen(Protocol):
    """What these commands ask of the follow-up."""

    def show_view(self, view: int) -> None:
        """Bring a view to the front and the keyboard to it."""

    def search(self) -> None:
        """Put the cursor into the search of the contracts."""

    def enter_payment(self) -> None:
        """Ask for a payment of the current contract."""

    def import_list(self) -> None:
        """Bring up the import of a follow-up list."""

    def print_list(self) -> None:
        """Ask where the follow-up list shall be written."""

    def save_picture(self) -> None:
        """Keep the charts in front as a picture."""


class PartedScreen(Protocol):
    """What these commands ask of the screen around the follow-up."""

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""

    def part(self, which: int) -> object:
        """Return one of the parts."""


def follow_up_commands(screen: Later[PartedScreen]) -> Sequence[Command]:
    """Return the commands of the follow-up; each brings it to the front first."""

    def part() -> FollowUpScreen:
        page = screen()
        page.go_to(FOLLOW_UP)
        return cast("FollowUpScreen", page.part(FOLLOW_UP))

    return (
        Command(
            "follow-up-contracts", QT_TRANSLATE_NOOP("Commands", "Follow-up: contracts"), "Alt+5",
            "contract", CEREMONY, always, lambda: part().show_view(CONTRACTS),
        ),
        Command(
            "follow-up-rates", QT_TRANSLATE_NOOP("Commands", "Follow-up: rates"), "Alt+6",
            "overview", CEREMONY, always, lambda: part().show_view(RATES),
        ),
        Command(
            "follow-up-editions", QT_TRANSLATE_NOOP("Commands", "Follow-up: editions"), "Alt+7",
            "calendar", CEREMONY, always, lambda: part().show_view(EDITIONS),
        ),
        Command(
            "follow-up-search", QT_TRANSLATE_NOOP("Commands", "Search the followed contracts"),
            "Alt+F", "search", CEREMONY, always, lambda: part().search(),
        ),
        Command(
            "follow-up-payment", QT_TRANSLATE_NOOP("Commands", "Enter funds in place"), "Alt+M",
            "figures", CEREMONY, always, lambda: part().enter_payment(),
        ),
        Command(
            "follow-up-import", QT_TRANSLATE_NOOP("Commands", "Import a follow-up list"), "Alt+I",
            "import", CEREMONY, always, lambda: part().import_list(),
        ),
        Command(
            "follow-up-print", QT_TRANSLATE_NOOP("Commands", "Print the follow-up list"), "Alt+L",
            "print", CEREMONY, always, lambda: part().print_list(),
        ),
        Command(
            "follow-up-picture", QT_TRANSLATE_NOOP("Commands", "Save the charts as a picture"),
            "Alt+G", "picture", CEREMONY, always, lambda: part().save_picture(),
        ),
    )  # fmt: skip
