"""What the import wizard is given; every function blocks and may raise ``ProblemForUser``."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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
        self, choice: "ListChoice", leave_out: Collection[int], progress: Tell
    ) -> "ImportReport":
        """Return what was done; ``progress`` may stop it, and nothing is changed then."""


@dataclass(frozen=True, slots=True)
class ListProvider:
    """``look`` takes a list and a sheet's name, or None for the best one; ``undo`` the number of
    an import; ``mark`` writes a list with its problems marked into a file."""  # noqa: D205, D209 - what each takes, in one sentence

    look: Callable[["ListSource", str | None], "ListLook"]
    preview: Callable[["ListChoice", Tell], "ImportPreview"]
    take: TakeList
    undo: Callable[[int], "Undone"]
    past: Callable[[], Sequence["PastImport"]]
    mark: Callable[["ListChoice", Path, "Language"], "MarkedList"]
