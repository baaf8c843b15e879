"""应到, 实到 and the rate of the activity."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QVBoxLayout

from qhsign.services.check_in_records import Attendance
from qhsign.ui.shared.plain_parts import label


class Counters(QFrame):
    """The card on the right of the check-in screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._attendance: Attendance | None = None
        self._captions = [label("second") for _ in range(3)]
        self._numbers = [label("counter") for _ in range(3)]
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._recent = label("caption")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for place, (caption, number) in enumerate(zip(self._captions, self._numbers, strict=True)):
            grid.addWidget(caption, 0, place)
            grid.addWidget(number, 1, place)
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self._bar)
        column.addWidget(self._recent)
        self._set_words()

    def show_attendance(self, attendance: Attendance | None) -> None:
        """Show other figures; dashes where none are known."""
        self._attendance = attendance
        if attendance is None:
            texts = ("—", "—", "—")
            share = 0.0
        else:
            share = attendance.arrived / attendance.expected if attendance.expected else 0.0
            rate = f"{share:.1%}" if attendance.expected else "—"
            texts = (f"{attendance.expected:,}", f"{attendance.arrived:,}", rate)
        for number, text in zip(self._numbers, texts, strict=True):
            number.setText(text)
        self._bar.setValue(min(round(share * 1000), 1000))
        recent = attendance.last_five_minutes if attendance else 0
        self._recent.setText(self.tr("{count} in the last 5 minutes").format(count=f"{recent:,}"))
        named = zip(self._captions, texts, strict=True)
        self.setAccessibleName(" ".join(f"{caption.text()} {text}" for caption, text in named))

    @property
    def short(self) -> str:
        """Arrived of expected, for a window without room for the card."""
        if self._attendance is None:
            return ""
        return self.tr("Arrived {arrived} / {expected}").format(
            arrived=f"{self._attendance.arrived:,}", expected=f"{self._attendance.expected:,}"
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        words = (self.tr("Expected"), self.tr("Arrived"), self.tr("Rate"))
        for caption, word in zip(self._captions, words, strict=True):
            caption.setText(word)
        self._bar.setAccessibleName(words[2])
        self.show_attendance(self._attendance)
