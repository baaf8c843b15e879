"""补签: the lines of a paper sheet, whom they mean, and one button that enters them all."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from qhsign.domain.problems import ProblemForUser
from qhsign.services.late_sheet_records import LineState, SheetLine
from qhsign.ui.check_in.panel_head import PanelHead
from qhsign.ui.notices import Notice
from qhsign.ui.shared.plain_parts import label, rule
from qhsign.ui.theme import Look

READ_AFTER_MS = 300
_FACES: Mapping[LineState, tuple[str, str]] = {
    LineState.FOUND: ("ring-tick", "ok"),
    LineState.HERE: ("minus", "text-3"),
    LineState.TWICE: ("minus", "text-3"),
    LineState.AMBIGUOUS: ("triangle", "warn"),
    LineState.UNKNOWN: ("ring-cross", "bad"),
    LineState.TIME_WRONG: ("clock", "bad"),
}


class LateSheetPanel(QFrame):
    """``read_asked`` carries text, day and time; ``entered`` the arrivals by guest id.

    ``closed`` asks to go back to the scans; what was written stays until it is entered.
    """

    read_asked = Signal(str, object, object)
    entered = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look = look
        self._lines: Sequence[SheetLine] = ()
        self._is_read, self._fresh = True, True
        self._head = PanelHead(look)
        self._head.closed.connect(self.closed)
        self._captions = [label("caption"), label("caption")]
        self.day, self.time = QLineEdit(), QLineEdit()
        self.sheet = QPlainTextEdit()
        self.sheet.setTabChangesFocus(True)
        self.preview = QListWidget()
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._summary = label("second", wrap=True)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.notice = Notice(look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._timer.timeout.connect(self.read)
        self._lay_out()
        self.sheet.textChanged.connect(self._changed)
        for field in (self.day, self.time):
            field.textChanged.connect(self._changed)
        self.button.clicked.connect(self._enter)
        look.changed.connect(self._show_lines)
        self._set_words()
        self._show_lines()

    def open(self, now: datetime) -> None:
        """Be ready to be written in; a new sheet is of today."""
        if self._fresh:
            self._fresh = False
            self.day.setText(f"{now:%Y-%m-%d}")
            self.time.setText(f"{now:%H:%M}")
        self.sheet.setFocus()

    def clear(self) -> None:
        """Forget the sheet."""
        self.sheet.clear()
        self._fresh = True
        self.notice.put_away()

    def read(self) -> None:
        """Have the lines read as they stand."""
        self._timer.stop()
        try:
            day, at = date.fromisoformat(self.day.text()), time.fromisoformat(self.time.text())
        except ValueError:
            sentence = self.tr("Write the day as 2026-07-11 and the time as 19:30.")
            self.notice.show_sentence(sentence, "bad")
            return
        self.read_asked.emit(self.sheet.toPlainText(), day, at.replace(tzinfo=None))

    def read_again(self) -> None:
        """Read a sheet that was being written again: it is for another activity now."""
        if self.sheet.toPlainText().strip():
            self._changed()

    def show_lines(self, lines: Sequence[SheetLine]) -> None:
        """Show what the lines mean."""
        self._lines, self._is_read = lines, True
        self.notice.put_away()
        self._show_lines()

    def show_problem(self, problem: ProblemForUser) -> None:
        """Say why nothing was entered; what was written stays."""
        self._is_read = True
        self.notice.show_problem(problem)
        self._show_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to scanning with Esc; the sheet stays as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
            self._show_lines()
        super().changeEvent(event)

    @property
    def arrivals(self) -> Mapping[str, datetime]:
        """Who would be entered, and when they came."""
        return {line.guest: line.at for line in self._lines if line.state is LineState.FOUND}

    def _changed(self) -> None:
        """Wait until the hand rests; what is shown no longer holds until then."""
        self._is_read = False
        self.button.setEnabled(False)
        self._timer.start()

    def _enter(self) -> None:
        if self._is_read and self.arrivals:
            self.button.setEnabled(False)
            self._is_read = False
            self.entered.emit(self.arrivals)

    def _show_lines(self) -> None:
        self.preview.clear()
        for line in self._lines:
            icon, colour = _FACES[line.state]
            said = self._said(line)
            item = QListWidgetItem(self._look.icon(icon, colour, 18), said)
            item.setToolTip(said)
            self.preview.addItem(item)
        count = len(self.arrivals)
        others = len(self._lines) - count
        self.button.setText(self.tr("Enter {count} people").format(count=count))
        self.button.setEnabled(self._is_read and count > 0)
        told = self.tr("{count} lines are not entered; see why below.").format(count=others)
        self._summary.setText(told if others else "")
        self._summary.setVisible(bool(others))

    def _said(self, line: SheetLine) -> str:
        at = f"{line.at:%H:%M}"
        name = f"{line.number:05d} {line.full_name}" if line.guest else line.text
        what = {
            LineState.FOUND: at,
            LineState.HERE: self.tr("in since {when}").format(when=line.detail),
            LineState.TWICE: self.tr("is in line {line} already").format(line=line.detail),
            LineState.AMBIGUOUS: self.tr("write the number: {who}").format(who=line.detail),
            LineState.UNKNOWN: self.tr("is not on the list"),
            LineState.TIME_WRONG: self.tr("the time cannot be, or has not come yet"),
        }[line.state]
        return "  ".join(part for part in (name, what, line.organization) if part)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(rule())
        form = QGridLayout()
        form.setContentsMargins(14, 8, 14, 8)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        for place, field in enumerate((self.day, self.time)):
            form.addWidget(self._captions[place], 0, 2 * place)
            form.addWidget(field, 0, 2 * place + 1)
            form.setColumnStretch(2 * place + 1, 3 - place)
        self.sheet.setMinimumHeight(60)
        form.addWidget(self.sheet, 1, 0, 1, 4)
        form.addWidget(self.notice, 2, 0, 1, 4)
        form.addWidget(self._summary, 3, 0, 1, 2)
        form.addWidget(self.button, 3, 2, 1, 2)
        form.setRowStretch(1, 1)
        column.addLayout(form, 1)
        column.addWidget(rule())
        self.preview.setMinimumHeight(54)
        column.addWidget(self.preview, 1)

    def _set_words(self) -> None:
        self._head.set_words(
            self.tr("Late sign-ins from paper"), self.tr("Back to the scans (Esc)")
        )
        self._captions[0].setText(self.tr("Day"))
        self._captions[1].setText(self.tr("Came at"))
        self.day.setAccessibleName(self.tr("Day"))
        self.time.setAccessibleName(self.tr("Came at, where the line has no time"))
        self.time.setToolTip(self.tr("For lines without a time of their own"))
        self.sheet.setPlaceholderText(
            self.tr("One guest a line: number or name, then the time of arrival\n00012 19:40")
        )
        self.sheet.setAccessibleName(self.tr("Lines of the sheet"))
        self.preview.setAccessibleName(self.tr("Whom the lines mean"))
        self.setAccessibleName(self.tr("Late sign-ins from paper"))
