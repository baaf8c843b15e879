"""The screens of an open event, in the order of the rail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_lists import GuestLists
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.providers import WindowProviders
from qhsign.ui.screen import Screen
from qhsign.ui.theme import Look


@dataclass(frozen=True, slots=True)
class ScreenParts:
    """What screens are built from; each takes only what it needs.

    ``show_page`` brings another screen to the front by its id.
    """

    look: Look
    runner: Runner
    providers: WindowProviders
    preferences: DeskPreferences
    book: GuestBook
    work: DeskWork
    show_page: Callable[[str], None]


def build_screens(parts: ScreenParts) -> Sequence[Screen]:
    """Return every screen the providers can fill."""
    return (
        _guests(parts),
        CheckInPage(parts.look, parts.book, parts.work),
    )


def _guests(parts: ScreenParts) -> GuestsPage:
    page = GuestsPage(
        parts.look, parts.book, lambda order: _remember_order(parts.preferences, order)
    )
    given = (parts.providers.lists, parts.providers.exports)
    if given[0] is not None and given[1] is not None:
        both = (given[0], given[1])
        page.take_lists(
            GuestLists(parts.look, parts.runner, both, page, lambda: page.shown, page.focus_search)
        )
    return page


def _remember_order(preferences: DeskPreferences, order: str) -> None:
    preferences.change(order=order)
