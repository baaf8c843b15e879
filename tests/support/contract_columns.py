"""Looking at the column of contracts in a test, and at the event behind it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from qhsign.services import batch_proposals, batches, contracts, slates
from qhsign.services.contract_records import ContractRow, SlateRow
from qhsign.services.desk import Desk
from qhsign.store.schema import Batch, Contract, Party, Slate, SlateEntry
from qhsign.ui.ceremony.column_lines import LineKind
from qhsign.ui.ceremony.contract_column import ContractColumn
from qhsign.ui.guest_panel.fact_editor import FactEditor
from qhsign.ui.main_window import MainWindow
from support.real_windows import settle
from support.stages import SLATE

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def wait(column: ContractColumn, qtbot: QtBot) -> None:
    """Wait until what was asked is done, read and shown."""
    window = column.window()
    assert isinstance(window, MainWindow)
    settle(window, qtbot)


def shown(column: ContractColumn) -> dict[str, list[int]]:
    """Return the contracts by the heading they stand under."""
    found: dict[str, list[int]] = {}
    heading = ""
    for line in column.model.lines:
        if line.is_heading:
            heading = line.batch.name if line.batch else "—"
            found[heading] = []
        elif line.contract is not None:
            found[heading].append(line.contract.number)
    return found


def arranged(desk: Desk) -> dict[str, list[int]]:
    rows = batches.list_batches(desk, empty=True)
    return {row.name: [each.number for each in row.contracts] for row in rows}


def slate_of(desk: Desk, name: str = SLATE) -> SlateRow:
    return next(row for row in slates.list_slates(desk) if row.name == name)


def row_of(desk: Desk, number: int) -> ContractRow:
    return next(row for row in contracts.list_contracts(desk) if row.number == number)


def go_to(column: ContractColumn, number: int) -> None:
    column.list.go_to(column.model.row_of_contract(number))


def press(column: ContractColumn, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    QTest.keyClick(column.list, key, keys)


def line_at(column: ContractColumn, kind: LineKind) -> int:
    return next(row for row, line in enumerate(column.model.lines) if line.kind is kind)


def click(column: ContractColumn, row: int, at: QPoint | None = None) -> None:
    rect = column.list.visualRect(column.model.index(row))
    where = at or rect.center()
    QTest.mouseClick(column.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def line_of(editor: FactEditor | None) -> QLineEdit:
    """Return the line of an editor that is open."""
    assert editor is not None
    assert editor._line is not None
    return editor._line


def fill(desk: Desk, count: int, size: int) -> None:
    """Add contracts of two parties to the slate, in batches, in one transaction."""
    with desk.write("test") as session:
        slate = session.scalars(select(Slate.id)).one()
        for number in range(1, count + 1):
            if number % size == 1:
                place = number // size
                batch = Batch(
                    name=batch_proposals.ordinal_name(place + 1), number=place + 1,
                    slate_id=slate, position=place, size_limit=size,
                )  # fmt: skip
                session.add(batch)
                session.flush()
            made = Contract(
                number=number, title=f"第{number}项光伏储能一体化", amount=number * 10**10,
                batch_id=batch.id,
            )  # fmt: skip
            session.add(made)
            session.flush()
            session.add(SlateEntry(slate_id=slate, contract_id=made.id, position=number))
            session.add_all(
                Party(
                    contract_id=made.id,
                    side=side,
                    organization=f"{name}公司",
                    signatory=name,
                    is_host=side == "甲",
                )
                for side, name in (("甲", f"主{number}"), ("乙", f"客{number}"))
            )
