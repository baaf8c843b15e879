"""What a person can ask of the screen of the ceremony."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

CEREMONY = "ceremony"
STAGE, SHOW, WORDS, FOLLOW_UP = range(4)
"""The parts of the screen."""


class CeremonyScreen(Protocol):
    """What these commands ask of the screen."""

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""

    def undo(self) -> None:
        """Take back what was told last."""


def ceremony_commands(screen: Later[CeremonyScreen]) -> Sequence[Command]:
    """Return the commands of the screen of the ceremony."""
    return (
        Command(
            "ceremony-stage", QT_TRANSLATE_NOOP("Commands", "Plan of the stage"), "Alt+1",
            "contract", CEREMONY, always, lambda: screen().go_to(STAGE),
        ),
        Command(
            "ceremony-show", QT_TRANSLATE_NOOP("Commands", "Run of show"), "Alt+2",
            "list", CEREMONY, always, lambda: screen().go_to(SHOW),
        ),
        Command(
            "ceremony-words", QT_TRANSLATE_NOOP("Commands", "Host's words"), "Alt+3",
            "book", CEREMONY, always, lambda: screen().go_to(WORDS),
        ),
        Command(
            "ceremony-follow-up", QT_TRANSLATE_NOOP("Commands", "Follow-up after the fair"),
            "Alt+4", "overview", CEREMONY, always, lambda: screen().go_to(FOLLOW_UP),
        ),
        Command(
            "ceremony-undo", QT_TRANSLATE_NOOP("Commands", "Take back the last change"), "Ctrl+Z",
            "undo", CEREMONY, always, lambda: screen().undo(),
        ),
    )  # fmt: skip
