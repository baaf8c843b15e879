"""The line at the foot of the overview: the event file, its last entry, its newest copy."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from qhsign.services.overview_records import Overview
from qhsign.ui.overview.figures_words import moment_word, size_word
from qhsign.ui.shared.plain_parts import ElidedLabel, divider, label
from qhsign.ui.theme import Look


class FileLine(QFrame):
    """Says only what is known: an event file without a copy beside it has none to tell of."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._overview: Overview | None = None
        self._icon = QLabel()
        self._file = ElidedLabel("second")
        self._changed, self._copied, self._as_of = (label("second") for _ in range(3))
        self._before_copied = divider()
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(12)
        line.addWidget(self._icon)
        line.addWidget(self._file)
        line.addWidget(divider())
        line.addWidget(self._changed)
        line.addWidget(self._before_copied)
        line.addWidget(self._copied)
        line.addStretch(1)
        line.addWidget(self._as_of)
        look.changed.connect(self._draw)
        self._draw()
        self._fill()

    def show_overview(self, overview: Overview) -> None:
        """Tell of another state of the file."""
        self._overview = overview
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        overview = self._overview
        self.setVisible(overview is not None)
        if overview is None:
            return
        file = overview.file
        self._file.setText(f"{file.name}  {size_word(file.size)}")
        changed = moment_word(file.changed) if file.changed else "—"
        self._changed.setText(self.tr("Last entry {moment}").format(moment=changed))
        for each in (self._copied, self._before_copied):
            each.setVisible(file.copied is not None)
        if file.copied is not None:
            copied = self.tr("Copy beside it of {moment}")
            self._copied.setText(copied.format(moment=moment_word(file.copied)))
        self._as_of.setText(self.tr("Figures as of {time}").format(time=f"{overview.as_of:%H:%M}"))

    def _draw(self) -> None:
        self._icon.setPixmap(self._look.pixmap("disk", "text-2", 18, self.devicePixelRatioF()))
