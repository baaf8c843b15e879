"""The places of an open event, in the order of the rail; a screen's code is loaded with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qhsign.background.runner import Runner
from qhsign.domain.roles import Act
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.ceremony.ceremony_commands import CEREMONY, ceremony_commands
from qhsign.ui.ceremony.contract_commands import contract_commands
from qhsign.ui.check_in.check_in_commands import CHECK_IN, check_in_commands
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.console.console_commands import console_commands
from qhsign.ui.follow_up.follow_up_commands import follow_up_commands
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_commands import (
    GUESTS,
    change_commands,
    delegation_commands,
    guest_commands,
    list_commands,
    panel_commands,
)
from qhsign.ui.later import Later
from qhsign.ui.overview.overview_commands import OVERVIEW, overview_commands
from qhsign.ui.prints.print_commands import PRINT, print_commands
from qhsign.ui.programme.programme_commands import programme_commands
from qhsign.ui.providers import WindowProviders
from qhsign.ui.readiness.readiness_commands import readiness_commands
from qhsign.ui.reports.report_commands import REPORTS, report_commands
from qhsign.ui.screen import ScreenPlace
from qhsign.ui.shift.rights import Rights
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from qhsign.ui.stage.stage_commands import stage_commands
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from qhsign.ui.camera.camera_panel import CameraParts
    from qhsign.ui.ceremony.ceremony_page import CeremonyPage
    from qhsign.ui.check_in.check_in_page import CheckInPage
    from qhsign.ui.check_in.counter_work import CounterWork
    from qhsign.ui.guests.guests_page import GuestsPage
    from qhsign.ui.overview.overview_page import OverviewPage
    from qhsign.ui.prints.print_page import PrintPage
    from qhsign.ui.reports.reports_page import ReportsPage
    from qhsign.ui.settings.settings_page import SettingsPage

SETTINGS = "settings"


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
    rights: Rights


def screen_places(parts: ScreenParts) -> Sequence[ScreenPlace]:
    """Return the place of every screen the providers can fill; nothing is built yet."""
    settings = Later(lambda: _settings_page(parts))
    prints = _print_screen(parts)
    return (
        *_overview(parts),
        _guests(parts, prints),
        _check_in(parts),
        *_ceremony(parts),
        *_prints(prints),
        *_reports(parts),
        ScreenPlace(
            SETTINGS,
            QT_TRANSLATE_NOOP("Commands", "Settings"),
            "settings",
            settings,
            shortcut="Ctrl+,",
        ),
    )


def _overview(parts: ScreenParts) -> Sequence[ScreenPlace]:
    provider = parts.providers.overview
    if provider is None:
        return ()
    facts = parts.providers.event_facts

    def build() -> "OverviewPage":
        from qhsign.ui.overview.overview_page import OverviewPage

        return OverviewPage(parts.look, parts.runner, provider, facts, parts.show_page)

    screen = Later(build)
    words = QT_TRANSLATE_NOOP("Commands", "Overview")
    return (ScreenPlace(OVERVIEW, words, "overview", screen, overview_commands(screen)),)


def _guests(parts: ScreenParts, prints: "Later[PrintPage] | None") -> ScreenPlace:
    def build() -> "GuestsPage":
        page = _guests_page(parts)
        if prints is not None:
            _offer_badges(parts, page, prints)
        return page

    screen = Later(build)
    lists, exports = parts.providers.lists, parts.providers.exports
    has_lists = lists is not None and exports is not None
    commands = (
        *guest_commands(screen),
        *(list_commands(screen) if has_lists else ()),
        *(change_commands(screen) if parts.providers.guest_table is not None else ()),
        *(panel_commands(screen) if parts.providers.guest_panel is not None else ()),
        *(delegation_commands(screen) if parts.providers.delegations is not None else ()),
    )
    return ScreenPlace(GUESTS, QT_TRANSLATE_NOOP("Commands", "Guests"), "guests", screen, commands)


def _guests_page(parts: ScreenParts) -> "GuestsPage":
    from qhsign.ui.guest_panel.guest_panel import GuestPanel
    from qhsign.ui.guest_panel.panel_desk import PanelDesk
    from qhsign.ui.guest_panel.panel_work import GuestPanelWork
    from qhsign.ui.guests.guest_lists import GuestLists
    from qhsign.ui.guests.guest_parts import GuestParts
    from qhsign.ui.guests.guests_page import GuestsPage

    table, delegations = parts.providers.guest_table, parts.providers.delegations
    single = parts.providers.guest_panel
    panel = GuestPanel(parts.look, GuestPanelWork(parts.runner, single, parts.work.desk))
    page = GuestsPage(
        GuestParts(
            parts.look, parts.runner, parts.book, parts.preferences, panel, table, delegations
        )
    )
    parts.rights.keep(page.toolbar.new, Act.EDIT)
    lists, exports = parts.providers.lists, parts.providers.exports
    if lists is not None and exports is not None:
        given = (lists, exports)
        both = GuestLists(
            parts.look, parts.runner, given, page, lambda: page.shown, page.focus_search
        )
        page.take_lists(both)
        parts.rights.keep(both.take_in, Act.IMPORT)
        parts.rights.keep(both.give_out, Act.EXPORT)
    if single is not None:

        def camera() -> "CameraParts":
            from qhsign.ui.check_in.camera_desk import camera_parts

            return replace(camera_parts(parts.preferences), find_reader=None)

        page.take_panel_desk(
            PanelDesk(parts.look, parts.runner, single, page, parts.book, panel, camera)
        )
    return page


def _offer_badges(parts: ScreenParts, page: "GuestsPage", prints: "Later[PrintPage]") -> None:
    """Let the badges of the ticked guests be prepared on the print screen."""

    def prepare() -> None:
        parts.show_page(PRINT)
        prints().print_badges_of(page.model.ticked)

    footer = page.middle.footer
    footer.offer_badges()
    footer.badges_asked.connect(prepare)
    parts.rights.keep(footer.badges, Act.PRINT)


def _check_in(parts: ScreenParts) -> ScreenPlace:
    screen = Later(lambda: _check_in_page(parts))
    commands = check_in_commands(screen, counter=parts.providers.counter is not None)
    words = QT_TRANSLATE_NOOP("Commands", "Check-in")
    return ScreenPlace(CHECK_IN, words, "check-in", screen, commands)


def _check_in_page(parts: ScreenParts) -> "CheckInPage":
    from qhsign.ui.check_in.check_in_page import CheckInPage

    counter = _counter(parts)
    page = CheckInPage(parts.look, parts.book, parts.work, parts.sounds, parts.preferences, counter)
    page.side.scan_list.ask_rights(parts.rights)
    if page.desk_counter is not None:
        parts.rights.keep(page.desk_counter.late_notice.button, Act.ANNUL)
    shift = parts.providers.shift
    if shift is not None:
        page.verdict.override_bar.ask_supervisor(parts.rights, parts.runner, shift)
    return page


def _counter(parts: ScreenParts) -> "CounterWork | None":
    from qhsign.ui.check_in.counter_work import CounterWork

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


def _ceremony(parts: ScreenParts) -> Sequence[ScreenPlace]:
    provider = parts.providers.ceremony
    if provider is None:
        return ()

    def build() -> "CeremonyPage":
        from qhsign.ui.ceremony.ceremony_book import CeremonyBook
        from qhsign.ui.ceremony.ceremony_page import CeremonyPage
        from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
        from qhsign.ui.guests.undo_bar import UndoBar

        return CeremonyPage(
            CeremonyParts(
                parts.look,
                parts.runner,
                parts.providers,
                parts.preferences,
                CeremonyBook(parts.runner, provider),
                parts.book,
                parts.rights,
                UndoBar(parts.look),
                parts.show_page,
                parts.work,
            )
        )

    screen = Later(build)
    words = QT_TRANSLATE_NOOP("Commands", "Ceremony")
    commands = (
        *ceremony_commands(screen),
        *contract_commands(screen, CEREMONY, has_lists=parts.providers.lists is not None),
        *readiness_commands(CEREMONY, lambda: screen().readiness()),
        *follow_up_commands(screen),
        *stage_commands(screen),
        *console_commands(screen, CEREMONY),
        *programme_commands(screen),
    )
    return (ScreenPlace(CEREMONY, words, "contract", screen, commands),)


def _print_screen(parts: ScreenParts) -> "Later[PrintPage] | None":
    provider = parts.providers.prints
    if provider is None:
        return None

    def build() -> "PrintPage":
        from qhsign.ui.prints.print_page import PrintPage, PrintParts

        return PrintPage(
            PrintParts(
                parts.look,
                parts.runner,
                provider,
                parts.book,
                parts.providers.activities,
                lambda: parts.show_page(GUESTS),
                parts.rights,
            )
        )

    return Later(build)


def _prints(screen: "Later[PrintPage] | None") -> Sequence[ScreenPlace]:
    if screen is None:
        return ()
    words = QT_TRANSLATE_NOOP("Commands", "Print")
    return (ScreenPlace(PRINT, words, "print", screen, print_commands(screen)),)


def _reports(parts: ScreenParts) -> Sequence[ScreenPlace]:
    provider = parts.providers.reports
    if provider is None:
        return ()

    def build() -> "ReportsPage":
        from qhsign.ui.reports.reports_page import ReportParts, ReportsPage

        return ReportsPage(
            ReportParts(
                parts.look,
                parts.runner,
                provider,
                parts.book,
                parts.providers.activities,
                parts.providers.event_facts.time_zone,
                parts.rights,
            )
        )

    screen = Later(build)
    words = QT_TRANSLATE_NOOP("Commands", "Reports")
    return (ScreenPlace(REPORTS, words, "file", screen, report_commands(screen)),)


def _settings_page(parts: ScreenParts) -> "SettingsPage":
    from qhsign.ui.settings.settings_page import SettingsPage

    return SettingsPage(
        parts.look, parts.runner, parts.providers, parts.preferences, parts.sounds, parts.rights
    )
