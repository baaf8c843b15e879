"""The side panel's use cases in memory: every guest has a little of everything."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from qhsign.background.progress import Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_detail_records import (
    ActivityLine,
    BadgeLine,
    DelegationLine,
    FieldChange,
    GuestDetails,
    GuestProblem,
    GuestReading,
    HistoryLine,
    PrintLine,
    SignedLine,
)
from qhsign.services.guest_edit_records import Edited, ReadyPhoto, UndoneOperation
from qhsign.services.guest_fields import FIELDS
from qhsign.services.guest_joining_records import (
    Comparison,
    FieldChoice,
    GuestBrief,
    Joining,
    Moves,
    Side,
)
from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.services.photo_records import PhotoFinding, PhotoReport
from qhsign.ui.guest_panel.guest_panel_provider import (
    GuestPanelProvider,
    JoiningProvider,
    PhotoFolderProvider,
)

_LONG = "投资说明会暨中外知名企业青海行主题推介活动"


class FakePanel:
    """Answers from rows; what is asked stands in ``asked``."""

    def __init__(self, rows: Sequence[GuestRow], at: datetime) -> None:
        self.rows, self.at = rows, at
        self.asked: list[tuple[object, ...]] = []
        self.values: dict[tuple[str, str], str] = {}
        self.refuses: ProblemForUser | None = None

    @property
    def provider(self) -> GuestPanelProvider:
        return GuestPanelProvider(
            self.details,
            self.edit,
            self.reveal,
            self.undo,
            self.read_photo,
            self.put_photo,
            self.take_photo_away,
            JoiningProvider(self.compare, self.join),
            PhotoFolderProvider(self.look_at_photos, self.take_photos),
        )

    def row(self, guest: str) -> GuestRow:
        return next(row for row in self.rows if row.id == guest)

    def details(self, guest: str) -> GuestDetails:
        self.asked.append(("details", guest))
        row = self.row(guest)
        overfull = row.number % 2 == 0
        return GuestDetails(
            id=row.id,
            number=row.number,
            full_name=row.full_name,
            category=row.category,
            vip=row.vip,
            status=row.status,
            facts=self.facts(row),
            reading=GuestReading(
                row.reading, row.reading, confirmed=overfull, unranked="䶮" if overfull else ""
            ),
            country="中国",
            country_en="China",
            photo=b"",
            activities=list(self.activities(overfull=overfull)),
            contracts=[SignedLine("0013", "海北州门源县锂电铜箔项目", "甲", "signatory")],
            badges=[
                BadgeLine(row.number, "250-4187", "active", self.at, 1),
                BadgeLine(9, "250-4180", "replaced", self.at, 2, "证件遗失，家属代领"),
            ],
            prints=[
                PrintLine(f"P-{place:04d}", self.at, "badges", "badge-90x130", "done", "", "补证")
                for place in range(4)
            ],
            delegation=DelegationLine(row.delegation, 8, 5) if row.delegation else None,
            problems=[
                GuestProblem("guest-problem-title-missing", {}, "title"),
                GuestProblem("guest-problem-unranked", {"characters": "䶮"}, "stroke_stand_in"),
            ]
            if overfull
            else [],
            namesakes=[self.brief(other) for other in self.namesakes(row)],
            history=list(self.history(row)),
            operations=7 if overfull else 2,
            also=["00099"] if overfull else [],
            delegations=("西宁市", "海西州"),
        )

    def facts(self, row: GuestRow) -> Mapping[str, str]:
        facts = dict.fromkeys((name for name in FIELDS if name != "activities"), "")
        facts |= {
            "full_name": row.full_name,
            "latin_name": row.latin_name,
            "organization": row.organization,
            "title": row.title,
            "delegation": row.delegation,
            "category": row.category.value,
            "vip": "yes" if row.vip else "",
            "status": row.status.value,
            "vetting": row.vetting.value,
            "country": "CN",
            "phone": f"138****{row.number:04d}",
            "lodging": "******",
            "remark": "需要轮椅，请联络员提前十分钟在东门接，家属同行两人。",
        }
        mine = {name: text for (guest, name), text in self.values.items() if guest == row.id}
        return {**facts, **mine}

    def activities(self, *, overfull: bool) -> Sequence[ActivityLine]:
        first = Arrival(self.at, "西门1号台")
        lines = [
            ActivityLine("a1", "开幕式", self.at, invited=True, by_list=False, first=first),
            ActivityLine("a2", _LONG, self.at, invited=overfull, by_list=True, first=None),
        ]
        more = range(8 if overfull else 0)
        return lines + [
            ActivityLine(f"b{place}", _LONG, self.at, invited=True, by_list=False, first=None)
            for place in more
        ]

    def namesakes(self, row: GuestRow) -> Sequence[GuestRow]:
        same = [other for other in self.rows if other.full_name == row.full_name]
        return [other for other in same if other.id != row.id][:4]

    @staticmethod
    def brief(row: GuestRow) -> GuestBrief:
        return GuestBrief(row.id, row.number, row.full_name, row.organization, row.title)

    def history(self, row: GuestRow) -> Sequence[HistoryLine]:
        before = self.at - timedelta(days=1)
        changed = [FieldChange("title", "总监", row.title), FieldChange("vip", "", "yes")]
        return [
            HistoryLine("o1", self.at, "周敏", "东门1号台", "guest set", changed, can_undo=True),
            HistoryLine(
                "o0",
                before,
                "韩秋月",
                "会务组",
                "import guests",
                [FieldChange("full_name", "", row.full_name)],
                "西宁市代表团回执（最终版）.xlsx",
                37,
            ),
        ]

    def edit(self, guest: str, field: str, text: str, desk: str) -> Edited:
        self.asked.append(("edit", guest, field, text, desk))
        if text == "错":
            raise ProblemForUser("field-wrong", field=field, value=text)
        self.values[guest, field] = text
        return Edited("o2", self.row(guest).full_name)

    def reveal(self, guest: str, field: str, purpose: str, desk: str) -> str:
        self.asked.append(("reveal", guest, field, purpose, desk))
        if not purpose:
            raise ProblemForUser("purpose-missing")
        return "13897541234"

    def undo(self, operation: str, guest: str, desk: str) -> UndoneOperation:
        self.asked.append(("undo", operation, guest, desk))
        return UndoneOperation("o3", some_kept=False)

    def read_photo(self, picture: bytes | Path, name: str) -> ReadyPhoto:
        if not picture:
            raise ProblemForUser("photo-damaged", file=name)
        return ReadyPhoto("d", b"", 300, 420)

    def put_photo(self, guest: str, photo: ReadyPhoto, desk: str) -> Edited:
        self.asked.append(("photo", guest, photo.digest, desk))
        return Edited("o4", self.row(guest).full_name)

    def take_photo_away(self, guest: str, desk: str) -> Edited:
        self.asked.append(("no photo", guest, desk))
        return Edited("o5", self.row(guest).full_name)

    def compare(self, remains: str, joined: str) -> Comparison:
        if remains == joined:
            raise ProblemForUser("join-itself")
        first, second = self.row(remains), self.row(joined)
        return Comparison(
            self.brief(first),
            self.brief(second),
            [
                FieldChoice("title", first.title, second.title, Side.REMAINS),
                FieldChoice("phone", "", "138****1234", Side.JOINED),
                FieldChoice("remark", "", "很长的备注" * 12, Side.JOINED),
            ],
            Moves(1, 2, 3, ["0013"]),
        )

    def join(self, joining: Joining, desk: str) -> Edited:
        self.asked.append(("join", joining, desk))
        if self.refuses is not None:
            raise self.refuses
        return Edited("o6", self.row(joining.remains).full_name)

    def look_at_photos(self, folder: Path, progress: Progress) -> PhotoReport:
        self.asked.append(("look", folder))
        progress(1, 2)
        named = {"file": "李刚.jpg", "guests": "00003 李刚、00016 李刚"}
        return PhotoReport(
            None,
            3,
            1,
            0,
            [PhotoFinding("x.txt", "photo-not-a-picture", {"file": "x.txt"})],
            [PhotoFinding("李刚.jpg", "photo-ambiguous", named)],
            [],
        )

    def take_photos(self, folder: Path, progress: Progress) -> PhotoReport:
        self.asked.append(("take", folder))
        progress(2, 2)
        return PhotoReport(5, 3, 1, 0, [], [], [])
