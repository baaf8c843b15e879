"""What a person can ask of the check-in screen."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.check_in.camera_desk import CameraDesk
from qhsign.ui.check_in.counter import Counter
from qhsign.ui.commands.command import Command, always
from qhsign.ui.translation import QT_TRANSLATE_NOOP

CHECK_IN = "check-in"
SOUNDS, REHEARSAL, LATE_SHEET = "sounds", "rehearsal", "late-sheet"


class CheckInScreen(Protocol):
    """What these commands ask of the screen."""

    @property
    def may_override(self) -> bool:
        """Whether there is a refusal to overrule."""

    @property
    def may_scan(self) -> bool:
        """Whether an activity is chosen."""

    @property
    def camera(self) -> CameraDesk:
        """The camera at this desk."""

    def find_guest(self) -> None:
        """Search for a guest without a badge."""

    def show_scans(self) -> None:
        """Go to the last scans."""

    def switch_direction(self) -> None:
        """Change between entry and exit."""

    def ask_override(self) -> None:
        """Ask for a supervisor's reason."""

    def switch_sounds(self) -> None:
        """Let verdicts be heard, or not."""


def check_in_commands(screen: CheckInScreen, counter: Counter | None) -> Sequence[Command]:
    """Return the commands of the check-in screen, with the counter's where there is one."""
    return (
        *(_counter_commands(screen, counter) if counter else ()),
        Command(
            "last-scans", QT_TRANSLATE_NOOP("Commands", "Last scans"), "F2", "list", CHECK_IN,
            always, screen.show_scans,
        ),
        Command(
            "find-guest", QT_TRANSLATE_NOOP("Commands", "No badge"), "F3", "search", CHECK_IN,
            lambda: screen.may_scan, screen.find_guest,
        ),
        Command(
            "switch-direction", QT_TRANSLATE_NOOP("Commands", "Entry or exit"), "F4", "arrow-out",
            CHECK_IN, lambda: screen.may_scan, screen.switch_direction,
        ),
        Command(
            "camera", QT_TRANSLATE_NOOP("Commands", "Camera"), "F7", "picture", CHECK_IN,
            lambda: screen.may_scan, screen.camera.switch,
        ),
        Command(
            "override", QT_TRANSLATE_NOOP("Commands", "Supervisor lets in"), "F9", "shield",
            CHECK_IN, lambda: screen.may_override, screen.ask_override,
        ),
        Command(
            SOUNDS, QT_TRANSLATE_NOOP("Commands", "Sounds"), "Ctrl+U", "sound", CHECK_IN,
            always, screen.switch_sounds,
        ),
    )  # fmt: skip


def _counter_commands(screen: CheckInScreen, counter: Counter) -> Sequence[Command]:
    return (
        Command(
            "walk-in", QT_TRANSLATE_NOOP("Commands", "Register at the door"), "F6", "add-guest",
            CHECK_IN, lambda: screen.may_scan and not counter.is_rehearsing, counter.open_walk_in,
        ),
        Command(
            "print-badge", QT_TRANSLATE_NOOP("Commands", "Print this badge"), "F8", "badge",
            CHECK_IN, lambda: counter.guest is not None, counter.print_badge,
        ),
        Command(
            LATE_SHEET, QT_TRANSLATE_NOOP("Commands", "Late sign-ins from paper"), "Ctrl+L", "list",
            CHECK_IN, lambda: screen.may_scan and not counter.is_rehearsing,
            counter.open_late_sheet,
        ),
        Command(
            REHEARSAL, QT_TRANSLATE_NOOP("Commands", "Rehearsal"), "Ctrl+R", "play", CHECK_IN,
            lambda: screen.may_scan, counter.switch_rehearsal,
        ),
    )  # fmt: skip
