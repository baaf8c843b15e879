"""The contracts of a demonstration event: made-up projects whose totals are the published ones."""

import itertools
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from qhsign.domain.contract import ContractKind, SigningMode
from qhsign.domain.guest import Gender
from qhsign.services.demonstration_facts import fen_of_yi, table
from qhsign.services.demonstration_names import CHINA, NameMaker, Person
from qhsign.services.demonstration_organizations import Firms

_SIGNATORIES_OF_A_HOST = 3
_KEY_WITH_THREE_PARTIES = (4, 11)
_OTHERS_WITH_THREE_PARTIES = (45, 58, 77, 96)
_MADE_UP_FIRMS = 0.6


@dataclass(slots=True)
class Signatory:
    """Who signs; ``guest_id`` is set once that person is a guest."""

    person: Person
    organization: str
    title: str
    kind: str
    guest_id: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedParty:
    """One side of a planned contract; ``organization`` is what the contract calls it."""

    side: str
    organization: str
    kind: str
    signatory: Signatory
    aliases: Sequence[str] = ()
    country: str = CHINA


@dataclass(frozen=True, slots=True)
class PlannedContract:
    """A contract before it is written; ``fen`` is None where there is no amount.

    ``texts`` are those of its second ``language``, by the keys of `contract_texts`.
    """

    title: str
    kind: ContractKind
    fen: int | None
    industry: str
    region: str
    mode: SigningMode
    slates: tuple[str, ...]
    parties: tuple[PlannedParty, ...]
    batch: str = ""
    remark: str = ""
    language: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Draft:
    fen: int
    slates: tuple[str, ...]
    industry: str
    is_key: bool = False
    parties: list[PlannedParty] = field(default_factory=list)


def plan(dice: Random, people: NameMaker, firms: Firms) -> list[PlannedContract]:
    """Return the contracts with amounts in the order of their numbers, then those without."""
    return _Planner(dice, people, firms).all()


def parted(dice: Random, total: int, count: int, *, least: int, step: int) -> list[int]:
    """Part ``total`` into ``count`` sums of at least ``least``, all multiples of ``step``.

    ``total`` and ``least`` are multiples of ``step``; the sums add up to ``total`` exactly.
    """
    spare = (total - least * count) // step
    weights = [dice.randrange(10, 100) ** 2 for _ in range(count)]
    steps = [spare * weight // sum(weights) for weight in weights]
    for place in range(spare - sum(steps)):
        steps[place] += 1
    return [least + extra * step for extra in steps]


class _Planner:
    def __init__(self, dice: Random, people: NameMaker, firms: Firms) -> None:
        self._dice, self._people, self._firms = dice, people, firms
        self._parts: Mapping[str, Any] = table("contracts")
        self._subjects = {
            name: deque(all_of_it) for name, all_of_it in self._parts["subjects"].items()
        }
        for subjects in self._subjects.values():
            dice.shuffle(subjects)
        self._hosts = itertools.cycle(self._parts["places"])
        self._pools: dict[str, deque[Signatory]] = {}
        self._drawn: set[tuple[str, str]] = set()
        titles = table("organizations")["titles"]
        self._host_titles, self._firm_titles = titles["host_signatory"], titles["company_signatory"]
        self._companies = {
            industry: deque(companies) for industry, companies in self._parts["companies"].items()
        }

    def all(self) -> list[PlannedContract]:
        drafts = self._drafts()
        made = [self._contract(number, draft) for number, draft in enumerate(drafts, start=1)]
        return [*made, *self._without_amount()]

    def _drafts(self) -> list[_Draft]:
        key, computing, whole = table("fair25")["slates"]
        both = self._parts["shared_by_key_and_computing"]
        shared_sum = fen_of_yi(str(self._dice.randint(105, 135)))
        key_sum, computing_sum, whole_sum = (
            fen_of_yi(s["amount_yi"]) for s in (key, computing, whole)
        )
        sizes = {
            "key": (key_sum - shared_sum, key["contracts"] - both),
            "shared": (shared_sum, both),
            "computing": (computing_sum - shared_sum, computing["contracts"] - both),
            "rest": (
                whole_sum - key_sum - computing_sum + shared_sum,
                whole["contracts"] - key["contracts"] - computing["contracts"] + both,
            ),
        }
        slates = {
            "key": (key["name"], whole["name"]),
            "shared": (key["name"], computing["name"], whole["name"]),
            "computing": (computing["name"], whole["name"]),
            "rest": (whole["name"],),
        }
        industry = self._parts["computing_industry"]
        others = itertools.cycle(name for name in table("fair25")["industries"] if name != industry)
        drafts = {
            part: [
                _Draft(
                    fen,
                    slates[part],
                    industry if part in {"shared", "computing"} else next(others),
                    is_key=part in {"key", "shared"},
                )
                for fen in self._sums(part, *sizes[part])
            ]
            for part in sizes
        }
        # The largest project stands first on the key slate.
        first = sorted(drafts["key"] + drafts["shared"], key=lambda draft: -draft.fen)
        return [*first, *drafts["computing"], *drafts["rest"]]

    def _sums(self, part: str, total: int, count: int) -> list[int]:
        return parted(
            self._dice,
            total,
            count,
            least=fen_of_yi(self._parts["least_yi"][part]),
            step=fen_of_yi(self._parts["amount_steps_yi"][part]),
        )

    def _contract(self, number: int, draft: _Draft) -> PlannedContract:
        host = next(self._hosts)
        region, places = self._parts["places"][host]
        place, subject = self._dice.choice(places), self._subjects[draft.industry].popleft()
        parties = [self._host(host), self._company(draft)]
        if number in {*_KEY_WITH_THREE_PARTIES, *_OTHERS_WITH_THREE_PARTIES}:
            third = self._dice.choice(self._parts["third_parties"])
            parties.append(PlannedParty("丙", third, "企业", self._signatory(third, "企业")))
        batches = self._parts["batches"]
        kind, mode = ContractKind.PROJECT, SigningMode.ON_SITE
        if not draft.is_key:
            kind = ContractKind(self._weighted("kinds"))
            mode = SigningMode(self._weighted("modes"))
        return PlannedContract(
            title=f"{place}{subject}项目",
            kind=kind,
            fen=draft.fen,
            industry=draft.industry,
            region=region,
            mode=mode,
            slates=draft.slates,
            parties=tuple(parties),
            # Six in turn on the stage: eight hosts take turns, so nobody is wanted twice at once.
            batch=batches[(number - 1) // 6] if draft.is_key else "",
        )

    def _weighted(self, table_name: str) -> str:
        weights = self._parts[table_name]
        (drawn,) = self._dice.choices(list(weights), list(weights.values()))
        return str(drawn)

    def _host(self, organization: str) -> PlannedParty:
        """Let the few who sign for a host take turns."""
        if organization not in self._pools:
            titles = self._dice.sample(self._host_titles, _SIGNATORIES_OF_A_HOST)
            if organization.startswith("青海省"):
                titles = ["副秘书长"] * _SIGNATORIES_OF_A_HOST
            self._pools[organization] = deque(
                Signatory(
                    self._person(organization), organization, _fitting(title, organization), "政府"
                )
                for title in titles
            )
        pool = self._pools[organization]
        pool.rotate(-1)
        return PlannedParty("甲", organization, "政府", pool[0])

    def _company(self, draft: _Draft) -> PlannedParty:
        computing = draft.industry == self._parts["computing_industry"]
        made_up = not computing and not draft.is_key and self._dice.random() < _MADE_UP_FIRMS
        if made_up:
            company = self._firms.another(self._parts["trades"][draft.industry])
        else:
            company = self._companies[draft.industry][0]
            self._companies[draft.industry].rotate(-1)
        return PlannedParty("乙", company, "企业", self._signatory(company, "企业"))

    def _signatory(self, organization: str, kind: str) -> Signatory:
        title = self._dice.choice(self._firm_titles)
        return Signatory(self._person(organization), organization, title, kind)

    def _person(self, organization: str) -> Person:
        """Draw somebody whose name no other signatory of the organization bears."""
        person = self._people.anyone_at_home()
        while (person.full_name, organization) in self._drawn:
            person = self._people.anyone_at_home()
        self._drawn.add((person.full_name, organization))
        return person

    def _without_amount(self) -> Iterator[PlannedContract]:
        for published in table("fair25")["contracts_without_amount"]:
            abroad = published.get("country", CHINA) != CHINA
            yield self._friendship(published) if abroad else self._framework(published)

    def _framework(self, published: Mapping[str, Any]) -> PlannedContract:
        (signs,) = table("fair25")["guests"]["signatory_side_named"]
        company = published["second_party"]
        if "金山" in company:
            # The one person the reports name on a company's side; no sex is published.
            person = Person(signs["full_name"], None, CHINA)
            signatory = Signatory(person, signs["organization"], signs["title"], "企业")
        else:
            signatory = self._signatory(company, "企业")
        host = self._host("青海省人民政府").signatory
        aliases = tuple(published.get("aliases", ()))
        return PlannedContract(
            title=self._parts["framework_titles"][company],
            kind=ContractKind.FRAMEWORK,
            fen=None,
            industry="",
            region="青海省",
            mode=SigningMode.ON_SITE,
            slates=(self._parts["without_amount_slate"],),
            parties=(
                PlannedParty("甲", published["first_party"], "政府", host),
                PlannedParty("乙", company, "企业", signatory, aliases=aliases),
            ),
        )

    def _friendship(self, published: Mapping[str, Any]) -> PlannedContract:
        """Plan the agreement in two languages; who signs it is the same in every event."""
        parts = self._parts["friendship"]
        language = parts["language"]
        named = {"甲": published["first_party"], "乙": published["second_party"]}
        employers = {**named, "甲": "青海省人民政府"}
        parties, texts = [], {f"title_{language}": parts[f"title_{language}"]}
        texts |= {key: text for key, text in parts.items() if key.startswith("guest_title")}
        for side, organization in named.items():
            one = parts["people"][side]
            person = Person(
                one["name"], Gender(one["gender"]), one["country"], one.get("latin", "")
            )
            signatory = Signatory(person, employers[side], one["title"], "政府")
            parties.append(
                PlannedParty(side, organization, "政府", signatory, country=one["country"])
            )
            texts[f"{side}.organization_{language}"] = parts[f"parties_{language}"][side]
            texts[f"{side}.signatory_{language}"] = one[f"name_{language}"]
            texts[f"{side}.signatory_title_{language}"] = one[f"title_{language}"]
        return PlannedContract(
            title=published["title"],
            kind=ContractKind.FRIENDSHIP,
            fen=None,
            industry="",
            region="青海省",
            mode=SigningMode.ON_SITE,
            slates=(self._parts["without_amount_slate"],),
            parties=tuple(parties),
            remark="文本：中文、吉尔吉斯文、俄文",
            language=language,
            texts=texts,
        )


def _fitting(title: str, organization: str) -> str:
    """Return the post as the place has it: a prefecture has no 副市长, a city no 副州长."""
    if title in {"副州长", "副市长"}:
        return "副市长" if organization.endswith("市人民政府") else "副州长"
    return title
