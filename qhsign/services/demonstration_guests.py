"""Guests of a demonstration event: those the reports describe, hosts, signatories; the records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from random import Random
from typing import Any

from qhsign.domain.guest import Category, Invitation, Vetting
from qhsign.domain.rank_suggestion import suggested_rank
from qhsign.services import reference
from qhsign.services.demonstration_documents import GROWN_UP, STUDENT, document, phone
from qhsign.services.demonstration_facts import named_people, table
from qhsign.services.demonstration_names import CHINA, NameMaker, Person
from qhsign.services.demonstration_organizations import Organizations
from qhsign.services.demonstration_slates import Signatory
from qhsign.store.schema import Guest

VOLUNTEER = "志愿者"
_WITH_PHONE, _WITH_DOCUMENT, _WITH_LODGING = 0.93, 0.86, 0.35
_LODGED = {Category.GUEST, Category.DELEGATE, Category.SIGNATORY}
_VETTINGS = {Vetting.PASSED: 985, Vetting.PENDING: 11, Vetting.FAILED: 4}


class Place(IntEnum):
    """Who stays on the list when it is cut short: the first ones do."""

    NAMED = 0
    DESCRIBED = 1
    HOST = 2
    SIGNATORY = 3
    OTHER = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A guest before the record is made."""

    person: Person
    organization: str
    kind: str
    title: str
    category: Category
    place: Place = Place.OTHER
    delegation: str = ""
    declared: int | None = None
    vip: bool = False
    level: int | None = None
    sequence: int | None = None
    credentials: date | None = None
    signs: Signatory | None = None
    organization_country: str = CHINA


def described(dice: Random, people: NameMaker, start: date) -> Iterator[Wanted]:
    """Give the 96 guests the reports break down: those named, and made-up ones for the others."""
    known = table("described")["groups"]
    drawn: set[str] = set()
    sequence = 0
    for group in table("fair25")["guests"]["groups"]:
        filling = known[group["group"]]
        named = list(group.get("named", ()))
        for organization, post, category, country, vip in _lines(dice, filling, group["persons"]):
            sequence += 1
            if post:
                person, title, place = _unlike(people, country, drawn), post, Place.DESCRIBED
            else:
                published = named.pop(0)
                person = Person(published["full_name"], None, published.get("country", country))
                title, place = published["title"], Place.NAMED
            level = suggested_rank(title, country, reference.rank_table())
            ambassador = place is Place.DESCRIBED and title.endswith("大使")
            yield Wanted(
                person,
                organization,
                "驻华机构" if country not in {CHINA, "HK"} else "机构",
                title,
                Category(category),
                place,
                delegation=group["group"],
                declared=group["persons"],
                vip=bool(vip),
                level=level or filling["level"],
                # Made-up ambassadors stand by the date of their credentials.
                sequence=None if ambassador else sequence,
                credentials=_credentials(dice, start) if ambassador else None,
                organization_country=country,
            )


def _unlike(people: NameMaker, country: str, drawn: set[str]) -> Person:
    """Draw somebody whose name none of the described guests bears."""
    while True:
        person = people.of_country(country)
        names = {person.full_name, person.latin_name} - {""}
        if not names & drawn:
            drawn |= names
            return person


def _lines(dice: Random, filling: dict[str, Any], count: int) -> Sequence[Sequence[Any]]:
    people = filling["people"]
    if isinstance(people, list):
        return people
    organizations = dice.sample(table("described")[people], count)
    return [
        (organization, dice.choice(filling["posts"]), "guest", CHINA, 0)
        for organization in organizations
    ]


def _credentials(dice: Random, start: date) -> date:
    return date.fromordinal(start.toordinal() - dice.randint(200, 1200))


def hosts() -> Iterator[Wanted]:
    """Give the host's officials whom the reports name."""
    for published in table("fair25")["guests"]["hosts_named"]:
        organization, title = _parted_post(published["title"])
        yield Wanted(
            Person(published["full_name"], None, CHINA),
            organization,
            "政府",
            title,
            Category.DELEGATE,
            Place.HOST,
            delegation="青海省有关部门",
        )


def _parted_post(post: str) -> tuple[str, str]:
    for end in ("厅", "局", "办"):
        organization, found, title = post.partition(end)
        if found and title:
            return organization + found, title
    return "", post


def signatories(signing: Sequence[Signatory]) -> Iterator[Wanted]:
    """Give everybody who signs a contract."""
    for signs in signing:
        yield Wanted(
            signs.person,
            signs.organization,
            signs.kind,
            signs.title,
            Category.SIGNATORY,
            Place.SIGNATORY,
            signs=signs,
            organization_country=signs.person.country,
        )


class GuestMaker:
    """Makes the records, each with an organization, and the numbers a made-up person may have."""

    def __init__(self, dice: Random, organizations: Organizations, start: date) -> None:
        self._dice, self._organizations, self._start = dice, organizations, start
        self._real = named_people()
        self._english: dict[str, str] = table("described")["posts_en"]

    def guest(self, number: int, wanted: Wanted) -> Guest:
        """Return the record of one guest."""
        person = wanted.person
        organization = self._organizations.organization(
            wanted.organization, kind=wanted.kind, country=wanted.organization_country
        )
        delegation = (
            self._organizations.delegation(wanted.delegation, wanted.declared)
            if wanted.delegation
            else None
        )
        # Every record sets the same fields, or the database would take them one by one.
        made = Guest(
            number=number,
            full_name=person.full_name,
            latin_name=person.latin_name,
            gender=person.gender,
            country=person.country,
            organization=wanted.organization,
            organization_id=organization.id,
            delegation_id=delegation.id if delegation else None,
            title=wanted.title,
            title_en="" if person.country == CHINA else self._english.get(wanted.title, ""),
            category=wanted.category,
            vip=wanted.vip,
            # The published 6,096 took part: every one of them is confirmed.
            invitation=Invitation.CONFIRMED,
            vetting=self._vetting(wanted.place),
            rank_level=wanted.level,
            rank_seq=wanted.sequence,
            credentials_date=wanted.credentials,
            arranged=number if wanted.place <= Place.DESCRIBED else None,
            **self._private(wanted),
        )
        if wanted.signs is not None:
            wanted.signs.guest_id = made.id
        return made

    def _private(self, wanted: Wanted) -> dict[str, str]:
        """Return what only a made-up person may have, empty for a real one."""
        dice, person = self._dice, wanted.person
        private = dict.fromkeys(
            ("phone", "document_kind", "document_number", "lodging", "vehicle"), ""
        )
        if person.full_name in self._real:
            return private
        if dice.random() < _WITH_PHONE:
            private["phone"] = phone(dice)
        if dice.random() < _WITH_DOCUMENT:
            ages = STUDENT if wanted.title == VOLUNTEER else GROWN_UP
            kind, number = document(dice, person, self._start, ages)
            private["document_kind"], private["document_number"] = kind, number
        if wanted.category in _LODGED and dice.random() < _WITH_LODGING:
            floor, room = dice.randint(3, 18), dice.randint(1, 28)
            private["lodging"] = f"示范宾馆{dice.choice('ABC')}座{floor:02d}{room:02d}"
            private["vehicle"] = f"{dice.randint(1, 60)}号车"
        return private

    def _vetting(self, place: Place) -> Vetting:
        if place is not Place.OTHER:
            return Vetting.PASSED
        shares = _VETTINGS
        (drawn,) = self._dice.choices(list(shares), list(shares.values()))
        return drawn
