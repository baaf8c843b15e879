"""Finding contracts by whatever somebody types: number, title, a party, a signatory."""

from collections.abc import Sequence

from qhsign.domain.name_reading import Reading, reading_of
from qhsign.domain.search import search_text
from qhsign.services import reference
from qhsign.services.contract_records import ContractRow, FindableContract
from qhsign.services.contracts import list_contracts
from qhsign.services.desk import Desk

_NO_NAME = "-"  # in the place of a country: nothing here begins with a surname


def findable_contracts(desk: Desk) -> Sequence[FindableContract]:
    """Return every contract by number, ready to be searched while somebody types."""
    return [FindableContract(row, _text(row)) for row in list_contracts(desk)]


def word_reading(text: str) -> Reading:
    """Return how a plain word is read, character by character: no name, so no surname."""
    return reading_of(text, _NO_NAME, reference.reading_tables())


def _text(row: ContractRow) -> str:
    names = [name for party in row.parties for name in (party.organization, party.signatory)]
    return (
        search_text(
            full_name=row.title,
            reading=word_reading(row.title),
            aliases=[name for name in names if name],
            number=row.certificate_number or row.label,
        )
        + "\n"
        + search_text(full_name="", reading=Reading(()), number=row.label)
    )
