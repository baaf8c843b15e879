"""Which guests an export is asked for."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuestsShown:
    """The guests the screen shows now, and how many there are in all; their order."""

    found: Collection[str]
    total: int
    order: str
