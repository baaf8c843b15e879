"""A card of facts that are edited in place, with a title and at most one thing to do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qhsign.ui.guest_panel.fact_row import FactRow, FactShown
from qhsign.ui.shared.plain_parts import ElidedLabel
from qhsign.ui.theme import Look


class FactGroup(QFrame):
    """``edited`` carries a field and what was typed; ``acted`` is emitted by its button."""

    edited = Signal(str, str)
    acted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "card")
        self.rows: dict[str, FactRow] = {}
        self.title = ElidedLabel("strong")
        self.button = QPushButton()
        self.button.setProperty("kind", "text")
        self.button.setProperty("small", "true")
        self.button.clicked.connect(self.acted)
        self.button.hide()
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 4)
        head.addWidget(self.title, 1)
        head.addWidget(self.button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self.column.addLayout(self._facts)

    @property
    def is_editing(self) -> bool:
        """Whether a fact is being typed."""
        return any(row.is_editing for row in self.rows.values())

    def show_facts(self, facts: Mapping[str, tuple[str, FactShown]]) -> None:
        """Show these facts, each with its caption; an editor that is open stays."""
        for name in [name for name in self.rows if name not in facts]:
            row = self.rows.pop(name)
            self._facts.removeWidget(row)
            row.hide()
            row.deleteLater()
        for name, (caption, shown) in facts.items():
            if name not in self.rows:
                self.rows[name] = self._row(name)
            self.rows[name].show_fact(caption, shown)

    def put(self, widget: QWidget) -> None:
        """Put another widget under the facts."""
        self.column.addWidget(widget)

    def _row(self, name: str) -> FactRow:
        row = FactRow(self._look, name)
        row.edited.connect(self.edited)
        row.stepped.connect(lambda step: self._step(row, step))
        self._facts.addWidget(row)
        return row

    def _step(self, row: FactRow, step: int) -> None:
        rows: Sequence[FactRow] = list(self.rows.values())
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            rows[place].setFocus()
