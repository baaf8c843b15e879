"""Guest lists as they arrive, read into entries and problems (domain notes §10)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from qhsign.domain import guest_words, list_rows
from qhsign.domain.delegation_name import delegation_named
from qhsign.domain.guest import Category, Invitation
from qhsign.domain.guest_entry import GuestEntry
from qhsign.domain.guest_values import GuestValues
from qhsign.domain.list_sheet import EMPTY, Cell, Headings, ListProblem, Row, Sheet
from qhsign.domain.list_titles import said_above
from qhsign.domain.names import clean_name, is_han, split_attributes
from qhsign.domain.people_in_cell import PeopleInCell, parallel, people_in, pieces_in, split_scripts
from qhsign.domain.problems import Severity
from qhsign.domain.repeated_guests import without_repeats

LONGEST_NAME = 200
"""Characters; longer cells are no names. Names of over fifty are real."""
LONGEST_TEXT = 1_000

_SHARED = (
    "organization", "organization_and_title", "delegation", "title", "country", "category",
    "rank_level", "phone", "arrival", "departure", "lodging", "vehicle", "seat", "liaison",
    "activities", "status", "remark", "document_type",
)  # fmt: skip
_PLAIN = ("salutation", "rank_level", "lodging", "vehicle", "seat", "diet", "remark")
_EVERY = (
    *_SHARED,
    *_PLAIN,
    "full_name",
    "post_and_name",
    "latin_name",
    "gender",
    "document_number",
    "vip",
    "count",
)
_KEYS = ("full_name", "post_and_name", "latin_name", "family_name", "given_name")
_EMPTY_WORDS = frozenset(
    {"/", "-", "—", "——", "\\", "无", "--", "暂无", "n/a", "N/A", "NA", "待定"}
)
_LONGEST_PLAIN_NAME = 4
_NOT_IN_NAMES = re.compile(r"[\d=<>{}\[\]|@#$%^~;:_]")
_DIGITS = re.compile(r"\d{1,4}")
_TAKEN_OUT = frozenset({"cell-error", "control-characters-removed", "damaged-character"})


@dataclass(slots=True)
class ReadGuests:
    """What a guest list holds.

    ``delegations`` gives the declared number of each party (“一行8人”); ``rows`` counts the rows
    with guests; ``default_status`` is the invitation state of a new guest whose entry has none.
    """

    entries: list[GuestEntry] = field(default_factory=list)
    problems: list[ListProblem] = field(default_factory=list)
    delegations: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    default_status: Invitation = Invitation.CONFIRMED

    def add(self, part: "ReadGuests") -> None:
        """Take in another table of the same list; what two tables side by side both say, once."""
        told = {(problem.row, problem.column, problem.code) for problem in self.problems}
        rows = {entry.row for entry in self.entries}
        self.rows += part.rows - len(rows & {entry.row for entry in part.entries})
        self.entries += part.entries
        self.problems += [p for p in part.problems if (p.row, p.column, p.code) not in told]
        for name, count in part.delegations.items():
            self.delegations[name] = self.delegations.get(name, 0) + count
        if part.default_status is not Invitation.CONFIRMED:
            self.default_status = part.default_status


def read_guests(
    sheet: Sheet,
    headings: Headings,
    *,
    year: int,
    country_code: Callable[[str], str | None],
    category_words: Mapping[str, Category] | None = None,
) -> ReadGuests:
    """Return the guests of a list, each with the row it stands in, and everything odd about it.

    ``year`` completes dates without one; ``country_code`` gives the ISO code of a country's name;
    ``category_words`` are the event's own words for categories, asked first. A list without a
    status column brings 已确认; where it has one, a blank means 已邀. Raises nothing.
    """
    whole = ReadGuests()
    parts = (headings, *headings.further)
    for part in parts:
        reader = _GuestReader(sheet, part, year, country_code, category_words or {})
        whole.add(reader.read(check_totals=len(parts) == 1))
    _take_from_above(whole, sheet, parts)
    whole.entries, repeats = without_repeats(whole.entries, headings.heading)
    whole.problems = sorted(whole.problems + repeats, key=lambda problem: problem.row)
    return whole


def _take_from_above(read: ReadGuests, sheet: Sheet, parts: tuple[Headings, ...]) -> None:
    """Give the guests the organization and the delegation that stand above the headings."""
    told = {name for part in parts for name in part.columns}
    if told & {"organization_and_title", "post_and_name"}:
        told.add("organization")
    said = said_above(sheet.rows, parts[0].first_row)
    said = {name: each for name, each in said.items() if name not in told and read.entries}
    if not said:
        return
    organization, delegation = (
        said.get(name, ("", 0))[0] for name in ("organization", "delegation")
    )
    read.entries = [
        replace(
            entry,
            organization=entry.organization or organization,
            delegation=entry.delegation or delegation,
        )
        for entry in read.entries
    ]
    read.problems += [
        ListProblem(row, "", Severity.NOTE, f"{name}-from-title", {"text": text})
        for name, (text, row) in said.items()
    ]


class _GuestReader:
    def __init__(
        self,
        sheet: Sheet,
        headings: Headings,
        year: int,
        country_code: Callable[[str], str | None],
        category_words: Mapping[str, Category],
    ) -> None:
        self._sheet = sheet
        self._headings = headings
        self._rows = list_rows.read_rows(sheet, headings, key_fields=_KEYS, fields=_EVERY)
        self._above = list_rows.ValuesAbove(
            sheet,
            headings,
            self._rows.records,
            shared_fields=_SHARED,
            grouped_field="organization" if "organization" in headings.columns else "delegation",
        )
        self._at = {name: found.column for name, found in headings.columns.items()}
        self._names_merged = {
            number
            for merge in sheet.merged
            if merge.first_column in {self._at.get(name) for name in _KEYS}
            for number in range(merge.first_row + 1, merge.last_row + 1)
        }
        self._values = GuestValues(
            headings,
            self._rows.records,
            year=year,
            country_code=country_code,
            category_words=category_words,
        )
        self._read = ReadGuests()
        if "status" in headings.columns:
            self._read.default_status = Invitation.INVITED

    def read(self, *, check_totals: bool) -> ReadGuests:
        read = self._read
        read.problems += self._headings.problems
        read.problems += self._rows.problems
        for record in self._rows.records:
            entries = self._record(record)
            read.rows += bool(entries)
            read.entries += entries
        self._read.problems += list_rows.altered_cells(
            self._sheet, self._headings, self._rows.records
        )
        read.problems += self._values.problems
        if check_totals:
            self._check_totals()
        return read

    # One row

    def _record(self, record: list_rows.Record) -> list[GuestEntry]:
        row = record.row
        cells = {name: self._cell(row, name, column) for name, column in self._at.items()}
        people, posts = self._people(cells)
        self._declare(row, cells, people, record.group)
        if not people.names:
            if row.number in self._names_merged:
                self._continue_last(row, cells)
            elif not self._is_count_row(cells, people):
                self._values.add(row, "full_name", Severity.ERROR, "name-missing")
            return []
        if row.number in self._sheet.hidden_rows:
            self._values.add(row, "", Severity.WARNING, "row-hidden")
        self._doubt(row, cells, people)
        entries = [
            entry
            for place in range(len(people.names))
            if (
                entry := self._entry(
                    row, cells, people, place, posts[place] if posts else ("", ""), record.group
                )
            )
            is not None
        ]
        if (row.number, self._at.get("organization", -1)) in self._above.taken:
            self._values.add(
                row,
                "organization",
                Severity.NOTE,
                "organization-from-above",
                organization=cells["organization"].text,
            )
        return entries

    def _continue_last(self, row: Row, cells: Mapping[str, Cell]) -> None:
        """Give the activities of a row under a merged name to the guest it continues."""
        if self._read.entries and (more := self._values.activities(row, cells)):
            last = self._read.entries[-1]
            activities = tuple(dict.fromkeys(last.activities + more))
            self._read.entries[-1] = replace(last, activities=activities)

    def _cell(self, row: Row, name: str, column: int) -> Cell:
        cell = self._above.cell(row, column)
        if not cell.text:
            return cell
        if cell.text in _EMPTY_WORDS and name not in _KEYS:
            return EMPTY
        longest = LONGEST_NAME if name in _KEYS else LONGEST_TEXT
        if len(cell.text) > longest:
            severity = Severity.ERROR if name in _KEYS else Severity.WARNING
            self._values.add(row, name, severity, "cell-too-long", limit=longest)
            return EMPTY
        return cell

    def _people(self, cells: Mapping[str, Cell]) -> tuple[PeopleInCell, list[tuple[str, str]]]:
        """Return who stands in the row, and the organization and post that stood with each name."""
        cell = next((c for name in _KEYS if (c := cells.get(name, EMPTY)).text), EMPTY)
        if "family_name" in self._at and not cells.get("full_name", EMPTY).text:
            family, given = (cells.get(name, EMPTY).text for name in ("family_name", "given_name"))
            cell = Cell(f"{given} {family}".strip() if family.isascii() else family + given)
        if not cell.text or cell.numeric:
            count = int(cell.text) if cell.text.isdecimal() else None
            return PeopleInCell((), count), []
        people = people_in(cell.text)
        if len(cell.text) <= _LONGEST_PLAIN_NAME or not people.names:
            return people, []
        for pieces in (people.names, pieces_in(cell.text), [cell.text]):
            parted = [guest_words.split_post_and_name(piece) for piece in pieces]
            if parted and all(post for _, post, _ in parted):
                names = tuple(name for _, _, name in parted)
                return replace(people, names=names, uncertain=False), [
                    found[:2] for found in parted
                ]
        return people, []

    def _doubt(self, row: Row, cells: Mapping[str, Cell], people: PeopleInCell) -> None:
        """Tell of people a name cell may mean and does not name."""
        code = {"several-people-suspected": people.uncertain, "others-not-named": people.others}
        cell = next((c for name in _KEYS if (c := cells.get(name, EMPTY)).text), EMPTY)
        for each, told in code.items():
            if told:
                self._values.add(row, "full_name", Severity.WARNING, each, text=cell.text)

    def _is_count_row(self, cells: Mapping[str, Cell], people: PeopleInCell) -> bool:
        if people.declared is not None:
            return True
        filled = {name for name, cell in cells.items() if cell.text}
        return "count" in filled and not filled & {"document_number", "gender"}

    def _declare(
        self, row: Row, cells: Mapping[str, Cell], people: PeopleInCell, group: str
    ) -> None:
        declared = people.declared
        counted = cells.get("count", EMPTY).text
        if declared is None and (found := _DIGITS.search(counted)) and "full_name" in self._at:
            number = int(found[0])
            declared = number if number > len(people.names) else None
        if declared is None:
            return
        name = self._delegation(cells, group) or cells.get("organization", EMPTY).text
        if not name and people.names:
            name = f"{clean_name(people.names[0])}一行"
        if not name:
            name = " ".join(cells.get("full_name", EMPTY).text.split())
        if not any(map(str.isalpha, name)):
            return
        self._read.delegations[name] = self._read.delegations.get(name, 0) + declared
        if not people.names:
            self._values.add(
                row,
                "full_name",
                Severity.WARNING,
                "count-without-names",
                delegation=name,
                count=declared,
            )

    def _delegation(self, cells: Mapping[str, Cell], group: str) -> str:
        name, count = delegation_named(cells.get("delegation", EMPTY).text, group)
        if count is not None:
            self._read.delegations[name] = count
        return name

    # One person

    def _entry(
        self,
        row: Row,
        cells: Mapping[str, Cell],
        people: PeopleInCell,
        place: int,
        post: tuple[str, str],
        group: str,
    ) -> GuestEntry | None:
        count = len(people.names)

        def text(name: str) -> str:
            cell = cells.get(name, EMPTY).text
            return parallel(cell, count)[place] if cell and count > 1 else cell

        given, sex = guest_words.split_sex(people.names[place])
        attributes = split_attributes(given)
        name, latin = split_scripts(attributes.name)
        name, address = guest_words.split_address(name)
        if post[1] == "" and name.endswith(("）", ")")):
            _, title_behind, name = guest_words.split_post_and_name(name)
        else:
            title_behind = ""
        name = clean_name(name)
        if not any(char.isalpha() or is_han(char) for char in name):
            self._values.add(
                row, "full_name", Severity.ERROR, "name-not-one", text=people.names[place]
            )
            return None
        if _NOT_IN_NAMES.search(name):
            self._values.add(row, "full_name", Severity.WARNING, "name-unusual", text=name)
        organization, title = self._organization_and_title(cells, text, post, title_behind)
        document_kind, document_number = self._values.document(row, cells, count, place)
        declares = people.declared is not None
        delegation = self._delegation(cells, group)
        if declares and not delegation:
            delegation = organization or f"{clean_name(people.names[0])}一行"
        category, vip = self._values.category(row, cells)
        return GuestEntry(
            row=row.number,
            full_name=name,
            latin_name=text("latin_name")
            if "full_name" in self._at and text("latin_name")
            else latin,
            gender=self._values.gender(
                row, cells, attributes.gender or sex, address, text("gender")
            ),
            salutation=text("salutation") or address,
            organization=organization,
            delegation=delegation,
            title=title,
            rank_level=text("rank_level"),
            category=category,
            country=self._values.country(row, text("country")),
            phone=self._values.phone(row, text("phone"), place),
            document_type=document_kind,
            document_number=document_number,
            arrival=self._values.moment(row, "arrival", cells, text("arrival")),
            departure=self._values.moment(row, "departure", cells, text("departure")),
            lodging=text("lodging"),
            vehicle=text("vehicle"),
            seat=text("seat"),
            liaison=text("liaison"),
            activities=self._values.activities(row, cells),
            diet=text("diet"),
            remark=text("remark"),
            status=self._values.status(row, cells),
            vip=vip,
        )

    def _organization_and_title(
        self,
        cells: Mapping[str, Cell],
        text: Callable[[str], str],
        post: tuple[str, str],
        title_behind: str,
    ) -> tuple[str, str]:
        organization, title = cells.get("organization", EMPTY).text, text("title")
        joined = text("organization_and_title")
        if joined and not (organization and title):
            first, second = guest_words.split_organization_and_post(joined)
            organization, title = organization or first, title or second
        if post[1]:
            organization = organization or post[0]
            own = post[1] if not post[0] or organization == post[0] else post[0] + post[1]
            title = title or own
        return " ".join(organization.split()), " ".join((title or title_behind).split())

    # Afterwards

    def _check_totals(self) -> None:
        """Compare 合计 with the people named and declared; the list's own figure is a claim."""
        named = len(self._read.entries)
        by_delegation = dict.fromkeys(self._read.delegations, 0)
        for entry in self._read.entries:
            if entry.delegation in by_delegation:
                by_delegation[entry.delegation] += 1
        open_places = sum(
            max(0, self._read.delegations[name] - count) for name, count in by_delegation.items()
        )
        for total in self._rows.totals:
            if not total.grand or total.records_before != len(self._rows.records):
                continue
            for declared in self._figures(total.row):
                if declared not in {named, named + open_places, self._read.rows}:
                    parameters = {"declared": declared, "counted": named + open_places}
                    self._read.problems.append(
                        ListProblem(
                            total.row.number, "", Severity.WARNING, "total-differs", parameters
                        )
                    )

    @staticmethod
    def _figures(row: Row) -> Iterator[int]:
        for cell in row.cells:
            if found := re.fullmatch(
                r"(?:合计|总计|共计|共)?\s*[:：]?\s*(\d{1,5})\s*[人名位]?", cell.text
            ):
                yield int(found[1])
                return
