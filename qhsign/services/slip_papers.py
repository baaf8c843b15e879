"""The change slip (变更单) as a paper, of one substitution or of several."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from qhsign import wording
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.soft_breaks import unbroken
from qhsign.domain.stage_papers import ChangeSlip, SlipPerson, SlipState, SlipThing, StageFacts
from qhsign.services import (
    batches,
    change_slip,
    contracts,
    events,
    stage_cast,
    stage_heads,
    stage_prints,
)
from qhsign.services.batch_times import batches_of
from qhsign.services.change_slip import CARDS, SlipLine
from qhsign.services.desk import Desk
from qhsign.services.slates import find as find_slate
from qhsign.services.stage_cast import CastPerson
from qhsign.services.stage_files import CHANGE_SLIP_FORMATS, write_change_slips
from qhsign.services.stage_prints import PrintedPaper, StagePrinted
from qhsign.store.schema import (
    Batch,
    Contract,
    JournalEntry,
    JournalValue,
    Party,
    Substitution,
)
from qhsign.wording import Language

SLIP = "change-slip"
_ACTION = "substitute"
_Found = tuple[Substitution, Party, Contract]


@dataclass(frozen=True, slots=True)
class SlipWish:
    """Whose slips: of one ``substitution`` by id, a ``contract`` by number, a batch or a slate.

    With nothing named it is all of the event.
    """

    substitution: str = ""
    contract: int | None = None
    batch: str = ""
    slate: str = ""


def print_change_slips(
    desk: Desk, out: Path, wish: SlipWish, *, language: Language = Language.CHINESE
) -> StagePrinted:
    """Print slips as things are now, each on pages of its own, the latest substitution first.

    Raises ProblemForUser ``change-slip-none``, ``contract-unknown``, and as `stage_prints`.
    """
    stage_prints.check_format(SLIP, out, CHANGE_SLIP_FORMATS, language)
    with desk.read() as session:
        pieces: list[tuple[str, PrintedPaper]] = []
        for record, party, contract in _found(session, wish):
            version = stage_prints.next_version(session, SLIP, record.id)
            identity = stage_prints.identity_of(SLIP, record.id)
            named = PrintedPaper(f"{contract.number:04d} {party.side}", version)
            pieces.append((identity, named))
        slips = slips_of(session, desk, wish, language)
    return stage_prints.through_ledger(
        desk,
        SLIP,
        out,
        pieces,
        lambda stream: write_change_slips(stream, slips, out.suffix, language),
        (),
    )


def slips_of(
    session: Session, desk: Desk, wish: SlipWish, language: Language = Language.CHINESE
) -> list[ChangeSlip]:
    """Return the slips as plain data, in the version the next print of each makes.

    Raises ProblemForUser as `print_change_slips`.
    """
    return [_Maker(session, desk, found, language).slip() for found in _found(session, wish)]


def _found(session: Session, wish: SlipWish) -> Sequence[_Found]:
    query = (
        select(Substitution, Party, Contract)
        .join(Party, Party.id == Substitution.party_id)
        .join(Contract, Contract.id == Party.contract_id)
        .where(*_narrowed(session, wish))
        .order_by(Substitution.at.desc(), Substitution.id.desc())
    )
    found = [(record, party, contract) for record, party, contract in session.execute(query)]
    if not found:
        raise ProblemForUser("change-slip-none")
    return found


def _narrowed(session: Session, wish: SlipWish) -> list[ColumnElement[bool]]:
    if wish.substitution:
        return [Substitution.id == wish.substitution]
    if wish.contract is not None:
        return [Contract.id == contracts.by_number(session, wish.contract).id]
    if wish.batch:
        return [Contract.batch_id == batches.find(session, wish.batch).id]
    if wish.slate:
        held = batches_of(session, find_slate(session, wish.slate).id)
        return [Contract.batch_id.in_([batch.id for batch in held])]
    return []


class _Maker:
    """Makes the slip of one substitution."""

    def __init__(self, session: Session, desk: Desk, found: _Found, language: Language) -> None:
        self._session, self._desk, self._language = session, desk, language
        self._record, self._party, self._contract = found
        keys = [self._record.replaced, self._record.substitute_id]
        self._cast = stage_cast.cast_of(session, [self._contract], keys=keys)

    def slip(self) -> ChangeSlip:
        """Return the slip as things are now."""
        record, facts = self._record, events.facts_in(self._session)
        (signed,) = self._cast.contracts
        party = next(each for each in signed.parties if each.row.side == self._party.side)
        replaced = self._cast.named(record.replaced)
        substitute = self._cast.named(record.substitute_id)
        return ChangeSlip(
            facts=self._head(),
            event=unbroken(facts.title),
            contract=signed.row.certificate_number or signed.row.label,
            title=signed.row.title,
            side=party.side,
            label=self._party.side,
            organization=self._party.organization,
            replaced=_person(replaced, self._title_before() or replaced.title),
            substitute=_person(substitute, substitute.title),
            approver=record.approver,
            entered=record.at.astimezone(facts.zone),
            entered_by=self._entered_by(),
            things=[
                self._thing(change_slip.read(line), replaced, substitute)
                for line in record.change_slip
            ],
        )

    def _head(self) -> StageFacts:
        session, contract, made = self._session, self._contract, self._desk.now()
        version = stage_prints.next_version(session, SLIP, self._record.id)
        batch = session.get(Batch, contract.batch_id) if contract.batch_id else None
        if batch is None:
            what_for = wording.say(
                "slip-for-contract", self._language, number=f"{contract.number:04d}"
            )
            return stage_heads.of_event(session, what_for, made=made, version=version)
        count = len(stage_cast.in_batch(session, batch.id))
        return stage_heads.of_batch(
            session, batch, count, made=made, version=version, language=self._language
        )

    def _thing(self, line: SlipLine, replaced: CastPerson, substitute: CastPerson) -> SlipThing:
        def named(code: str, person: CastPerson, number: str) -> str:
            return wording.say(code, self._language, name=person.name, number=number)

        state = SlipState.BY_ITSELF
        if line.version is not None:
            is_open = change_slip.is_open(self._session, line)
            state = SlipState.OPEN if is_open else SlipState.DONE
        is_card = line.print == CARDS
        return SlipThing(
            kind=wording.say(f"document-{line.print}", self._language),
            of=named("slip-of-guest", replaced, line.of) if is_card else line.of,
            version=line.version,
            state=state,
            instead=named("slip-instead", substitute, line.now) if is_card else "",
        )

    def _entered_by(self) -> str:
        entry = self._entry(self._record.id)
        if entry is None:
            return ""
        known = [part for part in (entry.operator, entry.desk) if part]
        return wording.say("stage-list-comma", self._language).join(known)

    def _title_before(self) -> str:
        """Return the post that stood beside the name until then: the party holds the new one."""
        entry = self._entry(self._record.id)
        if entry is None:
            return ""
        query = (
            select(JournalValue.content)
            .join(JournalEntry, JournalEntry.id == JournalValue.entry_id)
            .where(
                JournalEntry.operation == entry.operation,
                JournalEntry.entity_id == self._party.id,
            )
            .order_by(JournalEntry.sequence)
        )
        for content in self._session.scalars(query):
            old = json.loads(content).get("old", {}) if content else {}
            if "signatory_title" in old:
                return str(old["signatory_title"] or "")
        return ""

    def _entry(self, record: str) -> JournalEntry | None:
        query = select(JournalEntry).where(
            JournalEntry.entity_id == record, JournalEntry.action == _ACTION
        )
        return self._session.scalars(query.order_by(JournalEntry.sequence).limit(1)).first()


def _person(person: CastPerson, title: str) -> SlipPerson:
    number = person.guest.label if person.guest else ""
    return SlipPerson(person.shown, title, person.organization, number)
