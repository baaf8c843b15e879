"""What a person can ask of the overview."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

OVERVIEW = "overview"


class OverviewScreen(Protocol):
    """What these commands ask of the screen."""

    def read_again(self) -> None:
        """Read the figures again."""

    def save_chart(self) -> None:
        """Ask for a file and save the arrivals there as a picture."""


def overview_commands(screen: Later[OverviewScreen]) -> Sequence[Command]:
    """Return the commands of the overview."""
    return (
        Command(
            "read-again", QT_TRANSLATE_NOOP("Commands", "Read the figures again"), "F5", "refresh",
            OVERVIEW, always, lambda: screen().read_again(),
        ),
        Command(
            "save-chart", QT_TRANSLATE_NOOP("Commands", "Save the arrivals as a picture"),
            "Ctrl+S", "picture", OVERVIEW, always, lambda: screen().save_chart(),
        ),
    )  # fmt: skip
