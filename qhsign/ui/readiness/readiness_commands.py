"""What a person can ask of the board, from wherever they are on the screen of the ceremony."""

from collections.abc import Callable, Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.translation import QT_TRANSLATE_NOOP


class ReadinessBoard(Protocol):
    """What these commands ask of the board."""

    def turn_filter(self) -> None:
        """Show only what lacks something, or everything again."""

    def substitute(self) -> None:
        """Ask who signs instead of whoever is missing most."""

    def show_slip(self) -> None:
        """Show what has to be printed again."""

    def print_calls(self) -> None:
        """Print the call list of the batch."""


def readiness_commands(page: str, board: Callable[[], ReadinessBoard]) -> Sequence[Command]:
    """Return the commands of the board; ``board`` brings it to the front."""
    return (
        Command(
            "readiness-missing", QT_TRANSLATE_NOOP("Commands", "Only what is missing, or all"),
            "Ctrl+Shift+M", "filter", page, always, lambda: board().turn_filter(),
        ),
        Command(
            "readiness-substitute", QT_TRANSLATE_NOOP("Commands", "Substitute a signatory"),
            "Ctrl+Shift+S", "exchange", page, always, lambda: board().substitute(),
        ),
        Command(
            "readiness-slip", QT_TRANSLATE_NOOP("Commands", "Change slip"), "Ctrl+Shift+G",
            "list", page, always, lambda: board().show_slip(),
        ),
        Command(
            "readiness-calls", QT_TRANSLATE_NOOP("Commands", "Print the call list"),
            "Ctrl+Shift+L", "print", page, always, lambda: board().print_calls(),
        ),
    )  # fmt: skip
