"""Lists as text: csv, tsv and their relatives, in the encodings Chinese programs write."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from qhsign.domain.list_sheet import EMPTY, Cell, Row, Sheet
from qhsign.domain.problems import ProblemForUser
from qhsign.exchange.cell_text import text_cell
from qhsign.exchange.xlsx_sheets import MOST_ROWS

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 64 * 2**10
_FEW_DAMAGED = 200  # at most one in so many characters may be damaged
_BINARY = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BINARY = 100  # one in so many characters
_DELIMITERS = "\t,;|，；"
_SNIFFED_RECORDS = 40
_LONGEST_RECORD_LINES = 60
_LONGEST_FIELD = 8 * 2**20
_DECLARED_DELIMITER = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
# Ways to make a spreadsheet keep the digits: ="630102…" and an apostrophe before them.
_KEPT_DIGITS = re.compile(r"=\"([^\"]*)\"|'(?=[\d+])(.*)", re.DOTALL)


def read_text(path: Path) -> Sheet:
    """Return a text file as one sheet named after the file; rows count lines from 1.

    Raises ProblemForUser for what is no text, and for more records than a list can have.
    """
    return _sheet(decoded(path.read_bytes(), path.name), path.stem, path.name)


def read_pasted(text: str, name: str) -> Sheet:
    """Return a table copied from another program as one sheet called ``name``.

    Spreadsheets and chats copy rows with tabs between the cells. Raises ProblemForUser
    ``nothing-pasted``, and otherwise as ``read_text``.
    """
    if not text.strip():
        raise ProblemForUser("nothing-pasted")
    return _sheet(_not_binary(text, name), name, name)


def _sheet(text: str, name: str, file: str) -> Sheet:
    rows: list[Row] = []
    altered: list[tuple[int, int, str]] = []
    for line, fields in _records(text):
        cells = [_cell(field, altered, line, column) for column, field in enumerate(fields)]
        if any(cell.text for cell in cells):
            rows.append(Row(line, cells))
        if len(rows) > MOST_ROWS:
            raise ProblemForUser("sheet-too-large", sheet=file, rows=MOST_ROWS)
    return Sheet(name, rows, tells_merges=False, altered=altered)


def decoded(data: bytes, file: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030, with or without a mark.

    A few damaged characters become U+FFFD. GB18030 stands for everything that calls itself GBK
    or GB2312. Raises ProblemForUser where it is no text in any of these.
    """
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _not_binary(data[len(mark) :].decode(marked, "replace"), file)
    if unmarked := _utf_16_without_mark(data[:_SAMPLE]):
        return _not_binary(data.decode(unmarked, "replace"), file)
    readings = []
    for encoding in ("utf-8", "gb18030"):
        try:
            return _not_binary(data.decode(encoding), file)
        except UnicodeDecodeError:
            readings.append(data.decode(encoding, "replace"))
    best = min(readings, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") * _FEW_DAMAGED > len(best):
        raise ProblemForUser("list-is-no-text", file=file)
    return _not_binary(best, file)


def _utf_16_without_mark(sample: bytes) -> str | None:
    """Tell UTF-16 by the zero bytes that every comma, digit and line end brings.

    What is also good UTF-8 needs many of them: a few are stray zeros of a damaged text.
    """
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    one_in = 3 if b"\xff" not in sample and _is_utf_8(sample) else 20
    if min(even, odd) * 10 > max(even, odd) or max(even, odd) * one_in < half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf_8(sample: bytes) -> bool:
    cut_character = 3  # the sample may end inside one
    return "\ufffd" not in sample.decode("utf-8", "replace")[:-cut_character]


def _not_binary(text: str, file: str) -> str:
    sample = text[:_SAMPLE].replace("\0", "")
    if len(_BINARY.findall(sample)) * _MOST_BINARY > max(len(sample), _MOST_BINARY):
        raise ProblemForUser("list-is-no-text", file=file)
    # Zero bytes stay control characters, which are taken out of their cells and told.
    return text.replace("\0", "\x01").removeprefix("\ufeff")


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on."""
    first_line = 1
    if declared := _DECLARED_DELIMITER.match(text):
        delimiter = declared[1]
        text = text[declared.end() :]
        first_line = 2
    else:
        delimiter = sniffed_delimiter(text)
    # A stray quotation mark would swallow the lines up to the next one, or to the end.
    balanced = _quotes_balance(text, delimiter)
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(
        StringIO(text, newline=""),
        delimiter=delimiter,
        quotechar='"' if balanced else None,
        quoting=csv.QUOTE_MINIMAL if balanced else csv.QUOTE_NONE,
    )
    line = first_line
    for fields in reader:
        yield line, fields
        line = first_line + reader.line_num


def _quotes_balance(text: str, delimiter: str) -> bool:
    if '"' not in text:
        return True
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for _ in reader:
            if reader.line_num - before > _LONGEST_RECORD_LINES:
                return False
            before = reader.line_num
    except csv.Error as error:
        # Text behind a closing quotation mark harms nobody; a mark that never closes does.
        return "unexpected end" not in str(error) and _closes(text)
    return True


def _closes(text: str) -> bool:
    return text.count('"') % 2 == 0


def sniffed_delimiter(text: str) -> str:
    """Return the delimiter by which the first records have the same number of fields."""
    sample = text[:_SAMPLE]
    best, best_score = ",", 0.0
    csv.field_size_limit(_LONGEST_FIELD)
    for delimiter in _DELIMITERS:
        widths: Counter[int] = Counter()
        for fields in csv.reader(StringIO(sample, newline=""), delimiter=delimiter):
            if any(fields):
                widths[sum(1 for _ in fields)] += 1
            if widths.total() >= _SNIFFED_RECORDS:
                break
        score = max(
            (
                count / widths.total() * min(width, 12)
                for width, count in widths.items()
                if width > 1
            ),
            default=0.0,
        )
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _cell(field: str, altered: list[tuple[int, int, str]], line: int, column: int) -> Cell:
    if not field:
        return EMPTY
    cell, code = text_cell(field)
    if code is not None:
        altered.append((line, column, code))
    if cell.text[:1] in {"=", "'"} and (kept := _KEPT_DIGITS.fullmatch(cell.text)):
        return Cell((kept[1] or kept[2] or "").strip())
    return cell
