"""One part of the screen of the ceremony."""

from qhsign.ui.ceremony.ceremony_parts import CeremonyPart, CeremonyParts


class WordsPart(CeremonyPart):
    """One part."""

    def __init__(self, parts: CeremonyParts) -> None:
        super().__init__()
        self._parts = parts
