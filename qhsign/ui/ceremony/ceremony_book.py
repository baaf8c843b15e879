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
        self._is_stale, self._is_reading, self._is_watched = True, False, False
        runner.changed.connect(self._look_again)

    @property
    def slate(self) -> SlateRow | None:
        """The chosen slate."""
        return next((row for row in self.rows.slates if row.name == self._slate), None)

    @property
    def batch(self) -> BatchRow | None:
        """The chosen batch; always one of the chosen slate's."""
        return next((row for row in self.rows.batches if row.id == self._batch), None)

    @property
    def contract(self) -> ContractRow | None:
        """The chosen contract."""
        return next((row for row in self.rows.contracts if row.number == self._contract), None)

    @property
    def batches(self) -> Sequence[BatchRow]:
        """The batches of the chosen slate in their order."""
        return [row for row in self.rows.batches if row.slate == self._slate]

    def watch(self, *, watched: bool) -> None:
        """Read when somebody looks; what changes while nobody does is read at the next look."""
        self._is_watched = watched
        self._read_if_wanted()

    def choose_slate(self, name: str) -> None:
        """Choose a slate, and the first of its batches."""
        if name == self._slate:
            return
        self._slate = name
        self.slate_chosen.emit()
        if all(row.id != self._batch for row in self.batches):
            self.choose_batch(self.batches[0].id if self.batches else "")

    def choose_batch(self, batch_id: str) -> None:
        """Choose a batch by its id; "" for none."""
        if batch_id == self._batch:
            return
        self._batch = batch_id
        found = self.batch
        if found is not None and found.slate != self._slate:
            self._slate = found.slate
            self.slate_chosen.emit()
        self.batch_chosen.emit()

    def choose_contract(self, number: int) -> None:
        """Choose a contract by its number; its batch comes with it. 0 for none."""
        if number == self._contract:
            return
        self._contract = number
        holding = next(
            (
                each.id
                for each in self.rows.batches
                if any(row.number == number for row in each.contracts)
            ),
            "",
        )
        if holding:
            self.choose_batch(holding)
        self.contract_chosen.emit()

    def _look_again(self, changes: frozenset[Changed]) -> None:
        if changes & _READ_AGAIN:
            self._is_stale = True
            self._read_if_wanted()

    def _read_if_wanted(self) -> None:
        if not (self._is_watched and self._is_stale) or self._is_reading:
            return
        self._is_stale, self._is_reading = False, True
        self._runner.start(
            Operation(self._provider.read, self._take, self, self._fail, pool=Pool.FILES)
        )

    def _take(self, rows: CeremonyRows) -> None:
        self._is_reading, self.is_loaded = False, True
        self.rows = rows
        self._keep_choices()
        self.read.emit()
        self._read_if_wanted()

    def _fail(self, problem: ProblemForUser) -> None:
        self._is_reading = False
        self.failed.emit(problem)

    def _keep_choices(self) -> None:
        """Let what is chosen be something that is still there."""
        rows = self.rows
        if self.slate is None:
            staged = [row.slate for row in rows.batches]
            first = rows.slates[0].name if rows.slates else ""
            self._slate = staged[0] if staged else first
            self.slate_chosen.emit()
        if self.batch is None or self.batch.slate != self._slate:
            self._batch = self.batches[0].id if self.batches else ""
            self.batch_chosen.emit()
        if self._contract and self.contract is None:
            self._contract = 0
            self.contract_chosen.emit()
