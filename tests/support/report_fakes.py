"""Reports in memory, for the window's tests: every wish and every search is kept to be seen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event

from qhsign.background.progress import Progress
from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser  # noqa: TC001 - raised, not only named
from qhsign.services.audit_records import (
    AuditChange,
    AuditChoices,
    AuditEntry,
    AuditExported,
    AuditFilter,
    AuditPage,
    AuditPlace,
)
from qhsign.services.export_content import columns_of
from qhsign.services.figure_records import (
    ActivityKinds,
    DayFigures,
    DelegationFigures,
    OrganizationFigures,
    ReportFigures,
    SlateFigures,
)
from qhsign.services.overview_records import Figures
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
from qhsign.ui.providers import WindowProviders
from qhsign.ui.reports.report_provider import AuditProvider, ReportProvider
from qhsign.wording import Language
from support.frame_fakes import contract
from support.window_fakes import BEGAN, FakeEvent

LONG = "青海省海西蒙古族藏族自治州德令哈市循环经济工业园区管理委员会"
COLUMNS = (
    ColumnChoice("number", usual=True, sensitive=False),
    ColumnChoice("full_name", usual=True, sensitive=False),
    ColumnChoice("organization", usual=True, sensitive=False),
    ColumnChoice("phone", usual=False, sensitive=True),
)
CHECKS = (Check("file", ok=True, found=""), Check("journal", ok=True, found="19612"))
FIGURES = ReportFigures(
    BEGAN,
    "",
    [
        ActivityKinds("开幕式", BEGAN, Figures(1286, 742), {Category.GUEST: Figures(312, 206)}, 2),
        ActivityKinds("", None, Figures(6096, 742), {Category.GUEST: Figures(884, 206)}, 0),
    ],
    [
        DelegationFigures(LONG, 31, 28, Figures(28, 20)),
        DelegationFigures("", None, 4508, Figures(4508, 3416)),
    ],
    [DayFigures(date(2026, 7, 11), 742, 742, 1801)],
    [OrganizationFigures(None, Figures(1286, 742), Figures(640, 331))],
    [
        SlateFigures("重点项目现场签约", 17, 1, {"CNY": 5_000_000_000_000}, 18, 5_360_000_000_000,
                     -360_000_000_000),
        SlateFigures("", 108, 4, {"CNY": 9_160_000_000_000, "USD": 100}),
    ],
)  # fmt: skip
NOTHING = ReportFigures(BEGAN, "", [], [], [], [], [])


def entry(number: int, **changes: object) -> AuditEntry:
    """Make an entry of the journal; every third tells a long change."""
    told = AuditChange("title", "职务", "副秘书长", LONG if number % 3 == 0 else "处长")
    made = AuditEntry(
        id=f"e{number}", at=BEGAN + timedelta(seconds=number), operator="韩秋月", desk="东门3号台",
        action="guest set", action_word="修改嘉宾", kind="guest", kind_word="嘉宾",
        change="update", change_word="修改", subject=f"{number:05d} 李刚",
        changes=[told, AuditChange("phone", "联系电话", "138****1234", "")],
        operation=f"o{number // 2}", sequence=number, hash="4d48cf9d343976f9" * 4,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names fields it knows


class ReportingEvent(FakeEvent):
    """A fake event with a journal of ``entries`` made as they are read.

    ``report_problem`` is raised by the next question of any kind; an export or a check waits for
    ``report_go_on`` where that is taken away, and tells its progress meanwhile.
    """

    def __init__(self, guests: int = 40) -> None:
        super().__init__(guests)
        self.entries = 1_000
        self.report_wishes: list[ReportWish] = []
        self.reports_written: list[tuple[ReportWish, Path]] = []
        self.filters: list[AuditFilter] = []
        self.places: list[AuditPlace | None] = []
        self.trails: list[tuple[AuditFilter, Path, str]] = []
        self.figures_asked: list[str] = []
        self.figures_given = FIGURES
        self.past: list[PastExport] = []
        self.checks: Sequence[Check] = CHECKS
        self.report_pages = 3
        self.is_cut = False
        self.report_problem: ProblemForUser | None = None
        self.report_go_on = Event()
        self.report_go_on.set()

    def open(self, path: Path) -> WindowProviders:
        """Give the screens reports, too."""
        trail = AuditProvider(
            page=self.trail_page,
            count=self._size,
            choices=self.trail_choices,
            contracts=lambda: (contract(1, "青海湖算力中心", (LONG, "李刚", True)),),
            export=self.write_trail,
            verify=self.verify,
        )
        given = ReportProvider(
            columns=self.report_columns,
            delegations=lambda: ("西宁代表团", LONG),
            slates=lambda: ("重点项目现场签约",),
            preview=self.preview_report,
            picture=self.report_picture,
            write=self.write_report,
            history=lambda limit: tuple(self.past)[:limit],
            figures=self.report_figures,
            audit=trail,
        )
        return replace(super().open(path), reports=given)

    def report_columns(self, what: Report) -> Sequence[ColumnChoice]:
        if what is Report.ROSTER:
            return COLUMNS
        known = {} if what.is_paper else columns_of(what.value)
        return [ColumnChoice(name, each.usual, each.sensitive) for name, each in known.items()]

    def preview_report(self, wish: ReportWish) -> ReportPreview:
        self.report_wishes.append(wish)
        self._refuse()
        return ReportPreview(str(wish.what).encode(), 6_096, self.is_cut)

    def report_picture(self, pdf: bytes, page: int, dots_per_mm: float) -> PagePicture:
        assert pdf
        wide, high = round(297 * dots_per_mm), round(210 * dots_per_mm)
        pixels = b"\xf0" * wide * 3 * high
        return PagePicture(wide, high, wide * 3, pixels, (297, 210), page, self.report_pages)

    def write_report(self, wish: ReportWish, out: Path, progress: Progress) -> ReportWritten:
        self._refuse()
        self._wait(progress)
        self.reports_written.append((wish, out))
        self.past.insert(0, past(str(wish.what), destination=out.name, purpose=wish.purpose))
        return ReportWritten(6_096, 12 if out.suffix == ".pdf" else None)

    def report_figures(self, activity: str) -> ReportFigures:
        self._refuse()
        self.figures_asked.append(activity)
        return self.figures_given

    def trail_page(
        self, wanted: AuditFilter, after: AuditPlace | None, limit: int, language: Language
    ) -> AuditPage:
        self._refuse()
        self.filters.append(wanted)
        self.places.append(after)
        size = self._size(wanted)
        begin = after.sequence if after else 0
        found = [entry(number) for number in range(begin, min(begin + limit, size))]
        end = begin + len(found)
        return AuditPage(found, AuditPlace("", "", end) if end < size else None)

    def trail_choices(self, language: Language) -> AuditChoices:
        return AuditChoices(
            ("", "韩秋月"), ("东门3号台",), (("guest set", "修改嘉宾"),), (("guest", "嘉宾"),)
        )

    def write_trail(
        self,
        wanted: AuditFilter,
        out: Path,
        purpose: str,
        total: int,
        language: Language,
        progress: Progress,
    ) -> AuditExported:
        self._refuse()
        self._wait(progress)
        self.trails.append((wanted, out, purpose))
        return AuditExported(total)

    def verify(self, progress: Progress) -> Sequence[Check]:
        self._refuse()
        self._wait(progress)
        return self.checks

    def _size(self, wanted: AuditFilter) -> int:
        if wanted.text == "没有":
            return 0
        return self.entries if wanted.wants_all else min(self.entries, 7)

    def _wait(self, progress: Progress) -> None:
        done = 0
        while not self.report_go_on.wait(0.01):
            done += 1
            progress(done, 1_000)
        progress(1_000, 1_000)

    def _refuse(self) -> None:
        problem, self.report_problem = self.report_problem, None
        if problem is not None:
            raise problem


def past(what: str, **changes: object) -> PastExport:
    """Make an export of before."""
    made = PastExport(BEGAN, "韩秋月", "", what, "名册.xlsx", 6_096, None, "", "done")
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names fields it knows
