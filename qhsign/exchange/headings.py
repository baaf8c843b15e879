"""Finding the sheet, the heading rows and what every column holds.

A list may have titles above its headings, headings in two or three rows under merged groups,
and several sheets. The rows that name the most fields are the headings.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qhsign.domain.list_sheet import (
    FoundColumn,
    Headings,
    ListProblem,
    Row,
    Sheet,
    Workbook,
    heading_key,
    row_key,
)
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.exchange.column_values import settle_by_values
from qhsign.exchange.heading_words import BY_GROUP, HeadingWords, Meaning, fields_of, heading_words
from qhsign.exchange.sheet_tables import later_heading_rows, panels
from qhsign.exchange.xlsx_sheets import column_number

_SHORT = 10  # characters of a text that may be a heading
_LOOKED_AT = 60  # rows in which headings may begin
_MOST_HEADING_ROWS = 3
_MOST_COLUMNS = 256  # no list is wider; a sheet of numbers may be
_LIGHT = frozenset({"serial", "remark", "not_kept", "count"})
_ESSENTIAL = {
    "guests": (
        {"full_name"},
        {"post_and_name"},
        {"latin_name"},
        {"family_name", "given_name"},
    ),
    "contracts": ({"title"}, {"party_a", "party_b"}, {"party_list"}),
    "follow-up": ({"title"}, {"number"}),
}
_FEWEST_FIELDS = 2
_COLUMN_LETTERS = re.compile(r"([A-Za-z]{1,2})列?")
_SPACES = re.compile(r"\s+")
_NOT_KEPT = Meaning("not_kept", 1.0, -1)


@dataclass(frozen=True, slots=True)
class _Block:
    """One reading of some rows as headings: per column its text and its meaning."""

    rows: tuple[Row, ...]
    names: Mapping[int, str]
    meanings: Mapping[int, Meaning]
    score: float


def find_headings(
    workbook: Workbook,
    kind: str,
    *,
    sheet: str | None = None,
    chosen: Mapping[str, str] | None = None,
    passed_over: Collection[int] = (),
) -> tuple[Sheet, Headings]:
    """Return the sheet that holds the list and what its columns mean.

    ``kind`` is ``guests``, ``contracts`` or ``follow-up``; ``sheet`` names the sheet to read;
    ``chosen`` maps fields to headings (or column letters) and overrules the shipped words;
    ``passed_over`` are positions of columns nobody shall read. Without ``sheet`` the
    visible sheet with the most fields is taken, of equals the longest; others that look like
    lists are told. Raises ProblemForUser for an unknown sheet, field or heading, and where no
    headings are found.
    """
    chosen = chosen or {}
    for name in chosen:
        if name not in fields_of(kind):
            raise ProblemForUser("field-unknown", field=name, fields="、".join(fields_of(kind)))
    candidates = _candidates(workbook, sheet)
    words = heading_words(kind)
    best: tuple[float, int, Sheet, _Block] | None = None
    like_lists: list[str] = []
    for candidate in candidates:
        block = _without(_best_block(candidate, words, kind, chosen), passed_over, kind)
        if block is None:
            continue
        like_lists.append(candidate.name)
        if best is None or (block.score, len(candidate.rows)) > best[:2]:
            best = (block.score, len(candidate.rows), candidate, block)
    if best is None:
        raise _nothing_found(candidates, kind, chosen)
    found = best[2]
    others = [name for name in like_lists if name != found.name]
    return found, _with_further(found, best[3], kind, chosen, others)


def _candidates(workbook: Workbook, name: str | None) -> Sequence[Sheet]:
    filled = [sheet for sheet in workbook.sheets if sheet.rows]
    if name is None:
        if not filled:
            raise ProblemForUser("list-has-no-rows")
        return [sheet for sheet in filled if not sheet.hidden] or filled
    wanted = heading_key(name)
    named = [sheet for sheet in workbook.sheets if sheet.name == name] or [
        sheet for sheet in workbook.sheets if heading_key(sheet.name) == wanted
    ]
    if not named:
        names = "、".join(sheet.name for sheet in workbook.sheets)
        raise ProblemForUser("sheet-not-found", sheet=name, sheets=names)
    if not named[0].rows:
        raise ProblemForUser("list-has-no-rows")
    return named[:1]


def _nothing_found(
    candidates: Sequence[Sheet], kind: str, chosen: Mapping[str, str]
) -> ProblemForUser:
    for heading in chosen.values():
        wanted = heading_key(heading)
        texts = [
            cell.text
            for sheet in candidates
            for row in sheet.rows[:_LOOKED_AT]
            for cell in row.cells
        ]
        if not _COLUMN_LETTERS.fullmatch(heading) and wanted not in map(heading_key, texts):
            headings = "、".join(dict.fromkeys(text for text in texts if 0 < len(text) < _SHORT))
            return ProblemForUser("heading-not-on-list", heading=heading, headings=headings[:200])
    return ProblemForUser(f"no-heading-found-{kind}")


def _best_block(
    sheet: Sheet, words: HeadingWords, kind: str, chosen: Mapping[str, str]
) -> _Block | None:
    by_key = {heading_key(heading): Meaning(name, 1.0, -1) for name, heading in chosen.items()}
    by_letter = {
        column_number(match[1].upper()): Meaning(name, 1.0, -1)
        for name, heading in chosen.items()
        if (match := _COLUMN_LETTERS.fullmatch(heading))
    }
    blocks = [
        block
        for rows in _row_groups(sheet.rows[:_LOOKED_AT])
        if (block := _read_block(sheet, rows, words, by_key)) and _complete(block, by_letter, kind)
    ]
    best = max(blocks, key=_by_score, default=None)
    # A fuller table further down does not make the rows of one above it a title.
    while best and (above := [b for b in blocks if _stands_above(b, best)]):
        best = max(above, key=_by_score)
    if best is None and by_letter:
        return _Block((), {}, by_letter, float(len(by_letter)))
    if best is None or not by_letter:
        return best
    return _Block(best.rows, best.names, {**best.meanings, **by_letter}, best.score)


def _without(block: _Block | None, columns: Collection[int], kind: str) -> _Block | None:
    """Return the block without the meanings of some columns; None where too little is left."""
    if block is None or not columns:
        return block
    kept = {
        column: _NOT_KEPT if column in columns else meaning
        for column, meaning in block.meanings.items()
    }
    left = _Block(block.rows, block.names, kept, block.score)
    return left if _complete(left, {}, kind) else None


def _by_score(block: _Block) -> float:
    return block.score


def _stands_above(block: _Block, other: _Block) -> bool:
    """Tell whether a block is the heading of a table of its own, with rows before the other."""
    return block.rows[-1].number < other.rows[0].number - 1 and len(block.meanings) > 1


def _row_groups(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield every run of up to three rows that follow each other, single rows first."""
    for length in range(1, _MOST_HEADING_ROWS + 1):
        for start in range(len(rows) - length + 1):
            group = tuple(rows[start : start + length])
            if group[-1].number - group[0].number == length - 1 or length == 1:
                yield group


def _complete(block: _Block, by_letter: Mapping[int, Meaning], kind: str) -> bool:
    fields = {meaning.field for meaning in (*block.meanings.values(), *by_letter.values())}
    if not any(needed <= fields for needed in _ESSENTIAL[kind]):
        return False
    alone = len(block.names) == 1 and len(block.rows) == 1
    return len(fields) >= _FEWEST_FIELDS or alone


def _read_block(
    sheet: Sheet, rows: tuple[Row, ...], words: HeadingWords, chosen: Mapping[str, Meaning]
) -> _Block | None:
    if not all(_heading_like(row, words, chosen) for row in rows[1:]):
        return None
    spread = [_spread(sheet, row) for row in rows[:-1]]
    names: dict[int, str] = {}
    meanings: dict[int, Meaning] = {}
    for column in range(min(_MOST_COLUMNS, max(len(row.cells) for row in rows))):
        own = [row.cell(column).text for row in rows]
        if not any(own):
            continue
        texts = [above.get(column, "") for above in spread] + [own[-1]]
        texts = [text for text in texts if text]
        names[column] = _SPACES.sub(" ", [text for text in own if text][-1])
        if meaning := _meaning(texts, words, chosen):
            meanings[column] = meaning
    score = _score(meanings)
    return _Block(rows, names, meanings, score) if meanings else None


def _spread(sheet: Sheet, row: Row) -> dict[int, str]:
    """Return a group row's texts by column, each over the columns it stands above."""
    texts = {place: cell.text for place, cell in enumerate(row.cells) if cell.text}
    merged = [r for r in sheet.merged if r.first_row <= row.number <= r.last_row]
    if merged or sheet.tells_merges:
        for merge in merged:
            text = texts.get(merge.first_column, "")
            for column in range(merge.first_column, merge.last_column + 1):
                if text:
                    texts.setdefault(column, text)
        return texts
    filled = ""
    for column in range(len(row.cells)):
        filled = texts.setdefault(column, filled) or filled
    return texts


def _heading_like(row: Row, words: HeadingWords, chosen: Mapping[str, Meaning]) -> bool:
    texts = [cell for cell in row.cells[:_MOST_COLUMNS] if cell.text]
    if any(cell.numeric for cell in texts):
        return False
    if len(texts) == 1:
        # One cell alone may be the title of a group of rows (一、西宁市代表团).
        return bool(words.exactly(texts[0].text)) or heading_key(texts[0].text) in chosen
    known = sum(
        1
        for cell in texts
        if words.read(cell.text) or heading_key(cell.text) in chosen or cell.text.endswith("方")
    )
    return known * 2 >= len(texts)


def _meaning(
    texts: Sequence[str], words: HeadingWords, chosen: Mapping[str, Meaning]
) -> Meaning | None:
    """Read a column's headings from the group above down to its own."""
    own = texts[-1]
    if found := chosen.get(heading_key(own)) or chosen.get(heading_key("".join(texts))):
        return found
    if len(texts) == 1:
        return words.read(own)
    for start in range(len(texts) - 1):
        if found := words.exactly("".join(texts[start:])):
            return found
    if found := words.read(own):
        return found
    if found := words.read("".join(texts[-2:])):
        return found
    above = words.exactly(texts[-2])
    return above._replace(confidence=BY_GROUP) if above else None


def _score(meanings: Mapping[int, Meaning]) -> float:
    best: dict[str, float] = {}
    for meaning in meanings.values():
        weight = meaning.confidence * (0.4 if meaning.field in _LIGHT else 1.0)
        best[meaning.field] = max(best.get(meaning.field, 0.0), weight)
    return round(sum(best.values()), 3)


def _with_further(
    sheet: Sheet, block: _Block, kind: str, chosen: Mapping[str, str], others: Sequence[str]
) -> Headings:
    """Return the headings of the first table with those of the tables beside and below it."""
    first, *beside = _side_by_side(block)
    headings = _headings(sheet, first, kind, chosen, others)
    parts = [_headings(sheet, part, kind, {}, ()) for part in beside]
    below: list[Headings] = []
    end: int | None = None
    for row in reversed(_later_headings(sheet, headings, kind)):
        later = _read_block(sheet, (row,), heading_words(kind), {})
        if later and _complete(later, {}, kind):
            part = replace(_headings(sheet, later, kind, {}, ()), last_row=end)
            below.insert(0, part)
            end = _row_before(sheet, row)
    parts = [replace(part, last_row=end) for part in parts]
    return replace(headings, last_row=end, further=(*parts, *below))


def _side_by_side(block: _Block) -> list[_Block]:
    tables = panels(block.meanings)
    if len(tables) == 1:
        return [block]
    return [
        _Block(
            block.rows,
            {column: name for column, name in block.names.items() if column in columns},
            {column: meaning for column, meaning in block.meanings.items() if column in columns},
            block.score,
        )
        for columns in tables
    ]


def _later_headings(sheet: Sheet, headings: Headings, kind: str) -> list[Row]:
    if not headings.header_row:
        return []
    repeated = tuple(headings.repeated)
    return list(later_heading_rows(sheet, headings.header_row, repeated, heading_words(kind)))


def _row_before(sheet: Sheet, heading: Row) -> int:
    """Return the last row of the table above: the title of the next one does not belong to it."""
    last = heading.number - 1
    for row in reversed(sheet.rows):
        if row.number == last and sum(bool(cell.text) for cell in row.cells) == 1:
            last -= 1
        elif row.number <= last:
            break
    return last


def _headings(
    sheet: Sheet, block: _Block, kind: str, chosen: Mapping[str, str], others: Sequence[str]
) -> Headings:
    first_row = block.rows[0].number if block.rows else 0
    header_row = block.rows[-1].number if block.rows else 0
    meanings = settle_by_values(sheet, header_row, kind, block.meanings, block.names)
    columns: dict[str, FoundColumn] = {}
    problems = [
        ListProblem(header_row, "", Severity.WARNING, "sheet-not-read", {"sheet": name})
        for name in others
    ]
    order = sorted(meanings, key=lambda c: (-meanings[c].confidence, meanings[c].preference, c))
    for column in order:
        name, heading = meanings[column].field, block.names.get(column, "")
        if name == "not_kept":
            problems.append(_note(header_row, heading, "heading-not-kept"))
        elif name in columns:
            code = "heading-twice" if name != "serial" else "heading-not-kept"
            problems.append(_note(header_row, heading, code, used=columns[name].heading))
        else:
            confidence = meanings[column].confidence
            columns[name] = FoundColumn(name, column, heading, confidence)
    unknown = [column for column in block.names if column not in meanings]
    problems += [_note(header_row, block.names[column], "heading-unknown") for column in unknown]
    missing = [
        heading
        for name, heading in chosen.items()
        if name not in columns or not _is_chosen(columns[name], heading)
    ]
    if missing:
        headings = "、".join(block.names.values())
        raise ProblemForUser("heading-not-on-list", heading=missing[0], headings=headings)
    above = [row for row in sheet.rows if row.number <= header_row]
    return Headings(
        sheet.name,
        first_row,
        header_row,
        dict(sorted(columns.items(), key=lambda item: item[1].column)),
        names=block.names,
        unknown=unknown,
        repeated=frozenset(row_key(row) for row in above),
        problems=problems,
    )


def _is_chosen(column: FoundColumn, heading: str) -> bool:
    letters = _COLUMN_LETTERS.fullmatch(heading)
    return heading_key(column.heading) == heading_key(heading) or bool(
        letters and column_number(letters[1].upper()) == column.column
    )


def _note(row: int, heading: str, code: str, **parameters: object) -> ListProblem:
    return ListProblem(row, heading, Severity.NOTE, code, {"heading": heading, **parameters})
