"""What a person can ask of the print screen."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

PRINT = "print"


class PrintScreen(Protocol):
    """What these commands ask of the screen."""

    def print_out(self) -> None:
        """Ask for a file and print there, or say why not."""

    def step(self, by: int) -> None:
        """Show another piece of the stack."""

    def search_one(self) -> None:
        """Search the one to print for alone."""

    def show_findings(self) -> None:
        """Go to what the check found."""

    def check_again(self) -> None:
        """Gather the stack and check it again."""


def print_commands(screen: Later[PrintScreen]) -> Sequence[Command]:
    """Return the commands of the print screen."""
    return (
        Command(
            "print-out", QT_TRANSLATE_NOOP("Commands", "Print to a file"), "Ctrl+P", "print",
            PRINT, always, lambda: screen().print_out(),
        ),
        Command(
            "print-back", QT_TRANSLATE_NOOP("Commands", "Back in the stack"), "Alt+Left",
            "previous", PRINT, always, lambda: screen().step(-1),
        ),
        Command(
            "print-on", QT_TRANSLATE_NOOP("Commands", "On in the stack"), "Alt+Right", "next",
            PRINT, always, lambda: screen().step(1),
        ),
        Command(
            "print-one", QT_TRANSLATE_NOOP("Commands", "Print for one alone"), "Ctrl+F", "search",
            PRINT, always, lambda: screen().search_one(),
        ),
        Command(
            "print-findings", QT_TRANSLATE_NOOP("Commands", "What the check found"), "F4",
            "shield", PRINT, always, lambda: screen().show_findings(),
        ),
        Command(
            "print-check", QT_TRANSLATE_NOOP("Commands", "Check again"), "F5", "undo", PRINT,
            always, lambda: screen().check_again(),
        ),
    )  # fmt: skip
