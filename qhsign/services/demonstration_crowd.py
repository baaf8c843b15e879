"""The thousands of made-up guests beyond those the reports describe."""

from collections.abc import Iterator
from random import Random

from qhsign.domain.guest import Category
from qhsign.services.demonstration_facts import table
from qhsign.services.demonstration_guests import VOLUNTEER, Wanted
from qhsign.services.demonstration_names import CHINA, NameMaker, Person
from qhsign.services.demonstration_organizations import (
    Firms,
    offices_of_prefectures,
    offices_of_provinces,
)

_SHARES = {
    Category.EXHIBITOR: 43,
    Category.DELEGATE: 24,
    Category.GUEST: 13,
    Category.STAFF: 14,
    Category.MEDIA: 6,
}
_TRIES = 20
_GUESTS_FROM_FIRMS = 0.6
_DELEGATES_OF_PREFECTURES = 0.4
_VOLUNTEERS = 0.5


class Crowd:
    """Draws guests one by one; nobody shares both name and organization with another."""

    def __init__(self, dice: Random, people: NameMaker, firms: Firms) -> None:
        self._dice, self._people, self._firms = dice, people, firms
        self._parts = table("organizations")
        self._provinces, self._prefectures = offices_of_provinces(), offices_of_prefectures()
        self._seen: set[tuple[str, str]] = set()
        self._real_firms = frozenset(table("described")["central"] + table("described")["top500"])
        self._long = list(self._parts["long_names"])

    def avoid(self, wanted: Wanted) -> None:
        """Keep the name and organization of somebody who is on the list already."""
        self._seen.add((wanted.person.full_name, wanted.organization))

    def draw(self, count: int) -> Iterator[Wanted]:
        """Give this many guests: first those of note, then all sorts."""
        known = self._people.of_note()[:count]
        for person in known:
            yield self._unlike(person)
        for _ in range(count - len(known)):
            yield self._unlike(None)

    def _unlike(self, known: Person | None) -> Wanted:
        (category,) = self._dice.choices(list(_SHARES), list(_SHARES.values()))
        for attempt in range(_TRIES):
            person = known or (self._people.anyone() if attempt == 0 else self._people.han())
            wanted = self._at_work(person, category)
            if (person.full_name, wanted.organization) not in self._seen:
                break
        else:
            # A new firm has nobody yet, so that this cannot fail.
            wanted = self._of_firm(person, Category.EXHIBITOR, self._firms.another())
        self.avoid(wanted)
        return wanted

    def _at_work(self, person: Person, category: Category) -> Wanted:
        if person.country != CHINA:
            return self._from_abroad(person)
        match category:
            case Category.DELEGATE:
                return self._delegate(person)
            case Category.GUEST:
                return self._guest(person)
            case Category.MEDIA:
                return self._simple(person, category, "media", "媒体", "media")
            case Category.STAFF:
                return self._staff(person)
            case _:
                return self._of_firm(person, category, self._firms.one())

    def _from_abroad(self, person: Person) -> Wanted:
        organization = self._dice.choice(self._parts["foreign"][person.country])
        title = self._dice.choice(("总经理", "项目经理", "市场总监", "销售经理", "会长"))
        return Wanted(
            person,
            organization,
            "企业",
            title,
            self._dice.choice((Category.GUEST, Category.EXHIBITOR)),
            delegation="境外工商界代表团",
            organization_country=person.country,
        )

    def _delegate(self, person: Person) -> Wanted:
        if self._dice.random() < _DELEGATES_OF_PREFECTURES:
            place, office = self._dice.choice(self._prefectures)
        else:
            place, office = self._dice.choice(self._provinces)
        title = self._office_title(office)
        return Wanted(person, office, "政府", title, Category.DELEGATE, delegation=f"{place}代表团")

    def _office_title(self, office: str) -> str:
        titles = self._parts["titles"]["office"]
        return str(self._dice.choice([title for title in titles if _fits(title, office)]))

    def _guest(self, person: Person) -> Wanted:
        if self._long:
            return self._institute(person, self._long.pop())
        if self._dice.random() < _GUESTS_FROM_FIRMS:
            return self._of_firm(person, Category.GUEST, self._firms.one())
        return self._institute(person, self._dice.choice(self._parts["institutes"]))

    def _institute(self, person: Person, organization: str) -> Wanted:
        title = self._dice.choice(self._parts["titles"]["institute"])
        return Wanted(person, organization, "机构", title, Category.GUEST)

    def _staff(self, person: Person) -> Wanted:
        if self._dice.random() < _VOLUNTEERS:
            wanted = self._simple(person, Category.STAFF, "volunteers", "机构", "staff")
            return Wanted(person, wanted.organization, "机构", VOLUNTEER, Category.STAFF)
        return self._simple(person, Category.STAFF, "hosts", "政府", "staff")

    def _simple(
        self, person: Person, category: Category, organizations: str, kind: str, titles: str
    ) -> Wanted:
        organization = self._dice.choice(self._parts[organizations])
        return Wanted(
            person, organization, kind, self._dice.choice(self._parts["titles"][titles]), category
        )

    def _of_firm(self, person: Person, category: Category, firm: str) -> Wanted:
        return Wanted(
            person, firm, "企业", self._dice.choice(self._parts["titles"]["firm"]), category
        )


def _fits(title: str, office: str) -> bool:
    """Tell whether an office has this post: a 厅 has a 副厅长, a 局 a 副局长."""
    if title == "副厅长":
        return office.endswith("厅")
    if title == "副局长":
        return office.endswith("局")
    if title == "副主任":
        return office.endswith(("委员会", "办公室"))
    return not title.endswith("处长") or "省" in office or office.endswith(("厅", "委员会"))
