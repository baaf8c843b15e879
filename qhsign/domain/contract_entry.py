"""One contract as a list gives it."""

from dataclasses import dataclass

from qhsign.domain.amount import Amount
from qhsign.domain.contract import ContractKind, LifeCycle, SigningMode
from qhsign.domain.names import normalized_organization

SIDES = tuple("甲乙丙丁戊己庚辛")
"""The words of a contract's sides, in order."""


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """One side (甲, 乙, 丙 …), its organization and who signs for it."""

    side: str
    organization: str
    signatory: str = ""
    signatory_title: str = ""


@dataclass(frozen=True, slots=True)
class ContractEntry:
    """A contract read from a list; "" and None mean that the list does not say.

    ``declared_none`` is True where the list says that there is no amount (—, 框架), and then
    ``amount`` is None. Parties stand in the order of their sides.
    """

    row: int
    title: str
    number: str = ""
    kind: ContractKind | None = None
    amount: Amount | None = None
    declared_none: bool = False
    parties: tuple[PartyEntry, ...] = ()
    industry: str = ""
    region: str = ""
    batch: str = ""
    mode: SigningMode | None = None
    slate: str = ""
    status: LifeCycle | None = None
    witness: str = ""
    remark: str = ""

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        """What the contract is known by without a number: title and set of parties."""
        parties = (normalized_organization(party.organization) for party in self.parties)
        return normalized_organization(self.title), frozenset(filter(None, parties))
