"""One batch over the stage: its name, time, tables and witnesses, edited in place."""

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.batch_work import BatchWork
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.fact_sheet import FactSheet
from qhsign.ui.ceremony.figure_words import total_word
from qhsign.ui.ceremony.guest_names import GuestNames
from qhsign.ui.ceremony.typed_moments import read_moment, written_moment
from qhsign.ui.guest_panel.fact_row import FactShown
from qhsign.wording import say


class BatchSheet(FactSheet):
    """Shows the batch chosen in the book, and another one as soon as it is chosen."""

    def __init__(self, parts: CeremonyParts, work: BatchWork, under: QWidget) -> None:
        super().__init__(parts, under)
        self._work = work
        self._names = GuestNames(parts.guests)
        self.lock, self.remove = QPushButton(), QPushButton()
        parts.look.put_icon(self.lock, "lock", "text-2", 16)
        self.foot.addWidget(self.remove)
        self.foot.addStretch(1)
        self.foot.addWidget(self.lock)
        self.facts.edited.connect(self._edit)
        self.lock.clicked.connect(self._turn_lock)
        self.remove.clicked.connect(self._remove)
        parts.book.batch_chosen.connect(self.turn_over)
        self.set_words()

    @property
    def row(self) -> BatchRow | None:
        """The batch that is shown."""
        return self._parts.book.batch

    def open(self) -> None:
        """Show the chosen batch, with the keyboard on its name."""
        if self.row is not None:
            self.show_row()
            self.open_over()
            self.facts.rows["name"].setFocus()

    def show_row(self) -> None:
        """Show the batch as it stands; one that is gone closes the sheet."""
        row = self.row
        if row is None:
            self.put_away()
            return
        language = self._parts.look.language
        state = say(f"batch-state-{row.state}", language)
        total = total_word(len(row.contracts), row.amounts, language)
        hint = " · ".join(filter(None, (row.slate, state, total)))
        self.set_heading(row.name, hint, self.tr("Close (Esc)"))
        zone = self._parts.providers.event_facts.time_zone
        planned = written_moment(row.starts if row.is_planned else None, zone)
        words, hint = planned or "—", ""
        if not row.is_planned and row.starts is not None:
            words, hint = written_moment(row.starts, zone), self.tr("estimated")
        size = "" if row.size_limit is None else str(row.size_limit)
        suggest = self._names.suggest
        self.facts.show_facts(
            {
                "name": (self.tr("Name"), FactShown(row.name, row.name)),
                "starts": (
                    self.tr("On stage at"),
                    FactShown(words, planned, prompt="14:30", hint=hint),
                ),
                "size": (self.tr("Tables"), FactShown(size or "—", size, prompt="6")),
                "guest_witnesses": (
                    self.tr("Witnesses, guests"),
                    FactShown(row.guest_witnesses or "—", row.guest_witnesses, suggest=suggest),
                ),
                "host_witnesses": (
                    self.tr("Witnesses, hosts"),
                    FactShown(row.host_witnesses or "—", row.host_witnesses, suggest=suggest),
                ),
            }
        )
        self.lock.setText(self.tr("Unlock") if row.locked else self.tr("Lock"))
        self.remove.setVisible(not row.contracts)

    def set_words(self) -> None:
        """Say what the batch's facts are and what can be done with it."""
        self.facts.title.setText(self.tr("Batch"))
        self.remove.setText(self.tr("Remove this empty batch"))

    def wrong(self, field: str) -> str:
        """Return how to write the tables and the name."""
        if field == "size":
            return self.tr("Write how many tables there are, such as 6.")
        if field == "name":
            return self.tr("A batch needs a name, and not figures alone.")
        return ""

    def _edit(self, field: str, text: str) -> None:
        row, editor = self.row, self.facts.rows[field]
        if row is None:
            return
        if field == "starts":
            try:
                text = read_moment(text, self._usual_day(row))
            except ValueError:
                editor.show_error(
                    self.tr("Write the time as 14:30, or with the day: 2024-07-11 14:30.")
                )
                return

        def done() -> None:
            if self.row is not None and self.row.id == row.id:
                editor.close_editor()

        self._work.change(row, {field: text}, lambda problem: self.refused(editor, problem), done)

    def _usual_day(self, row: BatchRow) -> date | None:
        """Return the day a time alone is on: that of the batch, or of any other."""
        zone = self._parts.providers.event_facts.time_zone
        known = [row.starts, *(each.starts for each in self._parts.book.rows.batches)]
        return next((each.astimezone(zone).date() for each in known if each is not None), None)

    def _turn_lock(self) -> None:
        row = self.row
        if row is not None:
            self._work.lock(row, locked=not row.locked)

    def _remove(self) -> None:
        row = self.row
        if row is not None:
            self.put_away()
            self._work.remove(row)
