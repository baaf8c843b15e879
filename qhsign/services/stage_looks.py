"""All that is shown of one batch's plan, gathered in one reading; nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.seating import Place, PlaceKind, changed_places, moved_cards, ranked_at
from qhsign.domain.stage_arranging import NOTHING, Arranged
from qhsign.domain.stage_terms import Side
from qhsign.services import (
    batches,
    stage_cast,
    stage_findings,
    stage_flags,
    stage_plans,
    stage_sign_off,
)
from qhsign.services.contract_records import ContractRow
from qhsign.services.desk import Desk
from qhsign.services.stage_approvals import Approval
from qhsign.services.stage_cast import Cast, CastContract
from qhsign.services.stage_plans import MovedCard
from qhsign.services.stage_records import StageFinding
from qhsign.store.schema import Batch, StagePlan
from qhsign.wording import Language


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody at a place; without a ``name`` the place is free.

    ``party`` is the letter of whom they are with, ``contract`` the number of what is signed there,
    0 for witnesses. ``guest`` is the guest's number; who has none cannot be checked in.
    """

    place: Place
    name: str = ""
    organization: str = ""
    title: str = ""
    contract: int = 0
    party: str = ""
    guest: int = 0
    is_coming: bool = True

    @property
    def is_guest(self) -> bool:
        """Whether the person is a guest of the event."""
        return self.guest > 0


@dataclass(frozen=True, slots=True)
class StageTableLook:
    """One table; ``contract`` is None in a version whose contract has left the batch since.

    ``standings`` come from left to right for the audience. ``flags`` stand there, by side:
    none at a table where everybody is from here.
    """

    number: int
    contract: ContractRow | None
    standings: Sequence[Standing]
    flags: Mapping[Side, Sequence[CountryFlag]]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A stored version of a plan."""

    version: int
    made_at: datetime
    made_by: str
    frozen: bool
    is_printed: bool


@dataclass(frozen=True, slots=True)
class StageLook:
    """A batch's plan with all that is known of it.

    ``is_kept`` tells whether exactly this is stored; what is not is how the plan would be made
    now, and ``made_at`` is None where no version is. Only the latest version can be changed.
    ``moved`` and ``changed`` are the cards that lie elsewhere than in version ``since``, and
    the places where somebody else stands. ``signed_otherwise`` is what was signed of the plan
    before it changed. ``findings`` are those of the batch as it is now.
    """

    batch: str
    version: int
    is_kept: bool
    is_latest: bool
    frozen: bool
    made_at: datetime | None
    made_by: str
    is_printed: bool
    tables: Sequence[StageTableLook]
    witnesses: Mapping[Side, Sequence[Standing]]
    versions: Sequence[VersionRow]
    since: int | None
    moved: Sequence[MovedCard]
    changed: frozenset[Place]
    approval: Approval
    signed_otherwise: Approval | None
    findings: Sequence[StageFinding]

    @property
    def standings(self) -> Iterator[Standing]:
        """Every place: the tables from left to right, then the witnesses of each side."""
        for table in self.tables:
            yield from table.standings
        for side in self.witnesses.values():
            yield from side


def look(
    desk: Desk,
    batch: str,
    version: int | None = None,
    against: int | None = None,
    language: Language = Language.CHINESE,
) -> StageLook:
    """Return a batch's plan as it would be made now, or a stored ``version`` of it.

    It is compared with version ``against``, or with the last one printed before it; ``language``
    is that of the countries' names. Raises ProblemForUser ``batch-unknown``, ``batch-ambiguous``
    or ``plan-version-unknown``.
    """
    with desk.read() as session:
        found = batches.find(session, batch)
        last = stage_plans.latest(session, found.id)
        if version is None or last is None or version == last.version:
            now, number, _ = stage_plans.made_now(session, found)
            stored = last if last is not None and last.version == number else None
        else:
            stored = stage_plans.of_version(session, found, version)
            now, number = stage_plans.arranged_of(session, stored), version
        before = _before(session, found, number, stored, against)
        return _looked(session, found, now, number, stored, last, before, language)


def _before(
    session: Session, batch: Batch, version: int, stored: StagePlan | None, against: int | None
) -> StagePlan | None:
    """Return the version to compare with; None where there is none."""
    if against is not None:
        return None if against == version else stage_plans.of_version(session, batch, against)
    printed = stage_plans.last_printed(session, batch.id)
    if printed is None or printed.version < version:
        return printed
    return stage_plans.printed_before(session, stored or printed)


def _looked(
    session: Session,
    batch: Batch,
    now: Arranged,
    version: int,
    stored: StagePlan | None,
    last: StagePlan | None,
    before: StagePlan | None,
    language: Language,
) -> StageLook:
    compared = NOTHING if before is None else stage_plans.arranged_of(session, before)
    cast = stage_plans.cast_of(session, batch, now, compared)
    moved = () if before is None else moved_cards(compared.seats, now.seats)
    held = stored or last
    approval, otherwise = stage_sign_off.of_arranged(session, batch.id, now)
    return StageLook(
        batch=batch.name,
        version=version,
        is_kept=stored is not None and stage_plans.arranged_of(session, stored) == now,
        is_latest=last is None or version >= last.version,
        frozen=held is not None and held.frozen,
        made_at=stored.made_at if stored else None,
        made_by=stored.made_by if stored else "",
        is_printed=stored is not None and stage_plans.is_printed(session, stored),
        tables=[_table(cast, now, number, held, language) for number, held in now.tables.items()],
        witnesses={
            side: [
                _standing(cast, Place(PlaceKind.WITNESS, 0, side, rank), who)
                for rank, who in enumerate(ranked_at(now.seats, PlaceKind.WITNESS, side), start=1)
            ]
            for side in Side
        },
        versions=_versions(session, batch),
        since=None if before is None else before.version,
        moved=[MovedCard(cast.named(each.person).name, each.was, each.now) for each in moved],
        changed=frozenset() if before is None else changed_places(compared.seats, now.seats),
        approval=approval,
        signed_otherwise=otherwise,
        findings=stage_findings.of_batch(batch, stage_cast.of_batch(session, batch)),
    )


def _versions(session: Session, batch: Batch) -> list[VersionRow]:
    query = select(StagePlan).where(StagePlan.batch_id == batch.id)
    printed = stage_plans.printed_versions(session, batch.id)
    return [
        VersionRow(plan.version, plan.made_at, plan.made_by, plan.frozen, plan.version in printed)
        for plan in session.scalars(query.order_by(StagePlan.version.desc()))
    ]


def _table(cast: Cast, now: Arranged, number: int, held: str, language: Language) -> StageTableLook:
    contract = next((each for each in cast.contracts if each.row.id == held), None)
    letters = {} if contract is None else _letters(contract, number)
    there = {place for place in now.seats if place.table == number}
    wanted = {place for place, (_, is_wanted) in letters.items() if is_wanted or place in there}
    standings = [
        _standing(
            cast,
            place,
            now.seats.get(place, ""),
            contract.row.number if contract else 0,
            letters[place][0] if place in letters else "",
        )
        for place in _from_left(wanted | there)
    ]
    flags = stage_flags.of_contract(contract, language) if contract else {}
    return StageTableLook(number, contract.row if contract else None, standings, flags)


def _letters(contract: CastContract, table: int) -> dict[Place, tuple[str, bool]]:
    """Return the party of each place at a table, and whether somebody is wanted there."""
    found: dict[Place, tuple[str, bool]] = {}
    for side in Side:
        for rank, party in enumerate(contract.of_side(side), start=1):
            found[Place(PlaceKind.SIGNER, table, side, rank)] = (party.row.side, True)
            assisted = bool(party.assistants)
            found[Place(PlaceKind.ASSISTANT, table, side, rank)] = (party.row.side, assisted)
    return found


def _from_left(places: set[Place]) -> list[Place]:
    """Return places of a table from left to right: assistants stand outside of their signers."""

    def outward(place: Place) -> tuple[int, bool]:
        return place.rank, place.kind is PlaceKind.ASSISTANT

    guests = sorted((each for each in places if each.side is Side.GUEST), key=outward)
    hosts = sorted((each for each in places if each.side is Side.HOST), key=outward)
    return [*reversed(guests), *hosts]


def _standing(cast: Cast, place: Place, who: str, contract: int = 0, party: str = "") -> Standing:
    if not who:
        return Standing(place, contract=contract, party=party)
    person = cast.named(who)
    guest = person.guest
    return Standing(
        place,
        person.name,
        person.organization,
        person.title,
        contract,
        party,
        guest=guest.number if guest else 0,
        is_coming=guest is None or guest.is_coming,
    )
