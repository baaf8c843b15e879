"""The settings screen: sections at the left, their fields at the right, what was saved below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from qhsign.background.operation import Changed
from qhsign.background.runner import Runner
from qhsign.domain.roles import Act
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.providers import WindowProviders
from qhsign.ui.screen import Screen
from qhsign.ui.settings.activity_section import ActivitySection
from qhsign.ui.settings.category_section import CategorySection
from qhsign.ui.settings.desk_section import DeskSection
from qhsign.ui.settings.event_section import EventSection
from qhsign.ui.settings.figure_section import FigureSection
from qhsign.ui.settings.operator_section import OperatorSection
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.section import Section
from qhsign.ui.settings.setting_finder import SettingFinder
from qhsign.ui.settings.settings_provider import SettingsProvider, Texts
from qhsign.ui.settings.zone_section import ZoneSection
from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shift.rights import Rights
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP

_DESK = QT_TRANSLATE_NOOP("SettingsPage", "This desk")
_EVENT = QT_TRANSLATE_NOOP("SettingsPage", "The event")
_ACTIVITIES = QT_TRANSLATE_NOOP("SettingsPage", "Activities")
_CATEGORIES = QT_TRANSLATE_NOOP("SettingsPage", "Categories")
_ZONES = QT_TRANSLATE_NOOP("SettingsPage", "Zones")
_FIGURES = QT_TRANSLATE_NOOP("SettingsPage", "Figures")
_OPERATORS = QT_TRANSLATE_NOOP("SettingsPage", "Operators")
_LEAST_WIDTH, _LEAST_HEIGHT = 911, 480
_NAV_PX, _SEARCH_PX = 188, 260


@dataclass(frozen=True, eq=False)
class _Place:
    """A section with its icon and its English name in the context SettingsPage."""

    section: Section
    icon: str
    words: str

    @property
    def name(self) -> str:
        """The name in the window's language."""
        return QCoreApplication.translate("SettingsPage", self.words)


class SettingsPage(Screen):
    """Every setting is saved where it stands; there is no button to save all."""

    desk_named = Signal(str)
    operator_named = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    event_renamed = Signal(str)
    hall_chosen = Signal()

    def __init__(
        self,
        look: Look,
        runner: Runner,
        providers: WindowProviders,
        preferences: DeskPreferences,
        sounds: VerdictSounds,
        rights: Rights,
    ) -> None:
        super().__init__()
        self._look, self._preferences, self._sounds = look, preferences, sounds
        self._rights = rights
        self.notice = SavedNotice(look)
        self.desk = DeskSection(look, preferences, _most_per_cent())
        self.event_section: EventSection | None = None
        self.activities: ActivitySection | None = None
        self.categories: CategorySection | None = None
        self.zones: ZoneSection | None = None
        self.figures: FigureSection | None = None
        self.operators: OperatorSection | None = None
        self._title = label("page-title")
        self._nav = QButtonGroup(self)
        self._places: list[_Place] = [_Place(self.desk, "desk", _DESK)]
        if providers.settings is not None:
            self._build(providers.settings, runner, providers.event_facts.time_zone)
        if providers.shift is not None:
            both = (providers.shift, rights)
            self.operators = OperatorSection(look, runner, both, self.notice)
            self._places.append(_Place(self.operators, "person", _OPERATORS))
        self.search = SearchField(look, 34)
        self.finder = SettingFinder(self._named_sections)
        self._sections = QStackedWidget()
        for place in self._places:
            self._sections.addWidget(place.section)
        self._sections.addWidget(self.finder)
        self._lay_out()
        self._connect()
        runner.changed.connect(self._look_again)
        rights.changed.connect(self._lock)
        self._lock()
        self._set_words()

    def _build(self, given: SettingsProvider, runner: Runner, zone: tzinfo | None) -> None:
        look, notice = self._look, self.notice
        self.event_section = EventSection(look, runner, given, notice)
        self.event_section.saved.connect(self._event_saved)
        self.activities = ActivitySection(look, runner, given, notice, zone)
        self._places += [
            _Place(self.event_section, "calendar", _EVENT),
            _Place(self.activities, "list", _ACTIVITIES),
        ]
        if given.categories is not None:
            both = (given.categories, given)
            self.categories = CategorySection(look, runner, both, notice)
            self._places.append(_Place(self.categories, "badge", _CATEGORIES))
        if given.zone_book is not None:
            self.zones = ZoneSection(look, runner, given.zone_book, notice)
            self._places.append(_Place(self.zones, "zone", _ZONES))
        if given.figures is not None:
            self.figures = FigureSection(look, runner, given.figures, notice)
            self._places.append(_Place(self.figures, "figures", _FIGURES))

    def be_shown(self) -> None:
        """Read everything again and go to the first field."""
        self.desk.show_choices(self._look.language, self._look.theme)
        self.desk.show_sounds(self._sounds)
        self._load()
        checked = self._nav.checkedButton()
        if checked is not None:
            checked.setFocus()

    def show_section(self, place: int) -> None:
        """Show a section, counted from the top: 0 is this desk."""
        button = self._nav.button(place)
        if button is not None:
            button.setChecked(True)
            self._sections.setCurrentIndex(place)

    def focus_search(self) -> None:
        """Go to the field that finds settings."""
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._lock()
        super().changeEvent(event)

    def _load(self) -> None:
        for place in self._places:
            place.section.load()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & {Changed.ACTIVITIES, Changed.SETTINGS} and self.isVisible():
            self._load()

    def _lock(self) -> None:
        """Grey what who works here may not change, and say who may."""
        for place in self._places[1:]:
            act = Act.OPERATORS if place.section is self.operators else Act.SETTINGS
            place.section.lock(self._rights.why_not(act))
        self.desk.show_shift(self._rights.working)

    def _named_sections(self) -> Sequence[tuple[str, Section]]:
        return [(place.name, place.section) for place in self._places]

    def _find(self, text: str) -> None:
        if not text.strip():
            self.search.show_hits("")
            self._sections.setCurrentIndex(self._nav.checkedId())
            return
        self.search.show_hits(str(self.finder.search(text)))
        self._sections.setCurrentWidget(self.finder)

    def _go_to(self, section: Section, row: FormRow) -> None:
        self.search.input.clear()
        self.show_section(self._sections.indexOf(section))
        section.go_to(row)

    def _choose_section(self, place: int) -> None:
        self.search.input.clear()
        self._sections.setCurrentIndex(place)

    def _event_saved(self, now: Texts) -> None:
        self.event_renamed.emit(now.get("short_title") or now.get("title", ""))

    def _choose_text_size(self, per_cent: str) -> None:
        self._preferences.change(text_size=per_cent)

    def _desk_saved(self, row: FormRow, undo: Callable[[], None]) -> None:
        what = row.caption
        if row is self.desk.size_row:
            what = self.tr("Text size, from the next start of the program on")

        def take_back() -> None:
            undo()
            self.notice.show_undone(what)

        self.notice.show_saved(what, take_back)

    def _desk_named(self, name: str) -> None:
        before = self._preferences.settings.desk
        if name == before:
            return
        self.desk_named.emit(name)

        def undo() -> None:
            self.desk.desk.setText(before)
            self.desk_named.emit(before)

        self._desk_saved(self.desk.desk_row, undo)

    def _choose_folder(self, folder: str) -> None:
        before = self._preferences.settings.print_folder
        what = self.desk.folder_row.caption
        self._preferences.change(print_folder=folder)

        def undo() -> None:
            self._preferences.change(print_folder=before)
            self.desk.show_choices(self._look.language, self._look.theme)
            self.notice.show_undone(what)

        self.notice.show_saved(what, undo)

    def _choose_recent(self, number: str) -> None:
        self._preferences.change(recent=number)

    def _choose_hall(self, voice: str) -> None:
        self._preferences.change(big_screen_language=voice)
        self.hall_chosen.emit()

    def _choose_volume(self, volume: str) -> None:
        if int(volume):
            self._sounds.set_volume(int(volume))
        else:
            self._sounds.switch(on=False)

    def _connect(self) -> None:
        self.desk.desk_named.connect(self._desk_named)
        self.desk.saved.connect(self._desk_saved)
        self.desk.operator_named.connect(self.operator_named)
        self.desk.language_chosen.connect(self.language_chosen)
        self.desk.theme_chosen.connect(self.theme_chosen)
        self.desk.volume_chosen.connect(self._choose_volume)
        self.desk.folder_chosen.connect(self._choose_folder)
        self.desk.recent_chosen.connect(self._choose_recent)
        self.desk.hall_chosen.connect(self._choose_hall)
        self.desk.text_size_chosen.connect(self._choose_text_size)
        self._nav.idClicked.connect(self._choose_section)
        self.search.searched.connect(self._find)
        self.search.entered.connect(self.finder.go_to_first)
        self.search.left_down.connect(self.finder.list.setFocus)
        self.finder.found.connect(self._go_to)

    def _lay_out(self) -> None:
        toolbar = QFrame()
        toolbar.setObjectName("toolbar")
        toolbar.setFixedHeight(56)
        bar = QHBoxLayout(toolbar)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self._title)
        bar.addStretch(1)
        self.search.setMinimumWidth(_SEARCH_PX)
        bar.addWidget(self.search)
        pane = QFrame()
        pane.setObjectName("facet-pane")
        pane.setFixedWidth(_NAV_PX)
        nav = QVBoxLayout(pane)
        nav.setContentsMargins(8, 12, 8, 12)
        nav.setSpacing(2)
        for number, place in enumerate(self._places):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "nav")
            self._look.put_icon(button, place.icon, "text-2", 20)
            self._nav.addButton(button, number)
            nav.addWidget(button)
        nav.addStretch(1)
        self._nav.button(0).setChecked(True)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._sections, 1)
        right.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(pane)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        column.addLayout(row, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Settings"))
        self.search.set_words(
            self.tr("Find a setting"), self.tr("Find a setting"), self.tr("Empty the search")
        )
        for button in self._nav.buttons():
            button.setText(self._places[self._nav.id(button)].name)
            button.setAccessibleName(button.text())


def _most_per_cent() -> int:
    """Return the largest text size at which the window still fits the screen."""
    screen = QGuiApplication.primaryScreen()
    room = screen.availableSize() * screen.devicePixelRatio()
    return int(100 * min(room.width() / _LEAST_WIDTH, room.height() / _LEAST_HEIGHT))
