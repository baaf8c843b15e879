"""Doing something to the event that one undo takes back, and saying so for ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from qhsign.background.operation import Changed, Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_bulk_records import BulkDone, OperationTakenBack
from qhsign.ui.guests.undo_bar import UndoBar

CHANGED = frozenset({Changed.GUESTS, Changed.PRINTS})


class UndoWork(QObject):
    """Given how an operation is taken back, by its id, and the bar it speaks through."""

    def __init__(
        self, take_back: Callable[[str], OperationTakenBack], runner: Runner, bar: UndoBar
    ) -> None:
        super().__init__(bar)
        self._take_back, self._runner, self._bar = take_back, runner, bar

    def run(
        self,
        work: Callable[[], BulkDone],
        told: Callable[[BulkDone], str],
        failed: Callable[[ProblemForUser], None] | None = None,
    ) -> None:
        """Do something; ``told`` says what was done, where anything was."""

        def done(made: BulkDone) -> None:
            if made.operation:
                self.tell_done(told(made), made.operation)

        fail = failed or self._bar.show_problem
        self._runner.start(Operation(work, done, self, fail, changes=CHANGED))

    def tell_done(self, sentence: str, operation: str) -> None:
        """Say that an operation was done, with the way back."""
        self._bar.show_done(sentence, lambda: self.take_back(operation))

    def take_back(self, operation: str) -> None:
        """Take an operation back, and say how much of it could be."""

        def done(kept: int) -> None:
            sentence = self.tr("Everything is as before.")
            if kept:
                sentence = self.tr("Taken back, but for {count} changed since.").format(count=kept)
            self._bar.show_done(sentence)

        self._runner.start(
            Operation(
                lambda: self._take_back(operation).kept,
                done,
                self,
                self._bar.show_problem,
                changes=CHANGED,
            )
        )
