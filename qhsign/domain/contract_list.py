"""Contract lists (签约清单) as they arrive, read into entries and problems (notes §3 and §10)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from qhsign.domain import list_rows
from qhsign.domain.amount import Amount, Unit
from qhsign.domain.amount_heading import unit_of_heading
from qhsign.domain.amount_reading import read_amount
from qhsign.domain.amount_writing import written
from qhsign.domain.contract import kind_of_title, read_kind, read_life_cycle, read_mode
from qhsign.domain.contract_entry import SIDES, ContractEntry, PartyEntry
from qhsign.domain.guest_words import split_post_and_name
from qhsign.domain.list_sheet import EMPTY, Cell, Headings, ListProblem, Row, Sheet
from qhsign.domain.names import split_attributes
from qhsign.domain.people_in_cell import split_outside_brackets
from qhsign.domain.problems import Severity

LONGEST_TITLE = 500
LONGEST_TEXT = 4_000
_LETTERS = "abcdefgh"
_FEWEST_PARTIES = 2

_SHARED = (
    "industry",
    "kind",
    "region",
    "batch",
    "mode",
    "slate",
    "status",
    "amount_unit",
    "currency",
)
_SIDE_FIELDS = tuple(
    f"{name}_{letter}" for name in ("party", "signatory", "signatory_title") for letter in _LETTERS
)
_PARTY_FIELDS = tuple(f"party_{letter}" for letter in _LETTERS)
_EVERY = (
    *_SHARED, *_SIDE_FIELDS, "title", "number", "party_list", "signatory_list",
    "signatory_title_list", "amount", "witness", "remark",
)  # fmt: skip
_LABEL = re.compile(rf"\s*[（(]?([{''.join(SIDES)}])\s*方[)）]?\s*[:：]?\s*")
_LABEL_BEHIND = re.compile(
    rf"([^、，,;；|/\n（()）]+?)\s*[（(]([{SIDES}])方(?:签约)?(?:代表)?[)）][\s、，,;；|/]*"
)
_BETWEEN_PARTIES = (re.compile(r"[;；\n]"), re.compile(r"[、，,/|]|\s+-+\s+|—+"))
_ORGANIZATION_ENDS = (
    "公司|集团|政府|厅|局|委员会|委|大学|学院|研究院|研究所|中心|协会|商会|银行|基金|园区"
    "|管委会|省|市|州|县|区"
)
_ENDS = re.compile(rf"(?:{_ORGANIZATION_ENDS})$")
_NOTHING = frozenset({"/", "-", "—", "——", "无", "--", "待定", "暂无"})


@dataclass(slots=True)
class ReadContracts:
    """What a contract list holds; ``rows`` counts the rows with contracts."""

    entries: list[ContractEntry] = field(default_factory=list)
    problems: list[ListProblem] = field(default_factory=list)
    rows: int = 0


def read_contracts(sheet: Sheet, headings: Headings) -> ReadContracts:
    """Return the contracts of a list, each with the row it stands in, and everything odd about it.

    Bare amounts take the unit of their heading, of a unit column, or of the title above the
    headings (单位：万元). A contract with one party is kept and told. Raises nothing.
    """
    whole = ReadContracts()
    seen: dict[object, int] = {}
    for part in (headings, *headings.further):
        read = _ContractReader(sheet, part).read(seen)
        whole.entries += read.entries
        whole.problems += read.problems
        whole.rows += read.rows
    whole.problems.sort(key=lambda problem: problem.row)
    return whole


class _ContractReader:
    def __init__(self, sheet: Sheet, headings: Headings) -> None:
        self._headings = headings
        keys = ("title",) if "title" in headings.columns else (*_PARTY_FIELDS, "party_list")
        self._rows = list_rows.read_rows(sheet, headings, key_fields=keys, fields=_EVERY)
        self._sheet = sheet
        self._above = list_rows.ValuesAbove(
            sheet,
            headings,
            self._rows.records,
            shared_fields=(*_SHARED, *_PARTY_FIELDS, *_SIDE_FIELDS, "party_list"),
            grouped_field="batch",
        )
        self._unit = self._unit_of_list()
        self._read = ReadContracts()

    def read(self, seen: dict[object, int]) -> ReadContracts:
        """Read one table; ``seen`` holds the rows of the contracts read so far, by their keys."""
        read = self._read
        read.problems += self._headings.problems
        read.problems += self._rows.problems
        amounts: list[Amount | None] = []
        for record in self._rows.records:
            entry = self._entry(record.row)
            amounts.append(entry.amount if entry else None)
            if entry is None:
                continue
            first = seen.setdefault(entry.number or entry.key, entry.row)
            if first != entry.row:
                self._add(
                    record.row,
                    "title",
                    Severity.WARNING,
                    "contract-repeated",
                    row=first,
                    title=entry.title,
                )
                continue
            read.entries.append(entry)
            read.rows += 1
        read.problems += list_rows.altered_cells(self._sheet, self._headings, self._rows.records)
        self._check_totals(amounts)
        return read

    def _unit_of_list(self) -> Unit | None:
        heading = self._headings.heading("amount")
        if unit := unit_of_heading(heading):
            return unit
        for row in self._sheet.rows:
            if row.number > self._headings.header_row:
                break
            for cell in row.cells:
                if "单位" in cell.text and (unit := unit_of_heading(cell.text)):
                    return unit
        return None

    def _entry(self, row: Row) -> ContractEntry | None:
        cells = {
            name: self._cell(row, name, found.column)
            for name, found in self._headings.columns.items()
        }
        title = " ".join(cells.get("title", EMPTY).text.split())
        parties = self._parties(row, cells)
        if not title and "title" in self._headings.columns:
            self._add(row, "title", Severity.ERROR, "title-missing")
            return None
        if row.number in self._sheet.hidden_rows:
            self._add(row, "", Severity.WARNING, "row-hidden")
        organizations = [party.organization for party in parties if party.organization]
        if len(organizations) < _FEWEST_PARTIES:
            self._add(
                row,
                self._party_field(),
                Severity.WARNING,
                "parties-missing",
                count=len(organizations),
            )
        title = title or "—".join(organizations)
        amount, declared_none = self._amount(row, cells)
        kind_text = cells.get("kind", EMPTY).text
        kind = read_kind(kind_text) if kind_text else kind_of_title(title)
        if kind_text and kind is None:
            self._add(row, "kind", Severity.WARNING, "kind-unknown", text=kind_text)
        return ContractEntry(
            row=row.number,
            title=title,
            number=cells.get("number", EMPTY).text,
            kind=kind,
            amount=amount,
            declared_none=declared_none,
            parties=parties,
            industry=cells.get("industry", EMPTY).text,
            region=cells.get("region", EMPTY).text,
            batch=cells.get("batch", EMPTY).text,
            mode=read_mode(cells.get("mode", EMPTY).text),
            slate=cells.get("slate", EMPTY).text,
            status=read_life_cycle(cells.get("status", EMPTY).text),
            witness=cells.get("witness", EMPTY).text,
            remark=cells.get("remark", EMPTY).text,
        )

    def _cell(self, row: Row, name: str, column: int) -> Cell:
        cell = self._above.cell(row, column)
        if cell.text in _NOTHING and name != "amount":
            return EMPTY
        longest = LONGEST_TITLE if name == "title" else LONGEST_TEXT
        if len(cell.text) > longest:
            severity = Severity.ERROR if name == "title" else Severity.WARNING
            self._add(row, name, severity, "cell-too-long", limit=longest)
            return EMPTY
        return cell

    def _party_field(self) -> str:
        return next(
            (name for name in (*_PARTY_FIELDS, "party_list") if name in self._headings.columns),
            "title",
        )

    # Parties and who signs

    def _parties(self, row: Row, cells: Mapping[str, Cell]) -> tuple[PartyEntry, ...]:
        organizations = {
            side: " ".join(cells[name].text.split())
            for side, name in zip(SIDES, _PARTY_FIELDS, strict=True)
            if cells.get(name, EMPTY).text
        }
        organizations |= {
            side: text
            for side, text in _by_side(cells.get("party_list", EMPTY).text, _parted_parties).items()
            if side not in organizations
        }
        sides = [side for side in SIDES if side in organizations]
        signatories = self._signatories(row, cells, sides)
        titles = self._titles(cells, sides)
        sides = [side for side in SIDES if side in organizations or side in signatories]
        parties = []
        for side in sides:
            _, post, name = split_post_and_name(signatories.get(side, ""))
            name = split_attributes(name).name
            parties.append(
                PartyEntry(side, organizations.get(side, ""), name, titles.get(side, "") or post)
            )
        return tuple(parties)

    def _signatories(
        self, row: Row, cells: Mapping[str, Cell], sides: Sequence[str]
    ) -> dict[str, str]:
        found = {
            side: text
            for side, letter in zip(SIDES, _LETTERS, strict=True)
            if (text := cells.get(f"signatory_{letter}", EMPTY).text)
        }
        text = cells.get("signatory_list", EMPTY).text
        if not text:
            return found
        if _LABEL.search(text):
            return _by_side(text, _parted_names) | found
        names = _parted_names(text)
        open_sides = [side for side in sides if side not in found]
        if len(names) != len(open_sides):
            self._add(
                row,
                "signatory_list",
                Severity.WARNING,
                "signatories-uneven",
                text=text,
                sides=len(open_sides),
            )
        return dict(zip(open_sides or list(SIDES), names, strict=False)) | found

    def _titles(self, cells: Mapping[str, Cell], sides: Sequence[str]) -> dict[str, str]:
        found = {
            side: text
            for side, letter in zip(SIDES, _LETTERS, strict=True)
            if (text := cells.get(f"signatory_title_{letter}", EMPTY).text)
        }
        if text := cells.get("signatory_title_list", EMPTY).text:
            found = dict(zip(sides, _parted_names(text), strict=False)) | found
        return found

    # Amounts

    def _amount(self, row: Row, cells: Mapping[str, Cell]) -> tuple[Amount | None, bool]:
        text = cells.get("amount", EMPTY).text
        unit = self._unit
        unit_text = cells.get("amount_unit", EMPTY).text
        if unit_text:
            unit = unit_of_heading(f"({unit_text})") or unit
        currency = cells.get("currency", EMPTY).text
        if currency and (named := unit_of_heading(f"({currency})")) and named.currency:
            unit = Unit(unit.scale if unit else None, unit.word if unit else "", named.currency)
        reading = read_amount(text, unit)
        for problem in reading.problems:
            self._read.problems.append(
                ListProblem(
                    row.number,
                    self._headings.heading("amount"),
                    problem.severity,
                    problem.code,
                    problem.parameters,
                )
            )
        return reading.amount, reading.declared_none

    def _check_totals(self, amounts: Sequence[Amount | None]) -> None:
        """Compare 小计 and 合计 rows with the amounts above them; the list's figure is a claim."""
        column = self._headings.position("amount")
        if column is None:
            return
        since = 0
        for total in self._rows.totals:
            counted = amounts[0 if total.grand else since : total.records_before]
            if not total.grand:
                since = total.records_before
            reading = read_amount(total.row.cell(column).text, self._unit)
            if reading.amount is None:
                continue
            currency = reading.amount.currency
            fen = sum(a.fen for a in counted if a is not None and a.currency == currency)
            if fen != reading.amount.fen:
                heading = self._headings.heading("amount")
                parameters = {
                    "declared": written(reading.amount),
                    "counted": written(Amount(fen, currency)),
                }
                self._read.problems.append(
                    ListProblem(
                        total.row.number, heading, Severity.WARNING, "amounts-differ", parameters
                    )
                )

    def _add(
        self, row: Row, name: str, severity: Severity, code: str, /, **parameters: object
    ) -> None:
        heading = self._headings.heading(name)
        self._read.problems.append(ListProblem(row.number, heading, severity, code, parameters))


def _by_side(text: str, parted: Callable[[str], list[str]]) -> dict[str, str]:
    """Give every side its part of a cell that names several: by labels, else in order."""
    if not text:
        return {}
    behind = list(_LABEL_BEHIND.finditer(text))
    if behind and "".join(label[0] for label in behind) == text:
        return {label[2]: label[1].strip() for label in behind}
    labels = list(_LABEL.finditer(text))
    if labels:
        return {
            label[1]: text[
                label.end() : (labels[place + 1].start() if place + 1 < len(labels) else len(text))
            ].strip(" \n;；,，、")
            for place, label in enumerate(labels)
        }
    return dict(zip(SIDES, parted(text), strict=False))


def _parted_parties(text: str) -> list[str]:
    for separator in _BETWEEN_PARTIES:
        pieces = [piece for piece in split_outside_brackets(text, separator) if piece]
        if len(pieces) > 1:
            return [*pieces[:-1], *_joined_by_and(pieces[-1])]
    return _joined_by_and(text.strip())


def _joined_by_and(text: str) -> list[str]:
    for found in re.finditer(r"\s*[与和]\s*", text):
        before, behind = text[: found.start()], text[found.end() :]
        if _ENDS.search(before) and _ENDS.search(behind):
            return [before, *_joined_by_and(behind)]
    return [text]


def _parted_names(text: str) -> list[str]:
    for separator in (r"[;；\n]", r"[、，,/|]", r"\s{2,}|\u3000"):
        pieces = [piece for piece in split_outside_brackets(text, re.compile(separator)) if piece]
        if len(pieces) > 1:
            return pieces
    words = text.split()
    if len(words) > 1 and all(len(word) in {2, 3, 4} and not word.isascii() for word in words):
        return words
    return [text.strip()]
