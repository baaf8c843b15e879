"""The form that makes a new event: what it is called, when it is, where its file lies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qhsign.domain.file_names import file_name
from qhsign.ui.notices import Notice
from qhsign.ui.shared.form_row import FormRow
from qhsign.ui.shared.plain_parts import label, pressed_by_enter
from qhsign.ui.shared.typed_days import read_day
from qhsign.ui.theme import Look

SUFFIX = ".qhsign"
_CARD_PX = 660
_LONGEST_NAME = 40
_LARGEST_EDITION = 9999


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What a new event is made of."""

    path: Path
    title: str
    edition: int | None
    start: date | None
    end: date | None


MakeEvent = Callable[[NewEvent], None]


class NewEventForm(QFrame):
    """``asked`` carries a NewEvent whose fields are sound; ``left`` goes back."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMaximumWidth(_CARD_PX)
        self._folder = folder
        self._own_place = False
        self.notice = Notice(look)
        self._heading = label("step-title")
        self.title, self.edition = QLineEdit(), QLineEdit()
        self.start, self.end = QLineEdit(), QLineEdit()
        self.place, self._choose = QLineEdit(), QPushButton()
        self.make, self.back = QPushButton(), QPushButton()
        pressed_by_enter(self._choose, self.make, self.back)
        self.title.setMaxLength(200)
        self.edition.setMaxLength(4)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.place, 1)
        line.addWidget(self._choose)
        self.title_row, self.edition_row = FormRow(self.title), FormRow(self.edition)
        self.start_row, self.end_row = FormRow(self.start), FormRow(self.end)
        self.place_row = FormRow(whole)
        self._lay_out()
        self.title.textChanged.connect(self._follow)
        self.edition.textChanged.connect(self._follow)
        self.place.textEdited.connect(self._place_written)
        self._choose.clicked.connect(self._choose_place)
        self.make.clicked.connect(self.ask)
        self.back.clicked.connect(self.left)
        for field in (self.title, self.edition, self.start, self.end, self.place):
            field.returnPressed.connect(self.ask)
        self._set_words()

    def be_shown(self) -> None:
        """Begin with the title."""
        self._follow()
        self.title.setFocus()

    def be_busy(self, *, busy: bool) -> None:
        """Take no second wish while the event is being made."""
        self.make.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def ask(self) -> None:
        """Ask for the event if every field is sound; else say under each what is wrong."""
        self.notice.put_away()
        title = self.title.text().strip()
        self.title_row.show_error("" if title else self.tr("Write the full name of the event."))
        edition = self._edition()
        start, end = self._day(self.start, self.start_row), self._day(self.end, self.end_row)
        if start and end and end < start:
            self.end_row.show_error(self.tr("The last day lies before the first: correct one."))
        place = self.place.text().strip()
        self.place_row.show_error("" if place else self.tr("Choose where the file shall lie."))
        rows = (self.title_row, self.edition_row, self.start_row, self.end_row, self.place_row)
        wrong = next((row for row in rows if row.error), None)
        if wrong is not None:
            (self.place if wrong is self.place_row else wrong.control).setFocus()
            return
        self.asked.emit(NewEvent(_with_suffix(Path(place)), title, edition, start, end))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.back.isEnabled():
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _edition(self) -> int | None:
        text = self.edition.text().strip()
        sound = not text or (text.isdecimal() and 0 < int(text) <= _LARGEST_EDITION)
        self.edition_row.show_error(
            "" if sound else self.tr("Write the edition as a number, for example 26.")
        )
        return int(text) if text and sound else None

    def _day(self, field: QLineEdit, row: FormRow) -> date | None:
        try:
            day = read_day(field.text())
        except ValueError:
            row.show_error(self.tr("Write the day as 2026-07-16."))
            return None
        row.show_error("")
        return day

    def _follow(self) -> None:
        """Name the file after the event until somebody has chosen a place."""
        if not self._own_place:
            self.place.setText(str(self._folder / f"{self._file_name()}{SUFFIX}"))

    def _file_name(self) -> str:
        edition = self.edition.text().strip()
        title = file_name(self.title.text().strip()[:_LONGEST_NAME].strip(), "").strip()
        if edition.isdecimal() and edition not in title:
            title = f"{title}-{edition}" if title else edition
        return title or self.tr("New event")

    def _place_written(self, text: str) -> None:
        self._own_place = bool(text.strip())

    def _choose_place(self) -> None:
        kind = self.tr("Event files")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where the event file shall lie"),
            self.place.text(),
            f"{kind} (*{SUFFIX})",
            # An event file is never overwritten: to offer it would be a lie.
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._own_place = True
            self.place.setText(str(_with_suffix(Path(chosen))))

    def _lay_out(self) -> None:
        self.make.setProperty("kind", "primary")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.notice)
        for row in (self.title_row, self.edition_row, self.start_row, self.end_row, self.place_row):
            column.addWidget(row)
        column.addLayout(foot)

    def _set_words(self) -> None:
        self._heading.setText(self.tr("New event"))
        self.title_row.set_words(
            self.tr("Full name"), self.tr("As it stands on badges, certificates and papers.")
        )
        self.edition_row.set_words(
            self.tr("Edition"), self.tr("The number alone. It begins the numbers of certificates.")
        )
        self.start_row.set_words(self.tr("First day"), "")
        self.end_row.set_words(
            self.tr("Last day"), self.tr("Both days can be left open and set later.")
        )
        self.place_row.set_words(
            self.tr("Event file"),
            self.tr("Everything of the event lies in this one file. No file is overwritten."),
        )
        self.place.setAccessibleName(self.tr("Event file"))
        for field in (self.start, self.end):
            field.setPlaceholderText(self.tr("For example 2026-07-16"))
        self._choose.setText(self.tr("Choose…"))
        self._choose.setAccessibleName(self.tr("Choose where the event file shall lie"))
        self.make.setText(self.tr("Make the event"))
        self.back.setText(self.tr("Back"))


def _with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
