"""Commands about batches: batches, batches propose, batch set, move, order, place and undo."""

from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of, pairs
from qhsign.cli.guests import number_of
from qhsign.cli.output import table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from qhsign.services.stage_records import BatchRow, StageFinding


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    listed = add(commands, "batches", _batches)
    listed.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    below = listed.add_subparsers(metavar="batches", required=False, parser_class=Parser)
    propose = add(below, "propose", _propose)
    propose.add_argument("--slate", required=True, metavar="SLATE", help=help_of("option-slate"))
    propose.add_argument("--size", required=True, type=int, metavar="N", help=help_of("batch-size"))
    propose.add_argument("--apply", action="store_true", help=help_of("batch-apply"))
    one = group(commands, "batch")
    change = add(one, "set", _set)
    change.add_argument("batch", metavar="BATCH", help=help_of("option-batch"))
    change.add_argument("values", nargs="+", metavar="KEY=VALUE", help=help_of("batch-values"))
    move = add(one, "move", _move)
    move.add_argument("number", metavar="NUMBER", help=help_of("contract-number"))
    move.add_argument("--to", required=True, metavar="BATCH", help=help_of("option-batch"))
    move.add_argument("--place", type=int, metavar="N", help=help_of("batch-table"))
    order = add(one, "order", _order)
    order.add_argument("batch", metavar="BATCH", help=help_of("option-batch"))
    order.add_argument("numbers", nargs="+", metavar="NUMBER", help=help_of("contract-number"))
    place = add(one, "place", _place)
    place.add_argument("batch", metavar="BATCH", help=help_of("option-batch"))
    place.add_argument("place", metavar="N", type=int, help=help_of("batch-turn"))
    back = add(one, "undo", _undo)
    back.add_argument("operation", metavar="OPERATION", help=help_of("batch-operation"))


def _batches(run: Run) -> None:
    from qhsign.services import batches

    with run.desk() as desk:
        rows = batches.list_batches(desk, run.arguments.slate)
    _show(run, rows)


def _propose(run: Run) -> None:
    from qhsign.services import batch_proposals

    arguments = run.arguments
    work = batch_proposals.apply if arguments.apply else batch_proposals.propose
    with run.desk() as desk:
        proposal = work(desk, arguments.slate, arguments.size)
    findings = stage_findings(run, proposal.findings)
    answer = {
        "batches": [
            {
                "name": batch.name,
                "contracts": [row.label for row in batch.contracts],
                "kept": batch.is_kept,
            }
            for batch in proposal.batches
        ],
        "applied": arguments.apply,
        "operation": proposal.operation or None,
        "findings": findings,
    }
    lines = table(
        [run.output.say(f"column-batch-{c}") for c in ("name", "contracts")],
        [
            [batch.name, " ".join(row.label for row in batch.contracts)]
            for batch in proposal.batches
        ],
    )
    lines += [finding["message"] for finding in findings]
    lines.append(run.output.say("batches-applied" if arguments.apply else "batches-proposed"))
    run.output.document(answer, lines)


def _set(run: Run) -> None:
    from qhsign.services import batches

    with run.desk() as desk:
        done = batches.set_batch(desk, run.arguments.batch, pairs(run.arguments.values))
    _show(run, [done.batch], done.operation)


def _move(run: Run) -> None:
    from qhsign.services import batches

    arguments = run.arguments
    with run.desk() as desk:
        done = batches.move(desk, number_of(arguments.number), arguments.to, arguments.place)
    _show(run, [done.batch], done.operation)


def _order(run: Run) -> None:
    from qhsign.services import batches

    numbers = [number_of(number) for number in run.arguments.numbers]
    with run.desk() as desk:
        done = batches.reorder(desk, run.arguments.batch, numbers)
    _show(run, [done.batch], done.operation)


def _place(run: Run) -> None:
    from qhsign.services import batch_edits, batches

    with run.desk() as desk:
        done = batch_edits.place(desk, run.arguments.batch, run.arguments.place)
        rows = batches.list_batches(desk, done.batch.slate or None, empty=True)
    _show(run, rows, done.operation)


def _undo(run: Run) -> None:
    from qhsign.services import batches

    with run.desk() as desk:
        count = batches.undo(desk, run.arguments.operation).undone
    run.output.document({"undone": count}, [run.output.say("undone-records", count=count)])


def stage_findings(run: Run, findings: "Sequence[StageFinding]") -> list[dict[str, str]]:
    """Return the JSON of what is wrong on stage, with the sentences of the run's language."""
    return [
        {
            "batch": finding.batch,
            "contract": finding.contract,
            "code": finding.code,
            "message": run.output.say(finding.code, **finding.parameters),
        }
        for finding in findings
    ]


def _show(run: Run, rows: "Sequence[BatchRow]", operation: str = "") -> None:
    from qhsign.services import events

    with run.desk() as desk:
        zone = events.facts(desk).zone
    answer: dict[str, Any] = {"batches": [batch_answer(row, zone) for row in rows]}
    if operation:
        answer["operation"] = operation
    columns = ("number", "name", "slate", "starts", "state", "contracts")
    lines = table(
        [run.output.say(f"column-batch-{column}") for column in columns],
        [
            [
                row.number,
                row.name,
                row.slate,
                row.starts.astimezone(zone).strftime("%m-%d %H:%M") if row.starts else "",
                run.output.say(f"batch-state-{row.state}"),
                " ".join(contract.label for contract in row.contracts),
            ]
            for row in rows
        ],
    )
    run.output.document(answer, lines)


def batch_answer(row: "BatchRow", zone: Any) -> dict[str, Any]:
    """Return the JSON of one batch; ``contracts`` are numbers in the order of the tables."""
    from qhsign.domain.money import decimal_string

    return {
        "number": row.number,
        "name": row.name,
        "slate": row.slate,
        "contracts": [contract.label for contract in row.contracts],
        "amounts": {currency: decimal_string(fen) for currency, fen in row.amounts.items()},
        "size": row.size_limit,
        "state": row.state.value,
        "locked": row.locked,
        "starts": row.starts.astimezone(zone).isoformat() if row.starts else None,
        "planned": row.is_planned,
        "guest_witnesses": row.guest_witnesses,
        "host_witnesses": row.host_witnesses,
    }
