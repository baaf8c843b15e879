"""What the console is given: plain functions, filled in by ``launch``."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qhsign.domain.ceremony import Screen
    from qhsign.services.console import CeremonyRow, ConsoleState
    from qhsign.services.readiness import ReadyBatch
    from qhsign.wording import Language


class Move(Protocol):
    """A step on or back from the step of the key ``seen``, if it still runs."""

    def __call__(self, slate: str, language: "Language", seen: str) -> "ConsoleState":
        """Make the step; raises ProblemForUser ``ceremony-moved`` among others."""


@dataclass(frozen=True, slots=True)
class ConsoleProvider:
    """Steps write and return what is then; ``running``, ``ceremonies``, ``state`` and
    ``readiness`` only read.

    ``running`` gives the names of slates whose ceremony runs, and is quick. Slates are called by
    their names, the batch of ``readiness`` by its number.
    """  # noqa: D205 - one sentence

    running: "Callable[[], Sequence[str]]"
    ceremonies: "Callable[[], Sequence[CeremonyRow]]"
    state: "Callable[[str, Language], ConsoleState]"
    start: "Callable[[str, Language], ConsoleState]"
    go_on: Move
    go_back: Move
    end: "Callable[[str, Language], ConsoleState]"
    resume: "Callable[[str, Language], ConsoleState]"
    choose_screen: "Callable[[str, Screen | None, Language], ConsoleState]"
    hold_screen: "Callable[[str, bool, Language], ConsoleState]"
    readiness: "Callable[[int], ReadyBatch]"
