"""Runs operations on worker threads and brings their answers back to the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.progress import CancelledError, Progress
from qhsign.domain.problems import ProblemForUser

T = TypeVar("T")


class Runner(QObject):
    """Two pools: one thread for the event file, in the order asked; two for prints and files.

    ``changed`` carries a frozenset of Changed after work that changed something; ``problem`` a
    ProblemForUser nobody else shows; ``crashed`` the exception of a bug.
    """

    changed = Signal(object)
    problem = Signal(object)
    crashed = Signal(object)
    idle = Signal()
    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            Pool.DATA: ThreadPoolExecutor(1, thread_name_prefix="qhsign-data"),
            Pool.FILES: ThreadPoolExecutor(2, thread_name_prefix="qhsign-files"),
        }
        self._running = 0
        self._writing: list[Progress] = []
        self._closed = False
        self._returned.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> int:
        """How many operations were asked for and have not come back."""
        return self._running

    def start(self, operation: Operation[T]) -> None:
        """Queue an operation; work asked for after ``close`` is dropped."""
        if self._closed:
            return
        self._running += 1
        if operation.pool is Pool.FILES:
            self._writing.append(operation.progress)

        def work() -> Callable[[], None]:
            return self._work(operation)

        future = self._pools[operation.pool].submit(work)
        future.add_done_callback(self._hand_back)

    def announce(self, changes: frozenset[Changed]) -> None:
        """Tell every screen that something changed outside an operation."""
        if changes:
            self.changed.emit(changes)

    def close(self) -> None:
        """Finish what was asked of the event file, cancel the rest, deliver nothing more.

        A scan handed in is stored even when the window is closed at that moment.
        """
        if self._closed:
            return
        self._closed = True
        for progress in self._writing:
            progress.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=True)

    def _work(self, operation: Operation[T]) -> Callable[[], None]:
        """Run on the worker; return what the window's thread shall do about the outcome."""
        try:
            operation.progress.stop_if_cancelled()
            result = operation.work()
        except CancelledError:
            return lambda: self._stop(operation)
        except ProblemForUser as problem:
            found = problem
            return lambda: self._fail(operation, found)
        except Exception as bug:  # noqa: BLE001 - carried to the crash dialog on the GUI thread
            crash = bug
            return lambda: self.crashed.emit(crash)
        return lambda: self._succeed(operation, result)

    def _stop(self, operation: Operation[T]) -> None:
        if operation.stopped is not None and shiboken6.isValid(operation.owner):
            operation.stopped()

    def _succeed(self, operation: Operation[T], result: T) -> None:
        if shiboken6.isValid(operation.owner):
            operation.done(result)
        self.announce(operation.changes)

    def _fail(self, operation: Operation[T], problem: ProblemForUser) -> None:
        if operation.failed is None:
            self.problem.emit(problem)
        elif shiboken6.isValid(operation.owner):
            operation.failed(problem)

    def _hand_back(self, future: "Future[Callable[[], None]]") -> None:
        """Run on the worker: send the outcome across, unless the window is closing."""
        if not self._closed:
            self._returned.emit(future.result())

    @Slot(object)
    def _receive(self, outcome: Callable[[], None]) -> None:
        self._running -= 1
        if self._closed:
            return
        outcome()
        if self._running == 0:
            self._writing.clear()
            self.idle.emit()
