"""What a person can ask of the print screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qhsign.ui.commands.command import Command, always
from qhsign.ui.translation import QT_TRANSLATE_NOOP

PRINT = "print"


@dataclass(frozen=True, slots=True)
class PrintActs:
    """What these commands ask of the screen."""

    print_out: Callable[[], None]
    may_print: Callable[[], bool]
    back: Callable[[], None]
    on: Callable[[], None]
    search_one: Callable[[], None]
    show_findings: Callable[[], None]
    check_again: Callable[[], None]


def print_commands(acts: PrintActs) -> Sequence[Command]:
    """Return the commands of the print screen."""
    return (
        Command(
            "print-out", QT_TRANSLATE_NOOP("Commands", "Print to a file"), "Ctrl+P", "print",
            PRINT, acts.may_print, acts.print_out,
        ),
        Command(
            "print-back", QT_TRANSLATE_NOOP("Commands", "Back in the stack"), "Alt+Left",
            "previous", PRINT, always, acts.back,
        ),
        Command(
            "print-on", QT_TRANSLATE_NOOP("Commands", "On in the stack"), "Alt+Right", "next",
            PRINT, always, acts.on,
        ),
        Command(
            "print-one", QT_TRANSLATE_NOOP("Commands", "Print for one alone"), "Ctrl+F", "search",
            PRINT, always, acts.search_one,
        ),
        Command(
            "print-findings", QT_TRANSLATE_NOOP("Commands", "What the check found"), "F4",
            "shield", PRINT, always, acts.show_findings,
        ),
        Command(
            "print-check", QT_TRANSLATE_NOOP("Commands", "Check again"), "F5", "undo", PRINT,
            always, acts.check_again,
        ),
    )  # fmt: skip
