"""Plans of the stage (台位图) in the file: versions, moves by hand, freezing, what moved since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from qhsign.domain.problems import ProblemForUser
from qhsign.domain.seating import GapPolicy, Place, PlaceKind, moved_cards, place_of
from qhsign.domain.stage_arranging import NOTHING, Arranged, AtTable, arranged, exchanged
from qhsign.domain.stage_terms import Side
from qhsign.services import batches, events, stage_cast
from qhsign.services.desk import Desk
from qhsign.services.print_ledger import DONE
from qhsign.services.stage_cast import Cast, CastContract, CastParty
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Batch, PrintItem, StagePlace, StagePlan


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """Somebody at a place; ``contract`` is the number of what is signed at the table."""

    place: Place
    name: str
    post: str
    contract: str = ""


@dataclass(frozen=True, slots=True)
class MovedCard:
    """A card that lies elsewhere than in the version printed last; None is off the stage."""

    name: str
    was: Place | None
    now: Place | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One version of a batch's plan.

    ``moved`` are the cards that lie elsewhere than in version ``since``, the last one printed;
    ``operation`` is what an undo takes back, "" where nothing was written.
    """

    batch: str
    version: int
    frozen: bool
    made_at: datetime
    made_by: str
    is_printed: bool
    places: Sequence[PlanPlace]
    tables: Mapping[int, str]
    since: int | None = None
    moved: Sequence[MovedCard] = ()
    operation: str = ""


def make(desk: Desk, batch: str) -> PlanRow:
    """Bring a batch's plan to how things are now; return it.

    A version that was printed is never changed: what differs from it becomes the next version.
    Raises ProblemForUser ``batch-unknown`` or ``batch-ambiguous``.
    """
    with desk.write("stage plan make") as session:
        found = batches.find(session, batch)
        plan = kept(session, desk, found)
        return _row(session, found, plan, session.pen.operation)


def show(desk: Desk, batch: str) -> PlanRow:
    """Return the plan as it would be made now; nothing is written.

    Raises ProblemForUser as `make`.
    """
    with desk.read() as session:
        found = batches.find(session, batch)
        now, version, last = made_now(session, found)
        is_new = last is None or version != last.version
        return _shown(
            session,
            found,
            now,
            version,
            made=(desk.now() if is_new or last is None else last.made_at),
            plan=None if is_new else last,
        )


def exchange(desk: Desk, batch: str, one: str, other: str) -> PlanRow:
    """Exchange who stands at two places, named as ``witness/0/guest/1``; one may be free.

    Everybody stays on their own side, and who signs at the table of their contract: a plan made
    anew from the contracts would put them back. Raises ProblemForUser ``plan-frozen``,
    ``place-wrong``, ``place-other-side``, ``place-other-contract`` or as `make`.
    """
    with desk.write("stage plan exchange") as session:
        found = batches.find(session, batch)
        plan = kept(session, desk, found)
        if plan.frozen:
            raise ProblemForUser("plan-frozen", batch=found.name, version=plan.version)
        now = arranged_of(session, plan)
        first, second = _place(one), _place(other)
        if first not in now.seats and second not in now.seats:
            raise ProblemForUser("place-wrong", given=f"{one}、{other}")
        _check_exchange(first, second, f"{one}、{other}")
        plan = _store(session, desk, found, plan, exchanged(now, first, second))
        return _row(session, found, plan, session.pen.operation)


def freeze(desk: Desk, batch: str, *, frozen: bool = True) -> PlanRow:
    """Freeze a plan, so that nobody who stays is moved any more, or let it change again.

    Raises ProblemForUser as `make`.
    """
    with desk.write("stage plan freeze") as session:
        found = batches.find(session, batch)
        plan = kept(session, desk, found)
        plan.frozen = frozen
        session.flush()
        return _row(session, found, plan, session.pen.operation)


def versions(desk: Desk, batch: str) -> list[PlanRow]:
    """Return every version of a batch's plan, the latest first."""
    with desk.read() as session:
        found = batches.find(session, batch)
        query = select(StagePlan).where(StagePlan.batch_id == found.id)
        plans = session.scalars(query.order_by(StagePlan.version.desc()))
        return [_row(session, found, plan) for plan in plans]


def compare(desk: Desk, batch: str, first: int, second: int) -> Sequence[MovedCard]:
    """Return the cards that moved from one version to another.

    Raises ProblemForUser ``plan-version-unknown`` or as `make`.
    """
    with desk.read() as session:
        found = batches.find(session, batch)
        held = {
            number: arranged_of(session, of_version(session, found, number))
            for number in (first, second)
        }
        return _moved(session, found, held[first], held[second])


# Inside a session


def latest(session: Session, batch: str) -> StagePlan | None:
    """Return the latest version of a batch's plan."""
    query = select(StagePlan).where(StagePlan.batch_id == batch)
    return session.scalars(query.order_by(StagePlan.version.desc()).limit(1)).one_or_none()


def of_version(session: Session, batch: Batch, version: int) -> StagePlan:
    """Return a version of a batch's plan. Raises ProblemForUser ``plan-version-unknown``."""
    query = select(StagePlan).where(StagePlan.batch_id == batch.id, StagePlan.version == version)
    plan = session.scalars(query).one_or_none()
    if plan is None:
        raise ProblemForUser("plan-version-unknown", batch=batch.name, version=version)
    return plan


def last_printed(session: Session, batch: str) -> StagePlan | None:
    """Return the version of a batch's plan that was printed last."""
    query = (
        select(StagePlan)
        .where(StagePlan.batch_id == batch, StagePlan.id.in_(_printed_ids()))
        .order_by(StagePlan.version.desc())
    )
    return session.scalars(query.limit(1)).one_or_none()


def printed_before(session: Session, plan: StagePlan) -> StagePlan | None:
    """Return the version that was printed last before this one."""
    query = (
        select(StagePlan)
        .where(
            StagePlan.batch_id == plan.batch_id,
            StagePlan.version < plan.version,
            StagePlan.id.in_(_printed_ids()),
        )
        .order_by(StagePlan.version.desc())
    )
    return session.scalars(query.limit(1)).one_or_none()


def printed_versions(session: Session, batch: str) -> frozenset[int]:
    """Return the versions of a batch's plan that were printed."""
    query = select(StagePlan.version).where(
        StagePlan.batch_id == batch, StagePlan.id.in_(_printed_ids())
    )
    return frozenset(session.scalars(query))


def is_printed(session: Session, plan: StagePlan) -> bool:
    """Tell whether a version was printed."""
    return session.scalar(select(StagePlan.id).where(
        StagePlan.id == plan.id, StagePlan.id.in_(_printed_ids())
    )) is not None  # fmt: skip


def arranged_of(session: Session, plan: StagePlan) -> Arranged:
    """Return who stands where in a stored version."""
    seats: dict[Place, str] = {}
    tables: dict[int, str] = {}
    for held in session.scalars(select(StagePlace).where(StagePlace.plan_id == plan.id)):
        place = place_of(held.place)
        if held.contract_id is not None:
            tables[place.table] = held.contract_id
        if held.person:
            seats[place] = held.person
    return Arranged(seats, dict(sorted(tables.items())))


def kept(session: JournaledSession, desk: Desk, batch: Batch) -> StagePlan:
    """Return the plan of a batch as things are now, stored."""
    last = latest(session, batch.id)
    return _store(session, desk, batch, last, _arranged_now(session, batch, last))


def made_now(session: Session, batch: Batch) -> tuple[Arranged, int, StagePlan | None]:
    """Return a batch's plan as it would be made now, its version, and the latest one stored.

    The version is a new one where the latest was printed and differs.
    """
    last = latest(session, batch.id)
    now = _arranged_now(session, batch, last)
    version, _ = _next_version(session, last, now)
    return now, version, last


def tables_of(session: Session, batch: Batch, cast: Cast) -> dict[str, int]:
    """Return the table of each contract: in order, but as in the plan once that is frozen."""
    stored = latest(session, batch.id)
    usual = {contract.row.id: table for table, contract in enumerate(cast.contracts, start=1)}
    if stored is None or not stored.frozen:
        return usual
    planned = {c: table for table, c in arranged_of(session, stored).tables.items()}
    return planned if set(usual) <= set(planned) else usual


def cast_of(session: Session, batch: Batch, *plans: Arranged) -> Cast:
    """Return the cast of a batch, with everybody who stands in these plans."""
    return stage_cast.of_batch(
        session, batch, keys={who for plan in plans for who in plan.seats.values()}
    )


def at_table(contract: CastContract) -> AtTable:
    """Return who signs and assists for a contract, as the rules of arranging want it."""
    return AtTable(
        contract.row.id,
        [_pair(party) for party in contract.of_side(Side.GUEST)],
        [_pair(party) for party in contract.of_side(Side.HOST)],
    )


def _pair(party: CastParty) -> tuple[str, str]:
    assistant = party.assistants[0].key if party.assistants else ""
    return (party.signatory.key if party.signatory else "", assistant)


def _arranged_now(session: Session, batch: Batch, last: StagePlan | None) -> Arranged:
    cast = stage_cast.of_batch(session, batch)
    witnesses = {
        side: [person.key for person in people]
        for side, people in stage_cast.witnesses_of(cast, batch).items()
    }
    return arranged(
        [at_table(contract) for contract in cast.contracts],
        witnesses,
        NOTHING if last is None else arranged_of(session, last),
        frozen=last is not None and last.frozen,
        policy=GapPolicy(events.facts_in(session).gap_policy),
    )


def _next_version(session: Session, last: StagePlan | None, now: Arranged) -> tuple[int, bool]:
    """Return the version a plan gets, and whether that is a new one."""
    if last is None:
        return 1, True
    is_same = arranged_of(session, last) == now
    if is_same or not is_printed(session, last):
        return last.version, False
    return last.version + 1, True


def _store(
    session: JournaledSession, desk: Desk, batch: Batch, last: StagePlan | None, now: Arranged
) -> StagePlan:
    version, is_new = _next_version(session, last, now)
    if is_new or last is None:
        plan = StagePlan(
            batch_id=batch.id,
            version=version,
            frozen=last is not None and last.frozen,
            made_at=desk.now(),
            made_by=desk.who,
        )
        session.add(plan)
        session.flush()
        _write(session, plan, now)
        return plan
    if arranged_of(session, last) != now:
        last.made_at, last.made_by = desk.now(), desk.who
        _write(session, last, now)
    return last


def _write(session: JournaledSession, plan: StagePlan, now: Arranged) -> None:
    """Write the places; one that is free now stays as an empty one, so that undo can fill it."""
    held = {
        each.place: each
        for each in session.scalars(select(StagePlace).where(StagePlace.plan_id == plan.id))
    }
    wanted = {place.key: who for place, who in now.seats.items()}
    # A table nobody sits at still has its contract: the signer of the host stands for it.
    for table in now.tables:
        wanted.setdefault(Place(PlaceKind.SIGNER, table, Side.HOST, 1).key, "")
    for key in {*held, *wanted}:
        contract = now.tables.get(place_of(key).table)
        if key in held:
            held[key].person, held[key].contract_id = wanted.get(key, ""), contract
        else:
            session.add(
                StagePlace(plan_id=plan.id, place=key, person=wanted[key], contract_id=contract)
            )
    session.flush()


def _row(session: Session, batch: Batch, plan: StagePlan, operation: str = "") -> PlanRow:
    now = arranged_of(session, plan)
    return _shown(
        session, batch, now, plan.version, made=plan.made_at, plan=plan, operation=operation
    )


def _shown(
    session: Session,
    batch: Batch,
    now: Arranged,
    version: int,
    *,
    made: datetime,
    plan: StagePlan | None,
    operation: str = "",
) -> PlanRow:
    before = last_printed(session, batch.id)
    printed = NOTHING if before is None else arranged_of(session, before)
    cast = cast_of(session, batch, now)
    labels = {contract.row.id: contract.row.label for contract in cast.contracts}
    people = {
        place: cast.named(who) for place, who in sorted(now.seats.items(), key=lambda s: s[0])
    }
    return PlanRow(
        batch=batch.name,
        version=version,
        frozen=plan is not None and plan.frozen,
        made_at=made,
        made_by=plan.made_by if plan else "",
        is_printed=plan is not None and is_printed(session, plan),
        places=[
            PlanPlace(place, who.name, who.post, labels.get(now.tables.get(place.table, ""), ""))
            for place, who in people.items()
        ],
        tables={table: labels.get(contract, "") for table, contract in now.tables.items()},
        since=None if before is None else before.version,
        moved=() if before is None else _moved(session, batch, printed, now),
        operation=operation,
    )


def _moved(session: Session, batch: Batch, before: Arranged, now: Arranged) -> Sequence[MovedCard]:
    cast = cast_of(session, batch, before, now)
    return [
        MovedCard(cast.named(card.person).name, card.was, card.now)
        for card in moved_cards(before.seats, now.seats)
    ]


def _check_exchange(one: Place, other: Place, given: str) -> None:
    """Refuse what no plan made from the contracts could keep."""
    if PlaceKind.WITNESS in {one.kind, other.kind} and one.kind is not other.kind:
        raise ProblemForUser("place-wrong", given=given)
    if one.side is not other.side:
        raise ProblemForUser("place-other-side")
    if one.table != other.table:
        raise ProblemForUser("place-other-contract", one=one.table, other=other.table)


def _place(text: str) -> Place:
    try:
        return place_of(text)
    except ValueError:
        raise ProblemForUser("place-wrong", given=text) from None


def _printed_ids() -> Select[str]:
    return select(PrintItem.entity_id).where(PrintItem.outcome == DONE)
