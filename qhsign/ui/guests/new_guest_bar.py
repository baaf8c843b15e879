"""The bar over the footer in which somebody who is on no list is written down (新增嘉宾)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
)

from qhsign.domain.guest import Category
from qhsign.services.guest_adding import NewGuestEntry
from qhsign.ui.shared.choice_box import ChoiceBox
from qhsign.ui.shared.plain_parts import ElidedLabel, label, pressed_by_enter
from qhsign.ui.shared.words import category_word
from qhsign.ui.theme import Look

_LONGEST = 120
_WIDTHS = (3, 5, 4, 2)


class NewGuestBar(QFrame):
    """What was written stays until it is added or given up.

    ``agreed`` carries a NewGuestEntry, ``named`` the name as it is being written, ``given_up`` says
    that nobody is to be added, ``known_asked`` that the guest told of is to be shown instead.
    """

    agreed = Signal(object)
    named = Signal(str)
    given_up = Signal()
    known_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("bulk-bar")
        self._captions = [label("caption") for _ in _WIDTHS]
        self.name, self.organization, self.title = (QLineEdit() for _ in range(3))
        self.category = ChoiceBox(look)
        self.sentence = ElidedLabel("second")
        self.known, self.add, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.known.setProperty("kind", "text")
        pressed_by_enter(self.known, self.add, self.stop)
        self.add.setProperty("kind", "primary")
        for category in Category:
            self.category.addItem("", category)
        self._lay_out()
        for line in (self.name, self.organization, self.title):
            line.setMaxLength(_LONGEST)
            line.returnPressed.connect(self._entered)
        self.name.textChanged.connect(self._name_written)
        self.add.clicked.connect(self._agree)
        self.stop.clicked.connect(self._stop)
        self.known.clicked.connect(self.known_asked)
        self._set_words()
        self._name_written("")
        self.hide()

    def ask(self, organizations: Sequence[str]) -> None:
        """Be ready to be written in; ``organizations`` are those a text may be completed to."""
        completer = QCompleter(list(organizations), self.organization)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.organization.setCompleter(completer)
        self.show()
        self.name.setFocus()

    def tell(self, sentence: str, known: str = "") -> None:
        """Say something about what is written; ``known`` names the way to a guest already there."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.known.setText(known)
        self.known.setVisible(bool(known))

    def be_busy(self, *, busy: bool) -> None:
        """Take nothing while somebody is being added: twice pressed is not two guests."""
        self.add.setEnabled(not busy and bool(self.name.text().strip()))

    def close_bar(self) -> None:
        """Go away and forget what was written; the category stays for the next one."""
        for line in (self.name, self.organization, self.title):
            line.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._stop()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _entered(self) -> None:
        """Go on to the next field; add from the last."""
        following = {self.name: self.organization, self.organization: self.title}
        for line, after in following.items():
            if line.hasFocus():
                after.setFocus()
                return
        self._agree()

    def _name_written(self, name: str) -> None:
        self.add.setEnabled(bool(name.strip()))
        self.named.emit(name)

    def _agree(self) -> None:
        if not self.add.isEnabled():
            self.name.setFocus()
            return
        self.be_busy(busy=True)
        self.agreed.emit(
            NewGuestEntry(
                self.name.text().strip(),
                self.organization.text().strip(),
                self.title.text().strip(),
                Category(self.category.currentData()),
            )
        )

    def _stop(self) -> None:
        self.close_bar()
        self.given_up.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        fields = (self.name, self.organization, self.title, self.category)
        for place, (field, width) in enumerate(zip(fields, _WIDTHS, strict=True)):
            self._captions[place].setBuddy(field)
            grid.addWidget(self._captions[place], 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, width)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.sentence)
        foot.addWidget(self.known)
        foot.addStretch(1)
        foot.addWidget(self.add)
        foot.addWidget(self.stop)
        grid.addLayout(foot, 2, 0, 1, len(fields))

    def _set_words(self) -> None:
        words = (self.tr("Name"), self.tr("Organization"), self.tr("Title"), self.tr("Category"))
        fields = (self.name, self.organization, self.title, self.category)
        for caption, field, word in zip(self._captions, fields, words, strict=True):
            caption.setText(word)
            field.setAccessibleName(word)
        for place, category in enumerate(Category):
            self.category.setItemText(place, category_word(category))
        self.add.setText(self.tr("Add"))
        self.stop.setText(self.tr("Cancel"))
        self.setAccessibleName(self.tr("Add a guest"))
