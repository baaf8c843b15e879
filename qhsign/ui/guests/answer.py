"""An answer from the data worker that is asked for again when it has grown old."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from qhsign.background.operation import Operation
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser

T = TypeVar("T")


class Answer(Generic[T]):
    """Holds ``value``, the last answer, in sight while another is on its way.

    ``arrived`` is called with each answer that differs. A question that fails keeps the answer
    there was: what is wrong with the file is told by whoever reads the guests.
    """

    def __init__(
        self, runner: Runner, owner: QObject, value: T, arrived: Callable[[], None]
    ) -> None:
        self._runner, self._owner, self._arrived = runner, owner, arrived
        self.value = value
        self._question: Hashable = None
        self._is_old, self._is_asking = True, False

    def grow_old(self) -> None:
        """Ask again the next time."""
        self._is_old = True

    def ask(self, question: Hashable, work: Callable[[], T]) -> None:
        """Have ``work`` done unless its answer is here or on its way; one question at a time."""
        if self._is_asking or (question == self._question and not self._is_old):
            return
        self._question, self._is_old, self._is_asking = question, False, True

        def take(value: T) -> None:
            self._is_asking = False
            if value != self.value or question != self._question:
                self.value = value
                self._arrived()

        def fail(_: ProblemForUser) -> None:
            self._is_asking = False

        self._runner.start(Operation(work, take, self._owner, fail))
