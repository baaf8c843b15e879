"""Which guests an export is asked for."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuestsShown:
    """The guests the screen shows now, how many there are in all, their order, those ticked."""

    found: Collection[str]
    total: int
    order: str
    ticked: Collection[str] = ()
