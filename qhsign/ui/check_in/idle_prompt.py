"""What the desk sees while nobody is being scanned."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.verdict_faces import face_of
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_ICON_PX = 64


class IdlePrompt(QWidget):
    """The prompt, and the last name and verdict small."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._missing = False
        self._icon = QLabel()
        self._title = label(name="idle-title", wrap=True)
        self._hint = label("second", wrap=True)
        self._last = label("quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 12, 28, 12)
        column.setSpacing(8)
        column.addStretch(2)
        for each in (self._icon, self._title, self._hint):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addStretch(3)
        self._last.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._last)
        look.changed.connect(self._draw)
        self._draw()
        self._set_words()

    def show_last(self, result: ScanResult | None) -> None:
        """Show the last answer small, or nothing before the first."""
        self._last.setVisible(result is not None)
        if result is not None:
            name = result.guest.full_name if result.guest else ""
            word = face_of(result, self._look.language).word
            self._last.setText(
                self.tr("Last: {what} {time}").format(
                    what=f"{name} {word}".strip(), time=f"{result.at:%H:%M:%S}"
                )
            )

    def say_no_activity(self, *, missing: bool) -> None:
        """Say that the event has no activity to check in to."""
        self._missing = missing
        self._draw()
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _draw(self) -> None:
        icon = "calendar" if self._missing else "check-in"
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap(icon, "text-3", _ICON_PX, ratio))

    def _set_words(self) -> None:
        if self._missing:
            self._title.setText(self.tr("There are no activities yet"))
            self._hint.setText(
                self.tr("Add one first: qhsign --event FILE activity set NAME invited=all")
            )
        else:
            self._title.setText(self.tr("Ready to scan"))
            self._hint.setText(self.tr("Without a badge: press F3 and search by name."))
