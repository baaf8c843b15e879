"""The column of contracts with nothing in it, and with a thousand contracts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qhsign.services import contracts
from qhsign.services.desk import Desk
from qhsign.store.event_file import EventFile
from qhsign.store.schema import Slate
from qhsign.ui.ceremony.ceremony_page import CeremonyPage
from qhsign.ui.ceremony.column_lines import LineKind
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.main_window import MainWindow, OpenEvent
from support.ceremony_windows import open_ceremony, staged_event
from support.contract_columns import ALT, arranged, fill, line_of, press, shown, wait
from support.real_windows import RealEvent, write
from support.stages import SLATE

OpenWindow = Callable[[OpenEvent], MainWindow]


@pytest.fixture
def desk(event: RealEvent) -> Iterator[Desk]:
    with Desk(EventFile.open(event.path)) as made:
        yield made


@pytest.fixture
def page(open_window: OpenWindow, qtbot: QtBot) -> CeremonyPage:
    return open_ceremony(open_window, qtbot)[1]


@pytest.fixture
def column(page: CeremonyPage) -> ContractColumn:
    column = page.contracts()
    column.list.setFocus()
    return column


class TestEmpty:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        return staged_event(tmp_path, contracts=0, size=0)

    def test_a_slate_without_contracts_says_what_to_do(self, column: ContractColumn) -> None:
        assert [line.kind for line in column.model.lines] == [LineKind.SLATE, LineKind.NOTHING]
        assert column.list.delegate.nothing

    def test_a_new_contract_is_asked_for_in_place_and_opened(
        self, page: CeremonyPage, column: ContractColumn, qtbot: QtBot, desk: Desk
    ) -> None:
        QTest.mouseClick(page.toolbar.new, Qt.MouseButton.LeftButton)
        editor = line_of(column.question.editor)
        write(editor, "　")
        wait(column, qtbot)
        assert column.question.error
        write(editor, "海西光热储一体化基地")
        wait(column, qtbot)
        assert [row.title for row in contracts.list_contracts(desk, SLATE)] == [
            "海西光热储一体化基地"
        ]
        assert column.sheets.contract.is_open
        assert not column.question.isVisible()

    def test_no_slate_and_no_contract_leads_to_the_import(
        self, page: CeremonyPage, column: ContractColumn, qtbot: QtBot, desk: Desk
    ) -> None:
        with desk.write("test") as session:
            session.delete(session.scalars(select(Slate)).one())
        column.work.add("暂时的", "")
        wait(column, qtbot)
        kinds = [line.kind for line in column.model.lines]
        assert kinds == [LineKind.NOTHING, LineKind.LOOSE, LineKind.CONTRACT]
        assert "清单" in column.list.delegate.nothing
        page.undo()
        wait(column, qtbot)
        column.sheets.contract.put_away()
        assert column.empty.isVisible()
        column.empty._button.click()
        assert page.lists is not None
        assert page.lists.is_open


class TestManyContracts:
    @pytest.fixture
    def event(self, tmp_path: Path) -> RealEvent:
        made = staged_event(tmp_path, contracts=0, size=0)
        with Desk(EventFile.open(made.path)) as desk:
            fill(desk, 1_000, 6)
        return made

    def test_a_thousand_contracts_are_shown_searched_and_moved(
        self, column: ContractColumn, qtbot: QtBot, desk: Desk
    ) -> None:
        assert len(column.model.lines) == 1 + 167 + 1_000
        column.foot.search.input.setText("0999")
        wait(column, qtbot)
        assert [n for held in shown(column).values() for n in held] == [999]
        QTest.keyClick(column.foot.search.input, Qt.Key.Key_Return)
        column.foot.search.input.clear()
        assert column.list.line is not None
        assert column.list.line.contract is not None
        assert column.list.line.contract.number == 999
        before = arranged(desk)
        name = next(name for name, held in before.items() if 999 in held)
        place = before[name].index(999)
        press(column, Qt.Key.Key_Up if place else Qt.Key.Key_Down, ALT)
        wait(column, qtbot)
        assert arranged(desk)[name] != before[name]
