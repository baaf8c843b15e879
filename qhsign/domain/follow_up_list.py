"""Follow-up lists (项目跟踪表) as offices send them: states, dates and funds of known contracts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qhsign.domain import list_rows
from qhsign.domain.amount import Amount, Unit
from qhsign.domain.amount_heading import unit_of_heading
from qhsign.domain.amount_reading import read_amount
from qhsign.domain.contract import LifeCycle, read_life_cycle
from qhsign.domain.list_moments import read_moment
from qhsign.domain.list_sheet import EMPTY, Headings, ListProblem, Row, Sheet
from qhsign.domain.names import normalized_organization
from qhsign.domain.problems import Severity

DAY_FIELDS: Mapping[str, LifeCycle] = {
    "signed_on": LifeCycle.SIGNED,
    "implemented_on": LifeCycle.IMPLEMENTED,
    "started_on": LifeCycle.STARTED,
    "operating_on": LifeCycle.OPERATING,
    "terminated_on": LifeCycle.TERMINATED,
}
"""Columns with the day a state was reached."""
_FIELDS = (*DAY_FIELDS, "title", "number", "status", "funds", "funds_on", "amount_unit", "remark")
_NOTHING = frozenset({"/", "-", "—", "——", "无", "--", "待定", "暂无"})
_MONTH = re.compile(r"(20\d\d)\s?[年./-]\s?(1[0-2]|0?[1-9])\s?月?(?:份)?")


@dataclass(frozen=True, slots=True)
class FollowUpEntry:
    """One contract on a follow-up list; None and nothing mean that the list does not say.

    ``funds`` are all that is in place by ``funds_on``, not what came since the last list.
    ``days`` are when each state was reached.
    """

    row: int
    title: str
    number: str = ""
    status: LifeCycle | None = None
    funds: Amount | None = None
    funds_on: date | None = None
    days: Mapping[LifeCycle, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """A contract the event has: what an entry is matched by."""

    id: str
    number: int
    title: str
    certificate: str = ""


@dataclass(slots=True)
class ReadFollowUp:
    """What a follow-up list holds."""

    entries: list[FollowUpEntry] = field(default_factory=list)
    problems: list[ListProblem] = field(default_factory=list)


def read_follow_up(sheet: Sheet, headings: Headings, year: int) -> ReadFollowUp:
    """Return the contracts of a list and everything odd about it.

    A day without a year is in ``year``. Raises nothing.
    """
    whole = ReadFollowUp()
    for part in (headings, *headings.further):
        _Reader(sheet, part, year, whole).read()
    whole.problems.sort(key=lambda problem: problem.row)
    return whole


class _Reader:
    def __init__(self, sheet: Sheet, headings: Headings, year: int, read: ReadFollowUp) -> None:
        self._sheet, self._headings, self._year, self._read = sheet, headings, year, read
        self._rows = list_rows.read_rows(
            sheet, headings, key_fields=("title", "number"), fields=_FIELDS
        )
        self._unit = unit_of_heading(headings.heading("funds")) or self._unit_above()

    def read(self) -> None:
        self._read.problems += self._headings.problems
        self._read.problems += self._rows.problems
        self._read.entries += [self._entry(record.row) for record in self._rows.records]
        self._read.problems += list_rows.altered_cells(
            self._sheet, self._headings, self._rows.records
        )

    def _unit_above(self) -> Unit | None:
        for row in self._sheet.rows:
            if row.number > self._headings.header_row:
                break
            for cell in row.cells:
                if "单位" in cell.text and (unit := unit_of_heading(cell.text)):
                    return unit
        return None

    def _entry(self, row: Row) -> FollowUpEntry:
        if row.number in self._sheet.hidden_rows:
            self._tell(row, "", Severity.WARNING, "row-hidden")
        days = {state: self._day(row, name) for name, state in DAY_FIELDS.items()}
        return FollowUpEntry(
            row=row.number,
            title=" ".join(self._text(row, "title").split()),
            number=self._text(row, "number").strip(),
            status=self._status(row),
            funds=self._funds(row),
            funds_on=self._day(row, "funds_on"),
            days={state: day for state, day in days.items() if day is not None},
        )

    def _text(self, row: Row, name: str) -> str:
        column = self._headings.position(name)
        text = (EMPTY if column is None else row.cell(column)).text
        return "" if text.strip() in _NOTHING else text

    def _status(self, row: Row) -> LifeCycle | None:
        text = self._text(row, "status")
        state = read_life_cycle(text) if text else None
        if text and state is None:
            self._tell(row, "status", Severity.WARNING, "progress-unknown", text=text[:40])
        return state

    def _funds(self, row: Row) -> Amount | None:
        unit = unit_of_heading(f"({self._text(row, 'amount_unit')})") or self._unit
        reading = read_amount(self._text(row, "funds"), unit)
        heading = self._headings.heading("funds")
        self._read.problems += [
            ListProblem(row.number, heading, each.severity, each.code, each.parameters)
            for each in reading.problems
            if each.code != "amount-small"  # funds come in small parts; a contract is not small
        ]
        return reading.amount

    def _day(self, row: Row, name: str) -> date | None:
        text = self._text(row, name).strip()
        if not text:
            return None
        if month := _MONTH.fullmatch(text):
            self._tell(row, name, Severity.NOTE, "day-from-month", text=text)
            return date(int(month[1]), int(month[2]), 1)
        read, problem = read_moment(text, self._year)
        try:
            day = date.fromisoformat(read[:10])
        except ValueError:
            day = None
        if problem is not None:
            self._tell(row, name, problem.severity, problem.code, **problem.parameters)
        elif day is None:
            self._tell(row, name, Severity.WARNING, "day-unreadable", text=text[:40])
        return day

    def _tell(
        self, row: Row, name: str, severity: Severity, code: str, /, **parameters: object
    ) -> None:
        heading = self._headings.heading(name)
        self._read.problems.append(ListProblem(row.number, heading, severity, code, parameters))


@dataclass(frozen=True, slots=True)
class FollowUpMatch:
    """The contract an entry is of, or None with the ``code`` of why: nothing is guessed."""

    entry: FollowUpEntry
    contract: str | None
    code: str = ""


def match_follow_up(
    entries: Sequence[FollowUpEntry], known: Sequence[KnownTitle]
) -> list[FollowUpMatch]:
    """Match entries with contracts: by number, else by the only one of that title.

    A number and a title that mean two contracts match none (``follow-up-clash``); several of one
    title neither (``follow-up-ambiguous``); nor does one nobody knows (``follow-up-not-found``) or
    that stood above (``follow-up-repeated``).
    """
    by_number = {each.certificate.casefold(): each for each in known if each.certificate}
    by_number |= {f"{each.number}": each for each in known}
    by_title: dict[str, list[KnownTitle]] = {}
    for each in known:
        by_title.setdefault(normalized_organization(each.title), []).append(each)
    used: set[str] = set()
    matches = []
    for entry in entries:
        named = by_number.get(_plain(entry.number)) if entry.number else None
        titled = by_title.get(normalized_organization(entry.title), []) if entry.title else []
        found, code = _one(named, titled, entry)
        if found and found.id in used:
            found, code = None, "follow-up-repeated"
        if found:
            used.add(found.id)
        matches.append(FollowUpMatch(entry, found.id if found else None, code))
    return matches


def _one(
    named: KnownTitle | None, titled: Sequence[KnownTitle], entry: FollowUpEntry
) -> tuple[KnownTitle | None, str]:
    if named is not None:
        clash = entry.title and named not in titled
        return (None, "follow-up-clash") if clash else (named, "")
    if len(titled) == 1:
        return titled[0], ""
    return None, "follow-up-ambiguous" if titled else "follow-up-not-found"


def _plain(number: str) -> str:
    """Return a number as it is looked up: 0001 as 1, QH25-QY-0001 in small letters."""
    text = number.strip()
    if text.isascii() and text.isdigit():
        return str(int(text))
    return text.casefold()
