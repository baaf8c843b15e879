"""Others of the same full name: perhaps the same person twice, perhaps not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal

from qhsign.services.guest_joining_records import GuestBrief
from qhsign.ui.guest_panel.namesake_row import NamesakeRow
from qhsign.ui.guest_panel.panel_section import PanelSection
from qhsign.ui.theme import Look


class NamesakeSection(PanelSection):
    """``guest_asked`` carries the id of a namesake to show, ``join_asked`` of one to join with."""

    guest_asked = Signal(str)
    join_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[NamesakeRow] = []
        self._guests: Sequence[GuestBrief] = ()
        self.hide()

    def show_guests(self, guests: Sequence[GuestBrief]) -> None:
        """Show others; without any there is nothing here."""
        self._guests = guests
        self.clear()
        self.rows = []
        for guest in guests:
            row = NamesakeRow(self._look, guest)
            row.chosen.connect(lambda name=guest.id: self.guest_asked.emit(name))
            row.join_asked.connect(lambda name=guest.id: self.join_asked.emit(name))
            self.rows.append(row)
            self.add(row)
        self.set_title(self.tr("Same name ({count})").format(count=len(guests)))
        self.setVisible(bool(guests))

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_guests(self._guests)
        super().changeEvent(event)
