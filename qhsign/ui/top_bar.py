"""The top bar: event, activity, desk, settings."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.palette.palette_field import PaletteField
from qhsign.ui.providers import EventFacts
from qhsign.ui.shared.plain_parts import ElidedLabel, divider, label
from qhsign.ui.shift.shift_button import ShiftButton
from qhsign.ui.theme import Look

_LONGEST_ACTIVITY = 22


class TopBar(QFrame):
    """``activity_chosen`` carries an activity's id; ``settings_asked`` goes to the settings."""

    activity_chosen = Signal(str)
    settings_asked = Signal()

    def __init__(self, look: Look, facts: EventFacts) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setFixedHeight(48)
        self._look = look
        self._activities: Sequence[ActivityRow] = ()
        self._current = ""
        self._known = False
        self._event = ElidedLabel("event")
        self._event.setText(facts.short_title)
        self._demo = label("tag")
        if not facts.is_demo:
            # Never shown here: not in the bar yet, it would flash up as a window of its own.
            self._demo.hide()
        self._activity = QToolButton()
        self._activity.setProperty("kind", "bar")
        self._activity.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._activity.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._activity.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._activity.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self._activity, "chevron", "text-2", 16)
        self.palette_field = PaletteField(look)
        self.palette_field.unfolded.connect(self._make_room)
        self._pin = QLabel()
        self._desk = ElidedLabel("second")
        self.settings = QToolButton()
        self.settings.setProperty("kind", "bar")
        self.settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.put_icon(self.settings, "settings", "text-2", 20)
        self.settings.clicked.connect(self.settings_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(12)
        line.addWidget(self._event)
        line.addWidget(self._demo)
        line.addWidget(divider())
        line.addWidget(self._activity)
        line.addStretch(1)
        line.addWidget(self.palette_field, 2)
        line.addWidget(self._pin)
        line.addWidget(self._desk)
        line.addWidget(divider())
        line.addWidget(self.settings)
        self._line = line
        self._shift: ShiftButton | None = None
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_activities(self, activities: Sequence[ActivityRow], current: str) -> None:
        """Offer the event's activities."""
        self._activities, self._current, self._known = activities, current, True
        self._fill_menu()

    def show_event(self, short_title: str) -> None:
        """Show the event under another name."""
        self._event.setText(short_title)

    def show_desk(self, desk: str) -> None:
        """Show the desk's name."""
        self._desk.setText(desk)

    def add_shift(self, button: ShiftButton) -> None:
        """Have the operator's button behind the desk."""
        self._shift = button
        self._line.insertWidget(self._line.indexOf(self.settings), button)

    def be_narrow(self, *, narrow: bool) -> None:
        """Have the search as a button in a narrow window."""
        self.palette_field.be_narrow(narrow=narrow)
        if self._shift is not None:
            self._shift.be_narrow(narrow=narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill_menu(self) -> None:
        menu = QMenu(self._activity)
        group = QActionGroup(menu)
        name = self.tr("No activity") if self._known else ""
        caption = self.tr("Activity")
        for activity in self._activities:
            action = menu.addAction(activity.name.replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(
                lambda _=False, each=activity: self.activity_chosen.emit(each.id)
            )
            group.addAction(action)
            if activity.id == self._current:
                action.setChecked(True)
                name = activity.name
        self._activity.setEnabled(bool(self._activities))
        self._activity.setText(_short(name).replace("&", "&&"))
        self._activity.setToolTip(name if len(name) > _LONGEST_ACTIVITY else "")
        self._activity.setAccessibleName(f"{caption} {name}")
        earlier = self._activity.menu()
        self._activity.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def _make_room(self, unfolded: bool) -> None:  # noqa: FBT001 - what the signal carries
        """Give the open search field of a narrow window the desk's place."""
        for each in (self._pin, self._desk):
            each.setVisible(not unfolded)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._pin.setPixmap(self._look.pixmap("desk", "text-2", 18, ratio))

    def _set_words(self) -> None:
        self._demo.setText(self.tr("Demo data"))
        self.settings.setToolTip(self.tr("Settings (Ctrl+,)"))
        self.settings.setAccessibleName(self.tr("Settings"))
        self._desk.setAccessibleDescription(self.tr("Desk"))
        self._fill_menu()


def _short(name: str) -> str:
    """Cut a long activity name; the menu and the tooltip have it whole."""
    return name if len(name) <= _LONGEST_ACTIVITY else f"{name[: _LONGEST_ACTIVITY - 1]}…"
