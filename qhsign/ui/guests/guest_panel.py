"""The side panel: what is known of the current guest."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.services.guest_records import Arrival, GuestRow
from qhsign.ui.shared.chip import Chip, ChipKind
from qhsign.ui.shared.fitted_name import FittedName
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.shared.words import category_word, invitation_word, vetting_word
from qhsign.ui.theme import Look

WIDTH = 316
_NAME_STEPS = (28, 24, 20)


class GuestPanel(QFrame):
    """Beside the table, or over it in a narrow window; then ``closed`` asks to go back."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self._guest: GuestRow | None = None
        self._arrival: Arrival | None = None
        self._activity = ""
        self._name = FittedName(look, 96, 20)
        self._reading = label("second", wrap=True)
        self._vip, self._category = Chip(look), Chip(look)
        self._number = label("second")
        self._title = label(wrap=True, name="guest-title")
        self._organization = label("second", wrap=True)
        self._captions: list[QLabel] = []
        self._facts: list[QLabel] = []
        self._close = QToolButton()
        self._close.setProperty("kind", "bare")
        look.put_icon(self._close, "close", "text-2", 18)
        self._close.clicked.connect(self.closed)
        self._close.hide()
        self._nobody = label("second", wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet = QWidget()
        self._fill_sheet()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._sheet)
        self._area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addWidget(self._nobody, 1)
        self._set_words()

    def show_guest(self, guest: GuestRow | None, arrival: Arrival | None, activity: str) -> None:
        """Show another guest, or that nobody is chosen."""
        self._guest, self._arrival, self._activity = guest, arrival, activity
        self._area.setVisible(guest is not None)
        self._nobody.setVisible(guest is None)
        if guest is None:
            return
        self._name.show_name(guest.full_name, _NAME_STEPS)
        self._reading.setText(guest.reading)
        self._reading.setVisible(bool(guest.reading))
        self._vip.setVisible(guest.vip)
        self._vip.show_kind(ChipKind(guest.category, vip=True))
        self._category.show_kind(ChipKind(guest.category))
        self._number.setText(guest.label)
        self._title.setText(guest.title)
        self._title.setVisible(bool(guest.title))
        self._organization.setText(guest.organization)
        self._organization.setVisible(bool(guest.organization))
        self._show_facts(guest)
        self.setAccessibleDescription(
            " ".join(
                (guest.full_name, category_word(guest.category), guest.title, guest.organization)
            )
        )

    def over_the_table(self, *, over: bool) -> None:
        """Offer a way back where the panel lies over the table."""
        self._close.setVisible(over)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _fill_sheet(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._reading)
        chips = QHBoxLayout()
        chips.setContentsMargins(0, 4, 0, 8)
        chips.setSpacing(8)
        for each in (self._vip, self._category, self._number):
            chips.addWidget(each)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(rule())
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._organization)
        column.addSpacing(8)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for _ in range(5):
            caption, fact = label("quiet"), label(wrap=True)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._captions.append(caption)
            self._facts.append(fact)
            form.addRow(caption, fact)
        self._form = form
        column.addLayout(form)
        column.addStretch(1)

    def _show_facts(self, guest: GuestRow) -> None:
        if self._arrival is not None:
            arrived = f"{self._arrival.at:%m-%d %H:%M} {self._arrival.desk}".strip()
        else:
            arrived = self.tr("Not yet") if self._activity else ""
        facts = (
            guest.latin_name,
            guest.delegation,
            invitation_word(guest.status),
            vetting_word(guest.vetting),
            arrived,
        )
        for row, (fact, text) in enumerate(zip(self._facts, facts, strict=True)):
            fact.setText(text)
            self._form.setRowVisible(row, bool(text))
        self._captions[-1].setText(self._activity)

    def _set_words(self) -> None:
        words = (
            self.tr("Latin name"),
            self.tr("Delegation"),
            self.tr("Invitation"),
            self.tr("Vetting"),
        )
        for caption, word in zip(self._captions, words, strict=False):
            caption.setText(word)
        self._nobody.setText(self.tr("Choose a guest to see the details."))
        self._close.setAccessibleName(self.tr("Back to the list"))
        self._close.setToolTip(self.tr("Back to the list (Esc)"))
        self.setAccessibleName(self.tr("Guest"))
        self.show_guest(self._guest, self._arrival, self._activity)
