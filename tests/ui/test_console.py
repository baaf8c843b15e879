"""The console over a real event: real keys, scanners, another desk, and the way back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.badge_token import issue
from qhsign.domain.ceremony import Screen
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.roles import Role
from qhsign.services import batch_proposals, batches, console, contracts, operators, slates
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.ceremony.ceremony_commands import CEREMONY
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.console.console_page import ConsolePage
from qhsign.ui.console.console_words import clock_words, late_words, span_words
from qhsign.ui.main_window import MainWindow, OpenEvent
from qhsign.ui.translation import WindowTranslator
from qhsign.wording import Language
from support.ceremony_windows import open_ceremony, staged_event
from support.clipping import SIZES, StretchedWords, cut
from support.real_windows import RealEvent, opening, settle
from support.stages import SLATE

OpenWindow = Callable[[OpenEvent], MainWindow]
CODE = issue("25X", b"key", bytes(range(10)))
STEPS = 8
"""Of a ceremony with one batch."""


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    return staged_event(tmp_path, contracts=4, size=4)


@pytest.fixture
def window(event: RealEvent, open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    window, _ = open_ceremony(open_window, qtbot)
    return window


@pytest.fixture
def screen(window: MainWindow) -> CeremonyPage:
    assert window.frame is not None
    screen = window.frame.screens.screen_of(CEREMONY)
    assert isinstance(screen, CeremonyPage)
    return screen


@pytest.fixture
def page(window: MainWindow, screen: CeremonyPage, qtbot: QtBot) -> ConsolePage:
    QTest.keyClick(window, Qt.Key.Key_F10)
    settle(window, qtbot)
    return screen.console.page


def beside(event: RealEvent, act: Callable[[Desk], object]) -> object:
    """Do something as another program would."""
    with Desk(EventFile.open(event.path), name="另一台") as desk:
        return act(desk)


def ready(window: MainWindow, page: ConsolePage, qtbot: QtBot) -> None:
    """Wait until the console listens to the next press."""
    settle(window, qtbot)
    qtbot.waitUntil(lambda: not page.work.is_resting)


def press(window: MainWindow, page: ConsolePage, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key where the keyboard is, as a person does, and wait until it has had its effect."""
    focus = QApplication.focusWidget()
    assert focus is not None
    before = page.work.state
    qtbot.waitUntil(lambda: page.keys.is_quiet)
    QTest.keyClick(focus, key)
    qtbot.waitUntil(lambda: page.work.state is not before)
    ready(window, page, qtbot)


def place(event: RealEvent) -> int:
    state = beside(event, console.state)
    assert isinstance(state, console.ConsoleState)
    return state.place


def test_a_ceremony_is_led_by_one_key(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    assert page.is_open
    assert page.next.hasFocus()
    assert page.step.pill.text() == "未开始"
    assert page.next.title == SLATE
    press(window, page, qtbot, Qt.Key.Key_Space)
    assert page.step.title.text() == "签约代表候场"
    assert page.next.title == "嘉宾入席"
    for _ in range(3):
        press(window, page, qtbot, Qt.Key.Key_Space)
    assert page.step.title.text() == "第一批上台"
    assert place(event) == 4
    lines = page.step.contracts.lines.lines
    assert [line.state for line in lines] == ["上台"] * 4
    press(window, page, qtbot, Qt.Key.Key_Space)
    assert {line.state for line in page.step.contracts.lines.lines} == {"签字中"}
    assert "第一批签约" in page.words.words.words.text
    press(window, page, qtbot, Qt.Key.Key_Space)
    assert {line.state for line in page.step.contracts.lines.lines} == {"已签"}
    press(window, page, qtbot, Qt.Key.Key_Backspace)
    assert page.step.title.text() == "第一批签约"
    assert place(event) == 5
    assert page.show_card.place.text() == "第5步，共8步"


def test_a_key_pressed_twice_is_one_step(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    before = page.work.state
    page.next.click()
    page.next.click()
    qtbot.waitUntil(lambda: page.work.state is not before)
    page.next.click()
    settle(window, qtbot)
    assert place(event) == 2


def test_a_key_held_down_is_one_step(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    before = page.work.state
    down, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    for repeats in (False, True, True, True):
        key = QKeyEvent(down, Qt.Key.Key_Space, none, " ", autorep=repeats)
        QApplication.sendEvent(page.next, key)
    qtbot.waitUntil(lambda: page.work.state is not before)
    ready(window, page, qtbot)
    assert place(event) == 2
    for _ in range(3):
        QApplication.sendEvent(
            page.next, QKeyEvent(down, Qt.Key.Key_Space, none, " ", autorep=True)
        )
    qtbot.waitUntil(lambda: page.keys.is_quiet)
    settle(window, qtbot)
    assert place(event) == 2


def type_fast(widget: QWidget, line: str) -> None:
    """Send a scanner's keys to whatever has the focus."""
    handle = widget.window().windowHandle()
    for key in line:
        if key == "\r":
            QTest.keyClick(handle, Qt.Key.Key_Return)
        else:
            QTest.keyClick(handle, key)  # type: ignore[call-overload]  # the stubs forget text


def test_what_a_scanner_sends_is_no_step(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    for line in (" A1B2\r", "A B C\r", "A1 \r", " \r", "   ", "HELLO WORLD 25\r", "\r", "\r\r"):
        type_fast(window, line)
        qtbot.waitUntil(lambda: page.keys.is_quiet)
        settle(window, qtbot)
        assert place(event) == 1, repr(line)
    press(window, page, qtbot, Qt.Key.Key_Space)
    assert place(event) == 2, "a person's key counts as before"


def test_a_badge_scanned_at_the_console_is_checked_in(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    frame = window.frame
    assert frame is not None
    type_fast(window, f"{CODE}\r")
    settle(window, qtbot)
    assert frame.page == "check-in"
    assert not frame.check_in.verdict.is_idle
    assert place(event) == 1
    frame.show_page(CEREMONY)
    assert page.isVisible()
    assert page.next.hasFocus(), "back at the console the next press is a step again"


def test_esc_leaves_the_console_and_ends_nothing(
    window: MainWindow, screen: CeremonyPage, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    QTest.keyClick(page.next, Qt.Key.Key_Escape)
    assert page.isHidden()
    assert screen.console.button.hasFocus()
    assert place(event) == 1
    screen.console.button.click()
    assert not page.isHidden()
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert page.isHidden()


def test_the_end_is_told_and_taken_back(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    for _ in range(STEPS):
        press(window, page, qtbot, Qt.Key.Key_Space)
    assert page.next.title == "结束仪式"
    press(window, page, qtbot, Qt.Key.Key_Space)
    assert page.step.pill.text() == "已结束"
    assert page.hall.view.shown is not None
    assert page.hall.view.windowTitle() == "大屏"
    assert page.hall.view.shown.screen is Screen.THANKS
    assert "仪式已结束" in page.bar.sentence
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ready(window, page, qtbot)
    assert page.step.pill.text() == "正在进行"
    assert place(event) == STEPS
    page.finish.click()
    ready(window, page, qtbot)
    assert page.next.title == SLATE


def test_a_step_taken_elsewhere_shows_and_is_not_taken_twice(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    beside(event, console.go_on)
    press(window, page, qtbot, Qt.Key.Key_Space)
    assert place(event) == 2
    assert "别处" in page.bar.sentence
    assert page.step.title.text() == "嘉宾入席"
    beside(event, console.go_on)
    assert window.frame is not None
    window.frame._look_outside()
    qtbot.waitUntil(lambda: page.step.title.text() == "开场")


def test_a_running_ceremony_is_told_of_when_its_event_is_opened(
    event: RealEvent, open_window: OpenWindow, qtbot: QtBot
) -> None:
    beside(event, console.start)
    beside(event, console.go_on)
    window = open_window(opening())
    frame = window.frame
    assert frame is not None
    qtbot.waitUntil(lambda: SLATE in frame.notice.sentence)
    frame.notice._button.click()
    settle(window, qtbot)
    assert frame.page == CEREMONY
    screen = frame.screens.screen_of(CEREMONY)
    assert isinstance(screen, CeremonyPage)
    page = screen.console.page
    qtbot.waitUntil(lambda: page.step.title.text() == "嘉宾入席")
    assert frame.notice.isHidden()


def test_several_slates_are_chosen_from(
    event: RealEvent, open_window: OpenWindow, qtbot: QtBot
) -> None:
    def second_slate(desk: Desk) -> None:
        slates.set_slate(desk, "绿色算力", {"activity": "投资说明会", "day": "2024-07-11"})
        contracts.set_contract(desk, 4, {"slates": "绿色算力", "batch": ""})
        batch_proposals.apply(desk, "绿色算力", 2)

    beside(event, second_slate)
    window, screen = open_ceremony(open_window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F10)
    settle(window, qtbot)
    page = screen.console.page
    assert page.chooser.isVisible()
    assert page.chooser.list.count() == 2
    assert page.chooser.list.hasFocus()
    QTest.keyClick(page.chooser.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.keys.is_quiet)
    chosen = page.chooser.list.currentItem().text()
    QTest.keyClick(page.chooser.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.work.state is not None)
    ready(window, page, qtbot)
    assert page.work.slate in chosen
    assert page.next.hasFocus()
    page.other.click()
    assert page.chooser.isVisible()


def test_the_way_back_is_of_the_ceremony_that_was_ended(
    event: RealEvent, open_window: OpenWindow, qtbot: QtBot
) -> None:
    def second_slate(desk: Desk) -> None:
        slates.set_slate(desk, "绿色算力", {"activity": "投资说明会", "day": "2024-07-11"})
        contracts.set_contract(desk, 4, {"slates": "绿色算力", "batch": ""})
        batch_proposals.apply(desk, "绿色算力", 2)
        console.start(desk, "绿色算力")
        console.end(desk, "绿色算力")

    beside(event, second_slate)
    beside(event, lambda desk: console.start(desk, SLATE))
    window, screen = open_ceremony(open_window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F10)
    settle(window, qtbot)
    page = screen.console.page
    assert page.work.slate == SLATE
    page.finish.click()
    ready(window, page, qtbot)
    page.work.choose("绿色算力")
    ready(window, page, qtbot)
    assert page.work.slate == "绿色算力"
    page.undo()
    ready(window, page, qtbot)
    assert page.work.slate == SLATE
    rows = beside(event, console.list_ceremonies)
    assert isinstance(rows, list)
    assert {row.slate: row.is_running for row in rows} == {SLATE: True, "绿色算力": False}


def test_a_step_answered_late_brings_no_other_ceremony_back(
    event: RealEvent, open_window: OpenWindow, qtbot: QtBot
) -> None:
    def second_slate(desk: Desk) -> None:
        slates.set_slate(desk, "绿色算力", {"activity": "投资说明会", "day": "2024-07-11"})
        contracts.set_contract(desk, 4, {"slates": "绿色算力", "batch": ""})
        batch_proposals.apply(desk, "绿色算力", 2)
        console.start(desk, SLATE)

    beside(event, second_slate)
    window, screen = open_ceremony(open_window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F10)
    settle(window, qtbot)
    page = screen.console.page
    page.work.go_on()
    page.work.choose("绿色算力")
    ready(window, page, qtbot)
    assert page.work.state is not None
    assert (page.work.slate, page.work.state.slate) == ("绿色算力", "绿色算力")


def test_without_batches_the_way_leads_to_the_stage(
    tmp_path: Path, event: RealEvent, open_window: OpenWindow, qtbot: QtBot
) -> None:
    event.path.unlink()
    event.path = staged_event(tmp_path, contracts=2, size=0).path
    window, screen = open_ceremony(open_window, qtbot)
    screen.console.button.click()
    settle(window, qtbot)
    page = screen.console.page
    assert page.chooser.empty.isVisible()
    page.chooser.empty.acted.emit()
    assert not page.is_open


def test_the_next_batch_shows_how_ready_it_is_and_leads_to_its_board(
    event: RealEvent, open_window: OpenWindow, qtbot: QtBot
) -> None:
    beside(event, lambda desk: batch_proposals.apply(desk, SLATE, 2))
    window, screen = open_ceremony(open_window, qtbot)
    screen.console.button.click()
    settle(window, qtbot)
    page = screen.console.page
    for _ in range(4):
        press(window, page, qtbot, Qt.Key.Key_Space)
    (row,) = [
        each for each in batches.list_batches(Desk(EventFile.open(event.path)))
        if each.name == "第二批"
    ]  # fmt: skip
    assert page.next_batch.batch.text().startswith("第二批  2项")
    qtbot.waitUntil(lambda: page.next_batch.counts["red"].text() == "缺人2")  # type: ignore[index]
    assert page.next_batch.first.text().startswith("3 ")
    page.next_batch.button.click()
    settle(window, qtbot)
    assert not page.is_open
    assert screen._parts.book.batch is not None
    assert screen._parts.book.batch.id == row.id


def test_what_cannot_be_read_is_told_and_the_hall_keeps_its_picture(
    window: MainWindow, page: ConsolePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    before = page.hall.view.shown

    def broken(*_: object, **__: object) -> None:
        raise ProblemForUser("event-busy", path="e.qhsign")

    with monkeypatch.context() as patched:
        patched.setattr(console, "state", broken)
        page.work.read()
        settle(window, qtbot)
        assert page.trouble.isVisible()
        assert page.hall.view.shown is before
        assert page.step.title.text() == "签约代表候场"
    page.work.read()
    settle(window, qtbot)
    assert not page.trouble.isVisible()


def test_who_may_not_edit_may_look(event: RealEvent, open_window: OpenWindow, qtbot: QtBot) -> None:
    def enter(desk: Desk) -> None:
        operators.add_operator(desk, "马骏", Role.ADMINISTRATOR, "2580")
        operators.add_operator(desk, "韩秋月", Role.CHECK_IN)

    beside(event, enter)
    beside(event, console.start)
    window, screen = open_ceremony(open_window, qtbot)
    screen.console.button.click()
    settle(window, qtbot)
    page = screen.console.page
    assert page.step.title.text() == "签约代表候场"
    assert not page.next.isEnabled()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.keys.is_quiet)
    settle(window, qtbot)
    assert place(event) == 1


def test_a_button_reached_by_tab_has_its_own_space(
    window: MainWindow, page: ConsolePage, event: RealEvent, qtbot: QtBot
) -> None:
    press(window, page, qtbot, Qt.Key.Key_Space)
    before = page.words.words.pixels
    page.words.larger.setFocus()
    QTest.keyClick(page.words.larger, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.words.words.pixels > before)
    assert place(event) == 1
    assert window._parts.preferences.settings.host_words_size == str(page.words.words.pixels)


def test_f1_opens_the_page_of_the_console(window: MainWindow, page: ConsolePage) -> None:
    assert window.frame is not None
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.frame.manual.page == "console"
    QTest.keyClick(window.frame.manual, Qt.Key.Key_Escape)
    page.put_away()
    assert window.frame.screens.screen_of(CEREMONY).manual_page == ""


def test_full_screen_goes_with_the_console(window: MainWindow, page: ConsolePage) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    page.turn_full()
    page.put_away()
    assert not window.isFullScreen()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en", "stretched"])
def test_no_word_is_cut_off(
    window: MainWindow, page: ConsolePage, qapp: QApplication, qtbot: QtBot,
    size: tuple[int, int], language: str,
) -> None:  # fmt: skip
    words = StretchedWords()
    if language == "stretched":
        window._set_language(Language.ENGLISH)
        qapp.installTranslator(words)
    else:
        window._choose_language(language)
    window.resize(*size)
    settle(window, qtbot)
    assert cut(page) == []
    for steps in (1, 4):
        for _ in range(steps):
            page.next.click()
            ready(window, page, qtbot)
        assert cut(page) == [], page.step.title.text()
    page.finish.click()
    ready(window, page, qtbot)
    assert cut(page) == []
    assert (window.width(), window.height()) == size
    qapp.removeTranslator(words)
    window._set_language(Language.CHINESE)


def test_spans_are_said_as_people_say_them(qapp: QApplication) -> None:
    chinese = WindowTranslator(Language.CHINESE)
    qapp.installTranslator(chinese)
    assert clock_words(timedelta(seconds=192)) == "3:12"
    assert clock_words(timedelta(hours=1, seconds=5)) == "1:00:05"
    assert span_words(timedelta(seconds=68)) == "1分8秒"
    assert span_words(timedelta(minutes=5)) == "5分钟"
    assert span_words(timedelta(hours=2, minutes=3, seconds=9)) == "2小时3分"
    assert late_words(timedelta(seconds=68)) == "晚1分8秒"
    assert late_words(timedelta(minutes=-2)) == "早2分钟"
    assert late_words(timedelta(seconds=-20)) == "准时"
    assert late_words(timedelta(days=3, hours=2)) == "晚3天"
    qapp.removeTranslator(chinese)
