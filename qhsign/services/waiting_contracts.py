"""One contract on the 候场 board in full: its people with whom to call, its texts, its papers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import document, names
from qhsign.domain.contract import SigningMode
from qhsign.domain.guest import Invitation
from qhsign.domain.readiness import CertificateState, Light, Missing, Role, alarms_passed
from qhsign.domain.stage_terms import TextStep
from qhsign.services import (
    batch_times,
    certificate_versions,
    contracts,
    events,
    readiness,
    stage_cast,
    text_checks,
)
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.services.desk import Desk
from qhsign.services.liaison_phones import Liaison, liaisons_of
from qhsign.services.one_person import STANDING
from qhsign.services.presence import inside_at
from qhsign.services.readiness import Facts
from qhsign.services.stage_cast import CastContract, CastParty, CastPerson
from qhsign.store.schema import Batch, Guest, RemoteCheckIn, TextCheck


@dataclass(frozen=True, slots=True)
class WaitingPerson:
    """Somebody wanted on stage for a contract, and how to reach them.

    ``guest`` is the guest's id, "" for a name that is no guest; ``phone`` is masked; ``liaison``
    is who looks after them (联络员), ``liaison_phone`` their number, masked too. ``online`` is the
    record of an online check-in, "" for none; ``remote`` tells that this person signs from
    elsewhere (云签约).
    """

    role: Role
    side: str
    key: str
    name: str
    organization: str
    title: str
    guest: str
    number: str
    present: bool
    coming: bool
    remote: bool = False
    online: str = ""
    phone: str = ""
    liaison: str = ""
    liaison_phone: str = ""


@dataclass(frozen=True, slots=True)
class TextState:
    """A step of the texts: whether it is ticked, when and by whom."""

    step: TextStep
    done: bool
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class WaitingContract:
    """A contract before it goes on stage.

    ``texts`` are the steps its texts go through; ``version`` is that of the certificate printed
    last, None where none was.
    """

    row: ContractRow
    light: Light
    missing: Sequence[Missing]
    people: Sequence[WaitingPerson]
    texts: Sequence[TextState]
    certificate: CertificateState
    version: int | None


@dataclass(frozen=True, slots=True)
class StandIn:
    """A guest who might sign instead; ``named`` is who was named as the substitute (替补)."""

    number: int
    name: str
    organization: str
    title: str
    arrived: bool
    named: bool = False

    @property
    def label(self) -> str:
        """The number as people read it."""
        return f"{self.number:05d}"


def of_contract(desk: Desk, number: int, *, at: datetime | None = None) -> WaitingContract:
    """Return everything about one contract that waits. Raises ProblemForUser ``contract-unknown``.

    People are there by the rule of `readiness.board`.
    """
    moment = at or desk.now()
    with desk.read() as session:
        contract = contracts.by_number(session, number)
        batch = session.get(Batch, contract.batch_id) if contract.batch_id else None
        starts = batch_times.starts_of(session, batch) if batch else None
        cast = stage_cast.cast_of(session, [contract])
        facts = readiness.facts_of(session, batch, cast, moment, starts)
        (found,) = cast.contracts
        passed = alarms_passed(starts, moment, events.facts_in(session).alarms)
        judged = readiness.judged(found, facts, alarmed=bool(passed))
        last = certificate_versions.last_printed(session).get(contract.id)
        state = facts.certificates[contract.id]
        return WaitingContract(
            row=found.row,
            light=judged.light,
            missing=judged.missing,
            people=[*_people(session, found, facts)],
            texts=_texts(session, found.row),
            certificate=state,
            version=None if last is None or state is CertificateState.NONE else last.version,
        )


def stand_ins(desk: Desk, number: int, side: str) -> list[StandIn]:
    """Return who might sign for a party: the named substitute, then its people who have come.

    Its people are guests of the same organization; who signs already is left out. Raises
    ProblemForUser ``contract-unknown``.
    """
    with desk.read() as session:
        contract = contracts.by_number(session, number)
        (row,) = contracts.rows(session, [contract])
        party = next((each for each in row.parties if each.side == side), None)
        if party is None:
            return []
        batch = session.get(Batch, contract.batch_id) if contract.batch_id else None
        found = {guest.id: guest for guest in _candidates(session, party)}
        inside = inside_at(
            session,
            found,
            activity=readiness.activity_of(session, batch),
            at=desk.now(),
            since=readiness.midnight(desk.now(), events.facts_in(session).zone),
        )
        offered = [
            StandIn(
                guest.number,
                guest.full_name,
                guest.organization,
                guest.title,
                guest.id in inside,
                named=guest.full_name == party.substitute,
            )
            for guest in found.values()
        ]
        wanted = [each for each in offered if each.named or each.arrived]
        return sorted(wanted, key=lambda each: (not each.named, each.number))


def _candidates(session: Session, party: PartyRow) -> Iterator[Guest]:
    """Give the guests a party may choose among: of its organization, and the one it named."""
    key = names.normalized_organization(party.organization)
    wanted = Guest.full_name == party.substitute
    if party.signatory_id is not None:
        same = select(Guest.organization_id).where(Guest.id == party.signatory_id)
        wanted = wanted | Guest.organization_id.in_(same)
    query = select(Guest).where(STANDING, wanted | (Guest.organization == party.organization))
    for guest in session.scalars(query.order_by(Guest.number)):
        own = names.normalized_organization(guest.organization) == key
        named = bool(party.substitute) and guest.full_name == party.substitute
        gone = guest.invitation in {Invitation.CANCELLED, Invitation.DECLINED}
        if (own or named) and not gone and guest.id != party.signatory_id:
            yield guest


def _people(session: Session, contract: CastContract, facts: Facts) -> Iterator[WaitingPerson]:
    keys = [person.key for person in contract.people]
    phones, liaisons = _phones(session, keys), liaisons_of(session, keys)
    online = _online(session, [party.row.id for party in contract.parties], facts)
    remote = contract.row.mode is SigningMode.CLOUD
    for role in Role:
        for party in contract.parties:
            for person in _of_role(party, role):
                liaison = liaisons.get(person.key, Liaison(""))
                signs_from_elsewhere = remote and role is Role.SIGNATORY
                yield WaitingPerson(
                    role=role,
                    side=party.row.side,
                    key=person.key,
                    name=person.name,
                    organization=person.organization,
                    title=person.title,
                    guest=person.guest.id if person.guest else "",
                    number=person.guest.label if person.guest else "",
                    present=facts.is_present(party, person),
                    coming=person.guest is None or person.guest.is_coming,
                    remote=signs_from_elsewhere,
                    online=online.get((party.row.id, person.key), ""),
                    phone=document.mask_phone(phones.get(person.key, "")),
                    liaison=liaison.name,
                    liaison_phone=document.mask_phone(liaison.phone),
                )


def _of_role(party: CastParty, role: Role) -> Sequence[CastPerson]:
    if role is Role.SIGNATORY:
        return [party.signatory] if party.signatory else []
    return party.assistants if role is Role.ASSISTANT else party.witnesses


def _phones(session: Session, guests: Sequence[str]) -> Mapping[str, str]:
    return dict(session.execute(select(Guest.id, Guest.phone).where(Guest.id.in_(guests))).all())


def _online(
    session: Session, parties: Sequence[str], facts: Facts
) -> Mapping[tuple[str, str], str]:
    """Return the online check-ins that count, by party and person."""
    query = (
        select(RemoteCheckIn)
        .where(RemoteCheckIn.party_id.in_(parties), RemoteCheckIn.annulled_at.is_(None))
        .order_by(RemoteCheckIn.at)
    )
    found = {(seen.party_id, seen.person): seen.id for seen in session.scalars(query)}
    return {who: record for who, record in found.items() if who in facts.online}


def _texts(session: Session, row: ContractRow) -> list[TextState]:
    held = {
        TextStep(check.step): check
        for check in session.scalars(select(TextCheck).where(TextCheck.contract_id == row.id))
    }
    needless = text_checks.needless_of(row)
    return [
        TextState(step, step in held, held[step].at, held[step].by)
        if step in held
        else TextState(step, done=False)
        for step in TextStep
        if step not in needless
    ]
