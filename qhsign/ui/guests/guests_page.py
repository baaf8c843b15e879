"""The guest screen: search as you type, filters with counts, the table, the side panel."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.commands.command import Command
from qhsign.ui.export.export_dialog import GuestsShown
from qhsign.ui.guest_panel.guest_panel import WIDTH, GuestPanel
from qhsign.ui.guest_panel.panel_desk import PanelDesk
from qhsign.ui.guests.facet_list import FacetList, FacetModel, Line
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.guest_commands import GUESTS, guest_commands
from qhsign.ui.guests.guest_filter import Found, Wanted, find
from qhsign.ui.guests.guest_lists import GuestLists
from qhsign.ui.guests.guest_table import GuestTable
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.providers import ORDERS
from qhsign.ui.screen import Screen
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shared.words import order_word
from qhsign.ui.theme import Look
from qhsign.ui.translation import QT_TRANSLATE_NOOP

NARROW = 1100
_FACETS_PX = 188
_LONGEST_QUERY_SHOWN = 24
_TABLE, _EMPTY, _NO_HIT = range(3)


class GuestsPage(Screen):
    """Given the guest book and a way to remember the order; knows no service."""

    id = GUESTS
    words = QT_TRANSLATE_NOOP("Commands", "Guests")
    icon = "guests"

    def __init__(
        self,
        look: Look,
        book: GuestBook,
        remember_order: Callable[[str], None],
        panel: GuestPanel,
    ) -> None:
        super().__init__()
        self._look, self._book, self._remember_order = look, book, remember_order
        self._wanted = Wanted()
        self._found = Found(())
        self._stale = False
        self._current = ""
        self._activity: ActivityRow | None = None
        self._panel_open = False
        self.lists: GuestLists | None = None
        self.panel_desk: PanelDesk | None = None
        self.model = GuestTableModel(self)
        self.table = GuestTable(look, self.model)
        self._facet_model = FacetModel(self)
        self.facets = FacetList(look, self._facet_model)
        self.panel = panel
        self.search = SearchField(look, 32)
        self._title, self._total = label("page-title"), label("second")
        self._order = QToolButton()
        self._filter_title, self._clear = label("strong"), QPushButton()
        self._footer, self._footer_hint = ElidedLabel("second"), ElidedLabel("quiet")
        self._empty = EmptyState(look, "guests")
        self._no_hit = EmptyState(look, "search")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._set_words()

    def take_lists(self, lists: GuestLists) -> None:
        """Offer lists to be taken in and written from here."""
        self.lists = lists
        for button in (lists.take_in, lists.give_out):
            self._bar.addWidget(button)
        self._empty.acted.connect(lists.desk.open_wizard)
        self._set_words()

    def take_panel_desk(self, desk: PanelDesk) -> None:
        """Offer what there is to do with single guests and their photos."""
        self.panel_desk = desk
        if self.lists is not None:
            desk.take_lists(self.lists.desk)

    @property
    def is_free(self) -> bool:
        """Whether nothing lies over the table."""
        covers = (self.lists, self.panel_desk)
        return not any(each is not None and each.covers for each in covers)

    @property
    def shown(self) -> GuestsShown:
        """The guests found, of how many, in which order."""
        found = tuple(row.id for row in self._found.rows)
        return GuestsShown(found, len(self._book.rows), self._book.order)

    @property
    def found(self) -> Found:
        """What is shown now."""
        return self._found

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Show the arrivals of another activity."""
        self._activity = activity
        name = activity.name if activity else ""
        self.model.name_activity(name)
        self._facet_model.name_activity(name)
        self._look_again()

    def clear_filters(self) -> None:
        """Show every guest again."""
        self._wanted = Wanted()
        self.search.input.clear()
        self._find()

    def commands(self) -> Sequence[Command]:
        """Return what a person can ask of this screen."""
        more = self.panel_desk.commands(lambda: self.is_free) if self.panel_desk else ()
        return (*guest_commands(self), *(self.lists.commands() if self.lists else ()), *more)

    def be_shown(self) -> None:
        """Search at once, or go on with the list that is being imported."""
        if self.lists is not None and not self.is_free:
            self.lists.desk.wizard.setFocus()
        else:
            self.focus_search()

    def show_guest(self, guest_id: str) -> None:
        """Go to one guest, taking filters away that hide them."""
        self._current = guest_id
        if self.model.row_of(guest_id) < 0:
            self.clear_filters()
        place = self.model.row_of(guest_id)
        if place >= 0:
            self.table.selectRow(place)
            self.table.scrollTo(self.model.index(place, 0))
            self.table.setFocus()
            self._open_panel()

    def focus_search(self) -> None:
        """Put the cursor into the search field with its text selected."""
        self.search.input.setFocus()
        self.search.input.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what changed while another screen was in front."""
        super().showEvent(event)
        if self._stale:
            self._find()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side panel over the table in a narrow window."""
        super().resizeEvent(event)
        self._place_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from the side panel with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._is_narrow() and self._panel_open:
            self._close_panel()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        toolbar = QFrame()
        toolbar.setObjectName("toolbar")
        toolbar.setFixedHeight(56)
        bar = self._bar = QHBoxLayout(toolbar)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(420)
        for each in (self._title, self._total):
            bar.addWidget(each)
        bar.addSpacing(8)
        bar.addWidget(self.search, 3)
        self._order.setProperty("kind", "chooser")
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._look.put_icon(self._order, "chevron", "text-2", 16)
        bar.addWidget(self._order)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(toolbar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._facet_pane())
        self._middle = self._middle_pane()
        row.addWidget(self._middle, 1)
        self.panel.setFixedWidth(WIDTH)
        row.addWidget(self.panel)
        column.addLayout(row, 1)

    def _facet_pane(self) -> QFrame:
        pane = QFrame()
        pane.setObjectName("facet-pane")
        pane.setFixedWidth(_FACETS_PX)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 10, 0)
        head.addWidget(self._filter_title)
        head.addStretch(1)
        self._clear.setProperty("kind", "text")
        head.addWidget(self._clear)
        strip = QWidget()
        strip.setFixedHeight(34)
        strip.setLayout(head)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.facets, 1)
        return pane

    def _middle_pane(self) -> QWidget:
        footer = QFrame()
        footer.setObjectName("list-footer")
        footer.setFixedHeight(42)
        line = QHBoxLayout(footer)
        line.setContentsMargins(16, 0, 16, 0)
        line.addWidget(self._footer)
        line.addStretch(1)
        line.addWidget(self._footer_hint)
        for each in (self.table, self._empty, self._no_hit):
            self._stack.addWidget(each)
        pane = QFrame()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(footer)
        return pane

    def _connect(self) -> None:
        self.search.searched.connect(self._searched)
        self.search.left_down.connect(self._enter_table)
        self.search.entered.connect(self._enter_table)
        self._facet_model.toggled.connect(self._toggled)
        self._clear.clicked.connect(self.clear_filters)
        self._no_hit.acted.connect(self.clear_filters)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.opened.connect(self._enter_panel)
        self.panel.guest_asked.connect(self.show_guest)
        self.panel.closed.connect(self._close_panel)
        self._book.loaded.connect(self._loaded)
        self._book.arrivals_loaded.connect(self._look_again)

    def _loaded(self) -> None:
        names = sorted((row.full_name for row in self._book.rows), key=len)
        if names:
            # One guest in fifty may have a longer name; it is cut here and whole in the panel.
            self.table.fit_names(names[len(names) * 49 // 50])
        self._set_counts()
        self._look_again()

    def _look_again(self) -> None:
        if self.isVisible():
            self._find()
        else:
            self._stale = True

    def _searched(self, text: str) -> None:
        self._wanted = Wanted(
            text, self._wanted.kinds, self._wanted.statuses, self._wanted.arrivals
        )
        self._find(follow=True)

    def _toggled(self, line: Line) -> None:
        self._wanted = self._wanted.toggled(line.facet, line.value)
        self._find()

    def _find(self, *, follow: bool = False) -> None:
        """Show what is wanted; ``follow`` goes to the first hit instead of the current guest."""
        self._stale = False
        self._found = find(self._book.rows, self._wanted, self._book.arrivals)
        self.table.delegate.query = self._wanted.query.strip()
        top = self.table.verticalScrollBar().value()
        self.model.show_rows(self._found.rows, self._book.arrivals)
        self._facet_model.show_counts(self._wanted, self._found.counts)
        place = self.model.row_of(self._current) if self._current else -1
        if place < 0 and self._found.rows:
            place = 0
        if place >= 0:
            self.table.selectRow(place)
            if not follow:
                self.table.verticalScrollBar().setValue(top)
        else:
            self._show_panel()
        self._set_counts()

    def _enter_table(self) -> None:
        if self._found.rows:
            self.table.setFocus()

    def _row_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._current = self.model.guest_at(index.row()).id
        self._show_panel()

    def _show_panel(self) -> None:
        row = self.table.currentIndex().row()
        self.panel.show_guest(self.model.guest_at(row).id if row >= 0 else "")

    def _is_narrow(self) -> bool:
        return self.window().width() < NARROW

    def _place_panel(self) -> None:
        narrow = self._is_narrow()
        self.panel.over_the_table(over=narrow)
        self.panel.setVisible(not narrow or self._panel_open)

    def _open_panel(self) -> None:
        self._panel_open = True
        self._place_panel()

    def _enter_panel(self) -> None:
        self._open_panel()
        self.panel.take_focus()

    def _close_panel(self) -> None:
        self._panel_open = False
        self._place_panel()
        self.table.setFocus()

    def _set_counts(self) -> None:
        total, shown = len(self._book.rows), len(self._found.rows)
        everything = self._wanted.is_everything
        if not self._book.is_loaded:
            self._total.setText("")
            self._footer.setText(self.tr("Reading the guest list…"))
            self._stack.setCurrentIndex(_TABLE)
            return
        self._total.setText(self.tr("{count} people").format(count=f"{total:,}"))
        found = self.tr("{count} found").format(count=f"{shown:,}")
        self.search.show_hits(found if self._wanted.query.strip() else "")
        self._footer.setText(found)
        if everything:
            self._footer.setText(self.tr("All guests are shown") if total else "")
        self._clear.setVisible(not everything)
        if shown:
            self._stack.setCurrentIndex(_TABLE)
        else:
            self._stack.setCurrentIndex(_NO_HIT if total else _EMPTY)
        self._no_hit.set_words(self._no_hit_sentence(), self.tr("Clear the filters"))

    def _no_hit_sentence(self) -> str:
        query = self._wanted.query.strip()
        if len(query) > _LONGEST_QUERY_SHOWN:
            query = f"{query[:_LONGEST_QUERY_SHOWN]}…"
        if query:
            return self.tr("No guest is found for “{query}”.").format(query=query)
        return self.tr("No guest is found with these filters.")

    def _choose_order(self, order: str) -> None:
        self._remember_order(order)
        self._book.load(order)
        self._name_order()

    def _name_order(self) -> None:
        word = order_word(self._book.order)
        self._order.setText(self.tr("Order: {order}").format(order=word))
        self._order.setAccessibleName(self._order.text())
        self._footer_hint.setText(self.tr("In the order of: {order}").format(order=word))
        menu = QMenu(self._order)
        choices = QActionGroup(menu)
        for order in ORDERS:
            action = menu.addAction(order_word(order))
            action.setCheckable(True)
            action.setChecked(order == self._book.order)
            action.triggered.connect(lambda _=False, order=order: self._choose_order(order))
            choices.addAction(action)
        earlier = self._order.menu()
        self._order.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def _set_words(self) -> None:
        self._title.setText(self.tr("Guests"))
        self.search.set_words(
            self.tr("Name, pinyin, initials, organization, number"),
            self.tr("Search guests"),
            self.tr("Empty the search field"),
        )
        self._filter_title.setText(self.tr("Filters"))
        self._clear.setText(self.tr("Clear"))
        self._empty.set_words(
            self.tr("There are no guests yet. Import a list first."),
            self.tr("Import a list") if self.lists else "",
        )
        self.table.setAccessibleName(self.tr("Guest list"))
        self.facets.setAccessibleName(self.tr("Filters"))
        self.model.words_changed()
        self.table.fit_words()
        self._facet_model.words_changed()
        self._name_order()
        self._set_counts()
