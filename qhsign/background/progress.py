"""How far a piece of work has come, told from the worker and read by the window."""

from dataclasses import dataclass
from threading import Event, Lock
from time import monotonic


class CancelledError(Exception):
    """Raised inside work whose user pressed cancel; the runner drops the work quietly."""


@dataclass(frozen=True, slots=True)
class Step:
    """``done`` of ``total`` pieces; ``seconds_left`` is None until it can be guessed."""

    done: int
    total: int
    seconds_left: float | None


class Progress:
    """Handed to a work function, which calls it as ``progress(done, total)``.

    The call raises CancelledError once the user has cancelled, so that work which reports also
    stops. Touches no Qt object: it may be called from any thread.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._cancelled = Event()
        self._step: Step | None = None
        self._began = monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` pieces are finished; stop here if cancelled."""
        self.stop_if_cancelled()
        elapsed = monotonic() - self._began
        left = elapsed / done * (total - done) if 0 < done <= total else None
        with self._lock:
            self._step = Step(done, total, left)

    def stop_if_cancelled(self) -> None:
        """Raise CancelledError if the user has cancelled."""
        if self._cancelled.is_set():
            raise CancelledError

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether cancel was asked for."""
        return self._cancelled.is_set()

    @property
    def step(self) -> Step | None:
        """The latest report, or None before the first."""
        with self._lock:
            return self._step
