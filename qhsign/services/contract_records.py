"""What the contract use cases hand out: frozen rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qhsign.domain.alternat import OtherLanguage
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
    country: str | None = None
    """ISO 3166, where the organization's is known."""
    id: str = ""
    signatory_id: str | None = None
    """The guest who signs."""
    authorised: bool = False
    """Whether the letter of authorisation (授权委托书) was seen."""
    needs_authorisation: bool = False
    substitute: str = ""
    """Who would sign instead (替补), as lists name them."""


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
    language: OtherLanguage | None = None
    """The language the certificate carries beside Chinese."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Texts for it by the keys that set them: ``title_ky``, ``乙.organization_ky``."""
    agreed_on: date | None = None
    """When it was agreed to (同意签约), and by whom."""
    agreed_by: str = ""
    signed_on: date | None = None
    funds: Mapping[str, int] = field(default_factory=dict)
    """Funds in place, in 分 by currency."""
    remark: str = ""

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
        whole = (self.title, self.kind, self.mode, self.industry, self.amount, *parties)
        return (*whole, *self._printed_in_two_languages)

    @property
    def _printed_in_two_languages(self) -> tuple[object, ...]:
        if self.language is None:
            return ()
        texts = (
            (key, text)
            for key, text in sorted(self.texts.items())
            if key == "guest_title" or key.endswith(f"_{self.language}")
        )
        order = ((party.country, party.is_host) for party in self.parties)
        return (self.language, *texts, *order)


@dataclass(frozen=True, slots=True)
class FindableContract:
    """A contract with the text that ``domain.search.matcher`` is run against."""

    row: ContractRow
    search_text: str


@dataclass(frozen=True, slots=True)
class SlateRow:
    """A slate with its computed totals beside the declared ones; amounts in 分 by currency.

    ``gap`` is computed less declared, in 分 of 人民币, None where nothing was declared.
    ``activity`` is the name of its occasion, "" for none, and ``day`` that of its ceremony.
    """

    name: str
    contracts: int
    amounts: Mapping[str, int]
    without_amount: int
    declared_contracts: int | None
    declared_amount: int | None
    gap: int | None
    activity: str = ""
    activity_id: str = ""
    day: date | None = None
