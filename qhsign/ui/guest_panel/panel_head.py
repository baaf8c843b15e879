"""The head of the panel: photo, name, how it is read, chips, number, and what else can be done."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from qhsign.services.guest_detail_records import GuestDetails
from qhsign.ui.guest_panel.panel_section import SIDE_PX
from qhsign.ui.guest_panel.photo_frame import PhotoFrame
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.chip import Chip, ChipKind
from qhsign.ui.shared.fitted_name import FittedName
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look, restyle

_NAME_STEPS = (28, 24, 20)


class PanelHead(QWidget):
    """``edit_asked`` names a field to edit; ``join_asked`` another guest to join with.

    ``closed`` asks to go back to the table, where the panel lies over it.
    """

    edit_asked = Signal(str)
    join_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._shown: tuple[str, bytes] = ("", b"")
        self.photo = PhotoFrame(look)
        self._name = FittedName(look, 72, 20)
        self.reading = QPushButton()
        self.reading.setProperty("kind", "text")
        self.reading.setProperty("small", "true")
        self.reading.setProperty("edge", "true")
        self.reading.clicked.connect(lambda: self.edit_asked.emit("reading"))
        self._reading_words = WrappedLabel("fact-second")
        self._vip, self._category = Chip(look), Chip(look)
        self._number = label("second")
        self._also = WrappedLabel("caption")
        self.error = WrappedLabel("error")
        self.error.hide()
        self.more, self.close_button = QToolButton(), QToolButton()
        for button, icon in ((self.more, "more"), (self.close_button, "close")):
            button.setProperty("kind", "bare")
            button.setFixedSize(24, 24)
            look.put_icon(button, icon, "text-2", 18)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self.close_button.clicked.connect(self.closed)
        self.close_button.hide()
        self._lay_out()
        self._set_words()

    def show_details(self, details: GuestDetails) -> None:
        """Show another guest; why a picture was not taken stays until the photo is another."""
        shown = (details.id, details.photo)
        if shown != self._shown:
            self._shown = shown
            self.error.hide()
        self.photo.show_photo(details.photo)
        self._name.show_name(details.full_name, _NAME_STEPS)
        reading = details.reading
        self._reading_words.setText(reading.shown)
        self._reading_words.setVisible(bool(reading.shown) and reading.shown != details.full_name)
        self.reading.setVisible(self._reading_words.isVisibleTo(self))
        self.reading.setText(
            self.tr("Reading checked") if reading.confirmed else self.tr("Check the reading")
        )
        restyle(self.reading, quiet="true" if reading.confirmed else "false")
        self._vip.setVisible(details.vip)
        self._vip.show_kind(ChipKind(details.category, vip=True))
        self._category.show_kind(ChipKind(details.category))
        self._number.setText(details.label)
        self._also.setText(
            self.tr("Also {numbers}, joined").format(numbers="、".join(details.also))
        )
        self._also.setVisible(bool(details.also))

    def show_photo_error(self, sentence: str) -> None:
        """Say under the photo why a picture was not taken."""
        self.error.setText(sentence)
        self.error.show()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        menu.addAction(self.tr("Change the name"), lambda: self.edit_asked.emit("full_name"))
        menu.addAction(self.tr("Change the category"), lambda: self.edit_asked.emit("category"))
        menu.addAction(self.tr("VIP or not"), lambda: self.edit_asked.emit("vip"))
        menu.addSeparator()
        self.photo.fill(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Join with another guest…"), self.join_asked.emit)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for each in (self._vip, self._category, self._number):
            chips.addWidget(each)
        chips.addStretch(1)
        check = QHBoxLayout()
        check.setContentsMargins(0, 0, 0, 0)
        check.addWidget(self.reading)
        check.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2)
        name = QHBoxLayout()
        name.setSpacing(4)
        name.addWidget(self._name, 1, Qt.AlignmentFlag.AlignTop)
        name.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        name.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        right.addLayout(name)
        right.addWidget(self._reading_words)
        right.addLayout(check)
        right.addLayout(chips)
        right.addWidget(self._also)
        right.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 14, 10, 12)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.error)

    def _set_words(self) -> None:
        self.more.setAccessibleName(self.tr("More to do with this guest"))
        self.more.setToolTip(self.tr("More to do with this guest"))
        self.close_button.setAccessibleName(self.tr("Back to the list"))
        self.close_button.setToolTip(self.tr("Back to the list (Esc)"))
