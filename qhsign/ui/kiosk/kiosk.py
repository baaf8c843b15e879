"""Self check-in in the window: how it begins, and how nobody but the staff ends it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qhsign.background.operation import Operation, Pool
from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.preferences.kiosk_pin import hash_of, pin_fits
from qhsign.services.check_in_records import ActivityRow, ScanResult
from qhsign.ui.check_in.desk_work import DeskWork
from qhsign.ui.kiosk.kiosk_view import KioskView

ON = "on"


class Kiosk(QObject):
    """``switched`` says that it has begun or ended.

    What this desk keeps says that it is on, so that a program that died comes back locked. The
    parts of the window in ``hidden`` make room for it.
    """

    switched = Signal(bool)

    def __init__(
        self,
        view: KioskView,
        runner: Runner,
        preferences: DeskPreferences,
        work: DeskWork,
        hidden: Sequence[QWidget],
    ) -> None:
        super().__init__(view)
        self.view, self._runner, self._preferences = view, runner, preferences
        self._work, self._hidden = work, hidden
        view.hide()
        view.scanned.connect(lambda line: work.scan(line, leaving=False))
        view.pin_entered.connect(self._check)
        work.answered.connect(self._answered)
        work.not_recorded.connect(self._not_recorded)

    @property
    def is_on(self) -> bool:
        """Whether guests have the screen."""
        return self._preferences.settings.kiosk == ON

    def begin(self, title: str, pin: str, *, camera: bool) -> None:
        """Begin with a new PIN, or with the one kept where ``pin`` is empty."""
        if not pin:
            self._keep(title, self._preferences.settings.kiosk_pin, camera=camera)
            return

        def done(kept: str) -> None:
            self._keep(title, kept, camera=camera)

        self._runner.start(Operation(lambda: hash_of(pin), done, self, pool=Pool.FILES))

    def go_on(self, title: str) -> None:
        """Have the screen again after the program was started anew."""
        for each in self._hidden:
            each.hide()
        self.view.begin(title, camera=self._preferences.settings.kiosk_camera == ON)
        self.switched.emit(True)

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Say what guests check in to."""
        self.view.show_activity(activity.name if activity else "")

    def show_hint(self) -> None:
        """Say why the window stays, and ask for the PIN."""
        self.view.pin.show_hint()

    def _keep(self, title: str, pin: str, *, camera: bool) -> None:
        self._preferences.change(
            kiosk=ON,
            kiosk_pin=pin,
            kiosk_activity=self._work.activity,
            kiosk_camera=ON if camera else "",
        )
        self.go_on(title)

    def _check(self, pin: str) -> None:
        kept = self._preferences.settings.kiosk_pin

        def done(fits: bool) -> None:  # noqa: FBT001 - the worker's answer, not an option
            self.view.pin.take_answer(fits=fits)
            if fits:
                self._end()

        self._runner.start(Operation(lambda: pin_fits(kept, pin), done, self, pool=Pool.FILES))

    def _end(self) -> None:
        self._preferences.change(kiosk="")
        self.view.end()
        for each in self._hidden:
            each.show()
        self.switched.emit(False)

    def _answered(self, result: ScanResult, activity: str) -> None:
        if self.is_on and activity == self._work.activity:
            self.view.show_result(result)

    def _not_recorded(self, _: object) -> None:
        if self.is_on:
            self.view.show_refusal()
