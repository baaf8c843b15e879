"""What a person can ask of the console; its steps have Space and Backspace while it is in front."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from qhsign.ui.console.console_desk import ConsoleDesk

CONSOLE = "console"


class ConsoleScreen(Protocol):
    """The screen the console lies over."""

    console: "ConsoleDesk"


def console_commands(screen: Later[ConsoleScreen], page: str) -> Sequence[Command]:
    """Return the commands of the console; ``page`` is the id of its screen."""

    def turn_over() -> None:
        screen().console.turn_over()

    def turn_full() -> None:
        screen().console.turn_full()

    def turn_screen() -> None:
        screen().console.turn_screen()

    return (
        Command(
            CONSOLE, QT_TRANSLATE_NOOP("Commands", "Console of the ceremony"), "F10",
            "play", page, always, turn_over,
        ),
        Command(
            "console-full", QT_TRANSLATE_NOOP("Commands", "Console in full screen"), "F11",
            "full-screen", page, always, turn_full,
        ),
        Command(
            "big-screen", QT_TRANSLATE_NOOP("Commands", "Show or close the big screen"), "F12",
            "monitor", page, always, turn_screen,
        ),
    )  # fmt: skip
