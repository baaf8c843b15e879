"""Which guests are shown and how many each filter would show, for a hundred thousand rows.

For every filter value there is one long number, with a bit for each row that has the value. What
several filters leave is then one ``&``, and counting is one ``bit_count``: a keystroke costs little
more than the search itself.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial, reduce
from itertools import compress
from operator import and_, attrgetter
from typing import Any

from qhsign.domain.text_search import TextSearch
from qhsign.services.guest_facts import GuestFacts
from qhsign.services.guest_records import GuestRow
from qhsign.ui.guests.shown_rows import ShownRows
from qhsign.ui.guests.wanted import ABSENT, ARRIVED, VIP, Facet, Found, Wanted

_TO_DIGITS = bytes.maketrans(b"\0\1", b"01")
_TO_FLAGS = bytes.maketrans(b"01", b"\0\1")

_TOLD = attrgetter("number", "vip", "category", "status", "vetting", "delegation")
_NOTHING: tuple[tuple[Any, ...], ...] = ((),) * 6
_FEW = 256
"""Delegations that are worth a long number each."""
_NOWHERE = -1

Masks = Mapping[str, int]


class FacetIndex:
    """Made anew for other rows; arrivals and facts may be told again at any time.

    ``texts`` are the rows' search texts by the guests' numbers, where they are at hand.
    """

    def __init__(self, rows: Sequence[GuestRow] = (), texts: Sequence[str] | None = None) -> None:
        self.rows = rows
        self._all = (1 << len(rows)) - 1
        # One walk through the rows: they lie all over the memory, and each walk takes as long.
        told = tuple(zip(*map(_TOLD, rows), strict=True)) or _NOTHING
        self._numbers, marks, categories, statuses, vettings, self._delegations = told
        kinds = [VIP if vip else kind for vip, kind in zip(marks, categories, strict=True)]
        self._texts = texts
        self._sizes = Counter(self._delegations)
        self._masks: dict[Facet, Masks] = {
            Facet.KIND: _masks_of(kinds),
            Facet.STATUS: _masks_of(statuses),
            Facet.VETTING: _masks_of(vettings),
        }
        self._asked = ("", self._all)
        self._steps = self._getting_ready()
        self.know_arrivals({})
        self.know_facts(None)

    @cached_property
    def _ids(self) -> Sequence[str]:
        return [row.id for row in self.rows]

    @cached_property
    def _place_of_text(self) -> Sequence[int]:
        """The place of the row each text belongs to."""
        return array("I", sorted(range(len(self.rows)), key=self._numbers.__getitem__))

    @cached_property
    def _search(self) -> TextSearch:
        if self._texts is None:
            return TextSearch([self.rows[place].search_text for place in self._place_of_text])
        return TextSearch(self._texts)

    @cached_property
    def delegations(self) -> Sequence[str]:
        """The delegations of these guests, the largest first, and "" where one has none."""
        sizes = self._sizes
        named = sorted((name for name in sizes if name), key=lambda name: (-sizes[name], name))
        return (*named, *([""] if "" in sizes and named else []))

    def know_arrivals(self, arrived: Mapping[str, object]) -> None:
        """Take over who has arrived, by guest id."""
        came = self._mask_of(arrived.keys())
        self._masks[Facet.ARRIVAL] = {ARRIVED: came, ABSENT: self._all ^ came}

    def know_facts(self, facts: GuestFacts | None) -> None:
        """Take over invitations and open questions; None before they are read."""
        invited = facts.invited if facts else {}
        problems = facts.problems if facts else {}
        self._masks[Facet.ACTIVITY] = {key: self._mask_of(ids) for key, ids in invited.items()}
        self._masks[Facet.PROBLEM] = {str(key): self._mask_of(ids) for key, ids in problems.items()}

    def get_ready(self) -> bool:
        """Do a little of the work that makes searching fast; say whether more is left."""
        return next(self._steps, False)

    def _getting_ready(self) -> Iterator[bool]:
        while self._search.get_ready():
            yield True
        len(self._place_of_text)
        yield True
        if len(self._sizes) <= _FEW:
            self._masks[Facet.DELEGATION] = _masks_of(self._delegations)
            yield True
        len(self._places)

    def vetted_alike(self) -> bool:
        """Tell whether every guest's vetting stands at the same point."""
        return len(self._masks[Facet.VETTING]) <= 1

    def find(self, wanted: Wanted) -> Found:
        """Return what matches; a facet's counts follow the search and the other facets."""
        matched = self._matched(wanted.query)
        left = {
            facet: self._of_any(facet, chosen)
            for facet in Facet
            if (chosen := wanted.chosen(facet))
        }
        shown = reduce(and_, left.values(), matched)
        counts = {}
        for facet in Facet:
            others = shown
            if facet in left:
                others = reduce(and_, (left[each] for each in left if each is not facet), matched)
            counts[facet] = self._counts(facet, others)
        place_of = partial(self._place_among, shown)
        if shown == self._all:
            return Found(self.rows, counts, place_of)
        rows = ShownRows(self.rows, shown.bit_count(), partial(self._flags, shown))
        return Found(rows, counts, place_of)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {guest: place for place, guest in enumerate(self._ids)}

    def _place_among(self, shown: int, guest: str) -> int:
        """Return where a guest (by id) stands among the rows shown, or -1."""
        place = self._places.get(guest, _NOWHERE)
        below = len(self.rows) - 1 - place
        if place == _NOWHERE or not shown >> below & 1:
            return _NOWHERE
        return (shown >> below).bit_count() - 1

    def _counts(self, facet: Facet, mask: int) -> Mapping[str, int]:
        if facet is Facet.DELEGATION:
            if mask == self._all:
                return self._sizes
            if facet not in self._masks:
                return Counter(compress(self._delegations, self._flags(mask)))
        return {value: (mask & has).bit_count() for value, has in self._masks[facet].items()}

    def _of_any(self, facet: Facet, values: Collection[str]) -> int:
        masks = self._masks.get(facet)
        if masks is None:
            return _bits(map(values.__contains__, self._delegations))
        return reduce(int.__or__, (masks.get(value, 0) for value in values), 0)

    def _matched(self, query: str) -> int:
        asked, mask = self._asked
        if query != asked:
            hits = self._search.places(query)
            mask = self._all if len(hits) == len(self.rows) else self._mask_of_hits(hits)
            self._asked = (query, mask)
        return mask

    def _mask_of_hits(self, hits: Sequence[int]) -> int:
        flags, place_of_text = bytearray(len(self.rows)), self._place_of_text
        for hit in hits:
            flags[place_of_text[hit]] = 1
        return _bits(flags)

    def _mask_of(self, ids: Collection[str]) -> int:
        return _bits(map(ids.__contains__, self._ids)) if ids else 0

    def _flags(self, mask: int) -> bytes:
        """Return one byte for each row, 1 where the row is in the mask."""
        digits = format(mask, f"0{len(self.rows)}b") if self.rows else ""
        return digits.encode("ascii").translate(_TO_FLAGS)


def _masks_of(values: Sequence[str]) -> Masks:
    kinds = dict.fromkeys(values)
    codes = {value: code for code, value in enumerate(kinds)}
    coded = bytes(map(codes.__getitem__, values))
    found = {}
    for value, code in codes.items():
        table = bytes(each == code for each in range(256))
        found[value] = _bits(coded.translate(table))
    return found


def _bits(flags: Iterable[bool | int]) -> int:
    """Return the number whose bits, from the highest, are these flags."""
    digits = bytes(flags).translate(_TO_DIGITS)
    return int(digits, 2) if digits else 0
