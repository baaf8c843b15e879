"""现场登记 (F6): somebody who is on no list is written down beside the verdict and checked in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.guest import Category
from qhsign.domain.problems import ProblemForUser
from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.check_in.counter_provider import NewGuest
from qhsign.ui.check_in.no_badge_list import ROW_PX, NoBadgeList, NoBadgeModel
from qhsign.ui.check_in.panel_head import PanelHead
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.guests.namesakes import MOST, namesakes
from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.shared.words import category_word
from qhsign.ui.theme import Look

_LONGEST = 120
_CATEGORIES_A_ROW = (6, 3, 2)
_GAP = 6
_SIDES = 36


class WalkInPanel(QFrame):
    """What was written stays until it is registered or put away.

    ``registered`` carries a NewGuest, ``by_hand`` a guest found on the list after all, ``closed``
    asks to go back to the scans.
    """

    registered = Signal(object)
    by_hand = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, book: GuestBook) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._book = book
        self._head = PanelHead(look)
        self._head.closed.connect(self.closed)
        self._captions = [label("caption") for _ in range(3)]
        self.name, self.organization, self.title = (QLineEdit() for _ in range(3))
        self._categories = QButtonGroup(self)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.notice = Notice(look)
        self._namesakes_title = label("strong", wrap=True)
        self.guests = NoBadgeModel(self)
        self.namesake_list = NoBadgeList(look, self.guests)
        self._grid = QGridLayout()
        for place, _ in enumerate(Category):
            button = QPushButton()
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            self._categories.addButton(button, place)
        self._lay_out()
        for field in (self.name, self.organization, self.title):
            field.setMaxLength(_LONGEST)
            field.returnPressed.connect(self._entered)
        self.name.textChanged.connect(self._look_for_namesakes)
        self.button.clicked.connect(self._register)
        self.namesake_list.chosen.connect(self._found)
        book.loaded.connect(self._look_for_namesakes)
        book.arrivals_loaded.connect(self._look_for_namesakes)
        self._set_words()
        self.clear()

    def open(self) -> None:
        """Be ready to be written in."""
        self.name.setFocus()

    def clear(self) -> None:
        """Forget what was written."""
        for field in (self.name, self.organization, self.title):
            field.clear()
        self._categories.button(0).setChecked(True)
        self.notice.put_away()
        self.be_busy(busy=False)
        self._look_for_namesakes()

    def be_busy(self, *, busy: bool) -> None:
        """Take nothing while somebody is being registered: twice pressed is not two guests."""
        self.button.setEnabled(not busy)

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why nobody was registered; what was written stays."""
        self.be_busy(busy=False)
        self.notice.show_problem(problem)
        self._show_namesakes((), {})
        self.name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the categories for the new width."""
        super().resizeEvent(event)
        self._arrange_categories()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the panel away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    @property
    def category(self) -> Category:
        """The category chosen."""
        return list(Category)[self._categories.checkedId()]

    def _entered(self) -> None:
        """Go on to the next empty field; register from the last."""
        for field in (self.name, self.organization):
            if field.hasFocus():
                self.focusNextChild()
                return
        self._register()

    def _register(self) -> None:
        if not self.button.isEnabled():
            return
        name = self.name.text().strip()
        if not name:
            self.show_problem(ProblemForUser("walk-in-name-missing"))
            return
        self.notice.put_away()
        self.be_busy(busy=True)
        self.registered.emit(
            NewGuest(
                name, self.organization.text().strip(), self.title.text().strip(), self.category
            )
        )

    def _found(self, guest: GuestRow) -> None:
        self.clear()
        self.by_hand.emit(guest)

    def _look_for_namesakes(self) -> None:
        """Show who of that name is on the list already."""
        self.notice.put_away()
        found = namesakes(self._book.rows, self.name.text(), MOST)
        self._show_namesakes(found, self._book.arrivals)

    def _show_namesakes(self, found: Sequence[GuestRow], arrivals: Mapping[str, Arrival]) -> None:
        self.guests.show_guests(found, arrivals)
        self.namesake_list.setVisible(bool(found))
        self._filler.setVisible(not found)
        self._namesakes_title.setVisible(bool(found))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(rule())
        form = QGridLayout()
        form.setContentsMargins(14, 10, 14, 10)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(6)
        form.setColumnStretch(1, 1)
        for place, field in enumerate((self.name, self.organization, self.title)):
            form.addWidget(self._captions[place], place, 0)
            form.addWidget(field, place, 1)
        self._grid.setSpacing(_GAP)
        form.addLayout(self._grid, 3, 0, 1, 2)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.button)
        form.addLayout(line, 4, 0, 1, 2)
        form.addWidget(self.notice, 5, 0, 1, 2)
        column.addLayout(form)
        title = QHBoxLayout()
        title.setContentsMargins(14, 2, 14, 6)
        title.addWidget(self._namesakes_title)
        column.addLayout(title)
        column.addWidget(self.namesake_list, 1)
        self.namesake_list.setMinimumHeight(ROW_PX)
        self._filler = QWidget()
        column.addWidget(self._filler, 1)

    def _arrange_categories(self) -> None:
        """Put as many in a row as have room for their words."""
        buttons = self._categories.buttons()
        widest = max(button.sizeHint().width() for button in buttons) + _GAP
        fitting = (each for each in _CATEGORIES_A_ROW if each * widest <= self.width() - _SIDES)
        a_row = next(fitting, _CATEGORIES_A_ROW[-1])
        for place, button in enumerate(buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, place // a_row, place % a_row)

    def _set_words(self) -> None:
        self._head.set_words(self.tr("Register at the door"), self.tr("Put away (Esc)"))
        words = (self.tr("Name"), self.tr("Organization"), self.tr("Title"), self.tr("Category"))
        for caption, word in zip(self._captions, words, strict=False):
            caption.setText(word)
        fields: Sequence[QLineEdit] = (self.name, self.organization, self.title)
        for field, word in zip(fields, words, strict=False):
            field.setAccessibleName(word)
        for place, category in enumerate(Category):
            button = self._categories.button(place)
            button.setText(category_word(category))
            button.setAccessibleName(f"{words[3]} {button.text()}")
        self._arrange_categories()
        self.button.setText(self.tr("Register and check in"))
        self._namesakes_title.setText(
            self.tr("On the list already? Enter checks in without registering")
        )
        self.namesake_list.setAccessibleName(self.tr("Guests of that name; Enter checks in"))
        self.setAccessibleName(self.tr("Register at the door"))
