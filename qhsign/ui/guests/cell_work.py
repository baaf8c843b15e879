"""Taking over what was typed into a cell of the guest table."""

from PySide6.QtCore import QObject

from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests.bulk_work import BulkWork
from qhsign.ui.guests.cell_editor import FIELDS
from qhsign.ui.guests.guest_table import GuestTable
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.guest_table_provider import GuestTableProvider
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.guests.undo_bar import UndoBar


class CellWork(QObject):
    """Writes a cell and says so; what cannot be taken is opened again with what was typed."""

    def __init__(
        self,
        provider: GuestTableProvider,
        table: GuestTable,
        model: GuestTableModel,
        bulk: BulkWork,
        undo: UndoBar,
    ) -> None:
        super().__init__(table)
        self._provider, self._table, self._model = provider, table, model
        self._bulk, self._undo = bulk, undo
        model.can_edit = True
        table.delegate.written.connect(self._write)

    def _write(self, row: GuestRow, column: Column, text: str) -> None:
        def told(_: object) -> str:
            return self.tr("{name}: {column} changed").format(
                name=row.full_name, column=self._model.heading(column)
            )

        def failed(problem: ProblemForUser) -> None:
            if problem.code == "field-wrong":
                self._undo.show_wrong(self._wrong(column, text))
            else:
                self._undo.show_problem(problem)
            self._open_again(row.id, column, text)

        work = self._provider.write_cell
        self._undo.put_away()
        self._bulk.run(lambda: work(row.id, FIELDS[column], text), told, failed)

    def _wrong(self, column: Column, text: str) -> str:
        if column is Column.NAME:
            return self.tr("A guest needs a name: write it, or leave with Esc.")
        if column is Column.COUNTRY:
            sentence = self.tr("There is no country “{text}”: write another, or leave with Esc.")
            return sentence.format(text=text)
        sentence = self.tr("“{text}” cannot stand under {column}: correct it, or leave with Esc.")
        return sentence.format(text=text, column=self._model.heading(column))

    def _open_again(self, guest: str, column: Column, text: str) -> None:
        place = self._model.row_of(guest)
        if place < 0 or self._table.is_editing or not self._table.isVisible():
            return
        self._table.delegate.typed_before = text
        index = self._model.index(place, column)
        self._table.setCurrentIndex(index)
        self._table.edit(index)
