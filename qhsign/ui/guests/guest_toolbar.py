"""The bar over the guest list: how many there are, the search field, order and columns."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton

from qhsign.ui.guests.filter_menu import FilterMenu
from qhsign.ui.guests.table_columns import Column
from qhsign.ui.guests.table_order import SORTABLE, TableOrder
from qhsign.ui.providers import ORDERS
from qhsign.ui.shared.plain_parts import label, pressed_by_enter
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shared.words import order_word
from qhsign.ui.theme import Look

_TOOLBAR_PX = 56
_NARROW = 1100


class GuestToolbar(QFrame):
    """``order_chosen`` carries a TableOrder; ``columns_asked`` opens the choice of columns.

    ``new_asked`` opens the form of a new guest.

    ``heading`` tells what a column is called.
    """

    order_chosen = Signal(object)
    columns_asked = Signal()
    new_asked = Signal()

    def __init__(self, look: Look, heading: Callable[[Column], str]) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setFixedHeight(_TOOLBAR_PX)
        self._heading = heading
        self.search = SearchField(look, 32)
        self.search.setMinimumWidth(210)
        self.search.setMaximumWidth(420)
        self.title, self.total = label("page-title"), label("second")
        self.order = QToolButton()
        self.order.setProperty("kind", "chooser")
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        look.put_icon(self.order, "chevron", "text-2", 16)
        self.columns = QPushButton()
        look.put_icon(self.columns, "columns", "text-2", 18)
        self.columns.clicked.connect(self.columns_asked)
        self.new = QPushButton()
        self.new.setProperty("kind", "primary")
        look.put_icon(self.new, "plus", "on-accent", 18)
        self.new.clicked.connect(self.new_asked)
        self.new.hide()
        pressed_by_enter(self.columns, self.new)
        self.filters: FilterMenu | None = None
        self._total: int | None = None
        self._order = TableOrder(ORDERS[0])
        bar = self._bar = QHBoxLayout(self)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self.title)
        bar.addWidget(self.total)
        bar.addSpacing(8)
        bar.addWidget(self.search, 3)
        bar.addWidget(self.order)
        bar.addWidget(self.columns)
        bar.addStretch(1)
        bar.addWidget(self.new)
        self.set_words()

    def add_filters(self, menu: FilterMenu) -> None:
        """Offer the saved filters behind the search field."""
        self.filters = menu
        self._bar.insertWidget(self._bar.indexOf(self.order), menu)
        self._fit_words()

    def add_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """Put buttons at the right end, before the one for a new guest."""
        for button in buttons:
            self._bar.insertWidget(self._bar.indexOf(self.new), button)

    def offer_new(self) -> None:
        """Offer to add a guest by hand."""
        self.new.show()

    def show_total(self, total: int | None) -> None:
        """Say how many guests there are; None while they are being read."""
        self._total = total
        words = self.tr("{count} people")
        self.total.setText("" if total is None else words.format(count=f"{total:,}"))

    def show_order(self, order: TableOrder) -> None:
        """Name the order that holds, and offer the others."""
        self._order = order
        self._fit_words()
        menu = QMenu(self.order)
        choices = QActionGroup(menu)
        for base in ORDERS:
            self._offer(menu, choices, order_word(base), TableOrder(base))
        menu.addSeparator()
        for column in SORTABLE:
            self._offer(menu, choices, self._heading(column), TableOrder(order.base, column))
        earlier = self.order.menu()
        self.order.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def order_name(self) -> str:
        """Return what the order that holds is called."""
        if self._order.column is None:
            return order_word(self._order.base)
        return self._heading(self._order.column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less in a narrow window."""
        super().resizeEvent(event)
        self._fit_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_words()
        super().changeEvent(event)

    def _offer(self, menu: QMenu, choices: QActionGroup, word: str, order: TableOrder) -> QAction:
        action = menu.addAction(word.replace("&", "&&"))
        action.setCheckable(True)
        now = self._order
        action.setChecked(order == TableOrder(order.base, now.column) and order.base == now.base)
        action.triggered.connect(lambda: self.order_chosen.emit(order))
        choices.addAction(action)
        return action

    def _fit_words(self) -> None:
        """Say everything where there is room, else the least."""
        self._say(narrow=False)
        window_is_narrow = self.window().width() < _NARROW
        if window_is_narrow or self._bar.minimumSize().width() > self.width():
            self._say(narrow=True)

    def _say(self, *, narrow: bool) -> None:
        self.total.setVisible(not narrow)
        self.new.setText("" if narrow else self.tr("New guest"))
        self.columns.setText("" if narrow else self.tr("Columns"))
        if self.filters is not None:
            self.filters.be_narrow(narrow=narrow)
        whole = self.tr("Order: {order}").format(order=self.order_name())
        self.order.setText(self.order_name() if narrow else whole)
        self.order.setAccessibleName(whole)

    def set_words(self) -> None:
        """Say everything in the window's language."""
        self.title.setText(self.tr("Guests"))
        self.search.set_words(
            self.tr("Name, pinyin, initials, organization, number"),
            self.tr("Search guests"),
            self.tr("Empty the search field"),
        )
        self.new.setAccessibleName(self.tr("New guest"))
        self.new.setToolTip(self.tr("Add somebody who is on no list (Ctrl+N)"))
        self.columns.setAccessibleName(self.tr("Columns"))
        self.columns.setToolTip(self.tr("Choose the columns of the table"))
        self.show_total(self._total)
        self.show_order(self._order)
