"""Commands that export lists: export guests, contracts, check-ins."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import ORDERS, order_of, tell_unranked
from qhsign.cli.papers import findings_of

if TYPE_CHECKING:
    import argparse


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    export = group(commands, "export")
    for name in ("guests", "contracts", "check-ins"):
        command = add(export, name, _export)
        command.set_defaults(what=name)
        command.add_argument(
            "--out", required=True, metavar="F.xlsx|F.csv|F.docx|F.pdf", help=help_of("option-out")
        )
        command.add_argument(
            "--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order")
        )
        command.add_argument("--columns", metavar="A,B", help=help_of("export-columns"))
        command.add_argument(
            "--purpose", default="", metavar="PURPOSE", help=help_of("option-purpose")
        )


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
