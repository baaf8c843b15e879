"""The reference tables that travel with the program, read once and handed to the rules."""

import json
from functools import cache
from typing import Any

from qhsign.domain.flag_drawing import FlagDrawing, read_drawing
from qhsign.domain.name_reading import ReadingTables
from qhsign.domain.ordering import CountryTable, OrderTables, StrokeTable, country_key
from qhsign.domain.rank_suggestion import RankTable
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


@cache
def stroke_table() -> StrokeTable:
    """Return every character's place in stroke order."""
    lines = shipped("resources", "reference", "stroke_ranks.txt").read_text("utf-8").splitlines()
    characters = "".join(line for line in lines if not line.startswith("#"))
    return StrokeTable({char: place for place, char in enumerate(characters)})


@cache
def country_table() -> CountryTable:
    """Return the countries and regions of ISO 3166 with their names and spellings."""
    rows = _table("countries.json")
    codes: dict[str, str] = {}
    for row in rows:
        for name in (row["code"], row["alpha3"], row["zh"], row["en"], *row.get("also", ())):
            codes[country_key(name)] = row["code"]
    return CountryTable(
        chinese={row["code"]: row["zh"] for row in rows},
        english={row["code"]: row["en"] for row in rows},
        codes=codes,
    )


@cache
def flag_drawing(code: str) -> FlagDrawing | None:
    """Return the flag of a country by its ISO 3166 code; None where none is drawn."""
    if code not in country_table().chinese:
        return None
    path = shipped("resources", "flags") / f"{code}.json"
    return read_drawing(json.loads(path.read_text("utf-8"))) if path.exists() else None


@cache
def order_tables() -> OrderTables:
    """Return the tables the six orders need."""
    return OrderTables(stroke_table(), country_table(), reading_tables())


@cache
def rank_table() -> RankTable:
    """Return the titles that suggest a rank."""
    table = _table("ranks.json")

    def levels(part: str) -> dict[str, int]:
        return {title: row["level"] for row in table[part] for title in row["titles"]}

    return RankTable(levels("diplomatic"), levels("domestic"), tuple(table["not_diplomatic"]))


@cache
def provinces() -> tuple[str, ...]:
    """Return provinces, regions and cities in State Council order, 兵团, then 港澳台."""
    return tuple(row["name"] for row in _table("provinces.json"))


def country_code(text: str) -> str | None:
    """Return the ISO 3166 code for a country as lists write it, or None where nobody knows it."""
    return country_table().code_of(text)
