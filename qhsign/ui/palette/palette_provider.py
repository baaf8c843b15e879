"""What the search in the top bar is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qhsign.domain.name_reading import Reading
    from qhsign.services.contract_records import FindableContract


@dataclass(frozen=True, slots=True)
class PaletteProvider:
    """``contracts`` reads every contract; ``readings`` tells how Chinese words are pronounced.

    Both run on the data worker.
    """

    contracts: Callable[[], Sequence["FindableContract"]]
    readings: Callable[[Sequence[str]], Sequence["Reading"]]
