"""Printing in memory, for the window's tests: stacks of the fake event's guests, pages of dots."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

from qhsign.background.progress import Progress
from qhsign.domain.problems import ProblemForUser
from qhsign.services.print_records import (
    LayoutChoice,
    LedgerLine,
    PagePicture,
    PreflightLine,
    Printable,
    Printed,
    PrintWish,
    Stack,
    StackPiece,
)
from qhsign.ui.prints.print_provider import PrintProvider
from qhsign.ui.providers import WindowProviders
from support.window_fakes import BEGAN, FakeEvent

LAYOUTS = (
    LayoutChoice("badge-90x130", "badge", (90, 130)),
    LayoutChoice("badge-90x130-photo-a4", "badge", (90, 130), ("photo", "sheet")),
    LayoutChoice("place-card-200x100-name", "place-card", (200, 100), ("name",)),
    LayoutChoice("certificate-a4-bilingual", "certificate", (297, 210), ("bilingual",)),
)
SLATES = ("重点项目现场签约", "青海省绿色算力与数字经济产业发展重点合作项目集中签约清单")
CONTRACTS = (
    StackPiece(1, "0001", "西宁市湟源县稀散元素提取项目", "西宁市人民政府、中国建材集团有限公司"),
    StackPiece(2, "0002", "零碳产业园", "海东市人民政府、绿色算力公司"),
)


def ledger_line(number: int, kind: str, outcome: str = "done", **changes: object) -> LedgerLine:
    """Make a run of the ledger."""
    line = LedgerLine(
        run=f"P-{number:04d}", at=BEGAN + timedelta(minutes=number), operator="周敏", desk="",
        kind=kind, layout="", destination="证件.pdf", pieces=3, left_out=0, pages=3, reason="",
        outcome=outcome, items=None,
    )  # fmt: skip
    return replace(line, **changes)  # type: ignore[arg-type]  # a test names fields it knows


class PrintingEvent(FakeEvent):
    """A fake event that prints: every wish and every page asked for is kept to be looked at.

    ``printed`` are the numbers of guests printed before, ``lines`` what the check finds. A run
    waits for ``go_on`` where that is taken away, and tells its progress meanwhile.
    """

    def __init__(self, guests: int = 40) -> None:
        super().__init__(guests)
        self.printed: set[int] = set()
        self.lines: list[PreflightLine] = []
        self.ledger: list[LedgerLine] = []
        self.wishes: list[PrintWish] = []
        self.previews: list[int] = []
        self.runs: list[tuple[PrintWish, Path]] = []
        self.stack_problem: ProblemForUser | None = None
        self.preview_problem: ProblemForUser | None = None
        self.print_problem: ProblemForUser | None = None
        self.pages = 1
        self.signed: tuple[StackPiece, ...] = CONTRACTS
        self.go_on = Event()
        self.go_on.set()

    def open(self, path: Path) -> WindowProviders:
        given = PrintProvider(
            layouts=lambda: LAYOUTS,
            own_layout=self.own_layout,
            slates=lambda: SLATES,
            stack=self.stack,
            check=lambda _: tuple(self.lines),
            preview=self.preview,
            picture=self.picture,
            print_out=self.print_out,
            ledger=lambda limit: tuple(self.ledger)[:limit],
        )
        return replace(super().open(path), prints=given)

    def own_layout(self, path: str, piece: str) -> LayoutChoice:
        if "wrong" in path:
            raise ProblemForUser("layout-of-another", layout=Path(path).stem)
        return LayoutChoice(path, piece, (80, 120), ("own",))

    def stack(self, wish: PrintWish) -> Stack:
        self.wishes.append(wish)
        if self.stack_problem is not None:
            raise self.stack_problem
        if not wish.what.on_layouts:
            return Stack()
        if wish.what is Printable.CERTIFICATES:
            chosen = [
                each for each in self.signed if not wish.numbers or each.number in wish.numbers
            ]
            return Stack(chosen, is_empty_event=not self.signed)
        rows = [
            row
            for row in self.rows
            if (not wish.numbers or row.number in wish.numbers)
            and (wish.category is None or row.category is wish.category)
            and (wish.again or wish.numbers or row.number not in self.printed)
        ]
        pieces = [
            StackPiece(row.number, row.label, row.full_name, row.organization) for row in rows
        ]
        before = sum(row.number in self.printed for row in rows)
        return Stack(pieces, before, not self.rows)

    def preview(self, wish: PrintWish, number: int) -> bytes:
        self.previews.append(number)
        if self.preview_problem is not None:
            raise self.preview_problem
        return f"{wish.what} {number}".encode()

    def picture(self, pdf: bytes, page: int, dots_per_mm: float) -> PagePicture:
        wide, high = round(90 * dots_per_mm), round(130 * dots_per_mm)
        stride = wide * 3
        shown = min(max(page, 1), self.pages)
        return PagePicture(
            wide, high, stride, b"\xf0" * stride * high, (90, 130), shown, self.pages
        )

    def print_out(self, wish: PrintWish, out: Path, progress: Progress) -> Printed:
        if self.print_problem is not None:
            raise self.print_problem
        done = 0
        while not self.go_on.wait(0.01):
            done += 1
            progress(done, 1_000)
        self.runs.append((wish, out))
        pieces = self.stack(wish).pieces
        self.ledger.insert(0, ledger_line(len(self.runs), wish.what, reason=wish.reason))
        return Printed(len(pieces), len(pieces) or 12)
