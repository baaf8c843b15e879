"""The plan of the chosen batch in the middle of the screen."""

from PySide6.QtWidgets import QFrame

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts


class StageColumn(QFrame):
    """Shows and arranges the chosen batch."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
