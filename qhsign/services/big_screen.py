"""What the big screen shows, as plain data: of people only name, organization and title."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.ceremony import Screen
from qhsign.domain.money import Amount, written
from qhsign.domain.stage_papers import Side
from qhsign.services import events, stage_heads
from qhsign.services.run_of_show import Show, StagedBatch
from qhsign.services.stage_cast import CastContract, CastParty
from qhsign.services.statistics import attendance_in
from qhsign.store.schema import Activity, Event


@dataclass(frozen=True, slots=True)
class ScreenParty:
    """One party: its organization, and who signs with title."""

    side: str
    is_host: bool
    organization: str
    signatory: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One contract of the batch on stage; without an amount ``kind`` says what it is.

    ``number`` counts through the whole ceremony.
    """

    number: int
    title: str
    parties: Sequence[ScreenParty]
    amount: str
    kind: str


@dataclass(frozen=True, slots=True)
class BigScreen:
    """Everything the big screen shows; ``rows`` are empty unless a batch is signed.

    ``total`` is the sum of the rows in words, for the statistics of all contracts of the ceremony;
    "" where none has an amount, and where currencies differ, as nothing is converted.
    """

    screen: Screen
    event: str
    theme: str
    city: str
    venue: str
    slate: str
    batch: str = ""
    rows: Sequence[ScreenRow] = ()
    total: str = ""
    expected: int | None = None
    arrived: int | None = None
    """Of the activity the ceremony belongs to, or of the event; where arrivals are shown."""
    contracts: int | None = None
    signed: int | None = None
    """How many contracts the ceremony has, and how many were signed in it, for the statistics."""


def of_step(
    session: Session,
    show: Show,
    screen: Screen,
    staged: StagedBatch | None,
    now: datetime,
) -> BigScreen:
    """Return what is shown; ``staged`` is the batch on stage or going there."""
    facts, slate = events.facts_in(session), show.slate
    head = BigScreen(
        screen,
        facts.title.replace("\u200b", "").replace("\n", ""),
        session.scalars(select(Event.theme)).one(),
        facts.city,
        facts.venue,
        slate.name,
    )
    if screen in {Screen.ARRIVALS, Screen.STATISTICS}:
        place = session.get(Activity, slate.activity_id) if slate.activity_id else None
        counted = attendance_in(session, place, now=now)
        head = replace(head, expected=counted.expected, arrived=counted.arrived)
        return _with_contracts(head, show) if screen is Screen.STATISTICS else head
    if screen is not Screen.SIGNING or staged is None:
        return head
    rows = [
        _row(number, contract)
        for number, contract in enumerate(staged.cast.contracts, start=staged.first)
    ]
    return replace(
        head,
        batch=stage_heads.batch_name(staged.batch, slate),
        rows=rows,
        total=_total([each.row.amount for each in staged.cast.contracts if each.row.amount]),
    )


def _with_contracts(head: BigScreen, show: Show) -> BigScreen:
    held = show.batches
    return replace(head, contracts=held.count, signed=held.signed, total=_total(held.amounts))


def _row(number: int, contract: CastContract) -> ScreenRow:
    row = contract.row
    hosts_first = [*contract.of_side(Side.HOST), *contract.of_side(Side.GUEST)]
    return ScreenRow(
        number,
        _plain(row.title),
        [_party(party) for party in hosts_first],
        written(row.amount) if row.amount else "",
        row.kind.value,
    )


def _party(party: CastParty) -> ScreenParty:
    signatory = party.signatory
    return ScreenParty(
        party.row.side,
        party.side is Side.HOST,
        _plain(party.row.organization),
        signatory.name if signatory else "",
        signatory.title if signatory else "",
    )


def _total(amounts: Sequence[Amount]) -> str:
    if not amounts or len({amount.currency for amount in amounts}) > 1:
        return ""
    return written(Amount(sum(amount.fen for amount in amounts), amounts[0].currency))


def _plain(text: str) -> str:
    return text.replace("\u200b", "").replace("\n", "")
