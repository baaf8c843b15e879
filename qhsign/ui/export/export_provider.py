"""What the export dialog is given; every function blocks and may raise ``ProblemForUser``."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qhsign.wording import Language

EXPORTS = ("guests", "check-ins", "contracts")
FORMATS = ("xlsx", "csv", "docx", "pdf")


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column an export may have; a sensitive one is written only for a purpose."""

    name: str
    usual: bool
    sensitive: bool


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written: one of EXPORTS, its columns in their order.

    ``order`` is one of ``providers.ORDERS`` for guests; ``only`` the ids of the guests to write,
    None for all of them.
    """

    what: str
    columns: Sequence[str]
    order: str | None = None
    purpose: str = ""
    only: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; ``doubts`` are sentences by code and parameters, for somebody to look."""

    rows: int
    pages: int | None = None
    doubts: Sequence[tuple[str, Mapping[str, object]]] = ()


class WriteExport(Protocol):
    """Write an export in the format of the file's ending."""

    def __call__(
        self, wish: ExportWish, out: Path, language: Language, progress: Callable[[int, int], None]
    ) -> Written:
        """Return what was written; ``progress`` may stop it, and there is no file then."""


@dataclass(frozen=True, slots=True)
class ExportProvider:
    """``columns`` takes one of EXPORTS and returns what columns it may have."""

    columns: Callable[[str], Sequence[ColumnChoice]]
    write: WriteExport
