"""Several tables on one sheet: side by side under one heading row, or below with other columns."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from qhsign.domain.list_sheet import Row, Sheet, heading_key, row_key
from qhsign.exchange.heading_words import WITHOUT_BRACKETS, HeadingWords, Meaning

_KEY_FIELDS = frozenset({"full_name", "title"})
_FEWEST_ALIKE = 2


def panels(meanings: Mapping[int, Meaning]) -> list[range]:
    """Return the columns of each table that stands side by side with others; one for most lists.

    Tables stand side by side where the name comes again at equal distances and most of the
    columns around it come again with it (姓名 单位 | 姓名 单位).
    """
    first, last = min(meanings, default=0), max(meanings, default=0)
    whole = [range(first, last + 1)]
    names = [
        column
        for column in sorted(meanings)
        if meanings[column].field in _KEY_FIELDS and meanings[column].confidence >= WITHOUT_BRACKETS
    ]
    if len(names) < _FEWEST_ALIKE:
        return whole
    width = names[1] - names[0]
    if any(after - before != width for before, after in pairwise(names)):
        return whole
    held = [column for column in range(first, first + width) if column in meanings]
    alike = [
        column
        for column in held
        if (again := meanings.get(column + width)) and again.field == meanings[column].field
    ]
    if len(alike) < _FEWEST_ALIKE or len(alike) * 2 < len(held):
        return whole
    return [range(start, start + width) for start in range(first, last + 1, width)]


def later_heading_rows(
    sheet: Sheet, header_row: int, repeated: Sequence[tuple[str, ...]], words: HeadingWords
) -> Iterator[Row]:
    """Yield rows below the headings that are headings again, with other words or another order."""
    for row in sheet.rows:
        if row.number <= header_row:
            continue
        texts = [cell.text for cell in row.cells if cell.text]
        if len(texts) < _FEWEST_ALIKE or not words.exactly(texts[0]) or row_key(row) in repeated:
            continue
        meanings = [words.exactly(text) for text in texts]
        known = [meaning.field for meaning in meanings if meaning]
        alike = len({*known}) == len(known) and len(known) * 4 >= len(texts) * 3
        if alike and _KEY_FIELDS & {*known} and len({heading_key(t) for t in texts}) > 1:
            yield row
