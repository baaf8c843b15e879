"""The problems of a list as a workbook with the cells marked, to send back (导出标记)."""

from collections import defaultdict
from pathlib import Path

from qhsign import wording
from qhsign.domain.list_sheet import Headings, ListProblem
from qhsign.domain.problems import ProblemForUser, Severity
from qhsign.exchange.marked_workbook import Mark, write_marked
from qhsign.exchange.roster import NotWrittenError
from qhsign.services import events
from qhsign.services.desk import Desk
from qhsign.services.list_reading import read_contract_list, read_guest_list
from qhsign.services.list_records import CONTRACTS, ListChoice, MarkedList
from qhsign.services.output_file import unfinished_beside
from qhsign.wording import Language


def write_problem_workbook(
    desk: Desk, choice: ListChoice, out: Path, language: Language = Language.CHINESE
) -> MarkedList:
    """Write the list as xlsx with everything marked that its sender should mend.

    Only what the list itself shows is told: what the event holds about a guest stays here. A
    problem of a whole row is marked on its first cell, one of the whole list on the first heading.
    Raises ProblemForUser ``marks-end-in-xlsx``, ``out-folder-missing``, ``out-unwritable``,
    ``nothing-to-mark``, and what reading the list raises.
    """
    if out.suffix.lower() != ".xlsx":
        raise ProblemForUser("marks-end-in-xlsx", path=out)
    if not out.parent.is_dir():
        raise ProblemForUser("out-folder-missing", path=out.parent)
    if choice.kind == CONTRACTS:
        sheet, headings, listed = read_contract_list(choice)
        problems = listed.problems
    else:
        sheet, headings, read = read_guest_list(desk, choice)
        problems = read.problems
    marks: defaultdict[tuple[int, int], list[Mark]] = defaultdict(list)
    for problem in problems:
        if problem.severity is not Severity.NOTE:
            sentence = wording.say(problem.code, language, **problem.parameters)
            place = _place(problem, headings)
            marks[place].append(Mark(sentence, problem.severity is Severity.ERROR))
    if not marks:
        raise ProblemForUser("nothing-to-mark")
    with desk.read() as session:
        facts = events.facts_in(session)
    unfinished = unfinished_beside(out)
    try:
        author = facts.short_title or facts.title
        cells = write_marked(unfinished, sheet.name, sheet.rows, marks, author)
        unfinished.replace(out)
    except (OSError, NotWrittenError) as error:
        raise ProblemForUser("out-unwritable", path=out) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return MarkedList(cells, len({row for row, _ in marks}))


def _place(problem: ListProblem, headings: Headings) -> tuple[int, int]:
    """Return the row and the column a problem is marked at."""
    named = {
        heading: column
        for part in reversed((headings, *headings.further))
        for column, heading in part.names.items()
    }
    first = min(headings.names, default=0)
    row = problem.row or max(headings.header_row, 1)
    return row, named.get(problem.column, first) if problem.column else first
