"""What was done with one contract, newest first; what belongs to the follow-up can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qhsign.services.audit_records import AuditEntry
from qhsign.ui.guest_panel.panel_section import PanelSection
from qhsign.ui.guest_panel.wrapped_label import WrappedLabel
from qhsign.ui.reports.audit_model import change_words
from qhsign.ui.shared.plain_parts import label

_WHEN_PX = 74
_MOST_CHANGES, _AT_FIRST = 4, 6
_UNDOABLE = frozenset(
    {
        "contract move", "contract agree", "contract step-back", "payment add", "payment set",
        "payment remove",
    }
)  # fmt: skip
"""What `qhsign.services.follow_up_undo` takes back of a contract."""
_QUIET = frozenset({"payment"})
"""Fields of notes that only point at the record they are about."""


@dataclass(frozen=True, slots=True)
class DoneOnce:
    """One operation with everything it did to the contract."""

    operation: str
    action: str
    word: str
    at: datetime
    operator: str
    changes: Sequence[str]

    @property
    def can_undo(self) -> bool:
        """Whether it can be taken back from here."""
        return self.action in _UNDOABLE


def operations(entries: Sequence[AuditEntry]) -> Sequence[DoneOnce]:
    """Put the entries of each operation together, newest first."""
    by: dict[str, list[AuditEntry]] = {}
    for entry in entries:
        by.setdefault(entry.operation, []).append(entry)
    return [
        DoneOnce(
            operation,
            done[0].action,
            done[0].action_word,
            done[0].at,
            done[0].operator,
            [
                change_words(change)
                for entry in reversed(done)
                for change in entry.changes
                if change.field not in _QUIET
            ],
        )
        for operation, done in by.items()
    ]


class HistorySection(PanelSection):
    """``undo_asked`` carries an operation."""

    undo_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[HistoryLine] = []
        self._done: Sequence[DoneOnce] = ()
        self.acted.connect(self.show_earlier)
        self._set_words()

    def show_entries(self, entries: Sequence[AuditEntry]) -> None:
        """Show what was done last; the button shows what was done before."""
        self._done = operations(entries)
        self.clear()
        self.rows = []
        self._show(_AT_FIRST)

    def show_earlier(self) -> None:
        """Show everything that was read."""
        self._show(len(self._done))

    def _show(self, most: int) -> None:
        """Show so many operations: lines are widgets, and a life may be long."""
        for done in self._done[len(self.rows) : most]:
            row = HistoryLine(done)
            row.button.clicked.connect(
                lambda _=False, one=done.operation: self.undo_asked.emit(one)
            )
            self.rows.append(row)
            self.add(row)
        self._set_words()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        is_cut = len(self.rows) < len(self._done)
        self.set_title(self.tr("History"), self.tr("Show earlier") if is_cut else "")


class HistoryLine(QWidget):
    """When, what, by whom; and the way back."""

    def __init__(self, done: DoneOnce) -> None:
        super().__init__()
        self.done = done
        when = label("caption", wrap=True)
        when.setText(f"{done.at:%Y-%m-%d}\n{done.at:%H:%M}")
        when.setFixedWidth(_WHEN_PX)
        what, how = WrappedLabel("fact-text"), WrappedLabel("caption")
        what.setText(f"{done.word}　{done.operator}".rstrip("　"))
        shown = list(done.changes[:_MOST_CHANGES])
        if len(done.changes) > _MOST_CHANGES:
            shown.append("…")
        how.setText("\n".join(shown))
        if not shown:
            how.hide()
        self.button = QPushButton(self.tr("Undo"))
        self.button.setProperty("kind", "text")
        self.button.setProperty("small", "true")
        self.button.setAccessibleName(f"{self.button.text()} {what.text()}")
        if not done.can_undo:
            self.button.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(what)
        texts.addWidget(how)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(6)
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{when.text()} {what.text()} {how.text()}")
