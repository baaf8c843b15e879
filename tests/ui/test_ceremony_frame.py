"""The frame of the ceremony: toolbar, folding columns, the palette; no word is cut off."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.services.contract_records import ContractRow
from qhsign.ui.ceremony.ceremony_commands import CEREMONY, SHOW, STAGE
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.stage_part import StagePart
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.wording import Language
from support.ceremony_windows import open_ceremony, staged_event
from support.clipping import SIZES, StretchedWords, cut
from support.real_windows import RealEvent, opening, settle


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return staged_event(tmp_path_factory.mktemp("staged"), contracts=4, size=2).path


@pytest.fixture
def event(staged: Path, tmp_path: Path) -> RealEvent:
    return RealEvent(Path(copy(staged, tmp_path)))


@pytest.fixture
def opened(
    open_window: Callable[[OpenEvent], MainWindow], qtbot: QtBot
) -> tuple[MainWindow, CeremonyPage]:
    return open_ceremony(open_window, qtbot)


@pytest.fixture
def window(opened: tuple[MainWindow, CeremonyPage]) -> MainWindow:
    return opened[0]


@pytest.fixture
def page(opened: tuple[MainWindow, CeremonyPage]) -> CeremonyPage:
    return opened[1]


@pytest.fixture(params=["zh", "en", "stretched"])
def speaking(
    window: MainWindow, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    if request.param == "stretched":
        words = StretchedWords()
        window._set_language(Language.ENGLISH)
        qapp.installTranslator(words)
        yield window
        qapp.removeTranslator(words)
    else:
        window._choose_language(str(request.param))
        yield window
    window._choose_language(Language.CHINESE)


def stage_of(page: CeremonyPage) -> StagePart:
    stage = page.part(STAGE)
    assert isinstance(stage, StagePart)
    return stage


def test_no_word_is_cut_off_at_any_size(
    speaking: MainWindow, page: CeremonyPage, qtbot: QtBot
) -> None:
    column = page.contracts()
    column.work.change(1, {"language": "ru", "乙.signatory": "不是嘉宾"})
    settle(speaking, qtbot)
    batch = column.book.rows.batches[0]
    acts: list[Callable[[], None]] = [
        lambda: column.open_contract(1),
        lambda: column.book.choose_batch(batch.id),
        column.sheets.open_batch,
        column.propose,
        column.show_findings,
        column.ask_contract,
        lambda: column.model.tick(frozenset({1, 2})),
        lambda: column.agree(column.ticked_rows()),
    ]
    for size in SIZES:
        speaking.resize(*size)
        for act in acts:
            act()
            settle(speaking, qtbot)
            for each in (page.toolbar, column, column.sheets.front):
                assert each is None or cut(each) == [], size
        column.model.tick(frozenset())
        column.question.put_away()


def test_a_narrow_window_folds_readiness_behind_a_button(
    window: MainWindow, page: CeremonyPage, qtbot: QtBot
) -> None:
    stage, button = stage_of(page), page.toolbar.readiness
    assert stage.readiness.isVisible()
    assert not button.isVisible()
    window.resize(911, 512)
    qtbot.waitUntil(lambda: stage.is_narrow)
    assert not stage.readiness.isVisible()
    assert button.isVisible()
    assert page.toolbar.new.text() == ""
    assert page.toolbar.new.accessibleName() == "新增项目"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.readiness.isVisible()
    assert stage.readiness.geometry().right() == stage.stage.geometry().right()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not stage.readiness.isVisible()
    page.contracts().open_contract(1)
    assert page.readiness() is stage.readiness, "who asks for the board gets to see it"
    assert stage.readiness.isVisible()
    assert page.contracts().sheets.front is None
    page.go_to(SHOW)
    assert not button.isVisible()
    page.go_to(STAGE)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not stage.is_narrow)
    assert stage.readiness.isVisible()
    assert not button.isVisible()


def test_the_search_of_the_window_leads_to_the_contract(
    window: MainWindow, page: CeremonyPage, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    page.go_to(SHOW)
    frame.show_page("guests")
    frame.top_bar.palette_field.open()
    settle(window, qtbot)
    frame.top_bar.palette_field.search.input.setText("第3光伏")
    palette = frame.palette_list
    rows = range(palette.model.rowCount())
    palette._go(next(row for row in rows if isinstance(palette.model.target(row), ContractRow)))
    settle(window, qtbot)
    assert frame.page == CEREMONY
    assert page.switch.current == STAGE
    column = page.contracts()
    assert column.book.contract is not None
    assert column.book.contract.number == 3
    assert column.list.hasFocus()
    assert column.list.line is not None
    assert column.list.line.contract is not None
    assert not palette.isVisible()


def test_a_contract_is_gone_to_before_the_screen_was_ever_read(
    open_window: Callable[[OpenEvent], MainWindow], event: RealEvent, qtbot: QtBot
) -> None:
    window = open_window(opening())
    assert window.frame is not None
    window.frame.show_contract(4)
    settle(window, qtbot)
    page = window.frame.screens.screen_of(CEREMONY)
    assert isinstance(page, CeremonyPage)
    contract = page.contracts().book.contract
    assert contract is not None
    assert contract.number == 4


def test_the_import_opens_over_the_screen(
    window: MainWindow, page: CeremonyPage, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.toolbar.take_in, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert page.lists is not None
    assert page.lists.is_open


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_keys_of_the_contracts_work_from_another_part(
    window: MainWindow,
    page: CeremonyPage,
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    page.go_to(SHOW)
    QTest.keyClick(window, key, modifiers)
    settle(window, qtbot)
    assert page.switch.current == STAGE
    column = page.contracts()
    done = {
        Qt.Key.Key_B: len(column.book.rows.batches) == 3,
        Qt.Key.Key_F: column.foot.search.input.hasFocus(),
        Qt.Key.Key_N: column.question.isVisible(),
    }
    assert done[key]
