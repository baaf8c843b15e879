"""The ledger of prints: prints."""

from typing import TYPE_CHECKING

from qhsign import wording
from qhsign.cli.arguments import Parser, Run, add, help_of
from qhsign.cli.guests import number_of
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse
    from typing import Any

    from qhsign.services.print_records import LedgerLine


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's command."""
    ledger = add(commands, "prints", _prints)
    of_one = ledger.add_mutually_exclusive_group()
    of_one.add_argument("--guest", metavar="NUMBER", help=help_of("prints-guest"))
    of_one.add_argument("--contract", metavar="NUMBER", help=help_of("prints-contract"))
    ledger.add_argument("--kind", metavar="KIND", help=help_of("prints-kind"))
    ledger.add_argument("--limit", type=int, default=50, metavar="N", help=help_of("prints-limit"))


def _prints(run: Run) -> None:
    from qhsign.services import print_history

    arguments = run.arguments
    with run.desk() as desk:
        found = print_history.prints(
            desk,
            guest=number_of(arguments.guest) if arguments.guest else None,
            contract=number_of(arguments.contract) if arguments.contract else None,
            kind=arguments.kind,
            limit=arguments.limit,
        )
    columns = ("run", "at", "operator", "kind", "destination", "pieces", "outcome", "reason")
    shown = table(
        [run.output.say(f"column-prints-{column}") for column in columns],
        [
            [
                line.run,
                line.at.isoformat(timespec="minutes"),
                line.operator,
                _kind(run, line.kind),
                line.destination,
                line.pieces,
                run.output.say(f"print-outcome-{line.outcome}"),
                line.reason,
            ]
            for line in found
        ],
    )
    run.output.document({"prints": [_answer(line) for line in found]}, shown)


def _kind(run: Run, kind: str) -> str:
    """Return the word for a kind of print, or its code where it has none."""
    code = f"document-{kind}"
    return run.output.say(code) if code in wording.catalogue() else kind


def _answer(line: "LedgerLine") -> "dict[str, Any]":
    answer: dict[str, Any] = {
        "run": line.run,
        "at": line.at,
        "operator": line.operator,
        "desk": line.desk,
        "kind": line.kind,
        "layout": line.layout,
        "destination": line.destination,
        "pieces": line.pieces,
        "left_out": line.left_out,
        "pages": line.pages,
        "reason": line.reason,
        "outcome": line.outcome,
    }
    if line.items is not None:
        answer["items"] = [
            {
                "version": item.version,
                "outcome": item.outcome,
                "code": item.code,
                "serial": item.serial,
            }
            for item in line.items
        ]
    return answer
