"""The screens of an open event, in the order of the rail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.counter_work import CounterWork
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.guest_panel.guest_panel import GuestPanel
from qhsign.ui.guest_panel.panel_desk import PanelDesk
from qhsign.ui.guest_panel.panel_work import GuestPanelWork
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_commands import GUESTS
from qhsign.ui.guests.guest_lists import GuestLists
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.overview.overview_page import OverviewPage
from qhsign.ui.prints.print_page import PrintPage, PrintParts
from qhsign.ui.providers import WindowProviders
from qhsign.ui.screen import Screen
from qhsign.ui.settings.settings_page import SettingsPage
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
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
    sounds: VerdictSounds
    show_page: Callable[[str], None]


def build_screens(parts: ScreenParts) -> Sequence[Screen]:
    """Return every screen the providers can fill."""
    return (
        *_overview(parts),
        _guests(parts),
        CheckInPage(parts.look, parts.book, parts.work, parts.sounds, _counter(parts)),
        *_print_screen(parts),
        SettingsPage(parts.look, parts.runner, parts.providers, parts.preferences, parts.sounds),
    )


def _overview(parts: ScreenParts) -> Sequence[Screen]:
    provider = parts.providers.overview
    if provider is None:
        return ()
    facts = parts.providers.event_facts
    return (OverviewPage(parts.look, parts.runner, provider, facts, parts.show_page),)


def _print_screen(parts: ScreenParts) -> Sequence[Screen]:
    if parts.providers.prints is None:
        return ()
    given = PrintParts(
        parts.look,
        parts.runner,
        parts.providers.prints,
        parts.book,
        parts.providers.activities,
        lambda: parts.show_page(GUESTS),
    )
    return (PrintPage(given),)


def _guests(parts: ScreenParts) -> GuestsPage:
    work = GuestPanelWork(parts.runner, parts.providers.guest_panel, parts.work.desk)
    page = GuestsPage(
        parts.look,
        parts.book,
        lambda order: _remember_order(parts.preferences, order),
        GuestPanel(parts.look, work),
    )
    panel = parts.providers.guest_panel
    given = (parts.providers.lists, parts.providers.exports)
    if given[0] is not None and given[1] is not None:
        both = (given[0], given[1])
        page.take_lists(
            GuestLists(parts.look, parts.runner, both, page, lambda: page.shown, page.focus_search)
        )
    if panel is not None:
        page.take_panel_desk(
            PanelDesk(
                parts.look, parts.runner, panel, page, parts.book, page.panel, page.show_guest
            )
        )
    return page


def _remember_order(preferences: DeskPreferences, order: str) -> None:
    preferences.change(order=order)


def _counter(parts: ScreenParts) -> CounterWork | None:
    provider = parts.providers.counter
    if provider is None:
        return None
    work, preferences = parts.work, parts.preferences
    return CounterWork(
        provider,
        parts.providers.check_in,
        parts.runner,
        work.desk,
        lambda: preferences.print_folder,
        work,
    )
