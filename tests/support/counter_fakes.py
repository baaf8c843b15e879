"""The door's use cases in memory, for the window's tests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.domain.check_in import Verdict
from qhsign.domain.name_reading import Reading
from qhsign.domain.search import search_text
from qhsign.services.check_in_records import ScanResult
from qhsign.services.guest_records import DoorBadge, RegisteredGuest
from qhsign.services.late_sheet_records import LineState, Sheet, SheetLine
from qhsign.ui.check_in.counter_provider import CounterProvider, LateSheetProvider, NewGuest
from qhsign.ui.providers import WindowProviders
from support.window_fakes import BEGAN, ZONE, FakeEvent, guest_row, scan_result

if TYPE_CHECKING:
    from qhsign.domain.problems import ProblemForUser
    from qhsign.services.findings import Finding


class FakeCounter:
    """Registers into the guests of a FakeEvent and prints nothing but a line in ``printed``."""

    def __init__(self, event: FakeEvent) -> None:
        self.event = event
        self.registered: list[tuple[NewGuest, str]] = []
        self.rehearsals: list[ScanResult] = []
        self.entered: list[tuple[str, dict[str, datetime], str]] = []
        self.annulled: list[tuple[str, str]] = []
        self.printed: list[tuple[int, Path]] = []
        self.findings: tuple[Finding, ...] = ()
        self.problem: ProblemForUser | None = None

    def open(self, path: Path) -> WindowProviders:
        """Open the event with its counter."""
        opened = self.event.open(path)
        rehearsal = replace(opened.check_in, record_scan=self.rehearse, recent_scans=self.rehearsed)
        late = LateSheetProvider(lambda: BEGAN, self.read_sheet, self.enter_sheet, self.annul_sheet)
        counter = CounterProvider(self.register, self.print_badge, rehearsal, late)
        return replace(opened, counter=counter)

    def rehearse(
        self, code: str, activity_id: str, desk: str, nonce: str, *, leaving: bool
    ) -> ScanResult:
        row = self.event.rows[int(code) - 1]
        scan = f"r{len(self.rehearsals)}"
        result = scan_result(
            Verdict.ADMITTED, row, scan, desk, counted=False, rehearsal=True, leaving=leaving
        )
        self.rehearsals.append(result)
        return result

    def rehearsed(self, activity: str, limit: int) -> Sequence[ScanResult]:
        return tuple(reversed(self.rehearsals))[:limit]

    def register(self, guest: NewGuest, desk: str) -> RegisteredGuest:
        if self.problem is not None:
            raise self.problem
        self.registered.append((guest, desk))
        number = len(self.event.rows) + 1
        text = search_text(
            full_name=guest.name, reading=Reading(()), organization=guest.organization,
            title=guest.title, number=f"{number:05d}",
        )  # fmt: skip
        self.event.rows.append(
            guest_row(
                number,
                full_name=guest.name,
                organization=guest.organization,
                title=guest.title,
                category=guest.category,
                vip=False,
                search_text=text,
            )
        )
        return RegisteredGuest(f"g{number}", number, guest.name)

    def print_badge(self, number: int, folder: Path) -> DoorBadge:
        if self.problem is not None:
            raise self.problem
        self.printed.append((number, folder))
        return DoorBadge(folder / f"badge-{number:05d}.pdf", self.findings)

    def read_sheet(self, activity_id: str, text: str, day: date, at: time) -> Sequence[SheetLine]:
        """Know guests by their numbers; number 2 is there already."""
        return [
            self._line(place, line, datetime.combine(day, at, ZONE))
            for place, line in enumerate(text.splitlines(), start=1)
        ]

    def _line(self, place: int, text: str, at: datetime) -> SheetLine:
        if not text.isdigit():
            return SheetLine(place, text, LineState.UNKNOWN, at)
        row = self.event.rows[int(text) - 1]
        state = LineState.HERE if row.number == 2 else LineState.FOUND
        return SheetLine(
            place, text, state, at, row.id, row.number, row.full_name, row.organization
        )

    def enter_sheet(self, activity_id: str, arrivals: Mapping[str, datetime], desk: str) -> Sheet:
        if self.problem is not None:
            raise self.problem
        self.entered.append((activity_id, dict(arrivals), desk))
        return Sheet("sheet", len(arrivals))

    def annul_sheet(self, sheet: str, reason: str) -> int:
        self.annulled.append((sheet, reason))
        return len(self.entered[-1][1])
