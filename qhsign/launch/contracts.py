"""What the contracts of the ceremony are given of one open event."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qhsign.ui.ceremony.contract_provider import (
    ColumnFindings,
    ContractProvider,
    ReadContracts,
    WriteBatches,
    WriteContracts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from qhsign.launch.second_reader import SecondReader
    from qhsign.services.batches import Arranged
    from qhsign.services.desk import Desk
    from qhsign.services.stage_records import BatchProposal


def contract_provider(opened: "Desk", reader: "SecondReader") -> ContractProvider:
    """Give the use cases of contracts, slates and batches; loaded when first asked for."""
    return ContractProvider(
        _reads(reader), _writes(opened), _batches(opened), signer=lambda: opened.who
    )


def _reads(reader: "SecondReader") -> ReadContracts:
    def search_texts() -> Mapping[int, str]:
        from qhsign.services.contract_search import findable_contracts

        found = findable_contracts(reader.desk())
        return {each.row.number: each.search_text for each in found}

    def findings() -> ColumnFindings:
        from qhsign.services import ceremony_findings

        return ColumnFindings(*ceremony_findings.read(reader.desk()))

    def propose(slate: str, size: int) -> "BatchProposal":
        from qhsign.services import batch_proposals

        return batch_proposals.propose(reader.desk(), slate, size)

    return ReadContracts(search_texts, findings, propose)


def _writes(opened: "Desk") -> WriteContracts:
    def does(name: str) -> "Callable[..., Any]":
        def work(*given: object) -> Any:
            from qhsign.services import contract_edits

            return getattr(contract_edits, name)(opened, *given)

        return work

    return WriteContracts(
        add=does("add"),
        change=does("change"),
        put_on_slates=does("put_on_slates"),
        remove_party=does("remove_party"),
        approve=does("approve"),
        withdraw_approval=does("withdraw_approval"),
        agree=does("agree"),
        disagree=does("disagree"),
        add_slate=does("add_slate"),
        set_slate=does("set_slate"),
        undo=does("undo"),
        undo_screening=does("undo_screening"),
    )


def _batches(opened: "Desk") -> WriteBatches:
    def add(slate: str) -> "Arranged":
        from qhsign.services import batch_edits

        return batch_edits.add(opened, slate)

    def remove(batch: str) -> str:
        from qhsign.services import batch_edits

        return batch_edits.remove(opened, batch)

    def change(batch: str, values: Mapping[str, str]) -> "Arranged":
        from qhsign.services import batches

        return batches.set_batch(opened, batch, values)

    def lock(batch: str, locked: bool) -> "Arranged":  # noqa: FBT001 - a provider's plain function
        from qhsign.services import batches

        return batches.lock(opened, batch, locked=locked)

    def put(numbers: Sequence[int], batch: str, place: int | None) -> str:
        from qhsign.services import batch_edits

        return batch_edits.put(opened, numbers, batch, place)

    def place(batch: int, at: int) -> "Arranged":
        from qhsign.services import batch_edits

        return batch_edits.place(opened, str(batch), at)

    def apply(slate: str, size: int) -> "BatchProposal":
        from qhsign.services import batch_proposals

        return batch_proposals.apply(opened, slate, size)

    def undo(operation: str) -> int:
        from qhsign.services import batches

        return batches.undo(opened, operation).kept

    return WriteBatches(add, remove, change, lock, put, place, apply, undo)
