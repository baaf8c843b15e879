"""The last scans of the activity, newest first."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qhsign.services.check_in_records import ScanResult
from qhsign.ui.check_in.verdict_faces import face_of, may_be_annulled
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
RESULT_ROLE = Qt.ItemDataRole.UserRole
KEPT = 200
_NOWHERE = QModelIndex()


class ScanListModel(QAbstractListModel):
    """Holds at most KEPT answers; older ones stay in the event file."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._results: list[ScanResult] = []

    def show_results(self, results: Sequence[ScanResult]) -> None:
        """Show what was read from the file, in place where only single answers differ."""
        wanted = list(results[:KEPT])
        if [each.scan for each in wanted] == [each.scan for each in self._results]:
            self._results = wanted
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        self.beginResetModel()
        self._results = wanted
        self.endResetModel()

    def add(self, result: ScanResult) -> None:
        """Put a new answer on top, or in the place of the same scan's earlier answer."""
        for place, each in enumerate(self._results):
            if each.scan == result.scan:
                self._results[place] = result
                self.dataChanged.emit(self.index(place), self.index(place))
                return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._results.insert(0, result)
        self.endInsertRows()
        if len(self._results) > KEPT:
            self.beginRemoveRows(QModelIndex(), KEPT, len(self._results) - 1)
            del self._results[KEPT:]
            self.endRemoveRows()

    def mark_annulled(self, scan: str) -> None:
        """Strike one answer through."""
        for place, each in enumerate(self._results):
            if each.scan == scan:
                self._results[place] = replace(each, annulled=True, counted=False)
                self.dataChanged.emit(self.index(place), self.index(place))

    def mark_tag(self, scan: str, tag: str) -> None:
        """Show the tag a person was handed on every row of theirs."""
        person = next((_person(each) for each in self._results if each.scan == scan), "")
        for place, each in enumerate(self._results):
            if each.scan == scan or (person and _person(each) == person):
                self._results[place] = replace(each, tag=tag)
                self.dataChanged.emit(self.index(place), self.index(place))

    def words_changed(self) -> None:
        """Have every row read again in the new language."""
        if self._results:
            self.dataChanged.emit(self.index(0), self.index(len(self._results) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many scans are listed."""
        return 0 if parent.isValid() else len(self._results)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be edited (annulled) only where a check-in stands behind it."""
        flags = super().flags(index)
        if index.isValid() and may_be_annulled(self._results[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the whole row as a sentence, or the answer itself under RESULT_ROLE."""
        if not index.isValid() or index.row() >= len(self._results):
            return None
        result = self._results[index.row()]
        if role == RESULT_ROLE:
            return result
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            name = result.guest.full_name if result.guest else ""
            face = face_of(result, self._look.language)
            word = self.tr("Annulled") if result.annulled else face.word
            tag = self.tr("tag {number}").format(number=result.tag) if result.tag else ""
            return " ".join(part for part in (name, word, tag, f"{result.at:%H:%M:%S}") if part)
        return None


def _person(result: ScanResult) -> str:
    return result.guest.id if result.guest else ""
