"""The next batch on the overview, over a real event."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.domain.readiness import Light
from qhsign.services import batches
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.overview.overview_page import OverviewPage
from qhsign.ui.overview.stage_line import StageLine
from qhsign.wording import Language
from support.ceremony_windows import staged_event
from support.real_windows import RealEvent
from support.waiting_windows import Waiting, open_board, timed


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return timed(staged_event(tmp_path, 4, 2))


@pytest.fixture
def board(
    open_window: Callable[[OpenEvent], MainWindow], event: RealEvent, qtbot: QtBot
) -> Iterator[Waiting]:
    found = open_board(open_window, qtbot, event.path, 12)
    yield found
    found.desk.file.close()


def line_of(board: Waiting) -> StageLine:
    frame = board.window.frame
    assert frame is not None
    frame.show_page("overview")
    page = frame.screens.screen_of("overview")
    assert isinstance(page, OverviewPage)
    assert page.stage is not None
    board.settle()
    return page.stage


def test_the_next_batch_its_counts_and_the_time_left(board: Waiting) -> None:
    line = line_of(board)
    assert line.isVisible()
    assert line.batch.text() == "下一批：第一批"
    assert line.clock.time.text() == "12:00"
    assert line.counts[Light.RED].number.text() == "2"
    board.clock.forward(seconds=30)
    line.tick()
    assert line.clock.time.text() == "11:30"
    board.come("主1", "客1")
    board.announce()
    board.settle()
    assert [line.counts[light].number.text() for light in Light] == ["0", "1", "1"]
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    frame = board.window.frame
    assert frame is not None
    assert frame.page == "ceremony"


def test_it_goes_to_the_next_batch_and_away_after_the_last(board: Waiting) -> None:
    line = line_of(board)
    for batch, name in (("1", "第二批"), ("2", "")):
        for state in ("候场", "上台"):
            batches.set_batch(board.desk, batch, {"state": state})
        board.announce()
        board.settle()
        assert (line.isVisible(), name in line.batch.text()) == (bool(name), True)


def test_a_narrow_window_tells_the_time_in_full(board: Waiting) -> None:
    line = line_of(board)
    assert line._slate.isVisible()
    window = board.window
    window._choose_language(Language.ENGLISH)
    window.resize(911, 512)
    board.clock.forward(minutes=40)
    line.tick()
    board.settle()
    words = line.clock.words
    assert words.text().startswith("Was to go on stage at ")
    assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width()
    assert not line._slate.isVisible()
    assert line.batch.toolTip() == "重点项目现场签约"
    window._choose_language(Language.CHINESE)
