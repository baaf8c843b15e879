"""An event in memory, for the window's tests: the functions a screen is given, and no file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from operator import attrgetter
from pathlib import Path
from threading import Lock

from qhsign.background.progress import Progress
from qhsign.domain.check_in import Verdict, word_code
from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.name_reading import Reading
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.search import search_text
from qhsign.services.check_in_records import (
    ActivityRow,
    Attendance,
    FirstScan,
    ScannedGuest,
    ScanResult,
)
from qhsign.services.guest_records import Arrival, GuestRow, ReadGuests
from qhsign.ui.check_in.check_in_provider import CheckInProvider
from qhsign.ui.providers import EventFacts, GuestProvider, WindowProviders
from support.guest_panel_fakes import FakePanel

ZONE = timezone(timedelta(hours=8))
BEGAN = datetime(2026, 7, 11, 9, 0, tzinfo=ZONE)
NAMES = (
    ("张弘靓", "zhāng hóng liàng"), ("樊娅楠", "fán yà nán"), ("李刚", "lǐ gāng"),
    ("易卜雷", "yì bǔ léi"), ("欧阳文", "ōu yáng wén"), ("单雄信", "shàn xióng xìn"),
    ("王菲菲", "wáng fēi fēi"), ("吕布", "lǚ bù"), ("苏玉秀", "sū yù xiù"),
    ("努尔买买提江·阿卜杜热合曼", "nǔ ěr mǎi mǎi tí jiāng ā bǔ dù rè hé màn"),
    ("袁嘉诺", "yuán jiā nuò"), ("李䶮", "lǐ yǎn"), ("龚俊波", "gōng jùn bō"),
)  # fmt: skip
PLACES = (
    "西宁云杉数据有限公司", "三江源文旅发展有限公司", "成都蓝岸算力科技有限公司", "冰岛驻华大使馆",
    "西部清洁能源研究院", "青海省海西蒙古族藏族自治州德令哈市循环经济工业园区管理委员会",
)  # fmt: skip
TITLES = ("副总裁", "总经理", "", "大使", "研究员", "党委书记、董事长兼总工程师")
ACTIVITY = ActivityRow("a1", 1, "开幕式", "会议中心", BEGAN, None, "once", "all", None, None)
_LONG = "投资说明会暨中外知名企业青海行主题推介活动"
SECOND = ActivityRow("a2", 2, _LONG, "酒店", None, None, "free", "all", None, None)


def guest_row(number: int, **changes: object) -> GuestRow:
    """Make one guest; every thirteenth has a very long name, every eleventh is a VIP."""
    name, reading = NAMES[number % len(NAMES)]
    place, title = PLACES[number % len(PLACES)], TITLES[number % len(TITLES)]
    latin = "Thorir Ibsen" if name == "易卜雷" else ""
    text = search_text(
        full_name=name,
        reading=Reading(tuple(reading.split())),
        latin_name=latin or None,
        organization=place,
        title=title,
        number=f"{number:05d}",
        phone=f"1380971{number:04d}",
    )
    row = GuestRow(
        id=f"g{number}",
        number=number,
        full_name=name,
        latin_name=latin,
        reading=reading,
        organization=place,
        title=title,
        delegation="西宁市" if number % 3 else "",
        category=list(Category)[number % 6],
        vip=number % 11 == 3,
        status=Invitation.CONFIRMED if number % 7 else Invitation.INVITED,
        vetting=Vetting.PASSED,
        search_text=text,
    )
    return row._replace(**changes)  # type: ignore[arg-type]  # a test names fields it knows


class FakeEvent:
    """Answers a scan by its text: a verdict's name, or a guest's number."""

    def __init__(
        self, guests: int = 40, activities: Sequence[ActivityRow] = (ACTIVITY, SECOND)
    ) -> None:
        self.path = Path("demo.qhsign")
        self.rows = [guest_row(number) for number in range(1, guests + 1)]
        self.activities = list(activities)
        self.results: dict[str, list[ScanResult]] = {"a1": [], "a2": []}
        self.codes: list[str] = []
        self.asked: list[tuple[object, ...]] = []
        self.orders: list[str] = []
        self.problem: ProblemForUser | None = None
        self.photos: dict[str, bytes] = {}
        self.closed = 0
        self.panel = FakePanel(self.rows, BEGAN)
        self.began = BEGAN
        self.demo = True
        self._lock = Lock()

    def open(self, path: Path) -> WindowProviders:
        if self.problem is not None:
            raise self.problem
        return WindowProviders(
            EventFacts("第25届青洽会", "第25届中国·青海投资贸易洽谈会", self.demo, path),
            lambda: tuple(self.activities),
            GuestProvider(self.load_guests, self.arrivals),
            CheckInProvider(
                self.record_scan,
                self.check_in_by_hand,
                self.override,
                self.annul,
                lambda activity, limit: tuple(reversed(self.results[activity]))[:limit],
                self.attendance,
                self.give_tag,
                self.photos.__getitem__,
            ),
            self.close,
            guest_panel=self.panel.provider,
        )

    def make_demo(self, path: Path, progress: Progress) -> None:
        for done in range(3):
            progress(done, 3)
        path.write_text("an event")

    def close(self) -> None:
        self.closed += 1

    def load_guests(self, order: str) -> ReadGuests:
        self.orders.append(order)
        rows = tuple(self.rows)
        by_number = sorted(rows, key=attrgetter("number"))
        return ReadGuests(rows, [row.search_text for row in by_number])

    def arrivals(self, activity: str) -> Mapping[str, Arrival]:
        return {
            each.guest.id: Arrival(each.at, each.desk)
            for each in self.results[activity]
            if each.guest and each.counted
        }

    def record_scan(
        self, code: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        self.codes.append(code)
        self.asked.append((code, activity_id, desk, nonce, leaving))
        if self.problem is not None:
            raise self.problem
        verdict, number = Verdict.ADMITTED, 3
        if code in set(Verdict):
            verdict = Verdict(code)
        elif code.isdigit():
            number = int(code)
        return self._store(verdict, number, activity_id, desk, leaving=leaving)

    def check_in_by_hand(
        self, guest_id: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        self.asked.append((guest_id, activity_id, desk, nonce))
        verdict = Verdict.EXITED if leaving else Verdict.ADMITTED
        return self._store(verdict, int(guest_id[1:]), activity_id, desk, leaving=leaving)

    def override(self, scan: str, reason: str) -> ScanResult:
        self.asked.append((scan, reason))
        for results in self.results.values():
            for place, each in enumerate(results):
                if each.scan == scan:
                    results[place] = replace(each, overridden=True, counted=True)
                    return results[place]
        raise ProblemForUser("scan-unknown", scan=scan)

    def annul(self, scan: str, reason: str) -> None:
        self.asked.append((scan, reason))
        if self.problem is not None:
            raise self.problem
        for results in self.results.values():
            for place, each in enumerate(results):
                if each.scan == scan:
                    results[place] = replace(each, annulled=True, counted=False)

    def give_tag(self, scan: str, tag: str) -> str:
        self.asked.append((scan, tag))
        if self.problem is not None:
            raise self.problem
        return tag.upper()

    def attendance(self, activity: str) -> Attendance:
        arrived = len(self.arrivals(activity))
        return Attendance(len(self.rows), arrived, {}, arrived)

    def _store(
        self, verdict: Verdict, number: int, activity: str, desk: str, *, leaving: bool
    ) -> ScanResult:
        result = scan_result(
            verdict, self.rows[number - 1], scan=f"s{len(self.results[activity])}", desk=desk,
            leaving=leaving, at=self.began + timedelta(seconds=7 * len(self.results[activity])),
        )  # fmt: skip
        with self._lock:
            self.results[activity].append(result)
        return result


_NOBODY = {Verdict.UNKNOWN, Verdict.FORGED, Verdict.OTHER_EVENT, Verdict.UNSYNCED}
_PARAMETERS = {
    "at": "09:03",
    "desk": "西门1号台",
    "opens": "09:30",
    "closes": "11:00",
    "zones": "主题展区",
    "serial": "QH25-01944",
}


def scan_result(
    verdict: Verdict, row: GuestRow, scan: str = "s0", desk: str = "东门3号台", **changes: object
) -> ScanResult:
    """Make the answer to one scan."""
    guest = ScannedGuest(
        row.id, row.number, row.full_name, row.latin_name, row.organization, row.title,
        row.category, row.vip, "1排6号" if row.vip else "",
    )  # fmt: skip
    result = ScanResult(
        scan=scan,
        verdict=verdict,
        counted=verdict in {Verdict.ADMITTED, Verdict.RE_ENTERED, Verdict.UNSYNCED},
        overridden=False,
        guest=None if verdict in _NOBODY else guest,
        first=FirstScan(BEGAN, "西门1号台") if verdict is Verdict.ALREADY else None,
        at=BEGAN,
        desk=desk,
        leaving=False,
        annulled=False,
        message_code=f"{word_code(verdict)}-message",
        message_parameters=_PARAMETERS,
    )
    return replace(result, **changes)  # type: ignore[arg-type]  # a test names fields it knows
