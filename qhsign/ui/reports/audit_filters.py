"""Which entries of the audit trail are wanted: when, by whom, where, doing what, to what."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from qhsign.services.audit_records import AuditChoices, AuditFilter
from qhsign.ui.guests.guest_book import GuestBook
from qhsign.ui.prints.wide_chooser import WideChooser
from qhsign.ui.reports.audit_subject import AuditSubject
from qhsign.ui.reports.tall_scroll import TallScroll
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.shared.search_field import SearchField
from qhsign.ui.shared.typed_days import read_day
from qhsign.ui.theme import Look

_ASK_AFTER_MS = 350
_EVERY, _NOBODY = "", "\0"
_HOUR, _TODAY, _YESTERDAY, _WEEK, _DAYS = "hour", "today", "yesterday", "week", "days"


class Part(Enum):
    """A chooser of the filters."""

    SPAN = "span"
    OPERATOR = "operator"
    DESK = "desk"
    ACTION = "action"
    KIND = "kind"


class AuditFilters(QFrame):
    """``changed`` follows every choice; ``now`` gives the moment in the event's own zone."""

    changed = Signal()

    def __init__(self, look: Look, book: GuestBook, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("choices-pane")
        self._now = now
        self._given = AuditChoices((), (), (), ())
        self._subject = ("", "")
        self.operation = ""
        self.choosers = {part: WideChooser(look) for part in Part}
        self._captions = {part: label("second") for part in Part}
        self.text = SearchField(look, 32)
        self.subject = AuditSubject(look, book)
        self.days = (QLineEdit(), QLineEdit())
        self._days, self._days_error = QWidget(), label("error", wrap=True)
        self.clear = QPushButton()
        self._operation_word = label("caption", wrap=True)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_ASK_AFTER_MS)
        self._late.timeout.connect(self._tell)
        self._lay_out()
        self._connect()
        self._set_words()

    def wanted(self) -> AuditFilter:
        """Return what is wanted now; days that are none are passed over and said to be wrong."""
        begin, end = self._span()
        kind = self._current(Part.KIND)
        return AuditFilter(
            begin=begin,
            end=end,
            operator=self._current(Part.OPERATOR),
            desk=self._current(Part.DESK),
            action=self._current(Part.ACTION),
            kinds=(kind,) if kind else (),
            guest=self._subject[0],
            contract=self._subject[1],
            text=self.text.text.strip(),
            operation=self.operation,
        )

    def show_choices(self, choices: AuditChoices) -> None:
        """Offer what the journal holds."""
        self._given = choices
        self._fill()

    def show_operation(self, operation: str) -> None:
        """Want only what one use case did together."""
        self.put_back()
        self.operation = operation
        self._tell()

    def put_back(self) -> None:
        """Want everything, without telling anybody."""
        for chooser in self.choosers.values():
            chooser.put(_EVERY)
        self.text.blockSignals(True)
        self.text.input.clear()
        self.text.blockSignals(False)
        self.subject.put_back()
        self._subject, self.operation = ("", ""), ""
        self._late.stop()
        self._show_days()

    def focus_first(self) -> None:
        """Go to the search in the values."""
        self.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _current(self, part: Part) -> str | None:
        current = self.choosers[part].current
        return None if current == _EVERY else "" if current == _NOBODY else current

    def _span(self) -> tuple[datetime | None, datetime | None]:
        now = self._now()
        today, zone = now.date(), now.tzinfo
        match self.choosers[Part.SPAN].current:
            case "hour":
                return now - timedelta(hours=1), None
            case "today":
                return _midnight(today, zone), None
            case "yesterday":
                return _midnight(today - timedelta(days=1), zone), _midnight(today, zone)
            case "week":
                return _midnight(today - timedelta(days=6), zone), None
            case "days":
                return self._typed_days(zone)
        return None, None

    def _typed_days(self, zone: tzinfo | None) -> tuple[datetime | None, datetime | None]:
        found: list[date | None] = []
        wrong = ""
        for field in self.days:
            try:
                found.append(read_day(field.text()))
            except ValueError:
                found.append(None)
                wrong = self.tr("Write a day such as 2026-07-11.")
        first, last = found
        if first and last and last < first:
            wrong = self.tr("The last day lies before the first.")
        self._days_error.setText(wrong)
        self._days_error.setVisible(bool(wrong))
        return (
            _midnight(first, zone) if first else None,
            _midnight(last + timedelta(days=1), zone) if last else None,
        )

    def _lay_out(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addWidget(self.subject)
        days = QVBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(6)
        for field in self.days:
            field.setMaxLength(20)
            days.addWidget(field)
        days.addWidget(self._days_error)
        for part in Part:
            column.addWidget(self._captions[part])
            column.addWidget(self.choosers[part])
            if part is Part.SPAN:
                column.addWidget(self._days)
        column.addSpacing(6)
        column.addWidget(self._operation_word)
        self.clear.setProperty("kind", "small")
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(TallScroll(sheet))

    def _connect(self) -> None:
        for chooser in self.choosers.values():
            chooser.chosen.connect(lambda _: self._tell())
        self.text.searched.connect(lambda _: self._late.start())
        for field in self.days:
            field.textChanged.connect(lambda _: self._late.start())
        self.subject.taken.connect(self._take_subject)
        self.clear.clicked.connect(self._clear)

    def _take_subject(self, guest: str, contract: str) -> None:
        self._subject = (guest, contract)
        self._tell()

    def _clear(self) -> None:
        self.put_back()
        self._tell()
        self.text.setFocus()

    def _tell(self) -> None:
        self._late.stop()
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        self._days.setVisible(self.choosers[Part.SPAN].current == _DAYS)
        wanted = self.wanted()
        self.clear.setVisible(not wanted.wants_all)
        self._operation_word.setVisible(bool(self.operation))

    def _fill(self) -> None:
        given, nobody = self._given, self.tr("(not named)")
        choices = {
            Part.SPAN: [
                (_EVERY, self.tr("Any time")),
                (_HOUR, self.tr("The last hour")),
                (_TODAY, self.tr("Today")),
                (_YESTERDAY, self.tr("Yesterday")),
                (_WEEK, self.tr("The last seven days")),
                (_DAYS, self.tr("From day to day")),
            ],
            Part.OPERATOR: [
                (_EVERY, self.tr("Every operator")),
                *((name or _NOBODY, name or nobody) for name in given.operators),
            ],
            Part.DESK: [
                (_EVERY, self.tr("Every desk")),
                *((name or _NOBODY, name or nobody) for name in given.desks),
            ],
            Part.ACTION: [(_EVERY, self.tr("Every action")), *given.actions],
            Part.KIND: [(_EVERY, self.tr("Every kind of record")), *given.kinds],
        }
        for part, chooser in self.choosers.items():
            chooser.set_choices(choices[part], chooser.current)
        self._show_days()

    def _set_words(self) -> None:
        words = {
            Part.SPAN: self.tr("When"),
            Part.OPERATOR: self.tr("Operator"),
            Part.DESK: self.tr("Desk"),
            Part.ACTION: self.tr("Action"),
            Part.KIND: self.tr("Record"),
        }
        for part, word in words.items():
            self._captions[part].setText(word)
            self.choosers[part].set_caption(word)
        self.text.set_words(
            self.tr("Text in the values"),
            self.tr("Text in the values"),
            self.tr("Empty the search field"),
        )
        for field, word in zip(self.days, (self.tr("First day"), self.tr("Last day")), strict=True):
            field.setPlaceholderText(word)
            field.setAccessibleName(word)
        self.clear.setText(self.tr("Clear the filters"))
        self._operation_word.setText(self.tr("Only the entries of one operation."))
        self._fill()


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, time(), zone)
