"""The screens of an open event, one of them in front; each is built when it is first asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.screen import Screen, ScreenPlace


class ScreenStack(QStackedWidget):
    """``built`` carries the id of a screen that was just built and is not shown yet."""

    built = Signal(str)

    def __init__(self, places: Sequence[ScreenPlace]) -> None:
        super().__init__()
        self.places = places
        self._by_id = {place.id: place for place in places}
        self._activity: ActivityRow | None = None
        self._activity_is_known = False

    @property
    def front(self) -> str:
        """The id of the screen in front; empty before the first is shown."""
        current = self.currentWidget()
        return next(
            (each.id for each in self.places if each.screen.is_built and each.screen() is current),
            "",
        )

    def has(self, place: str) -> bool:
        """Tell whether there is a screen of this id."""
        return place in self._by_id

    def is_built(self, place: str) -> bool:
        """Tell whether somebody has been at the screen of this id."""
        return self.has(place) and self._by_id[place].screen.is_built

    def screen_of(self, place: str) -> Screen:
        """Return a screen by its id, building it if it is the first time."""
        later = self._by_id[place].screen
        is_new = not later.is_built
        screen = later()
        if is_new:
            self.addWidget(screen)
            if self._activity_is_known:
                screen.show_activity(self._activity)
            self.built.emit(place)
        return screen

    def bring_to_front(self, place: str) -> None:
        """Show a screen in place of the one before."""
        self.setCurrentWidget(self.screen_of(place))

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Have every screen take over the activity; those not built yet take it when they are."""
        self._activity, self._activity_is_known = activity, True
        for place in self.places:
            if place.screen.is_built:
                place.screen().show_activity(activity)
