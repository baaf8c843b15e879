"""What the report screen is given of one open event; what is heavy is imported when it is used."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qhsign.store.event_file import EventFile
from qhsign.ui.export.export_provider import ColumnChoice
from qhsign.ui.reports.report_provider import AuditProvider, ReportProvider

if TYPE_CHECKING:
    from qhsign.background.progress import Progress
    from qhsign.services.audit_records import (
        AuditChoices,
        AuditExported,
        AuditFilter,
        AuditPage,
        AuditPlace,
    )
    from qhsign.services.contract_records import FindableContract
    from qhsign.services.desk import Desk
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
    from qhsign.wording import Language

T = TypeVar("T")


def report_provider(opened: "Desk") -> ReportProvider:
    """Give the use cases of reports over an event.

    Each call opens the file for itself: a long export or a search through the whole journal must
    not keep a scan waiting.
    """
    reports, trail = _Reports(opened), _Trail(opened)
    return ReportProvider(
        columns=_columns,
        delegations=reports.delegations,
        slates=reports.slates,
        preview=reports.preview,
        picture=_picture,
        write=reports.write,
        history=reports.history,
        figures=reports.figures,
        audit=AuditProvider(
            page=trail.page,
            count=trail.count,
            choices=trail.choices,
            contracts=trail.contracts,
            export=trail.export,
            verify=trail.verify,
        ),
    )


class _Opened:
    """One event file, opened anew for each use case."""

    def __init__(self, opened: "Desk") -> None:
        self._opened = opened

    def with_desk(self, work: "Callable[[Desk], T]") -> T:
        from qhsign.services.desk import Desk

        opened = self._opened
        with EventFile.open(opened.file.path) as file:
            return work(Desk(file, name=opened.name, operator=opened.operator, now=opened.now))


class _Reports(_Opened):
    def delegations(self) -> Sequence[str]:
        from qhsign.services import reports

        return self.with_desk(reports.delegation_names)

    def slates(self) -> Sequence[str]:
        from qhsign.services.slates import list_slates

        return [slate.name for slate in self.with_desk(list_slates)]

    def preview(self, wish: "ReportWish") -> "ReportPreview":
        from qhsign.services import reports

        return self.with_desk(lambda desk: reports.preview_report(desk, wish))

    def write(self, wish: "ReportWish", out: Path, progress: "Progress") -> "ReportWritten":
        from qhsign.services import reports

        return self.with_desk(lambda desk: reports.write_report(desk, wish, out, progress))

    def history(self, limit: int) -> "Sequence[PastExport]":
        from qhsign.services import export_history

        return self.with_desk(lambda desk: export_history.last_exports(desk, limit))

    def figures(self, activity: str) -> "ReportFigures":
        from qhsign.services import report_figures

        return self.with_desk(lambda desk: report_figures.report_figures(desk, activity))


class _Trail(_Opened):
    def page(
        self,
        wanted: "AuditFilter",
        after: "AuditPlace | None",
        limit: int,
        language: "Language",
    ) -> "AuditPage":
        from qhsign.services import audit_search

        return self.with_desk(
            lambda desk: audit_search.read_page(
                desk, wanted, after=after, limit=limit, language=language
            )
        )

    def count(self, wanted: "AuditFilter") -> int:
        from qhsign.services import audit_search

        return self.with_desk(lambda desk: audit_search.count_entries(desk, wanted))

    def choices(self, language: "Language") -> "AuditChoices":
        from qhsign.services import audit_search

        return self.with_desk(lambda desk: audit_search.audit_choices(desk, language))

    def contracts(self) -> "Sequence[FindableContract]":
        from qhsign.services import contract_search

        return self.with_desk(contract_search.findable_contracts)

    def export(
        self,
        wanted: "AuditFilter",
        out: Path,
        purpose: str,
        total: int,
        language: "Language",
        progress: "Progress",
    ) -> "AuditExported":
        from qhsign.services import audit_export

        return self.with_desk(
            lambda desk: audit_export.export_trail(
                desk,
                wanted,
                out,
                purpose=purpose,
                total=total,
                language=language,
                progress=progress,
            )
        )

    def verify(self, progress: "Progress") -> "Sequence[Check]":
        from qhsign.services import verification

        return self.with_desk(lambda desk: verification.verify(desk, progress))


def _columns(what: "Report") -> Sequence[ColumnChoice]:
    from qhsign.services import reports

    return [
        ColumnChoice(each.name, each.usual, each.sensitive) for each in reports.report_columns(what)
    ]


def _picture(pdf: bytes, page: int, dots_per_mm: float) -> "PagePicture":
    from qhsign.printing.page_picture import draw_page
    from qhsign.services.print_records import PagePicture

    return PagePicture(*draw_page(pdf, page, dots_per_mm))
