"""Changes of contracts and slates: each told in the bar with its way back."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qhsign.domain.problems import ProblemForUser
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.contract_provider import WriteContracts

if TYPE_CHECKING:
    from qhsign.services.contract_edits import ContractEdited

Failed = Callable[[ProblemForUser], None] | None
Done = Callable[[], None] | None


class ContractWork(QObject):
    """``added`` carries the number of a contract just made."""

    added = Signal(int)

    def __init__(self, parts: CeremonyParts, writes: WriteContracts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._writes = parts, writes

    def change(
        self,
        number: int,
        values: Mapping[str, str],
        failed: Failed = None,
        done: Done = None,
    ) -> None:
        """Change fields of a contract."""
        told = self.tr("Contract {number} is changed.").format(number=f"{number:04d}")
        self._run(lambda: self._writes.change(number, values), told, failed=failed, then=done)

    def put_on_slates(self, number: int, names: Sequence[str]) -> None:
        """Put a contract on exactly these slates."""
        told = self.tr("Contract {number} is on {count} slates.")
        told = told.format(number=f"{number:04d}", count=len(names))
        self._run(lambda: self._writes.put_on_slates(number, names), told)

    def add(self, title: str, slate: str, failed: Failed = None, then: Done = None) -> None:
        """Make a contract on a slate, "" for none, and go to it."""

        def done(made: "ContractEdited") -> None:
            self.added.emit(made.number)
            told = self.tr("Contract {number} is new: fill in its parties and its amount.")
            self._tell(told.format(number=f"{made.number:04d}"), made.operation)
            if then is not None:
                then()

        self._parts.change(self, lambda: self._writes.add(title, slate), done, failed)

    def remove_party(self, number: int, side: str) -> None:
        """Take a party off a contract."""
        told = self.tr("Party {side} is off contract {number}.")
        told = told.format(side=side, number=f"{number:04d}")
        self._run(lambda: self._writes.remove_party(number, side), told)

    def approve(
        self, numbers: Sequence[int], by: str, failed: Failed = None, done: Done = None
    ) -> None:
        """Approve contracts for their certificates."""
        told = self.tr("{count} approved by {name}.").format(count=len(numbers), name=by)
        self._run(lambda: self._writes.approve(numbers, by), told, failed=failed, then=done)

    def withdraw_approval(self, number: int) -> None:
        """Withdraw the approval of a contract."""
        told = self.tr("The approval of contract {number} is withdrawn.")
        told = told.format(number=f"{number:04d}")
        self._run(lambda: self._writes.withdraw_approval(number), told)

    def agree(
        self, numbers: Sequence[int], who: str, failed: Failed = None, done: Done = None
    ) -> None:
        """Record that contracts were screened and agreed to."""
        told = self.tr("{count} agreed to by {name}.").format(count=len(numbers), name=who)
        self._run(
            lambda: self._writes.agree(numbers, who),
            told,
            failed=failed,
            then=done,
            undo=self._writes.undo_screening,
        )

    def disagree(
        self, numbers: Sequence[int], reason: str, failed: Failed = None, done: Done = None
    ) -> None:
        """Take the agreement back from contracts."""
        told = self.tr("The agreement to {count} is taken back.").format(count=len(numbers))
        self._run(
            lambda: self._writes.disagree(numbers, reason),
            told,
            failed=failed,
            then=done,
            undo=self._writes.undo_screening,
        )

    def add_slate(self, name: str, failed: Failed = None, then: Done = None) -> None:
        """Make a slate and choose it."""

        def done(made: "ContractEdited") -> None:
            self._parts.book.want_slate(name.strip())
            told = self.tr("The slate “{name}” is new.").format(name=name.strip())
            self._tell(told, made.operation)
            if then is not None:
                then()

        self._parts.change(self, lambda: self._writes.add_slate(name), done, failed)

    def set_slate(
        self, slate: str, key: str, text: str, failed: Failed = None, then: Done = None
    ) -> None:
        """Set one thing of a slate: a declared figure, its name, its activity or its day."""

        def done(made: "ContractEdited") -> None:
            if key == "name":
                self._parts.book.want_slate(text.strip())
            told = self.tr("The slate “{name}” is changed.")
            told = told.format(name=text.strip() if key == "name" else slate)
            self._tell(told, made.operation)
            if then is not None:
                then()

        self._parts.change(self, lambda: self._writes.set_slate(slate, {key: text}), done, failed)

    def _run(
        self,
        work: "Callable[[], ContractEdited]",
        told: str,
        *,
        failed: Failed = None,
        then: Done = None,
        undo: Callable[[str], int] | None = None,
    ) -> None:
        def done(made: "ContractEdited") -> None:
            sentence = told
            if made.withdrawn:
                lost = self.tr("{told} The approval is withdrawn: approve it again.")
                sentence = lost.format(told=told)
            self._tell(sentence, made.operation, undo)
            if then is not None:
                then()

        self._parts.change(self, work, done, failed)

    def _tell(
        self, sentence: str, operation: str, undo: Callable[[str], int] | None = None
    ) -> None:
        if operation:
            self._parts.tell(self, sentence, operation, undo or self._writes.undo)
