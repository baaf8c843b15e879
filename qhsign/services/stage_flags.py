"""Whose flags stand on a signing table.

A side's flags follow the countries its organizations are entered with: the code alone decides, no
name is ever read for a country. A side of which no country is known is from here.
"""

from collections.abc import Mapping, Sequence

from qhsign.domain.flag_drawing import CountryFlag
from qhsign.domain.stage_terms import Side
from qhsign.services.reference import country_table, flag_drawing
from qhsign.services.stage_cast import CastContract
from qhsign.wording import Language

HOME = "CN"


def of_contract(contract: CastContract, language: Language) -> Mapping[Side, Sequence[CountryFlag]]:
    """Return whose flags stand at a table, by side: of both, where one is from abroad, or none.

    A side with parties of several countries has the flag of each, in the order of the parties.
    """
    held = {side: _countries(contract, side) for side in Side if contract.of_side(side)}
    if not any(code != HOME for codes in held.values() for code in codes):
        return {}
    return {side: [flag_of(code, language) for code in codes] for side, codes in held.items()}


def flag_of(code: str, language: Language) -> CountryFlag:
    """Return a country's flag with its name; a code that nobody knows is its own name."""
    table = country_table()
    named = table.chinese if language is Language.CHINESE else table.english
    return CountryFlag(code, named.get(code, code), flag_drawing(code))


def _countries(contract: CastContract, side: Side) -> list[str]:
    known = [party.row.country for party in contract.of_side(side) if party.row.country]
    return list(dict.fromkeys(known)) or [HOME]
