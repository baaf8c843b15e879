"""The reference tables that travel with the program, read once and handed to the rules."""

import json
from functools import cache
from typing import Any

from qhsign.domain.name_reading import ReadingTables
from qhsign.shipped_files import shipped


def _table(name: str) -> Any:
    return json.loads(shipped("resources", "reference", name).read_text("utf-8"))


@cache
def reading_tables() -> ReadingTables:
    """Return how surnames and the characters pypinyin gets wrong are read."""
    table = _table("name_readings.json")
    return ReadingTables(
        surnames=table["surnames"],
        compound_surnames={
            name: tuple(reading.split()) for name, reading in table["compound_surnames"].items()
        },
        characters={**table["elsewhere"], **table["lacking"]},
        family_names=frozenset(table["family_names"]) | frozenset(table["surnames"]),
        words_of_other_peoples=tuple(table["words_of_other_peoples"]),
    )
