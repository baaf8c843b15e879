"""Commands that find what is wrong before anything is printed: preflight certificates."""

from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.certificates import finding_answers
from qhsign.cli.guests import number_of

if TYPE_CHECKING:
    import argparse


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    preflight = group(commands, "preflight")
    _add_certificates(preflight)


def _add_certificates(preflight: "argparse._SubParsersAction[Parser]") -> None:
    certificates = add(preflight, "certificates", _certificates)
    certificates.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    certificates.add_argument(
        "--contract",
        action="append",
        default=[],
        metavar="NUMBER",
        help=help_of("certificates-contract"),
    )
    certificates.add_argument("--layout", metavar="LAYOUT", help=help_of("certificates-layout"))


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
    lines = [finding["message"] for finding in findings] or [run.output.say("preflight-clean")]
    run.output.document({"preflight": findings}, lines)
