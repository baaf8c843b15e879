"""A first look at a list: its sheets, where the headings stand, what every column seems to hold."""

from collections.abc import Sequence

from qhsign.domain import document
from qhsign.domain.list_sheet import FoundColumn, Headings, Sheet, Workbook
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.heading_words import fields_of
from qhsign.exchange.headings import find_headings
from qhsign.exchange.xlsx_sheets import column_letters
from qhsign.services.list_records import CONTRACTS, GUESTS, ListColumn, ListLook, ListSource
from qhsign.services.list_source import digest_of, name_of, read_source

_SAMPLES = 3
_SAMPLED_ROWS = 200
_MOST_COLUMNS = 256
_NOT_LOOKED_FOR = ("no-heading-found-guests", "no-heading-found-contracts")
_TELLING = {
    GUESTS: {"full_name", "latin_name", "given_name", "post_and_name"},
    CONTRACTS: {"title", "amount"},
}
_MASKS = {"phone": document.mask_phone, "document_number": document.mask_document}


def look_at_list(source: ListSource, kind: str, sheet: str | None = None) -> ListLook:
    """Return a list's first look; ``kind`` is ``guests`` or ``contracts``, "" to guess it.

    Raises ProblemForUser where the list cannot be read or has no rows.
    """
    workbook = read_source(source)
    kind = kind or guessed_kind(workbook, sheet)
    found, headings = _headings(workbook, kind, sheet)
    below = [row for row in found.rows if row.number > headings.header_row]
    return ListLook(
        name=name_of(source),
        sheets=[each.name for each in workbook.sheets if each.rows],
        sheet=found.name,
        header_row=headings.header_row,
        rows=len(below),
        columns=_columns(found, headings),
        fields=fields_of(kind),
        digest=digest_of(source),
        kind=kind,
    )


def guessed_kind(workbook: Workbook, sheet: str | None = None) -> str:
    """Return what a list seems to hold by its headings; guests where nothing tells."""
    return max((GUESTS, CONTRACTS), key=lambda kind: _known_columns(workbook, kind, sheet))


def _known_columns(workbook: Workbook, kind: str, sheet: str | None) -> float:
    """Return how sure all the columns are that such a list would have; 0 without headings.

    A contract list names a title or parties, a guest list a person: without these its columns
    belong to the other kind as well as to this one.
    """
    headings = _headings(workbook, kind, sheet)[1].columns
    if not any(field in _TELLING[kind] or field.startswith("party") for field in headings):
        return 0.0
    return sum(found.confidence for found in headings.values())


def _headings(workbook: Workbook, kind: str, sheet: str | None) -> tuple[Sheet, Headings]:
    try:
        return find_headings(workbook, kind, sheet=sheet)
    except ProblemForUser as problem:
        if problem.code not in _NOT_LOOKED_FOR:
            raise
    named = [each for each in workbook.sheets if each.rows and sheet in {None, each.name}]
    return named[0], Headings(named[0].name, 0, 0, {})


def _columns(sheet: Sheet, headings: Headings) -> list[ListColumn]:
    known = {each.column: each for each in headings.columns.values()}
    for part in headings.further:
        known = {each.column: each for each in part.columns.values()} | known
    below = [row for row in sheet.rows if row.number > headings.header_row][:_SAMPLED_ROWS]
    width = max(
        [len(row.cells) for row in below] + [each + 1 for each in headings.names], default=0
    )
    columns = []
    for position in range(min(width, _MOST_COLUMNS)):
        heading = headings.names.get(position, "")
        samples = dict.fromkeys(t for row in below if (t := row.cell(position).text))
        if heading or samples:
            columns.append(_column(position, heading, known.get(position), list(samples)))
    return columns


def _column(
    position: int, heading: str, found: FoundColumn | None, samples: Sequence[str]
) -> ListColumn:
    mask = _MASKS.get(found.field if found else "")
    return ListColumn(
        position,
        column_letters(position),
        heading,
        found.field if found else "",
        found.confidence if found else 0.0,
        [mask(text) if mask else text for text in samples[:_SAMPLES]],
    )
