"""Many search texts searched while somebody types: a letter more looks among what was found."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from qhsign.domain.search import NUMBER, START, query_terms

_KEPT = 16
"""Queries whose hits are kept: a word typed and taken back letter by letter."""
_BLOCK, _STEP = 16_384, 256
"""Texts joined, and texts learnt, in a few milliseconds: nobody who types notices."""
_ASIDE = 3
"""Looking at one text in so many takes as long as looking through all of them joined."""
_BETWEEN = "\0"
_TAIL = 3
"""Figures at the end of a number that narrow it down to one guest in a thousand."""
_BEGINNING = re.compile(f"{START}([a-z][a-z]?)")
_LAST_ASCII = "\x7f"

Terms = tuple[str, ...]


class TextSearch:
    """The search texts of one list, in its order (see ``domain.search``).

    It answers at once, and several times as fast after ``get_ready`` was called until nothing was
    left to do: the texts are then joined, so that one look goes through thousands of them, and it
    is known where words begin with one or two letters, where a Chinese character stands, and where
    numbers end in three figures.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._everything = range(len(texts))
        self._kept: dict[Terms, Sequence[int]] = {}
        self._known: dict[str, Sequence[int]] | None = None
        self._blocks: Sequence[_Block] | None = None
        self._steps = self._getting_ready()

    def places(self, query: str) -> Sequence[int]:
        """Return the places of the texts that meet every term of a query, in their order.

        An empty query gives all of them. The answer is the same whatever was asked before.
        """
        terms = query_terms(query)
        if not terms:
            return self._everything
        places = self._kept.pop(terms, None)
        if places is None:
            places = self._among(self._nearest(terms), terms)
        self._kept[terms] = places
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return places

    def get_ready(self) -> bool:
        """Do a few milliseconds' work ahead of what will be asked; say whether more is left."""
        return next(self._steps, False)

    def _getting_ready(self) -> Iterator[bool]:
        blocks = []
        for first in range(0, len(self._texts), _BLOCK):
            blocks.append(_Block(self._texts[first : first + _BLOCK], first))
            yield True
        self._blocks = blocks
        known: dict[str, array[int]] = {}
        for first in range(0, len(self._texts), _STEP):
            for place, text in enumerate(self._texts[first : first + _STEP], first):
                for sign in _signs_of(text):
                    if sign not in known:
                        known[sign] = array("I")
                    known[sign].append(place)
            yield True
        self._known = dict(known)

    def _nearest(self, terms: Sequence[str]) -> Sequence[int]:
        """Return the fewest places known to hold every hit.

        What contains a term contains each part of it, so the hits of a query are among those of
        any other whose terms are all parts of its own.
        """
        nearest: Sequence[int] = self._everything
        for asked, places in self._kept.items():
            if len(places) < len(nearest) and all(
                any(before in now for now in terms) for before in asked
            ):
                nearest = places
        if self._known is not None:
            signs = (sign for term in terms for sign in _signs_needed(term))
            nearest = min((nearest, *(self._known.get(sign, ()) for sign in signs)), key=len)
        return nearest

    def _among(self, places: Sequence[int], terms: Sequence[str]) -> Sequence[int]:
        """Return the hits of all terms, which are among these places."""
        first, *others = terms
        found = self._with(first, places)
        for term in others:
            found = [place for place in found if term in self._texts[place]]
        return found

    def _with(self, term: str, places: Sequence[int]) -> Sequence[int]:
        """Return the hits of one term, at least those among these places."""
        texts, blocks = self._texts, self._blocks
        if self._known is not None and places is self._known.get(term):
            return places
        is_most = len(places) * _ASIDE > len(texts)
        if blocks is None or not is_most or _BETWEEN in term:
            return [place for place in places if term in texts[place]]
        return array("I", chain.from_iterable(block.places(term) for block in blocks))


def _signs_of(text: str) -> set[str]:
    """Return what may be asked of a text before anything else.

    Every Chinese or other character that is not ASCII, how words begin and how numbers end.
    """
    found = {each for each in set(text) if each > _LAST_ASCII}
    for letters in set(_BEGINNING.findall(text)):
        found.add(START + letters)
        found.add(START + letters[0])
    numbers = (piece for piece in text.split(NUMBER) if piece.isdecimal())
    found.update(f"{NUMBER}{number[-_TAIL:]}" for number in numbers)
    return found


def _signs_needed(term: str) -> Iterator[str]:
    """Give signs that every text with this term has."""
    yield from (each for each in term if each > _LAST_ASCII)
    number = term.strip(NUMBER)
    if number.isdecimal() and term == f"{NUMBER}{number}{NUMBER}":
        yield f"{NUMBER}{number[-_TAIL:]}"
    elif beginning := _BEGINNING.match(term):
        yield beginning.group()


class _Block:
    """Some texts joined to one; ``first`` is the place of the first of them in the list."""

    def __init__(self, texts: Sequence[str], first: int) -> None:
        self._joined = _BETWEEN.join(texts)
        ends = accumulate(len(text) + len(_BETWEEN) for text in texts)
        self._starts = array("I", (0, *ends))
        self._first = first

    def places(self, term: str) -> Iterator[int]:
        """Give the places of the texts that hold a term, which does not hold what parts them."""
        starts, find, before = self._starts, self._joined.find, self._first - 1
        at, place = find(term), 0
        while at >= 0:
            place = bisect_right(starts, at, place)
            yield before + place
            at = find(term, starts[place])
