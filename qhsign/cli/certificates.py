"""Commands about certificates: print, verify."""

from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import number_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from qhsign.services.certificate_preflight import ContractFinding


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    certificates = group(commands, "certificates")
    sheet = add(certificates, "print", _print)
    sheet.add_argument("--out", required=True, metavar="F.pdf", help=help_of("option-out"))
    sheet.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    sheet.add_argument(
        "--contract",
        action="append",
        default=[],
        metavar="NUMBER",
        help=help_of("certificates-contract"),
    )
    sheet.add_argument("--layout", metavar="LAYOUT", help=help_of("certificates-layout"))
    sheet.add_argument(
        "--reason", default="", metavar="REASON", help=help_of("certificates-reason")
    )
    check = add(certificates, "verify", _verify)
    check.add_argument("code", metavar="CODE", help=help_of("certificates-code"))


def _print(run: Run) -> None:
    from qhsign.services import certificates

    arguments = run.arguments
    with run.desk() as desk:
        done = certificates.print_certificates(
            desk,
            Path(arguments.out),
            slate=arguments.slate,
            contract_numbers=[number_of(number) for number in arguments.contract],
            layout=arguments.layout,
            reason=arguments.reason,
        )
    findings = finding_answers(run, done.preflight)
    lines = [
        run.output.say(
            "certificates-printed",
            certificates=done.certificates,
            contracts=done.contracts,
            drafts=done.drafts,
            out=arguments.out,
        ),
        *(finding["message"] for finding in findings),
    ]
    run.output.document(
        {
            "certificates": done.certificates,
            "contracts": done.contracts,
            "pages": done.pages,
            "numbers": list(done.numbers),
            "drafts": done.drafts,
            "preflight": findings,
        },
        lines,
    )


def finding_answers(run: Run, findings: "Sequence[ContractFinding]") -> list[dict[str, str]]:
    """Return the JSON of what preflight found, with the sentences of the run's language."""
    return [
        {
            "contract": finding.contract,
            "field": finding.field,
            "code": finding.code,
            "message": run.output.say(finding.code, **finding.parameters),
        }
        for finding in findings
    ]


def _verify(run: Run) -> None:
    from qhsign.services import certificates

    with run.desk() as desk:
        found = certificates.verify(desk, run.arguments.code)
    state = "changed" if found.state == "valid" and found.changed else found.state
    run.output.document(
        {
            "number": found.number,
            "version": found.version,
            "state": found.state,
            "changed": found.changed,
        },
        [run.output.say(f"certificate-state-{state}", number=found.number, version=found.version)],
    )
