"""The plan and the call list of a batch as plain data, ready to be set."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.money import written, written_foreign
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.readiness import CertificateState
from qhsign.domain.seating import Moved, Place, PlaceKind, changed_places, moved_cards, ranked_at
from qhsign.domain.stage_arranging import NOTHING, Arranged
from qhsign.domain.stage_papers import (
    CallContract,
    CallList,
    CallParty,
    CallTick,
    SigningPlace,
    StageContract,
    StageParty,
    StagePerson,
    StagePlan,
    StageTable,
    Witness,
)
from qhsign.domain.stage_terms import Side, Viewpoint
from qhsign.services import (
    batch_times,
    events,
    readiness,
    stage_cast,
    stage_flags,
    stage_heads,
    stage_plans,
    text_checks,
)
from qhsign.services.contract_records import ContractRow
from qhsign.services.stage_approvals import Approval, ApprovalStep
from qhsign.services.stage_cast import Cast, CastContract, CastParty
from qhsign.store.schema import Batch
from qhsign.store.schema import StagePlan as StoredPlan
from qhsign.wording import Language


def plan_of(
    session: Session,
    batch: Batch,
    stored: StoredPlan,
    approval: Approval,
    *,
    viewpoint: Viewpoint = Viewpoint.AUDIENCE,
    language: Language = Language.CHINESE,
    now: Arranged | None = None,
) -> StagePlan:
    """Return a version of a plan, with what moved since the version printed before it.

    ``now`` is who stands where; None for what is stored.
    """
    now = now or stage_plans.arranged_of(session, stored)
    printed = stage_plans.last_printed(session, batch.id)
    if printed is not None and printed.id == stored.id:
        printed = stage_plans.printed_before(session, stored)
    before = NOTHING if printed is None else stage_plans.arranged_of(session, printed)
    cast = stage_plans.cast_of(session, batch, now, before)
    changed = changed_places(before.seats, now.seats) if printed is not None else frozenset()
    sheet = _Sheet(cast, now, changed, language)
    facts = stage_heads.of_batch(
        session,
        batch,
        len(now.tables),
        made=stored.made_at,
        version=stored.version,
        frozen=stored.frozen,
        language=language,
    )
    moved = moved_cards(before.seats, now.seats) if printed is not None else ()
    return StagePlan(
        facts=replace(facts, is_draft=not approval.is_approved),
        tables=[sheet.table(table, contract) for table, contract in now.tables.items()],
        guest_witnesses=sheet.witnesses(Side.GUEST),
        host_witnesses=sheet.witnesses(Side.HOST),
        viewpoint=viewpoint,
        changes=[sheet.change(each) for each in moved],
        since=None if printed is None else printed.version,
        drawn_by=approval.by(ApprovalStep.ENTERED) or stored.made_by,
        checked_by=approval.by(ApprovalStep.CHECKED),
        approved_by=approval.by(ApprovalStep.APPROVED),
    )


def call_list_of(
    session: Session,
    batch: Batch,
    *,
    at: datetime,
    version: int,
    language: Language = Language.CHINESE,
) -> CallList:
    """Return the call list of a batch as of a moment; who is there already is ticked.

    Raises ProblemForUser ``stage-start-unknown`` where nothing is known of the time.
    """
    cast = stage_cast.of_batch(session, batch)
    facts = stage_heads.of_batch(
        session, batch, len(cast.contracts), made=at, version=version, language=language
    )
    starts = batch_times.starts_of(session, batch)
    if starts is None:
        raise ProblemForUser("stage-start-unknown", batch=batch.name)
    known = readiness.facts_of(session, batch, cast, at, starts)
    tables = stage_plans.tables_of(session, batch, cast)
    event = events.facts_in(session)
    return CallList(
        facts=facts,
        on_stage=starts.astimezone(event.zone),
        contracts=[
            _called(contract, tables[contract.row.id], known, language)
            for contract in sorted(cast.contracts, key=lambda each: tables[each.row.id])
        ],
        alarms=event.alarms,
    )


def place_words(place: Place, language: Language) -> str:
    """Return a place in words: 5号台客方签约代表, 见证人主2; of several parties a side's rank."""
    side = wording.say(f"stage-side-{place.side}", language)
    code = f"stage-place-{place.kind}-words"
    rank = "" if place.rank == 1 and place.kind is not PlaceKind.WITNESS else place.rank
    return wording.say(code, language, table=place.table, side=side, rank=rank)


def amount_words(row: ContractRow, language: Language) -> str:
    """Return a contract's amount as papers write it, "" for none."""
    if row.amount is None:
        return ""
    return written(row.amount) if language is Language.CHINESE else written_foreign(row.amount)


class _Sheet:
    """Makes the parts of one plan."""

    def __init__(
        self, cast: Cast, now: Arranged, changed: frozenset[Place], language: Language
    ) -> None:
        self._cast, self._now, self._changed = cast, now, changed
        self._language = language
        self._contracts = {contract.row.id: contract for contract in cast.contracts}

    def table(self, number: int, contract_id: str) -> StageTable:
        """Return one table with its signers from left to right as the audience sees them."""
        contract = self._contracts.get(contract_id)
        if contract is None:
            return StageTable(number)
        ranks: dict[Side, int] = {}
        places: dict[str, SigningPlace] = {}
        for party in contract.parties:
            ranks[party.side] = ranks.get(party.side, 0) + 1
            places[party.row.side] = self._signing(number, party, ranks[party.side])
        return StageTable(
            number,
            [places[party.row.side] for party in contract.from_left],
            self._contract(contract),
            stage_flags.of_contract(contract, self._language),
        )

    def witnesses(self, side: Side) -> list[Witness]:
        """Return a side's witnesses from the centre outward; a gap is an empty card."""
        row = ranked_at(self._now.seats, PlaceKind.WITNESS, side)
        made = []
        for rank, who in enumerate(row, start=1):
            person = self._cast.named(who) if who else None
            moved = Place(PlaceKind.WITNESS, 0, side, rank) in self._changed
            made.append(
                Witness(person.shown, person.post, moved) if person else Witness("", moved=moved)
            )
        return made

    def change(self, moved: Moved) -> str:
        """Return a moved card in words."""
        name = self._cast.named(moved.person).name
        words = {
            "name": name,
            "was": place_words(moved.was, self._language) if moved.was else "",
            "now": place_words(moved.now, self._language) if moved.now else "",
        }
        kind = "moved" if moved.was and moved.now else "came" if moved.now else "left"
        return wording.say(f"stage-card-{kind}", self._language, **words)

    def _signing(self, table: int, party: CastParty, rank: int) -> SigningPlace:
        assistant = self._at(Place(PlaceKind.ASSISTANT, table, party.side, rank))
        return SigningPlace(
            party.side,
            self._at(Place(PlaceKind.SIGNER, table, party.side, rank)),
            assistant if assistant.name or party.assistants else None,
            party.row.side,
        )

    def _at(self, place: Place) -> StagePerson:
        who = self._now.seats.get(place, "")
        name = self._cast.named(who).shown if who else ""
        return StagePerson(name, place in self._changed)

    def _contract(self, contract: CastContract) -> StageContract:
        row = contract.row
        return StageContract(
            row.certificate_number or row.label,
            row.title,
            [
                StageParty(party.side, party.row.organization, party.row.side)
                for party in contract.from_left
            ],
            amount_words(row, self._language),
        )


def _called(
    contract: CastContract, table: int, known: readiness.Facts, language: Language
) -> CallContract:
    row = contract.row
    asked = [party for party in row.parties if party.needs_authorisation]
    return CallContract(
        table=table,
        number=row.certificate_number or row.label,
        title=row.title,
        parties=[_called_party(party, known) for party in contract.from_left],
        amount=amount_words(row, language),
        done=known.done.get(row.id, frozenset()),
        needless=text_checks.needless_of(row),
        certificate_printed=known.certificates[row.id] is CertificateState.PRINTED,
        authorised=all(party.authorised for party in asked) if asked else None,
    )


def _called_party(party: CastParty, known: readiness.Facts) -> CallParty:
    signatory = party.signatory
    here = signatory is not None and known.is_present(party, signatory)
    names = [person.shown for person in party.assistants]
    return CallParty(
        side=party.side,
        organization=party.row.organization,
        signatory=signatory.shown if signatory else "",
        post=signatory.title if signatory else "",
        assistant="、".join(names),
        ticked=frozenset({CallTick.ARRIVED}) if here else frozenset(),
        label=party.row.side,
    )
