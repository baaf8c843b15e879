"""One piece of work off the window's thread: what to do, and what to do with the answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from qhsign.background.progress import Progress
from qhsign.domain.problems import ProblemForUser

T = TypeVar("T")


class Pool(Enum):
    """Where work runs: the event file is read and written by one thread only."""

    DATA = "data"
    FILES = "files"


class Changed(Enum):
    """What a piece of work may have changed, so that every screen can look again."""

    GUESTS = "guests"
    CONTRACTS = "contracts"
    CHECK_INS = "check-ins"
    ACTIVITIES = "activities"
    PRINTS = "prints"
    SETTINGS = "settings"


@dataclass(frozen=True, eq=False)
class Operation(Generic[T]):
    """Work for the runner.

    ``work`` runs on a worker and touches no Qt object; ``done`` and ``failed`` run on the window's
    thread, and only while ``owner`` lives. Without ``failed`` a problem goes to the runner's
    ``problem`` signal. ``progress`` is the object ``work`` reports to, if it reports; ``stopped``
    runs instead of ``done`` when it was cancelled.
    """

    work: Callable[[], T]
    done: Callable[[T], None]
    owner: QObject
    failed: Callable[[ProblemForUser], None] | None = None
    stopped: Callable[[], None] | None = None
    pool: Pool = Pool.DATA
    changes: frozenset[Changed] = frozenset()
    progress: Progress = field(default_factory=Progress)
