"""Says under the settings what was saved, and takes it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from qhsign.ui.notices import Notice
from qhsign.ui.theme import Look

_STAYS_MS = 10_000


class SavedNotice(Notice):
    """A notice that goes by itself after ten seconds, unless it tells of a problem."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.put_away)

    def show_saved(self, what: str, undo: Callable[[], None] | None = None) -> None:
        """Say that a setting was saved; ``undo`` sets what was there before."""
        sentence = self.tr("Saved: {what}").format(what=what)
        self.show_sentence(sentence, "ok", self.tr("Undo") if undo else "", undo)
        self._clock.start(_STAYS_MS)

    def show_undone(self, what: str) -> None:
        """Say that a setting is as it was."""
        self.show_sentence(self.tr("As before: {what}").format(what=what), "ok")
        self._clock.start(_STAYS_MS)
