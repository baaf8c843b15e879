"""The rows of the change slips: each substitution, and under it what was printed wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qhsign.services.change_slip import CARDS, SlipLine
from qhsign.services.substitution import PastSubstitution
from qhsign.ui.theme import Look
from qhsign.wording import say

Index = QModelIndex | QPersistentModelIndex
SLIP_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A substitution, or with a ``line`` one of the things it made wrong."""

    past: PastSubstitution
    line: SlipLine | None = None

    @property
    def is_open(self) -> bool:
        """Whether the line still waits to be printed again."""
        return self.line is not None and self.line in self.past.still_open


class SlipModel(QAbstractListModel):
    """Tells every row in words, too: for those who hear the screen, and to be copied."""

    def __init__(self, look: Look, zone: tzinfo | None, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._zone = look, zone
        self.rows: Sequence[SlipRow] = ()

    def show_slips(self, slips: Sequence[PastSubstitution]) -> None:
        """Show these substitutions; the same rows stay where they are."""
        rows = [
            row
            for past in slips
            for row in (SlipRow(past), *(SlipRow(past, line) for line in past.slip))
        ]
        same = [(each.past.operation, each.line) for each in rows] == [
            (each.past.operation, each.line) for each in self.rows
        ]
        if same:
            self.rows = rows
            self.words_changed()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def words_changed(self) -> None:
        """Have every row read again."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row under SLIP_ROLE, or what it says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == SLIP_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return " ".join(filter(None, (self.title(row), self.second(row), self.state(row))))
        return None

    def as_text(self) -> str:
        """Return the slips as lines of text, to be copied."""
        lines = []
        for row in self.rows:
            words = " ".join(filter(None, (self.title(row), self.second(row), self.state(row))))
            lines.append(words if row.line is None else f"  {words}")
        return "\n".join(lines)

    def title(self, row: SlipRow) -> str:
        """Say which substitution, or which printed thing."""
        if row.line is None:
            return f"{int(row.past.contract)} {row.past.title}"
        kind = say(f"document-{row.line.print}", self._look.language)
        if row.line.print == CARDS:
            cards = self.tr("{kind} of {name} ({number})")
            return cards.format(kind=kind, name=row.past.replaced, number=row.line.of)
        return f"{kind}  {row.line.of}"

    def second(self, row: SlipRow) -> str:
        """Say who signs instead of whom, or which version is void."""
        past, line = row.past, row.line
        if line is None:
            words = self.tr("{side}: {new} instead of {old}; approved by {approver}, {time}")
            at = past.at.astimezone(self._zone)
            return words.format(
                side=past.side,
                new=past.substitute,
                old=past.replaced,
                approver=past.approver,
                time=f"{at:%H:%M}",
            )
        if line.version is None:
            return ""
        void = self.tr("version {version} is void").format(version=line.version)
        if line.print == CARDS:
            instead = self.tr("needed for {name} ({number})")
            return f"{void}  {instead.format(name=past.substitute, number=line.now)}"
        return void

    def state(self, row: SlipRow) -> str:
        """Say whether it was printed again."""
        if row.line is None:
            return ""
        if row.line.version is None:
            return self.tr("Changes by itself")
        return self.tr("To print again") if row.is_open else self.tr("Printed again")
