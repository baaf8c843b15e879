"""Everything about one guest, read in one session for the side panel."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qhsign.domain import badge_token
from qhsign.domain.guest import Invitation
from qhsign.domain.name_reading import reading_of
from qhsign.services import events, print_ledger, reference
from qhsign.services.desk import Desk
from qhsign.services.guest_detail_records import (
    ActivityLine,
    BadgeLine,
    DelegationLine,
    GuestDetails,
    GuestReading,
    PrintLine,
    SignedLine,
)
from qhsign.services.guest_edits import by_id
from qhsign.services.guest_fields import FIELDS
from qhsign.services.guest_history import history
from qhsign.services.guest_joining import brief
from qhsign.services.guest_joining_records import GuestBrief
from qhsign.services.guest_problems import problems_of
from qhsign.services.guest_records import Arrival
from qhsign.services.guest_values import shown_value
from qhsign.services.one_person import STANDING, records_of
from qhsign.services.photos import read_jpeg
from qhsign.services.presence import first_entries_of
from qhsign.store.schema import (
    Activity,
    Badge,
    Contract,
    Delegation,
    Guest,
    Invited,
    Party,
    PrintItem,
    PrintRun,
)

_MOST_NAMESAKES = 12
_MOST_PRINTS = 30
_MOST_DELEGATIONS = 2_000


def details(desk: Desk, guest: str) -> GuestDetails:
    """Return everything about a guest (by id); of a joined record, about who remains.

    Every question is answered from an index: a hundred thousand guests take no longer. Raises
    ProblemForUser ``guest-gone``.
    """
    with desk.read() as session:
        found = by_id(session, guest)
        records = records_of(session, found.id)
        facts = events.facts_in(session)
        past, operations = history(session, records, facts.zone)
        reading, countries = _reading(found), reference.country_table()
        return GuestDetails(
            id=found.id,
            number=found.number,
            full_name=found.full_name,
            category=found.category,
            vip=found.vip,
            status=found.invitation,
            facts={
                name: shown_value(session, found, name) for name in FIELDS if name != "activities"
            },
            reading=reading,
            country=countries.chinese.get(found.country or "", ""),
            country_en=countries.english.get(found.country or "", ""),
            photo=read_jpeg(session, found.photo) if found.photo else b"",
            activities=list(_activities(session, found, records, facts.zone)),
            contracts=list(_contracts(session, found)),
            badges=list(_badges(session, records, facts.zone)),
            prints=list(_prints(session, records, facts.zone)),
            delegation=_delegation(session, found),
            problems=problems_of(session, found, reading, vetting=facts.vetting_required),
            namesakes=_namesakes(session, found),
            history=past,
            operations=operations,
            also=[
                f"{number:05d}"
                for number in session.scalars(
                    select(Guest.number).where(Guest.joined_into == found.id).order_by(Guest.number)
                )
            ],
            delegations=session.scalars(
                select(Delegation.name).order_by(Delegation.name).limit(_MOST_DELEGATIONS)
            ).all(),
        )


def _reading(guest: Guest) -> GuestReading:
    tables = reference.reading_tables()
    computed = reading_of(guest.full_name, guest.country, tables)
    shown = reading_of(guest.full_name, guest.country, tables, guest.reading or None)
    strokes = reference.order_tables().strokes
    return GuestReading(
        str(computed),
        str(shown),
        shown.confirmed,
        "".join(strokes.unranked(guest.full_name, guest.stroke_stand_in or None)),
    )


def _activities(
    session: Session, guest: Guest, records: Sequence[str], zone: tzinfo
) -> Iterator[ActivityLine]:
    listed = set(session.scalars(select(Invited.activity_id).where(Invited.guest_id.in_(records))))
    came = first_entries_of(session, records)
    for activity in session.scalars(select(Activity).order_by(Activity.number)):
        by_list = activity.invited == "listed"
        entry = came.get(activity.id)
        confirmed = guest.invitation is Invitation.CONFIRMED
        yield ActivityLine(
            activity.id,
            activity.name,
            activity.opens.astimezone(zone) if activity.opens else None,
            activity.id in listed if by_list else confirmed and _fits(activity, guest),
            by_list,
            Arrival(entry.at.astimezone(zone), entry.desk) if entry else None,
        )


def _fits(activity: Activity, guest: Guest) -> bool:
    return activity.categories is None or guest.category.value in activity.categories


def _contracts(session: Session, guest: Guest) -> Iterator[SignedLine]:
    query = (
        select(Party, Contract.number, Contract.title)
        .join(Contract, Contract.id == Party.contract_id)
        .order_by(Contract.number, Party.side)
    )
    for party, number, title in session.execute(query.where(Party.signatory_id == guest.id)):
        yield SignedLine(f"{number:04d}", title, party.side, "signatory")
    if guest.organization_id is None:
        return
    # Assistants and witnesses are names on the contract: somebody of that side bears them.
    beside = query.where(Party.organization_id == guest.organization_id)
    for party, number, title in session.execute(beside):
        for role, text in (
            ("substitute", party.substitute),
            ("assistant", party.assistant),
            ("witness", party.witnesses),
        ):
            if guest.full_name in _names_in(text):
                yield SignedLine(f"{number:04d}", title, party.side, role)


def _names_in(text: str) -> Sequence[str]:
    for mark in "，,；;\n":
        text = text.replace(mark, "、")
    return [name.strip() for name in text.split("、")]


def _badges(session: Session, records: Sequence[str], zone: tzinfo) -> Iterator[BadgeLine]:
    printed = (
        select(func.count())
        .where(PrintItem.entity_id == Badge.id, PrintItem.outcome == print_ledger.DONE)
        .correlate(Badge)
        .scalar_subquery()
    )
    query = select(Badge, printed).where(Badge.guest_id.in_(records)).order_by(Badge.serial.desc())
    for badge, times in session.execute(query):
        yield BadgeLine(
            badge.serial,
            badge_token.formatted_short_code(badge.short_code),
            badge.status,
            badge.issued_at.astimezone(zone),
            times,
            badge.end_reason,
        )


def _prints(session: Session, records: Sequence[str], zone: tzinfo) -> Iterator[PrintLine]:
    held = session.scalars(select(Badge.id).where(Badge.guest_id.in_(records))).all()
    query = (
        select(PrintRun, PrintItem.outcome, PrintItem.code)
        .join(PrintItem, PrintItem.run_id == PrintRun.id)
        .where(PrintItem.entity_id.in_([*records, *held]))
        .order_by(PrintRun.at.desc(), PrintItem.id)
        .limit(_MOST_PRINTS)
    )
    for run, outcome, code in session.execute(query):
        yield PrintLine(
            print_ledger.run_label(run.number),
            run.at.astimezone(zone),
            run.kind,
            run.layout,
            outcome,
            code,
            run.reason,
        )


def _delegation(session: Session, guest: Guest) -> DelegationLine | None:
    if guest.delegation_id is None:
        return None
    found = session.get_one(Delegation, guest.delegation_id)
    named = session.scalar(
        select(func.count())
        .select_from(Guest)
        .where(Guest.delegation_id == found.id, STANDING, Guest.invitation == Invitation.CONFIRMED)
    )
    return DelegationLine(found.name, found.declared_count, named or 0)


def _namesakes(session: Session, guest: Guest) -> Sequence[GuestBrief]:
    query = (
        select(Guest)
        .where(Guest.full_name == guest.full_name, Guest.id != guest.id, STANDING)
        .order_by(Guest.number)
        .limit(_MOST_NAMESAKES)
    )
    return [brief(session, other) for other in session.scalars(query)]
