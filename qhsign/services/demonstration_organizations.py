"""Where made-up guests come from: offices, firms, media; each organization is one record."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from qhsign.domain import names
from qhsign.services.demonstration_facts import table
from qhsign.store.schema import Delegation, Organization

_FORMS_CUT = ("集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "股份公司")
_SHORTEST_ALIAS = 3


class Organizations:
    """The organizations and delegations of the event, made when first named."""

    def __init__(self) -> None:
        self._made: dict[str, Organization] = {}
        self._delegations: dict[str, Delegation] = {}
        self._members: dict[str, int] = {}

    def organization(
        self, name: str, *, kind: str, country: str = "CN", aliases: Sequence[str] = ()
    ) -> Organization:
        """Return the organization of this name."""
        key = names.normalized_organization(name)
        if key not in self._made:
            self._made[key] = Organization(
                legal_name=name,
                key=key,
                kind=kind,
                country=country,
                region=_region(name) if country == "CN" else "",
                aliases=list(aliases) or _short_names(name, kind),
            )
        return self._made[key]

    def delegation(self, name: str, declared: int | None = None) -> Delegation:
        """Return the delegation of this name and count one more member."""
        if name not in self._delegations:
            self._delegations[name] = Delegation(name=name, declared_count=declared)
        self._members[name] = self._members.get(name, 0) + 1
        return self._delegations[name]

    def declare_sizes(self, dice: Random) -> None:
        """Let every delegation without a declared count declare roughly what it brings."""
        for name, delegation in self._delegations.items():
            if delegation.declared_count is None:
                delegation.declared_count = max(
                    1, self._members[name] + dice.choice((-2, 0, 0, 1, 3))
                )

    def records(self) -> list[Organization | Delegation]:
        """Return everything made."""
        return [*self._made.values(), *self._delegations.values()]

    @property
    def counts(self) -> tuple[int, int]:
        """How many organizations and delegations there are."""
        return len(self._made), len(self._delegations)


def _region(name: str) -> str:
    """Return the province a name begins with; places in Qinghai mean 青海."""
    parts = table("organizations")
    if name.startswith(tuple(_qinghai(parts))):
        return "青海"
    return next((province for province in parts["provinces"] if name.startswith(province)), "")


def _qinghai(parts: Mapping[str, Any]) -> Iterator[str]:
    yield "青海"
    yield from parts["prefectures"]
    yield from parts["prefecture_short"].values()
    for counties in parts["counties"].values():
        yield from counties
    yield from ("西宁", "海东", "海西", "格尔木", "德令哈", "互助", "循化", "玉树")


def _short_names(name: str, kind: str) -> list[str]:
    if kind != "企业":
        return []
    for form in _FORMS_CUT:
        short = name.removesuffix(form)
        if short != name and len(short) >= _SHORTEST_ALIAS:
            return [short]
    return []


class Firms:
    """Ordinary firms with made-up names, several guests from each."""

    _GUESTS_EACH = 4

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._parts = table("organizations")
        self._known: list[str] = list(table("described")["central"] + table("described")["top500"])
        self._new: set[str] = set(self._known)

    def one(self) -> str:
        """Return a firm: a new one for every few guests."""
        if self._dice.randrange(self._GUESTS_EACH):
            return self._dice.choice(self._known)
        return self.another()

    def another(self, trades: Sequence[str] = ()) -> str:
        """Return a firm that was not named before, in one of these trades or in any."""
        parts = {**self._parts, **({"firm_trades": trades} if trades else {})}
        while True:
            name = "".join(
                self._dice.choice(parts[part])
                for part in ("firm_places", "firm_brands", "firm_trades", "firm_forms")
            )
            if name not in self._new:
                self._new.add(name)
                self._known.append(name)
                return name


def offices_of_provinces() -> list[tuple[str, str]]:
    """Return (province, office) of every province that sent a delegation."""
    parts = table("organizations")
    full = parts["province_full"]
    return [
        (province, f"{province}{full.get(province, '省')}{_office(province, office)}")
        for province in parts["provinces"]
        if province not in parts["not_sent"]
        for office in parts["province_offices"]
    ]


def _office(province: str, office: str) -> str:
    # Cities under the State Council and the corps have bureaus and committees, not 厅.
    if province in {"北京", "天津", "上海", "重庆", "新疆生产建设兵团"}:
        return {
            "商务厅": "商务局"
            if province in {"北京", "天津", "新疆生产建设兵团"}
            else "商务委员会",
            "工业和信息化厅": "工业和信息化局",
            "文化和旅游厅": "文化和旅游局",
        }.get(office, office)
    return office


def offices_of_prefectures() -> list[tuple[str, str]]:
    """Return (prefecture, office) of the prefectures of Qinghai and their counties."""
    parts = table("organizations")
    short = parts["prefecture_short"]
    offices = [
        (place, f"{place}{office}")
        for place in parts["prefectures"]
        for office in parts["prefecture_offices"]
    ]
    counties = [
        (place, f"{county}人民政府")
        for place, all_of_it in parts["counties"].items()
        for county in all_of_it
    ]
    return [(short[place], office) for place, office in offices + counties]
