"""The check before a print: preflight badges, certificates and stage."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.batches import stage_findings
from qhsign.cli.certificates import finding_answers
from qhsign.cli.guests import ORDERS, category_of, number_of, order_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from qhsign.services.findings import Finding

_SHOWN_OF_A_KIND = 20  # findings of a code a person reads; as JSON there are all


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    checks = group(commands, "preflight")
    _add_badges(checks)
    _add_certificates(checks)
    stage = add(checks, "stage", _stage)
    of_one = stage.add_mutually_exclusive_group()
    of_one.add_argument("--batch", metavar="BATCH", help=help_of("option-batch"))
    of_one.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))


def _add_badges(checks: "argparse._SubParsersAction[Parser]") -> None:
    sheet = add(checks, "badges", _badges)
    sheet.add_argument(
        "--layout", default="badge-90x130", metavar="LAYOUT", help=help_of("option-layout")
    )
    sheet.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )
    sheet.add_argument(
        "--guest", action="append", default=[], metavar="NUMBER", help=help_of("option-guest")
    )
    sheet.add_argument("--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order"))


def _add_certificates(checks: "argparse._SubParsersAction[Parser]") -> None:
    certificates = add(checks, "certificates", _certificates)
    certificates.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    certificates.add_argument(
        "--contract",
        action="append",
        default=[],
        metavar="NUMBER",
        help=help_of("certificates-contract"),
    )
    certificates.add_argument("--layout", metavar="LAYOUT", help=help_of("certificates-layout"))


def _badges(run: Run) -> None:
    from qhsign.services import badge_preflight

    arguments = run.arguments
    with run.desk() as desk:
        found = badge_preflight.preflight(
            desk,
            layout=arguments.layout,
            category=arguments.category,
            guest_numbers=[number_of(number) for number in arguments.guest],
            order=order_of(arguments.order),
        )
    answers = findings_answer(run, found)
    lines = findings_lines(run, answers) or [run.output.say("preflight-nothing")]
    run.output.document({"preflight": answers}, lines)


def _certificates(run: Run) -> None:
    from qhsign.services import certificate_preflight

    arguments = run.arguments
    with run.desk() as desk:
        found = certificate_preflight.preflight(
            desk,
            slate=arguments.slate,
            contract_numbers=[number_of(number) for number in arguments.contract],
            layout=arguments.layout,
        )
    findings = finding_answers(run, found)
    lines = [finding["message"] for finding in findings] or [run.output.say("preflight-nothing")]
    run.output.document({"preflight": findings}, lines)


def _stage(run: Run) -> None:
    from qhsign.services import stage_prints

    with run.desk() as desk:
        found = stage_prints.preflight(desk, batch=run.arguments.batch, slate=run.arguments.slate)
    findings = stage_findings(run, found)
    lines = [finding["message"] for finding in findings] or [run.output.say("preflight-nothing")]
    run.output.document({"preflight": findings}, lines)


def findings_answer(run: Run, found: "Iterable[Finding]") -> list[dict[str, Any]]:
    """Return what was found of guests, each with its sentence in the language asked for."""
    return [
        {
            "guest": finding.guest,
            "field": finding.field,
            "code": finding.code,
            "message": run.output.say(finding.code, **finding.parameters),
        }
        for finding in found
    ]


def findings_lines(run: Run, answers: "Iterable[dict[str, Any]]") -> list[str]:
    """Return the same for a person to read: of each kind the first few, the others counted."""
    lines: list[str] = []
    kinds: Counter[str] = Counter()
    for answer in answers:
        kinds[answer["code"]] += 1
        if kinds[answer["code"]] <= _SHOWN_OF_A_KIND:
            lines.append(_line(answer["guest"], answer["message"]))
    more = sum(count - _SHOWN_OF_A_KIND for count in kinds.values() if count > _SHOWN_OF_A_KIND)
    if more:
        lines.append(run.output.say("preflight-more", count=more))
    return lines


def _line(guest: str, message: str) -> str:
    """Put the guest's number before a sentence that does not begin with it."""
    return message if not guest or message.startswith(guest) else f"{guest}  {message}"
