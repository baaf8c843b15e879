"""The settings screen: sections at the left, their fields at the right, what was saved below."""

from PySide6.QtCore import QEvent, Qt, Signal
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
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.providers import WindowProviders
from qhsign.ui.screen import Screen
from qhsign.ui.settings.activity_section import ActivitySection
from qhsign.ui.settings.desk_section import DeskSection
from qhsign.ui.settings.event_section import EventSection
from qhsign.ui.settings.saved_notice import SavedNotice
from qhsign.ui.settings.settings_provider import Texts
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from qhsign.ui.theme import Look

_LEAST_WIDTH, _LEAST_HEIGHT = 911, 480
_NAV_PX = 188


class SettingsPage(Screen):
    """Every setting is saved where it stands; there is no button to save all."""

    desk_named = Signal(str)
    operator_named = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    event_renamed = Signal(str)

    def __init__(
        self,
        look: Look,
        runner: Runner,
        providers: WindowProviders,
        preferences: DeskPreferences,
        sounds: VerdictSounds,
    ) -> None:
        super().__init__()
        self._look, self._preferences, self._sounds = look, preferences, sounds
        self.notice = SavedNotice(look)
        self.desk = DeskSection(look, preferences.settings, _most_per_cent())
        self.event_section: EventSection | None = None
        self.activities: ActivitySection | None = None
        self._title = label("page-title")
        self._nav = QButtonGroup(self)
        self._sections = QStackedWidget()
        self._sections.addWidget(self.desk)
        given = providers.settings
        if given is not None:
            zone = providers.event_facts.time_zone
            self.event_section = EventSection(look, runner, given, self.notice)
            self.activities = ActivitySection(look, runner, given, self.notice, zone)
            self._sections.addWidget(self.event_section)
            self._sections.addWidget(self.activities)
            self.event_section.saved.connect(self._event_saved)
        self._lay_out()
        self._connect()
        runner.changed.connect(self._look_again)
        self._set_words()

    def be_shown(self) -> None:
        """Read everything again and go to the first field."""
        self.desk.show_choices(self._look.language, self._look.theme)
        self.desk.show_sounds(self._sounds)
        self._load()
        checked = self._nav.checkedButton()
        if checked is not None:
            checked.setFocus()

    def show_section(self, place: int) -> None:
        """Show a section: 0 this desk, 1 the event, 2 its activities."""
        button = self._nav.button(place)
        if button is not None:
            button.setChecked(True)
            self._sections.setCurrentIndex(place)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _load(self) -> None:
        if self.event_section is not None and self.activities is not None:
            self.event_section.load()
            self.activities.load()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if Changed.ACTIVITIES in changes and self.isVisible():
            self._load()

    def _event_saved(self, now: Texts) -> None:
        self.event_renamed.emit(now.get("short_title") or now.get("title", ""))

    def _choose_text_size(self, per_cent: str) -> None:
        self._preferences.change(text_size=per_cent)
        self.notice.show_saved(self.tr("Text size, from the next start of the program on"))

    def _choose_volume(self, volume: str) -> None:
        if int(volume):
            self._sounds.set_volume(int(volume))
        else:
            self._sounds.switch(on=False)

    def _connect(self) -> None:
        self.desk.desk_named.connect(self.desk_named)
        self.desk.operator_named.connect(self.operator_named)
        self.desk.language_chosen.connect(self.language_chosen)
        self.desk.theme_chosen.connect(self.theme_chosen)
        self.desk.volume_chosen.connect(self._choose_volume)
        self.desk.text_size_chosen.connect(self._choose_text_size)
        self._nav.idClicked.connect(self._sections.setCurrentIndex)

    def _lay_out(self) -> None:
        toolbar = QFrame()
        toolbar.setObjectName("toolbar")
        toolbar.setFixedHeight(56)
        bar = QHBoxLayout(toolbar)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self._title)
        bar.addStretch(1)
        pane = QFrame()
        pane.setObjectName("facet-pane")
        pane.setFixedWidth(_NAV_PX)
        nav = QVBoxLayout(pane)
        nav.setContentsMargins(8, 12, 8, 12)
        nav.setSpacing(2)
        icons = ("desk", "calendar", "list")
        for place in range(self._sections.count()):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "nav")
            self._look.put_icon(button, icons[place], "text-2", 20)
            self._nav.addButton(button, place)
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
        words = (self.tr("This desk"), self.tr("The event"), self.tr("Activities"))
        for button in self._nav.buttons():
            button.setText(words[self._nav.id(button)])
            button.setAccessibleName(button.text())


def _most_per_cent() -> int:
    """Return the largest text size at which the window still fits the screen."""
    screen = QGuiApplication.primaryScreen()
    room = screen.availableSize() * screen.devicePixelRatio()
    return int(100 * min(room.width() / _LEAST_WIDTH, room.height() / _LEAST_HEIGHT))
