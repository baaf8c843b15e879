"""Many search texts searched while somebody types: a letter more looks among what was found."""

import re
from array import array
from collections.abc import Iterator, Sequence

from qhsign.domain.search import NUMBER, START, query_terms

_KEPT = 16
"""Queries whose hits are kept: a word typed and taken back letter by letter."""
_STEP = 256
"""Texts learnt in a few milliseconds: nobody who types notices."""
_TAIL = 3
"""Figures at the end of a number that narrow it down to one guest in a thousand."""
_BEGINNING = re.compile(f"{START}([a-z][a-z]?)")
_LAST_ASCII = "\x7f"

Terms = tuple[str, ...]


class TextSearch:
    """The search texts of many guests or things (see ``domain.search``).

    They are best given in the order in which they were read: so they lie in memory, and of a
    hundred thousand texts in any other order each costs more to fetch than to look through.

    It answers at once, and several times as fast after ``get_ready`` was called until nothing was
    left to do: it is then known where words begin with one or two letters, where a Chinese
    character stands, and where numbers end in three figures.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._everything = range(len(texts))
        self._kept: dict[Terms, Sequence[int]] = {}
        self._known: dict[str, Sequence[int]] | None = None
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
        texts = self._texts
        for term in terms:
            if self._known is None or places is not self._known.get(term):
                places = [place for place in places if term in texts[place]]
        return places


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
