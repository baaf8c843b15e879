"""The 候场 board: what is still missing of each contract before it goes on stage."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, tzinfo

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
from qhsign.domain.stage_terms import TextStep
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
class WaitingBatch:
    """What is known of a batch but for who is there: read once, then looked at after each scan.

    ``witnesses`` stand behind all tables; ``activity`` is where its people check in, None for any.
    """

    row: BatchRow
    zone: tzinfo
    alarms: Sequence[int]
    activity: str | None
    cast: Cast
    witnesses: Sequence[CastPerson]
    tables: Mapping[str, int]
    done: Mapping[str, frozenset[TextStep]]
    certificates: Mapping[str, CertificateState]
    wanted: Mapping[str, frozenset[str]]
    """The contracts each person is wanted for, by the person's key; none for witnesses of all."""
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Present:
    """Who is at the venue, by the key of the cast, and who is online, by party and person."""

    inside: frozenset[str]
    online: frozenset[tuple[str, str]]

    def changed(self, before: "Present") -> frozenset[str]:
        """Return the people who came or left since."""
        online = {person for _, person in self.online ^ before.online}
        return (self.inside ^ before.inside) | online


@dataclass(frozen=True, slots=True)
class ReadyBatch:
    """One batch on the board: which alarms went off by ``at``, and its contracts in order.

    ``witnesses_absent`` are guests who stand behind all tables and are not there yet. ``waiting``
    and ``present`` are what the board was made of, to look again with.
    """

    batch: BatchRow
    at: datetime
    alarms: Sequence[int]
    alarms_passed: Sequence[int]
    contracts: Sequence[ReadyContract]
    witnesses_absent: Sequence[str] = ()
    waiting: WaitingBatch | None = field(default=None, repr=False)
    present: Present | None = field(default=None, repr=False)

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
        return [_seen(session, _waiting(session, each, rows[each.id]), moment) for each in shown]


def of_batch(desk: Desk, batch: str, *, at: datetime | None = None) -> ReadyBatch:
    """Return how ready one batch (by id) is. Raises ProblemForUser ``batch-gone``."""
    with desk.read() as session:
        found = batches.by_id(session, batch)
        (row,) = batches.rows(session, [found])
        return _seen(session, _waiting(session, found, row), at or desk.now())


def look_again(desk: Desk, before: ReadyBatch, *, at: datetime | None = None) -> ReadyBatch:
    """Return how ready a batch is by who is there now, reading nothing else again.

    Contracts of which nobody came or left are taken over as they were.
    """
    if before.waiting is None:
        return of_batch(desk, before.batch.id, at=at)
    with desk.read() as session:
        return _seen(session, before.waiting, at or desk.now(), before)


def next_on_stage(desk: Desk, *, at: datetime | None = None) -> ReadyBatch | None:
    """Return the board of the batch that goes on stage next; None where none is left to go.

    The earliest known time comes first, then the order of the batches.
    """
    with desk.read() as session:
        every = batches.in_order(session)
        left = [
            (row.starts is None, row.starts or desk.now(), place, batch, row)
            for place, (batch, row) in enumerate(
                zip(every, batches.rows(session, every), strict=True)
            )
            if row.contracts and not row.state.is_fixed
        ]
        if not left:
            return None
        *_, batch, row = min(left, key=lambda each: each[:3])
        return _seen(session, _waiting(session, batch, row), at or desk.now())


def facts_of(
    session: Session, batch: Batch | None, cast: Cast, at: datetime, starts: datetime | None
) -> Facts:
    """Return what is known of a batch's people and papers at a moment; None for in no batch."""
    ids = [contract.row.id for contract in cast.contracts]
    standing = stage_cast.witnesses_of(cast, batch).values() if batch else ()
    wanted, parties = _wanted_in(cast, [person for people in standing for person in people])
    present = _present(
        session,
        (wanted, parties),
        activity_of(session, batch),
        at,
        since=midnight(starts or at, events.facts_in(session).zone),
    )
    return Facts(
        cast,
        present.inside,
        present.online,
        text_checks.done_of(session, ids),
        certificates_of(session, [contract.row for contract in cast.contracts]),
    )


def activity_of(session: Session, batch: Batch | None) -> str | None:
    """Return the activity the people of a batch check in at, None for any."""
    slate = session.get(Slate, batch.slate_id) if batch and batch.slate_id else None
    return slate.activity_id if slate else None


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


def _waiting(session: Session, batch: Batch, row: BatchRow) -> WaitingBatch:
    event = events.facts_in(session)
    cast = stage_cast.of_batch(session, batch)
    standing = stage_cast.witnesses_of(cast, batch).values()
    witnesses = [person for people in standing for person in people]
    wanted, parties = _wanted_in(cast, witnesses)
    return WaitingBatch(
        row=row,
        zone=event.zone,
        alarms=event.alarms,
        activity=activity_of(session, batch),
        cast=cast,
        witnesses=witnesses,
        tables=stage_plans.tables_of(session, batch, cast),
        done=text_checks.done_of(session, [contract.row.id for contract in cast.contracts]),
        certificates=certificates_of(session, [contract.row for contract in cast.contracts]),
        wanted=wanted,
        parties=parties,
    )


def _seen(
    session: Session, waiting: WaitingBatch, at: datetime, before: ReadyBatch | None = None
) -> ReadyBatch:
    row, cast = waiting.row, waiting.cast
    passed = readiness.alarms_passed(row.starts, at, waiting.alarms)
    since = midnight(row.starts or at, waiting.zone)
    people = (waiting.wanted.keys(), waiting.parties)
    present = _present(session, people, waiting.activity, at, since=since)
    facts = Facts(cast, present.inside, present.online, waiting.done, waiting.certificates)
    return ReadyBatch(
        row,
        at,
        waiting.alarms,
        passed,
        [
            known or _ready(contract, waiting.tables[contract.row.id], facts, alarmed=bool(passed))
            for contract, known in zip(
                cast.contracts, _as_before(waiting, present, before, passed), strict=True
            )
        ],
        [
            person.name
            for person in waiting.witnesses
            if person.guest is not None and person.key not in facts.inside
        ],
        waiting,
        present,
    )


def _as_before(
    waiting: WaitingBatch, present: Present, before: ReadyBatch | None, passed: Sequence[int]
) -> Sequence[ReadyContract | None]:
    """Return of each contract what was known of it, None where it has to be judged again."""
    contracts = waiting.cast.contracts
    if before is None or before.present is None or bool(passed) != bool(before.alarms_passed):
        return [None] * len(contracts)
    changed = present.changed(before.present)
    touched = {contract for who in changed for contract in waiting.wanted.get(who, ())}
    return [None if known.row.id in touched else known for known in before.contracts]


def _present(
    session: Session,
    people: tuple[Collection[str], Collection[str]],
    activity: str | None,
    at: datetime,
    *,
    since: datetime,
) -> Present:
    """Return who of people, by their keys, is there; and of parties, by their ids, online."""
    keys, parties = people
    inside = presence.inside_at(session, keys, activity=activity, at=at, since=since)
    return Present(frozenset(inside), frozenset(remote_check_ins.online_at(session, parties, at)))


def _wanted_in(
    cast: Cast, witnesses: Sequence[CastPerson]
) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Return the contracts each person is wanted for, and every party."""
    wanted: dict[str, set[str]] = {person.key: set() for person in witnesses}
    for contract in cast.contracts:
        for person in contract.people:
            wanted.setdefault(person.key, set()).add(contract.row.id)
    parties = {party.row.id for contract in cast.contracts for party in contract.parties}
    return {who: frozenset(of) for who, of in wanted.items()}, frozenset(parties)


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


def midnight(moment: datetime, zone: tzinfo) -> datetime:
    """Return when the day of a moment began in a zone."""
    return datetime.combine(moment.astimezone(zone).date(), time(), zone)
