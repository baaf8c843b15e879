"""What the parts of the screen look at together: the rows, and what is chosen among them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from qhsign.background.operation import Changed, Operation, Pool
from qhsign.background.runner import Runner
from qhsign.domain.problems import ProblemForUser
from qhsign.services.contract_records import ContractRow, SlateRow
from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.ceremony_provider import CeremonyProvider, CeremonyRows

_READ_AGAIN = frozenset({Changed.CONTRACTS, Changed.GUESTS, Changed.ACTIVITIES, Changed.SETTINGS})


class CeremonyBook(QObject):
    """Reads off the data worker, so that no scan waits, and again after changes while looked at.

    Rows that did not change stay the objects they were.

    ``read`` is emitted with new rows; ``slate_chosen``, ``batch_chosen`` and ``contract_chosen``
    when another one is chosen, by whatever part. ``failed`` carries a ProblemForUser.
    """

    read = Signal()
    slate_chosen = Signal()
    batch_chosen = Signal()
    contract_chosen = Signal()
    failed = Signal(object)

    def __init__(
        self, runner: Runner, provider: CeremonyProvider, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._provider = runner, provider
        self.rows = CeremonyRows()
        self.is_loaded = False
        self._slate, self._batch, self._contract = "", "", 0
        self._is_apart = False
        self._wanted: tuple[str, str, int] = ("", "", 0)
        self._is_stale, self._is_reading, self._is_watched = True, False, False
        runner.changed.connect(self._look_again)

    @property
    def slate(self) -> SlateRow | None:
        """The chosen slate."""
        return next((row for row in self.rows.slates if row.name == self._slate), None)

    @property
    def is_apart(self) -> bool:
        """Whether what is on no slate is chosen."""
        return self._is_apart and any(not row.slates for row in self.rows.contracts)

    @property
    def batch(self) -> BatchRow | None:
        """The chosen batch: one of the chosen slate's, or one that holds contracts of it."""
        return next((row for row in self.rows.batches if row.id == self._batch), None)

    @property
    def contract(self) -> ContractRow | None:
        """The chosen contract."""
        return next((row for row in self.rows.contracts if row.number == self._contract), None)

    @property
    def batches(self) -> Sequence[BatchRow]:
        """The batches of the chosen slate in their order.

        A slate without batches of its own has those that hold contracts of it.
        """
        own = [row for row in self.rows.batches if row.slate == self._slate and self._slate]
        return own or [row for row in self.rows.batches if self._holds(row)]

    def watch(self, *, watched: bool) -> None:
        """Read when somebody looks; what changes while nobody does is read at the next look."""
        self._is_watched = watched
        self._read_if_wanted()

    def choose_slate(self, name: str) -> None:
        """Choose a slate, and the first of its batches; "" chooses what is on no slate."""
        if name == self._slate and self._is_apart == (not name):
            return
        self._slate, self._is_apart = name, not name
        self.slate_chosen.emit()
        if all(row.id != self._batch for row in self.batches):
            self.choose_batch(self.batches[0].id if self.batches else "")

    def choose_batch(self, batch_id: str) -> None:
        """Choose a batch by its id; "" for none. The slate changes where it must."""
        if batch_id == self._batch:
            return
        self._batch = batch_id
        found = self.batch
        if found is not None and found.slate != self._slate and not self._holds(found):
            on = [name for row in found.contracts for name in row.slates]
            self._turn_to(found.slate or (on[0] if on else ""))
        self.batch_chosen.emit()

    def choose_contract(self, number: int) -> None:
        """Choose a contract by its number; its batch comes with it. 0 for none.

        The slate stays where the contract is on it.
        """
        if number == self._contract:
            return
        self._contract = number
        found = self.contract
        held = (e for e in self.rows.batches if any(row.number == number for row in e.contracts))
        batch = next(held, None)
        if found is not None and not self._has(found):
            first = found.slates[0] if found.slates else ""
            self._turn_to(batch.slate if batch and batch.slate in found.slates else first)
        if batch is not None:
            self.choose_batch(batch.id)
        self.contract_chosen.emit()

    def want_slate(self, name: str) -> None:
        """Choose a slate once it has been read."""
        self._wanted = (name, "", 0)

    def want_batch(self, batch_id: str) -> None:
        """Choose a batch once it has been read."""
        self._wanted = ("", batch_id, 0)

    def want_contract(self, number: int) -> None:
        """Choose a contract, once it has been read if it is not there yet."""
        if any(row.number == number for row in self.rows.contracts):
            self.choose_contract(number)
        else:
            self._wanted = ("", "", number)

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _READ_AGAIN:
            self._is_stale = True
            self._read_if_wanted()

    def _read_if_wanted(self) -> None:
        if not (self._is_watched and self._is_stale) or self._is_reading:
            return
        self._is_stale, self._is_reading = False, True
        before, read = self.rows, self._provider.read
        self._runner.start(
            Operation(lambda: read().keeping(before), self._take, self, self._fail, pool=Pool.FILES)
        )

    def _take(self, rows: CeremonyRows) -> None:
        self._is_reading, self.is_loaded = False, True
        self.rows = rows
        self._keep_choices()
        self._take_wanted()
        self.read.emit()
        self._read_if_wanted()

    def _fail(self, problem: ProblemForUser) -> None:
        self._is_reading = False
        self.failed.emit(problem)

    def _keep_choices(self) -> None:
        """Let what is chosen be something that is still there."""
        rows = self.rows
        if self.slate is None and not self.is_apart:
            staged = [row.slate for row in rows.batches]
            first = rows.slates[0].name if rows.slates else ""
            self._slate, self._is_apart = staged[0] if staged else first, False
            self.slate_chosen.emit()
        batch = self.batch
        if batch is None or (batch.slate != self._slate and not self._holds(batch)):
            self._batch = self.batches[0].id if self.batches else ""
            self.batch_chosen.emit()
        if self._contract and self.contract is None:
            self._contract = 0
            self.contract_chosen.emit()

    def _turn_to(self, slate: str) -> None:
        self._slate, self._is_apart = slate, not slate
        self.slate_chosen.emit()

    def _has(self, row: ContractRow) -> bool:
        """Tell whether a contract is on the chosen slate, or on none where that is chosen."""
        return self._slate in row.slates if self._slate else not row.slates

    def _holds(self, batch: BatchRow) -> bool:
        return any(self._has(row) for row in batch.contracts)

    def _take_wanted(self) -> None:
        """Choose what was waited for, if it has come."""
        slate, batch, contract = self._wanted
        if slate and any(row.name == slate for row in self.rows.slates):
            self._wanted = ("", "", 0)
            self.choose_slate(slate)
        elif batch and any(row.id == batch for row in self.rows.batches):
            self._wanted = ("", "", 0)
            self.choose_batch(batch)
        elif contract and any(row.number == contract for row in self.rows.contracts):
            self._wanted = ("", "", 0)
            self.choose_contract(contract)
