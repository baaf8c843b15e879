"""The audit trail as a list that reads on as somebody scrolls, however long the journal is."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qhsign.services.audit_records import AuditChange, AuditEntry, AuditPage, AuditPlace

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NOWHERE = QModelIndex()


class AuditModel(QAbstractListModel):
    """``wanted`` carries the place after which the next page is to be read."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[AuditEntry] = []
        self._following: AuditPlace | None = None
        self._is_asked = False

    @property
    def entries(self) -> Sequence[AuditEntry]:
        """The entries read so far."""
        return self._entries

    def show_page(self, page: AuditPage) -> None:
        """Show the first page of another search."""
        self.beginResetModel()
        self._entries = list(page.entries)
        self._following, self._is_asked = page.following, False
        self.endResetModel()

    def add_page(self, page: AuditPage) -> None:
        """Show a further page behind the others."""
        self._is_asked = False
        if page.entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(page.entries) - 1)
            self._entries += page.entries
            self._following = page.following
            self.endInsertRows()
        self._following = page.following

    def give_up(self) -> None:
        """Ask again for a page that could not be read."""
        self._is_asked = False

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many entries were read."""
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there is a further page that nobody has asked for."""
        return not parent.isValid() and self._following is not None and not self._is_asked

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._is_asked = True
            self.wanted.emit(self._following)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry as a sentence, or itself."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            head = f"{entry.at:%Y-%m-%d %H:%M:%S} {entry.action_word} {subject_words(entry)}"
            return f"{head} {entry.operator} {entry.desk} {said_words(entry.changes)}"
        return None


def subject_words(entry: AuditEntry) -> str:
    """Name the record of an entry: its kind, and which."""
    return f"{entry.kind_word} {entry.subject}".strip()


def said_words(changes: Sequence[AuditChange]) -> str:
    """Say in one line what changed."""
    return "  ".join(map(change_words, changes))


def change_words(change: AuditChange) -> str:
    """Say one change: 职务 副秘书长 → 处长."""
    new = change.new.replace("\n", " ")
    if not change.old:
        return f"{change.word} {new}"
    return f"{change.word} {change.old} → {new or '—'}".replace("\n", " ")
