"""What the frame knows of a screen: before it is built its place, afterwards what it is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.commands.command import Command
from qhsign.ui.later import Later


class Screen(QWidget):
    """What stands behind a place of the rail once somebody has gone there.

    It is built while the event is open: it takes over at once what the event already has.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Take over the activity chosen in the top bar; None where the event has none."""

    @property
    def manual_page(self) -> str:
        """The page of the manual for what is in front here; empty for the screen's own."""
        return ""

    def be_shown(self) -> None:
        """Be ready for the keyboard: the screen has come to the front."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class ScreenPlace:
    """One of the places the rail leads to; its screen is built when it is first shown.

    ``id`` names it in commands, ``words`` is its English name in the context Commands, ``icon`` a
    file of resources/icons. ``commands`` are what a person can ask of the screen beside going
    there; they know the screen as something built later. ``shortcut`` is empty where the place in
    the rail decides.
    """

    id: str
    words: str
    icon: str
    screen: Later[Screen]
    commands: Sequence[Command] = ()
    shortcut: str = ""
