"""A demonstration event (演示活动): the published facts of the 25th fair and made-up people."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from qhsign.domain.guest import Category, Invitation
from qhsign.domain.problems import ProblemForUser
from qhsign.services import demonstration_contracts as contracts
from qhsign.services import demonstration_programme as programme
from qhsign.services.demonstration_arrivals import simulate
from qhsign.services.demonstration_crowd import Crowd
from qhsign.services.demonstration_facts import named_people, stream, table
from qhsign.services.demonstration_guests import (
    GuestMaker,
    Place,
    Wanted,
    described,
    hosts,
    signatories,
)
from qhsign.services.demonstration_names import NameMaker
from qhsign.services.demonstration_organizations import Firms, Organizations
from qhsign.services.demonstration_slates import PlannedContract, Signatory, plan
from qhsign.services.desk import Desk
from qhsign.services.editions import enter_published
from qhsign.services.events import new_event
from qhsign.store import numbers
from qhsign.store.event_file import EventFile
from qhsign.store.journal import JournaledSession
from qhsign.store.schema import Activity, Guest, Invited

MOST_GUESTS = 100_000
"""As many guests as the screens are made for, and as ten desks have badge numbers for."""

_AT_ONCE = 2000
_MEDIA_AT_SIGNING, _STAFF_AT_SIGNING, _AT_GUEST_COUNTRY = 24, 16, 120


def make(
    path: Path,
    desk_of: Callable[[EventFile], Desk],
    *,
    guests: int = 6096,
    seed: int = 25,
    start: date | None = None,
    arrivals: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, object]:
    """Make an event file full of demonstration data, and return how much of what it holds.

    The same ``seed`` and ``guests`` give the same people, titles and amounts. With fewer guests
    than the reports describe, the named ones stay; the contracts always stay. The event begins on
    ``start``, or today by its own clock. ``arrivals`` issues badges and simulates the morning of
    the opening. ``progress`` is told what is done out of all there is to do.

    Raises ProblemForUser ``demonstration-guests`` for an impossible number, and what making an
    event file raises. An event half made is taken away again.
    """
    if not 0 <= guests <= MOST_GUESTS:
        raise ProblemForUser("demonstration-guests", guests=guests, most=MOST_GUESTS)
    facts = table("fair25")["event"]
    desk = new_event(
        path, desk_of, title=facts["title"], edition=facts["edition"], is_demonstration=True
    )
    done = False
    try:
        parts = 2 if arrivals else 1
        counts = _fill(desk, guests, seed, start, _part_of(progress, guests, 0, parts))
        if arrivals:
            counts["badges"], counts["checked_in"] = simulate(
                desk, stream(seed, "arrivals"), _part_of(progress, guests, 1, 2)
            )
        done = True
    finally:
        desk.file.close()
        if not done:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
    return counts


def _part_of(
    progress: Callable[[int, int], None] | None, guests: int, part: int, parts: int
) -> Callable[[int, int], None] | None:
    """Count one part of the work, of equal parts, as guests done out of all parts' guests."""
    if progress is None:
        return None
    return lambda done, total: progress(part * guests + guests * done // total, parts * guests)


def _fill(
    desk: Desk,
    guests: int,
    seed: int,
    start: date | None,
    progress: Callable[[int, int], None] | None,
) -> dict[str, object]:
    zone = ZoneInfo(table("fair25")["event"]["time_zone"])
    first_day = start or desk.now().astimezone(zone).date()
    people = NameMaker(stream(seed, "names"))
    firms = Firms(stream(seed, "firms"))
    planned = plan(stream(seed, "contracts"), people, firms)
    everyone = _everyone(seed, people, firms, planned, guests, first_day)
    organizations = Organizations()
    contracts.name_parties(planned, organizations)
    with desk.write("demo") as session:
        event = programme.describe(session, first_day)
        zones = programme.describe_zones(session)
        activities = programme.add_activities(session, event)
        figures = programme.add_figures(session)
        enter_published(session)
        maker = GuestMaker(stream(seed, "guests"), organizations, first_day)
        taken = numbers.take(session, "guest", len(everyone))
        records = [maker.guest(number, one) for number, one in zip(taken, everyone, strict=True)]
        organizations.declare_sizes(stream(seed, "delegations"))
        session.add_all(organizations.records())
        slates = contracts.add_slates(session, activities, first_day)
        session.flush()
        _write(session, records, progress)
        contracts.add_contracts(
            session,
            planned,
            event=event,
            slates=slates,
            organizations=organizations,
            assistants=_assistants(records),
            now=desk.now(),
        )
        session.add_all(_invitations(stream(seed, "invitations"), activities, everyone, records))
    made, delegations = organizations.counts
    described = sum(one.place in {Place.NAMED, Place.DESCRIBED} for one in everyone)
    return {
        "guests": len(everyone),
        "described": described,
        "generated": len(everyone) - described,
        "named": sum(one.person.full_name in named_people() for one in everyone),
        "confirmed": sum(record.invitation is Invitation.CONFIRMED for record in records),
        "organizations": made,
        "delegations": delegations,
        "contracts": len(planned),
        "slates": contracts.slate_counts(planned),
        "activities": len(activities),
        "zones": zones,
        "figures": figures,
        "badges": 0,
        "checked_in": 0,
    }


def _everyone(
    seed: int,
    people: NameMaker,
    firms: Firms,
    planned: Sequence[PlannedContract],
    count: int,
    start: date,
) -> list[Wanted]:
    """Return the guests in the order of their numbers, cut to ``count``."""
    crowd = Crowd(stream(seed, "crowd"), people, firms)
    known = [
        *described(stream(seed, "described"), people, start),
        *hosts(),
        *signatories(_signing(planned)),
    ]
    for wanted in known:
        crowd.avoid(wanted)
    if len(known) <= count:
        return [*known, *crowd.draw(count - len(known))]
    kept = sorted(range(len(known)), key=lambda place: (known[place].place, place))[:count]
    return [known[place] for place in sorted(kept)]


def _signing(planned: Sequence[PlannedContract]) -> list[Signatory]:
    """Return everybody who signs, once each: a host's signatory signs several contracts."""
    signing = (party.signatory for contract in planned for party in contract.parties)
    return list({id(one): one for one in signing}.values())


def _assistants(records: Sequence[Guest]) -> list[str]:
    """Return the staff whose name nobody else bears, the assistants at the signing table."""
    bearers = Counter(record.full_name for record in records)
    return [
        record.full_name
        for record in records
        if record.category is Category.STAFF and bearers[record.full_name] == 1
    ]


def _write(
    session: JournaledSession,
    records: Sequence[Guest],
    progress: Callable[[int, int], None] | None,
) -> None:
    for begin in range(0, len(records), _AT_ONCE):
        part = records[begin : begin + _AT_ONCE]
        session.add_all(part)
        session.flush()
        if progress is not None:
            progress(begin + len(part), len(records))


def _invitations(
    dice: Random,
    activities: Mapping[str, Activity],
    everyone: Sequence[Wanted],
    records: Sequence[Guest],
) -> Iterator[Invited]:
    """Give the lists of the two activities that have one."""
    pairs = list(zip(everyone, records, strict=True))
    foreign = [record for one, record in pairs if one.person.country not in _AT_HOME]
    leaders = [record for one, record in pairs if record.vip]
    of: dict[Category, list[Guest]] = {category: [] for category in Category}
    for one, record in pairs:
        if one.place is Place.OTHER:
            of[record.category].append(record)

    def some(category: Category, count: int) -> list[Guest]:
        return dice.sample(of[category], min(count, len(of[category])))

    icelandic = [record for record in foreign if record.country == "IS"]
    talks = [*leaders, *icelandic, *some(Category.DELEGATE, _AT_GUEST_COUNTRY)]
    # The hall opens to signatories, media, staff and marked guests only.
    signing = [
        *leaders,
        *(
            r
            for r in records
            if r.category is Category.SIGNATORY and r.organization in _SIGNING_SIDES
        ),
        *some(Category.MEDIA, _MEDIA_AT_SIGNING),
        *some(Category.STAFF, _STAFF_AT_SIGNING),
    ]
    for name, invited in ((_TALKS, talks), (_FRIENDSHIP, signing)):
        for guest in {guest.id: guest for guest in invited}.values():
            yield Invited(guest_id=guest.id, activity_id=activities[name].id)


_TALKS, _FRIENDSHIP = "主宾国经贸合作交流", "友好省州签约暨合作对接会"
_SIGNING_SIDES = {"青海省人民政府", "吉尔吉斯共和国伊塞克湖州"}
_AT_HOME = {"CN", "HK", "MO", "TW"}
