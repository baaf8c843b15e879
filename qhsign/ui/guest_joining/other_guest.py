"""Finding the guest to join with: a search over the whole list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from qhsign.domain.search import matcher
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

_MOST = 60
_WIDEST = 640


class OtherGuest(QWidget):
    """``chosen`` carries the id of the guest found."""

    chosen = Signal(str)

    def __init__(self, look: Look, book: GuestBook) -> None:
        super().__init__()
        self._book = book
        self._but = ""
        self.search = SearchField(look, 40)
        self.list = QListWidget()
        self.list.setObjectName("found")
        self._hint = label("second", wrap=True)
        self.nobody = EmptyState(look, "search")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for each in (self._hint, self.search):
            column.addWidget(each)
        for place in (self.list, self.nobody):
            column.addWidget(place, 1)
        self.setMaximumWidth(_WIDEST)
        self.search.searched.connect(self._find)
        self.search.left_down.connect(self._enter_list)
        self.search.entered.connect(self._take_first)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self._set_words()

    def open_for(self, guest: str, name: str) -> None:
        """Look for somebody to join with a guest, beginning with those of the same name."""
        self._but = guest
        self.search.input.setText(name)
        self.search.input.setFocus()
        self.search.input.selectAll()
        self._find()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _find(self) -> None:
        self.list.clear()
        typed = self.search.text.strip()
        found = self._found(typed) if typed else ()
        for row in found:
            words = (row.label, row.full_name, row.title, row.organization)
            item = QListWidgetItem("  ".join(filter(None, words)))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            self.list.addItem(item)
        self.search.show_hits("" if not typed else str(len(found)))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.nobody.setVisible(not found)
        self._say_nobody()

    def _found(self, typed: str) -> Sequence[GuestRow]:
        matches = matcher(typed)
        found = []
        for row in self._book.rows:
            if row.id != self._but and matches(row.search_text):
                found.append(row)
                if len(found) == _MOST:
                    break
        return found

    def _enter_list(self) -> None:
        if self.list.count():
            self.list.setFocus()

    def _take_first(self) -> None:
        if self.list.count():
            self._take(self.list.currentItem() or self.list.item(0))

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _say_nobody(self) -> None:
        """Say that nobody was found, and what to write instead."""
        typed = self.search.text.strip()
        words = self.tr("Write a name, an organization or a number.")
        if typed:
            words = self.tr("Nobody else is found for “{text}”: write another name or a number.")
        self.nobody.set_words(words.format(text=typed))

    def _set_words(self) -> None:
        self._hint.setText(self.tr("Who is the same person? Search, then press Enter."))
        self.search.set_words(
            self.tr("Name, pinyin, initials, organization, number"),
            self.tr("Search guests"),
            self.tr("Empty the search field"),
        )
        self._say_nobody()
        self.list.setAccessibleName(self.tr("Guests found"))
