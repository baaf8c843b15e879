"""The import wizard: from a dropped file to one import that can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.services.import_records import ImportReport
from qhsign.services.list_records import PastedList, RowKind
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.lists import preview_tabs
from qhsign.ui.lists.import_wizard import CHOOSE, COLUMNS, PREVIEW, ImportWizard
from qhsign.ui.lists.preview_model import PreviewModel, Ticks
from qhsign.ui.lists.problem_list import ProblemModel
from qhsign.ui.main_window import MainWindow
from support.clipping import SIZES, StretchedWords, cut
from support.list_fakes import LONG, LOOK, PROBLEMS, ROWS, FakeLists, preview_row

LIST = Path("外事办名单_0710晚.xlsx")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def event() -> FakeLists:
    return FakeLists(guests=40)


@pytest.fixture
def page(window: MainWindow) -> GuestsPage:
    assert window.frame is not None
    return window.frame.guests


@pytest.fixture
def wizard(page: GuestsPage) -> ImportWizard:
    assert page.lists is not None
    page.lists.desk.open_wizard()
    return page.lists.desk.wizard


def nothing_is_cut(widget: QWidget, qtbot: QtBot) -> None:
    """Wait for the layout to follow its words, and fail where one stays cut."""

    def whole() -> None:
        assert cut(widget) == []

    qtbot.waitUntil(whole)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)
    QApplication.processEvents()


def to_preview(qtbot: QtBot, window: MainWindow, wizard: ImportWizard) -> None:
    wizard.take_file(LIST)
    settle(qtbot, window)
    wizard.go_on()
    settle(qtbot, window)
    assert wizard.step == PREVIEW


def test_the_models_keep_their_promises(qtmodeltester: object) -> None:
    ticks = Ticks()
    model = PreviewModel(ticks)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows(ROWS, ["organization", "title"], with_ticks=True)
    ticks.tick([37], ticked=False)
    model.show_rows([], [])
    problems = ProblemModel()
    other = QAbstractItemModelTester(problems, FATAL)
    problems.show_problems(PROBLEMS, {"姓名": "B"})
    problems.words_changed()
    assert tester.model() is model
    assert other.model() is problems


def test_ctrl_i_opens_and_esc_closes(page: GuestsPage, qtbot: QtBot) -> None:
    assert page.lists is not None
    QTest.keyClick(page.window(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    wizard = page.lists.desk.wizard
    assert wizard.isVisible()
    assert wizard.geometry() == page.rect()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert page.search.input.hasFocus()


def test_a_list_goes_from_file_to_import(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    wizard.take_file(LIST)
    settle(qtbot, window)
    assert (wizard.step, event.sources) == (COLUMNS, [(LIST, None)])
    wizard.foot.forward.click()
    settle(qtbot, window)
    assert wizard.step == PREVIEW
    assert wizard.foot.forward.text() == "应用5项"
    wizard.foot.forward.click()
    settle(qtbot, window)
    assert not wizard.isVisible()
    assert event.left_out == [frozenset()]
    assert event.choices[-1].digest == "d1"
    assert event.orders.count("surname-strokes") == 2


def test_the_import_can_be_taken_back_at_once(
    window: MainWindow, wizard: ImportWizard, page: GuestsPage, event: FakeLists, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    wizard.go_on()
    settle(qtbot, window)
    assert page.lists is not None
    bar = page.lists.desk.undo_bar
    assert bar.isVisible()
    beside = page.middle.geometry().adjusted(1, 0, -1, 0)
    place = QPoint(page.middle.mapTo(page, QPoint(0, 0)))
    assert beside.translated(place - page.middle.pos()).contains(bar.geometry()), "over the table"
    assert bar.sentence == "第1次导入：新增3人，变更2人。"
    bar._button.click()
    settle(qtbot, window)
    assert event.undone == [1]
    assert bar.sentence == "第1次导入已撤销，之后又有改动的1人保留。"


def test_the_history_takes_back_too(
    window: MainWindow, wizard: ImportWizard, page: GuestsPage, event: FakeLists, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    wizard.go_on()
    settle(qtbot, window)
    wizard.open_first()
    settle(qtbot, window)
    wizard.choose_page.undone.emit(1)
    settle(qtbot, window)
    assert event.undone == [1]


def test_unticked_rows_are_left_out(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    table = wizard.preview_page.table
    assert wizard.preview_page.tabs.current == preview_tabs.CHANGED
    assert table.hasFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert wizard.foot.boxes[RowKind.CHANGED].text() == "变更 1/2"
    assert wizard.foot.forward.text() == "应用4项"
    wizard.foot.boxes[RowKind.SUSPECTED].click()
    assert wizard.foot.forward.text() == "应用3项"
    wizard.go_on()
    settle(qtbot, window)
    assert event.left_out == [frozenset({37, 58})]


def test_nothing_ticked_is_nothing_to_import(
    window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    for kind in (RowKind.NEW, RowKind.CHANGED, RowKind.SUSPECTED):
        wizard.foot.boxes[kind].click()
    assert not wizard.foot.forward.isEnabled()


def test_a_click_on_the_box_ticks(window: MainWindow, wizard: ImportWizard, qtbot: QtBot) -> None:
    to_preview(qtbot, window, wizard)
    table = wizard.preview_page.table
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wizard.preview_page.ticks.left_out == {52}


def test_every_tab_shows_its_rows(window: MainWindow, wizard: ImportWizard, qtbot: QtBot) -> None:
    to_preview(qtbot, window, wizard)
    page = wizard.preview_page
    texts = [button.text() for button in page.tabs.buttons]
    assert texts == ["新增 2", "变更 2", "不变 1", "疑似重复 1", "消失 1", "有问题 2"]
    for tab, rows in ((0, 2), (1, 2), (2, 1), (3, 1), (4, 1)):
        page.tabs.choose(tab)
        assert page.model.rowCount() == rows
    assert page.model.data(page.model.index(0, 0)) == "00019"
    page.tabs.choose(preview_tabs.PROBLEMS)
    assert page._stack.currentWidget() is page.all_problems
    said = page.problems.data(page.problems.index(0))
    assert str(said).startswith("第91行 B列 姓名")


def test_a_change_is_told_to_screen_readers(
    window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    model = wizard.preview_page.model
    said = [str(model.data(model.index(0, c))) for c in range(model.columnCount())]
    assert "总监改为副总裁" in said
    assert "嘉宾改为媒体" in said


def test_a_problem_leads_to_its_row(window: MainWindow, wizard: ImportWizard, qtbot: QtBot) -> None:
    to_preview(qtbot, window, wizard)
    page = wizard.preview_page
    page.side.opened.emit(53)
    assert page.tabs.current == preview_tabs.NEW
    assert page.model.rows[page.table.currentIndex().row()].row == 53


def test_a_list_with_nothing_to_say(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.rows_previewed, event.problems = (), ()
    to_preview(qtbot, window, wizard)
    page = wizard.preview_page
    assert not wizard.foot.forward.isEnabled()
    assert not page.marks.isEnabled()
    for tab in (0, 1, 2, 3, 5):
        page.tabs.choose(tab)
        assert page._stack.currentWidget() is page._empty
        assert page._empty.sentence


def test_what_only_warns_is_not_marked_as_an_error(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    tab = wizard.preview_page.tabs.buttons[preview_tabs.PROBLEMS]

    def picture() -> QImage:
        to_preview(qtbot, window, wizard)
        return tab.icon().pixmap(18, 18).toImage()

    with_errors = picture()
    event.problems = tuple(each for each in PROBLEMS if each.severity is Severity.WARNING)
    assert event.problems
    assert picture() != with_errors


def test_columns_chosen_otherwise_are_asked_for(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    wizard.take_file(LIST)
    settle(qtbot, window)
    combos = [combo for _, combo, _ in wizard.columns_page._combos]
    signed, diet = combos[5], combos[4]
    signed.setCurrentIndex(signed.findData("title"))
    signed.activated.emit(signed.currentIndex())
    assert combos[2].currentData() == ""
    diet.setCurrentIndex(0)
    diet.activated.emit(0)
    wizard.go_on()
    settle(qtbot, window)
    choice = event.choices[0]
    assert choice.mapping == {"title": "K列"}
    assert choice.passed_over == {3, 9}
    wizard.foot.back.click()
    assert wizard.step == COLUMNS
    assert combos[5].currentData() == "title"


def test_another_sheet_is_looked_at(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    wizard.take_file(LIST)
    settle(qtbot, window)
    wizard.columns_page.sheet_chosen.emit("填表说明")
    settle(qtbot, window)
    assert event.sources[-1] == (LIST, "填表说明")
    assert wizard.columns_page.sheets.currentText() == "填表说明"


def test_rows_are_pasted(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("姓名\t单位\n李䶮\t甲")
    QTest.keyClick(wizard, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert event.sources == [(PastedList("姓名\t单位\n李䶮\t甲", "剪贴板"), None)]
    assert wizard.step == COLUMNS


def test_what_is_wrong_is_said_in_place(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.wrong = ProblemForUser("list-empty", file="空.xlsx")
    wizard.take_file(Path("空.xlsx"))
    settle(qtbot, window)
    assert wizard.step == CHOOSE
    assert "空.xlsx" in wizard.notice.sentence
    wizard.take_file(LIST)
    settle(qtbot, window)
    event.wrong = ProblemForUser("list-changed-meanwhile", file=LIST.name)
    wizard.go_on()
    settle(qtbot, window)
    assert wizard.step == COLUMNS
    assert wizard.notice.isVisible()
    assert wizard.foot.forward.isEnabled()


def test_a_file_dropped_on_the_guests_is_looked_at(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot
) -> None:
    path = Path("名单.xlsx").resolve()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(5, 5), copy, dropped, left, none)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), copy, dropped, left, none))
    settle(qtbot, window)
    assert event.sources == [(path, None)]
    dropped.setUrls([QUrl("https://example.org/list.xlsx")])
    other = QDragEnterEvent(QPoint(5, 5), copy, dropped, left, none)
    QApplication.sendEvent(page, other)
    assert not other.isAccepted()


def test_closing_cancels_what_runs(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    wizard.take_file(LIST)
    wizard.close_wizard()
    settle(qtbot, window)
    assert not wizard.isVisible()
    assert wizard.step == CHOOSE
    assert not wizard.is_busy


def test_an_import_cancelled_too_late_is_told_with_its_undo(
    window: MainWindow,
    wizard: ImportWizard,
    page: GuestsPage,
    event: FakeLists,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    to_preview(qtbot, window, wizard)
    report = event._report

    def stored(number: int) -> ImportReport:
        assert wizard._progress is not None
        wizard._progress.cancel()
        return report(number)

    monkeypatch.setattr(event, "_report", stored)
    wizard.go_on()
    settle(qtbot, window)
    assert not wizard.isVisible()
    assert page.lists is not None
    assert page.lists.desk.undo_bar.isVisible()


def test_the_marked_list_is_written(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    to_preview(qtbot, window, wizard)
    wizard.write_marks(tmp_path / "改.xlsx")
    settle(qtbot, window)
    assert event.marked == [tmp_path / "改.xlsx"]
    assert "2格" in wizard.notice.sentence


def test_an_empty_event_begins_with_a_list(qtbot: QtBot, window: MainWindow) -> None:
    frame = window.frame
    assert frame is not None
    page = frame.guests
    frame.book.rows = ()
    frame.book.loaded.emit()
    assert page.middle.empty.sentence == "还没有嘉宾。先导入名单。"
    page.middle.empty._button.click()
    assert page.lists is not None
    assert page.lists.covers
    assert not page.is_free


def test_six_thousand_rows_are_shown_at_once(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.rows_previewed = [preview_row(number, RowKind.NEW) for number in range(6096)]
    to_preview(qtbot, window, wizard)
    assert wizard.preview_page.model.rowCount() == 6096
    assert wizard.foot.forward.text() == "应用6,096项"


def test_everything_has_a_name(window: MainWindow, wizard: ImportWizard, qtbot: QtBot) -> None:
    to_preview(qtbot, window, wizard)
    page = wizard.preview_page
    for widget in (page.table, page.side, page.all_problems, wizard.steps, page.strip):
        reader = QAccessible.queryAccessibleInterface(widget)
        assert reader.text(QAccessible.Text.Name)
    for _, combo, _ in wizard.columns_page._combos:
        assert combo.accessibleName()


def test_another_language_is_spoken_at_once(
    window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    window._choose_language("en")
    settle(qtbot, window)
    assert wizard.preview_page.tabs.buttons[0].text() == "New 2"
    assert wizard.foot.forward.text() == "Import 5"
    assert wizard.columns_page._combos[0][1].currentText() == "Name"
    first = wizard.preview_page.problems.data(wizard.preview_page.problems.index(0))
    assert str(first).startswith("Row 91, column B")
    window._choose_language("zh")


@pytest.mark.parametrize("language", ["zh", "en", "stretched"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_cut_off(
    window: MainWindow,
    wizard: ImportWizard,
    qtbot: QtBot,
    qapp: QApplication,
    size: tuple[int, int],
    language: str,
) -> None:
    words = StretchedWords()
    if language == "stretched":
        qapp.installTranslator(words)
    else:
        window._choose_language(language)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    settle(qtbot, window)
    nothing_is_cut(wizard, qtbot)
    wizard.take_file(LIST)
    settle(qtbot, window)
    nothing_is_cut(wizard, qtbot)
    wizard.go_on()
    settle(qtbot, window)
    nothing_is_cut(wizard, qtbot)
    assert window.width() == size[0]
    qapp.removeTranslator(words)
    window._choose_language("zh")


def test_long_names_reach_the_table_whole(
    window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    to_preview(qtbot, window, wizard)
    wizard.preview_page.tabs.choose(preview_tabs.NEW)
    model = wizard.preview_page.model
    names = {model.data(model.index(row, 2)) for row in range(model.rowCount())}
    assert LONG in names
    assert wizard.preview_page._name.text() == LOOK.name
