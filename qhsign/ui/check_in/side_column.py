"""The right column of the check-in screen: figures, guests without a badge, the last scans."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qhsign.ui.check_in.counters import Counters
from qhsign.ui.check_in.no_badge_list import MOST, NoBadgeList, NoBadgeModel
from qhsign.ui.check_in.scan_list import ScanList
from qhsign.ui.check_in.scan_list_model import ScanListModel
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_filter import search
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.theme import Look

_SCANS, _NO_SCANS, _FOUND, _NONE_FOUND = range(4)


class SideColumn(QWidget):
    """``by_hand`` carries a guest recognised without a badge."""

    by_hand = Signal(object)

    def __init__(self, look: Look, book: GuestBook) -> None:
        super().__init__()
        self._book = book
        self.counters = Counters()
        self.search = SearchField(look, 40, "F3")
        self.scans = ScanListModel(look, self)
        self.scan_list = ScanList(look, self.scans)
        self.guests = NoBadgeModel(self)
        self.guest_list = NoBadgeList(look, self.guests)
        self._heading = label("strong")
        self._no_scans = EmptyState(look, "list")
        self._none_found = EmptyState(look, "search")
        self._stack = QStackedWidget()
        self._no_badge, self._hint = label("strong"), label("caption")
        self._panels = QStackedWidget()
        self._lay_out()
        self.search.searched.connect(self._search)
        self.search.entered.connect(self._entered)
        self.search.left_down.connect(self._enter_list)
        self.guest_list.chosen.connect(self.by_hand)
        for signal in (self.scans.modelReset, self.scans.rowsInserted, self.scans.rowsRemoved):
            signal.connect(self._choose_page)
        self.scans.rowsInserted.connect(self._show_newest)
        book.arrivals_loaded.connect(self._search_again)
        book.loaded.connect(self._search_again)
        self._set_words()
        self._choose_page()

    def show_guest(self, number: str) -> None:
        """Find a guest by number, for somebody whose code alone proves nothing."""
        self.search.input.setText(number)

    def close_search(self) -> None:
        """Go back to the last scans."""
        self.search.input.clear()

    def hold(self, camera: QWidget) -> None:
        """Take the camera between the figures and what stands under them."""
        self._whole.insertWidget(1, camera)

    def add_panel(self, panel: QWidget) -> None:
        """Take a panel that can stand in the place of search and scans."""
        self._panels.addWidget(panel)

    def show_panel(self, panel: QWidget | None) -> None:
        """Show a panel, or the search and the scans again."""
        if panel is None:
            self._panels.setCurrentIndex(0)
        else:
            self._panels.setCurrentWidget(panel)

    @property
    def panel(self) -> QWidget | None:
        """The panel that shows, or None for search and scans."""
        place = self._panels.currentIndex()
        return self._panels.currentWidget() if place else None

    def be_narrow(self, *, narrow: bool) -> None:
        """Leave the figures out where there is no room for them."""
        self.counters.setVisible(not narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self.scans.words_changed()
            self._choose_page()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.counters)
        whole.addWidget(self._panels, 1)
        scans = QWidget()
        self._panels.addWidget(scans)
        column = QVBoxLayout(scans)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 0, 0)
        head.addWidget(self._no_badge)
        head.addStretch(1)
        head.addWidget(self._hint)
        column.addLayout(head)
        column.addWidget(self.search)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2, 0, 2, 2)
        inside.setSpacing(0)
        title = QHBoxLayout()
        title.setContentsMargins(14, 9, 14, 9)
        title.addWidget(self._heading)
        inside.addLayout(title)
        inside.addWidget(rule())
        for each in (self.scan_list, self._no_scans, self.guest_list, self._none_found):
            self._stack.addWidget(each)
        inside.addWidget(self._stack, 1)
        column.addSpacing(4)
        column.addWidget(card, 1)

    def _search(self, text: str) -> None:
        if text.strip():
            found = search(self._book.rows, text, MOST)
            self.guests.show_guests(found, self._book.arrivals)
            if found:
                self.guest_list.setCurrentIndex(self.guests.index(0))
        self._choose_page()

    def _search_again(self) -> None:
        if self.search.text.strip():
            row = self.guest_list.currentIndex().row()
            self._search(self.search.text)
            if 0 <= row < self.guests.rowCount():
                self.guest_list.setCurrentIndex(self.guests.index(row))

    def _entered(self) -> None:
        """Check in the only guest found; with several, go and choose."""
        if not self.search.text.strip():
            return
        if self.guests.rowCount() == 1:
            self.by_hand.emit(self.guests.guest_at(0))
        else:
            self._enter_list()

    def _enter_list(self) -> None:
        if self._stack.currentIndex() == _FOUND:
            self.guest_list.setFocus()

    def _show_newest(self) -> None:
        """Scroll to the newest scan, unless somebody is at work in the list."""
        if not self.scan_list.isAncestorOf(self.focusWidget() or self):
            self.scan_list.scrollToTop()

    def _choose_page(self) -> None:
        query = self.search.text.strip()
        if query:
            hits = self.guests.rowCount()
            self._stack.setCurrentIndex(_FOUND if hits else _NONE_FOUND)
            self._heading.setText(self.tr("Choose the guest and press Enter"))
            sentence = self.tr("No guest is found for “{query}”.").format(query=query)
            self._none_found.set_words(sentence)
        else:
            self._stack.setCurrentIndex(_SCANS if self.scans.rowCount() else _NO_SCANS)
            self._heading.setText(self.tr("Last scans"))

    def _set_words(self) -> None:
        self.search.set_words(
            self.tr("Find a guest"),
            self.tr("Find a guest without a badge"),
            self.tr("Empty the search field"),
        )
        self._no_badge.setText(self.tr("No badge"))
        self._hint.setText(self.tr("Name, pinyin, initials, phone tail"))
        self._no_scans.set_words(self.tr("No scans here yet."))
        self.scan_list.setAccessibleName(self.tr("Last scans; Delete annuls"))
        self.guest_list.setAccessibleName(self.tr("Guests found; Enter checks in"))
