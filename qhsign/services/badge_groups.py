"""Badges laid together by delegation or liaison, each stack behind a sheet that names it."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from qhsign.domain.ordering import Order
from qhsign.domain.phone import mask_among_words
from qhsign.printing.faces import BadgeFace
from qhsign.printing.separator_sheet import Separator
from qhsign.services.badge_guests import BadgeGuest
from qhsign.services.guest_order import names_in_order
from qhsign.wording import Language, say

_NAMED = 2  # liaisons on a separator; the others are counted


class Grouping(StrEnum):
    """What badges are laid together by, so that a stack is handed out whole."""

    DELEGATION = "delegation"  # 代表团
    LIAISON = "liaison"  # 联络员

    def of(self, guest: BadgeGuest) -> str:
        """Return the name of a guest's group, "" where the guest has none."""
        return (guest.delegation if self is Grouping.DELEGATION else guest.liaison).strip()


def in_groups(guests: Sequence[BadgeGuest], group: Grouping, order: Order) -> list[BadgeGuest]:
    """Lay guests together by group, each group in the order it came in; those without one last.

    The groups follow the names by strokes or pinyin where that is the order of the run, else the
    first guest of each: the delegation of the highest rank comes first.
    """
    names = names_in_order(dict.fromkeys(map(group.of, guests)), order)
    place = {name: (not name, position) for position, name in enumerate(names)}
    return sorted(guests, key=lambda guest: place[group.of(guest)])


def sizes(guests: Iterable[BadgeGuest], group: Grouping | None) -> list[int]:
    """Return how many badges each group has; without a grouping all are one."""
    if group is None:
        return [sum(1 for _ in guests)]
    return [sum(1 for _ in members) for _, members in groupby(guests, group.of)]


def with_separators(
    guests: Sequence[BadgeGuest], faces: Iterable[BadgeFace], group: Grouping | None
) -> Iterator[BadgeFace | Separator]:
    """Give the badges in their order, each group behind its separator."""
    if group is None:
        yield from faces
        return
    pairs = zip(guests, faces, strict=True)
    for name, members in groupby(pairs, lambda pair: group.of(pair[0])):
        stack = list(members)
        yield _separator(group, name, [guest for guest, _ in stack])
        for _, face in stack:
            yield face


def _separator(group: Grouping, name: str, guests: Sequence[BadgeGuest]) -> Separator:
    language = Language.CHINESE  # as the badges
    notes = []
    cells = (mask_among_words(guest.liaison.strip()) for guest in guests)
    liaisons = list(dict.fromkeys(filter(None, cells)))
    if group is Grouping.DELEGATION and liaisons:
        code = "separator-liaisons" if len(liaisons) <= _NAMED else "separator-liaisons-more"
        named = "、".join(liaisons[:_NAMED])
        notes.append(say(code, language, names=named, count=len(liaisons)))
    first, last = guests[0].full_name, guests[-1].full_name
    notes.append(
        first if len(guests) == 1 else say("separator-first-last", language, first=first, last=last)
    )
    return Separator(
        kind=say(f"group-{group}", language),
        name=(mask_among_words(name) if group is Grouping.LIAISON else name)
        or say(f"group-{group}-none", language),
        count=len(guests),
        note="　".join(notes),
    )
