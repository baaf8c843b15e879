"""The single values of a guest's row: read, and told by row and column where they are odd."""

import re
from collections.abc import Callable, Mapping, Sequence

from qhsign.domain import guest_words
from qhsign.domain.document import check_document
from qhsign.domain.guest import Category, Gender, Invitation
from qhsign.domain.list_moments import read_moment
from qhsign.domain.list_rows import Record
from qhsign.domain.list_sheet import EMPTY, Cell, Headings, ListProblem, Row
from qhsign.domain.people_in_cell import parallel
from qhsign.domain.phone import clean_phone
from qhsign.domain.problems import Problem, Severity

_TICKS = frozenset("√✓✔☑■●○◯▲★☆")
_ACTIVITY_MARKS = re.compile(r"[、;；\n,，/]")

_COUNTRY_PARTS = re.compile(r"\s*[/（()）\n]\s*")


class GuestValues:
    """Reads the values of one table's rows; ``problems`` gathers what it finds."""

    def __init__(
        self,
        headings: Headings,
        records: Sequence[Record],
        *,
        year: int,
        country_code: Callable[[str], str | None],
        category_words: Mapping[str, Category],
    ) -> None:
        self.problems: list[ListProblem] = []
        self._headings = headings
        self._year = year
        self._country_code = country_code
        self._category_words = category_words
        self._ticked = self._tick_columns(records)

    def gender(
        self, row: Row, cells: Mapping[str, Cell], behind: Gender | None, address: str, text: str
    ) -> Gender | None:
        """Return the sex of the column, else of the brackets or the form of address."""
        stated = guest_words.gender_of(text) if text else None
        if text and stated is None:
            self.add(row, "gender", Severity.WARNING, "gender-unknown", text=text)
        other = (
            behind
            or guest_words.gender_of(address)
            or guest_words.gender_of(cells.get("salutation", EMPTY).text)
        )
        if stated and other and stated is not other:
            self.add(row, "gender", Severity.WARNING, "gender-clash", text=text)
        return stated or other

    def document(
        self, row: Row, cells: Mapping[str, Cell], count: int, place: int
    ) -> tuple[str, str]:
        """Return kind and number; one number for several people is the first one's."""
        cell = cells.get("document_number", EMPTY)
        kind = cells.get("document_type", EMPTY).text
        if not cell.text:
            return kind, ""
        numbers = parallel(cell.text, count)
        if count > 1 and len(set(numbers)) == 1:
            if place:
                return "", ""
            self.add(row, "document_number", Severity.WARNING, "document-of-first")
        reading = check_document(
            numbers[place], kind or self._kind_by_heading(), numeric=cell.numeric
        )
        for problem in reading.problems:
            self.take(row, "document_number", problem)
        return (reading.kind or "") if reading.number or kind else "", reading.number or ""

    def _kind_by_heading(self) -> str | None:
        heading = self._headings.heading("document_number")
        both = "护照" in heading and "身份证" in heading
        return heading if "护照" in heading and not both else None

    def phone(self, row: Row, text: str, place: int) -> str:
        """Return the phone in one spelling; problems are told once for a cell of several people."""
        if not text:
            return ""
        phone, problems = clean_phone(text)
        for problem in problems if not place else ():
            self.take(row, "phone", problem)
        return phone or ""

    def country(self, row: Row, text: str) -> str | None:
        """Return the ISO code of a country, None where nobody knows the name."""
        if not text:
            return None
        # 冰岛/Iceland and 冰岛（Iceland） name one country twice; 韩国/朝鲜 names two.
        codes = {self._country_code(part) for part in _COUNTRY_PARTS.split(text) if part}
        code = self._country_code(text) or (codes.pop() if len(codes) == 1 else None)
        if code is None:
            self.add(row, "country", Severity.WARNING, "country-unknown", text=text)
        return code

    def category(self, row: Row, cells: Mapping[str, Cell]) -> tuple[Category | None, bool | None]:
        """Return the badge category and, for a VIP, True."""
        text = cells.get("category", EMPTY).text
        vip = guest_words.is_vip(text) or guest_words.says_yes(cells.get("vip", EMPTY).text)
        category = self._category_words.get(text) or guest_words.category_of(text) if text else None
        if text and category is None:
            self.add(row, "category", Severity.WARNING, "category-unknown", text=text)
        return category, True if vip else None

    def status(self, row: Row, cells: Mapping[str, Cell]) -> Invitation | None:
        """Return the state of the invitation, or None."""
        text = cells.get("status", EMPTY).text
        if not text:
            return None
        status = guest_words.status_of(text)
        if status is None:
            self.add(row, "status", Severity.WARNING, "status-unknown", text=text)
        return status

    def moment(self, row: Row, name: str, cells: Mapping[str, Cell], text: str) -> str:
        """Return a date or time in one spelling, other words as they stand."""
        if not text:
            return ""
        moment, problem = read_moment(text, self._year, numeric=cells[name].numeric)
        if problem:
            self.take(row, name, problem)
        return moment

    def activities(self, row: Row, cells: Mapping[str, Cell]) -> tuple[str, ...]:
        """Return the activities a cell names and those ticked in columns of their own."""
        text = cells.get("activities", EMPTY).text
        named = [part.strip() for part in _ACTIVITY_MARKS.split(text) if part.strip()]
        named += [self._headings.names[c] for c in self._ticked if row.cell(c).text]
        return tuple(dict.fromkeys(named))

    def _tick_columns(self, records: Sequence[Record]) -> Sequence[int]:
        """Return the unknown columns that hold nothing but ticks: one for each activity."""
        return [
            column
            for column in self._headings.unknown
            if (values := {record.row.cell(column).text for record in records} - {""})
            and values <= _TICKS
        ]

    def take(self, row: Row, name: str, problem: Problem) -> None:
        """Keep a problem another rule found, with the place in the list."""
        self.problems.append(
            ListProblem(
                row.number,
                self._headings.heading(name),
                problem.severity,
                problem.code,
                problem.parameters,
            )
        )

    def add(
        self, row: Row, name: str, severity: Severity, code: str, /, **parameters: object
    ) -> None:
        """Keep a problem of a row; ``name`` is the field whose column it concerns, or ""."""
        heading = self._headings.heading(name)
        self.problems.append(ListProblem(row.number, heading, severity, code, parameters))
