"""Writing the planned contracts, slates and batches of a demonstration event, all approved."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from qhsign.domain.money import Qualifier, decimal_string
from qhsign.services import contract_texts
from qhsign.services.contracts import certificate_number
from qhsign.services.demonstration_facts import fen_of_yi, table
from qhsign.services.demonstration_organizations import Organizations
from qhsign.services.demonstration_slates import PlannedContract
from qhsign.store import numbers
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import (
    Activity,
    Batch,
    Contract,
    ContractText,
    Event,
    Party,
    Slate,
    SlateEntry,
)

_SIDES_WITH_ASSISTANTS = "甲乙"


def add_slates(
    session: JournaledSession, activities: Mapping[str, Activity], start: date
) -> dict[str, Slate]:
    """Make the four slates with the figures published of them."""
    made = {}
    for published in table("fair25")["slates"]:
        activity = activities.get(published.get("activity", ""))
        made[published["name"]] = Slate(
            name=published["name"],
            declared_contracts=published["contracts"],
            declared_amount=fen_of_yi(published["amount_yi"]),
            activity_id=activity.id if activity else None,
            day=start if "day" in published else None,
        )
    name = table("contracts")["without_amount_slate"]
    made[name] = Slate(
        name=name, declared_contracts=len(table("fair25")["contracts_without_amount"])
    )
    session.add_all(made.values())
    return made


def name_parties(planned: Sequence[PlannedContract], organizations: Organizations) -> None:
    """Make the organizations that sign, with the aliases the reports give them."""
    for contract in planned:
        for party in contract.parties:
            organizations.organization(
                party.organization, kind=party.kind, country=party.country, aliases=party.aliases
            )


def add_contracts(
    session: JournaledSession,
    planned: Sequence[PlannedContract],
    *,
    event: Event,
    slates: Mapping[str, Slate],
    organizations: Organizations,
    assistants: Sequence[str],
    now: datetime,
) -> None:
    """Write the contracts as ``contracts.approve`` would leave them.

    ``assistants`` are names for the assistants of the contracts signed in batches, in turn; the
    signatories who are guests must be written already.
    """
    key_slate = next(iter(slates.values()))
    batches = {
        name: Batch(name=name, number=place + 1, slate_id=key_slate.id, position=place)
        for place, name in enumerate(table("contracts")["batches"])
    }
    session.add_all(batches.values())
    session.flush()
    positions = dict.fromkeys(slates, 0)
    helping = iter(assistants)
    records: list[Contract] = []
    dependent: list[Party | SlateEntry | ContractText] = []
    taken = numbers.take(session, "contract", len(planned))
    for number, plan in zip(taken, planned, strict=True):
        contract = Contract(
            number=number,
            title=plan.title,
            kind=plan.kind,
            amount=plan.fen,
            currency="CNY",
            qualifier=Qualifier.EXACT.value,
            industry=plan.industry,
            region=plan.region,
            mode=plan.mode,
            batch_id=batches[plan.batch].id if plan.batch else None,
            batch_position=number if plan.batch else None,
            approved_at=now,
            approved_by=table("contracts")["approver"],
            certificate_number=certificate_number(event.edition, number),
            remark=plan.remark,
            language=plan.language,
        )
        records.append(contract)
        for party in plan.parties:
            organization = organizations.organization(party.organization, kind=party.kind)
            helped = plan.batch and party.side in _SIDES_WITH_ASSISTANTS
            dependent.append(
                Party(
                    contract_id=contract.id,
                    side=party.side,
                    is_host=party.side == "甲",
                    organization=party.organization,
                    organization_id=organization.id,
                    signatory=party.signatory.person.full_name,
                    signatory_id=party.signatory.guest_id,
                    signatory_title=party.signatory.title,
                    assistant=next(helping, "") if helped else "",
                )
            )
        dependent += _texts(contract, plan)
        for slate in plan.slates:
            positions[slate] += 1
            dependent.append(
                SlateEntry(
                    slate_id=slates[slate].id, contract_id=contract.id, position=positions[slate]
                )
            )
    session.add_all(records)
    session.flush()
    session.add_all(dependent)
    session.flush()


def _texts(contract: Contract, plan: PlannedContract) -> Iterator[ContractText]:
    for name, text in plan.texts.items():
        key = contract_texts.read_key(name)
        if key is None:
            raise ValueError(f"no text of a contract is called {name}")
        yield ContractText(
            contract_id=contract.id,
            side=key.side,
            field=key.field,
            language=key.language,
            text=text,
        )


def slate_counts(planned: Sequence[PlannedContract]) -> dict[str, dict[str, object]]:
    """Return each slate's number of contracts and amount in 元, None where none has one."""
    counts: dict[str, dict[str, object]] = {}
    for name in dict.fromkeys(slate for contract in planned for slate in contract.slates):
        amounts = [contract.fen for contract in planned if name in contract.slates]
        given = [fen for fen in amounts if fen is not None]
        counts[name] = {
            "contracts": len(amounts),
            "amount": decimal_string(sum(given)) if given else None,
        }
    return counts
