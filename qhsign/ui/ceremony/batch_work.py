"""Changes of batches: moving contracts, names, times, locks, the proposal; each with its undo."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.contract_provider import WriteBatches
from qhsign.ui.ceremony.contract_work import Done, Failed
from qhsign.ui.ceremony.drop_places import DropPlace

if TYPE_CHECKING:
    from qhsign.services.batches import Arranged
    from qhsign.services.stage_records import BatchProposal


class BatchWork(QObject):
    """Speaks through the bar of the screen; what a service refuses is said there too."""

    def __init__(self, parts: CeremonyParts, writes: WriteBatches, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._writes = parts, writes

    def put(self, numbers: Sequence[int], place: DropPlace) -> None:
        """Put contracts into a batch after one that is there, or out of any batch."""
        batch = next(
            (row for row in self._parts.book.rows.batches if row.id == place.batch_id), None
        )
        where = self._place(batch, numbers, place.after) if batch is not None else None
        if batch is not None and _stand_so(batch, numbers, where):
            return
        labels = "、".join(f"{number:04d}" for number in numbers[:4])
        if batch is None:
            told = self.tr("{contracts} in no batch any more.").format(contracts=labels)
        else:
            told = self.tr("{contracts} moved in {batch}.")
            told = told.format(contracts=labels, batch=batch.name)

        def done(operation: str) -> None:
            self._tell(told, operation)

        self._parts.change(self, lambda: self._writes.put(numbers, place.batch_id, where), done)

    def place(self, batch_id: str, before: str) -> None:
        """Have a batch go on stage before another of its slate, or last of all for ""."""
        rows = self._parts.book.rows.batches
        batch = next((row for row in rows if row.id == batch_id), None)
        if batch is None:
            return
        others = [row.id for row in rows if row.slate == batch.slate and row.id != batch_id]
        if before and before not in others:
            return
        at = others.index(before) + 1 if before else len(others) + 1

        def done(made: "Arranged") -> None:
            if not before:
                told = self.tr("{batch} goes on stage last.").format(batch=batch.name)
            else:
                other = next(row.name for row in rows if row.id == before)
                told = self.tr("{batch} goes on stage before {other}.")
                told = told.format(batch=batch.name, other=other)
            self._tell(told, made.operation)

        self._parts.change(self, lambda: self._writes.place(batch.number, at), done)

    def add(self, slate: str) -> None:
        """Make a batch at the end of a slate."""

        def done(made: "Arranged") -> None:
            self._parts.book.want_batch(made.batch.id)
            told = self.tr("{batch} is new: drag contracts into it.")
            told = told.format(batch=made.batch.name)
            self._tell(told, made.operation, lambda: self._leave(made.batch.id))

        self._parts.change(self, lambda: self._writes.add(slate), done)

    def remove(self, batch: BatchRow) -> None:
        """Remove an empty batch."""

        def done(operation: str) -> None:
            self._tell(self.tr("{batch} is removed.").format(batch=batch.name), operation)

        self._leave(batch.id)
        self._parts.change(self, lambda: self._writes.remove(batch.id), done)

    def change(
        self,
        batch: BatchRow,
        values: Mapping[str, str],
        failed: Failed = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Set what a batch is."""

        def done(made: "Arranged") -> None:
            told = self.tr("{batch} is changed.").format(batch=made.batch.name)
            self._tell(told, made.operation)
            if then is not None:
                then()

        self._parts.change(
            self, lambda: self._writes.change(str(batch.number), values), done, failed
        )

    def lock(self, batch: BatchRow, *, locked: bool) -> None:
        """Lock a batch, or unlock it."""
        told = self.tr("{batch} is locked.") if locked else self.tr("{batch} is unlocked.")

        def done(made: "Arranged") -> None:
            self._tell(told.format(batch=batch.name), made.operation)

        self._parts.change(self, lambda: self._writes.lock(str(batch.number), locked), done)

    def apply(self, slate: str, size: int, then: Callable[[], None], failed: Failed = None) -> None:
        """Part a slate into batches as proposed."""

        def done(made: "BatchProposal") -> None:
            told = self.tr("“{slate}” is parted into {count} batches.")
            self._tell(told.format(slate=slate, count=len(made.batches)), made.operation)
            then()

        self._parts.change(self, lambda: self._writes.apply(slate, size), done, failed)

    @staticmethod
    def _place(batch: BatchRow, numbers: Sequence[int], after: int) -> int:
        """Return the place from 1 among the contracts that are not moved."""
        place = 1
        for row in batch.contracts if after else ():
            place += row.number not in numbers
            if row.number == after:
                break
        return place

    def _leave(self, batch_id: str) -> None:
        """Choose another batch: nobody is to look for one that is about to go."""
        book = self._parts.book
        if book.batch is not None and book.batch.id == batch_id:
            others = [row.id for row in book.batches if row.id != batch_id]
            book.choose_batch(others[-1] if others else "")

    def _tell(self, sentence: str, operation: str, before: Done = None) -> None:
        if operation:
            self._parts.tell(self, sentence, operation, self._writes.undo, before=before)


def _stand_so(batch: BatchRow, numbers: Sequence[int], place: int | None) -> bool:
    """Tell whether the contracts stand there already."""
    held = [row.number for row in batch.contracts]
    others = [number for number in held if number not in numbers]
    at = len(others) if place is None else place - 1
    return held == [*others[:at], *numbers, *others[at:]]
