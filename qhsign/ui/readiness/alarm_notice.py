"""An alarm time has passed and somebody is missing: told over every screen, and heard once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal

from qhsign.ui.notices import Notice
from qhsign.ui.readiness.alarm_watch import AlarmWatch
from qhsign.ui.sounds.verdict_sounds import VerdictSounds
from qhsign.ui.theme import Look

if TYPE_CHECKING:
    from qhsign.services.alarms import Absence
    from qhsign.ui.screens import ScreenParts

TONE = "alarm"
_NAMES = 3


class AlarmNotice(Notice):
    """``board_asked`` carries the id of the batch whose board is wanted.

    It goes when everybody has come, or when somebody puts it away. Nothing is heard while
    ``is_guests_own`` says that guests have the screen, and nothing shows where the board of the
    batch tells it.
    """

    board_asked = Signal(str)

    def __init__(
        self,
        look: Look,
        watch: AlarmWatch,
        sounds: VerdictSounds,
        is_guests_own: Callable[[], bool],
    ) -> None:
        super().__init__(look)
        self.watch = watch
        self._sounds, self._is_guests_own = sounds, is_guests_own
        self._alarm: tuple[int, Absence] | None = None
        self.closed.connect(self._be_known)
        watch.went_off.connect(self._ring)
        watch.changed.connect(self._tell)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._alarm is not None:
            self._tell(*self._alarm)
        super().changeEvent(event)

    def _ring(self, minutes: int, absence: "Absence") -> None:
        if self.watch.is_told(absence.batch):
            self._alarm = None
            self.put_away()
        else:
            self._tell(minutes, absence)
        if not self._is_guests_own():
            self._sounds.prepare(lambda: self._sounds.play(TONE))

    def _tell(self, minutes: int, absence: "Absence") -> None:
        if not absence.contracts:
            self._alarm = None
            self.put_away()
            return
        self._alarm = (minutes, absence)
        batch = absence.batch
        self.show_sentence(
            self._told(minutes, absence),
            "warn",
            self.tr("Show the board"),
            lambda: self.board_asked.emit(batch),
        )

    def _told(self, minutes: int, absence: "Absence") -> str:
        names = self.tr(", ").join(absence.names[:_NAMES])
        if not absence.names:
            said = self.tr("{batch}: T−{minutes} has passed, signatories not named yet")
        elif len(absence.names) > _NAMES:
            said = self.tr("{batch}: T−{minutes} has passed, {count} people missing: {names} …")
        else:
            said = self.tr("{batch}: T−{minutes} has passed, still missing: {names}")
        return said.format(
            batch=absence.name, minutes=minutes, count=len(absence.names), names=names
        )

    def _be_known(self) -> None:
        self._alarm = None
        self.watch.be_known()


def alarm_notice(
    parts: "ScreenParts", is_guests_own: Callable[[], bool], is_told: Callable[[str], bool]
) -> AlarmNotice | None:
    """Return what tells of alarm times from now on; None where no ceremonies are waited for."""
    ceremony, scans = parts.providers.ceremony, parts.work
    if ceremony is None or ceremony.readiness is None:
        return None
    watch = AlarmWatch(parts.runner, ceremony.readiness, is_told, scans)
    made = AlarmNotice(parts.look, watch, parts.sounds, is_guests_own)
    for came in (scans.answered, scans.annulled):
        came.connect(watch.person_came)
    watch.begin()
    return made
