"""The report screen at every size, in both languages and a stretched one: no word is cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.services.report_records import Report
from qhsign.ui.main_window import MainWindow
from qhsign.ui.reports.audit_filters import Part as FilterPart
from qhsign.ui.reports.figure_tables import FigureTable, ShownTable
from qhsign.ui.reports.report_commands import FIGURES, TRAIL
from qhsign.ui.reports.reports_page import ReportsPage
from qhsign.wording import Language
from support.clipping import SIZES, StretchedWords, cut
from support.report_fakes import LONG, ReportingEvent, past


@pytest.fixture
def event() -> ReportingEvent:
    return ReportingEvent(guests=40)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReportsPage:
    assert window.frame is not None
    window.frame.show_page("reports")
    made = window.frame.screens.screen_of("reports")
    assert isinstance(made, ReportsPage)
    settle(made, qtbot)
    return made


def settle(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._parts.runner.running == 0)
    QApplication.processEvents()


@pytest.fixture(params=["zh", "en", "stretched"])
def speaking(
    window: MainWindow, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    words = StretchedWords()
    if request.param == "stretched":
        window._set_language(Language.ENGLISH)
        qapp.installTranslator(words)
    else:
        window._choose_language(request.param)
    yield window
    qapp.removeTranslator(words)
    window._set_language(Language.CHINESE)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_of_the_reports_is_cut_off(
    speaking: MainWindow,
    page: ReportsPage,
    event: ReportingEvent,
    qtbot: QtBot,
    size: tuple[int, int],
) -> None:
    window = speaking
    event.past = [past("guests", purpose=LONG), past("audit", outcome="begun")]
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)

    def whole() -> None:
        assert cut(window) == []

    for report in Report:
        page.exports.reports.choose(report)
        settle(page, qtbot)
        qtbot.waitUntil(whole)
    page.exports._turn_over()
    qtbot.waitUntil(whole)
    page.go_to(TRAIL)
    settle(page, qtbot)
    page.trail.bar.ask_purpose()
    page.trail.verify()
    settle(page, qtbot)
    qtbot.waitUntil(whole)
    page.trail.filters.choosers[FilterPart.SPAN].choose("days")
    page.trail.filters.days[0].setText("x")
    page.trail._turn()
    settle(page, qtbot)
    qtbot.waitUntil(whole)
    page.notice.put_away()
    page.go_to(FIGURES)
    for place in range(len(FigureTable) + 1):
        page.figures.choose(place)
        settle(page, qtbot)
        qtbot.waitUntil(whole)
    assert (window.width(), window.height()) == size


def test_the_figures_stay_in_sight_beside_long_names(
    page: ReportsPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(911, 512)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (911, 512))
    page.go_to(FIGURES)
    settle(page, qtbot)
    view = page.figures.view
    long = (
        "青洽会投资说明会暨中外知名企业青海行",
        "11-27 08:00",
        "全部类别",
        "800",
        "595",
        "74.38%",
    )
    view.show_table(ShownTable(("活动", "开放", "类别", "应到", "实到", "签到率"), [long] * 40, 3))
    assert view.horizontalScrollBar().maximum() == 0
    assert view.columnWidth(0) >= 150
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (1366, 768))
    assert view.columnWidth(0) > 300
