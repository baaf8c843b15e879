"""The guest screen: search as you type, filters with counts, the table, the side panel."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qhsign.services.check_in_records import ActivityRow
from qhsign.ui.export.guests_shown import GuestsShown
from qhsign.ui.guest_panel.guest_panel import WIDTH
from qhsign.ui.guest_panel.panel_desk import PanelDesk
from qhsign.ui.guests.bulk_work import BulkWork
from qhsign.ui.guests.cell_work import CellWork
from qhsign.ui.guests.delegation_desk import DelegationDesk
from qhsign.ui.guests.facet_model import Line, LineKind
from qhsign.ui.guests.facet_pane import FacetPane
from qhsign.ui.guests.filter_menu import FilterMenu
from qhsign.ui.guests.found_guests import FoundGuests
from qhsign.ui.guests.guest_lists import GuestLists
from qhsign.ui.guests.guest_parts import GuestParts
from qhsign.ui.guests.guest_toolbar import GuestToolbar
from qhsign.ui.guests.list_pane import ListPane
from qhsign.ui.guests.saved_filters import SavedFilter
from qhsign.ui.guests.table_columns import Column, columns_of, text_of
from qhsign.ui.guests.table_order import TableOrder, order_of
from qhsign.ui.guests.wanted import Facet, Found, Wanted
from qhsign.ui.later import Later
from qhsign.ui.screen import Screen

if TYPE_CHECKING:
    from qhsign.ui.guests.column_picker import ColumnPicker
    from qhsign.ui.guests.new_guest_work import NewGuestWork

NARROW = 1100
_PAIR = 2
_LATER = Qt.ConnectionType.QueuedConnection


class GuestsPage(Screen):
    """Shows the guest book; what it changes goes through the table's provider."""

    def __init__(self, parts: GuestParts) -> None:
        super().__init__()
        look = self._look = parts.look
        self._book, self._preferences = parts.book, parts.preferences
        self.finding = FoundGuests(parts.book, parts.runner, parts.table, self)
        self.finding.language = look.language
        self._stale = False
        self._current = ""
        self._activity: ActivityRow | None = None
        self._panel_open = False
        self.lists: GuestLists | None = None
        self.panel_desk: PanelDesk | None = None
        self.middle = ListPane(look)
        self.model, self.table = self.middle.model, self.middle.table
        self.toolbar = GuestToolbar(look, self.model.heading)
        self.search = self.toolbar.search
        self.facet_pane = FacetPane(look)
        self.facets = self.facet_pane.facets
        self._stack = QStackedWidget()
        self._column_picker = Later(self._build_picker)
        self.panel = parts.panel
        self.filters = FilterMenu(
            look,
            parts.preferences,
            self._as_filter,
            lambda: tuple(self.finding.activities),
            (self.middle.name_bar, self.middle.undo_bar),
        )
        self.toolbar.add_filters(self.filters)
        self.bulk: BulkWork | None = None
        self.delegations: DelegationDesk | None = None
        self._parts = parts
        self._new_guest = Later(self._build_new_guest)
        if parts.table is not None:
            self.toolbar.offer_new()
            bars = (self.middle.bulk_bar, self.middle.undo_bar)
            self.bulk = BulkWork(parts.table, parts.runner, self.finding, self.model, bars)
            self.middle.can_change = True
            self.cells = CellWork(
                parts.table, self.table, self.model, self.bulk.undoing, self.middle.undo_bar
            )
            self.table.delegate.known = self._known_names
            self.table.delegate.closeEditor.connect(self._catch_up, _LATER)
        if parts.delegations is not None:
            self.facet_pane.model.offer_link()
            self.facet_pane.model.asked.connect(self.show_delegations)
            self.delegations = DelegationDesk(look, parts.runner, parts.delegations, self._stack)
            self.delegations.chosen.connect(self._show_delegation)
            self.delegations.closed.connect(self.table.setFocus)
        self._lay_out()
        self._connect()
        self._restore()
        self._show_state()
        if parts.book.is_loaded:
            self._loaded()

    def take_lists(self, lists: GuestLists) -> None:
        """Offer lists to be taken in and written from here."""
        self.lists = lists
        lists.desk.keep_beside(self.middle)
        self.toolbar.add_buttons((lists.take_in, lists.give_out))
        self.middle.import_asked.connect(lists.open_wizard)
        self.middle.can_import = True
        self.middle.set_words()

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
        """The guests found, of how many, in which order, and those ticked."""
        found = tuple(row.id for row in self.found.rows)
        return GuestsShown(found, len(self._book.rows), self._book.order, self.model.ticked)

    @property
    def column_picker(self) -> "ColumnPicker":
        """The choice of columns."""
        return self._column_picker()

    @property
    def found(self) -> Found:
        """What is shown now."""
        return self.finding.found

    def show_activity(self, activity: ActivityRow | None) -> None:
        """Show the arrivals of another activity."""
        self._activity = activity
        name = activity.name if activity else ""
        self.model.name_activity(name)
        self._name_order()
        self.facet_pane.model.name_activity(name)
        if self.delegations is not None:
            self.delegations.show_activity(activity)
        self._look_again()

    def clear_filters(self) -> None:
        """Show every guest again."""
        self.finding.wanted = Wanted()
        self.search.input.clear()
        self._find()

    def ask_photo_folder(self) -> None:
        """Ask for a folder of photos, and look at it."""
        if self.panel_desk is not None:
            self.panel_desk.photos.ask_folder()

    def join_guest(self) -> None:
        """Join the two ticked guests, else the current one with another; with nobody, search."""
        index = self.table.currentIndex()
        first = self.model.guest_at(index.row()).id if index.isValid() else ""
        pair = sorted(self.model.ticked, key=lambda each: each != first)
        if len(pair) == _PAIR:
            self.panel.join_asked.emit(*pair)
        elif first:
            self.panel.join_asked.emit(first, "")
        else:
            self.focus_search()

    @property
    def new_guest(self) -> "NewGuestWork":
        """What adds a guest by hand."""
        return self._new_guest()

    def add_guest(self) -> None:
        """Ask who is to be added by hand."""
        if self._parts.table is not None:
            self._show_guests()
            if self._is_narrow():
                self._close_panel()
            self.new_guest.open()

    def open_wizard(self) -> None:
        """Import a list."""
        if self.lists is not None:
            self.lists.open_wizard()

    def open_export(self) -> None:
        """Ask what is to be written to a file, and for whom."""
        if self.lists is not None:
            self.lists.open_export()

    def be_shown(self) -> None:
        """Search at once, or go on with the list that is being imported."""
        if self.lists is not None and not self.is_free:
            self.lists.desk.wizard.setFocus()
        elif self.delegations is not None and self.delegations.is_open:
            self.delegations.open()
        else:
            self.focus_search()

    def show_guest(self, guest_id: str) -> None:
        """Go to one guest, taking filters away that hide them."""
        self._current = guest_id
        self._show_guests()
        if self.found.place_of(guest_id) < 0:
            self.clear_filters()
        place = self.found.place_of(guest_id)
        if place >= 0:
            self.table.go_to(place)
            self.table.scrollTo(self.model.index(place, 0))
            self.table.setFocus()
            self._open_panel()

    def apply_filter(self, saved: SavedFilter) -> None:
        """Show what a saved filter asks for."""
        self.search.input.setText(saved.wanted.query)
        self.finding.wanted = saved.wanted
        if saved.columns is not None and list(saved.columns) != list(self.table.columns):
            self._show_columns(saved.columns)
        if saved.order is not None and saved.order != self.finding.order:
            self._choose_order(saved.order)
        self._find(follow=True)

    def save_filter(self) -> None:
        """Ask for a name for what is shown."""
        self.filters.save_now()

    def _as_filter(self) -> SavedFilter:
        return SavedFilter("", self.finding.wanted, self.finding.order, tuple(self.table.columns))

    def choose_columns(self) -> None:
        """Open the choice of columns."""
        self.column_picker.open_under(self.toolbar.columns, self.table.columns)

    def change_ticked(self) -> None:
        """Ask what is to be changed for the ticked guests."""
        if self.bulk is not None:
            self.bulk.open_menu(self.middle.footer.change)

    def edit_cell(self) -> None:
        """Edit the current cell of the table in front."""
        if self.delegations is not None and self.delegations.is_open:
            table = self.delegations.pane.table
            table.edit(table.currentIndex())
        elif not self.table.is_editing:
            self.table.setFocus()
            self.table.edit_current()

    def take_back(self) -> None:
        """Take back what the bar over the footer tells of."""
        if self.delegations is not None and self.delegations.is_open:
            self.delegations.pane.undo_bar.take_back()
        else:
            self.middle.undo_bar.take_back()

    def focus_search(self) -> None:
        """Put the cursor into the search field with its text selected."""
        self._show_guests()
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
        """Say how many were found in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.finding.language = self._look.language
            self._name_order()
            self._show_state()
            self._look_again()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.facet_pane)
        row.addWidget(self.middle, 1)
        self.panel.setFixedWidth(WIDTH)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        guests = QWidget()
        guests.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._stack.addWidget(guests)

    def _connect(self) -> None:
        self.search.searched.connect(self._searched)
        self.search.left_down.connect(self._enter_table)
        self.search.entered.connect(self._enter_table)
        self.toolbar.order_chosen.connect(self._choose_order)
        self.toolbar.columns_asked.connect(self.choose_columns)
        self.toolbar.new_asked.connect(self.add_guest)
        self.filters.chosen.connect(self.apply_filter)
        self.middle.name_bar.given_up.connect(self.table.setFocus)
        self.middle.footer.change_asked.connect(self.change_ticked)
        self.middle.bulk_bar.given_up.connect(self.table.setFocus)
        self.table.columns_moved.connect(self._show_columns)
        self.table.heading_clicked.connect(self._heading_clicked)
        self.facet_pane.model.toggled.connect(self._toggled)
        self.facet_pane.cleared.connect(self.clear_filters)
        self.middle.cleared.connect(self.clear_filters)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.opened.connect(self._enter_panel)
        self.panel.guest_asked.connect(self.show_guest)
        self.panel.closed.connect(self._close_panel)
        self._book.loaded.connect(self._loaded)
        self._book.arrivals_loaded.connect(self._look_again)
        self.finding.outdated.connect(self._look_again)
        self.finding.more_read.connect(lambda: self.model.show_more(self.finding.more))
        self.facet_pane.model.folded_changed.connect(self._remember_folded)

    def _restore(self) -> None:
        """Be as this desk was left: folded filters, columns, order."""
        kept = self._preferences.settings
        folded = kept.guest_folded.split(",")
        self.facet_pane.model.fold(frozenset(each for each in Facet if each.value in folded))
        columns = columns_of(kept.guest_shown)
        self.table.show_columns(columns)
        self.finding.columns = columns
        self.finding.order = order_of(self._book.order, kept.guest_sort)
        self._name_order()

    def _loaded(self) -> None:
        names = [row.full_name for row in self._book.rows]
        if names:
            # One guest in fifty may have a longer name; it is cut here and whole in the panel.
            length = sorted(map(len, names))[len(names) * 49 // 50]
            self.table.fit_names(next(name for name in names if len(name) == length))
        self._show_state()
        self._look_again()

    def _known_names(self, column: Column) -> Sequence[str]:
        return self.finding.delegations if column is Column.DELEGATION else ()

    def _catch_up(self) -> None:
        if self._stale and not self.table.is_editing:
            self._look_again()

    def _look_again(self) -> None:
        # Showing other rows would close the editor somebody is typing in.
        if self.isVisible() and not self.table.is_editing:
            self._find()
        else:
            self._stale = True

    def _searched(self, text: str) -> None:
        self.finding.wanted = Wanted(text, self.finding.wanted.ticks)
        self._find(follow=True)
        self.panel.let_type()

    def _toggled(self, line: Line) -> None:
        self.finding.wanted = self.finding.wanted.toggled(line.facet, line.value)
        self._find()

    def _remember_folded(self, folded: frozenset[Facet]) -> None:
        names = (facet.value for facet in Facet if facet in folded)
        self._preferences.change(guest_folded=",".join(names))

    def _find(self, *, follow: bool = False) -> None:
        """Show what is wanted; ``follow`` scrolls to the current guest, or the first."""
        self._stale = False
        wanted = self.finding.wanted
        found = self.finding.find()
        self.table.rows.query = wanted.query.strip()
        top = self.table.verticalScrollBar().value()
        self.model.show_rows(found.rows, self._book.arrivals)
        self.facet_pane.show_found(self.finding)
        self.filters.show_current(wanted)
        place = found.place_of(self._current)
        if place < 0 and found.rows:
            place = 0
        if place >= 0:
            self.table.go_to(place)
            if not follow:
                self.table.verticalScrollBar().setValue(top)
        else:
            self._show_panel()
        self._show_state()

    def _enter_table(self) -> None:
        if self.found.rows:
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

    def _show_state(self) -> None:
        """Say how many there are and how many were found."""
        total, is_loaded = len(self._book.rows), self._book.is_loaded
        wanted = self.finding.wanted
        self.middle.show_state(wanted, self.found, total, is_loaded=is_loaded)
        self.toolbar.show_total(total if is_loaded else None)
        searched = is_loaded and wanted.query.strip()
        self.search.show_hits(self.middle.found_words() if searched else "")
        self.facet_pane.clear.setVisible(is_loaded and not wanted.is_everything)

    def show_delegations(self) -> None:
        """Bring the list of delegations over the guests."""
        if self.delegations is not None:
            self.delegations.open()

    def _show_delegation(self, name: str) -> None:
        """Show the guests of one delegation and nobody else."""
        self._show_guests()
        self.search.input.clear()
        self.finding.wanted = Wanted(ticks=frozenset({(Facet.DELEGATION, name)}))
        self.facet_pane.model.set_folded(Facet.DELEGATION, folded=False)
        self._find(follow=True)
        ticked = Line(Facet.DELEGATION, LineKind.VALUE, name)
        self.facets.scrollTo(self.facet_pane.model.place_of(ticked))

    def _show_guests(self) -> None:
        if self.delegations is not None:
            self.delegations.close()

    def _build_picker(self) -> "ColumnPicker":
        from qhsign.ui.guests.column_picker import ColumnPicker

        picker = ColumnPicker(self._look, self.model.heading, self)
        picker.chosen.connect(self._show_columns)
        return picker

    def _build_new_guest(self) -> "NewGuestWork":
        from qhsign.ui.guests.new_guest_work import new_guest_work

        return new_guest_work(self._parts, self.middle, self.show_guest, self.focus_search)

    def _choose_order(self, order: TableOrder) -> None:
        self._preferences.change(order=order.base, guest_sort=order.text)
        self.finding.order = order
        self._name_order()
        if order.base != self._book.order:
            self._book.load(order.base)
        else:
            self._find(follow=True)

    def _heading_clicked(self, column: Column) -> None:
        self._choose_order(self.finding.order.after_click(column))

    def _name_order(self) -> None:
        self.middle.show_order(self.finding.order)
        self.toolbar.show_order(self.finding.order)

    def _show_columns(self, columns: Sequence[Column]) -> None:
        self.finding.columns = columns
        self.table.show_columns(columns)
        self._preferences.change(guest_shown=text_of(columns))
        self._find()
