"""What a person can ask of the check-in screen."""

from collections.abc import Callable, Sequence
from typing import Protocol

from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

CHECK_IN = "check-in"
SOUNDS, REHEARSAL, LATE_SHEET, KIOSK = "sounds", "rehearsal", "late-sheet", "kiosk"


class DeskCounter(Protocol):
    """What these commands ask of the desk's work beside scanning."""

    @property
    def is_rehearsing(self) -> bool:
        """Whether what is scanned now is a rehearsal's."""

    @property
    def has_guest(self) -> bool:
        """Whether the last answer was about somebody who may get a badge."""

    def open_walk_in(self) -> None:
        """Write somebody down who is on no list."""

    def print_badge(self) -> None:
        """Print the badge of the last person."""

    def open_late_sheet(self) -> None:
        """Enter the evening's paper sheet."""

    def switch_rehearsal(self) -> None:
        """Begin or end a rehearsal."""


class CheckInScreen(Protocol):
    """What these commands ask of the screen."""

    @property
    def may_override(self) -> bool:
        """Whether there is a refusal to overrule."""

    @property
    def may_scan(self) -> bool:
        """Whether an activity is chosen."""

    @property
    def desk_counter(self) -> DeskCounter | None:
        """The work beside scanning, where the event has any."""

    def open_kiosk(self) -> None:
        """Ask how self check-in is to begin."""

    def switch_camera(self) -> None:
        """Open the camera, or release it."""

    @property
    def may_tag(self) -> bool:
        """Whether a number tag may be typed."""

    def ask_tag(self) -> None:
        """Have a number tag typed."""

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


def check_in_commands(screen: Later[CheckInScreen], *, counter: bool) -> Sequence[Command]:
    """Return the commands of the check-in screen, with the counter's where there is one."""

    def may_scan() -> bool:
        return screen.tells(lambda desk: desk.may_scan, unbuilt=True)

    def may_override() -> bool:
        return screen.tells(lambda desk: desk.may_override, unbuilt=False)

    return (
        *(_counter_commands(screen, may_scan) if counter else ()),
        Command(
            "last-scans", QT_TRANSLATE_NOOP("Commands", "Last scans"), "F2", "list", CHECK_IN,
            always, lambda: screen().show_scans(),
        ),
        Command(
            "find-guest", QT_TRANSLATE_NOOP("Commands", "No badge"), "F3", "search", CHECK_IN,
            may_scan, lambda: screen().find_guest(),
        ),
        Command(
            "switch-direction", QT_TRANSLATE_NOOP("Commands", "Entry or exit"), "F4", "arrow-out",
            CHECK_IN, may_scan, lambda: screen().switch_direction(),
        ),
        Command(
            "number-tag", QT_TRANSLATE_NOOP("Commands", "Number tag"), "F5", "badge", CHECK_IN,
            lambda: screen.tells(lambda desk: desk.may_tag, unbuilt=False),
            lambda: screen().ask_tag(),
        ),
        Command(
            "camera", QT_TRANSLATE_NOOP("Commands", "Camera"), "F7", "picture", CHECK_IN,
            may_scan, lambda: screen().switch_camera(),
        ),
        Command(
            "override", QT_TRANSLATE_NOOP("Commands", "Supervisor lets in"), "F9", "shield",
            CHECK_IN, may_override, lambda: screen().ask_override(),
        ),
        Command(
            KIOSK, QT_TRANSLATE_NOOP("Commands", "Self check-in"), "Ctrl+Shift+K", "guests",
            CHECK_IN, may_scan, lambda: screen().open_kiosk(),
        ),
        Command(
            SOUNDS, QT_TRANSLATE_NOOP("Commands", "Sounds"), "Ctrl+U", "sound", CHECK_IN,
            always, lambda: screen().switch_sounds(),
        ),
    )  # fmt: skip


def _counter_commands(
    screen: Later[CheckInScreen], may_scan: Callable[[], bool]
) -> Sequence[Command]:
    def at_counter(act: Callable[[DeskCounter], None]) -> Callable[[], None]:
        def run() -> None:
            counter = screen().desk_counter
            if counter is not None:
                act(counter)

        return run

    def tells(question: Callable[[DeskCounter], bool], *, unbuilt: bool) -> bool:
        def ask(desk: CheckInScreen) -> bool:
            return desk.desk_counter is not None and question(desk.desk_counter)

        return screen.tells(ask, unbuilt=unbuilt)

    def may_register() -> bool:
        return may_scan() and tells(lambda counter: not counter.is_rehearsing, unbuilt=True)

    def has_guest() -> bool:
        return tells(lambda counter: counter.has_guest, unbuilt=False)

    return (
        Command(
            "walk-in", QT_TRANSLATE_NOOP("Commands", "Register at the door"), "F6", "add-guest",
            CHECK_IN, may_register, at_counter(lambda counter: counter.open_walk_in()),
        ),
        Command(
            "print-badge", QT_TRANSLATE_NOOP("Commands", "Print this badge"), "F8", "badge",
            CHECK_IN, has_guest, at_counter(lambda counter: counter.print_badge()),
        ),
        Command(
            LATE_SHEET, QT_TRANSLATE_NOOP("Commands", "Late sign-ins from paper"), "Ctrl+L", "list",
            CHECK_IN, may_register, at_counter(lambda counter: counter.open_late_sheet()),
        ),
        Command(
            REHEARSAL, QT_TRANSLATE_NOOP("Commands", "Rehearsal"), "Ctrl+R", "play", CHECK_IN,
            may_scan, at_counter(lambda counter: counter.switch_rehearsal()),
        ),
    )  # fmt: skip
