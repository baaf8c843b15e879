"""Who goes on stage for which contract: parties and guests, gathered for all papers of the stage.

Signatories are guests by their link; assistants and witnesses are names, which mean a guest where
only one bears the name, or only one of that organization.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import names
from qhsign.domain.batching import ToSign
from qhsign.domain.contract import SigningMode
from qhsign.domain.guest import Gender, Invitation
from qhsign.domain.seating import from_left
from qhsign.domain.stage_terms import Side
from qhsign.services import contracts
from qhsign.services.contract_records import ContractRow, PartyRow
from qhsign.store.schema import Batch, Contract, Guest

_PARTED = re.compile(r"[、,，;；\n]+")
_LAST = float("inf")
_TAB = "\t"
BY_TABLE = (Contract.batch_position.is_(None), Contract.batch_position, Contract.number)
"""The order of a batch's contracts: from the first table on, those without a place last."""
_AT_ONCE = 150


@dataclass(frozen=True, slots=True)
class StageGuest:
    """What the stage needs to know of a guest."""

    id: str
    number: int
    full_name: str
    organization: str
    title: str
    country: str | None
    reading: str
    gender: Gender | None
    invitation: Invitation
    place: tuple[float, float, float, float] = (_LAST, _LAST, _LAST, _LAST)
    """By which the order of precedence compares."""
    latin_name: str = ""
    title_en: str = ""

    @property
    def label(self) -> str:
        """The number as people read it."""
        return f"{self.number:05d}"

    @property
    def is_coming(self) -> bool:
        """Whether the guest is still expected."""
        return self.invitation not in {Invitation.CANCELLED, Invitation.DECLINED}


@dataclass(frozen=True, slots=True)
class CastPerson:
    """Somebody on stage; ``key`` is the guest's id, or name and organization of who is no guest."""

    key: str
    name: str
    organization: str = ""
    title: str = ""
    guest: StageGuest | None = None

    @property
    def shown(self) -> str:
        """The name as papers print it (李　刚)."""
        return names.display_name(self.name)

    @property
    def post(self) -> str:
        """Organization and title on a line each."""
        return "\n".join(part for part in (self.organization, self.title) if part)


@dataclass(frozen=True, slots=True)
class CastParty:
    """A party with who signs, assists and witnesses for it."""

    row: PartyRow
    side: Side
    signatory: CastPerson | None
    assistants: Sequence[CastPerson] = ()
    witnesses: Sequence[CastPerson] = ()

    @property
    def people(self) -> list[CastPerson]:
        """Everybody of the party."""
        signing = [self.signatory] if self.signatory else []
        return [*signing, *self.assistants, *self.witnesses]


@dataclass(frozen=True, slots=True)
class CastContract:
    """A contract with its cast; ``parties`` are in the order of their letters."""

    row: ContractRow
    parties: Sequence[CastParty]

    @property
    def people(self) -> list[CastPerson]:
        """Everybody of all parties."""
        return [person for party in self.parties for person in party.people]

    def of_side(self, side: Side) -> list[CastParty]:
        """Return the parties of a side, the first nearest to the centre of the table."""
        return [party for party in self.parties if party.side is side]

    @property
    def from_left(self) -> Sequence[CastParty]:
        """The parties from left to right as the audience sees them."""
        return from_left(self.of_side(Side.GUEST), self.of_side(Side.HOST))

    def to_sign(self) -> ToSign:
        """Return what the parting into batches must know."""
        signing = {party.signatory.key for party in self.parties if party.signatory}
        signing |= {person.key for party in self.parties for person in party.assistants}
        people = frozenset(person.key for person in self.people)
        hosts = self.of_side(Side.HOST)
        host = names.normalized_organization(hosts[0].row.organization) if hosts else ""
        return ToSign(self.row.id, people, people - signing, host)

    @property
    def is_on_stage(self) -> bool:
        """Whether it is signed on stage at all (not 会后)."""
        return self.row.mode is not SigningMode.AFTER


@dataclass(frozen=True, slots=True)
class Cast:
    """The contracts asked for, and every guest named among them."""

    contracts: Sequence[CastContract]
    by_id: Mapping[str, StageGuest] = field(default_factory=dict)
    by_name: Mapping[str, Sequence[StageGuest]] = field(default_factory=dict)

    def person(self, name: str, organization: str = "") -> CastPerson:
        """Return who a name means: the only guest of that name, or of that organization."""
        found = self.by_name.get(name, ())
        if len(found) > 1:
            found = [guest for guest in found if guest.organization == organization]
        guest = found[0] if len(found) == 1 else None
        return _of_guest(guest, name) if guest else _stranger(name, organization)

    def named(self, key: str) -> CastPerson:
        """Return the person of a key of a plan."""
        guest = self.by_id.get(key)
        return _of_guest(guest, guest.full_name) if guest else _stranger(*key.split(_TAB, 1))


def cast_of(
    session: Session,
    chosen: Sequence[Contract],
    *,
    more: Iterable[str] = (),
    keys: Iterable[str] = (),
) -> Cast:
    """Return the cast of contracts in their order.

    ``more`` are names that stand on a batch itself, ``keys`` those of a stored plan: their guests
    are read with the others.
    """
    return cast_of_rows(session, contracts.rows(session, chosen), more=more, keys=keys)


def cast_of_rows(
    session: Session,
    rows: Sequence[ContractRow],
    *,
    more: Iterable[str] = (),
    keys: Iterable[str] = (),
) -> Cast:
    """Return what `cast_of` does, of contracts that were read already."""
    wanted_names = set(more)
    wanted_ids = set(keys)
    for row in rows:
        for party in row.parties:
            wanted_names.update(split_names(party.assistant), split_names(party.witnesses))
            if party.signatory_id:
                wanted_ids.add(party.signatory_id)
    cast = Cast((), *_guests(session, wanted_ids, wanted_names))
    return Cast([_contract(cast, row) for row in rows], cast.by_id, cast.by_name)


def of_batch(session: Session, batch: Batch, keys: Iterable[str] = ()) -> Cast:
    """Return the cast of a batch in the order of its tables."""
    more = [*split_names(batch.guest_witnesses), *split_names(batch.host_witnesses)]
    return cast_of(session, in_batch(session, batch.id), more=more, keys=keys)


def of_batches(session: Session, batches: Sequence[Batch]) -> dict[str, Cast]:
    """Return the casts of batches by their ids, read together; the same as `of_batch` of each."""
    held = in_batches(session, (batch.id for batch in batches))
    casts: dict[str, Cast] = {}
    for some in _parted(batches, held):
        more = [
            name
            for batch in some
            for name in split_names(f"{batch.guest_witnesses}、{batch.host_witnesses}")
        ]
        every = cast_of(session, [c for batch in some for c in held[batch.id]], more=more)
        found = {contract.row.id: contract for contract in every.contracts}
        for batch in some:
            own = [found[contract.id] for contract in held[batch.id]]
            casts[batch.id] = Cast(own, every.by_id, every.by_name)
    return casts


def _parted(
    batches: Sequence[Batch], held: Mapping[str, Sequence[Contract]]
) -> Iterator[list[Batch]]:
    """Give batches in parts of so many contracts that one statement can name their people."""
    part: list[Batch] = []
    for batch in batches:
        part.append(batch)
        if sum(len(held[each.id]) for each in part) >= _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def in_batch(session: Session, batch_id: str) -> list[Contract]:
    """Return the contracts of a batch from the first table on."""
    return list(
        session.scalars(select(Contract).where(Contract.batch_id == batch_id).order_by(*BY_TABLE))
    )


def in_batches(session: Session, batch_ids: Iterable[str]) -> dict[str, list[Contract]]:
    """Return what `in_batch` does for each of several batches, read at once."""
    held: dict[str, list[Contract]] = {batch: [] for batch in batch_ids}
    query = select(Contract).where(Contract.batch_id.in_(list(held))).order_by(*BY_TABLE)
    for contract in session.scalars(query):
        held[contract.batch_id or ""].append(contract)
    return held


def ids_in_batches(session: Session) -> dict[str, list[str]]:
    """Return the ids of the contracts of every batch that holds any, from the first table on."""
    held: dict[str, list[str]] = {}
    query = select(Contract.batch_id, Contract.id).where(Contract.batch_id.is_not(None))
    for batch, contract in session.execute(query.order_by(*BY_TABLE)):
        held.setdefault(batch or "", []).append(contract)
    return held


def witnesses_of(cast: Cast, batch: Batch) -> dict[Side, list[CastPerson]]:
    """Return the witnesses of a batch by side in order of precedence, each once.

    The batch's own come with those of its parties; who has no rank follows as listed.
    """
    listed = {
        Side.GUEST: [cast.person(name) for name in split_names(batch.guest_witnesses)],
        Side.HOST: [cast.person(name) for name in split_names(batch.host_witnesses)],
    }
    for contract in cast.contracts:
        for party in contract.parties:
            listed[party.side] += party.witnesses
    seen: set[str] = set()
    ordered: dict[Side, list[CastPerson]] = {}
    for side, people in listed.items():
        once = list({person.key: person for person in people if person.key not in seen}.values())
        seen.update(person.key for person in once)
        ordered[side] = sorted(once, key=_precedence)
    return ordered


def split_names(text: str) -> list[str]:
    """Return the names in a text that parts them by 、 or the like."""
    if not text:
        return []
    return [cleaned for part in _PARTED.split(text) if (cleaned := names.clean_name(part))]


def _precedence(person: CastPerson) -> tuple[float, ...]:
    return person.guest.place if person.guest else (_LAST,) * 4


def _contract(cast: Cast, row: ContractRow) -> CastContract:
    return CastContract(row, [_party(cast, party) for party in row.parties])


def _party(cast: Cast, party: PartyRow) -> CastParty:
    signatory = None
    if party.signatory:
        guest = cast.by_id.get(party.signatory_id or "")
        signatory = CastPerson(
            guest.id if guest else stranger_key(party.signatory, party.organization),
            party.signatory,
            party.organization,
            party.signatory_title or (guest.title if guest else ""),
            guest,
        )
    return CastParty(
        party,
        Side.HOST if party.is_host else Side.GUEST,
        signatory,
        [cast.person(name, party.organization) for name in split_names(party.assistant)],
        [cast.person(name, party.organization) for name in split_names(party.witnesses)],
    )


def stranger_key(name: str, organization: str = "") -> str:
    """Return the key of somebody who is no guest: namesakes of two organizations are two."""
    return f"{name}{_TAB}{organization}" if organization else name


def name_of_key(key: str) -> str:
    """Return the name in the key of somebody who is no guest."""
    return key.split(_TAB, 1)[0]


def _stranger(name: str, organization: str = "") -> CastPerson:
    return CastPerson(stranger_key(name, organization), name, organization)


def _of_guest(guest: StageGuest, name: str) -> CastPerson:
    return CastPerson(guest.id, name, guest.organization, guest.title, guest)


def _guests(
    session: Session, ids: set[str], wanted: set[str]
) -> tuple[dict[str, StageGuest], dict[str, list[StageGuest]]]:
    meant = Guest.id.in_(ids) | Guest.full_name.in_(wanted)
    remaining = select(Guest.joined_into).where(meant, Guest.joined_into.is_not(None))
    query = select(
        Guest.joined_into, Guest.id, Guest.number, Guest.full_name, Guest.organization,
        Guest.title, Guest.country, Guest.reading, Guest.gender, Guest.invitation,
        Guest.rank_level, Guest.rank_seq, Guest.credentials_date, Guest.arranged,
        Guest.latin_name, Guest.title_en,
    ).where(meant | Guest.id.in_(remaining))  # fmt: skip
    by_id: dict[str, StageGuest] = {}
    joined: list[tuple[str, str, str]] = []
    by_name: dict[str, list[StageGuest]] = {}
    every: Iterable[Sequence[Any]] = session.execute(query.order_by(Guest.number))
    for row in every:
        into, (level, seq, presented, arranged) = row[0], row[10:14]
        guest = StageGuest(
            *(row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9]),
            (_known(level), _known(seq), _day(presented), _known(arranged)),
            latin_name=row[14],
            title_en=row[15],
        )
        by_id[guest.id] = guest
        if into is None:
            by_name.setdefault(guest.full_name, []).append(guest)
        else:
            joined.append((guest.id, guest.full_name, into))
    # A record joined into another is one more name of that guest.
    for record, name, into in joined:
        by_id[record] = by_id[into]
        if by_id[into] not in by_name.setdefault(name, []):
            by_name[name].append(by_id[into])
    return by_id, by_name


def _known(value: int | None) -> float:
    return _LAST if value is None else value


def _day(day: date | None) -> float:
    return day.toordinal() if day else _LAST
