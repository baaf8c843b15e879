"""What the contract use cases hand out: frozen rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode
from qhsign.domain.money import Amount


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One side of a contract (签约方)."""

    side: str
    is_host: bool
    organization: str
    signatory: str
    signatory_title: str
    is_guest: bool
    """Whether the signatory is a guest of the event."""
    assistant: str
    witnesses: str


@dataclass(frozen=True, slots=True)
class ContractRow:
    """One contract (签约项目); ``certificate_number`` is None before its first approval."""

    id: str
    number: int
    title: str
    kind: ContractKind
    amount: Amount | None
    industry: str
    region: str
    mode: SigningMode
    status: LifeCycle
    parties: Sequence[PartyRow]
    slates: Sequence[str]
    batch: str
    approved: bool
    approved_by: str
    certificate_number: str | None

    @property
    def label(self) -> str:
        """The number as people read it: four digits or more."""
        return f"{self.number:04d}"

    @property
    def printed(self) -> tuple[object, ...]:
        """What a certificate prints of the contract: when it changes, the approval is withdrawn."""
        parties = (
            (party.side, party.organization, party.signatory, party.signatory_title)
            for party in self.parties
        )
        return (self.title, self.kind, self.mode, self.industry, self.amount, *parties)


@dataclass(frozen=True, slots=True)
class SlateRow:
    """A slate with its computed totals beside the declared ones; amounts in 分 by currency.

    ``gap`` is computed less declared, in 分 of 人民币, None where nothing was declared.
    """

    name: str
    contracts: int
    amounts: Mapping[str, int]
    without_amount: int
    declared_contracts: int | None
    declared_amount: int | None
    gap: int | None
