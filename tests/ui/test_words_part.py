"""The host's words on the screen: read with pinyin, written, confirmed, larger and smaller."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qhsign.background.operation import Changed
from qhsign.services import batch_proposals, batches, contracts, guests, slates
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Slate
from qhsign.ui.ceremony.ceremony_commands import SHOW, WORDS
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.programme import words_part
from qhsign.ui.programme.words_part import WordsPart
from qhsign.ui.programme.words_view import SIZES as TEXT_SIZES
from qhsign.wording import Language
from support.ceremony_windows import open_ceremony, staged_event
from support.clipping import SIZES, StretchedWords, cut
from support.desks import add_guest
from support.real_windows import RealEvent, settle
from support.stages import ACTIVITY, SLATE, number_of
from support.typing_keys import type_into

OpenWindow = Callable[[OpenEvent], MainWindow]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
RARE = "𬀩"
SIGNING = "第一批签约"


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    made = staged_event(tmp_path, 4, 2)
    with EventFile.open(made.path) as file:
        desk = Desk(file, operator="韩秋月")
        add_guest(desk, "仇和", "别的单位")
        add_guest(desk, f"单{RARE}志", "青海省绿色发展集团有限公司西宁光伏分公司第二事业部")
        contracts.set_contract(desk, 1, {"乙.signatory": "仇和"})
        contracts.set_contract(desk, 2, {"乙.signatory": f"单{RARE}志"})
        batches.set_batch(desk, "第一批", {"host_witnesses": "缪兰"})
    return made


def at_words(open_window: OpenWindow, qtbot: QtBot) -> tuple[MainWindow, WordsPart]:
    window, page = open_ceremony(open_window, qtbot)
    page.go_to(WORDS)
    settle(window, qtbot)
    part = page.part(WORDS)
    assert isinstance(part, WordsPart)
    qtbot.waitUntil(lambda: part.book.is_read)
    return window, part


def page_of(window: MainWindow) -> CeremonyPage:
    assert window.frame is not None
    page = window.frame.screens.screen_of("ceremony")
    assert isinstance(page, CeremonyPage)
    return page


def read_by(event: RealEvent, name: str) -> str:
    with EventFile.open(event.path) as file:
        desk = Desk(file)
        number = number_of(desk, name)
        with desk.read() as session:
            return guests.by_number(session, number).reading


def names(part: WordsPart) -> list[str]:
    return [each.name for each in part.readings.model.readings]


def step_notes(part: WordsPart) -> list[str]:
    model = part.steps.steps
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_words_stand_step_by_step_with_readings(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, part = at_words(open_window, qtbot)
    QAbstractItemModelTester(part.steps.steps, FATAL)
    QAbstractItemModelTester(part.readings.model, FATAL)
    assert step_notes(part) == [
        "14:30  开场", "14:36  第一批签约  读音待确认", "14:47  第二批签约", "14:55  结束",
    ]  # fmt: skip
    assert part.line is not None
    assert part.line.title == SIGNING
    shown = part.words.text.words
    assert "请签约代表上台" in shown.text
    assert {each.pinyin for each in shown.readings} == {"qiú", "shàn", "wěi", "miào"}
    assert names(part) == ["仇和", f"单{RARE}志", "缪兰"]
    part.steps.setFocus()
    QTest.keyClick(part.steps, Qt.Key.Key_Up)
    assert part.words.text.words.text.startswith("尊敬的")
    assert part.words.text.accessibleName() == part.words.text.words.text


def test_readings_are_confirmed_one_after_the_other(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    window, part = at_words(open_window, qtbot)
    pane = part.readings
    assert pane.current is not None
    assert (pane.current.name, pane.field.text()) == ("仇和", "qiú hé")
    pane.field.setFocus()
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert read_by(event, "仇和") == "qiú hé"
    assert part._parts.bar.sentence == "仇和读作qiú hé。"
    assert names(part) == [f"单{RARE}志", "缪兰"]
    assert pane.field.hasFocus()
    pane.field.selectAll()
    type_into(pane.field, "dan1 wei3 zhi4")
    pane.button.click()
    settle(window, qtbot)
    assert names(part) == ["缪兰"]
    assert f"单{RARE}（wěi）志" in part.words.text.accessibleName()
    page_of(window).undo()
    settle(window, qtbot)
    assert read_by(event, f"单{RARE}志") == ""
    assert names(part) == [f"单{RARE}志", "缪兰"]


def test_who_is_no_guest_cannot_be_confirmed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, part = at_words(open_window, qtbot)
    pane = part.readings
    pane.list.setCurrentIndex(pane.model.index(2))
    assert not pane.field.isEnabled()
    assert not pane.button.isEnabled()
    assert "不在嘉宾名单" in pane._why.text()
    pane.list.setCurrentIndex(pane.model.index(0))
    pane.field.clear()
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert len(names(part)) == 3


def test_words_are_written_and_go_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, part = at_words(open_window, qtbot)
    usual = part.words.text.words.text
    part.words.edit_button.click()
    editor = part.words.editor
    assert editor.hasFocus()
    assert editor.toPlainText() == usual
    editor.setPlainText(f"请仇和先生、××女士上台。\n{RARE}")
    assert part.words.doubts.text() == "还没填：××"
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert not part.words.is_editing
    shown = part.words.text.words
    assert shown.text == f"请仇和先生、××女士上台。\n{RARE}"
    assert [each.pinyin for each in shown.readings] == ["qiú"]
    assert "没填的地方：××" in part.words.doubts.text()
    assert f"没有念到主1、主2、单{RARE}志" in part.words.doubts.text().replace("和", "、")
    assert "已改写" in step_notes(part)[1]
    part.words.usual_button.click()
    settle(window, qtbot)
    assert part.words.text.words.text == usual
    page_of(window).undo()
    settle(window, qtbot)
    assert part.words.text.words.text.startswith("请仇和先生")


def test_words_being_written_stay_with_their_slate(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    with EventFile.open(event.path) as file:
        desk = Desk(file, operator="韩秋月")
        slates.set_slate(desk, "绿色算力", {"activity": ACTIVITY, "day": "2024-07-11"})
        contracts.set_contract(desk, 4, {"slates": "绿色算力", "batch": ""})
        batch_proposals.apply(desk, "绿色算力", 2)
    window, part = at_words(open_window, qtbot)
    part._parts.book.choose_slate(SLATE)
    settle(window, qtbot)
    part.steps.setCurrentIndex(part.steps.steps.index(0))
    part.write_words()
    part.words.editor.setPlainText("各位来宾，下午好。")
    part._parts.book.choose_slate("绿色算力")
    settle(window, qtbot)
    assert not part.words.is_editing
    with EventFile.open(event.path) as file, Desk(file).read() as session:
        written = {each.name: each.opening_words for each in session.scalars(select(Slate))}
    assert written == {SLATE: "各位来宾，下午好。", "绿色算力": ""}


def test_a_reading_being_typed_stays_while_others_work(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    window, part = at_words(open_window, qtbot)
    pane = part.readings
    pane.field.setFocus()
    pane.field.selectAll()
    type_into(pane.field, "qiu2")
    window.runner.announce(frozenset({Changed.GUESTS}))
    settle(window, qtbot)
    assert pane.field.text() == "qiu2"


def test_escape_and_the_same_words_change_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, part = at_words(open_window, qtbot)
    part.write_words()
    part.words.editor.setPlainText("x")
    QTest.keyClick(part.words.editor, Qt.Key.Key_Escape)
    part.write_words()
    part.write_words()
    settle(window, qtbot)
    assert part.line is not None
    assert part.line.words is not None
    assert part.line.words.written == ""
    assert not part._parts.bar.isVisible()


def test_what_is_written_is_kept_when_one_goes_elsewhere(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, part = at_words(open_window, qtbot)
    part.write_words()
    part.words.editor.setPlainText("请主1、主2、仇和上台。")
    part.steps.setCurrentIndex(part.steps.steps.index(2))
    settle(window, qtbot)
    assert part.line is not None
    assert part.line.title == "第二批签约"
    part.write_words()
    part.words.editor.setPlainText("第二批请上台。")
    page_of(window).go_to(SHOW)
    settle(window, qtbot)
    page_of(window).go_to(WORDS)
    settle(window, qtbot)
    assert part.words.text.words.text == "第二批请上台。"
    assert all("已改写" in note for note in step_notes(part)[1:3])


def test_writing_goes_on_while_something_else_changes(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, part = at_words(open_window, qtbot)
    part.write_words()
    part.words.editor.setPlainText("正在写")
    pane = part.readings
    pane.confirmed.emit(pane.current, "qiú hé")
    settle(window, qtbot)
    assert part.words.is_editing
    assert part.words.editor.toPlainText() == "正在写"


def test_the_size_is_kept_for_this_desk(open_window: OpenWindow, qtbot: QtBot) -> None:
    _, part = at_words(open_window, qtbot)
    assert part.words.pixels == 24
    part.larger.click()
    assert (part.words.pixels, part._parts.preferences.settings.host_words_px) == (28, "28")
    for _ in TEXT_SIZES:
        part.larger.click()
    assert part.words.pixels == TEXT_SIZES[-1]
    assert not part.larger.isEnabled()
    for _ in TEXT_SIZES:
        part.smaller.click()
    assert part._parts.preferences.settings.host_words_px == str(TEXT_SIZES[0])


@pytest.mark.parametrize(("kept", "pixels"), [("28", 28), ("27", 28), ("x", 24), ("9999", 48)])
def test_a_size_from_elsewhere_becomes_one_there_is(kept: str, pixels: int) -> None:
    assert words_part._nearest(kept) == pixels


def test_without_batches_there_is_one_sentence(
    open_window: OpenWindow, qtbot: QtBot, event: RealEvent
) -> None:
    with EventFile.open(event.path) as file:
        slates.set_slate(Desk(file), "空清单", {})
    window, part = at_words(open_window, qtbot)
    part.bar.chooser.choose("空清单")
    settle(window, qtbot)
    assert "还没有分批" in part.nothing.sentence
    part.write_words()
    assert not part.words.is_editing
    part.bar.chooser.choose(SLATE)
    settle(window, qtbot)
    assert part.line is not None


@pytest.mark.parametrize("language", ["zh", "en", "long"])
def test_no_word_is_cut_off(
    open_window: OpenWindow,
    qtbot: QtBot,
    qapp: QApplication,
    language: str,
) -> None:
    window, part = at_words(open_window, qtbot)
    part.write_words()
    part.words.editor.setPlainText("请仇和、××上台。")
    part.words.stop_editing(keep=True)
    settle(window, qtbot)
    part._parts.bar.put_away()
    stretched = StretchedWords()
    if language == "en":
        window._choose_language(Language.ENGLISH)
    elif language == "long":
        qapp.installTranslator(stretched)
    settle(window, qtbot)
    for size in SIZES:
        window.resize(*size)
        for pane in (0, 1, 2):
            part.switch.choose(pane)
            assert cut(part) == []
        part.readings.list.setCurrentIndex(part.readings.model.index(2))
        assert cut(part) == []
        part.switch.choose(1)
        part.words.turn_editing()
        assert cut(part) == []
        part.words.turn_editing()
    qapp.removeTranslator(stretched)
    window._choose_language(Language.CHINESE)
