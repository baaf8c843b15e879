"""Every command of the window: one table for the rail, the keys and their list in settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qhsign.ui.commands.command import Command, always
from qhsign.ui.screen import ScreenPlace
from qhsign.ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class WindowActs:
    """What commands ask of the window: another event, the start page, the end."""

    open_file: Callable[[], None]
    leave: Callable[[], None]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class FrameActs:
    """What commands ask of the frame around the screens."""

    show_page: Callable[[str], None]
    search_all: Callable[[], None] | None = None
    show_keys: Callable[[], None] | None = None
    acknowledge_vips: Callable[[], None] | None = None
    has_vips: Callable[[], bool] = always


def show_command(screen: str) -> str:
    """Return the id of the command that brings a screen to the front."""
    return f"show-{screen}"


def command_table(
    window: WindowActs, frame: FrameActs, places: Sequence[ScreenPlace]
) -> Sequence[Command]:
    """Return the commands of a window with an open event: its screens', then the window's own."""
    return (
        *(
            Command(
                show_command(place.id), place.words, place.shortcut or f"Ctrl+{number}",
                place.icon, "", always, partial(frame.show_page, place.id),
            )
            for number, place in enumerate(places, start=1)
        ),
        *(command for place in places for command in place.commands),
        *_of_the_frame(frame),
        Command(
            "open-event", QT_TRANSLATE_NOOP("Commands", "Open another event file"), "Ctrl+O",
            "folder", "", always, window.open_file,
        ),
        Command(
            "leave-event", QT_TRANSLATE_NOOP("Commands", "Close this event"), "Ctrl+W", "minus",
            "", always, window.leave,
        ),
        Command(
            "close", QT_TRANSLATE_NOOP("Commands", "Close the window"), "Ctrl+Q", "close", "",
            always, window.close,
        ),
    )  # fmt: skip


def _of_the_frame(frame: FrameActs) -> Sequence[Command]:
    made = []
    if frame.search_all is not None:
        made.append(
            Command(
                "search-all",
                QT_TRANSLATE_NOOP("Commands", "Search guests, contracts, commands"),
                "Ctrl+K",
                "search",
                "",
                always,
                frame.search_all,
            )
        )
    if frame.show_keys is not None:
        made.append(
            Command(
                "key-list",
                QT_TRANSLATE_NOOP("Commands", "List of keys"),
                "Ctrl+/",
                "list",
                "",
                always,
                frame.show_keys,
            )
        )
    if frame.acknowledge_vips is not None:
        made.append(
            Command(
                "acknowledge-vips",
                QT_TRANSLATE_NOOP("Commands", "VIP arrivals noted"),
                "Ctrl+G",
                "star",
                "",
                frame.has_vips,
                frame.acknowledge_vips,
            )
        )
    return made  # fmt: skip
