"""What a title suggests about a rank. Titles only suggest: staff set the rank."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PARTS = re.compile(r"[、，,;；/|\n]|兼(?:任)?|\s+(?=[^\x00-\x7f])|\s+and\s+|\s+&\s+")
_POLITE = re.compile(r"(?:阁下|先生|女士|同志|his excellency|her excellency|h\.e\.)")
_FORMER = re.compile(r"^(?:原|前任?|曾任|former\b|ex-)|(?:^|驻.*)(?:候任|退休)")
_BRACKETS = re.compile(r"[（(](?!馆长|head of)[^（）()]*[）)]")
# The mission is not the person: 大使馆参赞 is a counsellor, 代办处 an office.
_MISSION = re.compile(r"驻[^、，,]*(?:大使馆|公使馆|代办处)|大使馆|公使馆|代办处|使馆")
_ENVOY_OF_A_COUNTRY = re.compile(r"驻|特命全权|使馆|embassy|ambassador")
_HOME = frozenset({"CN", "HK", "MO", "TW"})
_PARTY = re.compile(r"^中共")
# Prefectures that begin like a province: 海南藏族自治州 lies in Qinghai.
_PREFECTURES = re.compile(r"^海南(?:州|藏族)")


@dataclass(frozen=True, slots=True)
class RankTable:
    """Titles and the rank levels they suggest; a title may only end a part of what is written."""

    diplomatic: Mapping[str, int]
    domestic: Mapping[str, int]
    not_diplomatic: Sequence[str]
    """Endings that look like a diplomat's and are none (形象大使)."""


def suggested_rank(title: str, country: str | None, table: RankTable) -> int | None:
    """Return the rank level a title suggests, 1 the highest, or None where it says nothing.

    Of several titles the highest counts. 大使 > 公使 as head of mission > 代办 > 临时代办 > 公使 >
    公使衔参赞 > 参赞 > 武官 > 秘书 > 随员; a former post and a mission's name suggest nothing.
    """
    levels = [
        level
        for part in _PARTS.split(title)
        if (level := _level_of(part.strip().casefold(), country, table)) is not None
    ]
    return min(levels, default=None)


def _level_of(part: str, country: str | None, table: RankTable) -> int | None:
    if not part or _FORMER.search(part):
        return None
    heads_a_mission = bool(re.search(r"公使馆馆长|公使[（(]馆长[）)]", part))
    plain = _POLITE.sub("", _BRACKETS.sub("", part)).strip()
    if heads_a_mission:
        return table.diplomatic["特命全权公使"]
    if plain.endswith(tuple(table.not_diplomatic)):
        return None
    abroad = bool(country) and country not in _HOME
    if abroad or _ENVOY_OF_A_COUNTRY.search(plain):
        return _ending(_english(_MISSION.sub("", plain)), table.diplomatic)
    return _ending(plain, table.diplomatic if _only_a_title(plain, table) else table.domestic)


def _only_a_title(plain: str, table: RankTable) -> bool:
    """Tell a bare 参赞 or 大使, which needs no country to be a diplomat's."""
    return plain in table.diplomatic


def _english(plain: str) -> str:
    """Give the post out of ``ambassador of iceland to china``."""
    return re.split(r"\s+(?:of|to|at|for)\s+|\s*,", plain)[0] if plain.isascii() else plain


def _ending(plain: str, levels: Mapping[str, int]) -> int | None:
    """Return the level of the longest title that ends the text: 临时代办 before 代办."""
    for title in sorted(levels, key=len, reverse=True):
        if plain.endswith(title):
            return levels[title]
    return None


def province_place(organization: str, provinces: Sequence[str]) -> int | None:
    """Return the place of a province, region or city in State Council order, 1 for 北京.

    ``organization`` must begin with its name (青海省商务厅, 中共四川省委, 新疆生产建设兵团, 香港…);
    兵团 follows 新疆, then 香港, 澳门, 台湾. None for anything else.
    """
    text = _PARTY.sub("", organization.strip()).removeprefix("中国").removeprefix("中华人民共和国")
    if _PREFECTURES.match(text):
        return provinces.index("青海") + 1
    if text.startswith("兵团"):
        return provinces.index("新疆生产建设兵团") + 1
    found = [name for name in provinces if text.startswith(name)]
    return provinces.index(max(found, key=len)) + 1 if found else None
