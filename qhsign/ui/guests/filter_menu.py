"""The button with the saved filters: apply one, save this one, rename, delete and take back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.guests.name_bar import NameBar
from qhsign.ui.guests.saved_filters import SHIPPED, SavedFilter, read_filters, written_filters
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.guests.wanted import Wanted
from qhsign.ui.theme import Look

_LONGEST_SHOWN = 12


class FilterMenu(QToolButton):
    """``chosen`` carries the filter a person asks for.

    ``now`` gives what is shown as a filter without a name, ``known`` the activities of the event.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        preferences: DeskPreferences,
        now: Callable[[], SavedFilter],
        known: Callable[[], Sequence[str]],
        bars: tuple[NameBar, UndoBar],
    ) -> None:
        super().__init__()
        self._preferences, self._now, self._known = preferences, now, known
        self._name_bar, self._undo = bars
        self._renamed: SavedFilter | None = None
        self._is_narrow = False
        self.setProperty("kind", "chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        look.put_icon(self, "star", "text-2", 18)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._name_bar.named.connect(self._take_name)
        self.show_current(Wanted())

    @property
    def own(self) -> Sequence[SavedFilter]:
        """The filters this desk has saved and this event can answer."""
        kept = read_filters(self._preferences.settings.guest_filters)
        return [each for each in kept if each.fits(self._known())]

    def show_current(self, wanted: Wanted) -> None:
        """Name the saved filter that is in force, if one is."""
        name = "" if wanted.is_everything else self._name_of(wanted)
        whole = name or self.tr("Saved filters")
        short = whole if len(whole) <= _LONGEST_SHOWN + 2 else f"{whole[:_LONGEST_SHOWN]}…"
        self.setText("" if self._is_narrow else short)
        style = Qt.ToolButtonStyle
        icon_only = self._is_narrow
        self.setToolButtonStyle(
            style.ToolButtonIconOnly if icon_only else style.ToolButtonTextBesideIcon
        )
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self._current = wanted

    def be_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone in a narrow window."""
        self._is_narrow = narrow
        self.show_current(self._current)

    def save_now(self) -> None:
        """Ask for a name for what is shown."""
        self._renamed = None
        self._name_bar.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_current(self._current)
        super().changeEvent(event)

    def _name_of(self, wanted: Wanted) -> str:
        for each in self.own:
            if each.wanted == wanted:
                return each.name
        return next((_word(each.name) for each in SHIPPED if each.wanted == wanted), "")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for each in SHIPPED:
            self._offer(menu, _word(each.name), partial(self.chosen.emit, each))
        own = self.own
        if own:
            menu.addSeparator()
        for each in own:
            self._offer(menu, each.name, partial(self.chosen.emit, each))
        menu.addSeparator()
        self._offer(menu, self.tr("Save what is shown…"), self.save_now)
        if own:
            rename = menu.addMenu(self.tr("Rename"))
            delete = menu.addMenu(self.tr("Delete"))
            for each in own:
                self._offer(rename, each.name, partial(self._ask_new_name, each))
                self._offer(delete, each.name, partial(self._delete, each))

    @staticmethod
    def _offer(menu: QMenu, word: str, act: Callable[[], object]) -> None:
        action = menu.addAction(word.replace("&", "&&"))
        action.triggered.connect(lambda _=False: act())

    def _ask_new_name(self, one: SavedFilter) -> None:
        self._renamed = one
        self._name_bar.ask(one.name)

    def _take_name(self, name: str) -> None:
        before = self._preferences.settings.guest_filters
        kept = [each for each in read_filters(before) if each.name != name]
        renamed = self._renamed
        if renamed is None:
            self._keep([*kept, replace(self._now(), name=name)])
            self._tell(self.tr("Saved as “{name}”").format(name=name), before)
        elif renamed.name != name:
            others = [each for each in kept if each.name != renamed.name]
            self._keep([*others, replace(renamed, name=name)])
            words = self.tr("“{name}” is now called “{other}”")
            self._tell(words.format(name=renamed.name, other=name), before)

    def _delete(self, one: SavedFilter) -> None:
        before = self._preferences.settings.guest_filters
        self._keep([each for each in read_filters(before) if each.name != one.name])
        self._tell(self.tr("Filter “{name}” deleted").format(name=one.name), before)

    def _keep(self, filters: Sequence[SavedFilter]) -> None:
        self._preferences.change(guest_filters=written_filters(filters))
        self.show_current(self._current)

    def _tell(self, sentence: str, before: str) -> None:
        self._undo.show_done(sentence, partial(self._restore, before))

    def _restore(self, before: str) -> None:
        self._preferences.change(guest_filters=before)
        self.show_current(self._current)


def _word(source: str) -> str:
    return QCoreApplication.translate("SavedFilters", source)
