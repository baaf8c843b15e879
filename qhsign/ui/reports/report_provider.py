"""What the report screen is given: plain functions over the open event, filled in by ``launch``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qhsign.background.progress import Progress
from qhsign.services.audit_records import (
    AuditChoices,
    AuditExported,
    AuditFilter,
    AuditPage,
    AuditPlace,
)
from qhsign.services.contract_records import FindableContract
from qhsign.services.figure_records import ReportFigures
from qhsign.services.print_records import PagePicture
from qhsign.services.report_records import (
    PastExport,
    Report,
    ReportPreview,
    ReportWish,
    ReportWritten,
)
from qhsign.services.verification_records import Check
from qhsign.ui.export.export_provider import ColumnChoice
from qhsign.wording import Language


class ReadTrail(Protocol):
    """Read a page of the audit trail."""

    def __call__(
        self, wanted: AuditFilter, after: AuditPlace | None, limit: int, language: Language
    ) -> AuditPage:
        """Return the entries that follow ``after``, or the newest."""


class ExportTrail(Protocol):
    """Write the audit trail into a file, for a purpose."""

    def __call__(
        self,
        wanted: AuditFilter,
        out: Path,
        purpose: str,
        total: int,
        language: Language,
        progress: Progress,
    ) -> AuditExported:
        """Return how much was written; ``progress`` may stop it, and there is no file then."""


@dataclass(frozen=True, slots=True)
class AuditProvider:
    """Every function blocks and is called on a worker for files; times are the event's own.

    ``verify`` walks the whole journal and tells how far it is.
    """

    page: ReadTrail
    count: Callable[[AuditFilter], int]
    choices: Callable[[Language], AuditChoices]
    contracts: Callable[[], Sequence[FindableContract]]
    export: ExportTrail
    verify: Callable[[Progress], Sequence[Check]]


@dataclass(frozen=True, slots=True)
class ReportProvider:
    """Every function blocks, may raise ProblemForUser, and is called on a worker for files.

    ``picture`` draws a page of a PDF at so many dots a millimetre. ``write`` may be stopped; then
    no file is left. ``history`` takes how many exports to tell of, ``figures`` an activity's id or
    "" for all.
    """

    columns: Callable[[Report], Sequence[ColumnChoice]]
    delegations: Callable[[], Sequence[str]]
    slates: Callable[[], Sequence[str]]
    preview: Callable[[ReportWish], ReportPreview]
    picture: Callable[[bytes, int, float], PagePicture]
    write: Callable[[ReportWish, Path, Progress], ReportWritten]
    history: Callable[[int], Sequence[PastExport]]
    figures: Callable[[str], ReportFigures]
    audit: AuditProvider
