"""One slate over the stage: its name, the activity and day of its ceremony, what was declared."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qhsign.background.operation import Changed, Operation
from qhsign.domain.money import Amount, written
from qhsign.services.check_in_records import ActivityRow
from qhsign.services.contract_records import SlateRow
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.contract_work import ContractWork
from qhsign.ui.ceremony.fact_sheet import FactSheet
from qhsign.ui.ceremony.figure_words import amount_word, count_word, total_word
from qhsign.ui.guest_panel.fact_row import FactShown
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.shared.typed_days import read_day

_NOTHING = "—"


class SlateSheet(FactSheet):
    """Shows the slate chosen in the book, and another one as soon as it is chosen."""

    def __init__(self, parts: CeremonyParts, work: ContractWork, under: QWidget) -> None:
        self._why = WrappedLabel("caption")
        super().__init__(parts, under, self._why)
        self._work = work
        self._activities: Sequence[ActivityRow] = ()
        strip = self.foot.parentWidget()
        if strip is not None:
            strip.hide()  # there is no button to put there
        self.facts.edited.connect(self._edit)
        parts.book.slate_chosen.connect(self.turn_over)
        parts.runner.changed.connect(self._follow)
        self.set_words()

    @property
    def row(self) -> SlateRow | None:
        """The slate that is shown."""
        return self._parts.book.slate

    def open(self) -> None:
        """Show the chosen slate, with the keyboard on its activity."""
        if self.row is not None:
            self._read_activities()
            self.show_row()
            self.open_over()
            self.facts.rows["activity"].setFocus()

    def show_row(self) -> None:
        """Show the slate as it stands; without one the sheet closes."""
        row = self.row
        if row is None:
            self.put_away()
            return
        language = self._parts.look.language
        total = total_word(row.contracts, row.amounts, language)
        self.set_heading(row.name, total, self.tr("Close (Esc)"))
        day = row.day.isoformat() if row.day else ""
        count, fen = row.declared_contracts, row.declared_amount
        self.facts.show_facts(
            {
                "name": (self.tr("Name"), FactShown(row.name, row.name)),
                "activity": (
                    self.tr("Activity"),
                    FactShown(row.activity or _NOTHING, row.activity_id, self._choices(row)),
                ),
                "day": (
                    self.tr("Day"),
                    FactShown(day or _NOTHING, day, prompt="2026-07-16"),
                ),
                "declared_contracts": (
                    self.tr("Declared number"),
                    FactShown(
                        _NOTHING if count is None else count_word(count),
                        "" if count is None else str(count),
                        prompt="18",
                    ),
                ),
                "declared_amount": (
                    self.tr("Declared amount"),
                    FactShown(
                        _NOTHING if fen is None else amount_word(Amount(fen), language),
                        "" if fen is None else written(Amount(fen)),
                        prompt="536亿元",
                    ),
                ),
            }
        )

    def set_words(self) -> None:
        """Say what the slate's facts are for."""
        self.facts.title.setText(self.tr("Slate"))
        self._why.setText(
            self.tr(
                "Whoever was let in at the activity is at the venue: the board of readiness goes "
                "by it, and the ceremony begins when it opens, unless a batch has a time. Papers "
                "name the day."
            )
        )

    def wrong(self, field: str) -> str:
        """Return how to write the declared figures."""
        if field == "declared_contracts":
            return self.tr("Write how many contracts were declared, such as 18.")
        if field == "declared_amount":
            return self.tr("Write the amount in 人民币, such as 536亿元.")
        return ""

    def _choices(self, row: SlateRow) -> tuple[tuple[str, str], ...]:
        """Return the activities to choose among, with none before them."""
        zone = self._parts.providers.event_facts.time_zone
        known = [
            (each.id, f"{each.name}  {each.opens.astimezone(zone):%m-%d %H:%M}")
            if each.opens
            else (each.id, each.name)
            for each in self._activities
        ]
        if row.activity_id and all(row.activity_id != each for each, _ in known):
            known.append((row.activity_id, row.activity))  # before they are read
        return (("", self.tr("None: whoever was let in anywhere is there")), *known)

    def _edit(self, field: str, text: str) -> None:
        row, editor = self.row, self.facts.rows[field]
        if row is None:
            return
        if field == "day":
            try:
                day = read_day(text)
            except ValueError:
                editor.show_error(self.tr("Write the day as 2026-07-16."))
                return
            text = day.isoformat() if day else ""
        self._work.set_slate(
            row.name,
            field,
            text,
            lambda problem: self.refused(editor, problem),
            editor.close_editor,
        )

    def _read_activities(self) -> None:
        def take(activities: Sequence[ActivityRow]) -> None:
            self._activities = activities
            self.look_again()

        self._parts.runner.start(Operation(self._parts.providers.activities, take, self))

    def _follow(self, changes: frozenset[Changed]) -> None:
        if self.is_open and Changed.ACTIVITIES in changes:
            self._read_activities()
