"""Organization names that look alike: one body spelt twice, or two that are easily confused."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from qhsign.domain.names import normalized_organization

# Bodies told apart by one such character are two: 海南州 and 海北州, 第一 and 第二.
_TELLING = frozenset(
    "东南西北中上下左右前后内外新老大小一二三四五六七八九十甲乙丙丁ABCDEFGHIJ0123456789"
)
_SHORTEST = 4


class Likeness(StrEnum):
    """How two names are alike."""

    SPELLING = "spelling"  # 只是全角半角、空格、括号不同
    ONE_CHARACTER = "one-character"  # 差一个字
    ALIAS = "alias"  # 一个是另一个的简称
    PART = "part"  # 一个包含另一个


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two names as they are written, and how they are alike."""

    first: str
    second: str
    likeness: Likeness


def alike(names: Iterable[str], aliases: Iterable[Collection[str]] = ()) -> list[AlikePair]:
    """Return pairs of different names that may mean one body, in the order they are given.

    ``aliases`` are the names known of each body: two of them are told as alias. Names shorter than
    four characters are compared by alias and spelling only.
    """
    known: dict[str, set[int]] = {}
    for body, group in enumerate(aliases):
        for name in group:
            known.setdefault(normalized_organization(name), set()).add(body)
    keys = {name: normalized_organization(name) for name in dict.fromkeys(names) if name}
    written = list(keys)
    found = []
    for one, other in sorted(_candidates(list(keys.values()), known)):
        first, second = written[one], written[other]
        likeness = _likeness(keys[first], keys[second], known)
        if likeness is not None:
            found.append(AlikePair(first, second, likeness))
    return found


def _candidates(keys: Sequence[str], known: dict[str, set[int]]) -> set[tuple[int, int]]:
    """Return the places of pairs that may be alike: comparing all would take seconds.

    Whoever is alike shares a clue: the same name, body, name but for one character, or stem.
    """
    sharing: dict[tuple[object, ...], list[int]] = {}
    for place, key in enumerate(keys):
        for clue in set(_clues(key, known)):
            sharing.setdefault(clue, []).append(place)
    return {pair for places in sharing.values() for pair in combinations(places, 2)}


def _clues(key: str, known: dict[str, set[int]]) -> Iterator[tuple[object, ...]]:
    yield ("name", key)
    for body in known.get(key, ()):
        yield ("body", body)
    if len(key) < _SHORTEST:
        return
    for place in range(len(key)):
        without = key[:place] + key[place + 1 :]
        yield (place, without)
        yield ("name", without)
    for kind in _KINDS_OF_COMPANY:
        if key.endswith(kind):
            yield ("name", key.removesuffix(kind))


def _likeness(one: str, other: str, known: dict[str, set[int]]) -> Likeness | None:
    if one == other:
        return Likeness.SPELLING
    if known.get(one, set()) & known.get(other, set()):
        return Likeness.ALIAS
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST:
        return None
    if len(longer) - len(shorter) <= 1 and _differs_by_slip(shorter, longer):
        return Likeness.ONE_CHARACTER
    # 中国华电集团 and 中国华电集团有限公司: the rest is no more than the kind of company.
    rest = longer.removeprefix(shorter)
    return Likeness.PART if rest in _KINDS_OF_COMPANY else None


_KINDS_OF_COMPANY = frozenset(
    {"公司", "有限公司", "集团", "集团公司", "集团有限公司", "股份有限公司", "有限责任公司",
     "(集团)有限公司", "集团股份有限公司"}
)  # fmt: skip


def _differs_by_slip(shorter: str, longer: str) -> bool:
    """Tell whether one character is another, or too many, and could be a slip."""
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(shorter) == len(longer):
        if shorter[start + 1 :] != longer[start + 1 :]:
            return False
        return not {shorter[start], longer[start]} <= _TELLING
    return shorter[start:] == longer[start + 1 :] and longer[start] not in _TELLING
