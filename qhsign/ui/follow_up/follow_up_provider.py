"""What the follow-up is given: plain functions over the open event, filled in by ``launch``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.domain.contract import LifeCycle
    from qhsign.services.audit_records import AuditEntry
    from qhsign.services.contract_records import FindableContract
    from qhsign.services.follow_up_import import FollowUpTaken
    from qhsign.services.follow_up_records import (
        Editions,
        FigureSet,
        FollowedContract,
        FollowUpUndone,
        Moved,
        PaymentRow,
        PublishedTaken,
        RateRow,
        RatesReport,
    )
    from qhsign.services.import_records import Undone
    from qhsign.services.papers import PaperWritten
    from qhsign.wording import Language

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FollowUpRows:
    """Every contract by number as it stands, with what it is found by, at one moment."""

    followed: "Sequence[FollowedContract]" = ()
    findable: "Sequence[FindableContract]" = ()
    slates: Sequence[str] = ()


class MoveContracts(Protocol):
    """Take contracts one step further."""

    def __call__(self, numbers: Sequence[int], to: "LifeCycle", day: str, reason: str) -> "Moved":
        """Move all of them or none; an empty ``day`` is today."""


class SetTarget(Protocol):
    """Set targets of the whole, or of a slate, an industry or a region."""

    def __call__(self, values: Values, grouping: str, name: str) -> "RateRow":
        """Return the group with its new targets; an empty value takes a target away."""


class WriteList(Protocol):
    """Write the follow-up list into a file whose ending tells the format."""

    def __call__(
        self,
        out: Path,
        slate: str | None,
        region: str | None,
        language: "Language",
        progress: "Progress",
    ) -> "PaperWritten":
        """Return what was written; ``progress`` may stop it, and there is no file then."""


@dataclass(frozen=True, slots=True)
class FollowUpProvider:
    """Every function blocks and may raise ProblemForUser.

    ``rows``, ``history`` (of a contract by id, so many entries, newest first), ``rates``,
    ``editions``, ``write_list`` and ``keep_picture`` are called on a worker for files; the others
    in their turn with the scans. ``look`` tells what ``take`` would do.
    """

    rows: Callable[[], FollowUpRows]
    history: Callable[[str, int, "Language"], "Sequence[AuditEntry]"]
    move: MoveContracts
    step_back: Callable[[Sequence[int], str], "Moved"]
    add_payment: Callable[[int, Values], "PaymentRow"]
    set_payment: Callable[[int, Values], "PaymentRow"]
    remove_payment: Callable[[int, str], "PaymentRow"]
    undo: Callable[[str], "FollowUpUndone"]
    rates: Callable[[], "RatesReport"]
    set_target: SetTarget
    editions: Callable[[], "Editions"]
    set_figure: Callable[[Values], "FigureSet"]
    take_published: Callable[[], "PublishedTaken"]
    look: Callable[[Path], "FollowUpTaken"]
    take: Callable[[Path], "FollowUpTaken"]
    undo_import: Callable[[int], "Undone"]
    write_list: WriteList
    keep_picture: Callable[[Path, bytes], None]
