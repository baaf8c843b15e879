"""Which rows of a list hold records, and the values that stand in other rows.

Left out are repeated headings and titles, 小计 and 合计, the notes under a list and group titles;
a cell of a merged range, a ditto mark and, where a list shows its groups by blanks, a blank cell
take the value above.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qhsign.domain.list_sheet import (
    EMPTY,
    Cell,
    Headings,
    ListProblem,
    Row,
    Sheet,
    heading_key,
    row_key,
)
from qhsign.domain.problems import Severity

_TOTAL = re.compile(
    r"(?:本页|全部|以上|本表|各项|项目)?(?P<grand>小计|合计|总计|共计|累计|总数|总人数|总额|grandtotal|subtotal|total|sum)"
    r"(?:人数|金额|投资|项目数|数)?[\d.]*(?:人|名|位|个|项|亿元|万元|元)?"
)
_MAY_BE_TOTAL = re.compile("[计共总]|total|sum", re.IGNORECASE)
_SUBTOTAL = re.compile(r"小计|本页|subtotal")
_FIGURE_ONLY = re.compile(r"共?计?[\d.]+(?:人|名|位|个|项|个项目|亿元|万元|元)?")
_COUNT_ONLY = re.compile(r"共计?\d+[人名位个项](?:嘉宾|代表|项目|合同)?")
_FOOTER = re.compile(
    r"\s*[*※（(]?\s*(?:备\s*注|注|说\s*明|填表说明|附注|填表人|填报人|填表单位|填报单位|填报时间|填报日期|填表日期|制表人?|审核人?"
    r"|审批人?|经办人?|联系人|联系电话|联系方式|电话|报送单位|报送时间|报送人|单位[（(]?盖章[）)]?|盖章|日期|单位负责人"
    r"|分管领导|负责人|领导签字|签字|签章|打印时间|打印日期|制表时间|制表日期|第\s*\d+\s*页|注意事项|温馨提示|note|remark)"
    r"\s*(?:[：:]|\d*[、.．]|$|\s\s)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*第\s*\d+\s*页.*|.*page\s+\d+\s+of.*|-\s*\d+\s*-", re.IGNORECASE)
_GROUP_TITLE = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．\s]|第[一二三四五六七八九十]+[组部批]|[IVX]{1,4}\.\s)"
)
_DITTO = frozenset(
    {
        "同上",
        "同前",
        "同",
        "〃",
        "″",
        '"',
        "''",
        "”",
        "“",
        "〞",
        "々",
        "ditto",
        "do",
        "-〃-",
        "—〃—",
        "--〃--",
        "..",
        "↑",
    }
)
_EXAMPLES = frozenset(
    {"例", "示例", "样例", "范例", "例如", "举例", "填写示例", "示例行", "example", "sample"}
)
_LONGEST_DITTO = max(map(len, _DITTO))
_MOST_WORDS_OF_A_NOTE = 3
_LONG_NOTE = 40
LONGEST_CELL = 32_767
"""Characters a spreadsheet's cell can hold; longer text did not come from one."""


@dataclass(slots=True)
class Record:
    """A row that holds a record; ``group`` is the title of the group it stands in."""

    row: Row
    group: str = ""


@dataclass(slots=True)
class Total:
    """A 小计 or 合计 row; ``grand`` for the whole list, else for the records since the last one."""

    row: Row
    grand: bool
    records_before: int


@dataclass(slots=True)
class ReadRows:
    """The records and totals of a sheet, and what was left out."""

    records: list[Record] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    problems: list[ListProblem] = field(default_factory=list)


def read_rows(
    sheet: Sheet, headings: Headings, *, key_fields: Sequence[str], fields: Collection[str]
) -> ReadRows:
    """Return the rows below the headings, sorted out.

    ``key_fields`` name what a record is known by (the name, or the contract's title); ``fields``
    are all fields that count as content.
    """
    rows = ReadRows()
    keys = [p for name in key_fields if (p := headings.position(name)) is not None]
    content = {p for name in fields if (p := headings.position(name)) is not None}
    wide = _rows_joined_across(sheet)
    heading_texts = frozenset(headings.names.values())
    first_keys = {texts[0] for texts in headings.repeated if texts}
    group = ""
    for place, row in enumerate(sheet.rows):
        if row.number <= headings.header_row:
            continue
        if headings.last_row is not None and row.number > headings.last_row:
            break
        texts = [(column, cell.text) for column, cell in enumerate(row.cells) if cell.text]
        has_key = any(row.cell(column).text for column in keys)
        # Most rows are records: what costs time is asked only where a cheap sign allows it.
        repeated = heading_key(texts[0][1]) in first_keys and row_key(row) in headings.repeated
        if repeated or (
            not heading_texts.isdisjoint([text for _, text in texts]) and _is_heading(row, headings)
        ):
            rows.problems.append(_note(row, "heading-repeated", texts))
        elif heading_key(texts[0][1]) in _EXAMPLES:
            rows.problems.append(_note(row, "example-skipped", texts))
        elif total := _total(row, texts, keys, len(rows.records)):
            rows.totals.append(total)
        elif _is_note(texts, keys, has_key=has_key):
            rows.problems.append(_note(row, "note-skipped", texts))
        elif _is_group_title(row, texts, keys, wide) or (
            # A title stands above each part of a list whose headings come again below it.
            len(texts) == 1
            and place + 1 < len(sheet.rows)
            and row_key(sheet.rows[place + 1]) in headings.repeated
        ):
            group = texts[0][1]
            rows.problems.append(_note(row, "group-title", texts))
        elif has_key or any(column in content for column, _ in texts):
            rows.records.append(Record(row, group))
    return rows


def altered_cells(
    sheet: Sheet, headings: Headings, records: Sequence[Record]
) -> Iterator[ListProblem]:
    """Tell of the cells of records that could not be taken as they stand in the file."""
    numbers = {record.row.number for record in records}
    for row, column, code in sheet.altered:
        if row in numbers:
            removed = code == "control-characters-removed"
            severity = Severity.NOTE if removed else Severity.WARNING
            parameters = {"limit": LONGEST_CELL} if code == "cell-too-long" else {}
            yield ListProblem(row, headings.names.get(column, ""), severity, code, parameters)


def _note(row: Row, code: str, texts: Sequence[tuple[int, str]]) -> ListProblem:
    return ListProblem(row.number, "", Severity.NOTE, code, {"text": texts[0][1][:_LONG_NOTE]})


def _is_heading(row: Row, headings: Headings) -> bool:
    """Tell a heading row printed again, even where a page's copy lacks a column."""
    if not headings.columns:
        return False
    filled = [column for column, cell in enumerate(row.cells) if cell.text]
    same = sum(
        1
        for column in filled
        if (name := headings.names.get(column))
        and heading_key(name) == heading_key(row.cells[column].text)
    )
    return same > 1 and same * 2 > len(filled)


def _total(
    row: Row, texts: Sequence[tuple[int, str]], keys: Sequence[int], before: int
) -> Total | None:
    """Read a 小计 or 合计 row; a row with a name is none, whatever its other cells say."""
    for _, text in texts[:3]:
        if not _MAY_BE_TOTAL.search(text):
            continue
        if any(
            (other := heading_key(row.cell(column).text))
            and not (_TOTAL.fullmatch(other) or _FIGURE_ONLY.fullmatch(other))
            for column in keys
        ):
            return None
        key = heading_key(text)
        if found := _TOTAL.fullmatch(key):
            return Total(row, not _SUBTOTAL.search(key) and found["grand"] != "subtotal", before)
        if _COUNT_ONLY.fullmatch(key) and len(texts) == 1:
            return Total(row, grand=True, records_before=before)
    return None


def _is_note(texts: Sequence[tuple[int, str]], keys: Sequence[int], *, has_key: bool) -> bool:
    first_column, first = texts[0]
    if len(texts) > _MOST_WORDS_OF_A_NOTE:
        return False
    if _PAGE.fullmatch(first) and len(texts) == 1:
        return True
    if _FOOTER.match(first) and (not has_key or first_column in keys or len(texts) == 1):
        return True
    return (
        len(texts) == 1 and len(first) > _LONG_NOTE and (first_column not in keys or "。" in first)
    )


def _is_group_title(
    row: Row, texts: Sequence[tuple[int, str]], keys: Sequence[int], wide: Collection[int]
) -> bool:
    if len(texts) != 1:
        return False
    column, text = texts[0]
    if row.number in wide or _GROUP_TITLE.match(text):
        return True
    return (
        column not in keys
        and column == 0
        and not text.isdecimal()
        and any(key > 0 for key in keys)
        and (text.endswith(("代表团", "团", "组", "嘉宾", "领导", "企业", "媒体", "人员")))
    )


def _rows_joined_across(sheet: Sheet) -> set[int]:
    """Return the rows whose cells are joined over three columns or more."""
    return {
        merge.first_row
        for merge in sheet.merged
        if merge.first_row == merge.last_row and merge.last_column - merge.first_column > 1
    }


class ValuesAbove:
    """The values cells take from above: by merged ranges, ditto marks and grouped blanks."""

    def __init__(
        self,
        sheet: Sheet,
        headings: Headings,
        records: Sequence[Record],
        *,
        shared_fields: Collection[str],
        grouped_field: str,
    ) -> None:
        self._shared = {
            p: name for name in shared_fields if (p := headings.position(name)) is not None
        }
        self._merged = dict(self._merged_values(sheet))
        self._last: dict[int, Cell] = {}
        column = headings.position(grouped_field)
        self._grouped = (
            column if column is not None and self._is_grouped(sheet, column, records) else None
        )
        self.taken: set[tuple[int, int]] = set()

    def _merged_values(self, sheet: Sheet) -> Iterator[tuple[tuple[int, int], Cell]]:
        by_number = {row.number: row for row in sheet.rows} if sheet.merged else {}
        for merge in sheet.merged:
            if merge.last_row == merge.first_row or merge.first_column not in self._shared:
                continue
            source = by_number.get(merge.first_row)
            if source is None:
                continue
            for number in range(merge.first_row + 1, merge.last_row + 1):
                if number in by_number:
                    yield (number, merge.first_column), source.cell(merge.first_column)

    def _is_grouped(self, sheet: Sheet, column: int, records: Sequence[Record]) -> bool:
        """Tell whether blanks in a column stand for the value above.

        So they do where the format or the writer joins no cells in that column, the first record
        has a value, and at least as many records are blank as filled in at least two groups:
        a list with a few blanks has guests whose organization nobody told.
        """
        if any(m.first_column == column and m.last_row > m.first_row for m in sheet.merged):
            return False
        filled = [bool(record.row.cell(column).text) for record in records]
        groups = sum(1 for before, after in pairwise(filled) if before and not after)
        fewest = 2
        return (
            bool(filled)
            and filled[0]
            and groups >= fewest
            and filled.count(False) >= filled.count(True)
        )

    def cell(self, row: Row, column: int | None) -> Cell:
        """Return a record's cell; call it in the order of the rows, for every record."""
        if column is None:
            return EMPTY
        cell = row.cell(column)
        if column not in self._shared:
            return cell
        if not cell.text:
            cell = self._blank(row, column)
        elif len(cell.text) <= _LONGEST_DITTO and cell.text.casefold().replace(" ", "") in _DITTO:
            cell = self._last.get(column, EMPTY)
        self._last[column] = cell
        return cell

    def _blank(self, row: Row, column: int) -> Cell:
        if merged := self._merged.get((row.number, column)):
            return merged
        if column == self._grouped and (above := self._last.get(column)):
            self.taken.add((row.number, column))
            return above
        return EMPTY
