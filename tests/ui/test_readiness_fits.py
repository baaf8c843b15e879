"""The board, its panels and the overview's line at every size and in every language."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.services import batch_proposals, certificates, contracts, guests, substitution
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.clipping import SIZES, StretchedWords, cut
from support.desks import Clock, add_guest
from support.real_windows import RealEvent
from support.stages import DOORS, SLATE, number_of, stage_desk
from support.waiting_windows import Waiting, open_board, timed

OpenWindow = Callable[[OpenEvent], MainWindow]
LONG = "海西蒙古族藏族自治州德令哈市光热储能一体化暨装备制造及配套输变电工程（一期）"


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staged")
    with stage_desk(folder, 3, Clock(DOORS)) as desk:
        batch_proposals.apply(desk, SLATE, 6)
        contracts.set_contract(
            desk, 1, {"title": LONG, "mode": "云签约", "乙.witnesses": "主2、主3"}
        )
        guests.set_guest(
            desk, number_of(desk, "客1"), {"phone": "13812345678", "liaison": "阿依古丽·买买提江"}
        )
        add_guest(desk, "替补人", LONG, title=LONG)
        contracts.approve(desk, [2], "韩秋月")
        certificates.print_certificates(desk, folder / "z.pdf", contract_numbers=[2])
        substitution.substitute(
            desk, 2, "乙", number_of(desk, "替补人"), authorised=True, approver="马骏"
        )
        path = desk.file.path
    return timed(RealEvent(path)).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(shutil.copy(staged, tmp_path)))


@pytest.fixture
def board(open_window: OpenWindow, event: RealEvent, qtbot: QtBot) -> Iterator[Waiting]:
    found = open_board(open_window, qtbot, event.path, 12)
    yield found
    found.desk.file.close()


@pytest.fixture(params=["zh", "en", "stretched"])
def speaking(
    board: Waiting, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[Waiting]:
    words = StretchedWords()
    if request.param == "stretched":
        board.window._set_language(Language.ENGLISH)
        qapp.installTranslator(words)
    else:
        board.window._choose_language(request.param)
    yield board
    qapp.removeTranslator(words)
    board.window._set_language(Language.CHINESE)


def test_no_word_is_cut_off(speaking: Waiting) -> None:
    window, column, found = speaking.window, speaking.column, []
    for size in SIZES:
        window.resize(*size)
        speaking.settle()
        found += [(size, "board", each) for each in cut(column)]
        column.show_details(1)
        speaking.settle()
        found += [(size, "details", each) for each in cut(column)]
        column.show_list()
        column.open_substitution(1, "乙")
        speaking.settle()
        found += [(size, "substitution", each) for each in cut(column.substitution)]
        column.substitution.put_away()
        column.show_slip()
        found += [(size, "slip", each) for each in cut(column.slip)]
        column.slip.put_away()
    assert found == []


def test_the_next_batch_fits_on_the_overview(speaking: Waiting) -> None:
    frame = speaking.window.frame
    assert frame is not None
    frame.show_page("overview")
    page = frame.screens.screen_of("overview")
    found = []
    for size in SIZES:
        speaking.window.resize(*size)
        speaking.settle()
        found += [(size, each) for each in cut(page.stage)]  # type: ignore[attr-defined] # the overview's
    assert found == []
