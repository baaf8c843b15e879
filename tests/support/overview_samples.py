"""Overviews in memory, for the window's tests: full, with several days, empty, with long names."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.domain.guest import Category
from qhsign.services.overview_records import (
    ActivityFigures,
    DayArrivals,
    EventFileFacts,
    Figures,
    KindFigures,
    Overview,
    Reconciled,
    VipArrival,
)
from qhsign.ui.overview.overview_provider import OverviewProvider
from qhsign.ui.providers import WindowProviders
from qhsign.wording import Language
from support.window_fakes import ACTIVITY, BEGAN, SECOND, FakeEvent

if TYPE_CHECKING:
    from qhsign.domain.problems import ProblemForUser

DAY = BEGAN.date()
NOW = BEGAN + timedelta(minutes=72)
LONG_NAME = "努尔买买提江·阿卜杜热合曼·艾则孜·吐尔逊江"
LONG_PLACE = "青海省海西蒙古族藏族自治州德令哈市循环经济工业园区管理委员会"


def arrivals(day: date, *people: int, first: int = 9 * 60) -> DayArrivals:
    """Make a day on which so many came in each five minutes from ``first`` on."""
    spans = {first + 5 * place: count for place, count in enumerate(people) if count}
    return DayArrivals(day, spans)


def vip(number: int, name: str, at: datetime | None = None) -> VipArrival:
    """Make a VIP who came at ``at``, or did not."""
    return VipArrival(number, name, LONG_PLACE, "主任", at, "贵宾通道" if at else "")


FULL = Overview(
    as_of=NOW,
    activity=ACTIVITY.name,
    guests=40,
    figures=Figures(1286, 130),
    recent=9,
    days=(arrivals(DAY, 4, 9, 0, 22, 31, 40, 15, 9),),
    by_kind=(
        KindFigures(Category.GUEST, vip=True, figures=Figures(3, 2)),
        *(KindFigures(each, vip=False, figures=Figures(200, 25)) for each in Category),
    ),
    by_activity=(
        ActivityFigures("a1", ACTIVITY.name, BEGAN, Figures(1286, 130)),
        ActivityFigures("a2", SECOND.name, BEGAN + timedelta(days=1), Figures(300, 0)),
        ActivityFigures("a3", "茶歇", None, Figures(0, 0)),
    ),
    vips=(
        vip(9, LONG_NAME),
        vip(3, "李䶮", BEGAN + timedelta(minutes=24)),
        vip(5, "吕布", BEGAN + timedelta(minutes=3)),
    ),
    file=EventFileFacts("demo.qhsign", 36_425_728, NOW, BEGAN - timedelta(days=1)),
)
DAYS = replace(
    FULL,
    days=(
        arrivals(DAY - timedelta(days=1), 20, 60, 130, 90, 40, 20),
        arrivals(DAY, 4, 9, 0, 22, 31, 40, 15, 9),
        arrivals(DAY + timedelta(days=1), 30, 70, 120, 80, 40, 15),
    ),
)
NOBODY_YET = replace(
    FULL,
    figures=Figures(1286, 0),
    recent=0,
    days=(DayArrivals(DAY, {}),),
    by_kind=(KindFigures(Category.GUEST, vip=False, figures=Figures(1286, 0)),),
    vips=(),
)
NO_GUESTS = replace(
    NOBODY_YET, guests=0, figures=Figures(0, 0), days=(), by_kind=(), by_activity=()
)
LINES = (
    Reconciled("第25届青洽会", "嘉宾", "余", "6096 人", "6031 人", "742 人", "−65", agrees=False),
    Reconciled(LONG_PLACE, "签约额", "约", "916亿元", "916亿元", "—", "0元", agrees=True),
)


class FakeOverview:
    """Gives the overview it is told to, or a problem; keeps what was asked of it."""

    def __init__(self, shown: Overview = FULL, lines: Sequence[Reconciled] = LINES) -> None:
        self.shown, self.lines = shown, lines
        self.problem: ProblemForUser | None = None
        self.asked: list[str] = []
        self.languages: list[Language] = []
        self.made_ready = 0
        self.pictures: dict[Path, bytes] = {}

    def provider(self) -> OverviewProvider:
        return OverviewProvider(self.load, self.get_ready, self.reconciliation, self.keep_picture)

    def load(self, activity: str) -> Overview:
        self.asked.append(activity)
        if self.problem is not None:
            raise self.problem
        return self.shown

    def get_ready(self) -> None:
        self.made_ready += 1

    def reconciliation(self, language: Language) -> Sequence[Reconciled]:
        self.languages.append(language)
        return self.lines

    def keep_picture(self, path: Path, picture: bytes) -> None:
        if self.problem is not None:
            raise self.problem
        self.pictures[path] = picture


class OverviewEvent(FakeEvent):
    """An event in memory that has an overview."""

    def __init__(self, guests: int = 40) -> None:
        super().__init__(guests)
        self.overview = FakeOverview()

    def open(self, path: Path) -> WindowProviders:
        return replace(super().open(path), overview=self.overview.provider())
