"""The 候场 board: what is still missing of each contract before it goes on stage."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import readiness
from qhsign.domain.contract import SigningMode
from qhsign.domain.readiness import (
    CertificateState,
    ContractFacts,
    Light,
    Missing,
    Readiness,
    Role,
    Wanted,
)
from qhsign.domain.stage_papers import TextStep
from qhsign.services import (
    batches,
    certificate_versions,
    events,
    presence,
    remote_check_ins,
    stage_cast,
    stage_plans,
    text_checks,
)
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.print_ledger import DONE
from qhsign.services.stage_cast import Cast, CastContract, CastParty, CastPerson
from qhsign.services.stage_records import BatchRow
from qhsign.store.schema import Batch, PrintItem, Slate


@dataclass(frozen=True, slots=True)
class ReadyContract:
    """One contract on the board; ``table`` is its place in the batch.

    ``arrived`` of ``signatories`` are there; ``texts_done`` of ``texts`` steps are ticked.
    """

    row: ContractRow
    table: int
    light: Light
    missing: Sequence[Missing]
    arrived: int
    signatories: int
    texts_done: int
    texts: int
    certificate: CertificateState


@dataclass(frozen=True, slots=True)
class ReadyBatch:
    """One batch on the board: which alarms went off by ``at``, and its contracts in order.

    ``witnesses_absent`` are guests who stand behind all tables and are not there yet.
    """

    batch: BatchRow
    at: datetime
    alarms: Sequence[int]
    alarms_passed: Sequence[int]
    contracts: Sequence[ReadyContract]
    witnesses_absent: Sequence[str] = ()

    def count(self, light: Light) -> int:
        """Return how many contracts show a light."""
        return sum(contract.light is light for contract in self.contracts)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a batch at a moment: who is there, and how far the papers are."""

    cast: Cast
    inside: frozenset[str]
    online: frozenset[tuple[str, str]]
    done: Mapping[str, frozenset[TextStep]]
    certificates: Mapping[str, CertificateState]

    def is_present(self, party: CastParty, person: CastPerson) -> bool:
        """Tell whether somebody is at the venue or, to sign from elsewhere, online."""
        return person.key in self.inside or (party.row.id, person.key) in self.online


def board(desk: Desk, batch: str | None = None, *, at: datetime | None = None) -> list[ReadyBatch]:
    """Return how ready a batch is at a moment, or every batch, in their order.

    People are at the venue when they were let in at the activity of the batch's slate, on the day
    of the batch, and did not leave again; without such an activity, at any.
    Raises ProblemForUser ``batch-unknown`` or ``batch-ambiguous``.
    """
    moment = at or desk.now()
    with desk.read() as session:
        chosen = [batches.find(session, batch)] if batch else batches.in_order(session)
        rows = {row.id: row for row in batches.rows(session, chosen)}
        shown = [each for each in chosen if batch or rows[each.id].contracts]
        return [_of_batch(session, each, rows[each.id], moment) for each in shown]


def facts_of(
    session: Session, batch: Batch, cast: Cast, at: datetime, starts: datetime | None
) -> Facts:
    """Return what is known of a batch's people and papers at a moment."""
    slate = session.get(Slate, batch.slate_id) if batch.slate_id else None
    people = {person.key for contract in cast.contracts for person in contract.people}
    for standing in stage_cast.witnesses_of(cast, batch).values():
        people.update(person.key for person in standing)
    ids = [contract.row.id for contract in cast.contracts]
    parties = [party.row.id for contract in cast.contracts for party in contract.parties]
    return Facts(
        cast,
        frozenset(
            presence.inside_at(
                session,
                people,
                activity=slate.activity_id if slate else None,
                at=at,
                since=_midnight(session, starts or at),
            )
        ),
        frozenset(remote_check_ins.online_at(session, parties, at)),
        text_checks.done_of(session, ids),
        certificates_of(session, [contract.row for contract in cast.contracts]),
    )


def judged(contract: CastContract, facts: Facts, *, alarmed: bool) -> Readiness:
    """Return how ready one contract is."""
    row = contract.row
    return readiness.judge(
        ContractFacts(
            parties=len(row.parties),
            wanted=[*_wanted(contract, facts)],
            done=facts.done.get(row.id, frozenset()),
            needless=text_checks.needless_of(row),
            certificate=facts.certificates[row.id],
            unauthorised=[
                party.side
                for party in row.parties
                if party.needs_authorisation and not party.authorised
            ],
        ),
        alarmed=alarmed,
    )


def certificates_of(session: Session, rows: Sequence[ContractRow]) -> dict[str, CertificateState]:
    """Return of each contract whether its certificate lies printed as the contract stands."""
    last = certificate_versions.last_printed(session)
    wanted = [last[row.id].id for row in rows if row.id in last]
    printed = set(
        session.scalars(
            select(PrintItem.entity_id).where(
                PrintItem.entity_id.in_(wanted), PrintItem.outcome == DONE
            )
        )
    )
    states = {}
    for row in rows:
        certificate = last.get(row.id)
        if certificate is None or certificate.id not in printed:
            states[row.id] = CertificateState.NONE
        elif certificate.fingerprint != certificate_versions.fingerprint(session, row):
            states[row.id] = CertificateState.CHANGED
        else:
            states[row.id] = CertificateState.PRINTED
    return states


def _of_batch(session: Session, batch: Batch, row: BatchRow, at: datetime) -> ReadyBatch:
    alarms = events.facts_in(session).alarms
    passed = readiness.alarms_passed(row.starts, at, alarms)
    cast = stage_cast.of_batch(session, batch)
    facts = facts_of(session, batch, cast, at, row.starts)
    tables = stage_plans.tables_of(session, batch, cast)
    return ReadyBatch(
        row,
        at,
        alarms,
        passed,
        [
            _ready(contract, tables[contract.row.id], facts, alarmed=bool(passed))
            for contract in cast.contracts
        ],
        [
            person.name
            for people in stage_cast.witnesses_of(cast, batch).values()
            for person in people
            if person.guest is not None and person.key not in facts.inside
        ],
    )


def _ready(contract: CastContract, table: int, facts: Facts, *, alarmed: bool) -> ReadyContract:
    found = judged(contract, facts, alarmed=alarmed)
    signing = [(party, party.signatory) for party in contract.parties]
    needed = set(TextStep) - text_checks.needless_of(contract.row)
    return ReadyContract(
        row=contract.row,
        table=table,
        light=found.light,
        missing=found.missing,
        arrived=sum(who is not None and facts.is_present(party, who) for party, who in signing),
        signatories=len(signing),
        texts_done=len(facts.done.get(contract.row.id, frozenset()) & needed),
        texts=len(needed),
        certificate=facts.certificates[contract.row.id],
    )


def _wanted(contract: CastContract, facts: Facts) -> Iterator[Wanted]:
    remote = contract.row.mode is SigningMode.CLOUD
    for party in contract.parties:
        side = party.row.side
        if party.signatory is None:
            yield Wanted(Role.SIGNATORY, side, "")
        else:
            yield _person(Role.SIGNATORY, party, party.signatory, facts, remote=remote)
        for role, people in (
            (Role.ASSISTANT, party.assistants), (Role.WITNESS, party.witnesses),
        ):  # fmt: skip
            for person in people:
                yield _person(role, party, person, facts)


def _person(
    role: Role, party: CastParty, person: CastPerson, facts: Facts, *, remote: bool = False
) -> Wanted:
    return Wanted(
        role=role,
        side=party.row.side,
        name=person.name,
        known=person.guest is not None,
        present=facts.is_present(party, person),
        cancelled=person.guest is not None and not person.guest.is_coming,
        remote=remote,
    )


def _midnight(session: Session, moment: datetime) -> datetime:
    zone = events.facts_in(session).zone
    return datetime.combine(moment.astimezone(zone).date(), time(), zone)
