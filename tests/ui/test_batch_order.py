"""Whole batches put in another order in the column: dragged, by keys and from the menu."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from qhsign.services import batches
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony, staged_event
from support.contract_columns import ALT, CTRL, press, wait
from support.real_windows import RealEvent

OpenWindow = Callable[[OpenEvent], MainWindow]
FIRST, SECOND, THIRD = "第一批", "第二批", "第三批"


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return staged_event(tmp_path_factory.mktemp("staged"), 6, 2).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(copy(staged, tmp_path)))


@pytest.fixture
def desk(event: RealEvent) -> Iterator[Desk]:
    with Desk(EventFile.open(event.path)) as made:
        yield made


@pytest.fixture
def page(open_window: OpenWindow, qtbot: QtBot) -> CeremonyPage:
    return open_ceremony(open_window, qtbot)[1]


@pytest.fixture
def column(page: CeremonyPage) -> ContractColumn:
    column = page.contracts()
    column.list.setFocus()
    return column


def order(desk: Desk) -> list[str]:
    return [row.name for row in batches.list_batches(desk)]


def headings(column: ContractColumn) -> list[str]:
    return [line.batch.name for line in column.model.lines if line.batch is not None]


def heading(column: ContractColumn, name: str) -> QPoint:
    """Return the middle of a batch's heading in the list."""
    lines = column.model.lines
    row = next(i for i, each in enumerate(lines) if each.batch and each.batch.name == name)
    return column.list.visualRect(column.model.index(row)).center()


def drag(column: ContractColumn, begin: QPoint, end: QPoint) -> bool:
    """Take a heading up with the mouse and let it go; return whether it was taken there.

    A screen that shows nothing has no drag of its own: what it would tell is told to the list.
    """
    view, left, none = column.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    taken: list[QMimeData] = []

    def start(_: Qt.DropAction) -> None:
        taken.append(column.model.mimeData(column.list.selectedIndexes()))

    column.list.startDrag = start  # type: ignore[method-assign] # what a screen would go on with
    QTest.mousePress(view, left, pos=begin)
    for way in (10, 20, 30):
        QTest.mouseMove(view, begin + QPoint(0, way))
    del column.list.startDrag
    QTest.mouseRelease(view, left, pos=begin + QPoint(0, 30))
    move = Qt.DropAction.MoveAction
    entering = QDragEnterEvent(begin, move, taken[0], left, none)
    column.list.dragEnterEvent(entering)
    moving = QDragMoveEvent(end, move, taken[0], left, none)
    column.list.dragMoveEvent(moving)
    drop = QDropEvent(QPointF(end), move, taken[0], left, none)
    column.list.dropEvent(drop)
    return entering.isAccepted() and moving.isAccepted() and drop.isAccepted()


def test_a_heading_is_dragged_between_other_batches(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    assert drag(column, heading(column, THIRD), heading(column, FIRST) - QPoint(0, 4))
    wait(column, qtbot)
    assert order(desk) == [THIRD, FIRST, SECOND]
    assert headings(column) == [THIRD, FIRST, SECOND]
    assert page._parts.bar.sentence == "第三批改在第一批之前上台。"
    page.undo()
    wait(column, qtbot)
    assert order(desk) == [FIRST, SECOND, THIRD]


def test_dropped_on_the_contracts_below_it_goes_behind(
    column: ContractColumn, qtbot: QtBot, desk: Desk
) -> None:
    last = column.model.rowCount() - 1
    bottom = column.list.visualRect(column.model.index(last)).center()
    assert drag(column, heading(column, FIRST), bottom)
    wait(column, qtbot)
    assert order(desk) == [SECOND, THIRD, FIRST]


def test_a_slate_takes_no_batch(column: ContractColumn, qtbot: QtBot, desk: Desk) -> None:
    slate = column.list.visualRect(column.model.index(0)).center()
    assert not drag(column, heading(column, THIRD), slate)
    wait(column, qtbot)
    assert order(desk) == [FIRST, SECOND, THIRD]


def test_keys_put_the_chosen_batch_earlier_and_later(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    column.book.choose_batch(column.book.rows.batches[1].id)
    press(column, Qt.Key.Key_PageUp, ALT | CTRL)
    wait(column, qtbot)
    assert order(desk) == [SECOND, FIRST, THIRD]
    press(column, Qt.Key.Key_PageUp, ALT | CTRL)
    wait(column, qtbot)
    assert order(desk) == [SECOND, FIRST, THIRD], "there is nothing before the first"
    for _ in range(2):
        press(column, Qt.Key.Key_PageDown, ALT | CTRL)
        wait(column, qtbot)
    assert order(desk) == [FIRST, THIRD, SECOND]
    assert column.book.batch is not None
    assert column.book.batch.name == SECOND
    page.undo()
    wait(column, qtbot)
    assert order(desk) == [FIRST, SECOND, THIRD]


def test_a_locked_batch_says_why_it_stays(
    column: ContractColumn, page: CeremonyPage, qtbot: QtBot, desk: Desk
) -> None:
    batches.lock(desk, SECOND)
    column.batches.place(column.book.rows.batches[1].id, "")
    wait(column, qtbot)
    assert order(desk) == [FIRST, SECOND, THIRD]
    assert "已锁定" in page._parts.bar.sentence


def test_the_menu_of_a_batch_moves_it_too(column: ContractColumn, qtbot: QtBot, desk: Desk) -> None:
    lines = column.model.lines
    line = next(each for each in lines if each.batch is not None and each.batch.name == FIRST)
    column.list.menu_asked.emit(line, QPoint(0, 0))
    menu = column.findChildren(QMenu)[-1]
    earlier, later = (
        next(each for each in menu.actions() if each.text() == words)
        for words in ("提前一批", "推后一批")
    )
    assert not earlier.isEnabled()
    later.trigger()
    menu.close()
    wait(column, qtbot)
    assert order(desk) == [SECOND, FIRST, THIRD]
