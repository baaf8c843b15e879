"""What the contracts of the ceremony are given: plain functions, filled in by ``launch``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.services.batches import Arranged
    from qhsign.services.contract_edits import ContractEdited
    from qhsign.services.contract_findings import SlateFindings
    from qhsign.services.stage_records import BatchProposal, StageFinding


@dataclass(frozen=True, slots=True)
class ColumnFindings:
    """What looks wrong: of slates and their contracts, and of batches."""

    slates: "Sequence[SlateFindings]" = ()
    batches: "Sequence[StageFinding]" = ()


@dataclass(frozen=True, slots=True)
class ReadContracts:
    """Reads beside the scans: ``search_texts`` gives what each number is found by."""

    search_texts: Callable[[], Mapping[int, str]]
    findings: Callable[[], ColumnFindings]
    propose: "Callable[[str, int], BatchProposal]"


@dataclass(frozen=True, slots=True)
class WriteContracts:
    """Changes of contracts and slates; each gives the operation that ``undo`` takes back.

    ``undo`` and ``undo_screening`` give how many records stay changed.
    """

    add: "Callable[[str, str], ContractEdited]"
    change: "Callable[[int, Mapping[str, str]], ContractEdited]"
    put_on_slates: "Callable[[int, Sequence[str]], ContractEdited]"
    remove_party: "Callable[[int, str], ContractEdited]"
    approve: "Callable[[Sequence[int], str], ContractEdited]"
    withdraw_approval: "Callable[[int], ContractEdited]"
    agree: "Callable[[Sequence[int], str], ContractEdited]"
    disagree: "Callable[[Sequence[int], str], ContractEdited]"
    add_slate: "Callable[[str], ContractEdited]"
    set_slate: "Callable[[str, Mapping[str, str]], ContractEdited]"
    undo: Callable[[str], int]
    undo_screening: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class WriteBatches:
    """Changes of batches; ``undo`` takes back the operation each gives, as that of contracts."""

    add: "Callable[[str], Arranged]"
    remove: Callable[[str], str]
    change: "Callable[[str, Mapping[str, str]], Arranged]"
    lock: "Callable[[str, bool], Arranged]"
    put: Callable[[Sequence[int], str, int | None], str]
    apply: "Callable[[str, int], BatchProposal]"
    undo: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class ContractProvider:
    """``signer`` names who works here, for screening and approval."""

    reads: ReadContracts
    writes: WriteContracts
    batches: WriteBatches
    signer: Callable[[], str] = field(default=str)
