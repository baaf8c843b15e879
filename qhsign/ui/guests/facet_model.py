"""The filters as lines of a list: headings that fold, values with a tick and a count."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.open_questions import OpenQuestion
from qhsign.ui.guests.problem_words import problem_advice, problem_word
from qhsign.ui.guests.wanted import ARRIVED, VALUES, VIP, Facet, Wanted
from qhsign.ui.shared.words import category_word, invitation_word, vetting_word, vip_word

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 2
_NOWHERE = QModelIndex()
_AT_FIRST = 6
"""How many values of a long group are shown before somebody asks for more."""
FOLDED = frozenset({Facet.DELEGATION, Facet.ACTIVITY})
"""The groups that are folded until a person opens them."""


_FIXED_WORDS: Mapping[Facet, Callable[[str], str]] = {
    Facet.KIND: lambda value: category_word(Category(value)),
    Facet.STATUS: lambda value: invitation_word(Invitation(value)),
    Facet.VETTING: lambda value: vetting_word(Vetting(value)),
    Facet.PROBLEM: lambda value: problem_word(OpenQuestion(value)),
}


class LineKind(Enum):
    """What a line is."""

    HEADING = "heading"
    VALUE = "value"
    MORE = "more"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``value`` is the filter's value, and empty for all but values."""

    facet: Facet
    kind: LineKind = LineKind.HEADING
    value: str = ""


class FacetModel(QAbstractListModel):
    """``toggled`` carries the line that was ticked, ``folded`` the facets now folded.

    ``asked`` is emitted by the line that leads to the list of delegations.
    """

    toggled = Signal(object)
    folded_changed = Signal(object)
    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: Mapping[Facet, Sequence[str]] = VALUES
        self._folded = FOLDED
        self._whole: frozenset[Facet] = frozenset()
        self._wanted = Wanted()
        self._counts: Mapping[Facet, Mapping[str, int]] = {}
        self._activity = ""
        self._activities: Mapping[str, str] = {}
        self._has_link = False
        self._words: dict[Line, str] = {}
        self._lines = list(self._laid_out())

    def offer(self, values: Mapping[Facet, Sequence[str]]) -> None:
        """Offer these values; a facet without any is left out."""
        if values != self._values:
            self._values, self._words = values, {}
            self._lay_out()

    def offer_link(self) -> None:
        """Lead to the list of delegations from their group."""
        self._has_link = True
        self._lay_out()

    def fold(self, folded: frozenset[Facet]) -> None:
        """Fold these groups and open the others."""
        self._folded = folded
        self._lay_out()

    def show_counts(self, wanted: Wanted, counts: Mapping[Facet, Mapping[str, int]]) -> None:
        """Show other ticks and counts."""
        self._wanted, self._counts = wanted, counts
        self._lay_out()
        self._announce()

    def name_activity(self, name: str) -> None:
        """Say which activity the arrivals are of."""
        self._activity = name
        self.words_changed()

    def name_activities(self, names: Mapping[str, str]) -> None:
        """Say what the activities are called, by id."""
        if names != self._activities:
            self._activities = names
            self.words_changed()

    def words_changed(self) -> None:
        """Have every line read again."""
        self._words = {}
        self._announce()

    def _announce(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def place_of(self, line: Line) -> QModelIndex:
        """Return where a line stands now, or its group's heading."""
        for wanted in (line, Line(line.facet)):
            if wanted in self._lines:
                return self.index(self._lines.index(wanted))
        return QModelIndex()

    def act(self, index: Index) -> None:
        """Do what a line is for: fold, tick, show all, or lead elsewhere."""
        if not index.isValid():
            return
        line = self._lines[index.row()]
        if line.kind is LineKind.HEADING:
            self.set_folded(line.facet, folded=line.facet not in self._folded)
        elif line.kind is LineKind.VALUE:
            self.toggled.emit(line)
        elif line.kind is LineKind.LINK:
            self.asked.emit()
        else:
            self._whole ^= {line.facet}
            self._words = {}
            self._lay_out()

    def set_folded(self, facet: Facet, *, folded: bool) -> None:
        """Fold or open one group."""
        now = self._folded | {facet} if folded else self._folded - {facet}
        if now != self._folded:
            self.fold(now)
            self.folded_changed.emit(now)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let values be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        if self._lines[index.row()].kind is LineKind.VALUE:
            return plain | Qt.ItemFlag.ItemIsUserCheckable
        return plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's word, tick and count."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and line.kind is LineKind.VALUE:
            return Qt.CheckState.Checked if self.is_ticked(line) else Qt.CheckState.Unchecked
        tell: Callable[[Line], object] | None = {
            Qt.ItemDataRole.DisplayRole: self.word_of,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._advice,
            LINE_ROLE: _itself,
            COUNT_ROLE: self.count_of,
            FOLDED_ROLE: self.is_folded,
        }.get(role)
        return tell(line) if tell else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a value; the filter then shows its counts."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        line = self._lines[index.row()]
        if line.kind is not LineKind.VALUE:
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != self.is_ticked(line):
            self.toggled.emit(line)
        return True

    def _lay_out(self) -> None:
        lines = list(self._laid_out())
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def _laid_out(self) -> Iterator[Line]:
        for facet in Facet:
            values = self._values.get(facet, ())
            if not values:
                continue
            yield Line(facet)
            if facet in self._folded:
                continue
            ticked = self._wanted.chosen(facet)
            whole = facet in self._whole or len(values) <= _AT_FIRST + 2 or facet in VALUES
            for place, value in enumerate(values):
                if whole or place < _AT_FIRST or value in ticked:
                    yield Line(facet, LineKind.VALUE, value)
            if not whole or facet in self._whole:
                yield Line(facet, LineKind.MORE)
            if facet is Facet.DELEGATION and self._has_link:
                yield Line(facet, LineKind.LINK)

    def line_at(self, row: int) -> Line:
        """Return the line of a row."""
        return self._lines[row]

    def is_ticked(self, line: Line) -> bool:
        """Say whether a value is asked for."""
        return (line.facet, line.value) in self._wanted.ticks

    def is_folded(self, line: Line) -> bool:
        """Say whether the group of a line is folded."""
        return line.facet in self._folded

    def count_of(self, line: Line) -> int:
        """Return a value's count; for a folded heading how many of its values are ticked."""
        if line.kind is LineKind.HEADING:
            return len(self._wanted.chosen(line.facet)) if line.facet in self._folded else 0
        return self._counts.get(line.facet, {}).get(line.value, 0)

    def _spoken(self, line: Line) -> str:
        word = self.word_of(line)
        if line.kind is LineKind.HEADING:
            state = self.tr("folded") if line.facet in self._folded else self.tr("open")
            return f"{word} {state}"
        if line.kind is not LineKind.VALUE:
            return word
        return f"{word} {self.count_of(line)} {self._advice(line)}".strip()

    def _advice(self, line: Line) -> str:
        if line.kind is LineKind.VALUE and line.facet is Facet.PROBLEM:
            return problem_advice(OpenQuestion(line.value))
        return self.word_of(line) if line.kind is LineKind.VALUE else ""

    def word_of(self, line: Line) -> str:
        """Return what a line says; what is called anew is looked up once."""
        word = self._words.get(line)
        if word is None:
            word = self._words[line] = self._word(line)
        return word

    def _word(self, line: Line) -> str:
        if line.kind is LineKind.HEADING:
            return self._heading(line.facet)
        if line.kind is LineKind.LINK:
            return self.tr("All delegations…")
        if line.kind is LineKind.MORE:
            return self.tr("Fewer") if line.facet in self._whole else self._more(line.facet)
        return self.value_word(line.facet, line.value)

    def _more(self, facet: Facet) -> str:
        return self.tr("{count} in all…").format(count=len(self._values.get(facet, ())))

    def value_word(self, facet: Facet, value: str) -> str:
        """Return what a filter's value is called."""
        if facet is Facet.ARRIVAL:
            return self.tr("Arrived") if value == ARRIVED else self.tr("Not yet")
        if facet is Facet.DELEGATION:
            return value or self.tr("Without a delegation")
        if facet is Facet.ACTIVITY:
            return self._activities.get(value, "")
        if value == VIP:
            return vip_word()
        return _FIXED_WORDS[facet](value)

    def _heading(self, facet: Facet) -> str:
        if facet is Facet.ARRIVAL and self._activity:
            return self.tr("Arrival ({activity})").format(activity=self._activity)
        return {
            Facet.KIND: self.tr("Category"),
            Facet.STATUS: self.tr("Status"),
            Facet.VETTING: self.tr("Vetting"),
            Facet.ARRIVAL: self.tr("Arrival"),
            Facet.PROBLEM: self.tr("Problems"),
            Facet.DELEGATION: self.tr("Delegation"),
            Facet.ACTIVITY: self.tr("Invited to"),
        }[facet]


def _itself(line: Line) -> Line:
    return line
