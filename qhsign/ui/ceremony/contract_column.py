"""Slates, batches and contracts at the left of the screen."""

from PySide6.QtWidgets import QFrame

from qhsign.ui.ceremony.ceremony_parts import CeremonyParts


class ContractColumn(QFrame):
    """Chooses slate, batch and contract for all columns."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
