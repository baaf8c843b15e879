"""The middle of the guest screen: the table, or what is said in its place, and the footer."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from qhsign.domain.open_questions import OpenQuestion
from qhsign.ui.guests.bulk_bar import BulkBar
from qhsign.ui.guests.guest_table import GuestTable
from qhsign.ui.guests.guest_table_model import GuestTableModel
from qhsign.ui.guests.list_footer import ListFooter
from qhsign.ui.guests.name_bar import NameBar
from qhsign.ui.guests.problem_words import problem_advice
from qhsign.ui.guests.table_order import TableOrder
from qhsign.ui.guests.undo_bar import UndoBar
from qhsign.ui.guests.wanted import Facet, Found, Wanted
from qhsign.ui.providers import ORDERS
from qhsign.ui.shared.empty_state import EmptyState
from qhsign.ui.shared.words import order_word
from qhsign.ui.theme import Look

_LONGEST_QUERY_SHOWN = 24
_TABLE, _EMPTY, _NO_HIT = range(3)


class ListPane(QFrame):
    """``cleared`` asks for every guest again, ``import_asked`` for the first list.

    ``can_import`` says whether a list can be taken in here.
    """

    cleared = Signal()
    import_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.can_import = False
        self.model = GuestTableModel(self)
        self.table = GuestTable(look, self.model)
        self.empty = EmptyState(look, "guests")
        self.no_hit = EmptyState(look, "search")
        self.footer = ListFooter()
        self.bulk_bar, self.undo_bar = BulkBar(look), UndoBar(look)
        self.name_bar = NameBar()
        self.can_change = False
        self.footer.cleared.connect(lambda: self.model.tick(frozenset()))
        self.model.ticks_changed.connect(self._show_ticked)
        self._wanted, self._found, self._total = Wanted(), Found(()), 0
        self._is_loaded = False
        self._order = TableOrder(ORDERS[0])
        self.stack = QStackedWidget()
        for each in (self.table, self.empty, self.no_hit):
            self.stack.addWidget(each)
        self.name_bar.named.connect(lambda _: self.table.setFocus())
        self.empty.acted.connect(self.import_asked)
        self.no_hit.acted.connect(self.cleared)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.name_bar)
        column.addWidget(self.bulk_bar)
        column.addWidget(self.undo_bar.framed())
        column.addWidget(self.footer)
        self.set_words()

    def add_bar(self, bar: QFrame) -> None:
        """Put another bar over the footer."""
        self._column.insertWidget(self._column.indexOf(self.bulk_bar), bar)

    def show_state(self, wanted: Wanted, found: Found, total: int, *, is_loaded: bool) -> None:
        """Say how many of ``total`` were found, or why there is nothing to see."""
        self._wanted, self._found, self._total = wanted, found, total
        self._is_loaded = is_loaded
        self._say_state()

    def show_order(self, order: TableOrder) -> None:
        """Name the order that holds, in the footer and by an arrow in the header."""
        self._order = order
        self.model.mark_order(order.marked, descending=order.descending)
        base = order_word(order.base)
        if order.column is None:
            self.footer.hint.setText(self.tr("In the order of: {order}").format(order=base))
            return
        column = self.model.heading(order.column)
        way = self.tr("backwards") if order.descending else ""
        sentence = self.tr("In the order of: {column}{way}, then {order}")
        way = f" {way}" if way else ""
        self.footer.hint.setText(sentence.format(column=column, way=way, order=base))

    def found_words(self) -> str:
        """Return how many were found, in words."""
        return self.tr("{count} found").format(count=f"{len(self._found.rows):,}")

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()
        super().changeEvent(event)

    def set_words(self) -> None:
        """Say everything in the window's language."""
        self.empty.set_words(
            self.tr("There are no guests yet. Import a list first."),
            self.tr("Import a list") if self.can_import else "",
        )
        self.table.setAccessibleName(self.tr("Guest list"))
        self.model.words_changed()
        self.table.fit_words()
        self.show_order(self._order)
        self._say_state()

    def _say_state(self) -> None:
        if not self._is_loaded:
            self.footer.found.setText(self.tr("Reading the guest list…"))
            self.stack.setCurrentIndex(_TABLE)
            return
        self.footer.found.setText(self._sentence())
        if self._wanted.is_everything:
            self.footer.found.setText(self.tr("All guests are shown") if self._total else "")
        if self._found.rows:
            self.stack.setCurrentIndex(_TABLE)
        else:
            self.stack.setCurrentIndex(_NO_HIT if self._total else _EMPTY)
        self.no_hit.set_words(self._no_hit_sentence(), self.tr("Clear the filters"))
        self._show_ticked()

    def _show_ticked(self) -> None:
        """Say how many are ticked; a bar for nobody goes away."""
        ticked = self.model.ticked
        shown = sum(1 for row in self._found.rows if row.id in ticked) if ticked else 0
        self.footer.show_ticked(len(ticked), len(ticked) - shown, can_change=self.can_change)
        self.footer.hint.setVisible(not ticked)
        if not ticked:
            self.bulk_bar.close_bar()

    def _sentence(self) -> str:
        """Say how many were found, and what to do about the problem that was ticked."""
        problems = self._wanted.chosen(Facet.PROBLEM)
        if len(problems) != 1 or not self._found.rows:
            return self.found_words()
        (problem,) = problems
        return self.tr("{found}. {advice}").format(
            found=self.found_words(), advice=problem_advice(OpenQuestion(problem))
        )

    def _no_hit_sentence(self) -> str:
        query = self._wanted.query.strip()
        if len(query) > _LONGEST_QUERY_SHOWN:
            query = f"{query[:_LONGEST_QUERY_SHOWN]}…"
        if query:
            return self.tr("No guest is found for “{query}”.").format(query=query)
        return self.tr("No guest is found with these filters.")
