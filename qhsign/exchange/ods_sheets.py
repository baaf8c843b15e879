"""What the ods reader does not tell: merged cells, hidden rows, and how far a sheet repeats.

One short tag may repeat a filled row a million times, so the extent is counted before anything
is laid out. The whole content stands in one part of the archive.
"""

import re
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from html import unescape

from qhsign.domain.list_sheet import MergedRange
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.file_kind import unpacked
from qhsign.exchange.xlsx_sheets import MOST_CELLS, MOST_ROWS, SheetFacts

_MOST_DIGITS = 7
_LARGEST_CONTENT = 200 * 2**20
_TAG = re.compile(
    r"<(?P<end>/?)table:(?P<name>table|table-row|table-cell|covered-table-cell)"
    r"(?P<attributes>(?:\s[^<>]*?)?)(?P<empty>/?)>"
)
_ATTRIBUTE = re.compile(r"table:([\w-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_HAS_VALUE = re.compile(
    r"<text:p\b[^>]*[^/]>|office:(?:string-)?value=|office:(?:date|time)-value="
)


@dataclass(slots=True)
class _Place:
    """Where in a sheet the reading stands; rows from 1, columns from 0."""

    sheet: str = ""
    facts: SheetFacts = field(default_factory=SheetFacts)
    row: int = 0
    column: int = 0
    row_repeats: int = 1
    row_filled: bool = False


def ods_facts(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """Return the facts of every sheet by its name.

    Raises ProblemForUser for a sheet too large to be a list, zipfile.BadZipFile for a part that
    is not what the archive declares.
    """
    content = b""
    with closing(unpacked(archive, "content.xml", set(archive.namelist()))) as chunks:
        for chunk in chunks:
            content += chunk
            if len(content) > _LARGEST_CONTENT:
                raise ProblemForUser("sheet-too-large", sheet="content.xml", rows=MOST_ROWS)
    text = content.decode("utf-8", "replace")
    facts: dict[str, SheetFacts] = {}
    place = _Place()
    for tag in _TAG.finditer(text):
        attributes = {
            name: unescape(double or single)
            for name, double, single in _ATTRIBUTE.findall(tag["attributes"])
        }
        if tag["name"] == "table" and not tag["end"]:
            place = _Place(attributes.get("name", ""))
            facts[place.sheet] = place.facts
        elif tag["name"] == "table-row":
            _note_row(
                place, attributes, begins=not tag["end"], ends=bool(tag["end"] or tag["empty"])
            )
        elif tag["name"] != "table" and not tag["end"]:
            end = tag.end() if tag["empty"] else text.find("</table:table-cell", tag.end())
            _note_cell(place, attributes, filled=bool(_HAS_VALUE.search(text, tag.start(), end)))
    return facts


def _note_row(place: _Place, attributes: dict[str, str], *, begins: bool, ends: bool) -> None:
    if begins:
        place.row += 1
        place.column = 0
        place.row_filled = False
        place.row_repeats = _count(attributes, "number-rows-repeated")
        if attributes.get("visibility", "visible") != "visible" and place.row_repeats <= MOST_ROWS:
            place.facts.hidden_rows.update(range(place.row, place.row + place.row_repeats))
    if ends:
        if place.row_filled:
            place.facts.filled_rows += place.row_repeats
            place.facts.last_row = place.row + place.row_repeats - 1
        place.row += place.row_repeats - 1
        _refuse_too_large(place)


def _note_cell(place: _Place, attributes: dict[str, str], *, filled: bool) -> None:
    repeats = _count(attributes, "number-columns-repeated")
    rows = _count(attributes, "number-rows-spanned")
    columns = _count(attributes, "number-columns-spanned")
    if rows > 1 or columns > 1:
        place.facts.merged.append(
            MergedRange(place.row, place.row + rows - 1, place.column, place.column + columns - 1)
        )
    place.column += repeats
    if filled:
        place.row_filled = True
        place.facts.last_column = max(place.facts.last_column, place.column - 1)


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) <= _MOST_DIGITS else 1


def _refuse_too_large(place: _Place) -> None:
    facts = place.facts
    if facts.filled_rows > MOST_ROWS:
        raise ProblemForUser("sheet-too-large", sheet=place.sheet, rows=MOST_ROWS)
    if facts.last_row * (facts.last_column + 1) > MOST_CELLS:
        raise ProblemForUser("sheet-has-stray-cell", sheet=place.sheet, row=facts.last_row)
