"""The menu of what can be changed for the ticked guests."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.services.guest_bulk_records import Bulk, BulkChange
from qhsign.ui.guests.bulk_words import NO, YES, value_word, what_word

_VALUES = {
    Bulk.CATEGORY: tuple(map(str, Category)),
    Bulk.VIP: (YES, NO),
    Bulk.STATUS: tuple(map(str, Invitation)),
    Bulk.VETTING: tuple(map(str, Vetting)),
}
ASKING = (Bulk.DELEGATION, Bulk.LIAISON, Bulk.REVOKE)
"""Changes that ask for a text."""


class BulkMenu(QMenu):
    """``chosen`` carries a BulkChange, without a value where a text is to be asked for.

    ``lists`` are the activities that keep a list of guests, by id.
    """

    chosen = Signal(object)

    def __init__(self, lists: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        for what, values in _VALUES.items():
            self._submenu(what, values, {})
        for what in (Bulk.DELEGATION, Bulk.LIAISON):
            self._offer(self, what_word(what), BulkChange(what, ""))
        if lists:
            self.addSeparator()
            for what in (Bulk.INVITE, Bulk.UNINVITE):
                self._submenu(what, tuple(lists), lists)
        self.addSeparator()
        self._offer(self, what_word(Bulk.REVOKE), BulkChange(Bulk.REVOKE, ""))

    def _submenu(self, what: Bulk, values: tuple[str, ...], lists: Mapping[str, str]) -> None:
        menu = self.addMenu(what_word(what))
        for value in values:
            change = BulkChange(what, value)
            self._offer(menu, value_word(change, lists), change)

    def _offer(self, menu: QMenu, word: str, change: BulkChange) -> None:
        action = menu.addAction(word.replace("&", "&&"))
        action.triggered.connect(lambda: self.chosen.emit(change))
