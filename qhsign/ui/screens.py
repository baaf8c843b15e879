"""The screens of an open event, in the order of the rail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.check_in.check_in_page import CheckInPage
from qhsign.ui.check_in.counter_work import CounterWork
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.providers import WindowProviders
from qhsign.ui.screen import Screen
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
        GuestsPage(parts.look, parts.book, lambda order: _remember_order(parts.preferences, order)),
        CheckInPage(parts.look, parts.book, parts.work, parts.sounds, _counter(parts)),
    )


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


def _remember_order(preferences: DeskPreferences, order: str) -> None:
    preferences.change(order=order)
