"""变更记录: what was done to the guest, newest first, each step with its way back."""

from PySide6.QtCore import QEvent, Signal

from qhsign.services.guest_detail_records import GuestDetails
from qhsign.ui.guest_panel.history_row import HistoryRow
from qhsign.ui.guest_panel.panel_section import PanelSection
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.theme import Look

_FEW = 3


class HistorySection(PanelSection):
    """``undo_asked`` carries an operation."""

    undo_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._details: GuestDetails | None = None
        self.shows_all = False
        self.rows: list[HistoryRow] = []
        self.acted.connect(self._turn_over)
        self.set_title(self.tr("History"))

    def show_details(self, details: GuestDetails) -> None:
        """Show another guest's history."""
        if self._details is None or self._details.id != details.id:
            self.shows_all = False
        self._details = details
        self.clear()
        shown = details.history if self.shows_all else details.history[:_FEW]
        self.rows = []
        for line in shown:
            row = HistoryRow(line, self._look.language)
            row.undo_asked.connect(self.undo_asked)
            self.rows.append(row)
            self.add(row)
        if self.shows_all and details.operations > len(details.history):
            rest = WrappedLabel("caption")
            words = self.tr("{count} earlier ones stand in the audit trail.")
            rest.setText(words.format(count=details.operations - len(details.history)))
            self.add(rest)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._details is not None:
            self.show_details(self._details)
        super().changeEvent(event)

    def _turn_over(self) -> None:
        self.shows_all = not self.shows_all
        if self._details is not None:
            self.show_details(self._details)

    def _set_words(self) -> None:
        more = ""
        if self._details is not None and self._details.operations > _FEW:
            more = self.tr("Fewer") if self.shows_all else self.tr("All {count}")
            more = more.format(count=self._details.operations)
        self.set_title(self.tr("History"), more)
