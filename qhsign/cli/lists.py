"""Commands about lists: import guests, contracts and follow-up, undo."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.guests import number_of
from qhsign.domain.problems import ProblemForUser

if TYPE_CHECKING:
    import argparse

    from qhsign.services.imports import ImportReport


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    lists = group(commands, "import")
    for name in ("guests", "contracts", "follow-up"):
        command = add(lists, name, _import)
        command.set_defaults(what=name)
        command.add_argument("file", metavar="FILE", help=help_of("import-file"))
        command.add_argument("--sheet", metavar="SHEET", help=help_of("import-sheet"))
        command.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="FIELD=HEADING",
            help=help_of("import-map"),
        )
        command.add_argument("--replaces", metavar="IMPORT|none", help=help_of("import-replaces"))
        command.add_argument("--dry-run", action="store_true", help=help_of("import-dry-run"))
        if name == "contracts":
            command.add_argument("--slate", metavar="SLATE", help=help_of("import-slate"))
    back = add(commands, "undo", _undo)
    back.add_argument("number", metavar="IMPORT", help=help_of("undo-import"))


def _import(run: Run) -> None:
    from qhsign.services import imports

    arguments = run.arguments
    options: dict[str, Any] = {
        "sheet": arguments.sheet,
        "mapping": pairs(arguments.map),
        "replaces": _replaces(arguments.replaces),
        "dry_run": arguments.dry_run,
    }
    file = Path(arguments.file)
    with run.desk() as desk:
        if arguments.what == "guests":
            report = imports.import_guests(desk, file, **options)
        elif arguments.what == "follow-up":
            report = imports.import_follow_up(desk, file, **options)
        else:
            report = imports.import_contracts(desk, file, slate=arguments.slate, **options)
    _answer(run, report)


def _replaces(given: str | None) -> int | None:
    """Read ``--replaces``: None leaves it to the program, 0 means no predecessor."""
    if given is None:
        return None
    return 0 if given.strip().casefold() == "none" else number_of(given)


def _answer(run: Run, report: "ImportReport") -> None:
    problems = [
        {
            "row": problem.row,
            "column": problem.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": run.output.say(problem.code, **problem.parameters),
        }
        for problem in report.problems
    ]
    answer = {
        "import": report.number,
        "sheet": report.sheet,
        "header_row": report.header_row,
        "mapping": dict(report.mapping),
        "rows": report.rows,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "suspected_duplicates": report.suspected_duplicates,
        "missing": report.missing,
        "delegations": dict(report.delegations),
        "problems": problems,
    }
    words = run.output.say(
        "import-done" if report.number is not None else "import-tried",
        number=report.number,
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        suspected=report.suspected_duplicates,
        missing=report.missing,
        problems=len(problems),
    )
    lines = [words]
    for problem in problems:
        place = " ".join(str(part) for part in (problem["row"], problem["column"]) if part)
        lines.append(f"{place}  {problem['message']}".strip())
    run.output.document(answer, lines)
    if not (report.new + report.changed + report.unchanged or report.delegations):
        raise ProblemForUser("import-nothing-read", file=Path(run.arguments.file).name)


def _undo(run: Run) -> None:
    from qhsign.services import imports

    with run.desk() as desk:
        done = imports.undo(desk, number_of(run.arguments.number))
    run.output.document(
        {"undone": done.undone, "kept": done.kept},
        [
            run.output.say(
                "undo-done", number=run.arguments.number, undone=done.undone, kept=done.kept
            )
        ],
    )
