"""One of the two guests, at the head of the comparison."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from qhsign.services.guest_joining_records import GuestBrief, Side
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import label
from qhsign.ui.theme import Look

_PHOTO = QSize(48, 64)


class GuestCard(QFrame):
    """Says which of the two it is, and who."""

    def __init__(self, look: Look, side: Side) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._look, self._side = look, side
        self._guest: GuestBrief | None = None
        self._photo = QLabel()
        self._photo.setFixedSize(_PHOTO)
        self._photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._what, self._name = label("caption"), label("strong")
        self._where = WrappedLabel("fact-second")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for each in (self._what, self._name, self._where):
            texts.addWidget(each)
        texts.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(12)
        line.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        look.changed.connect(self._draw)
        self._set_words()

    def show_guest(self, guest: GuestBrief) -> None:
        """Show another guest."""
        self._guest = guest
        self._name.setText(f"{guest.label} {guest.full_name}")
        self._where.setText("\n".join(filter(None, (guest.title, guest.organization))))
        self.setAccessibleName(f"{self._what.text()} {self._name.text()} {self._where.text()}")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _draw(self) -> None:
        ratio, photo = self.devicePixelRatioF(), QPixmap()
        held = self._guest.photo if self._guest is not None else b""
        if not (held and photo.loadFromData(held)):
            self._photo.setPixmap(self._look.pixmap("guests", "text-3", 32, ratio))
            return
        photo = photo.scaled(
            _PHOTO * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        photo.setDevicePixelRatio(ratio)
        self._photo.setPixmap(photo)

    def _set_words(self) -> None:
        words = {
            Side.REMAINS: self.tr("Remains on the list"),
            Side.JOINED: self.tr("Is joined into the other"),
        }
        self._what.setText(words[self._side])
