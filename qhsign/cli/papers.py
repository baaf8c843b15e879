"""Commands that print working papers: sign-in sheet, address list, contract list and others."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qhsign.cli.arguments import Parser, Run, add, group, help_of
from qhsign.cli.guests import ORDERS, category_of, order_of, tell_unranked

if TYPE_CHECKING:
    import argparse

    from qhsign.services.guest_papers import Chosen
    from qhsign.services.paper_files import PaperFinding
    from qhsign.services.papers import PaperWritten

_WITH_SHEET = "F.pdf|F.docx|F.xlsx"
_PRINTED = "F.pdf|F.docx"


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add this module's commands."""
    sheet = _paper(commands, "sign-in-sheet", _sign_in_sheet)
    sheet.add_argument(
        "--activity", required=True, metavar="ACTIVITY", help=help_of("option-activity")
    )
    _choose_guests(sheet)
    collection = _paper(commands, "badge-collection", _badge_collection)
    collection.add_argument(
        "--by", choices=("delegation", "liaison"), default="delegation", help=help_of("papers-by")
    )
    _choose_guests(collection)
    addresses = _paper(commands, "address-list", _address_list)
    addresses.add_argument(
        "--by",
        choices=("delegation", "organization"),
        default="delegation",
        help=help_of("papers-by"),
    )
    addresses.add_argument(
        "--purpose", default="", metavar="PURPOSE", help=help_of("papers-purpose")
    )
    _choose_guests(addresses)
    contracts = _paper(commands, "contract-list", _contract_list)
    contracts.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    followed = _paper(commands, "follow-up-list", _follow_up_list)
    followed.add_argument("--slate", metavar="SLATE", help=help_of("option-slate"))
    followed.add_argument("--region", metavar="REGION", help=help_of("option-region"))
    _paper(commands, "statistics-brief", _statistics_brief, _PRINTED)


def _paper(
    commands: "argparse._SubParsersAction[Parser]",
    name: str,
    run: Callable[[Run], None],
    formats: str = _WITH_SHEET,
) -> Parser:
    command = add(group(commands, name), "print", run)
    command.add_argument("--out", required=True, metavar=formats, help=help_of("option-out"))
    return command


def _choose_guests(command: Parser) -> None:
    command.add_argument("--order", choices=ORDERS, metavar="ORDER", help=help_of("option-order"))
    command.add_argument(
        "--category", type=category_of, metavar="CATEGORY", help=help_of("option-category")
    )
    command.add_argument("--delegation", metavar="DELEGATION", help=help_of("papers-delegation"))


def _chosen(run: Run) -> "Chosen":
    from qhsign.services.guest_papers import Chosen

    arguments = run.arguments
    return Chosen(order_of(arguments.order), arguments.category, arguments.delegation)


def _sign_in_sheet(run: Run) -> None:
    from qhsign.services import papers

    with run.desk() as desk:
        done = papers.print_sign_in_sheet(
            desk,
            Path(run.arguments.out),
            activity=run.arguments.activity,
            chosen=_chosen(run),
            language=run.output.language,
        )
    _tell(run, "sign-in-sheet", done)


def _badge_collection(run: Run) -> None:
    from qhsign.services import papers
    from qhsign.services.guest_papers import Grouping

    with run.desk() as desk:
        done = papers.print_badge_collection(
            desk,
            Path(run.arguments.out),
            by=Grouping(run.arguments.by),
            chosen=_chosen(run),
            language=run.output.language,
        )
    _tell(run, "badge-collection", done)


def _address_list(run: Run) -> None:
    from qhsign.services import papers
    from qhsign.services.guest_papers import Grouping

    with run.desk() as desk:
        done = papers.print_address_list(
            desk,
            Path(run.arguments.out),
            by=Grouping(run.arguments.by),
            chosen=_chosen(run),
            purpose=run.arguments.purpose,
            language=run.output.language,
        )
    _tell(run, "address-list", done)


def _contract_list(run: Run) -> None:
    from qhsign.services import papers

    with run.desk() as desk:
        done = papers.print_contract_list(
            desk,
            Path(run.arguments.out),
            slate=run.arguments.slate,
            language=run.output.language,
        )
    _tell(run, "contract-list", done)


def _follow_up_list(run: Run) -> None:
    from qhsign.services import papers

    with run.desk() as desk:
        done = papers.print_follow_up_list(
            desk,
            Path(run.arguments.out),
            slate=run.arguments.slate,
            region=run.arguments.region,
            language=run.output.language,
        )
    _tell(run, "follow-up-list", done)


def _statistics_brief(run: Run) -> None:
    from qhsign.services import papers

    with run.desk() as desk:
        done = papers.print_statistics_brief(
            desk, Path(run.arguments.out), language=run.output.language
        )
    _tell(run, "statistics-brief", done)


def findings_of(run: Run, findings: "Sequence[PaperFinding]") -> list[dict[str, str]]:
    """Return what was wrong with texts, as answers tell it."""
    return [
        {
            "subject": finding.subject,
            "code": finding.code,
            "message": run.output.say(finding.code, **finding.parameters),
        }
        for finding in findings
    ]


def _tell(run: Run, kind: str, done: "PaperWritten") -> None:
    findings = findings_of(run, done.findings)
    said = {
        "paper": run.output.say(f"document-{kind}"),
        "out": run.arguments.out,
        "rows": done.rows,
    }
    words = (
        run.output.say("paper-printed", **said)
        if done.pages is None
        else run.output.say("paper-printed-pages", **said, pages=done.pages)
    )
    run.output.document(
        {
            "pages": done.pages,
            "rows": done.rows,
            "version": done.version,
            "preflight": findings,
            "unranked": tell_unranked(run, done.unranked),
        },
        [words, *(finding["message"] for finding in findings)],
    )
