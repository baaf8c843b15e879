"""Contracts (签约项目): listing, changing, approving."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.contract_entry import SIDES
from qhsign.domain.money import Amount, Qualifier, read_amount
from qhsign.domain.problems import ProblemForUser
from qhsign.services import contract_steps, contract_texts, events, reference, typed_values
from qhsign.services.contract_fields import CONTRACT_FIELDS, PARTY_FIELDS, PARTY_TICKS
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.services.desk import Desk
from qhsign.services.guests import organization
from qhsign.services.named_records import id_of
from qhsign.services.slates import find as find_slate
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import (
    Batch,
    Contract,
    Guest,
    Organization,
    Party,
    Slate,
    SlateEntry,
)

_FEW = 200


def list_contracts(desk: Desk, slate: str | None = None) -> list[ContractRow]:
    """Return the contracts in their order on a slate, or all by number.

    Raises ProblemForUser ``slate-unknown`` or ``slate-ambiguous``.
    """
    with desk.read() as session:
        if slate is None:
            chosen = list(session.scalars(select(Contract).order_by(Contract.number)))
        else:
            chosen = on_slate(session, find_slate(session, slate).id)
        return rows(session, chosen)


def on_slate(session: Session, slate: str) -> list[Contract]:
    """Return the contracts of a slate in the slate's order."""
    return list(
        session.scalars(
            select(Contract)
            .join(SlateEntry, SlateEntry.contract_id == Contract.id)
            .where(SlateEntry.slate_id == slate)
            .order_by(SlateEntry.position)
        )
    )


def by_number(session: Session, number: int) -> Contract:
    """Return the contract with this number. Raises ProblemForUser ``contract-unknown``."""
    contract = session.scalars(select(Contract).where(Contract.number == number)).one_or_none()
    if contract is None:
        raise ProblemForUser("contract-unknown", number=number)
    return contract


def set_contract(desk: Desk, number: int, values: Mapping[str, str]) -> ContractRow:
    """Change fields of a contract or, as ``乙.signatory=…``, of one of its parties.

    Texts for a certificate in two languages have the keys of `contract_texts`. A change of
    anything that a certificate prints withdraws the approval: what was approved is not what would
    be printed. The ``status`` goes one step of the life cycle, today and by the operator. Raises
    ProblemForUser ``field-unknown``, ``field-wrong``, ``party-missing``, ``batch-locked``,
    ``batch-fixed`` or what `contract_steps.step` raises; then nothing is changed.
    """
    with desk.write("contract set") as session:
        return set_in(session, desk, number, values)


def set_in(
    session: JournaledSession, desk: Desk, number: int, values: Mapping[str, str]
) -> ContractRow:
    """Do what `set_contract` says inside a session that is already open."""
    contract = by_number(session, number)
    before = rows(session, [contract, *_in_two_languages(session, but=contract)])
    # Texts come last: a new signatory takes the old one's away.
    for field, text in sorted(values.items(), key=lambda pair: contract_texts.is_text(pair[0])):
        if field == "status":
            _write_state(desk, session, contract, text.strip())
        else:
            _write(session, contract, field, text.strip())
    session.flush()
    withdraw_where_changed(session, before)
    session.flush()
    return rows(session, [contract])[0]


def _in_two_languages(session: Session, but: Contract) -> list[Contract]:
    """Return the other contracts that print a party's country, which the parties share."""
    query = select(Contract).where(Contract.language != "", Contract.id != but.id)
    return list(session.scalars(query))


def withdraw_where_changed(
    session: JournaledSession, before: Sequence[ContractRow]
) -> list[ContractRow]:
    """Withdraw the approval of contracts that would not print any more as they did ``before``.

    Returns the contracts that lost it.
    """
    held = {row.id: row for row in before if row.approved}
    now = rows(session, [session.get_one(Contract, contract) for contract in held])
    withdrawn = [row for row in now if row.printed != held[row.id].printed]
    for row in withdrawn:
        contract = session.get_one(Contract, row.id)
        contract.approved_at, contract.approved_by = None, ""
    return withdrawn


def approve(desk: Desk, contract_numbers: Sequence[int], by: str) -> list[ContractRow]:
    """Approve contracts (签批): their certificates may be printed and get their numbers for good.

    Raises ProblemForUser ``approver-missing``, ``contract-unknown`` or ``contract-incomplete``;
    then none is approved.
    """
    with desk.write("contract approve") as session:
        return approve_in(session, desk, contract_numbers, by)


def approve_in(
    session: JournaledSession, desk: Desk, contract_numbers: Sequence[int], by: str
) -> list[ContractRow]:
    """Do what `approve` says inside a session that is already open."""
    if not by.strip():
        raise ProblemForUser("approver-missing")
    edition = events.facts_in(session).edition
    approved = [by_number(session, number) for number in contract_numbers]
    for contract in approved:
        sides = session.scalar(
            select(func.count()).select_from(Party).where(Party.contract_id == contract.id)
        )
        if not sides or sides < 2:  # noqa: PLR2004 - nobody signs alone
            raise ProblemForUser(
                "contract-incomplete", number=f"{contract.number:04d}", title=contract.title
            )
        contract.approved_at, contract.approved_by = desk.now(), by.strip()
        if contract.certificate_number is None:
            # From the contract's own number: unique, never reused, and recognised by staff.
            contract.certificate_number = certificate_number(edition, contract.number)
    session.flush()
    return rows(session, approved)


def certificate_number(edition: int | None, number: int) -> str:
    """Return a certificate number such as ``QH25-QY-0001``."""
    return f"QH{edition or ''}-QY-{number:04d}"


def amount_of(contract: Contract | Row[Any]) -> Amount | None:
    """Return a contract's amount, None where it has none."""
    if contract.amount is None:
        return None
    return Amount(contract.amount, contract.currency, Qualifier(contract.qualifier))


def rows(session: Session, contracts: Sequence[Contract]) -> list[ContractRow]:
    """Return what is shown of contracts, in the order given."""
    # Of a few contracts not everything of all the others has to be read.
    few = [contract.id for contract in contracts] if len(contracts) <= _FEW else None
    return _rows(session, contracts, few)


def all_rows(session: Session) -> list[ContractRow]:
    """Return what is shown of every contract, by number.

    Columns alone are read: a thousand whole records would take twice as long.
    """
    return _rows(session, session.execute(select(*_SHOWN).order_by(Contract.number)).all(), None)


_SHOWN = (
    Contract.id, Contract.number, Contract.title, Contract.kind, Contract.amount,
    Contract.currency, Contract.qualifier, Contract.industry, Contract.region, Contract.mode,
    Contract.status, Contract.batch_id, Contract.approved_at, Contract.approved_by,
    Contract.certificate_number, Contract.language, Contract.agreed_on, Contract.agreed_by,
    Contract.signed_on, Contract.remark,
)  # fmt: skip
"""What a row takes of a contract itself."""


def _rows(
    session: Session, contracts: Iterable[Any], only: Sequence[str] | None
) -> list[ContractRow]:
    """Return the rows of contracts, or of their columns ``_SHOWN``; ``only`` of these ids."""
    parties: dict[str, list[PartyRow]] = {}
    with_countries = select(
        Party.contract_id, Party.side, Party.is_host, Party.organization, Party.signatory,
        Party.signatory_title, Party.signatory_id.is_not(None), Party.assistant, Party.witnesses,
        Organization.country, Party.id, Party.signatory_id, Party.authorised,
        Party.needs_authorisation, Party.substitute,
    ).outerjoin(Organization, Organization.id == Party.organization_id)  # fmt: skip
    named = select(SlateEntry.contract_id, Slate.name).join(Slate, Slate.id == SlateEntry.slate_id)
    if only is not None:
        with_countries = with_countries.where(Party.contract_id.in_(only))
        named = named.where(SlateEntry.contract_id.in_(only))
    # Columns in the order of the row: thousands of whole records would take thrice as long.
    for contract_id, *facts in session.execute(with_countries):
        parties.setdefault(contract_id, []).append(PartyRow(*facts))
    texts = contract_texts.by_contract(session)
    slates: dict[str, list[str]] = {}
    for contract_id, name in session.execute(named.order_by(Slate.name)):
        slates.setdefault(contract_id, []).append(name)
    funds = contract_steps.funds(session)
    batches = dict(session.execute(select(Batch.id, Batch.name)).all())
    return [
        ContractRow(
            id=contract.id,
            number=contract.number,
            title=contract.title,
            kind=contract.kind,
            amount=amount_of(contract),
            industry=contract.industry,
            region=contract.region,
            mode=contract.mode,
            status=contract.status,
            parties=sorted(parties.get(contract.id, ()), key=lambda party: SIDES.index(party.side)),
            slates=slates.get(contract.id, ()),
            batch=batches[contract.batch_id] if contract.batch_id else "",
            approved=contract.approved_at is not None,
            approved_by=contract.approved_by,
            certificate_number=contract.certificate_number,
            language=OtherLanguage(contract.language) if contract.language else None,
            texts=texts.get(contract.id, {}),
            agreed_on=contract.agreed_on,
            agreed_by=contract.agreed_by,
            signed_on=contract.signed_on,
            funds=funds.get(contract.id, {}),
            remark=contract.remark,
        )
        for contract in contracts
    ]


def _write_state(desk: Desk, session: JournaledSession, contract: Contract, text: str) -> None:
    state = CONTRACT_FIELDS["status"](text)
    if state is None:
        raise ProblemForUser("field-wrong", field="status", value=text)
    contract_steps.step(session, desk, contract, state, day=contract_steps.today(session, desk))


def _write(session: JournaledSession, contract: Contract, field: str, text: str) -> None:
    side, dot, part = field.partition(".")
    if side in SIDES and (not dot or part in PARTY_FIELDS):
        _write_party(session, contract, side, part or "organization", text)
    elif field == "amount":
        _write_amount(contract, text)
    elif field == "batch":
        move(session, contract, batch(session, text) if text else None)
    elif field == "slates":
        put_on_slates(session, contract, [name.strip() for name in text.split(",") if name.strip()])
    elif (key := contract_texts.read_key(field)) is not None:
        contract_texts.write(session, contract, key, text)
    elif field in CONTRACT_FIELDS:
        value = CONTRACT_FIELDS[field](text)
        if value is None:
            raise ProblemForUser("field-wrong", field=field, value=text)
        setattr(contract, field, value)
    else:
        known = [
            *CONTRACT_FIELDS,
            "amount",
            "batch",
            "slates",
            *(f"乙.{name}" for name in PARTY_FIELDS),
            *contract_texts.EXAMPLES,
        ]
        raise ProblemForUser("field-unknown", field=field, fields="、".join(known))


def _write_amount(contract: Contract, text: str) -> None:
    reading = read_amount(text)
    if reading.amount is None:
        if text and not reading.declared_none:
            raise ProblemForUser("field-wrong", field="amount", value=text)
        contract.amount = None
        return
    contract.amount = reading.amount.fen
    contract.currency = reading.amount.currency
    contract.qualifier = reading.amount.qualifier.value


def _write_party(
    session: JournaledSession, contract: Contract, side: str, part: str, text: str
) -> None:
    party = session.scalars(
        select(Party).where(Party.contract_id == contract.id, Party.side == side)
    ).one_or_none()
    if party is None:
        if part != "organization" or not text:
            raise ProblemForUser("party-missing", side=side)
        party = Party(
            contract_id=contract.id, side=side, organization=text, is_host=side == SIDES[0]
        )
        session.add(party)
    if part == "organization":
        if not text:
            raise ProblemForUser("field-wrong", field=side, value=text)
        party.organization, party.organization_id = text, organization(session, text)
    elif part == "host":
        _make_host(session, party)
    elif part == "country":
        _write_country(session, party, text)
    elif part in PARTY_TICKS:
        setattr(party, part, _tick(f"{side}.{part}", text))
    elif part == "signatory":
        if party.signatory != text:
            contract_texts.forget_signatory(session, contract.id, side)
            # A letter of authorisation names who signs.
            party.authorised = False
        party.signatory = text
        party.signatory_id = guest_named(session, text, party.organization)
    else:
        setattr(party, part, text)


def _tick(field: str, text: str) -> bool:
    try:
        return typed_values.yes_or_no(text)
    except ValueError:
        raise ProblemForUser("field-wrong", field=field, value=text) from None


def move(session: JournaledSession, contract: Contract, batch_id: str | None) -> None:
    """Put a contract at the end of a batch, or out of any.

    Raises ProblemForUser ``batch-fixed`` for a batch that is on stage or was, or a locked one.
    """
    if contract.batch_id == batch_id:
        return
    for each in filter(None, (contract.batch_id, batch_id)):
        check_open(session.get_one(Batch, each))
    contract.batch_id, contract.batch_position = batch_id, None


def check_open(held: Batch) -> None:
    """Make sure the contracts of a batch may change.

    Raises ProblemForUser ``batch-locked``, or ``batch-fixed`` for one that is on stage or was.
    """
    if held.locked:
        raise ProblemForUser("batch-locked", name=held.name)
    if held.state.is_fixed:
        raise ProblemForUser("batch-fixed", name=held.name)


def _write_country(session: JournaledSession, party: Party, text: str) -> None:
    """Keep the country of the party's organization, for every contract it signs."""
    code = reference.country_code(text) if text else None
    if text and code is None:
        raise ProblemForUser("field-wrong", field=f"{party.side}.country", value=text)
    if party.organization_id is None:
        party.organization_id = organization(session, party.organization)
    session.get_one(Organization, party.organization_id).country = code


def _make_host(session: JournaledSession, party: Party) -> None:
    for other in session.scalars(select(Party).where(Party.contract_id == party.contract_id)):
        other.is_host = other is party


def guest_named(session: Session, name: str, of_organization: str) -> str | None:
    """Return the guest a signatory's name means: the only one of that name, or of that side.

    Namesakes are told apart by the organization; where that does not decide, nobody is meant. A
    record joined into another is a name of that guest.
    """
    if not name:
        return None
    found = session.execute(
        select(Guest.id, Guest.joined_into, Guest.organization).where(Guest.full_name == name)
    ).all()
    bearers = {str(guest.joined_into or guest.id) for guest in found}
    if len(bearers) > 1:
        bearers = {
            str(guest.joined_into or guest.id)
            for guest in found
            if guest.organization == of_organization
        }
    return bearers.pop() if len(bearers) == 1 else None


def batch(session: JournaledSession, name: str) -> str:
    """Return the id of the batch of this name; it is made when new."""
    return id_of(session, Batch, {"name": name}, number=next_batch_number(session))


def next_batch_number(session: Session) -> int:
    """Return the number the next batch gets."""
    return (session.scalar(select(func.max(Batch.number))) or 0) + 1


def batch_name(session: Session, batch_id: str) -> str:
    """Return the name of a batch."""
    return session.get_one(Batch, batch_id).name


def put_on_slates(session: JournaledSession, contract: Contract, names: Sequence[str]) -> None:
    """Put a contract on exactly these slates, at their ends."""
    wanted = {find_slate(session, name).id for name in names}
    for entry in session.scalars(select(SlateEntry).where(SlateEntry.contract_id == contract.id)):
        if entry.slate_id in wanted:
            wanted.discard(entry.slate_id)
        else:
            session.delete(entry)
    for slate in sorted(wanted):
        session.add(
            SlateEntry(
                slate_id=slate, contract_id=contract.id, position=next_position(session, slate)
            )
        )
        session.flush()


def next_position(session: Session, slate: str) -> int:
    """Return the position after the last contract of a slate."""
    last = session.scalar(select(func.max(SlateEntry.position)).where(SlateEntry.slate_id == slate))
    return (last or 0) + 1
