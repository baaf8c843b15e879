"""One thing a person can ask of the window, however they ask for it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Command:
    """``words`` is an English source text of the context Commands; ``shortcut`` is portable text.

    ``page`` names the screen on which the command works, or is empty where it works on all.
    """

    id: str
    words: str
    shortcut: str
    icon: str
    page: str
    enabled_when: Callable[[], bool]
    run: Callable[[], None]

    @property
    def text(self) -> str:
        """What the command is called in the window's language."""
        return QCoreApplication.translate("Commands", self.words)


def always() -> bool:
    """Say that a command may run at any time."""
    return True
