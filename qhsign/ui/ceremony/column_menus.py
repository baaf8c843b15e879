"""What can be done with slates, batches and contracts, as menus of the column."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from qhsign.domain.contract import LifeCycle
from qhsign.domain.roles import Act
from qhsign.services.contract_records import ContractRow
from qhsign.ui.ceremony.column_lines import LOOSE, Line, LineKind
from qhsign.ui.ceremony.column_moves import batch_beside
from qhsign.ui.ceremony.drop_places import DropPlace

if TYPE_CHECKING:
    from qhsign.ui.ceremony.contract_column import ContractColumn


class ColumnMenus(QObject):
    """Fills the menus each time they open: what cannot be done now is not offered."""

    def __init__(self, column: "ContractColumn") -> None:
        super().__init__(column)
        self._column = column
        column.head.menu.aboutToShow.connect(self._fill_head)
        column.ticks.menu.aboutToShow.connect(self._fill_ticks)
        column.list.menu_asked.connect(self._show_for)

    def _fill_head(self) -> None:
        menu, column = self._column.head.menu, self._column
        menu.clear()
        has_slate = column.book.slate is not None
        menu.addAction(self.tr("New slate…"), column.ask_slate)
        words = self.tr("Activity, day and figures of the slate…")
        menu.addAction(words, column.open_slate).setEnabled(has_slate)
        menu.addAction(self.tr("New batch"), column.add_batch).setEnabled(has_slate)
        menu.addAction(self.tr("Proposal of batches…"), column.propose).setEnabled(has_slate)
        menu.addSeparator()
        found = len(column.found)
        words = self.tr("To be checked ({count})").format(count=found)
        menu.addAction(words, column.show_findings).setEnabled(found > 0)

    def _fill_ticks(self) -> None:
        menu, column = self._column.ticks.menu, self._column
        menu.clear()
        for below in menu.findChildren(QMenu):
            below.deleteLater()
        rows = column.ticked_rows()
        self._screening(menu, rows)
        self._moves(menu.addMenu(self.tr("Move to batch")), rows)

    def _show_for(self, line: Line, at: QPoint) -> None:
        menu = QMenu(self._column)
        if line.kind is LineKind.SLATE:
            self._of_slate(menu, line)
        elif line.kind is LineKind.BATCH:
            self._of_batch(menu, line)
        elif line.contract is not None:
            self._of_contract(menu, line.contract)
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _of_slate(self, menu: QMenu, line: Line) -> None:
        column = self._column

        def edit(key: str) -> Callable[[], None]:
            return lambda: column.edit_slate(line, key)

        words = self.tr("Activity, day and figures…")
        menu.addAction(words, lambda: column.open_slate(line))
        menu.addSeparator()
        menu.addAction(self.tr("Declared number…"), edit("declared_contracts"))
        menu.addAction(self.tr("Declared amount…"), edit("declared_amount"))
        menu.addAction(self.tr("Rename"), edit("name"))
        menu.addSeparator()
        menu.addAction(self.tr("Proposal of batches…"), lambda: column.propose_for(line))
        menu.addAction(self.tr("New batch"), lambda: column.add_batch_to(line))
        if line.findings:
            words = self.tr("To be checked ({count})").format(count=line.findings)
            menu.addSeparator()
            menu.addAction(words, column.show_findings)

    def _of_batch(self, menu: QMenu, line: Line) -> None:
        batch, column = line.batch, self._column
        if batch is None:
            return
        menu.addAction(self.tr("Name, time, witnesses…"), lambda: column.open_line(line))
        words = self.tr("Unlock") if batch.locked else self.tr("Lock")
        menu.addAction(words, lambda: column.batches.lock(batch, locked=not batch.locked))
        rows = column.book.rows.batches
        for by, words in ((-1, self.tr("One place earlier")), (1, self.tr("One place later"))):
            before = batch_beside(rows, batch, by)
            move = menu.addAction(words, partial(column.batches.place, batch.id, before or ""))
            move.setEnabled(before is not None)
        if not batch.contracts:
            menu.addAction(self.tr("Remove"), lambda: column.batches.remove(batch))

    def _of_contract(self, menu: QMenu, row: ContractRow) -> None:
        column = self._column
        menu.addAction(self.tr("Open"), lambda: column.open_contract(row.number))
        ticked = row.number in column.model.ticked
        words = self.tr("Take the tick away") if ticked else self.tr("Tick")
        menu.addAction(words, lambda: column.model.tick(column.model.ticked ^ {row.number}))
        menu.addSeparator()
        rows = column.ticked_rows() if ticked else [row]
        self._moves(menu.addMenu(self.tr("Move to batch")), rows)

    def _screening(self, menu: QMenu, rows: list[ContractRow]) -> None:
        column = self._column
        may = column.rights.may(Act.APPROVE)
        to_sign = [row for row in rows if row.status is LifeCycle.TO_SIGN and not row.agreed_on]
        agreed = [row for row in rows if row.agreed_on]
        open_still = [row for row in rows if not row.approved]
        count = len(to_sign)
        words = self.tr("Agree to {count}…").format(count=count)
        menu.addAction(words, lambda: column.agree(to_sign)).setEnabled(may and count > 0)
        words = self.tr("Withdraw the agreement to {count}…").format(count=len(agreed))
        menu.addAction(words, lambda: column.disagree(agreed)).setEnabled(may and bool(agreed))
        words = self.tr("Approve {count} certificates…").format(count=len(open_still))
        approve = menu.addAction(words, lambda: column.approve(open_still))
        approve.setEnabled(may and bool(open_still))
        menu.addSeparator()

    def _moves(self, menu: QMenu, rows: list[ContractRow]) -> None:
        numbers = [row.number for row in rows]
        for batch in self._column.book.rows.batches:
            place = DropPlace(batch.id, batch.contracts[-1].number if batch.contracts else 0)
            menu.addAction(
                batch.name.replace("&", "&&"),
                partial(self._column.batches.put, numbers, place),
            )
        if any(row.batch for row in rows):
            menu.addSeparator()
            menu.addAction(
                self.tr("Into no batch"),
                lambda: self._column.batches.put(numbers, DropPlace(LOOSE)),
            )
