"""The tables of the report screen (统计), counted from the records in one view of the file."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from qhsign.domain.contract import totals
from qhsign.domain.guest import Category
from qhsign.domain.money import Amount
from qhsign.services import events, slates
from qhsign.services.activities import find as find_activity
from qhsign.services.desk import Desk
from qhsign.services.figure_records import (
    ActivityKinds,
    DayFigures,
    DelegationFigures,
    OrganizationFigures,
    ReportFigures,
    SlateFigures,
)
from qhsign.services.overview_records import Figures
from qhsign.services.presence import every_entry
from qhsign.services.statistics import expected_at
from qhsign.store.schema import Activity, Contract, Delegation, Guest, Slate

_TO_THE_HOUR = len("2024-07-11T01")


def report_figures(desk: Desk, activity: str = "") -> ReportFigures:
    """Return every table, of one activity by its id or name, or of any.

    Raises ProblemForUser ``activity-unknown`` or ``activity-ambiguous``.
    """
    with desk.read() as session:
        zone = events.facts_in(session).zone
        place = find_activity(session, activity) if activity else None
        places = list(session.scalars(select(Activity).order_by(Activity.number)))
        due = expected_at(session, [None, *places])
        came = _came(session)
        guests = _guests(session)
        key = place.id if place else None
        here = came.people(key)
        return ReportFigures(
            as_of=desk.now().astimezone(zone),
            activity=place.name if place else "",
            by_activity=[
                *(
                    _activity(each, due[each.id], came.people(each.id), guests, zone)
                    for each in places
                ),
                _activity(None, due[None], came.people(None), guests, zone),
            ],
            by_delegation=_by_delegation(session, due[key], here, guests),
            by_day=_by_day(came.entries(key), zone),
            by_organization=_by_organization(due[key], here, guests),
            slates=_slates(session),
        )


@dataclass(frozen=True, slots=True)
class _Guest:
    """What the tables sort a guest by."""

    category: Category
    delegation: str | None
    organization: str | None


@dataclass(frozen=True, slots=True)
class _Counted:
    """A contract as totals count it."""

    id: str
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class _Came:
    """Every entry that counts: activity, person and moment."""

    rows: Sequence[tuple[str, str, str]]

    def entries(self, activity: str | None) -> list[tuple[str, str]]:
        """Give person and moment of the entries at an activity, or at any."""
        return [(who, at) for where, who, at in self.rows if activity in {None, where}]

    def people(self, activity: str | None) -> frozenset[str]:
        """Return who came to an activity, or to any."""
        return frozenset(who for who, _ in self.entries(activity))


def _came(session: Session) -> _Came:
    return _Came([(where, who, at) for where, who, at, _ in every_entry(session)])


def _guests(session: Session) -> dict[str, _Guest]:
    query = select(
        Guest.id, Guest.category, Guest.delegation_id, Guest.organization_id, Guest.organization
    )
    return {
        row.id: _Guest(row.category, row.delegation_id, row.organization_id or row.organization)
        for row in session.execute(query)
    }


def _activity(
    place: Activity | None,
    due: Mapping[str, Category],
    here: Collection[str],
    guests: Mapping[str, _Guest],
    zone: ZoneInfo,
) -> ActivityKinds:
    wanted = Counter(due.values())
    came = Counter(guests[person].category for person in here if person in guests)
    return ActivityKinds(
        name=place.name if place else "",
        opens=place.opens.astimezone(zone) if place and place.opens else None,
        figures=Figures(len(due), len(here)),
        by_category={each: Figures(wanted[each], came[each]) for each in Category},
        unknown=sum(person not in guests for person in here),
    )


def _by_delegation(
    session: Session,
    due: Collection[str],
    here: Collection[str],
    guests: Mapping[str, _Guest],
) -> list[DelegationFigures]:
    """Return the delegations by name, then those without one."""
    named = Counter(each.delegation for each in guests.values())
    wanted = Counter(guests[person].delegation for person in due)
    came = Counter(guests[person].delegation for person in here if person in guests)
    found = [
        DelegationFigures(
            each.name, each.declared_count, named[each.id], Figures(wanted[each.id], came[each.id])
        )
        for each in session.scalars(select(Delegation).order_by(Delegation.name))
    ]
    if named[None]:
        found.append(DelegationFigures("", None, named[None], Figures(wanted[None], came[None])))
    return found


def _by_day(entries: Iterable[tuple[str, str]], zone: ZoneInfo) -> list[DayFigures]:
    local: dict[str, date] = {}
    people: dict[date, set[str]] = {}
    counted: Counter[date] = Counter()
    for who, at in entries:
        hour = at[:_TO_THE_HOUR]
        if hour not in local:
            moment = datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC)
            local[hour] = _day(moment, zone)
        day = local[hour]
        if day is _UNEVEN:
            day = datetime.fromisoformat(at).astimezone(zone).date()
        people.setdefault(day, set()).add(who)
        counted[day] += 1
    found, before = [], set[str]()
    for day in sorted(people):
        found.append(DayFigures(day, len(people[day]), len(people[day] - before), counted[day]))
        before |= people[day]
    return found


_UNEVEN = date.min
"""In place of a day: midnight falls inside this hour of UTC, so each moment is looked at."""


def _day(hour: datetime, zone: ZoneInfo) -> date:
    """Return the day of a whole hour, or _UNEVEN where two days meet in it."""
    begins = hour.astimezone(zone).date()
    ends = (hour + timedelta(minutes=59, seconds=59)).astimezone(zone).date()
    return begins if begins == ends else _UNEVEN


def _by_organization(
    due: Collection[str], here: Collection[str], guests: Mapping[str, _Guest]
) -> list[OrganizationFigures]:
    """Return all together, then each category with somebody expected or here."""
    lines = [_organizations(None, due, here, guests)]
    for category in Category:
        wanted = [person for person in due if guests[person].category is category]
        came = [p for p in here if p in guests and guests[p].category is category]
        if wanted or came:
            lines.append(_organizations(category, wanted, came, guests))
    return lines


def _organizations(
    category: Category | None,
    due: Collection[str],
    here: Collection[str],
    guests: Mapping[str, _Guest],
) -> OrganizationFigures:
    wanted = {guests[person].organization for person in due} - {None, ""}
    came = {guests[person].organization for person in here if person in guests} - {None, ""}
    return OrganizationFigures(
        category, Figures(len(due), len(here)), Figures(len(wanted), len(came))
    )


def _slates(session: Session) -> list[SlateFigures]:
    """Return every slate, then all contracts of the event, each counted once."""
    found = [
        slates.row(session, each) for each in session.scalars(select(Slate).order_by(Slate.id))
    ]
    query = select(Contract.id, Contract.amount, Contract.currency)
    counted = totals(
        _Counted(contract, None if fen is None else Amount(fen, currency))
        for contract, fen, currency in session.execute(query)
    )
    return [
        *(
            SlateFigures(
                each.name,
                each.contracts,
                each.without_amount,
                each.amounts,
                each.declared_contracts,
                each.declared_amount,
                each.gap,
            )
            for each in found
        ),
        SlateFigures("", counted.contracts, counted.without_amount, counted.amounts),
    ]
