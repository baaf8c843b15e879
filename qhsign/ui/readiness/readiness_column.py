"""候场板: what is still missing of the chosen batch."""

from PySide6.QtWidgets import QFrame

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts


class ReadinessColumn(QFrame):
    """Follows the check-ins."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
