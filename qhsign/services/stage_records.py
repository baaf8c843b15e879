"""What the use cases of the ceremony hand out: frozen rows, safe to pass between threads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from qhsign.domain.batching import BatchState
from qhsign.services.contract_records import ContractRow


@dataclass(frozen=True, slots=True)
class StageFinding:
    """One thing that is not as it should be on stage, named where it happens.

    ``batch`` and ``contract`` are the batch's name and the contract's number, "" where none is
    meant. Nothing here keeps anything from being done.
    """

    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    batch: str = ""
    contract: str = ""


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch (批次) with its contracts from the first table on.

    ``starts`` is when it goes on stage: planned by staff where ``is_planned``, else estimated from
    the batches before it and the activity; None where nothing is known of the time.
    """

    id: str
    number: int
    name: str
    slate: str
    size_limit: int | None
    state: BatchState
    locked: bool
    starts: datetime | None
    is_planned: bool
    contracts: Sequence[ContractRow]
    guest_witnesses: str = ""
    host_witnesses: str = ""
    host_words: str = ""

    @property
    def amounts(self) -> dict[str, int]:
        """The sum in 分 by currency."""
        sums: dict[str, int] = {}
        for row in self.contracts:
            if row.amount is not None:
                sums[row.amount.currency] = sums.get(row.amount.currency, 0) + row.amount.fen
        return sums


@dataclass(frozen=True, slots=True)
class ProposedBatch:
    """A batch as it was proposed; ``is_kept`` is one that was locked or on stage."""

    name: str
    contracts: Sequence[ContractRow]
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class BatchProposal:
    """The batches proposed for a slate, and what could not be avoided.

    ``operation`` is what an undo takes back, "" where nothing was written.
    """

    batches: Sequence[ProposedBatch]
    findings: Sequence[StageFinding] = ()
    operation: str = ""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many records are as before, and how many stay for what was changed since."""

    undone: int
    kept: int
