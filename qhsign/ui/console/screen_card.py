"""The big screen from the console: its copy, what it shows, where it is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from qhsign.domain.ceremony import Screen
from qhsign.services.console import ConsoleState
from qhsign.ui.big_screen.hall_screen import WINDOW, HallScreen
from qhsign.ui.big_screen.hall_words import HALL_WORDS
from qhsign.ui.console.screen_copy import ScreenCopy
from qhsign.ui.console.sliding_switch import SlidingSwitch
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look, restyle
from qhsign.wording import say

_IN_A_ROW = 3


class ScreenCard(QFrame):
    """``screen_chosen`` carries a Screen, or None to follow the steps; ``held`` a bool."""

    screen_chosen = Signal(object)
    held = Signal(bool)

    def __init__(self, look: Look, hall: HallScreen) -> None:
        super().__init__()
        self._look, self._hall = look, hall
        self._state: ConsoleState | None = None
        self.setProperty("role", "card")
        self._title = ElidedLabel("card-title")
        self.where = QToolButton()
        self._menu = QMenu(self)
        self.follow = SlidingSwitch(look)
        self.copy = ScreenCopy(look, hall.view)
        self.buttons = {each: QPushButton() for each in Screen}
        self.hold = QPushButton()
        self._lay_out()
        for screen, button in self.buttons.items():
            button.clicked.connect(lambda _=False, screen=screen: self._choose(screen))
        self.hold.clicked.connect(self._hold)
        self.follow.clicked.connect(self._follow)
        self._menu.aboutToShow.connect(self._fill_menu)
        hall.changed.connect(self._say_where)
        self._set_words()

    def show_state(self, state: ConsoleState | None) -> None:
        """Show what the hall sees, and by whose choice."""
        self._state = state
        runs = state is not None and state.is_running
        shown = state.screen.screen if state is not None else None
        for screen, button in self.buttons.items():
            button.setChecked(screen is shown)
            button.setEnabled(runs)
        self.hold.setChecked(state is not None and state.held)
        self.hold.setEnabled(runs)
        self.follow.setChecked(state is None or state.follows)
        self.follow.setEnabled(runs)

    def be_narrow(self, *, narrow: bool) -> None:
        """Leave the title away in a narrow window."""
        self._title.setVisible(not narrow)

    def be_low(self, *, low: bool) -> None:
        """Take less height in a low window."""
        self.copy.setMaximumHeight(112 if low else 4000)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _choose(self, screen: Screen) -> None:
        self._undo_check()
        self.screen_chosen.emit(screen)

    def _hold(self) -> None:
        state = self._state
        wanted = not (state is not None and state.held)
        self._undo_check()
        self.held.emit(wanted)

    def _follow(self) -> None:
        """Follow the steps again, or stay with what shows now."""
        state = self._state
        self._undo_check()
        if state is not None:
            self.screen_chosen.emit(state.screen.screen if state.follows else None)

    def _undo_check(self) -> None:
        """Leave the buttons as the file says until it says otherwise."""
        self.show_state(self._state)

    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        places = [(WINDOW, self.tr("A window that can be moved")), *self._hall.places()]
        for name, words in places:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._hall.is_open and self._hall.place == name)
            action.triggered.connect(lambda _=False, name=name: self._hall.open(name))
            group.addAction(action)
        self._menu.addSeparator()
        voices = QActionGroup(self._menu)
        for voice, words in HALL_WORDS.items():
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(voice is self._hall.voice)
            action.triggered.connect(lambda _=False, voice=voice: self._hall.speak(voice))
            voices.addAction(action)
        if self._hall.is_open:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Close the big screen")).triggered.connect(
                self._hall.close
            )

    def _say_where(self) -> None:
        hall = self._hall
        if hall.is_lost:
            words, tone = self.tr("{name} unplugged").format(name=hall.place), "bad"
        elif hall.is_open:
            words, tone = hall.size_words, "ok"
        else:
            words, tone = self.tr("Not shown"), "quiet"
        self.where.setText(words)
        self.where.setAccessibleName(self.tr("Where the big screen is: {now}").format(now=words))
        colour = {"ok": "ok", "bad": "bad", "quiet": "text-2"}[tone]
        self._look.put_icon(self.where, "monitor", colour, 16)
        restyle(self.where, tone=tone)
        self.copy.updateGeometry()

    def _lay_out(self) -> None:
        self.where.setProperty("kind", "pill")
        self.where.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.where.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.where.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.where.setMenu(self._menu)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self.where)
        head.addStretch(1)
        head.addWidget(self.follow)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate((*self.buttons.values(), self.hold)):
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
        for each in range(_IN_A_ROW):
            grid.setColumnStretch(each, 1)
        self._look.put_icon(self.hold, "pause", "text-2", 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.copy)
        column.addLayout(grid)

    def _set_words(self) -> None:
        self._title.setText(self.tr("Big screen"))
        self._hall.view.setWindowTitle(self._title.text())
        self.follow.setText(self.tr("Follow"))
        self.follow.setAccessibleName(self.tr("The big screen follows the steps"))
        for screen, button in self.buttons.items():
            button.setText(say(f"big-screen-{screen}", self._look.language))
        self.hold.setText(self.tr("Hold"))
        self.hold.setToolTip(self.tr("Keep the picture in the hall while you go on"))
        self.copy.setAccessibleName(self.tr("Copy of the big screen"))
        self._say_where()
