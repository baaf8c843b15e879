"""Commands that export lists: guests, attendance, seating, contracts, check-ins."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import ORDERS, category_of, order_of, tell_unranked
from qhsign.cli.papers import findings_of

if TYPE_CHECKING:
    import argparse

    from qhsign.services.guest_selection import GuestSelection

_OF_GUESTS = ("guests", "attendance", "seating", "check-ins")
"""Exports that can be of some guests only."""


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    export = group(commands, "export")
    for name in (*_OF_GUESTS, "contracts"):
        command = add(export, name, _export)
        command.set_defaults(what=name)
        command.add_argument(
            "--out", required=True, metavar="F.xlsx|F.csv|F.docx|F.pdf", help=help_of("option-out")
        )
        command.add_argument(
            "--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order")
        )
        if name in _OF_GUESTS:
            _choose_guests(command, arrivals=name != "check-ins")
        command.add_argument("--columns", metavar="A,B", help=help_of("export-columns"))
        command.add_argument(
            "--purpose", default="", metavar="PURPOSE", help=help_of("option-purpose")
        )


def _choose_guests(command: Parser, *, arrivals: bool) -> None:
    command.add_argument("--activity", metavar="ACTIVITY", help=help_of("option-activity"))
    command.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )
    command.add_argument("--delegation", metavar="DELEGATION", help=help_of("papers-delegation"))
    if arrivals:
        command.add_argument(
            "--arrived", choices=("yes", "no"), metavar="yes|no", help=help_of("export-arrived")
        )


def _selection(run: Run) -> "GuestSelection | None":
    from qhsign.services.guest_selection import GuestSelection

    given = run.arguments
    if given.what not in _OF_GUESTS:
        return None
    arrived = {"yes": True, "no": False}.get(getattr(given, "arrived", None) or "")
    return GuestSelection(given.category, given.delegation or "", given.activity or "", arrived)


def _export(run: Run) -> None:
    from qhsign.services import exports

    arguments = run.arguments
    with run.desk() as desk:
        done = exports.export(
            desk,
            arguments.what,
            Path(arguments.out),
            order=order_of(arguments.order),
            columns=[word.strip() for word in arguments.columns.split(",")]
            if arguments.columns
            else None,
            purpose=arguments.purpose,
            language=run.output.language,
            selection=_selection(run),
        )
    findings = findings_of(run, done.findings)
    run.output.document(
        {
            "rows": done.rows,
            "columns": list(done.columns),
            "pages": done.pages,
            "preflight": findings,
            "unranked": tell_unranked(run, done.unranked),
        },
        [
            run.output.say("export-done", rows=done.rows, out=arguments.out),
            *(finding["message"] for finding in findings),
        ],
    )
