"""An alarm time passes with somebody missing: heard once and told over every screen."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.services import batches, contracts
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.readiness.alarm_notice import AlarmNotice
from support.ceremony_windows import staged_event
from support.real_windows import RealEvent
from support.silent_loudspeaker import SilentLoudspeaker
from support.waiting_windows import ON_STAGE, Waiting, open_board, timed

OpenWindow = Callable[[OpenEvent], MainWindow]
ALARM = "alarm-60"
EVERYBODY = [f"{who}{number}" for number in (1, 2, 3) for who in ("主", "客", "助")]


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return timed(staged_event(tmp_path_factory.mktemp("staged"), 6, 3)).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(shutil.copy(staged, tmp_path)))


@pytest.fixture
def board(open_window: OpenWindow, event: RealEvent, qtbot: QtBot) -> Iterator[Waiting]:
    found = open_board(open_window, qtbot, event.path)
    yield found
    found.desk.file.close()


@pytest.fixture
def frame(board: Waiting) -> EventFrame:
    """The window at the guests: nobody looks at the board."""
    frame = board.window.frame
    assert frame is not None
    frame.show_page("guests")
    board.settle()
    return frame


@pytest.fixture
def notice(board: Waiting, frame: EventFrame) -> AlarmNotice:
    frame.watch_alarms()
    assert frame.alarm is not None
    board.settle()
    return frame.alarm


def at(board: Waiting, notice: AlarmNotice, minutes: float) -> None:
    """Come to so many minutes before the first batch goes on stage."""
    board.clock.now = ON_STAGE - timedelta(minutes=minutes)
    notice.watch.tick()
    board.settle()


def test_an_alarm_is_heard_once_and_told_until_everybody_has_come(
    board: Waiting, notice: AlarmNotice, loudspeaker: SilentLoudspeaker
) -> None:
    board.come(*EVERYBODY[:-2])
    at(board, notice, 30.1)
    assert (notice.isHidden(), loudspeaker.heard) == (True, [])
    at(board, notice, 30)
    assert notice.sentence == "第一批已过T−30，还缺：客3、助3"
    assert loudspeaker.heard == [ALARM]
    board.announce(*Changed)
    board.settle()
    at(board, notice, 29)
    assert loudspeaker.heard == [ALARM], "nothing read again rings again"
    board.come("客3")
    board.announce()
    at(board, notice, 28)
    assert notice.sentence == "第一批已过T−30，还缺：助3"
    board.come("助3")
    board.announce()
    at(board, notice, 27)
    assert notice.isHidden()
    at(board, notice, 15)
    assert (notice.isHidden(), loudspeaker.heard) == (True, [ALARM]), "nobody is missing"


def test_every_alarm_rings_and_one_that_is_put_off_rings_again(
    board: Waiting, notice: AlarmNotice, loudspeaker: SilentLoudspeaker
) -> None:
    at(board, notice, 30)
    at(board, notice, 15)
    assert "T−15" in notice.sentence
    assert loudspeaker.heard == [ALARM] * 2
    batches.set_batch(board.desk, "1", {"starts": "2024-07-11T15:50"})
    board.announce(Changed.CONTRACTS)
    board.settle()
    at(board, notice, 0)
    assert "T−30" in notice.sentence
    assert loudspeaker.heard == [ALARM] * 3


def test_an_alarm_nobody_heard_in_time_is_no_news(
    open_window: OpenWindow, event: RealEvent, qtbot: QtBot, loudspeaker: SilentLoudspeaker
) -> None:
    found = open_board(open_window, qtbot, event.path, 12)
    frame = found.window.frame
    assert frame is not None
    frame.watch_alarms()
    assert frame.alarm is not None
    found.settle()
    assert (frame.alarm.isHidden(), loudspeaker.heard) == (True, [])
    found.desk.file.close()


def test_a_desk_that_is_silent_sees_it_only(
    board: Waiting, frame: EventFrame, notice: AlarmNotice, loudspeaker: SilentLoudspeaker
) -> None:
    frame.sounds.switch(on=False)
    at(board, notice, 30)
    assert (notice.isHidden(), loudspeaker.heard) == (False, [])
    assert "第一批已过T−30，还缺9人：主1、客1、主2等" in notice.sentence


def test_the_notice_leads_to_the_board_which_tells_it_by_itself(
    board: Waiting, frame: EventFrame, notice: AlarmNotice, loudspeaker: SilentLoudspeaker
) -> None:
    board.column.book.choose_batch(board.column.book.batches[1].id)
    at(board, notice, 30)
    QTest.mouseClick(notice._button, Qt.MouseButton.LeftButton)
    board.settle()
    assert (frame.page, notice.isHidden()) == ("ceremony", True)
    assert board.column.board is not None
    assert board.column.board.batch.number == 1
    assert not board.column.alarm.isHidden()
    at(board, notice, 15)
    assert (notice.isHidden(), loudspeaker.heard) == (True, [ALARM] * 2)


def test_it_goes_when_somebody_looks_at_the_board(
    board: Waiting, frame: EventFrame, notice: AlarmNotice
) -> None:
    at(board, notice, 30)
    frame.show_page("ceremony")
    at(board, notice, 29.9)
    assert notice.isHidden()


def test_it_goes_and_stays_away_when_put_away(board: Waiting, notice: AlarmNotice) -> None:
    at(board, notice, 30)
    QTest.mouseClick(notice._close, Qt.MouseButton.LeftButton)
    board.come("主1")
    board.announce()
    at(board, notice, 29)
    assert notice.isHidden()


def test_it_speaks_the_language_of_the_window(board: Waiting, notice: AlarmNotice) -> None:
    contracts.set_contract(board.desk, 1, {"乙.signatory": ""})
    board.come(*(name for name in EVERYBODY if name != "客1"))
    at(board, notice, 30)
    assert notice.sentence == "第一批已过T−30，签约人还未确定"
    board.window._choose_language("en")
    told = "第一批: T−30 has passed, signatories not named yet"
    board.qtbot.waitUntil(lambda: notice.sentence == told)
    board.window._choose_language("zh")
