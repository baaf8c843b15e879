"""The camera at the check-in desk: its key, its card, and when it is taken and released."""

from PySide6.QtCore import QObject, Signal

from qhsign.preferences.desk_preferences import DeskPreferences
from qhsign.ui.camera.camera_panel import CameraPanel, CameraParts
from qhsign.ui.check_in.key_button import KeyButton
from qhsign.ui.theme import Look


def camera_parts(preferences: DeskPreferences) -> CameraParts:
    """Return what a camera panel needs; this desk remembers which camera it was."""
    return CameraParts(
        lambda: preferences.settings.camera, lambda camera: _keep(preferences, camera)
    )


def _keep(preferences: DeskPreferences, camera: str) -> None:
    preferences.change(camera=camera)


class CameraDesk(QObject):
    """``read`` carries a code to be handled as a scan; ``switched``: the card comes or goes."""

    read = Signal(str)
    switched = Signal()

    def __init__(self, look: Look, parts: CameraParts) -> None:
        super().__init__()
        self.key = KeyButton("F7")
        self.key.setCheckable(True)
        self.panel = CameraPanel(look, parts)
        self.panel.hide()
        self.panel.read.connect(self.read)
        self.panel.closed.connect(self._show)
        self.key.clicked.connect(self.switch)
        self.set_words()

    @property
    def is_open(self) -> bool:
        """Whether the card shows, with a picture or with the sentence why there is none."""
        return self.panel.is_open

    def switch(self) -> None:
        """Open the camera, or release it (F7)."""
        if self.panel.is_open:
            self.panel.close_camera()
        else:
            self.panel.open()
            self._show()

    def close_camera(self) -> None:
        """Release the camera and put the card away."""
        self.panel.close_camera()

    def pause(self) -> None:
        """Release the camera while another screen is in front."""
        self.panel.pause()

    def go_on(self) -> None:
        """Take the camera again if it was open when the screen went."""
        if self.panel.is_open:
            self.panel.open()

    def set_words(self) -> None:
        """Say it in the present language."""
        self.key.set_words(self.tr("Camera"))

    def _show(self) -> None:
        self.key.setChecked(self.panel.is_open)
        self.switched.emit()
