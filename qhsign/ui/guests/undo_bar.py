"""What was just changed, for ten seconds, with a way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.notices import Notice
from qhsign.ui.theme import Look

_STAYS_MS = 10_000


class UndoBar(Notice):
    """A change told goes by itself after ten seconds; a problem stays until put away."""

    shown = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.undo: Callable[[], None] | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_STAYS_MS)
        self._clock.timeout.connect(self.put_away)

    def show_done(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done; ``undo`` takes it back."""
        self.shown.emit(True)
        self.undo = undo
        self.show_sentence(sentence, "ok", self.tr("Undo") if undo else "", undo)
        self._clock.start()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say what went wrong, until somebody has read it."""
        self.shown.emit(True)
        self.undo = None
        self._clock.stop()
        super().show_problem(problem)

    def show_wrong(self, sentence: str) -> None:
        """Say what cannot be taken over as it was typed."""
        self.undo = None
        self._clock.stop()
        self.show_sentence(sentence, "bad")
        self.shown.emit(True)

    def put_away(self) -> None:
        """Take it from the screen; what it said can no longer be taken back here."""
        self.undo = None
        self._clock.stop()
        super().put_away()
        self.shown.emit(False)

    def take_back(self) -> bool:
        """Take back what was told last, if it still can be; tell whether there was anything."""
        undo = self.undo
        if undo is None:
            return False
        self.put_away()
        undo()
        return True
