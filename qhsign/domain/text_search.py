"""Many search texts searched while somebody types: a letter more looks among what was found."""

from collections.abc import Sequence

from qhsign.domain.search import query_terms

_KEPT = 16
"""Queries whose hits are kept: a word typed and taken back letter by letter."""


class TextSearch:
    """The search texts of one list, in its order (see ``domain.search``)."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._everything = range(len(texts))
        self._kept: dict[tuple[str, ...], Sequence[int]] = {}

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
        return nearest

    def _among(self, places: Sequence[int], terms: Sequence[str]) -> Sequence[int]:
        texts = self._texts
        for term in terms:
            if places is self._everything:
                places = [place for place, text in enumerate(texts) if term in text]
            else:
                places = [place for place in places if term in texts[place]]
        return places
