"""The bar over the guest list: how many there are, the search field, the order."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QToolButton

from qhsign.ui.providers import ORDERS
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shared.words import order_word
from qhsign.ui.theme import Look

_TOOLBAR_PX = 56


class GuestToolbar(QFrame):
    """``order_chosen`` carries one of ORDERS; the search field tells what is typed itself."""

    order_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setFixedHeight(_TOOLBAR_PX)
        self.search = SearchField(look, 32)
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(420)
        self.title, self.total = label("page-title"), label("second")
        self.order = QToolButton()
        self.order.setProperty("kind", "chooser")
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        look.put_icon(self.order, "chevron", "text-2", 16)
        self._total: int | None = None
        self._order = ORDERS[0]
        bar = self._bar = QHBoxLayout(self)
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self.title)
        bar.addWidget(self.total)
        bar.addSpacing(8)
        bar.addWidget(self.search, 3)
        bar.addWidget(self.order)
        bar.addStretch(1)
        self._set_words()

    def add_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """Put buttons at the right end."""
        for button in buttons:
            self._bar.addWidget(button)

    def show_total(self, total: int | None) -> None:
        """Say how many guests there are; None while they are being read."""
        self._total = total
        words = self.tr("{count} people")
        self.total.setText("" if total is None else words.format(count=f"{total:,}"))

    def show_order(self, order: str) -> None:
        """Name the order that holds."""
        self._order = order
        self.order.setText(self.tr("Order: {order}").format(order=order_word(order)))
        self.order.setAccessibleName(self.order.text())
        menu = QMenu(self.order)
        choices = QActionGroup(menu)
        for each in ORDERS:
            action = menu.addAction(order_word(each))
            action.setCheckable(True)
            action.setChecked(each == order)
            action.triggered.connect(lambda _=False, each=each: self.order_chosen.emit(each))
            choices.addAction(action)
        earlier = self.order.menu()
        self.order.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.title.setText(self.tr("Guests"))
        self.search.set_words(
            self.tr("Name, pinyin, initials, organization, number"),
            self.tr("Search guests"),
            self.tr("Empty the search field"),
        )
        self.show_total(self._total)
        self.show_order(self._order)
