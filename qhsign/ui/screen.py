"""What the frame knows of a screen: its name, its commands, and what it is told."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.commands.command import Command


class Screen(QWidget):
    """One of the places the rail leads to.

    ``id`` names it in commands, ``words`` is its English name in the context Commands, ``icon`` a
    file of resources/icons. ``shortcut`` is empty where the place in the rail
    decides. What takes long to build waits until the screen is first shown.
    """

    id = ""
    words = ""
    icon = ""
    shortcut = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    def commands(self) -> Sequence[Command]:
        """Return what a person can ask of this screen, beside going there."""
        return ()

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Take over the activity chosen in the top bar; None where the event has none."""

    def be_shown(self) -> None:
        """Be ready for the keyboard: the screen has come to the front."""
        self.setFocus()
