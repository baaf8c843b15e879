"""The screens of one open event: rail, top bar, pages, and what connects them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.category_faces import CategoryFaces
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.check_in.check_in_commands import CHECK_IN
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.check_in.rehearsal_mark import RehearsalMark, RehearsalStrip
from qhsign.ui.check_in.stray_badges import StrayBadges
from qhsign.ui.commands.command import Command
from qhsign.ui.commands.key_bindings import KeyBindings
from qhsign.ui.commands.table import (
    MANUAL,
    FrameActs,
    WindowActs,
    command_table,
    show_command,
)
from qhsign.ui.console.console_commands import CONSOLE
from qhsign.ui.console.running_notice import RunningNotice
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_commands import GUESTS
from qhsign.ui.later import Later
from qhsign.ui.local_times import in_event_time
from qhsign.ui.notices import Notice
from qhsign.ui.providers import ORDERS, WindowProviders
from qhsign.ui.rail import Rail
from qhsign.ui.screen_stack import ScreenStack
from qhsign.ui.screens import SETTINGS, ScreenParts, screen_places
from qhsign.ui.shared.windows import is_in_window_of
from qhsign.ui.shift.rights import Rights
from qhsign.ui.shift.shift_button import ShiftButton
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from qhsign.ui.theme import Look
from qhsign.ui.top_bar import TopBar
from qhsign.ui.vips.vip_bar import VipBar
from qhsign.ui.vips.vip_watch import VipWatch

if TYPE_CHECKING:
    from qhsign.ui.ceremony.ceremony_page import CeremonyPage
    from qhsign.ui.check_in.check_in_page import CheckInPage
    from qhsign.ui.guests.guests_page import GuestsPage
    from qhsign.ui.key_list import KeyList
    from qhsign.ui.kiosk.kiosk import Kiosk
    from qhsign.ui.manual.manual import Manual
    from qhsign.ui.palette.palette import Palette
    from qhsign.ui.settings.settings_page import SettingsPage

_NARROW = 1100
_LOOK_OUTSIDE_MS = 3_000
_EVERYTHING = frozenset(Changed)


class EventFrame(QWidget):
    """Has the screens over the providers; ``acts`` are the window's own commands.

    The choices of the settings that are the window's to follow are told on.
    """

    ready = Signal()
    kiosk_switched = Signal(bool)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    event_renamed = Signal(str)
    category_looks_changed = Signal(object)

    def __init__(
        self,
        look: Look,
        runner: Runner,
        providers: WindowProviders,
        preferences: DeskPreferences,
        acts: WindowActs,
    ) -> None:
        super().__init__()
        self._look, self._runner = look, runner
        providers = in_event_time(providers)
        self._providers, self._preferences = providers, preferences
        self._activities: Sequence[ActivityRow] = ()
        self._activity = ""
        order = preferences.settings.order
        self.book = GuestBook(
            providers.guests, runner, order if order in ORDERS else ORDERS[0], self
        )
        # Read while the screens are still being made.
        self.book.load()
        self.work = DeskWork(providers.check_in, runner, self.desk_name, self)
        self.sounds = VerdictSounds(runner, preferences, parent=self)
        self.rights = Rights(look, runner, providers.shift, self)
        parts = ScreenParts(
            look, runner, providers, preferences, self.book, self.work, self.sounds,
            self.show_page, self.rights,
        )  # fmt: skip
        self.screens = ScreenStack(screen_places(parts))
        self.top_bar = TopBar(look, providers.event_facts)
        self.vips = VipWatch(self.book, runner, providers.liaisons, parent=self)
        self.vip_bar = VipBar(look, self.vips)
        frame_acts = FrameActs(
            self.show_page,
            self._palette_opener(),
            self.show_keys,
            self.show_manual,
            self.vips.acknowledge,
            lambda: bool(self.vips.news),
            self._shift_opener(),
        )
        table = command_table(acts, frame_acts, self.screens.places)
        self.commands = [self.rights.kept(command) for command in table]
        self._by_id = {command.id: command for command in self.commands}
        screens = [each for each in self.commands if each.id.startswith("show-")]
        self.rail = Rail(look, screens, self._by_id[MANUAL])
        self.notice = Notice(look)
        self.rehearsal_strip = RehearsalStrip(look)
        self.running = RunningNotice(self.notice, self._to_console, self)
        self._ground = QFrame()
        self._kiosk = Later(self._build_kiosk)
        self._lay_out()
        self._rehearsal_mark = RehearsalMark(look, self)
        self._palette, self._key_list = Later(self._build_palette), Later(self._build_key_list)
        self._manual = Later(self._build_manual)
        self.keys = KeyBindings(self, self.commands, lambda: self.page)
        self.stray_badges = StrayBadges(self, self._is_elsewhere, self._scanned_elsewhere)
        self._connect()
        self._restore()
        if self.kiosk_is_on:
            self.show_page(CHECK_IN)
            self.kiosk.go_on(providers.event_facts.short_title)
        self._load()

    @property
    def guests(self) -> "GuestsPage":
        """The guest screen."""
        return cast("GuestsPage", self.screens.screen_of(GUESTS))

    @property
    def check_in(self) -> "CheckInPage":
        """The check-in screen."""
        return cast("CheckInPage", self.screens.screen_of(CHECK_IN))

    @property
    def settings(self) -> "SettingsPage":
        """The settings screen."""
        return cast("SettingsPage", self.screens.screen_of(SETTINGS))

    @property
    def kiosk(self) -> "Kiosk":
        """Self check-in."""
        return self._kiosk()

    @property
    def kiosk_is_on(self) -> bool:
        """Whether guests have the screen."""
        return bool(self._preferences.settings.kiosk)

    @property
    def palette_list(self) -> "Palette":
        """The list under the search field of the top bar."""
        return self._palette()

    @property
    def manual(self) -> "Manual":
        """The manual, built when it is first opened."""
        return self._manual()

    @property
    def key_list(self) -> "KeyList":
        """The list of keys."""
        return self._key_list()

    @property
    def page(self) -> str:
        """The id of the screen in front."""
        return self.screens.front

    def desk_name(self) -> str:
        """Return this desk's name as scans are stored with."""
        return self._preferences.settings.desk or self.tr("Desk 1")

    def show_page(self, page: str) -> None:
        """Bring a screen to the front."""
        self.screens.bring_to_front(page)
        self._preferences.change(page=page)
        self.rail.show_current(show_command(page))
        self.keys.refresh()
        self.screens.screen_of(page).be_shown()

    def show_guest(self, guest_id: str) -> None:
        """Show one guest on the guest screen."""
        self.show_page(GUESTS)
        self.guests.show_guest(guest_id)

    def show_contract(self, number: int) -> None:
        """Show one contract on the screen of the ceremony."""
        self.show_page(CEREMONY)
        cast("CeremonyPage", self.screens.screen_of(CEREMONY)).go_to_contract(number)

    def run_command(self, command: Command) -> None:
        """Run a command, going first to the screen it belongs to."""
        if command.page and command.page != self.page:
            self.show_page(command.page)
        if command.enabled_when():
            command.run()

    def _to_console(self) -> None:
        self.run_command(self._by_id[CONSOLE])

    def show_settings(self) -> None:
        """Bring the settings to the front."""
        self.show_page(SETTINGS)

    def show_keys(self) -> None:
        """Show the list of keys, or put it away."""
        self.key_list.turn_over(self.page)

    def show_manual(self) -> None:
        """Show the manual at the page of the screen in front, or put it away."""
        self.manual.turn_over(self.screens.screen_of(self.page).manual_page or self.page)

    def words_changed(self) -> None:
        """Show the desk's default name in the new language."""
        self.top_bar.show_desk(self.desk_name())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail's icons alone in a narrow window."""
        super().resizeEvent(event)
        narrow = self.window().width() < _NARROW
        self.rail.be_narrow(narrow=narrow)
        self.vip_bar.show_news()
        self.top_bar.be_narrow(narrow=narrow)
        if self._palette.is_built:
            self.palette_list.be_placed()
        if self._key_list.is_built:
            self.key_list.be_placed()
        if self._manual.is_built:
            self.manual.be_placed()

    def _restore(self) -> None:
        """Have the screen in front that was there when this desk was left."""
        kept = self._preferences.settings.page
        self.show_page(kept if self.screens.has(kept) else GUESTS)

    def _palette_opener(self) -> Callable[[], None] | None:
        """Return how the search is opened, where there is something to search."""
        has = self._providers.palette is not None
        self.top_bar.palette_field.setVisible(has)
        return self.top_bar.palette_field.open if has else None

    def _shift_opener(self) -> Callable[[], None] | None:
        """Return how another operator takes over, where the event may have some."""
        provider = self._providers.shift
        if provider is None:
            return None
        button = ShiftButton(self._look, self._runner, provider, self.rights)
        button.taken_over.connect(self._taken_over)
        self.top_bar.add_shift(button)
        return button.open

    def _taken_over(self, name: str) -> None:
        """Remember who works here, and leave everything as it stands."""
        self._preferences.change(operator=name)
        if self.page == CHECK_IN:
            self.check_in.focus_scan()

    def _name_operator(self, name: str) -> None:
        provider = self._providers.shift
        self._preferences.change(operator=name)
        if provider is not None:
            self._runner.start(Operation(lambda: provider.be_named(name), self.rights.take, self))

    def _open_palette(self) -> None:
        self.palette_list.be_opened()

    def _build_palette(self) -> "Palette":
        from qhsign.ui.palette.palette import Palette, PaletteParts

        provider = self._providers.palette
        if provider is None:
            raise LookupError("this event has nothing to search")
        parts = PaletteParts(
            provider,
            self._runner,
            self.book,
            self.commands,
            self.show_guest,
            self.run_command,
            self.show_contract if self.screens.has(CEREMONY) else None,
        )
        return Palette(self._look, self.top_bar.palette_field, parts, self)

    def _build_manual(self) -> "Manual":
        from qhsign.ui.manual.manual import Manual

        return Manual(self._look, self)

    def _build_key_list(self) -> "KeyList":
        from qhsign.ui.key_list import KeyList

        return KeyList(self._look, self.commands, self)

    def _build_kiosk(self) -> "Kiosk":
        from qhsign.ui.check_in.camera_desk import camera_parts
        from qhsign.ui.kiosk.kiosk import Kiosk
        from qhsign.ui.kiosk.kiosk_view import KioskView

        view = KioskView(self._look, camera_parts(self._preferences))
        hidden = (self.rail, self._ground)
        made = Kiosk(view, self._runner, self._preferences, self.work, hidden)
        made.switched.connect(self._kiosk_switched)
        made.show_activity(self._activity_row())
        layout = self.layout()
        if layout is not None:
            layout.addWidget(view)
        return made

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.rehearsal_strip)
        right.addWidget(self.top_bar)
        right.addWidget(self.vip_bar)
        right.addWidget(self.notice)
        right.addWidget(self.screens, 1)
        self._ground.setObjectName("ground")
        self._ground.setLayout(right)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(self._ground, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(lambda command: self._by_id[command].run())
        self.top_bar.activity_chosen.connect(self._choose_activity)
        self.top_bar.settings_asked.connect(self.show_settings)
        self.screens.built.connect(self._connect_screen)
        self.rights.changed.connect(self.keys.refresh)
        if self._providers.palette is not None:
            self.top_bar.palette_field.opened.connect(self._open_palette)
        self.vip_bar.acknowledged.connect(self.vips.acknowledge)
        self.vips.changed.connect(self.keys.refresh)
        self.book.failed.connect(self.notice.show_problem)
        self._runner.problem.connect(self.notice.show_problem)
        self._runner.changed.connect(self._look_again)
        self.words_changed()
        given = self._providers.settings
        if given is not None and given.categories is not None:
            looks = self._providers.event_facts.categories
            faces = CategoryFaces(self._runner, given.categories.read, looks, self)
            faces.chosen.connect(self.category_looks_changed)
        if self._providers.changed_outside is not None:
            timer = QTimer(self)
            timer.setInterval(_LOOK_OUTSIDE_MS)
            timer.timeout.connect(self._look_outside)
            timer.start()

    def _connect_screen(self, screen: str) -> None:
        """Listen to a screen that was just built."""
        if screen == GUESTS:
            table = self.guests.table
            table.keep_widths(self._preferences.settings.guest_columns)
            table.widths_chosen.connect(lambda text: self._preferences.change(guest_columns=text))
        elif screen == CHECK_IN:
            self.check_in.changed.connect(self.keys.refresh)
            self.check_in.rehearsal_changed.connect(self._show_rehearsal)
            self.check_in.kiosk_asked.connect(self._begin_kiosk)
            self.rehearsal_strip.ended.connect(self.check_in.end_rehearsal)
        elif screen == CEREMONY:
            ceremony = cast("CeremonyPage", self.screens.screen_of(CEREMONY))
            ceremony.console.opened.connect(self.running.put_away)
            ceremony.changed.connect(self.keys.refresh)
        elif screen == SETTINGS:
            settings = self.settings
            settings.desk_named.connect(self._name_desk)
            settings.language_chosen.connect(self.language_chosen)
            settings.theme_chosen.connect(self.theme_chosen)
            settings.operator_named.connect(self._name_operator)
            settings.event_renamed.connect(self.top_bar.show_event)
            settings.event_renamed.connect(self.event_renamed)

    def _load(self) -> None:
        self._load_activities()
        ceremony = self._providers.ceremony
        if ceremony is not None and ceremony.console is not None and not self.kiosk_is_on:
            self.running.ask(self._runner, ceremony.console)

    def _load_activities(self) -> None:
        def take(activities: Sequence[ActivityRow]) -> None:
            self._activities = activities
            known = {activity.id for activity in activities}
            if self._activity not in known:
                first = activities[0].id if activities else ""
                kiosk = self._preferences.settings.kiosk_activity if self.kiosk_is_on else ""
                self._choose_activity(kiosk if kiosk in known else first)
            else:
                self.top_bar.show_activities(activities, self._activity)
            self.ready.emit()

        self._runner.start(Operation(self._providers.activities, take, self))

    def _activity_row(self) -> ActivityRow | None:
        return next((each for each in self._activities if each.id == self._activity), None)

    def _choose_activity(self, activity_id: str) -> None:
        self._activity = activity_id
        self.top_bar.show_activities(self._activities, activity_id)
        found = self._activity_row()
        self.vips.show_activity(activity_id)
        self.book.show_activity(activity_id)
        self.screens.show_activity(found)
        if self._kiosk.is_built:
            self.kiosk.show_activity(found)
        if self.page == CHECK_IN:
            self.check_in.focus_scan()

    def _begin_kiosk(self, pin: str, camera: bool) -> None:  # noqa: FBT001 - a signal's values
        self.kiosk.begin(self._providers.event_facts.short_title, pin, camera=camera)

    def _kiosk_switched(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.keys.be_locked(locked=on)
        if not on:
            self.show_page(CHECK_IN)
        self.kiosk_switched.emit(on)

    def _is_elsewhere(self, widget: QWidget) -> bool:
        """Say whether the check-in screen cannot see by itself what is scanned into a widget."""
        in_front = self.page == CHECK_IN and is_in_window_of(widget, self)
        wanted = bool(self._activity) and self.isVisible() and not self.kiosk_is_on
        return wanted and not in_front

    def _scanned_elsewhere(self, line: str) -> None:
        self.show_page(CHECK_IN)
        self.check_in.field.submit(line)

    def _name_desk(self, desk: str) -> None:
        self._preferences.change(desk=desk)
        self.top_bar.show_desk(self.desk_name())

    def _show_rehearsal(self, rehearsing: bool) -> None:  # noqa: FBT001 - a signal's value
        self.rehearsal_strip.setVisible(rehearsing)
        self._rehearsal_mark.show_over(shown=rehearsing)

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if Changed.ACTIVITIES in changes:
            self._load_activities()

    def _look_outside(self) -> None:
        """Ask whether a command beside the window has written to the file."""
        asked = self._providers.changed_outside
        if asked is None or self._runner.running:
            return

        def done(changed: bool) -> None:  # noqa: FBT001 - the worker's answer, not an option
            if changed:
                self._runner.announce(_EVERYTHING)

        self._runner.start(Operation(asked, done, self))
