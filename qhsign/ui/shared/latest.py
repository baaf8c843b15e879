"""Asking for one thing at a time, and for nothing but the last thing wanted."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from qhsign.background.operation import Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser

T = TypeVar("T")


class Latest(QObject, Generic[T]):
    """While an answer is on its way, only the newest of further questions is kept.

    An answer to a question that is no longer wanted is dropped.
    """

    def __init__(
        self,
        runner: Runner,
        done: Callable[[T], None],
        failed: Callable[[ProblemForUser], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._runner, self._done, self._failed = runner, done, failed
        self._is_asking = self._is_wanted = False
        self._next: Callable[[], T] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer that is still wanted has not come."""
        return self._is_asking and (self._is_wanted or self._next is not None)

    def ask(self, work: Callable[[], T]) -> None:
        """Have ``work`` done off the window's thread, in place of what was asked before."""
        if self._is_asking:
            self._next, self._is_wanted = work, False
            return
        self._is_asking = self._is_wanted = True
        self._runner.start(Operation(work, self._take, self, self._fail, pool=Pool.FILES))

    def forget(self) -> None:
        """Want no answer any more."""
        self._is_wanted, self._next = False, None

    def _take(self, result: T) -> None:
        if self._goes_on():
            self._done(result)

    def _fail(self, problem: ProblemForUser) -> None:
        if self._goes_on():
            self._failed(problem)

    def _goes_on(self) -> bool:
        """Ask the next question, if there is one; tell whether this answer is wanted."""
        wanted, self._is_asking, self._is_wanted = self._is_wanted, False, False
        following, self._next = self._next, None
        if following is not None:
            self.ask(following)
        return wanted
