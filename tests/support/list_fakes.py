"""An event in memory into which lists can be imported, and out of which they can be written."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from qhsign.domain.contract import LifeCycle
from qhsign.domain.contract_entry import PartyEntry
from qhsign.domain.guest import Category, Invitation
from qhsign.domain.list_sheet import ListProblem
from qhsign.domain.money import Amount
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.services.import_records import (
    ImportReport,
    MissingContract,
    MissingGuest,
    PastImport,
    Undone,
)
from qhsign.services.list_records import (
    CONTRACTS,
    GUESTS,
    ImportPreview,
    ListChoice,
    ListColumn,
    ListLook,
    ListSource,
    MarkedList,
    PreviewRow,
    RowKind,
    Shown,
)
from qhsign.ui.export.export_provider import ColumnChoice, ExportProvider, ExportWish, Written
from qhsign.ui.lists.list_provider import ListProvider
from qhsign.ui.providers import WindowProviders
from qhsign.wording import Language
from support.window_fakes import FakeEvent

LONG = "努尔买买提江·阿卜杜热合曼·买买提吐尔逊"
PLACE = "青海省海西蒙古族藏族自治州德令哈市循环经济工业园区管理委员会"
FIELDS = ("full_name", "organization", "title", "phone", "diet", "remark")
LOOK = ListLook(
    "外事办名单_0710晚.xlsx",
    ("总表", "填表说明"),
    "总表",
    3,
    5,
    (
        ListColumn(1, "B", "姓名", "full_name", 1.0, ("李䶮", LONG)),
        ListColumn(2, "C", "工作单位", "organization", 0.98, (PLACE,)),
        ListColumn(3, "D", "职务/职称", "title", 0.97, ("副厅长",)),
        ListColumn(5, "F", "联系方式", "phone", 0.96, ("138****6218",)),
        ListColumn(9, "J", "饮食禁忌及其他需要说明的情况", "diet", 0.62, ("清真、素食",)),
        ListColumn(10, "K", "签字", "", 0.0, ()),
    ),
    FIELDS,
    "d1",
)


def preview_row(row: int, kind: RowKind, **changes: object) -> PreviewRow:
    """Make one guest of a preview; every third has a long name."""
    made = PreviewRow(
        row,
        kind,
        LONG if row % 3 == 0 else "李䶮",
        {"organization": PLACE, "title": "总监", "phone": "138****6218"},
        {"title": ("总监", "副总裁"), "category": (Category.GUEST, Category.MEDIA)}
        if kind is RowKind.CHANGED
        else {},
        12 if kind is RowKind.SUSPECTED else None,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # a test names fields it knows


ROWS = (
    preview_row(37, RowKind.CHANGED),
    preview_row(52, RowKind.CHANGED),
    preview_row(53, RowKind.NEW),
    preview_row(54, RowKind.NEW),
    preview_row(55, RowKind.UNCHANGED),
    preview_row(58, RowKind.SUSPECTED),
)
PROBLEMS = (
    ListProblem(
        53, "饮食禁忌及其他需要说明的情况", Severity.NOTE, "heading-unknown", {"heading": "签字"}
    ),
    ListProblem(52, "联系方式", Severity.WARNING, "gender-unknown", {"text": "外星"}),
    ListProblem(91, "姓名", Severity.ERROR, "name-missing", {}),
)
MISSING = (MissingGuest(19, "单雄信", PLACE, "员工", Invitation.DECLINED),)


SLATES = ("重点项目现场签约", "绿色算力")
CONTRACT_LOOK = replace(
    LOOK,
    name="签约项目清单.xlsx",
    columns=(
        ListColumn(0, "A", "项目名称", "title", 1.0, ("青海湖算力中心",)),
        ListColumn(1, "B", "甲方", "party_a", 1.0, (PLACE,)),
        ListColumn(2, "C", "乙方", "party_b", 0.7, ("某公司",)),
        ListColumn(3, "D", "投资额（亿元）", "amount", 0.98, ("53.6",)),
    ),
    fields=("title", "party_a", "party_b", "signatory_a", "amount", "kind", "remark"),
    kind=CONTRACTS,
)
_SIGNED: dict[str, Shown] = {
    "parties": f"甲方：{PLACE}；乙方：某公司",
    "amount": Amount(5_360_000_000),
}
CONTRACT_ROWS = (
    PreviewRow(3, RowKind.NEW, "青海湖算力中心" * 5, dict(_SIGNED), {}),
    PreviewRow(
        4, RowKind.CHANGED, "零碳产业园", dict(_SIGNED),
        {"amount": (Amount(4_000_000_000), Amount(5_360_000_000)),
         "status": (LifeCycle.TO_SIGN, LifeCycle.SIGNED)},
    ),
    PreviewRow(5, RowKind.SUSPECTED, "稀散元素提取", dict(_SIGNED), {}, 2),
)  # fmt: skip
MISSING_CONTRACTS = (
    MissingContract(7, "云签约项目", (PartyEntry("甲", PLACE),), Amount(100_000_000)),
)


class FakeLists(FakeEvent):
    """Keeps what was asked; ``wrong`` is raised by the next function that is called."""

    def __init__(self, guests: int = 40) -> None:
        super().__init__(guests)
        self.wrong: ProblemForUser | None = None
        self.rows_previewed: Sequence[PreviewRow] = ROWS
        self.problems: Sequence[ListProblem] = PROBLEMS
        self.look_at = LOOK
        self.sources: list[tuple[ListSource, str | None]] = []
        self.choices: list[ListChoice] = []
        self.left_out: list[frozenset[int]] = []
        self.undone: list[int] = []
        self.marked: list[Path] = []
        self.cancelled: list[frozenset[int]] = []
        self.guessed = GUESTS
        self.missing: Sequence[MissingGuest] = MISSING
        self.imports: list[PastImport] = []
        self.wishes: list[tuple[ExportWish, Path]] = []
        self.doubts: Sequence[tuple[str, dict[str, object]]] = ()

    def open(self, path: Path) -> WindowProviders:
        lists = ListProvider(
            self.look, self.preview, self.take, self.undo, lambda: tuple(self.imports), self.mark,
            lambda: SLATES,
        )  # fmt: skip
        return replace(
            super().open(path), lists=lists, exports=ExportProvider(self.columns, self.write)
        )

    def look(self, source: ListSource, sheet: str | None, kind: str) -> ListLook:
        self._refuse()
        self.sources.append((source, sheet))
        look = self.look_at if (kind or self.guessed) == GUESTS else CONTRACT_LOOK
        return replace(look, sheet=sheet or look.sheet)

    def preview(self, choice: ListChoice, progress: Callable[[int, int], None]) -> ImportPreview:
        self._refuse()
        self.choices.append(choice)
        progress(1, 2)
        letters = {column.heading: column.letter for column in self.look_at.columns}
        if choice.kind == CONTRACTS:
            return ImportPreview(
                self._report(None), CONTRACT_ROWS, (), letters, CONTRACTS, MISSING_CONTRACTS
            )
        return ImportPreview(self._report(None), self.rows_previewed, self.missing, letters)

    def take(
        self,
        choice: ListChoice,
        leave_out: Collection[int],
        progress: Callable[[int, int], None],
        cancel: Collection[int] = (),
    ) -> ImportReport:
        self._refuse()
        self.cancelled.append(frozenset(cancel))
        self.choices.append(choice)
        self.left_out.append(frozenset(leave_out))
        progress(1, 2)
        number = len(self.imports) + 1
        at = datetime(2026, 7, 10, 21, 5, tzinfo=UTC)
        self.imports.insert(0, PastImport(number, "guests", LOOK.name, at, 3, 2, None))
        return self._report(number)

    def undo(self, number: int) -> Undone:
        self._refuse()
        self.undone.append(number)
        return Undone(5, 1)

    def mark(self, choice: ListChoice, out: Path, language: Language) -> MarkedList:
        self._refuse()
        self.choices.append(choice)
        self.marked.append(out)
        return MarkedList(2, 2)

    def columns(self, what: str) -> Sequence[ColumnChoice]:
        if what != "guests":
            return (ColumnChoice("number", usual=True, sensitive=False),)
        return (
            ColumnChoice("number", usual=True, sensitive=False),
            ColumnChoice("full_name", usual=True, sensitive=False),
            ColumnChoice("pinyin", usual=False, sensitive=False),
            ColumnChoice("phone", usual=False, sensitive=True),
        )

    def write(
        self, wish: ExportWish, out: Path, language: Language, progress: Callable[[int, int], None]
    ) -> Written:
        self._refuse()
        progress(1, 2)
        self.wishes.append((wish, out))
        return Written(len(wish.only) if wish.only is not None else len(self.rows), 1, self.doubts)

    def _refuse(self) -> None:
        wrong, self.wrong = self.wrong, None
        if wrong is not None:
            raise wrong

    def _report(self, number: int | None) -> ImportReport:
        return ImportReport(number, "总表", 3, {}, 6, 3, 2, 1, 1, 1, {}, self.problems)
