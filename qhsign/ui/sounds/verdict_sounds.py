"""Plays one short sound for each verdict, as loud as this desk wants it, or none."""

from collections.abc import Callable
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject

from qhsign.background.operation import Operation, Pool
from qhsign.background.runner import Runner
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.sounds.loudspeaker import Beep, Loudspeaker, find_loudspeaker
from qhsign.ui.sounds.tones import SOUNDS, notes_of, wav_of

VOLUMES = (30, 60, 100)
"""In hundredths of full loudness: soft, medium, loud."""
_EDITION = 1
"""Raised when the sounds change, so that files made before are not played."""


class VerdictSounds(QObject):
    """Sounds are made as files at first use, on a worker; until then a beep stands for them."""

    def __init__(
        self,
        runner: Runner,
        preferences: DeskPreferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._preferences = runner, preferences
        self._loudspeaker: Loudspeaker | None = None
        self._folder = platformdirs.user_cache_path("qhsign", appauthor=False) / "sounds"
        self._made: set[int] = set()

    @property
    def is_on(self) -> bool:
        """Whether verdicts are heard at this desk."""
        return self._preferences.settings.sounds == "on"

    @property
    def volume(self) -> int:
        """One of VOLUMES; what else the settings hold counts as the middle one."""
        kept = self._preferences.settings.volume
        return int(kept) if kept in {str(each) for each in VOLUMES} else VOLUMES[1]

    @property
    def has_tones(self) -> bool:
        """Whether this computer can play more than a beep."""
        return self._speaker.has_tones

    def switch(self, *, on: bool) -> None:
        """Be heard or be silent from now on."""
        self._preferences.change(sounds="on" if on else "off")

    def set_volume(self, volume: int) -> None:
        """Be heard at another volume, and let it be heard at once."""
        self._preferences.change(sounds="on", volume=str(volume))
        self.prepare(lambda: self.play("ok"))

    def prepare(self, then: Callable[[], None] = lambda: None) -> None:
        """Make the files of the present volume where they are missing."""
        volume = self.volume
        if not self.is_on or volume in self._made:
            then()
            return

        def work() -> bool:
            return _make_files(self._folder, volume)

        def done(made: bool) -> None:  # noqa: FBT001 - the worker's answer, not an option
            if made:
                self._made.add(volume)
            then()

        self._runner.start(Operation(work, done, self, pool=Pool.FILES))

    def play(self, tone: str, *, vip: bool = False) -> None:
        """Play the sound of a verdict's tone; returns at once, and never fails a scan."""
        if not self.is_on:
            return
        if self.volume in self._made:
            self._speaker.play(_file(self._folder, tone, self.volume, vip=vip))
        else:
            Beep().play(self._folder)

    @property
    def _speaker(self) -> Loudspeaker:
        if self._loudspeaker is None:
            self._loudspeaker = find_loudspeaker()
        return self._loudspeaker


def _file(folder: Path, tone: str, volume: int, *, vip: bool) -> Path:
    return folder / f"{tone}{'-vip' if vip else ''}-{volume}-{_EDITION}.wav"


def _make_files(folder: Path, volume: int) -> bool:
    """Make what is missing; a cache that cannot be written to leaves the beep."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for tone in SOUNDS:
            for vip in (False, True):
                path = _file(folder, tone, volume, vip=vip)
                if not path.exists():
                    beside = path.with_suffix(".new")
                    beside.write_bytes(wav_of(notes_of(tone, vip=vip), volume))
                    beside.replace(path)
    except OSError:
        return False
    return True
