"""The lines of the column at the left as plain data: slates, batches, contracts."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from qhsign.domain.contract import ContractKind
from qhsign.services.contract_records import ContractRow, SlateRow
from qhsign.services.stage_records import BatchRow
from qhsign.ui.ceremony.ceremony_provider import CeremonyRows

LOOSE = ""
"""In the place of a batch's id: contracts in no batch."""


class LineKind(Enum):
    """What a line shows."""

    SLATE = "slate"
    APART = "apart"  # contracts on no slate, as if they were one
    BATCH = "batch"
    LOOSE = "loose"  # the heading of contracts in no batch
    CONTRACT = "contract"
    NOTHING = "nothing"  # a sentence where there is nothing to show


class Line(NamedTuple):
    """One line; ``batch_id`` is the batch a contract stands under.

    ``total`` and ``amounts`` (分 by currency) sum up what stands under a heading. A thousand lines
    are made anew with every change, so they are tuples.
    """

    kind: LineKind
    slate: SlateRow | None = None
    batch: BatchRow | None = None
    contract: ContractRow | None = None
    batch_id: str = LOOSE
    total: int = 0
    amounts: Mapping[str, int] = MappingProxyType({})
    findings: int = 0
    only_frameworks: bool = False
    """Whether every contract of the slate without an amount is a framework agreement."""

    @property
    def key(self) -> tuple[LineKind, str]:
        """What the line is known by when the lines are shown anew."""
        if self.contract is not None:
            return self.kind, str(self.contract.number)
        if self.batch is not None:
            return self.kind, self.batch.id
        return self.kind, self.slate.name if self.slate else ""

    @property
    def is_heading(self) -> bool:
        """Whether contracts stand under it."""
        return self.kind in {LineKind.BATCH, LineKind.LOOSE}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen by its name, its id and its number; ``slate`` "" is what is on none."""

    slate: str = ""
    batch: str = ""
    contract: int = 0

    def is_line(self, line: Line) -> bool:
        """Tell whether a line is the chosen slate, batch or contract."""
        if line.contract is not None:
            return line.contract.number == self.contract
        if line.batch is not None:
            return line.batch.id == self.batch
        if line.slate is not None:
            return line.slate.name == self.slate
        return line.kind is LineKind.APART and not self.slate


@dataclass(frozen=True, slots=True)
class Marks:
    """How many things look wrong: by slate, by batch's name, by contract's number."""

    slates: Mapping[str, int] = field(default_factory=dict)
    batches: Mapping[str, int] = field(default_factory=dict)
    contracts: Mapping[int, int] = field(default_factory=dict)


def lines_of(rows: CeremonyRows, chosen: str, marks: Marks) -> list[Line]:
    """Return the slates, and under them what the ``chosen`` one holds, batch by batch.

    "" chooses what is on no slate.
    """
    apart = [row for row in rows.contracts if not row.slates]
    lines = [
        Line(
            LineKind.SLATE,
            slate=slate,
            total=slate.contracts,
            amounts=slate.amounts,
            findings=marks.slates.get(slate.name, 0),
            only_frameworks=_only_frameworks(rows, slate),
        )
        for slate in rows.slates
    ]
    if apart and rows.slates:
        amounts = sums(apart)
        lines.append(Line(LineKind.APART, total=len(apart), amounts=amounts))
    shown = {row.number for row in rows.contracts if _is_on(row, chosen)}
    below = list(_parted(rows, shown, marks, chosen))
    if not below or not rows.slates:
        lines.append(Line(LineKind.NOTHING))
    return [*lines, *below]


def found_lines(
    rows: CeremonyRows, found: AbstractSet[int], marks: Marks, chosen: str
) -> list[Line]:
    """Return the contracts that were found, on whatever slate, under their batches."""
    headed = _parted(rows, found, marks, chosen, keep_empty=False)
    return list(headed) or [Line(LineKind.NOTHING)]


def sums(contracts: Sequence[ContractRow]) -> dict[str, int]:
    """Return the amounts of contracts added up, by currency."""
    added: dict[str, int] = {}
    for row in contracts:
        if row.amount is not None:
            added[row.amount.currency] = added.get(row.amount.currency, 0) + row.amount.fen
    return added


def _only_frameworks(rows: CeremonyRows, slate: SlateRow) -> bool:
    without = [
        row.kind for row in rows.contracts if row.amount is None and slate.name in row.slates
    ]
    return bool(without) and set(without) == {ContractKind.FRAMEWORK}


def _is_on(row: ContractRow, slate: str) -> bool:
    return slate in row.slates if slate else not row.slates


def _parted(
    rows: CeremonyRows,
    shown: AbstractSet[int],
    marks: Marks,
    chosen: str,
    *,
    keep_empty: bool = True,
) -> Iterator[Line]:
    """Give batches of the slate first, then others that hold contracts of it, then the rest."""
    own = [batch for batch in rows.batches if batch.slate == chosen and chosen]
    others = [batch for batch in rows.batches if not (chosen and batch.slate == chosen)]
    placed: set[int] = set()
    for batch in [*own, *others]:
        held = [row for row in batch.contracts if row.number in shown]
        placed.update(row.number for row in held)
        if held or (keep_empty and chosen and batch.slate == chosen):
            yield _heading(batch, held, marks)
            yield from _contracts(held, batch.id, marks)
    rest = [row for row in rows.contracts if row.number in shown and row.number not in placed]
    if rest:
        yield Line(LineKind.LOOSE, total=len(rest), amounts=sums(rest))
        yield from _contracts(rest, LOOSE, marks)


def _heading(batch: BatchRow, held: Sequence[ContractRow], marks: Marks) -> Line:
    return Line(
        LineKind.BATCH,
        batch=batch,
        batch_id=batch.id,
        total=len(held),
        amounts=sums(held),
        findings=marks.batches.get(batch.name, 0),
    )


def _contracts(held: Sequence[ContractRow], batch_id: str, marks: Marks) -> Iterator[Line]:
    for row in held:
        yield Line(
            LineKind.CONTRACT,
            contract=row,
            batch_id=batch_id,
            findings=marks.contracts.get(row.number, 0),
        )
