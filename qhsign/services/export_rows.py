"""The rows of the exports, as words a person reads."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain import document
from qhsign.domain.contract import (
    KIND_WORDS,
    LIFE_CYCLE_WORDS,
    MODE_WORDS,
    funding_rate,
    written_rate,
)
from qhsign.domain.currency import HOME
from qhsign.domain.money import Amount, Unit, unit_for_column, written, written_in
from qhsign.domain.ordering import Order
from qhsign.services import contracts, events, reference
from qhsign.services.contract_records import ContractRow
from qhsign.services.guest_order import in_order
from qhsign.services.guest_records import GuestRow
from qhsign.services.late_sheet_records import is_late
from qhsign.services.one_person import who_remains
from qhsign.store.schema import (
    Activity,
    CheckIn,
    CheckInAnnulment,
    CheckInOverride,
    Contract,
    Guest,
    NumberTag,
)

Say = Callable[[str], str]
_DOCUMENT_WORDS = {kind.value: word for kind, word in document.KIND_WORDS.items()}


@dataclass(frozen=True, slots=True)
class GuestLine:
    """A guest as a roster shows one."""

    number: str
    full_name: str
    gender: str
    organization: str
    title: str
    category: str
    delegation: str
    status: str
    remark: str
    latin_name: str
    pinyin: str
    salutation: str
    country: str
    rank: str
    vip: str
    vetting: str
    seat: str
    liaison: str
    diet: str
    phone: str
    document_kind: str
    document_number: str
    arrival: str
    departure: str
    lodging: str
    vehicle: str


def guest_lines(
    session: Session, rows: list[GuestRow], order: Order, say: Say
) -> Iterator[GuestLine]:
    """Give the guests in order."""
    for _, line in placed_guest_lines(session, rows, order, say):
        yield line


def placed_guest_lines(
    session: Session, rows: list[GuestRow], order: Order, say: Say
) -> Iterator[tuple[str, GuestLine]]:
    """Give the guests in order, each after the id."""
    guests = {guest.id: guest for guest in session.scalars(select(Guest))}
    countries = reference.country_table()
    for row in in_order(session, rows, order):
        guest = guests[row.id]
        yield (
            row.id,
            GuestLine(
                number=row.label,
                full_name=row.full_name,
                gender=say(f"gender-{guest.gender}") if guest.gender else "",
                organization=row.organization,
                title=row.title,
                category=say(f"category-{row.category}"),
                delegation=row.delegation,
                status=say(f"status-{row.status}"),
                remark=guest.remark,
                latin_name=row.latin_name,
                pinyin=row.reading,
                salutation=guest.salutation,
                country=countries.chinese.get(guest.country or "", guest.country or ""),
                rank=guest.rank,
                vip=say("vip-mark") if row.vip else "",
                vetting=say(f"vetting-{row.vetting}"),
                seat=guest.seat,
                liaison=guest.liaison,
                diet=guest.diet,
                phone=guest.phone,
                document_kind=_DOCUMENT_WORDS.get(guest.document_kind, guest.document_kind),
                document_number=guest.document_number,
                arrival=guest.arrival,
                departure=guest.departure,
                lodging=guest.lodging,
                vehicle=guest.vehicle,
            ),
        )


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A contract as a list for offices shows one; ``amount`` in the unit of the column."""

    number: str
    title: str
    kind: str
    parties: str
    signatories: str
    amount: Decimal | str | None
    industry: str
    batch: str
    certificate: str
    currency: str
    region: str
    mode: str
    status: str
    slates: str
    approved_by: str
    agreed_on: date | None
    agreed_by: str
    signed_on: date | None
    funds: Decimal | str | None
    """In the unit of the amounts where they are in the amount's currency, else in words."""
    funding_rate: str


def contract_lines(session: Session) -> tuple[list[ContractLine], Unit]:
    """Return the contracts by number and the one unit their amounts are in."""
    found = list(session.scalars(select(Contract).order_by(Contract.number)))
    rows = contracts.rows(session, found)
    unit = unit_for_column(row.amount for row in rows)
    lines = []
    for row in rows:
        figure = written_in(row.amount, unit, bare=True) if row.amount else None
        plain = figure is not None and figure.replace(".", "", 1).isdigit()
        lines.append(
            ContractLine(
                number=row.label,
                title=row.title,
                kind=KIND_WORDS[row.kind],
                parties="\n".join(f"{p.side}方：{p.organization}" for p in row.parties),
                signatories="、".join(p.signatory for p in row.parties if p.signatory),
                amount=Decimal(figure) if figure is not None and plain else figure,
                industry=row.industry,
                batch=row.batch,
                certificate=row.certificate_number or "",
                currency=row.amount.currency if row.amount else "",
                region=row.region,
                mode=MODE_WORDS[row.mode],
                status=LIFE_CYCLE_WORDS[row.status],
                slates="；".join(row.slates),
                approved_by=row.approved_by,
                agreed_on=row.agreed_on,
                agreed_by=row.agreed_by,
                signed_on=row.signed_on,
                funds=_funds(row, unit),
                funding_rate=written_rate(_funding(row)) if row.amount else "",
            )
        )
    return lines, unit


def _funding(row: ContractRow) -> Decimal | None:
    if row.amount is None:
        return None
    return funding_rate(row.funds.get(row.amount.currency, 0), row.amount.fen)


def _funds(row: ContractRow, unit: Unit) -> Decimal | str | None:
    sums = [Amount(fen, currency) for currency, fen in row.funds.items()]
    currency = row.amount.currency if row.amount else HOME
    if [each.currency for each in sums] == [currency]:
        return Decimal(written_in(sums[0], unit, bare=True))
    return "、".join(map(written, sums)) or None


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """A check-in record as offices read it; every scan is there, refused and annulled ones too."""

    at: datetime
    activity: str
    desk: str
    number: str
    full_name: str
    organization: str
    category: str
    direction: str
    verdict: str
    note: str
    scan: str
    tag: str = ""


def check_in_lines(
    session: Session,
    say: Say,
    activity: str | None = None,
    guests: Collection[str] | None = None,
) -> Iterator[CheckInLine]:
    """Give the records in the order of the scans, in the event's own time.

    Of one activity by its id, or of all; of these guests only, or of everybody. A scan of a record
    that was joined stands under the guest who remains.
    """
    zone = events.facts_in(session).zone
    query = (
        select(CheckIn, Activity.name, Guest, CheckInOverride.reason, CheckInAnnulment.reason)
        .join(Activity, Activity.id == CheckIn.activity_id)
        .join(Guest, Guest.id == CheckIn.guest_id, isouter=True)
        .join(CheckInOverride, CheckInOverride.check_in_id == CheckIn.id, isouter=True)
        .join(CheckInAnnulment, CheckInAnnulment.check_in_id == CheckIn.id, isouter=True)
        .order_by(CheckIn.at, CheckIn.id)
        .execution_options(yield_per=1000)
    )
    tags = _tags(session)
    if activity is not None:
        query = query.where(CheckIn.activity_id == activity)
    for record, named, scanned, overridden, annulled in session.execute(query):
        guest = who_remains(session, scanned) if scanned else None
        if guests is not None and (guest is None or guest.id not in guests):
            continue
        notes = [
            f"{say('note-overridden')}{overridden}" if overridden else "",
            f"{say('note-annulled')}{annulled}" if annulled else "",
            say("note-rehearsal") if record.rehearsal else "",
            say("note-late") if is_late(record.message) else "",
        ]
        yield CheckInLine(
            at=record.at.astimezone(zone).replace(tzinfo=None, microsecond=0),
            activity=named,
            desk=record.desk,
            number=f"{guest.number:05d}" if guest else "",
            full_name=guest.full_name if guest else "",
            organization=guest.organization if guest else "",
            category=say(f"category-{guest.category}") if guest else "",
            direction=say("direction-out" if record.leaving else "direction-in"),
            verdict=say(f"verdict-{record.verdict}"),
            note="；".join(note for note in notes if note),
            scan=record.id,
            tag=""
            if record.rehearsal
            else tags.get((record.activity_id, record.guest_id or record.code), ""),
        )


def _tags(session: Session) -> dict[tuple[str, str], str]:
    """Return every number tag by activity and person: the guest's id or the badge's code."""
    query = select(NumberTag.activity_id, NumberTag.guest_id, NumberTag.code, NumberTag.tag)
    return {(place, guest or code): tag for place, guest, code, tag in session.execute(query)}
