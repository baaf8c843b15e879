from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.event_frame import EventFrame
from qhsign.ui.guest_panel.panel_work import TYPING_MS, WAITS_MS
from qhsign.ui.guests.facet_model import FacetModel
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.guests.wanted import Facet, Wanted
from qhsign.ui.main_window import MainWindow
from support.window_fakes import FakeEvent, guest_row

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def frame_of(window: MainWindow) -> EventFrame:
    assert window.frame is not None
    return window.frame


def test_the_models_keep_their_promises(qtmodeltester: object) -> None:
    model = GuestTableModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows([guest_row(number) for number in range(1, 30)], {})
    model.show_rows([], {})
    model.show_rows([guest_row(1)], {})
    model.words_changed()
    facets = FacetModel()
    other = QAbstractItemModelTester(facets, FATAL)
    facets.show_counts(Wanted(), {Facet.KIND: {"vip": 3}})
    assert tester.model() is model
    assert other.model() is facets


def test_guests_are_listed_and_counted(window: MainWindow, event: FakeEvent) -> None:
    page = frame_of(window).guests
    assert page.model.rowCount() == len(event.rows)
    assert page.panel.work.guest == event.rows[0].id
    assert page.toolbar.total.text() == "共40人"
    assert page.model.data(page.model.index(0, Column.NUMBER)) == "00001"


def test_search_as_you_type_and_clear(window: MainWindow, qtbot: QtBot) -> None:
    page = frame_of(window).guests
    assert page.search.input.hasFocus()
    QTest.keyClicks(page.search.input, "zhl")
    assert {row.full_name for row in page.found.rows} == {"张弘靓"}
    assert page.search._hits.text() == "命中3人"
    QTest.keyClicks(page.search.input, "qqq")
    assert page.middle.stack.currentWidget() is page.middle.no_hit
    assert "zhlqqq" in page.middle.no_hit.sentence
    page.middle.no_hit._button.click()
    assert page.search.text == ""
    assert len(page.found.rows) == 40


def test_nobody_is_looked_up_between_two_letters(window: MainWindow, qtbot: QtBot) -> None:
    page = frame_of(window).guests
    waits = page.panel.work._wait
    qtbot.waitUntil(lambda: window.runner.running == 0 and not waits.isActive())
    QTest.keyClicks(page.search.input, "zhl")
    assert waits.isActive()
    assert waits.interval() == TYPING_MS > WAITS_MS
    first = page.found.rows[0].id
    qtbot.waitUntil(lambda: page.panel.details is not None and page.panel.details.id == first)
    QTest.keyClick(page.search.input, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert waits.interval() == WAITS_MS


def test_the_current_guest_stays_while_the_search_widens(window: MainWindow, qtbot: QtBot) -> None:
    page = frame_of(window).guests
    QTest.keyClicks(page.search.input, "zhl")
    QTest.keyClick(page.search.input, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    chosen = page.panel.work.guest
    assert page.model.guest_at(page.model.row_of(chosen)).full_name == "张弘靓"
    page.search.empty()
    assert page.panel.work.guest == chosen


def test_facets_tick_with_mouse_and_keys(window: MainWindow, qtbot: QtBot) -> None:
    page = frame_of(window).guests
    media = next(
        row
        for row in range(page.facets.model().rowCount())
        if page.facets.model().index(row, 0).data() == "媒体"
    )
    index = page.facets.model().index(media, 0)
    where = page.facets.visualRect(index).center()
    QTest.mouseClick(page.facets.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert {row.category for row in page.found.rows} == {"media"}
    assert page.facet_pane.clear.isVisible()
    page.facets.setFocus()
    page.facets.setCurrentIndex(index)
    QTest.keyClick(page.facets, Qt.Key.Key_Space)
    assert len(page.found.rows) == 40
    assert not page.facet_pane.clear.isVisible()


def test_the_chosen_order_is_named_and_remembered(
    window: MainWindow, event: FakeEvent, qtbot: QtBot
) -> None:
    page = frame_of(window).guests
    menu = page.toolbar.order.menu()
    assert menu is not None
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: event.orders[-1] == "pinyin")
    assert page.toolbar.order.text() == "次序 拼音"
    assert page.middle.footer.hint.text() == "以拼音为序"
    assert window._parts.preferences.settings.order == "pinyin"


def test_arrivals_follow_the_activity_and_the_scans(window: MainWindow, qtbot: QtBot) -> None:
    frame = frame_of(window)
    frame.show_page("check-in")
    frame.check_in.field.submit("5")
    qtbot.waitUntil(lambda: "g5" in frame.book.arrivals)
    frame.show_page("guests")
    cell = frame.guests.model.index(4, Column.ARRIVAL)
    assert cell.data() == "09:00"
    frame._choose_activity("a2")
    qtbot.waitUntil(lambda: window.runner.running == 0)
    assert frame.guests.model.index(4, Column.ARRIVAL).data() == "未到"
    heading = frame.guests.model.headerData(Column.ARRIVAL, Qt.Orientation.Horizontal)
    assert str(heading).startswith("投资说明会")


def test_a_narrow_window_opens_the_panel_over_the_table(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(911, 512)
    page = frame_of(window).guests
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.isColumnHidden(Column.DELEGATION)


def test_an_empty_event_says_what_to_do_first(
    window: MainWindow, event: FakeEvent, qtbot: QtBot
) -> None:
    event.rows = []
    frame = frame_of(window)
    frame.book.load()
    page = frame.guests
    qtbot.waitUntil(lambda: page.middle.stack.currentWidget() is page.middle.empty)
    assert "导入" in page.middle.empty.sentence


def test_a_problem_while_reading_is_shown_in_place(
    window: MainWindow, event: FakeEvent, qtbot: QtBot
) -> None:
    frame = frame_of(window)
    frame.book.failed.emit(ProblemForUser("event-missing", path="x.qhsign"))
    assert frame.notice.isVisible()
    assert "x.qhsign" in frame.notice.sentence
    frame.notice._close.click()
    assert not frame.notice.isVisible()


def test_a_screen_reader_hears_the_rows(window: MainWindow) -> None:
    page = frame_of(window).guests
    table = QAccessible.queryAccessibleInterface(page.table)
    assert table.text(QAccessible.Text.Name) == "嘉宾名单"
    assert page.search.input.accessibleName() == "搜索嘉宾"


def test_a_hundred_thousand_rows_are_shown(
    window: MainWindow, event: FakeEvent, qtbot: QtBot
) -> None:
    frame = frame_of(window)
    people = [guest_row(number) for number in range(1, 200)]
    rows = [
        row._replace(id=f"{row.id}-{copy}", number=row.number + copy * 200)
        for copy in range(503)
        for row in people
    ]
    event.rows = rows
    with qtbot.waitSignal(frame.book.loaded):
        frame.book.load()
    assert frame.guests.model.rowCount() == len(rows) > 100_000
    QTest.keyClicks(frame.guests.search.input, "zhl")
    assert frame.guests.model.rowCount() == 15 * 503
    frame.guests.table.scrollToBottom()
    frame.guests.table.grab()
