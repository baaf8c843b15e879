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
from support.ceremony_windows import OpenWindow, open_ceremony, staged_event
from support.clipping import cut
from support.real_windows import RealEvent
from support.stage_plans_shown import settled, stage_of
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
