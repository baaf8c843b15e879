"""The audit trail: journal."""

from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, help_of
from qhsign.cli.guests import number_of
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's command."""
    trail = add(commands, "journal", _journal)
    trail.add_argument("--guest", metavar="NUMBER", help=help_of("journal-guest"))
    trail.add_argument("--limit", type=int, default=50, metavar="N", help=help_of("journal-limit"))


def _journal(run: Run) -> None:
    from qhsign.services import audit, events

    arguments = run.arguments
    with run.desk() as desk:
        zone = events.facts(desk).zone
        lines = audit.trail(
            desk,
            guest=number_of(arguments.guest) if arguments.guest else None,
            limit=arguments.limit,
        )
    entries = [
        {
            "id": line.id,
            "at": line.at.astimezone(zone).isoformat(),
            "operator": line.operator,
            "desk": line.desk,
            "action": line.action,
            "kind": line.kind,
            "entity": line.entity,
            "change": line.change,
            "old": line.old,
            "new": line.new,
        }
        for line in lines
    ]
    columns = ("at", "operator", "desk", "action", "kind", "change")
    shown = table(
        [run.output.say(f"column-journal-{column}") for column in columns],
        [[entry[column] for column in columns] for entry in entries],
    )
    run.output.document({"entries": entries}, shown)
