from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qhsign.background.operation import Changed
from qhsign.domain.problems import ProblemForUser
from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.application import build_window
from qhsign.ui.main_window import MainWindow
from qhsign.ui.overview.overview_cards import NARROW, OverviewCards
from qhsign.ui.overview.overview_page import OverviewPage
from qhsign.ui.overview.reconciliation_card import Column
from qhsign.ui.theme import Theme
from qhsign.wording import Language
from support.clipping import cut
from support.overview_samples import (
    DAY,
    DAYS,
    FULL,
    LONG_NAME,
    NO_GUESTS,
    NOBODY_YET,
    OverviewEvent,
)
from support.window_fakes import FakeEvent

SIZES = [(1366, 768), (1366, 696), (911, 512)]
SHOWN = {"full": FULL, "days": DAYS, "nobody": NOBODY_YET, "no-guests": NO_GUESTS}


@pytest.fixture
def event() -> FakeEvent:
    return OverviewEvent()


@pytest.fixture
def given(event: FakeEvent) -> OverviewEvent:
    assert isinstance(event, OverviewEvent)
    return event


def page_of(window: MainWindow) -> OverviewPage:
    assert window.frame is not None
    found = window.frame.findChild(OverviewPage)
    assert isinstance(found, OverviewPage)
    return found


def quiet(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.waitUntil(lambda: window.runner.running == 0)
    QApplication.processEvents()


def shown(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    assert window.frame is not None
    window.frame.show_page("overview")
    quiet(window, qtbot)
    return page_of(window)


def cards_of(window: MainWindow, qtbot: QtBot) -> OverviewCards:
    shown(window, qtbot).read_again()
    quiet(window, qtbot)
    cards = page_of(window).cards
    assert cards is not None
    return cards


@pytest.fixture
def english(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    window._choose_language(Language.ENGLISH)
    quiet(window, qtbot)
    yield window
    window._choose_language(Language.CHINESE)


def test_it_is_first_on_the_rail_and_reads_nothing_before_it_is_shown(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    frame = window.frame
    assert frame is not None
    assert frame.rail._group.button(0).text() == "总览"
    assert frame.page == "guests"
    assert given.overview.asked == []
    assert window.frame is not None
    assert window.frame.findChild(OverviewPage) is None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    quiet(window, qtbot)
    assert frame.page == "overview"
    assert given.overview.asked == ["a1"]
    assert given.overview.made_ready == 1
    assert given.overview.languages == [Language.CHINESE]


def test_figures_and_bars_say_what_the_records_say(window: MainWindow, qtbot: QtBot) -> None:
    cards = cards_of(window, qtbot)
    texts = [number.text() for number in cards.arrivals._numbers]
    assert texts == ["1,286", "130", "10.1%"]
    assert cards.arrivals._pace.text() == "最近5分钟9人，按此速度10:30前到162人"
    rows = cards.shares.list.rows
    told = [rows.index(place).data() for place in range(rows.rowCount())]
    assert told[0] == "贵宾：实到2，应到3，签到率66.7%"
    assert told[1] == "嘉宾：实到25，应到200，签到率12.5%"
    assert len(told) == 7
    cards.shares.by.choose(1)
    told = [rows.index(place).data() for place in range(rows.rowCount())]
    assert told[0] == "开幕式 7月11日 09:00：实到130，应到1,286，签到率10.1%"
    assert told[1].endswith("7月12日 09:00：实到0，应到300，签到率—"), "it has not begun"
    assert told[2] == "茶歇：实到0，应到0，签到率—"


def test_missing_vips_stand_first_and_can_stand_alone(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    card = cards_of(window, qtbot).vips
    rows = card.list.rows
    told = [rows.index(place).data() for place in range(rows.rowCount())]
    assert card._counts.text() == "到2，未到1"
    assert told[0].startswith(LONG_NAME)
    assert told[0].endswith("未到")
    assert told[1].endswith("主任 09:24 贵宾通道")
    QTest.keyClick(card.only_missing, Qt.Key.Key_Space)
    assert rows.rowCount() == 1
    came = replace(FULL.vips[0], at=FULL.as_of, desk="东门")
    given.overview.shown = replace(FULL, vips=(came, *FULL.vips[1:]))
    page_of(window).read_again()
    quiet(window, qtbot)
    assert rows.rowCount() == 0
    assert card._nobody.sentence == "贵宾全部到场。"


def test_declared_and_entered_stand_beside_each_other(window: MainWindow, qtbot: QtBot) -> None:
    card = cards_of(window, qtbot).reconciliation
    model = card.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [model.index(0, column).data() for column in Column]
    assert cells == ["第25届青洽会\n嘉宾 · 余", "6096 人", "6031 人", "742 人", "−65"]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["项目", "声明", "录入", "实到", "差额"]
    window._choose_language(Language.ENGLISH)
    quiet(window, qtbot)
    assert str(model.index(0, 0).data()).endswith(" · or somewhat more")
    window._choose_language(Language.CHINESE)
    quiet(window, qtbot)
    card.show_lines(())
    assert card._stack.currentWidget() is card._nothing
    assert tester.model() is model


def test_the_row_lists_keep_their_promises(window: MainWindow, qtbot: QtBot) -> None:
    card = cards_of(window, qtbot).vips
    model = card.list.rows
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (FULL.vips, FULL.vips[:1], (), FULL.vips):
        model.show_rows(rows)
    assert tester.model() is model
    card.list.setFocus()
    assert card.list.currentIndex().row() == 0


def test_another_day_is_chosen_by_menu_and_by_arrow_keys(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    card = cards_of(window, qtbot).arrivals
    assert not card.day_chooser.isVisible()
    given.overview.shown = DAYS
    page_of(window).read_again()
    quiet(window, qtbot)
    assert card.day_chooser.isVisible()
    assert card.day_chooser.text() == "7月11日", "today comes first"
    facts = card.chart.facts
    assert facts is not None
    assert facts.now == 10 * 60 + 12
    for action in card.day_chooser.menu().actions():
        if action.text().startswith("7月10日"):
            action.trigger()
    facts = card.chart.facts
    assert facts is not None
    assert facts.day.day == DAY - timedelta(days=1)
    assert facts.now is None, "a day that is past has no present"
    for key, day in ((Qt.Key.Key_Left, 10), (Qt.Key.Key_Right, 11), (Qt.Key.Key_Right, 12)):
        QTest.keyClick(card.chart, key)
        assert card.chart.facts is not None
        assert card.chart.facts.day.day.day == day
    assert "7月12日 355人" in card.chart.accessibleName()
    page_of(window).read_again()
    quiet(window, qtbot)
    assert card.day_chooser.text() == "7月12日", "reading again keeps the day"


def test_without_check_ins_and_without_guests_it_says_so(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    given.overview.shown = NO_GUESTS
    page = shown(window, qtbot)
    assert page.cards is None
    assert page.empty.isVisible()
    assert "先导入名单" in page.empty.sentence
    given.overview.shown = NOBODY_YET
    cards = cards_of(window, qtbot)
    assert cards.arrivals._nobody.isVisible()
    assert not cards.arrivals.save.isEnabled()
    assert cards.vips._nobody.sentence == "这里没有应到的贵宾。"
    page.save_chart()
    assert page.notice.sentence == "还没有到场曲线可存；有人签到后才会画出。"
    given.overview.shown = NO_GUESTS
    page.read_again()
    quiet(window, qtbot)
    page.empty._button.click()
    assert window.frame is not None
    assert window.frame.page == "guests"


def test_a_problem_is_said_and_the_last_figures_stay(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    page = shown(window, qtbot)
    given.overview.problem = ProblemForUser("event-missing", path="x.qhsign")
    page.read_again()
    quiet(window, qtbot)
    assert "x.qhsign" in page.notice.sentence
    assert page.cards is not None
    assert page.cards.arrivals._numbers[1].text() == "130"
    given.overview.problem = None
    given.overview.shown = replace(FULL, figures=replace(FULL.figures, arrived=131))
    page.read_again()
    quiet(window, qtbot)
    assert page.cards.arrivals._numbers[1].text() == "131"
    assert not page.notice.isVisible(), "what is over is not shown any longer"


def test_it_reads_again_when_something_changed_and_each_minute(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    page = shown(window, qtbot)
    assert page._timer.isActive()
    assert page._timer.interval() == 60_000
    asked = len(given.overview.asked)
    window.runner.announce(frozenset({Changed.CHECK_INS}))
    quiet(window, qtbot)
    assert len(given.overview.asked) == asked + 1
    ready = given.overview.made_ready
    page._timer.timeout.emit()
    quiet(window, qtbot)
    assert len(given.overview.asked) == asked + 2
    assert given.overview.made_ready == ready, "the 对账表 waits for a change"
    assert window.frame is not None
    window.frame.show_page("guests")
    assert not page._timer.isActive()
    window.runner.announce(frozenset({Changed.CHECK_INS}))
    quiet(window, qtbot)
    assert len(given.overview.asked) == asked + 2
    window.frame.show_page("overview")
    quiet(window, qtbot)
    assert given.overview.made_ready == ready + 1
    window.frame._choose_activity("a2")
    quiet(window, qtbot)
    assert given.overview.asked[-1] == "a2"


def test_the_arrivals_are_saved_as_a_picture(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window, qtbot)
    suggested: list[str] = []

    def choose(_: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        suggested.extend((title, name, kinds))
        return str(Path("there") / "到场"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window._choose_theme(Theme.DARK)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    quiet(window, qtbot)
    window._choose_theme(Theme.LIGHT)
    assert suggested[1] == "到场曲线-开幕式-2026-07-11.png"
    picture = given.overview.pictures[Path("there") / "到场.png"]
    image = QImage.fromData(picture)
    assert (image.width(), image.height()) == (2400, 1280)
    assert image.pixelColor(2, 2).name() == "#ffffff", "paper is white, whatever the window is"
    assert "到场.png" in page.notice.sentence
    given.overview.problem = ProblemForUser("out-unwritable", path="到场.png")
    page.save_chart()
    quiet(window, qtbot)
    assert "到场.png" in page.notice.sentence
    assert page.notice.property("tone") == "bad"


@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_cut_off(
    english: MainWindow, given: OverviewEvent, qtbot: QtBot, size: tuple[int, int], kind: str
) -> None:
    window = english
    given.overview.shown = SHOWN[kind]
    window.resize(*size)
    page = shown(window, qtbot)
    assert cut(window) == []
    if page.cards is not None:
        page.cards.shares.by.choose(1)
        assert page.cards.horizontalScrollBar().maximum() == 0
        if size[0] >= NARROW:
            assert page.cards.verticalScrollBar().maximum() == 0, "everything in one view"
    assert (window.width(), window.height()) == size
    window._choose_language(Language.CHINESE)
    quiet(window, qtbot)
    assert cut(window) == []


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_draws_it(
    window: MainWindow, given: OverviewEvent, theme: Theme, qtbot: QtBot
) -> None:
    given.overview.shown = DAYS
    window._choose_theme(theme)
    page = shown(window, qtbot)
    assert page.cards is not None
    chart = page.cards.arrivals.chart
    drawn = chart.grab().toImage()
    colours = {
        drawn.pixelColor(x, y).name()
        for x in range(0, drawn.width(), 2)
        for y in range(0, drawn.height(), 2)
    }
    for name in ("chart", "accent-soft"):
        assert window._look.colour(name).name() in colours, name
    window._choose_theme(Theme.LIGHT)


def test_another_language_says_everything_anew(english: MainWindow, qtbot: QtBot) -> None:
    cards = cards_of(english, qtbot)
    assert cards.arrivals._captions[0].text() == "Expected"
    assert cards.vips._counts.text() == "2 here, 1 missing"
    assert cards.file_line._copied.text() == "Copy beside it of 10 Jul 09:00"
    rows = cards.shares.list.rows
    assert rows.index(0).data() == "VIP: 2 of 3, 66.7%"
    english._choose_language(Language.CHINESE)
    quiet(english, qtbot)
    assert cards.file_line._copied.text() == "旁边的副本：7月10日 09:00"
    assert cards.file_line._file.text() == "demo.qhsign  36.4 MB"
    assert rows.index(0).data() == "贵宾：实到2，应到3，签到率66.7%"


def test_the_keyboard_reaches_everything_and_each_part_has_a_name(
    window: MainWindow, given: OverviewEvent, qtbot: QtBot
) -> None:
    given.overview.shown = DAYS
    cards = cards_of(window, qtbot)
    window.activateWindow()
    assert window.frame is not None
    window.frame.show_page("overview")
    assert cards.arrivals.chart.hasFocus()
    seen = set()
    for _ in range(24):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or focused.property("text"), focused
        seen.add(focused)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    wanted = {cards.arrivals.chart, cards.arrivals.save, cards.arrivals.day_chooser}
    wanted |= {cards.vips.list, cards.vips.only_missing, cards.shares.list}
    assert wanted | {cards.reconciliation.table} <= seen
    told = QAccessible.queryAccessibleInterface(cards.vips.list)
    assert told.text(QAccessible.Text.Name) == "贵宾 到2，未到1"


def test_an_event_without_an_overview_has_no_place_for_it(qtbot: QtBot, qapp: QApplication) -> None:
    plain = FakeEvent()
    window = build_window(qapp, plain.open, plain.make_demo, DeskPreferences())
    qtbot.addWidget(window)
    window.open_path(plain.path)
    qtbot.waitUntil(lambda: window.frame is not None and window.runner.running == 0)
    assert window.frame is not None
    assert "show-overview" not in {command.id for command in window.frame.commands}
    window.close()
    window.runner.close()
