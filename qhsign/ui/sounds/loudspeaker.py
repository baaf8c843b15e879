"""How this computer plays a sound file: none of the ways waits until the sound has ended."""

import platform
import shutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtWidgets import QApplication

_PROGRAMS: Sequence[Sequence[str]] = (("pw-play",), ("paplay",), ("aplay", "-q"))


class Loudspeaker(Protocol):
    """``has_tones`` is false where one beep stands for every sound."""

    has_tones: bool

    def play(self, path: Path) -> None:
        """Begin to play a WAV file and return at once."""


def find_loudspeaker() -> Loudspeaker:
    """Return the best way this computer has.

    Qt's own effects come last but one: loading their module takes half a second and tens of
    megabytes. On Linux they are left out: without a sound server they keep the window waiting, and
    every sound server brings a player.
    """
    return _windows() or _program() or _effects() or Beep()


class Beep:
    """The system's own beep, the same for every verdict."""

    has_tones = False

    def play(self, path: Path) -> None:
        """Beep."""
        del path
        QApplication.beep()


class Program:
    """A player that comes with the system's sound server."""

    has_tones = True

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def play(self, path: Path) -> None:
        """Start the player and leave it to itself."""
        QProcess.startDetached(self._command[0], [*self._command[1:], str(path)])


class _Effects:
    """Qt's sound effects, one for each file."""

    has_tones = True

    def __init__(self, make: type[Any]) -> None:
        self._make = make
        self._effects: dict[Path, Any] = {}

    def play(self, path: Path) -> None:
        effect = self._effects.get(path)
        if effect is None:
            effect = self._effects[path] = self._make()
            effect.setSource(QUrl.fromLocalFile(str(path)))
        effect.play()


class _Windows:
    """The player of Windows."""

    has_tones = True

    def __init__(self, winsound: Any) -> None:
        self._winsound = winsound

    def play(self, path: Path) -> None:
        winsound = self._winsound
        how = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        winsound.PlaySound(str(path), how)


def _effects() -> Loudspeaker | None:
    """Return Qt's effects where its module is installed, its libraries load, and sound goes out."""
    if platform.system() == "Linux":
        return None
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        return None
    return _Effects(QSoundEffect)


def _windows() -> Loudspeaker | None:
    try:
        return _Windows(import_module("winsound"))
    except ImportError:
        return None


def _program() -> Loudspeaker | None:
    return next((Program(each) for each in _PROGRAMS if shutil.which(each[0])), None)
