"""The presidium: begun with the witnesses, added to, taken from, mirrored for foreign guests."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qhsign.services import batches
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.ui.stage.presidium_page import PresidiumPage
from qhsign.ui.stage.stage_column import StageColumn
from support.ceremony_windows import OpenWindow, open_ceremony, staged_event
from support.clipping import cut
from support.printed import texts
from support.real_windows import RealEvent
from support.stage_plans_shown import settled, stage_of
from support.stages import SLATE
from support.typing_keys import type_into


@pytest.fixture
def event(tmp_path: Path) -> RealEvent:
    made = staged_event(tmp_path, 6, 6)
    with EventFile.open(made.path) as file:
        batches.set_batch(
            Desk(file),
            "1",
            {"guest_witnesses": "客1、客2、生人", "host_witnesses": "主1、主2、主3"},
        )
    return made


def seated(page: PresidiumPage) -> list[str]:
    return [seat.guest.full_name for seat in page.row.seats]


def test_a_presidium_begins_with_the_witnesses_and_is_changed_by_hand(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, ceremony = open_ceremony(open_window, qtbot)
    column = stage_of(ceremony, qtbot)
    QTest.mouseClick(column.sill.presidium, Qt.MouseButton.LeftButton)
    page = column.presidium()
    settled(column, qtbot)
    assert "见证人" in page._standing.text()
    assert page.isVisible()
    ranks = [seat.rank for seat in page.row.seats]
    assert ranks == [5, 3, 1, 2, 4]
    assert set(seated(page)) == {"客1", "客2", "主1", "主2", "主3"}
    before = seated(page)
    page.custom.choose(1)
    settled(column, qtbot)
    assert seated(page) == before[::-1]
    type_into(page.search.input, "客6")
    assert page.found.item(0).text().startswith("客6")
    QTest.keyClick(page.search.input, Qt.Key.Key_Return)
    settled(column, qtbot)
    assert "客6" in seated(page)
    assert page.members.count() == 6
    page.members.setCurrentRow(0)
    first = page.members.item(0).text()
    QTest.keyClick(page.members, Qt.Key.Key_Delete)
    settled(column, qtbot)
    assert len(seated(page)) == 5
    assert first.split()[1] not in seated(page)
    type_into(page.search.input, "没有这个人")
    assert "没有找到" in page.found.item(0).text()
    assert cut(page) == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.isVisible()


def opened(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> tuple[StageColumn, PresidiumPage]:
    _, ceremony = open_ceremony(open_window, qtbot)
    column = stage_of(ceremony, qtbot)
    column._parts.preferences.change(print_folder=str(tmp_path / "prints"))
    column.show_presidium()
    settled(column, qtbot)
    return column, column.presidium()


def add(page: PresidiumPage, name: str) -> None:
    type_into(page.search.input, name)
    QTest.keyClick(page.search.input, Qt.Key.Key_Return)


def test_it_is_there_again_after_the_window_was_closed(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    column, page = opened(open_window, qtbot, tmp_path)
    add(page, "客6")
    add(page, "客5")
    page.custom.choose(1)
    settled(column, qtbot)
    before = seated(page)
    assert {"客6", "客5"} < set(before)
    assert "第1版" in page._standing.text()
    page.window().close()
    column, page = opened(open_window, qtbot, tmp_path)
    assert seated(page) == before
    assert page.custom.current == 1
    assert "右" in page._note.text()


def test_a_change_is_taken_back_with_one_key(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    column, page = opened(open_window, qtbot, tmp_path)
    before = seated(page)
    add(page, "客6")
    settled(column, qtbot)
    assert "客6" in seated(page)
    QTest.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(column, qtbot)
    qtbot.waitUntil(lambda: seated(page) == before)


def test_its_plan_and_cards_are_printed_from_what_is_stored(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    column, page = opened(open_window, qtbot, tmp_path)
    page.print_plan.setFocus()
    QTest.keyClick(page.print_plan, Qt.Key.Key_Space)
    settled(column, qtbot)
    out = tmp_path / "prints" / f"主席台座次图 {SLATE}.pdf"
    assert str(out) in page.notice.sentence
    (said,) = texts(out)
    for name in ("客1", "客2", "主1", "主2", "主3"):
        assert name in said
    qtbot.waitUntil(lambda: "已打印" in page._standing.text())
    add(page, "客6")
    settled(column, qtbot)
    assert "第2版" in page._standing.text()
    QTest.mouseClick(page.print_cards, Qt.MouseButton.LeftButton)
    settled(column, qtbot)
    assert len(texts(tmp_path / "prints" / f"席卡 {SLATE}.pdf")) == 6
    for _ in range(6):
        page.members.setCurrentRow(0)
        QTest.keyClick(page.members, Qt.Key.Key_Delete)
        settled(column, qtbot)
    assert seated(page) == []
    assert not page.print_plan.isEnabled()


def test_who_may_not_edit_sees_it_and_changes_nothing(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    column, page = opened(open_window, qtbot, tmp_path)
    before = seated(page)
    monkeypatch.setattr(column._parts.rights, "may", lambda _: False)
    column._parts.rights.changed.emit()
    for widget in (page.custom, page.search, page.take_out, page.print_plan, page.print_cards):
        assert not widget.isEnabled()
    page.members.setCurrentRow(0)
    QTest.keyClick(page.members, Qt.Key.Key_Delete)
    settled(column, qtbot)
    assert seated(page) == before
