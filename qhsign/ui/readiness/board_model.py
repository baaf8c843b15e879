"""The contracts of the board, the red ones first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qhsign.domain.readiness import CertificateState, Light
from qhsign.services.readiness import ReadyContract
from qhsign.ui.readiness.board_words import light_word, missing_line
from qhsign.ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
READY_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_FIRST = (Light.RED, Light.AMBER, Light.GREEN)


class BoardModel(QAbstractListModel):
    """A change of what is known of a contract touches its row alone while the order holds."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: Sequence[ReadyContract] = ()

    def show_contracts(self, contracts: Sequence[ReadyContract], *, only_missing: bool) -> None:
        """Show these contracts, or those that lack something."""
        wanted = [each for each in contracts if not (only_missing and each.light is Light.GREEN)]
        wanted.sort(key=lambda each: (_FIRST.index(each.light), each.table))
        before, now = self.rows, wanted
        if [each.row.id for each in before] == [each.row.id for each in now]:
            self.rows = now
            for place, (old, new) in enumerate(zip(before, now, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self.rows = now
        self.endResetModel()

    def place_of(self, number: int) -> int | None:
        """Return the row of a contract by its number."""
        return next(
            (place for place, each in enumerate(self.rows) if each.row.number == number), None
        )

    def words_changed(self) -> None:
        """Have every row read again in the new language."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many contracts are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the contract under READY_ROLE, or its row as a sentence."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        contract = self.rows[index.row()]
        if role == READY_ROLE:
            return contract
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return " ".join(
                (
                    light_word(contract.light, self._look.language),
                    str(contract.row.number),
                    contract.row.title,
                    self.what_holds(contract),
                    missing_line(contract.missing, self._look.language),
                )
            ).strip()
        return None

    def what_holds(self, contract: ReadyContract) -> str:
        """Say how far a contract is: who has come, the texts, the certificate."""
        if not contract.missing:
            return "  ".join(
                (
                    self.who_came(contract),
                    self.tr("texts {done}/{all}").format(
                        done=contract.texts_done, all=contract.texts
                    ),
                    self.tr("certificate printed")
                    if contract.certificate is CertificateState.PRINTED
                    else "",
                )
            ).strip()
        return self.who_came(contract)

    def who_came(self, contract: ReadyContract) -> str:
        """Say how many of the signatories have come."""
        return self.tr("signatories {here}/{all}").format(
            here=contract.arrived, all=contract.signatories
        )
