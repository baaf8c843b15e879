"""The rows of a long list that are shown, picked only as far as somebody looks."""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress, islice
from typing import overload

from qhsign.services.guest_records import GuestRow

_A_SCREENFUL = 64
"""Picked first: who types looks at the top of the list, and at nothing below it."""


class ShownRows(Sequence[GuestRow]):
    """``flags`` gives one byte for each of ``rows``, 1 where it is shown; ``count`` of them are."""

    def __init__(self, rows: Sequence[GuestRow], count: int, flags: Callable[[], bytes]) -> None:
        self._rows, self._count, self._flags = rows, count, flags
        self._picked: Sequence[GuestRow] = ()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[GuestRow]:
        return iter(self._at_least(self._count))

    @overload
    def __getitem__(self, place: int) -> GuestRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[GuestRow]: ...
    def __getitem__(self, place: int | slice) -> GuestRow | Sequence[GuestRow]:
        """Return the row of a place, or those of a slice."""
        if isinstance(place, int) and 0 <= place < _A_SCREENFUL:
            return self._at_least(_A_SCREENFUL)[place]
        return self._at_least(self._count)[place]

    def _at_least(self, wanted: int) -> Sequence[GuestRow]:
        if len(self._picked) < min(wanted, self._count):
            self._picked = list(islice(compress(self._rows, self._flags()), wanted))
        return self._picked
