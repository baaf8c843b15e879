"""What the big screen shows, as plain data: of people only name, organization and title."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.alternat import OtherLanguage
from qhsign.domain.amount_writing import written_foreign
from qhsign.domain.ceremony import Screen
from qhsign.domain.money import Amount, written
from qhsign.domain.soft_breaks import unbroken
from qhsign.domain.stage_terms import Side
from qhsign.services import events, stage_heads
from qhsign.services.batch_proposals import ordinal_name
from qhsign.services.run_of_show import Show, StagedBatch
from qhsign.services.stage_cast import CastContract, CastParty
from qhsign.services.statistics import attendance_in
from qhsign.store.schema import Activity, Event

_ENGLISH = OtherLanguage.ENGLISH
_MOST_BATCHES = 200


@dataclass(frozen=True, slots=True)
class ScreenParty:
    """One party: its organization, and who signs with title; in English "" where none is known."""

    side: str
    is_host: bool
    organization: str
    signatory: str = ""
    title: str = ""
    organization_en: str = ""
    signatory_en: str = ""
    title_en: str = ""

    @property
    def has_english(self) -> bool:
        """Whether anything of it has an English name."""
        return bool(self.organization_en or self.signatory_en or self.title_en)


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
    title_en: str = ""
    amount_en: str = ""

    @property
    def has_english(self) -> bool:
        """Whether its project or its parties have an English name."""
        return bool(self.title_en) or any(party.has_english for party in self.parties)


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
    event_en: str = ""
    place_en: str = ""
    batch_en: str = ""
    total_en: str = ""
    """The same in English, "" where the data has none."""


def of_step(
    session: Session,
    show: Show,
    screen: Screen,
    staged: StagedBatch | None,
    now: datetime,
) -> BigScreen:
    """Return what is shown; ``staged`` is the batch on stage or going there."""
    facts, slate = events.facts_in(session), show.slate
    event = session.scalars(select(Event)).one()
    head = BigScreen(
        screen,
        unbroken(facts.title),
        event.theme,
        facts.city,
        facts.venue,
        slate.name,
        event_en=" ".join(event.title_en.split()),
        place_en=", ".join(line.strip() for line in event.place_en.split("\n") if line.strip()),
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
    name = stage_heads.batch_name(staged.batch, slate)
    total = _total([each.row.amount for each in staged.cast.contracts if each.row.amount])
    return replace(
        head,
        batch=name,
        batch_en=_batch_in_english(name),
        rows=rows,
        total=_in_chinese(total),
        total_en=_in_english(total),
    )


def _with_contracts(head: BigScreen, show: Show) -> BigScreen:
    held = show.batches
    total = _total(held.amounts)
    return replace(
        head,
        contracts=held.count,
        signed=held.signed,
        total=_in_chinese(total),
        total_en=_in_english(total),
    )


def _row(number: int, contract: CastContract) -> ScreenRow:
    row = contract.row
    hosts_first = [*contract.of_side(Side.HOST), *contract.of_side(Side.GUEST)]
    return ScreenRow(
        number,
        unbroken(row.title),
        [_party(party, row.texts) for party in hosts_first],
        _in_chinese(row.amount),
        row.kind.value,
        unbroken(row.texts.get(f"title_{_ENGLISH}", "")),
        _in_english(row.amount),
    )


def _party(party: CastParty, texts: Mapping[str, str]) -> ScreenParty:
    """Return a party; in English as its contract is written, else as its guest is called."""
    signatory = party.signatory
    side, guest = party.row.side, signatory.guest if signatory else None

    def english(field: str) -> str:
        return unbroken(texts.get(f"{side}.{field}_{_ENGLISH}", ""))

    return ScreenParty(
        side,
        party.side is Side.HOST,
        unbroken(party.row.organization),
        signatory.name if signatory else "",
        signatory.title if signatory else "",
        english("organization"),
        english("signatory") or (guest.latin_name if guest else ""),
        english("signatory_title") or (guest.title_en if guest else ""),
    )


def _total(amounts: Sequence[Amount]) -> Amount | None:
    if not amounts or len({amount.currency for amount in amounts}) > 1:
        return None
    return Amount(sum(amount.fen for amount in amounts), amounts[0].currency)


def _in_chinese(amount: Amount | None) -> str:
    return written(amount) if amount else ""


def _in_english(amount: Amount | None) -> str:
    return written_foreign(amount) if amount else ""


def _batch_in_english(name: str) -> str:
    """Return what the usual name of a batch (第一批) is in English, "" for any other name."""
    numbers = range(1, _MOST_BATCHES)
    return next((f"Batch {number}" for number in numbers if name == ordinal_name(number)), "")
