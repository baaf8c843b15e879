"""Operators of the event: operators, operator set, operator remove.

Commands are not held to roles: who has a command line has the file. They are the way back in where
the only administrator forgot their PIN.
"""

from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from qhsign.services.setting_records import OperatorRow


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    add(commands, "operators", _operators)
    operator = group(commands, "operator")
    change = add(operator, "set", _set)
    change.add_argument("name", metavar="NAME", help=help_of("operator-name"))
    change.add_argument("values", nargs="*", metavar="KEY=VALUE", help=help_of("operator-values"))
    remove = add(operator, "remove", _remove)
    remove.add_argument("name", metavar="NAME", help=help_of("operator-name"))


def _operators(run: Run) -> None:
    from qhsign.services import operators

    with run.desk() as desk:
        rows = operators.list_operators(desk)
    _show(run, rows)


def _set(run: Run) -> None:
    from qhsign.services import operators

    with run.desk() as desk:
        operators.enter(desk, run.arguments.name, pairs(run.arguments.values))
        rows = operators.list_operators(desk)
    _show(run, rows)


def _remove(run: Run) -> None:
    from qhsign.services import operators

    with run.desk() as desk:
        operators.remove_operator(desk, run.arguments.name)
        rows = operators.list_operators(desk)
    _show(run, rows)


def _show(run: Run, rows: "Sequence[OperatorRow]") -> None:
    say = run.output.say
    answer = [{"name": row.name, "role": row.role.value, "pin": row.has_pin} for row in rows]
    columns = [say(f"column-operator-{column}") for column in ("name", "role", "pin")]
    lines = table(
        columns,
        [
            [row.name, say(f"role-{row.role}"), say("operator-has-pin") if row.has_pin else ""]
            for row in rows
        ],
    )
    run.output.document({"operators": answer}, lines)
