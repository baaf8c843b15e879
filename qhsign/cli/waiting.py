"""Commands of the waiting area: readiness, substitute, texts, online signatories, findings."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.batches import stage_findings
from qhsign.cli.guests import number_of
from qhsign.cli.output import table
from qhsign.cli.stage import tell_printed
from qhsign.domain.problems import ProblemForUser
from qhsign.domain.stage_terms import TextStep
from qhsign.wording import Word, meant, say

if TYPE_CHECKING:
    from qhsign.domain.readiness import Missing
    from qhsign.services.change_slip import SlipLine
    from qhsign.services.desk import Desk
    from qhsign.services.readiness import ReadyBatch


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    board = add(commands, "readiness", _readiness)
    board.add_argument("--batch", metavar="BATCH", help=help_of("option-batch"))
    board.add_argument("--at", metavar="ISO", help=help_of("readiness-at"))
    other = add(commands, "substitute", _substitute)
    other.add_argument("contract", metavar="CONTRACT", help=help_of("contract-number"))
    other.add_argument("--side", required=True, metavar="乙", help=help_of("substitute-side"))
    other.add_argument("--guest", required=True, metavar="NUMBER", help=help_of("guest-number"))
    other.add_argument("--authorised", action="store_true", help=help_of("substitute-authorised"))
    other.add_argument(
        "--approver", default="", metavar="NAME", help=help_of("substitute-approver")
    )
    slip = add(commands, "change-slip", _slip)
    below = slip.add_subparsers(metavar="change-slip", required=False, parser_class=Parser)
    paper = add(below, "print", _slip_print)
    paper.add_argument("--out", required=True, metavar="F.pdf", help=help_of("option-out"))
    whose = paper.add_mutually_exclusive_group()
    whose.add_argument("--contract", metavar="NUMBER", help=help_of("change-slip-contract"))
    whose.add_argument("--batch", metavar="BATCH", help=help_of("option-batch"))
    whose.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    texts = group(commands, "texts")
    tick = add(texts, "tick", _tick)
    tick.add_argument("numbers", nargs="+", metavar="NUMBER", help=help_of("contract-number"))
    tick.add_argument(
        "--step",
        action="append",
        default=[],
        type=_step,
        metavar="STEP",
        help=help_of("texts-step"),
    )
    tick.add_argument("--open", action="store_true", help=help_of("texts-open"))
    online = group(commands, "online")
    seen = add(online, "check-in", _online)
    seen.add_argument("contract", metavar="CONTRACT", help=help_of("contract-number"))
    seen.add_argument("--side", required=True, metavar="乙", help=help_of("substitute-side"))
    seen.add_argument("--at", metavar="ISO", help=help_of("readiness-at"))
    annul = add(online, "annul", _online_annul)
    annul.add_argument("record", metavar="RECORD", help=help_of("online-record"))
    annul.add_argument("--reason", required=True, metavar="REASON", help=help_of("option-reason"))
    found = add(commands, "findings", _findings)
    found.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))


def _step(word: str) -> TextStep:
    try:
        return meant(TextStep, "text-step", word)
    except ValueError:
        choices = "、".join(say(f"text-step-{step}", Parser.language) for step in TextStep)
        sentence = say("choice-wrong", Parser.language, given=word, choices=choices)
        raise argparse.ArgumentTypeError(sentence) from None


def _moment(desk: "Desk", text: str | None) -> datetime | None:
    from qhsign.services import events
    from qhsign.services.activities import local_moment

    if text is None:
        return None
    try:
        return local_moment(text, events.facts(desk).zone)
    except (ValueError, OverflowError):
        raise ProblemForUser("time-wrong", given=text) from None


def _readiness(run: Run) -> None:
    from qhsign.services import events, readiness

    with run.desk() as desk:
        at = _moment(desk, run.arguments.at)
        board = readiness.board(desk, run.arguments.batch, at=at)
        zone = events.facts(desk).zone
    answers = [_batch(run, batch, zone) for batch in board]
    columns = ("batch", "table", "number", "state", "missing")
    lines = table(
        [run.output.say(f"column-ready-{column}") for column in columns],
        [
            [
                batch.batch.name,
                each.table,
                each.row.label,
                run.output.say(f"light-{each.light}"),
                run.output.say("stage-list-semicolon").join(
                    _words(run, missing) for missing in each.missing
                ),
            ]
            for batch in board
            for each in batch.contracts
        ],
    )
    contracts = [contract for answer in answers for contract in answer.pop("contracts")]
    run.output.document({"contracts": contracts, "batches": answers}, lines)


def _batch(run: Run, batch: "ReadyBatch", zone: Any) -> dict[str, Any]:
    starts = batch.batch.starts
    return {
        "name": batch.batch.name,
        "state": batch.batch.state.value,
        "at": batch.at.astimezone(zone).isoformat(),
        "starts": starts.astimezone(zone).isoformat() if starts else None,
        "alarms": list(batch.alarms),
        "alarms_passed": list(batch.alarms_passed),
        "witnesses_absent": list(batch.witnesses_absent),
        "contracts": [
            {
                "number": each.row.label,
                "title": each.row.title,
                "batch": batch.batch.name,
                "table": each.table,
                "state": each.light.value,
                "missing": [
                    {
                        "code": missing.lack.value,
                        "side": missing.side,
                        "name": missing.name,
                        "step": missing.step.value if missing.step else None,
                        "message": _words(run, missing),
                    }
                    for missing in each.missing
                ],
                "arrived": each.arrived,
                "signatories": each.signatories,
                "texts_done": each.texts_done,
                "texts": each.texts,
                "certificate": each.certificate.value,
            }
            for each in batch.contracts
        ],
    }


def _words(run: Run, missing: "Missing") -> str:
    step = Word(f"text-step-{missing.step}") if missing.step else ""
    return run.output.say(f"lack-{missing.lack}", side=missing.side, name=missing.name, step=step)


def _substitute(run: Run) -> None:
    from qhsign.services import substitution

    arguments = run.arguments
    with run.desk() as desk:
        done = substitution.substitute(
            desk,
            number_of(arguments.contract),
            arguments.side,
            number_of(arguments.guest),
            authorised=arguments.authorised,
            approver=arguments.approver,
        )
    said = run.output.say(
        "substituted",
        number=done.contract.label,
        side=done.side,
        name=done.substitute,
        approver=arguments.approver,
    )
    lines = [_slip_line(run, line) for line in done.slip] or [run.output.say("slip-nothing")]
    run.output.document(
        {
            "change_slip": [slip_answer(line) for line in done.slip],
            "contract": done.contract.label,
            "side": done.side,
            "replaced": done.replaced,
            "substitute": done.substitute,
            "approved": done.contract.approved,
            "operation": done.operation,
        },
        [said, *lines],
    )


def _slip(run: Run) -> None:
    from qhsign.services import events, substitution

    with run.desk() as desk:
        zone = events.facts(desk).zone
        past = substitution.list_substitutions(desk)
    answers = [
        {
            "contract": each.contract,
            "side": each.side,
            "substitute": each.substitute,
            "approver": each.approver,
            "at": each.at.astimezone(zone).isoformat(),
            "change_slip": [slip_answer(line) for line in each.slip],
            "open": [slip_answer(line) for line in each.still_open],
        }
        for each in past
    ]
    waiting = [_slip_line(run, line) for each in past for line in each.still_open]
    run.output.document({"substitutions": answers}, waiting or [run.output.say("slip-nothing")])


def _slip_print(run: Run) -> None:
    from qhsign.services import slip_papers

    arguments = run.arguments
    wish = slip_papers.SlipWish(
        contract=None if arguments.contract is None else number_of(arguments.contract),
        batch=arguments.batch or "",
        slate=arguments.slate or "",
    )
    with run.desk() as desk:
        done = slip_papers.print_change_slips(
            desk, Path(arguments.out), wish, language=run.output.language
        )
    tell_printed(run, "change-slip", done)


def slip_answer(line: "SlipLine") -> dict[str, Any]:
    """Return the JSON of one line of a change slip."""
    return {
        "print": line.print,
        "of": line.of,
        "version": line.version,
        "now": line.now or None,
    }


def _slip_line(run: Run, line: "SlipLine") -> str:
    named = run.output.say(f"document-{line.print}")
    if line.version is None:
        return run.output.say("slip-line", print=named, of=line.of)
    return run.output.say("slip-line-version", print=named, of=line.of, version=line.version)


def _tick(run: Run) -> None:
    from qhsign.services import text_checks

    arguments = run.arguments
    numbers = [number_of(number) for number in arguments.numbers]
    with run.desk() as desk:
        done = text_checks.tick(desk, numbers, arguments.step, done=not arguments.open)
    answers, lines = [], []
    for number, steps in done.items():
        ticked = [step for step in TextStep if step in steps]
        answers.append({"number": f"{number:04d}", "done": [step.value for step in ticked]})
        words = "、".join(run.output.say(f"text-step-{step}") for step in ticked)
        said = words or run.output.say("texts-none")
        lines.append(run.output.say("texts-ticked", number=f"{number:04d}", steps=said))
    run.output.document({"contracts": answers}, lines)


def _online(run: Run) -> None:
    from qhsign.services import events, remote_check_ins

    arguments = run.arguments
    with run.desk() as desk:
        at = _moment(desk, arguments.at)
        zone = events.facts(desk).zone
        seen = remote_check_ins.check_in(desk, number_of(arguments.contract), arguments.side, at=at)
    moment = seen.at.astimezone(zone)
    run.output.document(
        {"record": seen.id, "name": seen.name, "at": moment.isoformat()},
        [run.output.say("remote-seen", name=seen.name, at=f"{moment:%H:%M}")],
    )


def _online_annul(run: Run) -> None:
    from qhsign.services import remote_check_ins

    arguments = run.arguments
    with run.desk() as desk:
        remote_check_ins.annul(desk, arguments.record, arguments.reason)
    run.output.document(
        {"annulled": arguments.record},
        [run.output.say("scan-annulled-now", scan=arguments.record)],
    )


def _findings(run: Run) -> None:
    from qhsign.services import contract_findings

    with run.desk() as desk:
        found = contract_findings.list_findings(desk, run.arguments.slate)
    answers = [
        {"slate": each.slate, **finding}
        for each in found
        for finding in stage_findings(run, each.findings)
    ]
    lines = [answer["message"] for answer in answers] or [run.output.say("findings-none")]
    run.output.document({"findings": answers}, lines)
