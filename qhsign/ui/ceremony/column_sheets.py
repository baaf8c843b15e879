"""The sheets that lie over the stage: contract, batch, slate, proposal, what is to be checked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qhsign.ui.ceremony.batch_work import BatchWork
from qhsign.ui.ceremony.ceremony_parts import CeremonyParts
from qhsign.ui.ceremony.contract_provider import ContractProvider
from qhsign.ui.ceremony.contract_work import ContractWork
from qhsign.ui.ceremony.finding_words import Found
from qhsign.ui.later import Later
from qhsign.ui.shared.page_over import PageOver

if TYPE_CHECKING:
    from qhsign.ui.ceremony.batch_sheet import BatchSheet
    from qhsign.ui.ceremony.contract_sheet import ContractSheet
    from qhsign.ui.ceremony.findings_sheet import FindingsSheet
    from qhsign.ui.ceremony.proposal_sheet import ProposalSheet
    from qhsign.ui.ceremony.slate_sheet import SlateSheet


class ColumnSheets(QObject):
    """Each is built when it is first asked for; one is open at a time.

    ``led`` carries the contract a finding leads to; ``closed`` tells that a sheet went away.
    """

    led = Signal(int)
    closed = Signal()

    def __init__(
        self,
        parts: CeremonyParts,
        provider: ContractProvider,
        work: ContractWork,
        batches: BatchWork,
        under: QWidget,
    ) -> None:
        super().__init__(under)
        self._parts, self._provider, self._under = parts, provider, under
        self._work, self._batches = work, batches
        self._awaited = 0
        self._found: Sequence[Found] = ()
        self._contract = Later(self._build_contract)
        self._batch, self._proposal = Later(self._build_batch), Later(self._build_proposal)
        self._findings, self._slate = Later(self._build_findings), Later(self._build_slate)
        parts.book.contract_chosen.connect(self._open_awaited)

    @property
    def contract(self) -> "ContractSheet":
        """One contract."""
        return self._contract()

    @property
    def batch(self) -> "BatchSheet":
        """One batch."""
        return self._batch()

    @property
    def slate(self) -> "SlateSheet":
        """One slate."""
        return self._slate()

    @property
    def proposal(self) -> "ProposalSheet":
        """The proposal of batches."""
        return self._proposal()

    @property
    def findings(self) -> "FindingsSheet":
        """What is to be checked."""
        return self._findings()

    @property
    def front(self) -> PageOver | None:
        """The sheet that is open."""
        built: Sequence[Later[PageOver]] = (
            self._contract, self._batch, self._slate, self._proposal, self._findings,
        )  # fmt: skip
        return next((each() for each in built if each.is_built and each().is_open), None)

    def open_contract(self) -> None:
        """Open the chosen contract."""
        self.put_away(but=self.contract)
        self.contract.open()

    def open_when_read(self, number: int) -> None:
        """Open a contract as soon as it is read and chosen."""
        self._awaited = number
        self._open_awaited()

    def open_batch(self) -> None:
        """Open the chosen batch."""
        self.put_away(but=self.batch)
        self.batch.open()

    def open_slate(self) -> None:
        """Open the chosen slate."""
        self.put_away(but=self.slate)
        self.slate.open()

    def propose(self) -> None:
        """Propose batches for the chosen slate."""
        self.put_away(but=self.proposal)
        self.proposal.open()

    def show_findings(self, found: Sequence[Found], slate: str) -> None:
        """Show what looks wrong, of one slate first."""
        self.put_away(but=self.findings)
        self.findings.show_found(found)
        self.findings.open_for(slate)

    def take_findings(self, found: Sequence[Found]) -> None:
        """Take over what looks wrong now."""
        self._found = found
        if self._contract.is_built:
            self.contract.show_found(found)
        if self._findings.is_built:
            self.findings.show_found(found)

    def put_away(self, but: PageOver | None = None) -> None:
        """Give the stage back."""
        front = self.front
        if front is not None and front is not but:
            front.put_away()

    def _open_awaited(self) -> None:
        row = self._parts.book.contract
        if self._awaited and row is not None and row.number == self._awaited:
            self._awaited = 0
            self.open_contract()

    def _build_contract(self) -> "ContractSheet":
        from qhsign.ui.ceremony.contract_sheet import ContractSheet

        made = ContractSheet(self._parts, self._work, self._provider.signer, self._under)
        made.show_found(self._found)
        made.closed.connect(self.closed)
        return made

    def _build_batch(self) -> "BatchSheet":
        from qhsign.ui.ceremony.batch_sheet import BatchSheet

        made = BatchSheet(self._parts, self._batches, self._under)
        made.closed.connect(self.closed)
        return made

    def _build_slate(self) -> "SlateSheet":
        from qhsign.ui.ceremony.slate_sheet import SlateSheet

        made = SlateSheet(self._parts, self._work, self._under)
        made.closed.connect(self.closed)
        return made

    def _build_proposal(self) -> "ProposalSheet":
        from qhsign.ui.ceremony.proposal_sheet import ProposalSheet

        made = ProposalSheet(self._parts, self._provider.reads, self._batches, self._under)
        made.closed.connect(self.closed)
        return made

    def _build_findings(self) -> "FindingsSheet":
        from qhsign.ui.ceremony.findings_sheet import FindingsSheet

        made = FindingsSheet(self._parts, self._under)
        made.led.connect(self.led)
        made.closed.connect(self.closed)
        return made
