"""Finding the guest or contract whose entries are wanted: by name, pinyin, number or title."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from qhsign.domain.search import matcher
from qhsign.services.contract_records import FindableContract
from qhsign.services.print_records import StackPiece
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_filter import search
from qhsign.ui.prints.one_of_them import OneOfThem
from qhsign.ui.prints.print_words import guest_piece
from qhsign.ui.theme import Look


class AuditSubject(OneOfThem):
    """``taken`` carries a guest's id and a contract's, both "" when everything is meant again."""

    taken = Signal(str, str)

    def __init__(self, look: Look, book: GuestBook) -> None:
        self._book = book
        self._contracts: Sequence[FindableContract] = ()
        self._ids: dict[StackPiece, tuple[str, str]] = {}
        super().__init__(look, self._find_both)
        self.chosen.connect(self._tell)

    def show_contracts(self, contracts: Sequence[FindableContract]) -> None:
        """Search in these contracts, too."""
        self._contracts = contracts

    def set_words(self, prompt: str = "") -> None:
        """Say what is searched for."""
        super().set_words(prompt or self.tr("Of one guest or contract"))
        self.search.set_words(
            self.tr("Of one guest or contract"),
            self.tr("Entries of one guest or contract"),
            self.tr("Empty the search field"),
        )
        self._back.setToolTip(self.tr("Of everything again"))
        self._back.setAccessibleName(self.tr("Of everything again"))

    def _find_both(self, text: str, most: int) -> Sequence[StackPiece]:
        self._ids = {guest_piece(row): (row.id, "") for row in search(self._book.rows, text, most)}
        matches = matcher(text)
        for each in self._contracts:
            if len(self._ids) >= most:
                break
            if matches(each.search_text):
                row = each.row
                title = row.title.replace("\n", "")
                self._ids[StackPiece(row.number, row.label, title)] = ("", row.id)
        return list(self._ids)

    def _tell(self) -> None:
        everything = ("", "")
        self.taken.emit(
            *next((self._ids.get(each, everything) for each in self.pieces), everything)
        )
