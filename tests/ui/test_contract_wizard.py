"""The wizard with a contract list, and with guests a list no longer holds."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qhsign.domain.guest import Invitation
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.heading_words import fields_of
from qhsign.services.import_records import MissingGuest
from qhsign.services.list_records import CONTRACTS, GUESTS
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.lists import preview_tabs
from qhsign.ui.lists.import_wizard import COLUMNS, PREVIEW, ImportWizard
from qhsign.ui.lists.list_words import field_word, fields_in_order
from qhsign.ui.lists.preview_model import GoneTicks, PreviewModel, Ticks
from qhsign.ui.main_window import MainWindow
from support.clipping import SIZES, cut
from support.list_fakes import PLACE, SLATES, FakeLists

LIST = Path("签约项目清单.xlsx")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
GONE = (
    MissingGuest(19, "单雄信", PLACE, "员工"),
    MissingGuest(20, "吕布", PLACE, "员工"),
    MissingGuest(21, "王菲菲", PLACE, "", Invitation.CANCELLED),
)


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


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)
    QApplication.processEvents()


def look_at(qtbot: QtBot, window: MainWindow, wizard: ImportWizard) -> None:
    wizard.take_file(LIST)
    settle(qtbot, window)
    assert wizard.step == COLUMNS


@pytest.mark.usefixtures("window")
def test_every_field_of_both_kinds_has_a_word() -> None:
    for kind in (GUESTS, CONTRACTS):
        fields = list(fields_of(kind))
        assert sorted(fields_in_order(fields, kind)) == fields
        assert all(field_word(field, kind) for field in fields)
    assert field_word("title", GUESTS) != field_word("title", CONTRACTS)
    assert field_word("signatory_title_b", CONTRACTS) == "乙方代表职务"


def test_a_contract_list_goes_from_file_to_import(
    window: MainWindow, wizard: ImportWizard, page: GuestsPage, event: FakeLists, qtbot: QtBot
) -> None:
    event.guessed = CONTRACTS
    look_at(qtbot, window, wizard)
    line = wizard.columns_page.slate
    assert line.isVisible()
    assert [line.slate.itemText(row) for row in range(line.slate.count())] == ["", *SLATES]
    assert not line.amount.isEnabled(), "nothing is declared without a slate"
    assert QApplication.focusWidget() is line.slate, "no column says the slate: it is asked first"
    line.slate.setCurrentText("新的清单")
    line.contracts.setText("18")
    line.amount.setText("536亿")
    wizard.go_on()
    settle(qtbot, window)
    assert wizard.step == PREVIEW
    choice = event.choices[-1]
    assert (choice.kind, choice.slate) == (CONTRACTS, "新的清单")
    assert (choice.declared_contracts, choice.declared_amount) == ("18", "536亿")
    wizard.go_on()
    settle(qtbot, window)
    assert page.lists is not None
    assert page.lists.desk.undo_bar.sentence == "第1次导入：新增3项，变更2项。"


def test_tab_goes_from_the_slate_to_the_columns(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.guessed = CONTRACTS
    look_at(qtbot, window, wizard)
    QTest.keyClicks(wizard.columns_page.slate.slate, "25")
    places = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or wizard, Qt.Key.Key_Tab)
        places.append(QApplication.focusWidget())
    line = wizard.columns_page.slate
    assert places[:2] == [line.contracts, line.amount]
    last = places[2]
    assert last is not None
    assert last.accessibleName().startswith("A列"), last.accessibleName()


def test_the_kind_can_be_changed(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    look_at(qtbot, window, wizard)
    kinds = wizard.columns_page.kinds
    assert (kinds.current, wizard.kind) == (0, GUESTS)
    kinds.choose(1)
    settle(qtbot, window)
    assert wizard.kind == CONTRACTS
    assert wizard.columns_page.cards()[0].field == "title"
    kinds.choose(0)
    settle(qtbot, window)
    assert wizard.kind == GUESTS
    assert not wizard.columns_page.slate.isVisible()
    assert len(event.sources) == 3


def test_contracts_are_shown_with_amounts_and_words(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.guessed = CONTRACTS
    look_at(qtbot, window, wizard)
    wizard.go_on()
    settle(qtbot, window)
    page = wizard.preview_page
    page.tabs.choose(preview_tabs.CHANGED)
    model = page.model
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert headings == ["", "行", "项目名称", "签约方", "金额", "进展"]
    said = [str(model.data(model.index(0, column))) for column in range(model.columnCount())]
    assert said[4:] == ["4000万元改为5360万元", "拟签约改为签约"]
    page.tabs.choose(preview_tabs.MISSING)
    assert model.data(model.index(0, 0)) == "0007"
    assert not model.with_ticks, "a contract that is missing stays"
    page.tabs.choose(preview_tabs.UNCHANGED)
    assert page._empty.sentence == "没有不变的项目。"


def test_a_wrong_figure_is_told_in_the_wizard(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.guessed = CONTRACTS
    look_at(qtbot, window, wizard)
    event.wrong = ProblemForUser("setting-wrong", key="declared_amount", value="很多")
    wizard.go_on()
    settle(qtbot, window)
    assert wizard.step == COLUMNS
    assert "很多" in wizard.notice.sentence


def test_missing_guests_stay_unless_ticked(
    window: MainWindow, wizard: ImportWizard, page: GuestsPage, event: FakeLists, qtbot: QtBot
) -> None:
    event.missing = GONE
    look_at(qtbot, window, wizard)
    wizard.go_on()
    settle(qtbot, window)
    foot, preview = wizard.foot, wizard.preview_page
    assert foot.gone.text() == "消失2人标为取消"
    assert foot.gone.checkState() is Qt.CheckState.Unchecked
    assert foot.forward.text() == "应用5项"
    preview.tabs.choose(preview_tabs.MISSING)
    preview.table.setFocus()
    preview.table.selectRow(1)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)
    assert preview.gone.ticked == {20}
    assert foot.gone.checkState() is Qt.CheckState.PartiallyChecked
    preview.table.selectRow(2)
    QTest.keyClick(preview.table, Qt.Key.Key_Space)
    assert preview.gone.ticked == {20}, "who is cancelled already cannot be ticked"
    assert foot.forward.text() == "应用6项"
    wizard.go_on()
    settle(qtbot, window)
    assert event.cancelled == [frozenset({20})]
    assert page.lists is not None
    assert "另有1人标为取消" in page.lists.desk.undo_bar.sentence


def test_all_missing_are_ticked_at_once(
    window: MainWindow, wizard: ImportWizard, event: FakeLists, qtbot: QtBot
) -> None:
    event.missing = GONE
    look_at(qtbot, window, wizard)
    wizard.go_on()
    settle(qtbot, window)
    wizard.foot.gone.click()
    assert wizard.preview_page.gone.ticked == {19, 20}
    wizard.foot.gone.click()
    assert wizard.preview_page.gone.ticked == frozenset()


def test_the_model_keeps_its_promises_with_other_ticks() -> None:
    ticks, gone = Ticks(), GoneTicks()
    model = PreviewModel(ticks)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows([], ["organization"], with_ticks=True, ticks=gone)
    gone.offer([1, 2], [1])
    gone.tick([1, 2], ticked=True)
    assert gone.ticked == {1}
    model.show_rows([], [])
    assert tester.model() is model


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_cut_off(
    window: MainWindow,
    wizard: ImportWizard,
    event: FakeLists,
    qtbot: QtBot,
    size: tuple[int, int],
    language: str,
) -> None:
    event.guessed, event.missing = CONTRACTS, GONE

    def whole() -> None:
        assert cut(wizard) == []

    window._choose_language(language)
    window.resize(*size)
    look_at(qtbot, window, wizard)
    qtbot.waitUntil(whole)
    wizard.go_on()
    settle(qtbot, window)
    qtbot.waitUntil(whole)
    wizard._back()
    wizard.columns_page.kinds.choose(0)
    settle(qtbot, window)
    wizard.go_on()
    settle(qtbot, window)
    qtbot.waitUntil(whole)
    assert window.width() == size[0]
    window._choose_language("zh")
