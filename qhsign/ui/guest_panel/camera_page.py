"""拍照: the guest stands before the camera, and one press makes the photo."""

from PySide6.QtCore import QBuffer, QEvent, QIODevice, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qhsign.ui.camera.camera_panel import CameraPanel, CameraParts
from qhsign.ui.shared.page_over import PageOver
from qhsign.ui.theme import Look

_WIDEST = 720
_MARGIN = 16
_LOOKS_MS = 150


class CameraPage(PageOver):
    """Lies over the guest screen; ``taken`` carries the picture as bytes and its name.

    The camera is released as soon as the page goes away.
    """

    taken = Signal(object, str)

    def __init__(self, look: Look, parts: CameraParts, under: QWidget) -> None:
        super().__init__(look, under)
        self.camera = CameraPanel(look, parts)
        self.camera.setMaximumWidth(_WIDEST)
        self.back, self.take = QPushButton(), QPushButton()
        self.take.setProperty("kind", "primary")
        middle = QHBoxLayout()
        middle.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        middle.addWidget(self.camera, 1)
        self.body.addLayout(middle, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.take)
        self.back.clicked.connect(self.put_away)
        self.take.clicked.connect(self._take)
        self.camera.closed.connect(self.put_away)
        self._name = ""
        self._look_for_picture = QTimer(self)
        self._look_for_picture.setInterval(_LOOKS_MS)
        self._look_for_picture.timeout.connect(self._offer)
        self._set_words()

    def open_for(self, name: str) -> None:
        """Show the camera's picture; ``name`` is whose photo it will be."""
        self._name = name
        self._set_words()
        self.open_over()
        self.camera.open()
        self._look_for_picture.start()
        self._offer()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Release the camera."""
        super().hideEvent(event)
        self._look_for_picture.stop()
        self.camera.close_camera()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _offer(self) -> None:
        """Take a picture only where there is one."""
        self.take.setEnabled(not self.camera.picture.picture.isNull())

    def _take(self) -> None:
        picture = self.camera.take_picture()
        if picture.isNull():
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload] # PySide wants str, its stub bytes
        self.put_away()
        self.taken.emit(bytes(buffer.data().data()), self.tr("camera picture"))

    def _set_words(self) -> None:
        self.set_heading(self.tr("Take a photo"), self._name, self.tr("Back to the guests (Esc)"))
        self.back.setText(self.tr("Cancel"))
        self.take.setText(self.tr("Take the photo"))
