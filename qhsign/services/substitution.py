"""Substitution (替补): somebody else signs for a party, in one action with all that follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.guest import Invitation
from qhsign.domain.problems import ProblemForUser
from qhsign.services import change_slip, contract_texts, contracts
from qhsign.services.batch_signing import SIGNED
from qhsign.services.change_slip import SlipLine
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.guests import by_number as guest_by_number
from qhsign.services.stage_cast import name_of_key, stranger_key
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, Contract, Guest, JournalEntry, Party, Substitution


@dataclass(frozen=True, slots=True)
class Substituted:
    """What a substitution did; ``slip`` is what has to be printed again.

    ``operation`` is what an undo takes back.
    """

    contract: ContractRow
    side: str
    replaced: str
    substitute: str
    slip: Sequence[SlipLine]
    operation: str


@dataclass(frozen=True, slots=True)
class PastSubstitution:
    """A substitution of the event; ``still_open`` is what was not printed again since.

    ``replaced`` is who was to sign before; ``operation`` is what an undo takes back.
    """

    contract: str
    side: str
    substitute: str
    approver: str
    at: datetime
    slip: Sequence[SlipLine]
    still_open: Sequence[SlipLine]
    replaced: str = ""
    title: str = ""
    operation: str = ""
    id: str = ""


def substitute(
    desk: Desk, number: int, side: str, guest_number: int, *, authorised: bool, approver: str
) -> Substituted:
    """Let a guest sign for a party in place of its signatory.

    The letter of authorisation (授权委托书) must have been seen, and somebody must have approved:
    an approved contract stays approved, by the one named. Names and posts in other languages go,
    as they are another person's.

    Raises ProblemForUser ``substitute-unauthorised``, ``substitute-approver-missing``,
    ``contract-unknown``, ``party-missing``, ``guest-unknown``, ``substitute-same``,
    ``substitute-signed`` or ``substitute-cancelled``; then nothing is changed.
    """
    if not authorised:
        raise ProblemForUser("substitute-unauthorised")
    if not approver.strip():
        raise ProblemForUser("substitute-approver-missing")
    with desk.write("substitute") as session:
        contract = contracts.by_number(session, number)
        party, guest = _party(session, contract, side), guest_by_number(session, guest_number)
        _check(session, contract, party, guest)
        replaced = party.signatory
        key = party.signatory_id or stranger_key(replaced, party.organization)
        slip = change_slip.wrong_by(session, contract, key, guest)
        _sign_instead(session, contract, party, guest)
        if contract.approved_at is not None:
            contract.approved_at, contract.approved_by = desk.now(), approver.strip()
        session.add(
            Substitution(
                party_id=party.id,
                replaced=key,
                substitute_id=guest.id,
                approver=approver.strip(),
                at=desk.now(),
                change_slip=[line.stored() for line in slip],
            )
        )
        session.flush()
        (row,) = contracts.rows(session, [contract])
        return Substituted(row, side, replaced, guest.full_name, slip, session.pen.operation)


def list_substitutions(desk: Desk) -> list[PastSubstitution]:
    """Return the substitutions of the event, the latest first, with what still has to be done."""
    query = (
        select(Substitution, Party.side, Contract.number, Contract.title, Guest.full_name)
        .join(Party, Party.id == Substitution.party_id)
        .join(Contract, Contract.id == Party.contract_id)
        .join(Guest, Guest.id == Substitution.substitute_id)
        .order_by(Substitution.at.desc(), Substitution.id.desc())
    )
    with desk.read() as session:
        found = []
        records = session.execute(query).all()
        replaced = _names(session, [record.replaced for record, *_ in records])
        operations = _operations(session, [record.id for record, *_ in records])
        for record, side, number, title, name in records:
            slip = [change_slip.read(line) for line in record.change_slip]
            found.append(
                PastSubstitution(
                    f"{number:04d}",
                    side,
                    name,
                    record.approver,
                    record.at,
                    slip,
                    [line for line in slip if change_slip.is_open(session, line)],
                    replaced[record.replaced],
                    title,
                    operations.get(record.id, ""),
                    record.id,
                )
            )
        return found


def _names(session: Session, keys: Sequence[str]) -> dict[str, str]:
    """Return the names of who was replaced, by the keys of plans."""
    query = select(Guest.id, Guest.full_name).where(Guest.id.in_(keys))
    guests = dict(session.execute(query).all())
    return {key: guests.get(key) or name_of_key(key) for key in keys}


def _operations(session: Session, records: Sequence[str]) -> dict[str, str]:
    """Return the operation that wrote each record of a substitution."""
    query = select(JournalEntry.entity_id, JournalEntry.operation).where(
        JournalEntry.entity_id.in_(records), JournalEntry.action == "substitute"
    )
    return dict(session.execute(query).all())


def _party(session: JournaledSession, contract: Contract, side: str) -> Party:
    query = select(Party).where(Party.contract_id == contract.id, Party.side == side)
    party = session.scalars(query).one_or_none()
    if party is None:
        raise ProblemForUser("party-missing", side=side)
    return party


def _check(session: JournaledSession, contract: Contract, party: Party, guest: Guest) -> None:
    batch = session.get(Batch, contract.batch_id) if contract.batch_id else None
    if batch is not None and batch.state in SIGNED:
        raise ProblemForUser("substitute-signed", number=f"{contract.number:04d}")
    if party.signatory_id == guest.id:
        raise ProblemForUser(
            "substitute-same",
            name=guest.full_name,
            number=f"{contract.number:04d}",
            side=party.side,
        )
    if guest.invitation in {Invitation.CANCELLED, Invitation.DECLINED}:
        raise ProblemForUser("substitute-cancelled", name=guest.full_name)


def _sign_instead(
    session: JournaledSession, contract: Contract, party: Party, guest: Guest
) -> None:
    contract_texts.forget_signatory(session, contract.id, party.side)
    party.signatory, party.signatory_id = guest.full_name, guest.id
    party.signatory_title = guest.title
    party.needs_authorisation = party.authorised = True
    if party.substitute == guest.full_name:
        party.substitute = ""
    session.flush()
