"""What a person can ask of the run of show and of the host's words."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from qhsign.ui.ceremony.ceremony_commands import CEREMONY, SHOW, WORDS
from qhsign.ui.commands.command import Command, always
from qhsign.ui.later import Later
from qhsign.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from qhsign.ui.programme.show_part import ShowPart
    from qhsign.ui.programme.words_part import WordsPart


class PartsScreen(Protocol):
    """What these commands ask of the screen."""

    def go_to(self, part: int) -> None:
        """Bring a part to the front and the keyboard to it."""

    def part(self, which: int) -> object:
        """Return one of the parts."""


def programme_commands(screen: Later[PartsScreen]) -> Sequence[Command]:
    """Return the commands of the run of show and of the host's words."""

    def show() -> "ShowPart":
        screen().go_to(SHOW)
        return cast("ShowPart", screen().part(SHOW))

    def words() -> "WordsPart":
        screen().go_to(WORDS)
        return cast("WordsPart", screen().part(WORDS))

    def command(name: str, said: str, key: str, icon: str, run: Callable[[], None]) -> Command:
        return Command(name, said, key, icon, CEREMONY, always, run)

    return (
        command(
            "programme-add", QT_TRANSLATE_NOOP("Commands", "New step of the run of show"), "Alt+N",
            "list", lambda: show().add_step(),
        ),
        command(
            "programme-print", QT_TRANSLATE_NOOP("Commands", "Print the run of show"), "Alt+P",
            "print", lambda: show().print_show(),
        ),
        command(
            "words-write", QT_TRANSLATE_NOOP("Commands", "Write the host's words"), "Alt+W",
            "pencil", lambda: words().write_words(),
        ),
        command(
            "words-larger", QT_TRANSLATE_NOOP("Commands", "Larger words of the host"), "Ctrl++",
            "book", lambda: words().resize_words(1),
        ),
        command(
            "words-smaller", QT_TRANSLATE_NOOP("Commands", "Smaller words of the host"), "Ctrl+-",
            "book", lambda: words().resize_words(-1),
        ),
    )  # fmt: skip
