"""What the import wizard is given; every function blocks and may raise ``ProblemForUser``."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qhsign.services.import_records import ImportReport, PastImport, Undone
from qhsign.services.list_records import (
    ImportPreview,
    ListChoice,
    ListLook,
    ListSource,
    MarkedList,
)
from qhsign.wording import Language

Tell = Callable[[int, int], None]


class TakeList(Protocol):
    """Import a list but for some rows of its file."""

    def __call__(
        self,
        choice: ListChoice,
        leave_out: Collection[int],
        progress: Tell,
        cancel: Collection[int] = (),
    ) -> ImportReport:
        """Return what was done; ``progress`` may stop it, and nothing is changed then.

        ``cancel`` are numbers of missing guests to set to cancelled.
        """


@dataclass(frozen=True, slots=True)
class ListProvider:
    """``look`` takes a list, a sheet's name, or None for the best one, and what the list holds, or
    "" to guess it; ``undo`` the number of an import; ``mark`` writes a list with its problems
    marked into a file; ``slates`` names those there are."""  # noqa: D205, D209 - what each takes, in one sentence

    look: Callable[[ListSource, str | None, str], ListLook]
    preview: Callable[[ListChoice, Tell], ImportPreview]
    take: TakeList
    undo: Callable[[int], Undone]
    past: Callable[[], Sequence[PastImport]]
    mark: Callable[[ListChoice, Path, Language], MarkedList]
    slates: Callable[[], Sequence[str]] = tuple
