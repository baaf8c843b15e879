"""How long it still is until a batch goes on stage."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qhsign.services.stage_records import BatchRow
from qhsign.ui.overview.figures_words import moment_word
from qhsign.ui.shared.plain_parts import ElidedLabel, label
from qhsign.ui.theme import Look
from qhsign.wording import say

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


class StageClock(QWidget):
    """Says the time of a batch and counts down to it; told the moment by who owns a clock."""

    def __init__(self, look: Look, zone: tzinfo | None, role: str = "counter") -> None:
        super().__init__()
        self._look, self._zone = look, zone
        self._batch: BatchRow | None = None
        self._now: datetime | None = None
        self.words, self.time = ElidedLabel("second"), label(role)
        if role == "counter":
            # Beside so large a figure words stand on its line.
            self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.time)

    def show_batch(self, batch: BatchRow | None, now: datetime) -> None:
        """Show another batch, or another moment."""
        self._batch = batch
        self.show_moment(now)

    def show_moment(self, now: datetime) -> None:
        """Go on to a moment."""
        self._now = now
        words, time = self._said(now)
        if words != self.words.text():
            self.words.setText(words)
        if time != self.time.text():
            self.time.setText(time)
            self.time.setVisible(bool(time))
        self.setAccessibleName(f"{words} {time}".strip())

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._now is not None:
            self.show_moment(self._now)
        super().changeEvent(event)

    def _said(self, now: datetime) -> tuple[str, str]:
        batch = self._batch
        if batch is None:
            return "", ""
        if batch.state.is_fixed:
            return say(f"batch-state-{batch.state}", self._look.language), ""
        if batch.starts is None:
            return self.tr("The time on stage is not known yet"), ""
        starts, here = (moment.astimezone(self._zone) for moment in (batch.starts, now))
        at = f"{starts:%H:%M}" if starts.date() == here.date() else moment_word(starts)
        if now > batch.starts:
            return self.tr("Was to go on stage at {time}").format(time=at), self._span(
                now - batch.starts, "+"
            )
        words = (
            self.tr("To going on stage at {time}")
            if batch.is_planned
            else self.tr("To going on stage at about {time}")
        )
        return words.format(time=at), self._span(batch.starts - now)

    def _span(self, span: timedelta, sign: str = "") -> str:
        seconds = int(span.total_seconds())
        if span >= _DAY:
            return sign + self.tr("{days} d {hours} h").format(
                days=span.days, hours=seconds // 3600 % 24
            )
        minutes, left = divmod(seconds, 60)
        if span >= _HOUR:
            return f"{sign}{minutes // 60}:{minutes % 60:02d}:{left:02d}"
        return f"{sign}{minutes:02d}:{left:02d}"
