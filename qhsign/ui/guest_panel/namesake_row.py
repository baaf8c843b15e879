"""Another guest of the same name: photo, organization, title; a click goes there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from qhsign.services.guest_joining_records import GuestBrief
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look

_PHOTO = QSize(30, 40)


class NamesakeRow(QFrame):
    """``chosen`` asks to go to the guest, ``join_asked`` to join the two."""

    chosen = Signal()
    join_asked = Signal()

    def __init__(self, look: Look, guest: GuestBrief, *, offers_join: bool = True) -> None:
        super().__init__()
        self.guest = guest
        self._look = look
        self.setProperty("role", "fact")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._photo = QLabel()
        self._photo.setFixedSize(_PHOTO)
        self._photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name, where = ElidedLabel("fact-text"), WrappedLabel("caption")
        name.setText(f"{guest.label} {guest.full_name}")
        where.setText(" ".join(filter(None, (guest.organization, guest.title))))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(where)
        self.join = QPushButton(self.tr("Join…"))
        self.join.setProperty("kind", "text")
        self.join.setProperty("small", "true")
        self.join.setToolTip(self.tr("They are one person: join the two"))
        self.join.setAccessibleName(
            self.tr("Join with {guest}").format(guest=f"{guest.label} {guest.full_name}")
        )
        if not offers_join:
            self.join.hide()
        self.join.clicked.connect(self.join_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 4, 2, 4)
        line.setSpacing(8)
        line.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        line.addWidget(self.join, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{name.text()} {where.text()}")
        look.changed.connect(self._draw)
        self._draw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the guest."""
        del event
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the guest on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
            return
        super().keyPressEvent(event)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        photo = QPixmap()
        if not (self.guest.photo and photo.loadFromData(self.guest.photo)):
            self._photo.setPixmap(self._look.pixmap("guests", "text-3", 22, ratio))
            return
        scaled = photo.scaled(
            _PHOTO * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        self._photo.setPixmap(scaled)
