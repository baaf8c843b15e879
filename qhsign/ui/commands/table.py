"""Every command of the window: one table for the rail, the keys and their list in settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qhsign.ui.commands.command import Command, always
from qhsign.ui.screen import Screen
from qhsign.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class WindowActs:
    """What commands ask of the window itself."""

    show_page: Callable[[str], None]
    open_file: Callable[[], None]
    show_settings: Callable[[], None]
    close: Callable[[], None]
    search_all: Callable[[], None] | None = None


def show_command(screen: str) -> str:
    """Return the id of the command that brings a screen to the front."""
    return f"show-{screen}"


def command_table(acts: WindowActs, screens: Sequence[Screen]) -> Sequence[Command]:
    """Return the commands of a window with an open event: its screens', then the window's own."""
    return (
        *(
            Command(
                show_command(screen.id), screen.words, f"Ctrl+{place}", screen.icon, "",
                always, partial(acts.show_page, screen.id),
            )
            for place, screen in enumerate(screens, start=1)
        ),
        *(command for screen in screens for command in screen.commands()),
        *_search_all(acts),
        Command(
            "open-event", QT_TRANSLATE_NOOP("Commands", "Open another event file"), "Ctrl+O",
            "folder", "", always, acts.open_file,
        ),
        Command(
            "settings", QT_TRANSLATE_NOOP("Commands", "Settings"), "Ctrl+,", "settings", "",
            always, acts.show_settings,
        ),
        Command(
            "close", QT_TRANSLATE_NOOP("Commands", "Close the window"), "Ctrl+Q", "close", "",
            always, acts.close,
        ),
    )  # fmt: skip


def _search_all(acts: WindowActs) -> Sequence[Command]:
    if acts.search_all is None:
        return ()
    return (
        Command(
            "search-all", QT_TRANSLATE_NOOP("Commands", "Search guests, contracts, commands"),
            "Ctrl+K", "search", "", always, acts.search_all,
        ),
    )  # fmt: skip
