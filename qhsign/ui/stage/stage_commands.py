"""What a person can ask of the plan of the stage."""

from collections.abc import Sequence
from typing import Protocol

from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.commands.command import Command
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP


class StageScreen(Protocol):
    """What these commands ask of the plan."""

    def go_to_plan(self) -> None:
        """Bring the keyboard to the plan."""

    def turn_viewpoint(self) -> None:
        """See the stage from the other side."""

    def turn_frozen(self) -> None:
        """Freeze the plan, or let it change again."""

    def turn_compare(self) -> None:
        """Compare with the version printed last, or stop comparing."""

    def show_presidium(self) -> None:
        """Show the presidium of the batch's ceremony."""

    def ask_print(self) -> None:
        """Print the plan."""


class StagePage(Protocol):
    """What these commands ask of the screen the plan is on."""

    @property
    def has_plan(self) -> bool:
        """Whether a plan is shown."""

    def stage(self) -> StageScreen:
        """Bring the plan to the front and return it."""


def stage_commands(page: Later[StagePage]) -> Sequence[Command]:
    """Return the commands of the plan; they wait until there is one."""

    def there() -> bool:
        return page.tells(lambda each: each.has_plan, unbuilt=False)

    return (
        Command(
            "stage-plan", QT_TRANSLATE_NOOP("Commands", "To the places on the plan"), "F6",
            "contract", CEREMONY, there, lambda: page().stage().go_to_plan(),
        ),
        Command(
            "stage-viewpoint", QT_TRANSLATE_NOOP("Commands", "See the stage from the other side"),
            "F4", "eye", CEREMONY, there, lambda: page().stage().turn_viewpoint(),
        ),
        Command(
            "stage-compare", QT_TRANSLATE_NOOP("Commands", "Compare versions of the plan"), "F7",
            "columns", CEREMONY, there, lambda: page().stage().turn_compare(),
        ),
        Command(
            "stage-freeze", QT_TRANSLATE_NOOP("Commands", "Freeze the plan or let it change"),
            "Ctrl+L", "lock", CEREMONY, there, lambda: page().stage().turn_frozen(),
        ),
        Command(
            "stage-presidium", QT_TRANSLATE_NOOP("Commands", "Presidium"), "F8",
            "person", CEREMONY, there, lambda: page().stage().show_presidium(),
        ),
        Command(
            "stage-print", QT_TRANSLATE_NOOP("Commands", "Print the plan of the stage"), "Ctrl+P",
            "print", CEREMONY, there, lambda: page().stage().ask_print(),
        ),
    )  # fmt: skip
