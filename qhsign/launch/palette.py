"""What the search in the top bar looks in, of one open event."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qhsign.ui.palette.palette_provider import PaletteProvider

if TYPE_CHECKING:
    from qhsign.domain.name_reading import Reading
    from qhsign.services.contract_records import FindableContract
    from qhsign.services.desk import Desk


def palette_provider(opened: "Desk") -> PaletteProvider:
    """Give the search the contracts of the event and the readings of words."""

    def contracts() -> "Sequence[FindableContract]":
        from qhsign.services import contract_search

        return contract_search.findable_contracts(opened)

    def readings(words: Sequence[str]) -> "Sequence[Reading]":
        from qhsign.services import contract_search

        return [contract_search.word_reading(word) for word in words]

    return PaletteProvider(contracts, readings)
