"""A batch or a contract chosen, a contract changed: to painted, with a thousand on a slate."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.large_event import event_with
from benchmarks.measuring import Figure, percentile, timed
from benchmarks.opened_window import opened_window, sleep_until_something_happens
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.readiness.readiness_column import ReadinessColumn
from qhsign.ui.stage.stage_column import StageColumn
from support.crowded_batch import crowded_slate

CONTRACTS, SIZE = 1_000, 6
MOST = 60
FEW = 8
BATCH_TARGET, CONTRACT_TARGET, CHANGE_TARGET = 100.0, 33.0, 250.0
"""Milliseconds; a change is written, and all that could follow from it is read again."""


@dataclass(slots=True)
class Columns:
    """The three columns of the screen."""

    contracts: ContractColumn
    stage: StageColumn
    readiness: ReadinessColumn
    painted: list[float] = field(default_factory=list)
    """The milliseconds painting took, each time."""

    def shows(self, batch: str) -> bool:
        """Tell whether plan and board are those of a batch."""
        board, plan, held = self.readiness.board, self.stage.work.plan, self.contracts.book.batch
        if board is None or plan is None or held is None:
            return False
        return held.id == board.batch.id == batch and plan.batch == held.name

    def paint(self) -> None:
        """Lay out and paint what changed, as the window does before it waits for the next event."""
        with timed() as watch:
            QApplication.sendPostedEvents()
        self.painted.append(watch.seconds * 1000)


@contextmanager
def opened_columns(event: Path) -> Iterator[Columns]:
    """Give the columns of the shown window once they are read."""
    with opened_window(event) as frame:
        yield columns_of(frame)


def columns_of(frame: EventFrame) -> Columns:
    """Bring the screen to the front; return its columns once the slate is chosen and shown."""
    frame.show_page(CEREMONY)
    page = frame.screens.screen_of(CEREMONY)
    if not isinstance(page, CeremonyPage):
        raise TypeError("the ceremony has another page")
    columns = Columns(page.contracts(), page.stage(), page.readiness())
    book = columns.contracts.book
    until(lambda: book.is_loaded)
    book.choose_slate(f"{CONTRACTS}项")
    until(lambda: columns.shows(book.batches[0].id))
    return columns


def until(done: Callable[[], bool]) -> None:
    """Handle events until something is so."""
    while not done():
        sleep_until_something_happens()


def batches_chosen(columns: Columns, count: int) -> list[float]:
    """Choose one batch after the other; return milliseconds until all columns are painted."""
    book, taken = columns.contracts.book, []
    for batch in book.batches[1 : count + 1]:
        with timed() as watch:
            book.choose_batch(batch.id)
            until(lambda batch=batch: columns.shows(batch.id))  # type: ignore[misc] # bound at once
            columns.paint()
        taken.append(watch.seconds * 1000)
    return taken


def contracts_chosen(columns: Columns, count: int) -> list[float]:
    """Go down the list by key within batches; return milliseconds until all is painted."""
    column = columns.contracts
    taken: list[float] = []
    column.list.setFocus()
    batch = column.book.batches[0]
    column.book.choose_batch(batch.id)
    until(lambda: columns.shows(batch.id))
    while len(taken) < count:
        column.go_to_contract(batch.contracts[0].number)
        QApplication.sendPostedEvents()  # what is painted here belongs to no key
        for row in batch.contracts[1:]:
            with timed() as watch:
                QTest.keyClick(column.list, Qt.Key.Key_Down)
                columns.paint()
            taken.append(watch.seconds * 1000)
            if column.book.contract is None or column.book.contract.number != row.number:
                raise AssertionError("the key chose another contract")
    return taken


def contracts_changed(columns: Columns, count: int) -> list[float]:
    """Change titles one by one; return milliseconds until the list is painted with each."""
    column, taken = columns.contracts, []
    number = column.book.batches[0].contracts[0].number
    column.go_to_contract(number)
    for place in range(count):
        title = f"第{place}次改名"
        with timed() as watch:
            column.work.change(number, {"title": title})
            until(lambda title=title: title_of(columns) == title)  # type: ignore[misc] # as above
            columns.paint()
        taken.append(watch.seconds * 1000)
    return taken


def title_of(columns: Columns) -> str:
    """Return the title of the chosen contract."""
    row = columns.contracts.book.contract
    return row.title if row is not None else ""


def say(
    name: str, taken: Sequence[float], target: float, columns: Columns, share: float = 0.99
) -> None:
    """Tell a figure beside what painting alone took meanwhile."""
    painted, columns.painted = columns.painted, []
    word = f"p{share * 100:.0f}"
    Figure(
        f"{name}, {CONTRACTS} contracts, {word} of {len(taken)}",
        percentile(taken, share), "ms", target,
        f"painting alone, {word}", percentile(painted, share),
    ).say()  # fmt: skip


def main(folder: Path, guests: int) -> None:
    """Measure into ``folder`` with one slate of a thousand contracts in batches of six."""
    event = event_with(guests, folder)
    with Desk(EventFile.open(event), name="签约厅1号台") as desk:
        crowded_slate(desk, CONTRACTS, SIZE, desk.now() + timedelta(minutes=12))
    count, few = min(MOST, guests // 20), min(FEW, guests // 20)
    with opened_columns(event) as columns:
        taken = batches_chosen(columns, count)
        say("another batch chosen to painted", taken, BATCH_TARGET, columns)
        taken = contracts_chosen(columns, count)
        say("a contract chosen by key to painted", taken, CONTRACT_TARGET, columns)
        taken = contracts_changed(columns, few)
        say("a contract changed to painted", taken, CHANGE_TARGET, columns, 0.5)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
