"""The export dialog: what is written, for whom, and what it is for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.export.export_dialog import CHECK_INS, EVERY_GUEST, FOUND, TICKED, ExportDialog
from qhsign.ui.guests.guests_page import GuestsPage
from qhsign.ui.main_window import MainWindow
from qhsign.ui.shared.file_ending import with_ending
from support.clipping import SIZES, cut
from support.list_fakes import FakeLists


@pytest.fixture
def event() -> FakeLists:
    return FakeLists(guests=40)


@pytest.fixture
def page(window: MainWindow) -> GuestsPage:
    assert window.frame is not None
    return window.frame.guests


def nothing_is_cut(widget: QWidget, qtbot: QtBot) -> None:
    """Wait for the layout to follow its words, and fail where one stays cut."""

    def whole() -> None:
        assert cut(widget) == []

    qtbot.waitUntil(whole)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.runner.running == 0)
    QApplication.processEvents()


def opened(page: GuestsPage, qtbot: QtBot, window: MainWindow) -> ExportDialog:
    assert page.lists is not None
    page.lists.open_export()
    settle(qtbot, window)
    return page.lists.dialog


def test_ctrl_e_opens_it_for_every_guest(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.lists is not None
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    dialog = page.lists.dialog
    assert dialog.isVisible()
    assert dialog._what_group.checkedId() == EVERY_GUEST
    assert not dialog.choices[FOUND].isVisible()
    dialog.write_to(tmp_path / "名册.xlsx")
    settle(qtbot, window)
    ((wish, out),) = event.wishes
    assert (wish.what, wish.only, out) == ("guests", None, tmp_path / "名册.xlsx")
    assert wish.columns == ["number", "full_name"]
    assert dialog.notice.sentence == f"已写出40行：{tmp_path / '名册.xlsx'}"
    assert dialog.notice._button.text() == "打开文件夹"


def test_only_the_guests_found_are_written(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    page.search.input.setText("张弘靓")
    dialog = opened(page, qtbot, window)
    assert dialog.choices[FOUND].text() == "当前筛选的3人"
    assert dialog.choices[FOUND].isChecked()
    dialog.write_to(tmp_path / "a.csv")
    settle(qtbot, window)
    assert event.wishes[0][0].only == {row.id for row in page.found.rows}


def test_the_ticked_guests_are_offered_first_also_those_a_filter_hides(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not opened(page, qtbot, window).choices[TICKED].isVisible()
    assert page.lists is not None
    page.lists.dialog.reject()
    ticked = frozenset(page.model.guest_at(row).id for row in (2, 5))
    page.model.tick(ticked)
    page.search.input.setText("qqqq")
    qtbot.waitUntil(lambda: not page.found.rows)
    dialog = opened(page, qtbot, window)
    assert dialog.choices[TICKED].isChecked()
    assert "2" in dialog.choices[TICKED].text()
    dialog.write_to(tmp_path / "e.xlsx")
    settle(qtbot, window)
    assert event.wishes[-1][0].only == ticked


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("名单.xlsx", "名单.xlsx"),
        ("名单7.10", "名单7.10.xlsx"),
        ("L.XLSX", "L.XLSX"),
        ("a", "a.xlsx"),
    ],
)
def test_a_name_keeps_what_stands_behind_its_dot(typed: str, written: str) -> None:
    assert with_ending(Path("x") / typed, "xlsx") == Path("x") / written


def test_sensitive_columns_need_a_purpose(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(page, qtbot, window)
    assert not dialog.purpose.isEnabled()
    dialog.columns.tick("phone", ticked=True)
    assert not dialog.write.isEnabled()
    assert "联系电话" in dialog._why.text()
    dialog.purpose.setText("接机")
    assert dialog.write.isEnabled()
    dialog.write_to(tmp_path / "a.xlsx")
    settle(qtbot, window)
    assert event.wishes[0][0].purpose == "接机"
    assert event.wishes[0][0].columns == ["number", "full_name", "phone"]


def test_columns_are_ticked_and_moved_from_the_keyboard(
    window: MainWindow, page: GuestsPage, qtbot: QtBot
) -> None:
    columns = opened(page, qtbot, window).columns
    columns.setFocus()
    columns.setCurrentRow(0)
    QTest.keyClick(columns, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert columns.chosen() == ["full_name", "number"]
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert columns.chosen() == ["full_name"]
    columns.move_current(-1)
    columns.move_current(-1)
    assert columns.currentRow() == 0


def test_without_columns_there_is_nothing_to_write(
    window: MainWindow, page: GuestsPage, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot, window)
    for name in ("number", "full_name"):
        dialog.columns.tick(name, ticked=False)
    assert not dialog.write.isEnabled()


def test_check_ins_have_no_order(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(page, qtbot, window)
    dialog.choices[CHECK_INS].click()
    settle(qtbot, window)
    assert not dialog.order.isEnabled()
    dialog.formats[3].click()
    assert dialog.format == "pdf"
    dialog.write_to(tmp_path / "a.pdf")
    settle(qtbot, window)
    wish = event.wishes[0][0]
    assert (wish.what, wish.order, wish.only) == ("check-ins", None, None)


def test_doubts_and_failures_are_said(
    window: MainWindow, page: GuestsPage, event: FakeLists, qtbot: QtBot, tmp_path: Path
) -> None:
    event.doubts = [("stroke-unranked", {"name": f"李{n}", "characters": "䶮"}) for n in range(5)]
    dialog = opened(page, qtbot, window)
    dialog.write_to(tmp_path / "a.xlsx")
    settle(qtbot, window)
    assert dialog.notice.sentence.splitlines()[-1] == "另有2处请核对"
    event.wrong = ProblemForUser("out-unwritable", path=tmp_path / "a.xlsx")
    dialog.write_to(tmp_path / "a.xlsx")
    settle(qtbot, window)
    assert str(tmp_path) in dialog.notice.sentence
    assert dialog.write.isEnabled()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_is_cut_off(
    window: MainWindow, page: GuestsPage, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    window._choose_language(language)
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    dialog = opened(page, qtbot, window)
    dialog.columns.tick("phone", ticked=True)
    QApplication.processEvents()
    nothing_is_cut(dialog, qtbot)
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    window._choose_language("zh")
